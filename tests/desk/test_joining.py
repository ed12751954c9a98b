"""Offices and computers join: nothing unsigned is believed, and what was drafted before approval counts after it."""

from __future__ import annotations

import secrets
from contextlib import closing
from pathlib import Path

import pytest

from tests.desk.offices import Network, approve, join, open_at, taken
from wopdesk.desk import authority, documents, filing, inbox, outbox, partners, reviewing, submitting, welcome
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.welcome import NewOffice
from wopdesk.exchange.codes import short_code
from wopdesk.exchange.signed import sign_statement
from wopdesk.records.ids import PARTNERSHIP, Key, Space
from wopdesk.records.review import ACCEPT
from wopdesk.records.statement import Admit
from wopdesk.store.faults import StoreFault


def invitation(net: Network) -> Path:
    """PWON's invitation as a file."""
    path = net.folder / "invitation.wopx"
    path.write_bytes(authority.invitation(net.p))
    return path


def newcomer(net: Network) -> Desk:
    """A mentee that nobody knows, with PWON's invitation opened."""
    desk = net.new("d", "mentee", "WASA Multan")
    taken(inbox.receive(desk, [invitation(net)], short_code(Key(net.p.identity.root))))
    return desk


def own_report(desk: Desk) -> Document:
    """A submitted report in a partnership that the desk opened by itself."""
    home = Space(PARTNERSHIP, desk.office, secrets.token_hex(16))
    answers = {"about/title": "Metering", "about/code": "WOP-X", "pilot/start": "2026-03-01", "pilot/end": "2026-12-31"}
    partnership = filing.start(desk, "partnership", home, answers)
    with pytest.raises(submitting.Unanswered):
        submitting.submit(desk, partnership.id)
    report = filing.start(
        desk,
        "monthly_report",
        home,
        {
            "about/period": "2026-03",
            "about/prepared_by": "Sample Engineer",
            "progress/description": "Meters were bought.",
            "work/nothing": "OK",
            "findings/nothing": "OK",
            "obstacles/nothing": "OK",
            "requests/nothing": "OK",
        },
    )
    submitting.submit(desk, report.id)
    return documents.find_document(desk, report.id)


def test_a_file_opens_again_with_its_office_and_key(net: Network) -> None:
    net.close("a")
    path = net.folder / "a.wopdesk"
    assert path.stat().st_mode & 0o777 == 0o600
    desk = open_at(path, net.clock)
    net.desks["a"] = desk
    assert desk.identity.name == "WASA Faisalabad"
    assert desk.key().public == desk.identity.key


def test_a_file_is_not_made_over_another(net: Network) -> None:
    with pytest.raises(StoreFault, match="already"):
        net.new("a", "mentee", "WASA Faisalabad")
    assert net.a.identity.name == "WASA Faisalabad"


def test_an_invitation_is_opened_by_its_code_alone(net: Network) -> None:
    desk = net.new("d", "mentee", "WASA Multan")
    for code in ("", "7K3M-Q0ZD-2PXA"):
        (receipt,) = inbox.receive(desk, [invitation(net)], code)
        assert receipt.refused is not None
        assert desk.identity.root == ""
    right = short_code(Key(net.p.identity.root))
    taken(inbox.receive(desk, [invitation(net)], right.lower().replace("-", " ")))
    assert desk.identity.root == net.p.identity.root
    taken(inbox.receive(desk, [invitation(net)]))


def test_an_office_of_one_network_does_not_open_another_ones_invitation(net: Network, tmp_path: Path) -> None:
    other = net.new("q", "facilitator", "Another PWON")
    path = tmp_path / "other.wopx"
    path.write_bytes(authority.invitation(other))
    (receipt,) = inbox.receive(net.a, [path], short_code(Key(other.identity.root)))
    assert receipt.refused is not None
    assert net.a.identity.root == net.p.identity.root


def test_a_bundle_is_no_invitation(net: Network) -> None:
    desk = net.new("d", "mentee", "WASA Multan")
    (receipt,) = inbox.receive(desk, net.files(net.p, net.a), short_code(Key(net.p.identity.root)))
    assert receipt.refused is not None


def test_approval_needs_the_right_code(net: Network) -> None:
    desk = newcomer(net)
    net.send(desk, net.p)
    (request,) = authority.requests(net.p)
    assert (request.office, request.name, request.own) == (desk.office, "WASA Multan", False)
    with pytest.raises(DeskFault, match="does not belong"):
        authority.approve(net.p, "WASA Multan", short_code(net.a.identity.key))
    assert authority.requests(net.p) == [request]
    approve(net, desk)
    assert authority.requests(net.p) == []
    net.send(net.p, desk)
    assert partners.find_office(desk, "wasa-multan").confirmed


def test_only_pwon_approves(net: Network) -> None:
    desk = newcomer(net)
    net.send(desk, net.p)
    with pytest.raises(DeskFault, match="Only PWON"):
        authority.approve(net.a, "WASA Multan", short_code(desk.identity.key))
    with pytest.raises(DeskFault, match="Only PWON"):
        authority.invitation(net.a)
    with pytest.raises(DeskFault, match="Only PWON"):
        authority.make_member(net.a, net.home, desk.office, "mentee")


def test_a_report_of_an_unconfirmed_office_is_shown_so_and_counts_on_approval(net: Network) -> None:
    desk = newcomer(net)
    report = own_report(desk)
    (receipt,) = net.send(desk, net.p)
    assert not receipt.confirmed
    assert any("not approved yet" in str(note) for note in receipt.notes)
    seen = documents.find_document(net.p, report.id)
    assert seen.state == "submitted"
    assert [one.confirmed for one in seen.versions] == [False]
    assert seen.answers["progress/description"] == "Meters were bought."
    with pytest.raises(DeskFault, match="not approved yet"):
        reviewing.review(net.p, report.id, ACCEPT, "")
    approve(net, desk)
    assert [one.confirmed for one in documents.find_document(net.p, report.id).versions] == [True]
    assert reviewing.review(net.p, report.id, ACCEPT, "Welcome.").state == "accepted"
    net.send(net.p, desk)
    assert documents.find_document(desk, report.id).state == "accepted"


def test_an_unconfirmed_office_corrects_its_report_and_pwon_sees_the_newest(net: Network) -> None:
    desk = newcomer(net)
    report = own_report(desk)
    net.send(desk, net.p)
    filing.answer(desk, report.id, {"progress/description": "Meters were fitted."})
    submitting.submit(desk, report.id)
    net.send(desk, net.p)
    seen = documents.find_document(net.p, report.id)
    assert [one.version.number for one in seen.versions if one.current] == [2]
    assert seen.answers["progress/description"] == "Meters were fitted."


def test_before_anybody_answered_a_desk_drafts_and_submits_for_itself(net: Network) -> None:
    desk = net.new("d", "mentee", "WASA Multan")
    report = own_report(desk)
    assert report.state == "submitted"
    with pytest.raises(DeskFault, match="No single office"):
        outbox.export(desk, "pwon", net.folder / "out")


@pytest.mark.parametrize("wanted", ["", " ", "nobody", "wasa-"])
def test_an_office_is_found_by_code_name_or_id_only(net: Network, wanted: str) -> None:
    net.send(newcomer(net), net.p)
    with pytest.raises(DeskFault, match="No single office"):
        partners.find_office(net.p, wanted)


def test_two_utilities_of_one_name_get_two_codes(net: Network) -> None:
    desk = net.new("d", "mentor", "WASA Faisalabad")
    join(net, desk)
    approve(net, desk)
    codes = {one.code for one in partners.offices(net.p) if one.name == "WASA Faisalabad"}
    assert len(codes) == 2


def test_a_further_computer_gets_all_drafts_and_its_own_count(net: Network) -> None:
    report = net.report(net.a)
    second = net.further("a2", "a")
    early = filing.start(second, "monthly_report", net.home, {"about/period": "2026-04"})
    net.send(second, net.a)
    assert early.id not in {one.id for one in documents.documents(net.a) if one.has_draft}
    (request,) = authority.requests(net.a)
    assert request.own
    with pytest.raises(DeskFault, match="does not belong"):
        authority.admit(net.a, request.key, short_code(net.a.identity.key))
    authority.admit(net.a, request.key, short_code(second.identity.key))
    assert authority.requests(net.a) == []
    assert documents.find_document(net.a, early.id).answers["about/period"] == "2026-04"
    net.meet(net.a, second)
    assert documents.find_document(second, report.id).answers == report.answers
    submitting.submit(second, report.id)
    net.send(second, net.p)
    assert documents.find_document(net.p, report.id).versions[0].confirmed


def test_a_further_computer_is_admitted_while_the_office_itself_waits(net: Network) -> None:
    desk = newcomer(net)
    report = own_report(desk)
    second = net.second("d2", "d")
    assert authority.requests(desk) == []
    assert documents.find_document(second, report.id).state == "submitted"
    filing.answer(second, report.id, {"progress/description": "From the second computer."})
    submitting.submit(second, report.id)
    for computer in (desk, second):
        net.send(computer, net.p)
    approve(net, desk)
    assert [one.confirmed for one in documents.find_document(net.p, report.id).versions] == [True, True]


def test_a_computer_of_another_office_is_not_admitted(net: Network) -> None:
    desk = newcomer(net)
    net.send(desk, net.p)
    with pytest.raises(DeskFault, match="another office"):
        authority.admit(net.p, desk.identity.key, short_code(desk.identity.key))


def test_a_computer_that_did_not_ask_for_it_is_not_admitted(net: Network) -> None:
    new = NewOffice("mentee", "WASA Faisalabad", "Sample Engineer", net.a.office)
    with closing(welcome.set_up(net.folder / "a9.wopdesk", new, net.clock).desk) as other:
        key = other.identity.key
        net.send(other, net.a)
    with pytest.raises(DeskFault, match="has not signed") as fault:
        authority.admit(net.a, key, short_code(key))
    assert fault.value.next == "Receive a bundle of that computer first."
    assert key not in net.a.standing.voices


def test_another_office_cannot_claim_a_further_computer(net: Network) -> None:
    second = net.second()
    net.meet(net.a, net.p, net.b)
    for number in range(20):  # some of these have a smaller id than the rightful admit
        claim = Admit(second.identity.key, ("*", f"{number:064x}"))
        welcome.take_statements(net.b, [sign_statement(claim, net.b.key())])
    net.meet(net.b, net.p, net.a, second)
    report = net.report(second)
    submitting.submit(second, report.id)
    for other in (net.p, net.a, net.b):
        net.send(second, other)
        assert other.standing.voices[second.identity.key].office == net.a.office
    assert documents.find_document(net.p, report.id).versions[0].confirmed


def test_a_stranger_who_calls_itself_an_approved_office_is_not_believed(net: Network) -> None:
    thief = net.further("thief", "a")
    taken(inbox.receive(thief, net.files(net.a, net.a)))  # a USB stick between two computers, found by somebody
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    for number in range(3):
        net.report(thief, progress__produced=str(number))
        submitting.submit(thief, report.id)
    (receipt,) = net.send(thief, net.p)
    assert not receipt.confirmed
    document = documents.find_document(net.p, report.id)
    assert document.newest is not None
    assert document.newest.confirmed
    assert len(document.versions) == 4
    assert [one.confirmed for one in document.versions if one.current] == [True]
    reviewing.review(net.p, report.id, ACCEPT, "")
    net.send(net.p, net.a)
    assert documents.find_document(net.a, report.id).state == "accepted"
