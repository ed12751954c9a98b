"""Sending and receiving: every way in, nothing twice, nothing lost, and in words what is missing or refused."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.desk.offices import Network, approve, join, taken
from wopdesk.desk import documents, filing, inbox, outbox, posting, printing, reviewing, submitting
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.exchange import mail
from wopdesk.exchange.bundle import Bundle
from wopdesk.exchange.carriers import search_files
from wopdesk.exchange.mail import Attachment
from wopdesk.records.review import ACCEPT
from wopdesk.store import outgoing


def submitted(net: Network, period: str = "2026-03") -> Document:
    """A report that its office has submitted and nobody else has seen."""
    report = net.report(net.a, period)
    submitting.submit(net.a, report.id)
    return documents.find_document(net.a, report.id)


def bundles(files: list[Path]) -> list[Bundle]:
    """Bundles in files."""
    return [found.read() for _, search in search_files(files) for found in search.found]


def segments(files: list[Path]) -> set[str]:
    """Ids of the segments in bundle files."""
    return {one.id for bundle in bundles(files) for one in bundle.segments}


def everything(desk: Desk) -> tuple[set[str], set[str]]:
    """Segments and statements that a desk holds."""
    with desk.store.reading() as connection:
        statements = {str(one.signed.id) for one in outgoing.read_held_statements(connection)}
        return set(outgoing.read_graph(connection, ()).after), statements


def as_pdf(net: Network, report: Document, folder: Path) -> Path:
    """The report's paper."""
    path = folder / "report.pdf"
    path.write_bytes(printing.paper(net.a, documents.find_document(net.a, report.id)))
    return path


def as_mail(files: list[Path], folder: Path) -> Path:
    """Files attached to a mail, under names that say nothing."""
    path = folder / "Fwd.eml"
    attached = [Attachment(f"ATT{number:03}.dat", file.read_bytes()) for number, file in enumerate(files)]
    path.write_bytes(mail.draft(["pwon@example.org"], "Monthly report", "Enclosed.", attached))
    return path


def as_zip(files: list[Path], folder: Path) -> Path:
    """Files in a ZIP."""
    path = folder / "Files.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for file in files:
            packed.write(file, f"deep/down/{file.name}")
    return path


@pytest.mark.parametrize("way", ["wopx", "pdf", "eml", "eml of pdf", "zip", "folder", "renamed"])
def test_a_report_comes_in_by_any_way(net: Network, tmp_path: Path, way: str) -> None:
    report = submitted(net)
    folder = tmp_path / "mail"
    folder.mkdir()
    files = [as_pdf(net, report, folder)] if "pdf" in way else outbox.export(net.a, "pwon", folder)
    if way == "renamed":
        files = [files[0].rename(folder / "IMG-0001.jpg")]
    elif way == "folder":
        files = [folder]
    elif "eml" in way:
        files = [as_mail(files, folder)]
    elif way == "zip":
        files = [as_zip(files, folder)]
    (receipt,) = taken(inbox.receive(net.p, files))
    assert (receipt.sender, receipt.confirmed, receipt.new) == ("WASA Faisalabad", True, True)
    assert report.id in receipt.records
    assert documents.find_document(net.p, report.id).state == "submitted"
    (again,) = taken(inbox.receive(net.p, files))
    assert (again.new, again.records) == (False, ())


def test_receiving_twice_changes_nothing(net: Network) -> None:
    report = submitted(net)
    files = net.files(net.a, net.p)
    taken(inbox.receive(net.p, files))
    before = everything(net.p), documents.find_document(net.p, report.id)
    taken(inbox.receive(net.p, files))
    assert (everything(net.p), documents.find_document(net.p, report.id)) == before


def test_a_file_for_another_office_is_refused_in_words(net: Network) -> None:
    report = submitted(net)
    (receipt,) = inbox.receive(net.b, net.files(net.a, net.p))
    assert receipt.refused is not None
    assert "another office" in receipt.refused.what
    assert receipt.refused.safe
    assert receipt.refused.next
    assert report.id not in {one.id for one in documents.documents(net.b)}


def test_a_file_of_another_network_that_bears_a_known_name_is_no_errand(net: Network, tmp_path: Path) -> None:
    other = Network(tmp_path / "other", net.clock, net.stack)
    other.folder.mkdir()
    other.new("p", "facilitator", " Pwon")
    other.new("d", "mentee", "WASA Multan")
    join(other, other.desk("d"))
    approve(other, other.desk("d"))
    files = other.files(other.p, other.desk("d"))
    for desk in (net.p, net.a):
        (receipt,) = inbox.receive(desk, files)
        assert receipt.refused is not None
        assert "another network" in receipt.refused.what
        assert "Give it" not in receipt.refused.next


def test_one_bad_file_does_not_stop_the_others(net: Network, tmp_path: Path) -> None:
    submitted(net)
    (good,) = net.files(net.a, net.p)
    bad = tmp_path / "bad.wopx"
    data = bytearray(good.read_bytes())
    data[len(data) // 2] ^= 1
    bad.write_bytes(data)
    text = tmp_path / "letter.txt"
    text.write_text("Dear all,")
    receipts = inbox.receive(net.p, [bad, text, good])
    assert [receipt.refused is None for receipt in receipts] == [False, False, True]
    with net.p.store.reading() as connection:
        kept = connection.exec_driver_sql("SELECT data FROM refused WHERE length(data) > 0").scalars().all()
    assert kept == [bytes(data)]


def test_what_only_is_called_like_our_file_is_refused_as_such_and_stands_in_the_history(
    net: Network, tmp_path: Path
) -> None:
    photo, torn = tmp_path / "photo.wopx", tmp_path / "torn.zip"
    photo.write_bytes(b"\xff\xd8\xff\xe0 a sample picture")
    torn.write_bytes(b"PK\x03\x04 a sample")
    receipts = inbox.receive(net.p, [photo, torn])
    said = receipts[0].refused
    assert said is not None
    assert "holds something else" in said.what
    assert ".wopx" not in said.next, "it has the very name that it would be told to have"
    inbox.receive(net.p, [photo])
    turned_away = [one.said for one in posting.history(net.p) if one.what == "refused"]
    assert sorted(line.partition(":")[0] for line in turned_away) == ["photo.wopx", "torn.zip"]


def test_a_file_cut_short_is_refused_without_names_that_only_programs_know(net: Network, tmp_path: Path) -> None:
    submitted(net)
    (good,) = net.files(net.a, net.p)
    half = tmp_path / "half.wopx"
    data = good.read_bytes()
    for size in (len(data) // 4, len(data) // 2, len(data) - 9):
        half.write_bytes(data[:size])
        (receipt,) = inbox.receive(net.p, [half])
        assert receipt.refused is not None
        assert "damaged or changed" in receipt.refused.what
        assert "/" not in receipt.refused.what


def test_after_an_acknowledgement_nothing_is_sent_twice(net: Network) -> None:
    submitted(net)
    first = segments(net.files(net.a, net.p))
    assert first
    net.clock.later(8)
    again = net.files(net.a, net.p)
    assert segments(again) == first
    taken(inbox.receive(net.p, again))
    net.send(net.p, net.a)
    net.clock.later(8)
    (quiet,) = bundles(net.files(net.a, net.p))
    assert (quiet.segments, quiet.statements, dict(quiet.blobs)) == ((), (), {})


def test_what_was_sent_is_not_sent_again_for_seven_days(net: Network) -> None:
    submitted(net)
    first = segments(net.files(net.a, net.p))
    assert not segments(net.files(net.a, net.p))
    net.clock.later(6.9)
    assert not segments(net.files(net.a, net.p))
    net.clock.later(0.2)
    assert segments(net.files(net.a, net.p)) == first


def test_what_was_sent_while_the_clock_ran_a_year_ahead_does_not_rest_for_a_year(net: Network) -> None:
    submitted(net)
    net.clock.later(365)
    first = segments(net.files(net.a, net.p))
    net.clock.later(-365)
    assert segments(net.files(net.a, net.p)) == first
    assert not segments(net.files(net.a, net.p))


def test_an_office_with_a_long_name_sends_to_its_further_computer(net: Network) -> None:
    long = net.new("long", "mentee", "Sample Water and Sanitation Agency of " + "Faisalabad " * 14)
    join(net, long)
    approve(net, long)
    net.send(net.p, long)
    assert net.files(long, net.second("further", "long"))


def test_a_lost_message_is_noticed_asked_for_and_sent_at_once(net: Network) -> None:
    first = submitted(net)
    net.files(net.a, net.p)  # lost on its way
    second = submitted(net, "2026-04")
    (receipt,) = net.send(net.a, net.p)
    assert any("message is missing" in str(note) for note in receipt.notes)
    assert second.id in receipt.records
    assert documents.find_document(net.p, second.id).state == "submitted"
    assert first.id not in {one.id for one in documents.documents(net.p)}
    (asking,) = bundles(net.files(net.p, net.a))
    assert len(asking.envelope.want.segments) == 1
    net.send(net.p, net.a)
    (receipt,) = net.send(net.a, net.p)
    assert not any("missing" in str(note) for note in receipt.notes)
    assert documents.find_document(net.p, first.id).state == "submitted"


def test_what_was_lost_comes_again_with_its_files(net: Network) -> None:
    report = submitted(net)
    lost = net.files(net.a, net.p)
    net.clock.later(8)
    net.send(net.a, net.p)
    assert documents.find_document(net.p, report.id).versions == report.versions
    assert not inbox.receive(net.p, lost)[0].new


def test_a_file_that_is_not_there_is_asked_for(net: Network) -> None:
    report = submitted(net)
    net.send(net.a, net.p)
    digest = report.versions[0].digest
    with net.p.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM blob WHERE sha256 = ?", (digest,))
    assert documents.find_document(net.p, report.id).versions == ()
    (asking,) = bundles(net.files(net.p, net.a))
    assert asking.envelope.want.blobs == (digest,)
    net.send(net.p, net.a)
    net.send(net.a, net.p)
    assert documents.find_document(net.p, report.id).versions[0].digest == digest


def test_a_late_message_changes_nothing_that_came_after_it(net: Network) -> None:
    report = submitted(net)
    late = net.files(net.a, net.p)
    filing.answer(net.a, report.id, {"progress/figures[1]/value": "9"})
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    taken(inbox.receive(net.p, late))
    document = documents.find_document(net.p, report.id)
    assert [one.version.number for one in document.versions if one.current] == [2]


def test_a_paper_carries_its_report_though_a_bundle_went_before(net: Network, tmp_path: Path) -> None:
    report = submitted(net)
    for desk in (net.p, net.b):
        net.files(net.a, desk)  # lost on its way
    taken(inbox.receive(net.p, [as_pdf(net, report, tmp_path)]))
    assert documents.find_document(net.p, report.id).state == "submitted"


def test_a_paper_carries_the_first_version_of_a_report_too(net: Network, tmp_path: Path) -> None:
    report = submitted(net)
    for desk in (net.p, net.b):
        net.files(net.a, desk)  # lost on its way
    filing.answer(net.a, report.id, {"progress/figures[1]/value": "9"})
    submitting.submit(net.a, report.id)
    taken(inbox.receive(net.p, [as_pdf(net, report, tmp_path)]))
    document = documents.find_document(net.p, report.id)
    assert [one.version.number for one in document.versions] == [1, 2]


def test_a_paper_is_received_by_every_office_that_it_is_for(net: Network, tmp_path: Path) -> None:
    report = submitted(net)
    paper = as_pdf(net, report, tmp_path)
    for desk in (net.p, net.b):
        taken(inbox.receive(desk, [paper]))
        assert documents.find_document(desk, report.id).state == "submitted"


def test_a_paper_of_a_draft_carries_nothing(net: Network, tmp_path: Path) -> None:
    report = net.report(net.a)
    (receipt,) = inbox.receive(net.p, [as_pdf(net, report, tmp_path)])
    assert receipt.refused is not None
    assert "carries no data" in receipt.refused.what


def test_what_two_partners_say_reaches_the_third_through_pwon(net: Network) -> None:
    report = submitted(net)
    net.send(net.a, net.p)
    reviewing.review(net.p, report.id, ACCEPT, "Good.")
    net.send(net.p, net.b)
    assert documents.find_document(net.b, report.id).state == "accepted"
    assert documents.find_document(net.b, report.id).versions[0].confirmed


def test_a_large_sending_goes_in_parts_that_come_in_any_order(net: Network, tmp_path: Path) -> None:
    for month in range(3, 9):
        submitted(net, f"2026-{month:02}")
    parts = outbox.export(net.a, "pwon", tmp_path / "out", limit=7_000)
    assert len(parts) > 2
    for part in reversed(parts):
        taken(inbox.receive(net.p, [part]))
    reports = documents.documents(net.p, "monthly_report")
    assert sorted(one.founding.text for one in reports) == [f"2026-{month:02}" for month in range(3, 9)]
    assert {one.state for one in reports} == {"submitted"}
    net.send(net.p, net.a)
    net.clock.later(8)
    assert not segments(net.files(net.a, net.p))


def test_an_installation_silent_for_sixty_days_is_still_served_when_it_is_the_only_one(net: Network) -> None:
    net.send(net.p, net.a)
    net.send(net.a, net.p)
    net.clock.to(date(2027, 3, 1))
    report = submitted(net)
    net.send(net.a, net.p)
    assert documents.find_document(net.p, report.id).state == "submitted"


def test_of_two_bundles_made_in_one_second_the_later_says_what_counts(net: Network) -> None:
    first, second, third = (outbox.compose(net.a, (net.p.office,)).bundle.envelope.at for _ in range(3))
    assert first < second < third
