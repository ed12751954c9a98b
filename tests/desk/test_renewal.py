"""Restored backups and copied disks: the file goes on under a new key, and nothing is lost."""

from __future__ import annotations

from tests.desk.offices import Network, taken
from wopdesk.desk import documents, filing, inbox, sharing, submitting
from wopdesk.desk.desk import Desk
from wopdesk.exchange import keyfolder
from wopdesk.store import outgoing, reading


def submit(net: Network, desk: Desk, period: str, **answers: str) -> str:
    """File and submit a report; its record."""
    report = net.report(desk, period, **answers)
    submitting.submit(desk, report.id)
    return report.id


def reports(desk: Desk) -> dict[str, str]:
    """States of the reports at a desk."""
    return {one.founding.text: one.state for one in documents.documents(desk, "monthly_report")}


def held(desk: Desk) -> list[reading.Entered]:
    """What is held at a desk."""
    with desk.store.reading() as connection:
        return reading.held(connection)


def missing(desk: Desk) -> set[str]:
    """Segments that a desk misses."""
    with desk.store.reading() as connection:
        return set(outgoing.read_graph(connection, ()).missing())


def test_a_restored_backup_gets_everything_back_and_goes_on_under_a_new_key(net: Network) -> None:
    submit(net, net.a, "2026-03")
    net.send(net.a, net.p)
    net.keep("a", "backup")
    submit(net, net.a, "2026-04")
    net.send(net.a, net.p)
    old = net.a.identity.key
    desk = net.put_back("backup", "a")
    assert reports(desk) == {"2026-03": "submitted"}
    submit(net, desk, "2026-05")
    net.send(desk, net.p)
    (receipt,) = net.send(net.p, desk)
    assert any("restored or copied" in str(note) for note in receipt.notes)
    assert desk.identity.key != old
    assert desk.identity.former == (old,)
    assert set(keyfolder.kept(keyfolder.folder_of(desk.store.path))) == {old, desk.identity.key}
    submit(net, desk, "2026-06")
    net.meet(desk, net.p, net.b)
    expected = dict.fromkeys(("2026-03", "2026-04", "2026-05", "2026-06"), "submitted")
    for each in (desk, net.p, net.b):
        assert reports(each) == expected
        assert held(each) == []
        assert missing(each) == set()


def test_drafts_of_a_team_come_back_to_a_restored_computer(net: Network) -> None:
    second = net.second()
    net.keep("a", "backup")
    draft = net.report(net.a)
    net.meet(net.a, second)
    desk = net.put_back("backup", "a")
    net.meet(desk, second)
    assert documents.find_document(desk, draft.id).answers == draft.answers
    filing.answer(desk, draft.id, {"about/prepared_by": "After the restore"})
    net.meet(desk, second)
    assert documents.find_document(second, draft.id).answers["about/prepared_by"] == "After the restore"
    assert not documents.find_document(second, draft.id).differences


def test_a_restore_before_anything_was_sent_needs_no_new_key(net: Network) -> None:
    net.keep("a", "backup")
    desk = net.put_back("backup", "a")
    key = desk.identity.key
    submit(net, desk, "2026-03")
    net.meet(desk, net.p)
    assert desk.identity.key == key
    assert reports(net.p) == {"2026-03": "submitted"}


def test_both_halves_of_a_copied_disk_go_on_and_nothing_is_lost(net: Network) -> None:
    net.keep("a", "copy")
    copy = net.desk("copy")
    submit(net, net.a, "2026-03")
    submit(net, copy, "2026-04")
    for desk in (net.a, copy):
        net.send(desk, net.p)
    net.meet(net.a, copy, net.p)
    assert net.a.identity.key != copy.identity.key
    submit(net, net.a, "2026-05")
    submit(net, copy, "2026-06")
    net.meet(net.a, copy, net.p)
    for desk in (net.a, copy, net.p):
        assert sorted(reports(desk)) == ["2026-03", "2026-04", "2026-05", "2026-06"]
        assert set(reports(desk).values()) == {"submitted"}
        assert held(desk) == []


def test_a_copied_disk_that_edits_the_same_answer_shows_a_difference(net: Network) -> None:
    report = net.report(net.a)
    net.keep("a", "copy")
    copy = net.desk("copy")
    filing.answer(net.a, report.id, {"about/prepared_by": "One"})
    filing.answer(copy, report.id, {"about/prepared_by": "Two"})
    net.meet(net.a, copy)
    for desk in (net.a, copy):
        (difference,) = documents.find_document(desk, report.id).differences
        assert {one.value for one in difference.choices} == {"One", "Two"}


def test_the_first_computer_restored_still_admits_others(net: Network) -> None:
    net.keep("a", "backup")
    submit(net, net.a, "2026-03")
    net.send(net.a, net.p)
    desk = net.put_back("backup", "a")
    net.meet(desk, net.p)
    second = net.second()
    submit(net, second, "2026-04")
    net.meet(second, net.p, desk)
    for each in (second, net.p, desk):
        assert reports(each) == {"2026-03": "submitted", "2026-04": "submitted"}


def test_pwon_restored_gets_back_what_it_approved_and_reviewed(net: Network) -> None:
    report = submit(net, net.a, "2026-03")
    net.keep("p", "backup")
    net.send(net.a, net.p)
    net.send(net.p, net.b)
    desk = net.put_back("backup", "p")
    assert report not in {one.id for one in documents.documents(desk)}
    net.meet(desk, net.a)
    net.meet(desk, net.b)
    assert reports(desk) == {"2026-03": "submitted"}
    again = net.report(net.a, "2026-04")
    submitting.submit(net.a, again.id)
    net.meet(desk, net.a, net.b)
    assert reports(net.b) == reports(desk) == {"2026-03": "submitted", "2026-04": "submitted"}


def test_receiving_the_same_bundle_after_the_restore_renews_once(net: Network) -> None:
    net.keep("a", "backup")
    submit(net, net.a, "2026-03")
    net.send(net.a, net.p)
    desk = net.put_back("backup", "a")
    net.send(desk, net.p)
    files = net.files(net.p, desk)
    taken(inbox.receive(desk, files))
    key = desk.identity.key
    taken(inbox.receive(desk, files))
    assert desk.identity.key == key


def test_what_was_kept_back_when_the_key_was_renewed_is_shared_later(net: Network) -> None:
    net.keep("a", "backup")
    submit(net, net.a, "2026-03")
    net.send(net.a, net.p)
    desk = net.put_back("backup", "a")
    plan = documents.documents(desk, "work_plan")[0]
    filing.answer(desk, plan.id, {"about/until": "2026-11-30"})
    net.meet(desk, net.p)
    assert len(desk.identity.former) == 1
    assert documents.find_document(net.p, plan.id).cells == plan.cells
    sharing.share(desk, plan.id)
    net.meet(desk, net.p)
    assert "2026-11-30" in documents.find_document(net.p, plan.id).answers.values()
    assert missing(net.p) == set()
