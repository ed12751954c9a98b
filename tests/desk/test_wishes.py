"""An office says itself as what it takes part; PWON hears it with the first message, and decides."""

from __future__ import annotations

import pytest

from tests.desk.offices import Network, join, taken
from wopdesk.desk import authority, inbox, looking, outbox, previewing, starting, wishes
from wopdesk.desk.desk import Desk
from wopdesk.desk.welcome import take_statements
from wopdesk.exchange.codes import short_code
from wopdesk.exchange.signed import sign_statement
from wopdesk.records.ids import Key, OfficeId, SpaceId
from wopdesk.records.kinds import FACILITATOR, MENTEE, MENTOR, SUPPORTING
from wopdesk.records.statement import Member


def newcomer(net: Network, role: str) -> Desk:
    """An office of this role that opened PWON's invitation and wrote to PWON."""
    desk = net.new("d", role, "WASA Multan")
    join(net, desk)
    return desk


def programme_role(desk: Desk, office: OfficeId) -> str | None:
    """The role that counts at a desk."""
    assert desk.identity.programme is not None
    return desk.standing.role(desk.identity.programme, office)


@pytest.mark.parametrize("role", [MENTEE, MENTOR, SUPPORTING])
def test_pwon_hears_with_the_first_message_as_what_an_office_takes_part(net: Network, role: str) -> None:
    desk = newcomer(net, role)
    (request,) = authority.requests(net.p)
    assert (request.office, request.role) == (desk.office, role)


def test_what_an_office_says_of_itself_gives_it_no_role(net: Network) -> None:
    desk = newcomer(net, MENTOR)
    assert programme_role(net.p, desk.office) is None
    assert programme_role(desk, desk.office) is None
    assert programme_role(net.a, desk.office) is None


def test_an_office_is_approved_as_what_it_says_unless_pwon_says_otherwise(net: Network) -> None:
    desk = newcomer(net, MENTOR)
    code = short_code(desk.identity.key)
    authority.approve(net.p, desk.identity.key, code)
    assert programme_role(net.p, desk.office) == MENTOR


def test_what_pwon_says_holds_against_what_the_office_said(net: Network) -> None:
    desk = newcomer(net, MENTOR)
    authority.approve(net.p, desk.identity.key, short_code(desk.identity.key), MENTEE)
    net.meet(net.p, desk)
    assert programme_role(net.p, desk.office) == MENTEE
    assert programme_role(desk, desk.office) == MENTEE
    assert not net.send(desk, net.p)[0].new


def test_nobody_becomes_pwon_by_saying_so(net: Network) -> None:
    desk = net.new("d", MENTEE, "WASA Multan")
    join(net, desk)
    programme = desk.identity.programme
    assert programme is not None
    take_statements(desk, [sign_statement(Member(programme.id, desk.office, FACILITATOR), desk.key())])
    net.send(desk, net.p)
    (request,) = authority.requests(net.p)
    assert request.role == MENTEE
    assert desk.office not in net.p.standing.facilitators


def test_who_says_nothing_is_asked(net: Network) -> None:
    desk = net.new("d", MENTOR, "WASA Multan")
    invitation = net.folder / "invitation.wopx"
    invitation.write_bytes(authority.invitation(net.p))
    taken(inbox.receive(desk, [invitation], short_code(Key(net.p.identity.root))))
    with desk.store.writing() as connection:  # releases before said nothing
        connection.exec_driver_sql("DELETE FROM statement WHERE signer = ?", (desk.identity.key,))
    net.send(desk, net.p)
    (request,) = authority.requests(net.p)
    assert request.role == ""


def test_an_invitation_that_is_opened_again_says_the_role_once(net: Network) -> None:
    desk = newcomer(net, MENTEE)
    wishes.say_role(desk)
    wishes.say_role(desk)
    assert list(wishes.said_roles(desk)) == [(desk.identity.key, desk.office)]


def test_a_wish_goes_to_pwon_alone(net: Network) -> None:
    desk = newcomer(net, MENTEE)
    starting.start_partnership(desk, "Metering")
    assert _wishes_in(desk, net.p.office)
    assert not _wishes_in(desk, desk.office)


def _wishes_in(desk: Desk, office: OfficeId) -> list[bytes]:
    """Statements about roles in what goes to an office."""
    return [one.data for one in outbox.compose(desk, [office]).bundle.statements if b'"mentee"' in one.data]


def test_a_wish_is_not_counted_among_the_approvals_that_a_file_brings(net: Network) -> None:
    desk = net.new("d", MENTEE, "WASA Multan")
    invitation = net.folder / "invitation.wopx"
    invitation.write_bytes(authority.invitation(net.p))
    taken(inbox.receive(desk, [invitation], short_code(Key(net.p.identity.root))))
    (found,) = looking.look(net.p, net.files(desk, net.p))
    assert isinstance(found, looking.Incoming)
    assert previewing.preview(net.p, found.bundle).members == 0


def test_a_role_in_a_partnership_that_only_an_office_says_is_not_counted(net: Network) -> None:
    (space,) = [one for one in net.a.standing.members if one[1] == net.a.office and one[0] != _programme(net.a)]
    take_statements(net.a, [sign_statement(Member(SpaceId(space[0]), OfficeId("d" * 32), MENTOR), net.a.key())])
    (found,) = looking.look(net.p, net.files(net.a, net.p))
    assert isinstance(found, looking.Incoming)
    assert b'"mentor"' in b"".join(one.data for one in found.bundle.statements)
    assert previewing.preview(net.p, found.bundle).members == 0


def _programme(desk: Desk) -> str:
    assert desk.identity.programme is not None
    return desk.identity.programme.id
