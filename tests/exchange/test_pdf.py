"""A PDF gives back the bundle it was made with, photos once, and other programs see an ordinary attachment."""

from __future__ import annotations

import contextlib
import dataclasses
import io
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from wopdesk.exchange import pdf
from wopdesk.exchange.bundle import Bundle, write
from wopdesk.exchange.carriers import search
from wopdesk.exchange.keys import SigningKey
from wopdesk.exchange.refusal import Refused
from wopdesk.records.digest import sha256


def jpeg(seed: int) -> bytes:
    target = io.BytesIO()
    pixels = random.Random(seed).randbytes(60 * 40 * 3)  # noqa: S311 - a picture of noise
    Image.frombytes("RGB", (60, 40), pixels).save(target, "JPEG")
    return target.getvalue()


PHOTOS = {sha256(photo): photo for photo in (jpeg(1), jpeg(2))}


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bytes]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(rl_config, "useA85", 0)
        yield drawn(tmp_path_factory)


def drawn(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("photos")
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1)
    for name, photo in PHOTOS.items():
        path = folder / f"{name}.jpg"
        path.write_bytes(photo)
        canvas.drawString(72, 700, "A page of the sample report")
        canvas.drawImage(ImageReader(str(path)), 72, 400)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@pytest.fixture(scope="module")
def illustrated(bundle: Bundle) -> Bundle:
    return dataclasses.replace(bundle, blobs={**bundle.blobs, **PHOTOS})


@pytest.fixture(scope="module")
def report(document: bytes, illustrated: Bundle, key: SigningKey) -> bytes:
    return pdf.attach(document, write(illustrated, key, leave_out=pdf.photos(document)), "Report 2026-10.wopx")


def test_the_photos_on_the_pages_are_known_by_their_digests(document: bytes) -> None:
    assert pdf.photos(document) == set(PHOTOS)


def test_a_pdf_gives_its_bundle_back_and_holds_each_photo_once(report: bytes, illustrated: Bundle) -> None:
    (found,) = search(report, "report.pdf").found
    assert found.read() == illustrated
    assert found.where == ("report.pdf",)
    assert [report.count(photo) for photo in PHOTOS.values()] == [1, 1]


def test_the_same_report_is_the_same_file(document: bytes, report: bytes, illustrated: Bundle, key: SigningKey) -> None:
    again = pdf.attach(document, write(illustrated, key, leave_out=pdf.photos(document)), "Report 2026-10.wopx")
    assert again == report


def test_other_programs_see_an_ordinary_attachment(report: bytes) -> None:
    with pikepdf.open(io.BytesIO(report)) as opened:
        attached = opened.attachments["Report 2026-10.wopx"]
        assert attached.get_file().read_bytes() == search(report).found[0].data
        assert opened.Root.AF[0].AFRelationship == pikepdf.Name.Data
        assert opened.docinfo["/Creator"] == pdf.MAKER
        assert len(opened.pages) == 2
        assert opened.check_pdf_syntax() == []


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not on this computer; pikepdf's own check runs above")
def test_qpdf_finds_nothing_wrong(tmp_path: Path, report: bytes) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(report)
    subprocess.run(["qpdf", "--check", path], capture_output=True, check=True)


def test_notes_that_a_reader_added_do_not_matter(report: bytes, illustrated: Bundle) -> None:
    added = report + b"9999 0 obj\n<< /Type /Annot >>\nendobj\ntrailer\n<< >>\n%%EOF\n"
    assert search(added).found[0].read() == illustrated


def test_a_printed_report_is_named_as_carrying_no_data(document: bytes) -> None:
    (trouble,) = search(document, "scan.pdf").troubles
    assert trouble.refused.happened == "This PDF carries no data."
    assert trouble.where == ("scan.pdf",)


def test_a_report_saved_again_is_told_from_a_stranger_s_pdf(report: bytes) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(report)) as opened:
        del opened.attachments["Report 2026-10.wopx"]
        opened.save(target)
    (trouble,) = search(target.getvalue()).troubles
    assert "made by WOPDesk" in trouble.refused.happened


def test_a_report_with_a_changed_photo_is_refused(report: bytes) -> None:
    photo = next(iter(PHOTOS.values()))
    changed = report.replace(photo, photo[:-20] + b"x" + photo[-19:])
    with pytest.raises(Refused, match="photos"):
        search(changed).found[0].read()


def test_a_report_cut_short_gives_all_or_nothing(report: bytes, illustrated: Bundle) -> None:
    for step in range(100):
        for found in search(report[: len(report) * step // 100]).found:
            with contextlib.suppress(Refused):
                assert found.read() == illustrated


@given(st.data())
def test_a_hostile_pdf_is_no_fault(report: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(report)))
    noise = data.draw(
        st.binary(max_size=60) | st.sampled_from([b"/Length 99 >> stream\n", b">>stream\n", b"endstream"])
    )
    for found in search(report[:start] + noise + report[start + len(noise) :]).found:
        with contextlib.suppress(Refused):
            found.read()


def test_a_pdf_of_countless_streams_is_refused() -> None:
    (trouble,) = search(b"%PDF-1.7\n" + b">>stream\n" * 100_001).troubles
    assert "parts" in trouble.refused.happened
