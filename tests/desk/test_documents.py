"""Documents as a desk sees them: read once while nothing changes, and seen anew whenever something does."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.offices import Network, open_at
from wopdesk.desk import agenda, authority, documents, filing, inbox, looking, outbox, reviewing, submitting, typing
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.looking import Incoming
from wopdesk.desk.writing import write_within
from wopdesk.exchange.bundle import write
from wopdesk.exchange.signed import sign_statement
from wopdesk.programme.agenda import WAITING
from wopdesk.programme.filed import ACCEPTED, AWAITED, SUBMITTED
from wopdesk.records.ids import PARTNERSHIP, Space
from wopdesk.records.kinds import FACILITATOR, MENTOR
from wopdesk.records.review import ACCEPT, RETURN
from wopdesk.records.statement import Member, statement_id


def test_what_did_not_change_is_not_read_again(net: Network) -> None:
    report, other = net.report(net.a), net.report(net.a, "2026-04")
    first = documents.find_document(net.a, report.id)
    typing.keep_typing(net.a, report.id, {"about/prepared_by": "Somebody"})
    filing.answer(net.a, other.id, {"about/prepared_by": "Somebody"})
    assert documents.find_document(net.a, report.id) is first
    assert next(one for one in documents.documents(net.a, home=net.home) if one.id == report.id) is first


def test_what_was_saved_is_seen_at_once(net: Network) -> None:
    report = net.report(net.a)
    filing.answer(net.a, report.id, {"about/prepared_by": "Somebody"})
    assert documents.find_document(net.a, report.id).answers["about/prepared_by"] == "Somebody"
    assert len(documents.documents(net.a, "monthly_report")) == 1
    net.report(net.a, "2026-04")
    assert len(documents.documents(net.a, "monthly_report")) == 2


def test_a_save_that_failed_is_not_seen(net: Network) -> None:
    report = net.report(net.a)
    before = documents.find_document(net.a, report.id).answers
    with pytest.raises(ZeroDivisionError):
        save_and_fail(net.a, report)
    assert documents.find_document(net.a, report.id).answers == before


def save_and_fail(desk: Desk, report: Document) -> None:
    with desk.store.writing() as connection:
        at = report.founding, report.draft_space
        write_within(desk, connection, at, [("about/prepared_by", "Somebody", ())])
        raise ZeroDivisionError


def test_what_another_program_wrote_into_the_file_is_seen(net: Network) -> None:
    report = net.report(net.a)
    documents.documents(net.a)
    other = open_at(net.folder / "a.wopdesk", net.clock)
    filing.answer(other, report.id, {"about/prepared_by": "Somebody"})
    other.close()
    assert documents.find_document(net.a, report.id).answers["about/prepared_by"] == "Somebody"


def test_what_was_received_is_seen(net: Network) -> None:
    report = submitted(net)
    net.send(net.a, net.p)
    assert documents.find_document(net.p, report.id).state == SUBMITTED
    reviewing.review(net.p, report.id, ACCEPT, "Good")
    net.send(net.p, net.a)
    assert documents.find_document(net.a, report.id).state == ACCEPTED


def submitted(net: Network) -> Document:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    return documents.find_document(net.a, report.id)


def where_a_later_role_counts(net: Network) -> Space:
    """A partnership in which the role of facilitator prevails over that of mentor: of the two the smaller id does."""
    key = authority.authority_key(net.p)
    while True:
        home = Space(PARTNERSHIP, net.p.office, secrets.token_hex(16))
        stated = [Member(home.id, net.b.office, role) for role in (FACILITATOR, MENTOR)]
        facilitator, mentor = (statement_id(sign_statement(one, key).data) for one in stated)
        if facilitator < mentor:
            return home


def test_what_pwon_states_is_seen_in_what_was_read_before(net: Network) -> None:
    home = where_a_later_role_counts(net)
    filing.start(net.p, "partnership", home, {"about/title": "Less water lost"})
    for member in (net.a, net.b):
        authority.make_member(net.p, home, member.office, member.identity.role)
    net.meet(net.a, net.b, net.p)
    quiet = {
        "about/nil_return": "yes",
        "about/nil_reason": "Flood",
        "obstacles/nothing": "OK",
        "requests/nothing": "OK",
    }
    report = filing.start(net.a, "monthly_report", home, {"about/period": "2026-10", **quiet})
    submitting.submit(net.a, report.id)
    net.meet(net.a, net.b, net.p)
    reviewing.review(net.b, report.id, ACCEPT, "Good")
    net.send(net.b, net.p)
    assert documents.find_document(net.p, report.id).state == SUBMITTED
    authority.make_member(net.p, home, net.b.office, FACILITATOR)
    assert documents.find_document(net.p, report.id).state == ACCEPTED


def without_files(net: Network, folder: Path) -> list[looking.Receipt]:
    """What PWON receives when the files of a bundle got lost on the way."""
    found = []
    for one in looking.look(net.p, net.files(net.a, net.p)):
        assert isinstance(one, Incoming)
        path = folder / "without-files.wopx"
        path.write_bytes(write(replace(one.bundle, blobs={}), net.a.key()))
        found += inbox.receive(net.p, [path])
    return found


def test_a_record_whose_version_has_not_arrived_is_awaited_not_a_draft(net: Network, tmp_path: Path) -> None:
    report = submitted(net)
    assert without_files(net, tmp_path)[0].records == (report.id,)
    there = documents.find_document(net.p, report.id)
    assert (there.state, there.versions, there.absent) == (AWAITED, (), (report.versions[0].digest,))
    duty = next(one for one in agenda.todo(net.p).others if one.record == report.id)
    assert (duty.state, duty.period) == (WAITING, "2026-03")


def test_a_version_that_has_not_arrived_is_asked_for_and_comes(net: Network, tmp_path: Path) -> None:
    report = submitted(net)
    without_files(net, tmp_path)
    asked = outbox.compose(net.p, (net.a.office,)).bundle.envelope.want.blobs
    assert asked == (report.versions[0].digest,)
    net.send(net.p, net.a)
    net.send(net.a, net.p)
    there = documents.find_document(net.p, report.id)
    assert (there.state, there.absent) == (SUBMITTED, ())


@pytest.mark.parametrize(("verdict", "state"), [(ACCEPT, ACCEPTED), (RETURN, AWAITED), ("", SUBMITTED)])
def test_while_a_correction_has_not_arrived_the_version_before_it_shows(
    net: Network, tmp_path: Path, verdict: str, state: str
) -> None:
    report = submitted(net)
    net.send(net.a, net.p)
    if verdict:
        reviewing.review(net.p, report.id, verdict, "Because")
        net.send(net.p, net.a)
    filing.answer(net.a, report.id, {"about/prepared_by": "Another"})
    submitting.submit(net.a, report.id)
    without_files(net, tmp_path)
    there = documents.find_document(net.p, report.id)
    assert (there.state, len(there.absent)) == (state, 1)
    assert there.latest is not None
    assert there.latest.version.number == 1
    net.send(net.p, net.a)
    net.send(net.a, net.p)
    there = documents.find_document(net.p, report.id)
    assert (there.state, there.absent, len(there.versions)) == (SUBMITTED, (), 2)
