"""Photos: made small on the way in, without what the camera wrote; on paper and in its bundle only once."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from random import Random

import pytest
from PIL import ExifTags, Image, ImageFile

from tests.desk.hostile_pictures import HARMFUL, many_scans, saved
from tests.desk.offices import Network, taken
from tests.xlsform.written import form, survey
from wopdesk.desk import attaching, documents, filing, filling, inbox, photos, printing, submitting
from wopdesk.desk.documents import Document
from wopdesk.desk.faults import DeskFault
from wopdesk.records.digest import sha256
from wopdesk.reports.photos import scans_of
from wopdesk.store import arrivals, reading

PHOTO = "work/photos[1]"


def camera(size: tuple[int, int] = (3000, 2000), *, exif: bool = True) -> bytes:
    """What a camera makes: large, lying on its side, with a time and a place."""
    noise = Random(1).randbytes(60 * 40 * 3)  # noqa: S311 - a picture
    picture = Image.frombytes("RGB", (60, 40), noise).resize(size)
    data = Image.Exif()
    if exif:
        data[ExifTags.Base.Orientation] = 6
        data[ExifTags.Base.Make] = "Camera of a person"
        data.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:03:14 09:26:53"
        gps = data.get_ifd(ExifTags.IFD.GPSInfo)
        gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (31.0, 25.0, 5.484)
        gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "E", (73.0, 4.0, 44.616)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=95, exif=data)
    return file.getvalue()


def with_photo(net: Network, data: bytes) -> tuple[Document, str]:
    """A report with one photo with consent, and the photo's digest."""
    report = net.report(net.a, work__nothing="")
    digest = filing.attach(net.a, report.id, f"{PHOTO}/photo", data, "DSC1.JPG")
    told = {"work/other": "Valves", f"{PHOTO}/caption": "Valve chamber", f"{PHOTO}/consent": "yes"}
    return filing.answer(net.a, report.id, told), digest


def test_a_photo_is_made_small_and_upright_and_says_nothing_of_its_camera() -> None:
    photo = photos.prepare(camera())
    with Image.open(io.BytesIO(photo.jpeg)) as small:
        assert small.format == "JPEG"
        assert small.size == (1067, 1600)
        assert not small.getexif()
    assert b"Camera of a person" not in photo.jpeg
    assert len(photo.jpeg) <= 300_000
    assert (photo.taken, photo.place) == (date(2026, 3, 14), "31.41819, 73.07906")


def test_a_small_photo_is_not_made_larger() -> None:
    with Image.open(io.BytesIO(photos.prepare(camera((80, 60), exif=False)).jpeg)) as small:
        assert small.size == (80, 60)


def test_the_day_in_a_files_name_stands_in_for_the_cameras() -> None:
    assert photos.prepare(camera((80, 60), exif=False), "IMG-20261031-WA0001.jpg").taken == date(2026, 10, 31)
    assert photos.prepare(camera((80, 60), exif=False), "IMG-20261399-WA0001.jpg").taken is None


def test_time_and_place_become_answers_beside_the_photo(net: Network) -> None:
    report, digest = with_photo(net, camera((300, 200)))
    sheet = filling.sheet_of(net.a, report)
    (row,) = report.rows["work/photos"]
    noted = {name: report.answers[f"work/photos[{row}]/{name}"] for name in ("photo", "taken", "place")}
    assert noted == {"photo": digest, "taken": "2026-03-14", "place": "31.41819, 73.07906"}
    assert sheet.problems() == ()


PLACES = survey(
    "type | name | label",
    "begin_repeat | chambers | Chambers",
    "image | photo | Photo",
    "geopoint | where | Where",
    "text | place | In words",
    "end_repeat | |",
    "image | plan | Plan",
    "geopoint | office | Office",
)
ROW = "chambers[aaaaaaaaaaaaaaaa]"


def test_the_place_of_a_photo_becomes_the_place_on_the_map_that_is_asked_beside_it() -> None:
    noted = attaching.prepare(form(PLACES), f"{ROW}/photo", (camera((300, 200)), "DSC1.JPG"), {}).beside
    assert noted == {f"{ROW}/where": "31.41819 73.07906 0 0", f"{ROW}/place": "31.41819, 73.07906"}
    sheet = form(PLACES).sheet(noted, rows={"chambers": ["aaaaaaaaaaaaaaaa"]})
    assert (sheet.answers(), sheet.problems()) == (noted, ())
    known = {f"{ROW}/where": "31.5 74.3 0 0"}
    photo = attaching.prepare(form(PLACES), f"{ROW}/photo", (camera((300, 200)), ""), known)
    assert photo.beside == {f"{ROW}/place": "31.41819, 73.07906"}
    assert attaching.prepare(form(PLACES), "plan", (camera((80, 60)), ""), {}).beside == {
        "office": "31.41819 73.07906 0 0"
    }


def test_a_place_on_the_map_is_read_from_a_photo_that_is_not_kept() -> None:
    read = attaching.prepare(form(PLACES), "office", (camera((300, 200)), "DSC1.JPG"), {})
    assert (read.answer, read.blobs, read.beside) == ("31.41819 73.07906 0 0", {}, {})
    with pytest.raises(DeskFault, match=r"DSC2\.JPG does not say where it was taken"):
        attaching.prepare(form(PLACES), "office", (camera((300, 200), exif=False), "DSC2.JPG"), {})


def test_what_a_person_answered_is_not_overwritten_by_the_camera(net: Network) -> None:
    report = net.report(net.a, work__nothing="")
    filing.answer(net.a, report.id, {f"{PHOTO}/place": "Zone 3"})
    filing.attach(net.a, report.id, f"{PHOTO}/photo", camera((300, 200)))
    assert "Zone 3" in documents.find_document(net.a, report.id).answers.values()


@pytest.mark.parametrize("harm", HARMFUL)
def test_a_picture_made_to_do_harm_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch, harm: str) -> None:
    def decode(_: Image.Image) -> None:
        pytest.fail("it was decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", decode)
    with pytest.raises(DeskFault, match=r"no picture|more pixels"):
        photos.prepare(HARMFUL[harm](), "x.jpg")


@pytest.mark.parametrize("harm", HARMFUL)
def test_a_picture_made_to_do_harm_that_a_partner_sent_is_not_shown(net: Network, harm: str) -> None:
    data = HARMFUL[harm]()
    with net.a.store.writing() as connection:
        arrivals.write_blobs(connection, {sha256(data): data})
    assert attaching.attached(net.a, sha256(data)) == b""


def test_a_picture_that_another_program_sent_is_shown_small() -> None:
    with Image.open(io.BytesIO(photos.shown(camera()))) as small:
        assert max(small.size) == photos.LONGEST_SIDE
    own = photos.prepare(camera()).jpeg
    assert photos.shown(own) == own
    slow = many_scans(1200, more=40)
    assert scans_of(photos.shown(slow)) == 1
    assert photos.shown(saved(Image.new("RGB", (9, 9)), "PNG")).startswith(b"\xff\xd8")
    assert photos.shown(b"no picture") == b""


def test_a_phones_largest_photo_is_taken() -> None:
    large = saved(Image.new("L", (12000, 9000)), "JPEG")
    with Image.open(io.BytesIO(photos.prepare(large).jpeg)) as small:
        assert small.size == (1600, 1200)


def test_what_is_transparent_is_white_on_paper() -> None:
    stamp = saved(Image.new("RGBA", (40, 30), (0, 0, 0, 0)), "PNG")
    with Image.open(io.BytesIO(photos.prepare(stamp).jpeg)) as small:
        assert small.getpixel((20, 15)) == (255, 255, 255)


def test_an_iphones_own_sort_is_named_with_the_way_out() -> None:
    with pytest.raises(DeskFault, match=r"HEIC.*Most Compatible"):
        photos.prepare(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")


def test_a_place_that_is_none_on_earth_is_no_place() -> None:
    notes = Image.Exif()
    gps = notes.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (1e9, 0.0, 0.0)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "E", (73.0, 0.0, 0.0)
    assert photos.prepare(saved(Image.new("RGB", (9, 9)), "JPEG", exif=notes)).place == ""


@pytest.mark.parametrize("data", [b"", b"no picture", b"%PDF-1.7", camera((300, 200))[:400]])
def test_what_is_no_picture_is_refused_in_words(net: Network, data: bytes) -> None:
    report = net.report(net.a, work__nothing="")
    with pytest.raises(DeskFault, match="no picture"):
        filing.attach(net.a, report.id, f"{PHOTO}/photo", data)
    assert documents.find_document(net.a, report.id).rows == report.rows


def test_only_a_question_for_a_file_takes_one(net: Network) -> None:
    report = net.report(net.a)
    with pytest.raises(DeskFault, match="does not take a file"):
        filing.attach(net.a, report.id, "about/prepared_by", camera((80, 60)))


def test_a_paper_carries_a_photo_once_and_it_is_received_all_the_same(net: Network, tmp_path: Path) -> None:
    report, digest = with_photo(net, camera())
    submitting.submit(net.a, report.id)
    with net.a.store.reading() as connection:
        jpeg = reading.blob(connection, digest)
    assert jpeg is not None
    paper = tmp_path / "report.pdf"
    paper.write_bytes(printing.paper(net.a, documents.find_document(net.a, report.id)))
    assert paper.read_bytes().count(jpeg[len(jpeg) // 2 :][:400]) == 1
    taken(inbox.receive(net.p, [paper]))
    with net.p.store.reading() as connection:
        assert reading.blob(connection, digest) == jpeg
    assert digest in documents.find_document(net.p, report.id).answers.values()
