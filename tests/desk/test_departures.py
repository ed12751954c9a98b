"""Stolen laptops, members who leave, gaps that stay, laptops that go back: what was written before still counts."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.desk.offices import Network, open_at, taken
from wopdesk.desk import agenda, departures, documents, filing, inbox, reviewing, submitting
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.faults import DeskFault
from wopdesk.exchange import keyfolder
from wopdesk.records.permission import Held
from wopdesk.records.review import ACCEPT, COMMENT
from wopdesk.store import reading
from wopdesk.store.faults import StoreFault


def held(desk: Desk) -> set[Held | None]:
    """Why operations are held at a desk."""
    with desk.store.reading() as connection:
        return {one.held for one in reading.held(connection)}


def report_by(net: Network, desk: Desk, period: str) -> Document:
    """A submitted report of the mentee's, made at one of its desks."""
    report = net.report(desk, period)
    submitting.submit(desk, report.id)
    return documents.find_document(desk, report.id)


def periods(desk: Desk) -> list[str]:
    """Months of which a submitted report counts at a desk."""
    found = documents.documents(desk, "monthly_report")
    return sorted(one.founding.text for one in found if one.newest and one.newest.confirmed)


def test_what_a_stolen_laptop_wrote_before_counts_and_nothing_after(net: Network) -> None:
    stolen = net.second()
    report_by(net, stolen, "2026-03")
    net.send(stolen, net.p)
    departures.cut(net.p, stolen.identity.key)
    report_by(net, stolen, "2026-04")
    net.send(stolen, net.p)
    assert periods(net.p) == ["2026-03"]
    assert held(net.p) == {Held.CUT}
    net.send(net.p, net.b)
    assert periods(net.b) == ["2026-03"]
    report_by(net, net.a, "2026-05")
    net.send(net.a, net.p)
    assert periods(net.p) == ["2026-03", "2026-05"]


def test_a_cut_key_admits_nobody(net: Network) -> None:
    stolen = net.second()
    net.send(stolen, net.p)
    departures.cut(net.p, stolen.identity.key)
    thief = net.second("a3", "a2")
    report_by(net, thief, "2026-04")
    net.send(thief, net.p)
    assert periods(net.p) == []


def test_pwon_may_let_count_what_came_after_a_cut(net: Network) -> None:
    laptop = net.second()
    net.send(laptop, net.p)
    departures.cut(net.p, laptop.identity.key)
    report_by(net, laptop, "2026-04")
    net.send(laptop, net.p)
    with pytest.raises(DeskFault, match="cut already"):
        departures.cut(net.p, laptop.identity.key)
    departures.cut(net.p, laptop.identity.key, widen=True)
    assert periods(net.p) == ["2026-04"]
    assert held(net.p) == set()


def test_an_office_cuts_a_computer_of_its_own_everywhere(net: Network) -> None:
    laptop = net.second()
    draft = filing.start(laptop, "monthly_report", net.home, {"about/period": "2026-03"})
    net.meet(laptop, net.a)
    departures.cut(net.a, laptop.identity.key)
    filing.answer(laptop, draft.id, {"about/prepared_by": "Thief"})
    submitting_by_thief = report_by(net, laptop, "2026-04")
    taken(inbox.receive(net.a, net.files(laptop, net.a)))
    net.send(net.a, net.p)
    net.send(laptop, net.p)
    assert documents.find_document(net.a, draft.id).answers["about/period"] == "2026-03"
    assert documents.find_document(net.a, draft.id).answers["about/prepared_by"] == "Sample Engineer"
    assert submitting_by_thief.founding.text not in periods(net.p)


def test_an_office_cuts_no_key_of_another(net: Network) -> None:
    with pytest.raises(DeskFault, match="does not belong"):
        departures.cut(net.a, net.b.identity.key)


def test_a_member_that_left_writes_no_more_and_gets_nothing_more(net: Network) -> None:
    first = report_by(net, net.a, "2026-03")
    net.meet(net.a, net.p, net.b)
    reviewing.review(net.b, first.id, COMMENT, "While I was a member.")
    net.send(net.b, net.p)
    departures.cut_member(net.p, net.home, net.b.office)
    net.send(net.p, net.a)
    reviewing.review(net.b, first.id, COMMENT, "Afterwards.")
    net.send(net.b, net.p)
    (said,) = documents.find_document(net.p, first.id).versions[0].reviews
    assert said.review.reason == "While I was a member."
    second = report_by(net, net.a, "2026-04")
    net.send(net.a, net.p)
    for desk in (net.p, net.a):
        net.send(desk, net.b)
    assert second.id not in {one.id for one in documents.documents(net.b)}


def test_a_member_that_was_removed_is_told_so_once(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    departures.cut_member(net.p, net.home, net.b.office)
    (other,) = net.send(net.p, net.a)
    assert not any("ended the part" in str(note) for note in other.notes)
    (told,) = net.send(net.p, net.b)
    assert "PWON ended the part of your office in WOP-PK-001." in " ".join(map(str, told.notes))
    (again,) = net.send(net.p, net.b)
    assert not any("ended the part" in str(note) for note in again.notes)
    assert not again.new


def test_a_computer_that_was_cut_is_told_so(net: Network) -> None:
    laptop = net.second()
    departures.cut(net.a, laptop.identity.key)
    (told,) = net.send(net.a, laptop)
    assert any("This computer may write for your office no more." in str(note) for note in told.notes)


def test_only_pwon_cuts_members(net: Network) -> None:
    with pytest.raises(DeskFault, match="Only PWON"):
        departures.cut_member(net.a, net.home, net.b.office)
    with pytest.raises(DeskFault, match="does not take part"):
        departures.cut_member(net.p, net.home, net.p.identity.office[::-1])  # type: ignore[arg-type]


def test_a_gap_is_shown_until_it_is_closed(net: Network) -> None:
    report_by(net, net.a, "2026-03")
    net.files(net.a, net.p)  # lost, and so is the disk soon
    report_by(net, net.a, "2026-04")
    net.send(net.a, net.p)
    (gap,) = departures.gaps(net.p)
    assert gap.author == net.a.identity.key
    with pytest.raises(DeskFault, match="Only PWON"):
        departures.close_gap(net.b, gap)
    departures.close_gap(net.p, gap)
    assert departures.gaps(net.p) == []
    (receipt,) = net.send(net.b, net.p)
    assert not any("missing" in str(note) for note in receipt.notes)
    net.send(net.p, net.b)
    assert departures.gaps(net.b) == []
    assert periods(net.b) == ["2026-04"]


def test_a_laptop_goes_back_when_the_office_has_everything(net: Network, tmp_path: Path) -> None:
    laptop = net.second()
    report = report_by(net, laptop, "2026-03")
    path, key = laptop.store.path, laptop.identity.key
    with pytest.raises(DeskFault, match="not sure"):
        departures.return_laptop(laptop, tmp_path / "out")
    net.send(laptop, net.a)
    with pytest.raises(DeskFault, match="not sure"):
        departures.return_laptop(laptop, tmp_path / "out")
    net.send(net.a, laptop)
    with closing(open_at(path, net.clock)), pytest.raises(StoreFault, match="in use"):
        departures.return_laptop(laptop, tmp_path / "out")
    assert keyfolder.kept(keyfolder.folder_of(path)) != ()
    files = departures.return_laptop(laptop, tmp_path / "out")
    del net.desks["a2"]
    assert not path.exists()
    assert keyfolder.kept(keyfolder.folder_of(path)) == ()
    taken(inbox.receive(net.a, files))
    net.send(net.a, net.p)
    reviewing.review(net.p, report.id, ACCEPT, "")
    assert periods(net.p) == ["2026-03"]
    assert key in {order.cut.key for order in net.p.standing.cuts}
    assert held(net.a) == set()
    assert agenda.todo(net.a).mine


def test_a_laptop_with_unshared_edits_does_not_go_back(net: Network, tmp_path: Path) -> None:
    laptop = net.second()
    plan = documents.documents(laptop, "work_plan")[0]
    filing.answer(laptop, plan.id, {"about/until": "2026-11-30"})
    net.meet(laptop, net.a)
    with pytest.raises(DeskFault, match="not shared"):
        departures.return_laptop(laptop, tmp_path / "out")
    assert documents.find_document(laptop, plan.id).answers["about/until"] == "2026-11-30"
