"""What the screen of offices is told, and what its buttons do, with real desks."""

from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest

from tests.desk.offices import Network, join, taken
from wopdesk.desk import beginning, inbox, upkeep
from wopdesk.desk.desk import Desk, opened
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.welcome import NewOffice, set_up
from wopdesk.exchange.codes import short_code
from wopdesk.records.ids import Key
from wopdesk.ui.screens.offices import presenter
from wopdesk.ui.screens.offices.content import Asking, Known, OfficesContent

WRONG = "7K3M-Q0ZD-2PXA"


def known(content: OfficesContent, name: str) -> Known:
    (found,) = [one for one in content.known if one.name == name]
    return found


def newcomer(net: Network) -> Desk:
    desk = net.new("d", "mentee", "WASA Multan")
    join(net, desk)
    return desk


def test_offices_come_with_their_role_state_and_partnerships(net: Network) -> None:
    net.on("2026-11-05")
    net.send(net.a, net.p)
    content = presenter.content(net.p)
    assert content.coordinator
    assert [one.state for one in content.known] == ["own", "approved", "approved"]
    faisalabad = known(content, "WASA Faisalabad")
    assert (faisalabad.code, faisalabad.role) == ("wasa-faisalabad", "mentee")
    assert faisalabad.heard is not None
    assert faisalabad.heard.date().isoformat() == "2026-11-05"
    assert [(one.space, one.role) for one in faisalabad.parts] == [(net.home.id, "mentee")]
    assert [(one.code, one.this) for one in faisalabad.computers] == [(short_code(net.a.identity.key), False)]
    assert content.own_code == short_code(net.p.identity.key)
    assert content.approved


def test_a_name_that_looks_like_anothers_is_told(net: Network) -> None:
    join(net, net.new("d", "mentee", "W\N{GREEK CAPITAL LETTER ALPHA}SA Faisalabad"))
    (asking,) = presenter.content(net.p).asking
    assert asking.like == "WASA Faisalabad"
    assert newcomer_like(net) == ""


def newcomer_like(net: Network) -> str:
    """What is told of an office whose name is its own."""
    join(net, net.new("e", "mentee", "WASA Multan"))
    return next(one.like for one in presenter.content(net.p).asking if one.name == "WASA Multan")


def test_the_code_of_who_waits_stands_nowhere(net: Network) -> None:
    stranger = newcomer(net)
    content = presenter.content(net.p)
    (asking,) = content.asking
    assert (asking.name, asking.may_decide, asking.own) == ("WASA Multan", True, False)
    code = short_code(stranger.identity.key)
    assert code not in repr(content)
    assert "code" not in {one.name for one in fields(Asking)}
    assert known(content, "WASA Multan").computers == ()


def test_the_right_code_approves_and_a_wrong_one_changes_nothing(net: Network) -> None:
    stranger = newcomer(net)
    key = stranger.identity.key
    wrong = presenter.decide(net.p, key, WRONG, "mentor")
    assert not wrong.right
    assert presenter.content(net.p).asking
    right = presenter.decide(net.p, key, short_code(key).lower(), "mentor")
    assert (right.right, right.name, right.role) == (True, "WASA Multan", "mentor")
    content = presenter.content(net.p)
    assert not content.asking
    assert known(content, "WASA Multan").role == "mentor"


def test_who_waits_comes_with_the_role_that_it_says(net: Network) -> None:
    join(net, net.new("e", "supporting", "Sample Bank"))
    (asking,) = presenter.content(net.p).asking
    assert asking.role == "supporting"


def test_a_partner_sees_who_waits_and_does_not_decide(net: Network) -> None:
    stranger = newcomer(net)
    net.send(net.p, net.a)
    assert not presenter.content(net.a).asking
    assert not presenter.content(net.a).coordinator
    content = presenter.content(stranger)
    assert not content.approved
    assert content.joined
    assert known(content, "WASA Multan").state == "own waiting"


def test_a_further_computer_of_the_own_office_is_admitted(net: Network) -> None:
    second = net.further("a2", "a")
    net.send(second, net.a)
    (asking,) = presenter.content(net.a).asking
    assert (asking.own, asking.ready, asking.may_decide) == (True, True, True)
    assert not presenter.decide(net.a, asking.key, WRONG, "").right
    assert presenter.decide(net.a, asking.key, short_code(second.identity.key), "").right
    computers = known(presenter.content(net.a), "WASA Faisalabad").computers
    assert {one.key for one in computers} == {net.a.identity.key, second.identity.key}
    assert [one.this for one in computers] == [True, False]


def test_whoever_asks_for_another_offices_place_is_named_and_not_approved(net: Network) -> None:
    path = net.folder / "q.wopdesk"
    new = NewOffice("mentee", "WASA Multan", "Sample Engineer", office=net.a.office)
    net.desks["q"] = thief = set_up(path, new, net.clock).desk
    net.stack.callback(net.close, "q")
    join(net, thief)
    (asking,) = presenter.content(net.p).asking
    assert (asking.name, asking.known_as) == ("WASA Multan", "WASA Faisalabad")
    with pytest.raises(DeskFault, match="approved already"):
        presenter.decide(net.p, asking.key, short_code(thief.identity.key), "mentee")


def test_an_invitation_is_saved_and_its_code_is_the_roots(net: Network, tmp_path: Path) -> None:
    invited = presenter.invite(net.p, tmp_path / "invitation.wopx")
    stranger = net.new("d", "mentee", "WASA Multan")
    taken(inbox.receive(stranger, [Path(invited.file)], invited.code))
    assert invited.code == short_code(Key(net.p.identity.root))
    with pytest.raises(DeskFault):
        presenter.invite(net.a, tmp_path / "other.wopx")


def test_an_office_takes_part_and_takes_part_no_more(net: Network) -> None:
    stranger = newcomer(net)
    key = stranger.identity.key
    presenter.decide(net.p, key, short_code(key), "supporting")
    assert presenter.take_part(net.p, net.home.id, stranger.office, "supporting") == "WASA Multan"
    assert [one.role for one in known(presenter.content(net.p), "WASA Multan").parts] == ["supporting"]
    presenter.leave_part(net.p, net.home.id, stranger.office)
    assert known(presenter.content(net.p), "WASA Multan").parts == ()


def test_pwons_former_computer_is_marked_until_it_is_cut_off(net: Network) -> None:
    founded = set_up(net.folder / "q.wopdesk", NewOffice("facilitator", "PWON", "Sample Coordinator"))
    assert founded.kit is not None
    kit, again = net.folder / "kit", net.folder / "again" / "q.wopdesk"
    kit.write_bytes(founded.kit.file)
    with closing(founded.desk) as lost:
        backup, former = upkeep.back_up(lost), lost.identity.key
    who = ("Sample Coordinator", net.clock)
    beginning.recovered(again, backup, (kit, founded.kit.passphrase), who, stolen=True)
    with opened(again) as desk:
        marked = [(one.this, one.former) for one in known(presenter.content(desk), "PWON").computers]
        presenter.cut_off(desk, former)
        after = [(one.this, one.former, one.cut) for one in known(presenter.content(desk), "PWON").computers]
    assert marked == [(True, False), (False, True)]
    assert after == [(True, False, False), (False, False, True)]


def test_a_computer_is_cut_off_by_its_own_office(net: Network) -> None:
    laptop = net.second()
    presenter.cut_off(net.a, laptop.identity.key)
    computers = known(presenter.content(net.a), "WASA Faisalabad").computers
    assert [(one.key, one.cut) for one in computers] == [
        (net.a.identity.key, False),
        (laptop.identity.key, True),
    ]
    with pytest.raises(DeskFault):
        presenter.cut_off(net.a, net.b.identity.key)
