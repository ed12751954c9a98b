"""PWON's recovery kit: what it brings back when PWON's computer is lost, with and without a backup, through bundles."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from tests import story
from tests.desk.offices import NAMES, ROLES, Network, Ticking, approve, copy_of, join, open_partnership, taken
from wopdesk.desk import (
    authority,
    beginning,
    departures,
    documents,
    filing,
    inbox,
    looking,
    outbox,
    partners,
    recovering,
    sharing,
    submitting,
    unsent,
    upkeep,
    welcome,
)
from wopdesk.desk import passphrase as on_paper
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.previewing import preview
from wopdesk.desk.welcome import NewOffice
from wopdesk.exchange import keyfolder, keys
from wopdesk.exchange.codes import short_code
from wopdesk.exchange.recovery import RecoveryKit, make_kit
from wopdesk.exchange.refusal import Refused
from wopdesk.exchange.signed import sign_statement
from wopdesk.records.ids import Key, OfficeId
from wopdesk.records.statement import Member, Office

KIT = "pwon.recovery-kit"


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RecoveryKit]:
    """PWON, a mentee and a mentor in one partnership, PWON's invitation, and the kit."""
    folder = tmp_path_factory.mktemp("founded")
    with ExitStack() as stack:
        net = Network(folder, Ticking(date(2026, 3, 1)), stack)
        made = welcome.set_up(folder / "p.wopdesk", NewOffice(ROLES["p"], NAMES["p"], "Sample Engineer"), net.clock)
        net.desks["p"] = made.desk
        stack.callback(net.close, "p")
        members = [net.new(name, ROLES[name], NAMES[name]) for name in "ab"]
        for desk in members:
            join(net, desk)
            approve(net, desk)
        open_partnership(net.p, members, story.PARTNERSHIP)
        for desk in members:
            net.send(net.p, desk)
        (folder / "old.wopx").write_bytes(authority.invitation(net.p))
        assert made.kit is not None
        (folder / KIT).write_bytes(made.kit.file)
        return folder, made.kit


@pytest.fixture
def net(founded: tuple[Path, RecoveryKit], tmp_path: Path) -> Iterator[Network]:
    with ExitStack() as stack:
        yield copy_of(founded[0], tmp_path / "net", stack)


@pytest.fixture
def passphrase(founded: tuple[Path, RecoveryKit]) -> str:
    """As a person types it from paper."""
    return founded[1].passphrase.lower().replace("-", " ")


def lose_keys(net: Network, name: str = "p") -> Desk:
    """The data file comes back from a backup; the keys, which are in no backup, do not."""
    data = net.folder / f"{name}.wopdesk"
    backup = upkeep.back_up(net.desk(name))
    net.close(name)
    shutil.rmtree(keyfolder.folder_of(data))
    upkeep.restore(backup, data)
    return net.desk(name)


def recover(net: Network, passphrase: str, name: str = "p", *, stolen: bool = False) -> recovering.Recovered:
    return recovering.recover(net.desk(name), net.folder / KIT, passphrase, stolen=stolen)


def newcomer(net: Network) -> Desk:
    """An office that PWON invites and approves now."""
    desk = net.new("d", "mentee", "WASA Multan")
    join(net, desk)
    approve(net, desk)
    net.send(net.p, desk)
    return desk


def reports(desk: Desk) -> dict[str, str]:
    return {one.founding.text: one.state for one in documents.documents(desk, "monthly_report")}


def test_a_backup_speaks_for_pwon_again_with_the_kit(net: Network, passphrase: str) -> None:
    on_paper.put_off(net.p)
    old = lose_keys(net).identity.key
    with pytest.raises(DeskFault, match="Only PWON's own desk"):
        authority.authority_key(net.p)
    done = recover(net, passphrase)
    assert (done.office, done.renewed, done.code) == ("PWON", True, short_code(net.p.identity.key))
    assert net.p.identity.former == (old,)
    assert not on_paper.is_awaited(net.p)
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.meet(net.p, net.a, net.b)
    assert reports(net.p) == reports(net.b) == {"2026-03": "submitted"}
    new = newcomer(net)
    assert {one.name for one in partners.offices(new) if one.confirmed} >= {"PWON", "WASA Multan"}
    for name in "pabd":
        assert not upkeep.check(net.desk(name))


def test_what_a_new_authority_states_counts_in_the_preview_of_the_file_that_brings_it(
    net: Network, passphrase: str
) -> None:
    lose_keys(net)
    recover(net, passphrase)
    (one,) = looking.look(net.a, net.files(net.p, net.a))
    assert isinstance(one, looking.Incoming)
    assert preview(net.a, one.bundle).offices == ("PWON",)


def test_the_keys_that_still_speak_for_pwon_are_named(net: Network, passphrase: str) -> None:
    second = net.second("p2", "p").identity.key
    old = lose_keys(net).identity.key
    done = recover(net, passphrase, stolen=True)
    assert (done.lost, done.others) == ((old,), (second,))
    departures.cut(net.p, old, [second])
    assert recover(net, passphrase, stolen=True).lost == ()


def test_what_was_never_sent_is_said_again(net: Network, passphrase: str) -> None:
    """Nobody can sign it any more as it stands; to partners it replaces what it replaced."""
    (partnership,) = documents.documents(net.p, "partnership")
    for title in ("One", "Two"):
        filing.answer(net.p, partnership.id, {"about/title": title})
    sharing.share(net.p, partnership.id)
    filing.answer(net.p, partnership.id, {"about/title": "Three"})
    before = lose_keys(net).identity.key
    assert recover(net, passphrase).again == 3
    net.meet(net.p, net.a)
    here = documents.find_document(net.a, partnership.id)
    assert (here.answers["about/title"], here.differences) == ("Two", [])
    sharing.share(net.p, partnership.id)
    net.meet(net.p, net.a)
    for desk in (net.p, net.a):
        here = documents.find_document(desk, partnership.id)
        assert (here.answers["about/title"], here.differences) == ("Three", [])
        assert len(here.cells["about/title"]) == 1
        assert not upkeep.check(desk)
    assert {one.name: one.saves for one in unsent.waiting_to_go(net.p)}["WASA Faisalabad"] == 0
    assert before not in keyfolder.kept(keyfolder.folder_of(net.p.store.path))


def test_what_was_never_sent_is_said_again_though_the_key_was_new_already(net: Network, passphrase: str) -> None:
    """The power went between the new key and what it was to say again."""
    (partnership,) = documents.documents(net.p, "partnership")
    filing.answer(net.p, partnership.id, {"about/title": "One"})
    sharing.share(net.p, partnership.id)
    lose_keys(net)
    new = keys.generate()
    keyfolder.save(keyfolder.folder_of(net.p.store.path), new)
    net.p.store.become(net.p.identity.under(new.public))
    assert b"One" not in b"".join(one.data for one in outbox.compose(net.p, [net.a.office]).bundle.segments)
    done = recover(net, passphrase)
    assert (done.renewed, done.again) == (False, 1)
    with pytest.raises(DeskFault, match="has PWON's keys"):
        recover(net, passphrase)


def test_a_desk_without_its_keys_reads_what_comes_in(net: Network) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    files = net.files(net.a, net.p)
    taken(inbox.receive(lose_keys(net), files))
    assert reports(net.p) == {"2026-03": "submitted"}


def begun(net: Network, passphrase: str) -> Desk:
    """PWON with nothing but the kit and an invitation that somebody kept."""
    net.close("p")
    (net.folder / "p.wopdesk").unlink()
    shutil.rmtree(net.folder / "p.wopdesk.keys", ignore_errors=True)
    kit = net.folder / KIT, passphrase
    beginning.recovered(net.folder / "p.wopdesk", net.folder / "old.wopx", kit, ("Sample Engineer", net.clock))
    return net.p


def test_without_a_backup_all_comes_back_from_the_partners(net: Network, passphrase: str) -> None:
    former, report = net.p.office, net.report(net.a)
    submitting.submit(net.a, report.id)
    net.meet(net.p, net.a, net.b)
    desk = begun(net, passphrase)
    assert desk.office == former
    for partner in (net.a, net.b):
        net.send(partner, desk)
        net.send(desk, partner)
        net.send(partner, desk)
    net.meet(desk, net.a, net.b)
    assert reports(desk) == {"2026-03": "submitted"}
    assert [one.founding.kind for one in documents.documents(desk, "partnership")] == ["partnership"]
    assert {one.name for one in partners.offices(desk) if one.confirmed} == {"PWON", "WASA Faisalabad", "WASA Lahore"}
    assert {one.name for one in partners.offices(newcomer(net)) if one.confirmed} >= {"PWON"}
    for each in (desk, net.a, net.b):
        assert not upkeep.check(each)


def anew(net: Network, left: Path, passphrase: str, *, stolen: bool = False) -> Desk:
    """PWON's at another computer, from what was left of it."""
    kit, who = (net.folder / KIT, passphrase), ("Sample Coordinator", net.clock)
    beginning.recovered(net.folder / "anew" / "p2.wopdesk", left, kit, who, stolen=stolen)
    shutil.move(net.folder / "anew" / "p2.wopdesk", net.folder)
    shutil.move(net.folder / "anew" / "p2.wopdesk.keys", net.folder)
    return net.desk("p2")


def test_a_backup_and_the_kit_begin_at_another_computer(net: Network, passphrase: str) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.meet(net.p, net.a, net.b)
    desk = anew(net, upkeep.back_up(net.p), passphrase, stolen=True)
    assert reports(desk) == {"2026-03": "submitted"}
    assert (desk.identity.former, recovering.is_theft_open(desk)) == ((net.p.identity.key,), False)
    assert {one.name for one in partners.offices(desk) if one.confirmed} == {"PWON", "WASA Faisalabad", "WASA Lahore"}
    assert not upkeep.check(desk)


def test_a_backup_of_another_office_begins_nothing(net: Network, passphrase: str) -> None:
    with pytest.raises(DeskFault, match="not PWON's"):
        anew(net, upkeep.back_up(net.a), passphrase)
    assert not list((net.folder / "anew").iterdir())


def test_without_a_backup_a_theft_stays_open_until_all_is_known_again(net: Network, passphrase: str) -> None:
    thief = net.p
    desk = anew(net, net.folder / "old.wopx", passphrase, stolen=True)
    assert recovering.is_theft_open(desk)
    for partner in (net.a, net.b):
        net.send(partner, desk)
        net.send(desk, partner)
        net.send(partner, desk)
    recover(net, passphrase, "p2", stolen=True)
    assert not recovering.is_theft_open(desk)
    assert not {one for one in desk.standing.authorities if thief.holds(Key(one))}
    assert {one.name for one in partners.offices(desk) if one.confirmed} == {"PWON", "WASA Faisalabad", "WASA Lahore"}


def test_after_a_theft_whom_the_thief_approved_meanwhile_is_named(net: Network, passphrase: str) -> None:
    """Nothing tells it from what PWON approved, so a person has to look through all of them."""
    thief, stranger = net.p, net.new("d", "mentee", "Sample Stranger")
    join(net, stranger)
    desk = anew(net, net.folder / "old.wopx", passphrase, stolen=True)
    authority.approve(thief, stranger.identity.key, short_code(stranger.identity.key))
    net.send(thief, net.a)
    net.send(net.a, desk)
    net.send(desk, net.a)
    net.send(net.a, desk)
    done = recover(net, passphrase, "p2", stolen=True)
    assert done.approved == ("Sample Stranger", "WASA Faisalabad", "WASA Lahore")


def test_another_computer_of_pwon_takes_the_authority_over(net: Network, passphrase: str) -> None:
    other = net.second("p2", "p")
    with pytest.raises(DeskFault, match="Only PWON's own desk"):
        authority.authority_key(other)
    done = recover(net, passphrase, "p2")
    assert (done.renewed, done.again) == (False, 0)
    assert authority.authority_key(other).public in other.standing.authorities


def test_what_the_former_authority_says_counts_no_more_once_it_was_stolen(net: Network, passphrase: str) -> None:
    stranger = net.new("d", "mentee", "WASA Multan")
    join(net, stranger)
    net.keep("p", "thief")
    lose_keys(net)
    recover(net, passphrase, stolen=True)
    net.meet(net.p, net.a, net.b)
    thief = net.desk("thief")
    authority.approve(thief, stranger.identity.key, short_code(stranger.identity.key))
    net.send(thief, net.a)
    assert {one.name for one in partners.offices(net.a) if one.confirmed} == {"PWON", "WASA Faisalabad", "WASA Lahore"}
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.meet(net.p, net.a, net.b)
    assert reports(net.b) == reports(net.p) == {"2026-03": "submitted"}


def test_names_and_roles_stay_as_they_count_when_they_are_said_again(net: Network, passphrase: str) -> None:
    """Of two statements that differ the smaller id counts; said again they have other ids."""
    key, programme = authority.authority_key(net.p), net.p.identity.programme
    assert programme is not None
    for number in range(8):
        office = OfficeId(f"{number:032}")
        for role in ("mentee", "mentor"):
            of_role = Office(office, f"sample-{role}", f"Sample {role}", keys.generate().public)
            said = sign_statement(of_role, key), sign_statement(Member(programme.id, office, role), key)
            welcome.take_statements(net.p, said)
    before = net.p.standing
    recover(net, passphrase, stolen=True)
    assert (net.p.standing.names, net.p.standing.members) == (before.names, before.members)


def test_what_is_said_again_after_a_theft_is_told_to_nobody_as_news(net: Network, passphrase: str) -> None:
    departures.cut(net.p, net.b.identity.key)
    net.meet(net.p, net.a)
    recover(net, passphrase, stolen=True)
    (letter,) = looking.look(net.a, net.files(net.p, net.a))
    assert isinstance(letter, looking.Incoming)
    brings = preview(net.a, letter.bundle)
    assert (brings.new, brings.offices, brings.members, brings.roles, brings.cuts) == (True, (), 0, 0, 0)


def test_nothing_is_recovered_where_nothing_is_lost(net: Network, passphrase: str) -> None:
    with pytest.raises(DeskFault, match="has PWON's keys"):
        recover(net, passphrase)
    with pytest.raises(DeskFault, match="not PWON's"):
        recover(net, passphrase, "a")


@pytest.mark.parametrize("typed", ["", "0000 0000 0000 0000 0000 0000"])
def test_a_wrong_passphrase_changes_nothing(net: Network, typed: str) -> None:
    key = lose_keys(net).identity.key
    with pytest.raises(Refused):
        recover(net, typed)
    assert net.p.identity.key == key
    with pytest.raises(Refused):
        begun(net, typed)
    assert not list(net.folder.glob("p.wopdesk*"))


def test_a_file_that_is_far_too_large_for_a_kit_is_not_read_whole(tmp_path: Path) -> None:
    """A terabyte of which nothing lies on the disk; there is no room for it in memory."""
    with (tmp_path / KIT).open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(Refused, match="no recovery kit"):
        recovering.root_of(tmp_path / KIT)


def test_the_kit_of_another_network_opens_nothing_here(net: Network) -> None:
    other = make_kit(keys.generate())
    (net.folder / KIT).write_bytes(other.file)
    lose_keys(net)
    with pytest.raises(DeskFault, match="another network"):
        recover(net, other.passphrase)
    with pytest.raises(DeskFault, match="does not say who PWON is"):
        begun(net, other.passphrase)
    assert not list(net.folder.glob("p.wopdesk*"))
