"""What was submitted is told to wait until it has gone to those for whom it was submitted."""

from __future__ import annotations

from pathlib import Path

from tests.desk.offices import Network
from wopdesk.desk import documents, filing, going, handing, reviewing, submitting
from wopdesk.records.ids import RecordId
from wopdesk.records.review import ACCEPT


def submitted(net: Network) -> RecordId:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    return report.id


def test_what_was_submitted_waits_until_it_went_to_pwon(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    record = submitted(net)
    assert record in going.not_gone(net.a)
    net.files(net.a, net.b)
    assert record in going.not_gone(net.a)
    net.files(net.a, net.p)
    assert record not in going.not_gone(net.a)


def test_a_paper_that_was_handed_over_is_a_way_to_go(net: Network, tmp_path: Path) -> None:
    net.meet(net.a, net.b, net.p)
    record = submitted(net)
    handing.hand_over(net.a, record, tmp_path)
    assert record not in going.not_gone(net.a)


def test_a_further_version_waits_again(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    record = submitted(net)
    net.files(net.a, net.p)
    filing.answer(net.a, record, {"about/prepared_by": "Another"})
    assert record not in going.not_gone(net.a)
    submitting.submit(net.a, record)
    assert record in going.not_gone(net.a)


def test_advice_waits_until_it_went_to_somebody_who_receives_it(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    item = "advice/items[1]"
    answers = {"about/subject": "Valves", f"{item}/kind": "solution", f"{item}/text": "Repair the valve first."}
    note = filing.start(net.b, "advice_note", net.home, answers)
    assert note.id not in going.not_gone(net.b)
    submitting.submit(net.b, note.id)
    assert note.id in going.not_gone(net.b)
    net.files(net.b, net.a)
    assert note.id not in going.not_gone(net.b)


def test_what_others_submitted_and_what_was_reviewed_does_not_wait(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    record = submitted(net)
    net.send(net.a, net.p)
    assert record not in going.not_gone(net.p)
    reviewing.review(net.p, record, ACCEPT, "")
    net.send(net.p, net.a)
    assert record not in going.not_gone(net.a)


def test_what_went_from_another_computer_of_the_office_is_not_told_to_wait(net: Network) -> None:
    laptop = net.second()
    record = submitted(net)
    net.meet(net.a, laptop)
    assert documents.find_document(laptop, record).versions
    assert record not in going.not_gone(laptop)
    assert record in going.not_gone(net.a)
