"""Submitting: a complete record becomes an immutable version; photos without consent stay in the office."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests import story
from tests.desk.offices import Network, approve, join, open_partnership
from wopdesk.desk import documents, filing, inbox, settling, sharing, submitting
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.submitting import Unanswered
from wopdesk.desk.writing import write
from wopdesk.exchange.carriers import search_files
from wopdesk.records.batch import BlobRef
from wopdesk.records.digest import sha256
from wopdesk.records.ids import BlobId, Space
from wopdesk.store import drafts, outgoing, reading


def picture(shade: int) -> bytes:
    """A photo of one shade of grey."""
    file = io.BytesIO()
    Image.new("RGB", (40, 30), (shade, shade, shade)).save(file, "JPEG")
    return file.getvalue()


def with_photo(net: Network, consent: str, shade: int = 90) -> tuple[Document, str]:
    """A report with one photo, and the photo's digest."""
    report = net.report(net.a)
    row = "work/photos[1]"
    digest = filing.attach(net.a, report.id, f"{row}/photo", picture(shade))
    return (
        filing.answer(
            net.a,
            report.id,
            {
                "work/nothing": "",
                "work/other": "Valves",
                f"{row}/caption": "Valve chamber",
                f"{row}/consent": consent,
                f"{row}/place": "Sample Zone B, street 5",
                f"{row}/taken": "2026-02-15",
            },
        ),
        digest,
    )


def blobs_in(files: list[Path]) -> set[str]:
    """Every blob in bundle files."""
    return {name for _, search in search_files(files) for found in search.found for name in found.read().blobs}


def test_an_incomplete_report_is_not_submitted_and_every_problem_is_named(net: Network) -> None:
    net.a.person = ""
    report = filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-03"})
    with pytest.raises(Unanswered) as refused:
        submitting.submit(net.a, report.id)
    paths = {one.path for one in refused.value.problems}
    assert {"about/prepared_by", "findings/nothing", "requests/nothing"} <= paths
    assert str(len(paths)) in refused.value.what
    assert documents.find_document(net.a, report.id).state == "draft"


def test_a_part_is_filled_or_said_to_be_empty(net: Network) -> None:
    report = net.report(net.a, obstacles__nothing="")
    with pytest.raises(Unanswered) as refused:
        submitting.submit(net.a, report.id)
    assert [one.path for one in refused.value.problems] == ["obstacles/nothing"]


def test_a_submitted_report_is_version_1_in_the_partnership(net: Network) -> None:
    report = net.report(net.a)
    digest = submitting.submit(net.a, report.id)
    document = documents.find_document(net.a, report.id)
    assert document.state == "submitted"
    (version,) = document.versions
    assert (version.digest, version.version.number, version.version.after) == (digest, 1, ())
    assert version.version.record == report.id
    assert version.version.answers["about/prepared_by"] == "Sample Engineer"
    assert version.version.shown["about/period"]["en"] == "March 2026"
    with net.a.store.reading() as connection:
        assert sha256(reading.blob(connection, digest) or b"") == digest


def test_what_is_not_asked_does_not_enter_a_version(net: Network) -> None:
    report = net.report(net.a, about__nil_return="yes", about__nil_reason="Flood")
    submitting.submit(net.a, report.id)
    (version,) = documents.find_document(net.a, report.id).versions
    assert not any(path.startswith("progress") for path in version.version.answers)
    assert documents.find_document(net.a, report.id).answers["findings/nothing"] == "OK"


def test_submitting_again_without_a_change_is_refused(net: Network) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    with pytest.raises(DeskFault, match="Nothing changed"):
        submitting.submit(net.a, report.id)
    assert len(documents.find_document(net.a, report.id).versions) == 1


def test_a_correction_is_the_next_version_after_the_first(net: Network) -> None:
    report = net.report(net.a)
    first = submitting.submit(net.a, report.id)
    filing.answer(net.a, report.id, {"progress/figures[1]/value": "5"})
    second = submitting.submit(net.a, report.id)
    versions = documents.find_document(net.a, report.id).versions
    assert [(one.digest, one.version.number, one.version.after, one.current) for one in versions] == [
        (first, 1, (), False),
        (second, 2, (first,), True),
    ]
    assert documents.find_document(net.a, report.id).filed.number == 2


def test_going_back_to_what_a_former_version_said_is_a_version_of_its_own(net: Network) -> None:
    report = net.report(net.a)
    digests = [submitting.submit(net.a, report.id)]
    for value in ("5", "4"):
        filing.answer(net.a, report.id, {"progress/figures[1]/value": value})
        digests.append(submitting.submit(net.a, report.id))
    assert len(set(digests)) == 3


def test_two_computers_that_submit_at_once_make_two_versions_and_the_next_replaces_both(net: Network) -> None:
    second = net.second()
    report = net.report(net.a)
    net.meet(net.a, second)
    filing.answer(second, report.id, {"progress/figures[1]/value": "6"})
    digests = {submitting.submit(desk, report.id) for desk in (net.a, second)}
    net.meet(net.a, second)
    document = documents.find_document(net.a, report.id)
    assert {one.digest for one in document.versions if one.current} == digests
    assert [one.version.number for one in document.versions] == [1, 1]
    filing.answer(net.a, report.id, {"progress/figures[1]/value": "7"})
    third = submitting.submit(net.a, report.id)
    net.meet(net.a, second)
    (current,) = [one for one in documents.find_document(second, report.id).versions if one.current]
    assert (current.digest, current.version.number) == (third, 2)
    assert set(current.version.after) == digests


def test_only_the_owner_submits(net: Network) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.send(net.a, net.b)
    with pytest.raises(DeskFault, match="another office"):
        submitting.submit(net.b, report.id)


def test_pwon_stands_in_and_it_is_marked(net: Network) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    filing.answer(net.p, report.id, {"progress/figures[1]/value": "7"})
    submitting.submit(net.p, report.id)
    net.send(net.p, net.a)
    document = documents.find_document(net.a, report.id)
    assert [one.version.number for one in document.versions if one.current] == [2]
    with net.a.store.reading() as connection:
        behalf = [one for one in reading.history(connection, report.id) if one.field == "@behalf"]
    assert [one.value for one in behalf] == [net.p.office]


def test_a_photo_with_consent_reaches_the_partners(net: Network) -> None:
    report, photo = with_photo(net, "yes")
    submitting.submit(net.a, report.id)
    net.send(net.a, net.b)
    document = documents.find_document(net.b, report.id)
    assert photo in document.answers.values()
    with net.b.store.reading() as connection:
        assert reading.blob(connection, photo) is not None


def test_a_photo_without_consent_stays_in_the_office(net: Network) -> None:
    report, photo = with_photo(net, "no")
    submitting.submit(net.a, report.id)
    files = [*net.files(net.a, net.b), *net.files(net.a, net.p)]
    assert photo not in blobs_in(files)
    inbox.receive(net.b, files)
    with net.b.store.reading() as connection:
        assert reading.blob(connection, photo) is None
    assert photo not in documents.find_document(net.b, report.id).answers.values()
    assert photo in documents.find_document(net.a, report.id).answers.values()


@pytest.mark.parametrize(("consent", "arrives"), [("yes", True), ("no_faces", True), ("no", False)])
@pytest.mark.parametrize("told", ["Valve chamber", "Sample Zone B, street 5", "2026-02-15"])
def test_caption_place_and_date_stay_where_their_photo_stays(
    net: Network, consent: str, told: str, *, arrives: bool
) -> None:
    report, _ = with_photo(net, consent)
    submitting.submit(net.a, report.id)
    net.send(net.a, net.b)
    (version,) = documents.find_document(net.b, report.id).versions
    assert (told in version.version.answers.values()) is arrives
    assert told in documents.find_document(net.a, report.id).answers.values()


def note_naming(net: Network, text: str) -> Document:
    """An advice note of the mentor, submitted, that names something wherever it can."""
    answers = {
        "about/date": "2026-04-01",
        "about/subject": text,
        "advice/items[1]/kind": "lesson",
        "advice/items[1]/text": text,
    }
    note = filing.start(net.b, "advice_note", net.home, answers)
    submitting.submit(net.b, note.id)
    return note


def test_a_partner_who_names_a_photo_that_it_should_not_have_is_not_given_it(net: Network) -> None:
    report, photo = with_photo(net, "no")
    submitting.submit(net.a, report.id)
    note_naming(net, photo)
    net.send(net.b, net.a)
    assert photo not in blobs_in([*net.files(net.a, net.b), *net.files(net.a, net.p)])


def test_a_name_written_into_a_record_that_both_fill_gives_nobody_a_file(net: Network) -> None:
    report, photo = with_photo(net, "no")
    submitting.submit(net.a, report.id)
    plan = documents.documents(net.b, "work_plan")[0]
    filing.answer(net.b, plan.id, {"about/steps": photo})
    submitting.submit(net.b, plan.id)
    net.send(net.b, net.a)
    filing.answer(net.a, plan.id, {"about/until": "2026-11-30"})
    submitting.submit(net.a, plan.id)
    assert documents.find_document(net.a, plan.id).answers["about/steps"] == photo
    assert photo not in blobs_in([*net.files(net.a, net.b), *net.files(net.a, net.p)])


def test_a_file_named_by_a_partner_is_not_given_because_somebody_let_the_name_stand(net: Network) -> None:
    report = net.report(net.a)
    secret = submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    stranger = net.new("d", "mentor", "WASA Multan")
    join(net, stranger)
    approve(net, stranger)
    other = open_partnership(net.p, [stranger], {**story.PARTNERSHIP, "about/code": "WOP-PK-002"})
    net.send(net.p, stranger)
    plan = documents.documents(stranger, "work_plan", other)[0]
    for desk, value in ((stranger, BlobRef(BlobId(secret))), (net.p, "A text")):
        write(desk, plan.founding, other, [("about/sketch", value, ())])
        sharing.share(desk, plan.id)
    net.send(stranger, net.p)
    settling.settle(net.p, plan.id, "about/sketch", secret)
    sharing.share(net.p, plan.id)
    assert documents.find_document(net.p, plan.id).answers["about/sketch"] == secret
    assert secret not in blobs_in(net.files(net.p, stranger))
    assert secret in blobs_in(net.files(net.p, net.b))


def test_pwon_passes_a_photo_on_in_its_own_partnership_only(net: Network) -> None:
    stranger = net.new("d", "mentee", "WASA Multan")
    join(net, stranger)
    approve(net, stranger)
    net.send(net.p, stranger)
    report, photo = with_photo(net, "yes")
    digest = submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    for secret in (photo, digest):
        answers = {"about/name": "WASA Multan", "contact/address": secret, "about/city": secret}
        utility = filing.start(stranger, "utility", programme(stranger), answers)
        write(stranger, utility.founding, utility.home, [("contact/logo", BlobRef(BlobId(secret)), ())])
        with stranger.store.writing() as connection:
            drafts.share(connection, utility.id)
    net.send(stranger, net.p)
    with net.p.store.reading() as connection:
        assert {photo, digest} <= {blob for blob, _, _ in outgoing.blobs_of(connection, programme(net.p).id)}
    assert not {photo, digest} & blobs_in(net.files(net.p, stranger))
    assert {photo, digest} <= blobs_in(net.files(net.p, net.b))


def programme(desk: Desk) -> Space:
    """The circle of all offices."""
    space = desk.identity.programme
    assert space is not None
    return space
