"""What the settings read and do, with real desks."""

import os
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from tests.desk.offices import Network, open_at
from wopdesk.desk import authority, beginning, departures, filing, handing, sharing
from wopdesk.desk.clock import system_clock
from wopdesk.desk.desk import opened
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.welcome import NewOffice, set_up
from wopdesk.exchange.codes import short_code
from wopdesk.exchange.refusal import Refused
from wopdesk.records.kinds import FACILITATOR, MENTEE
from wopdesk.store import schema
from wopdesk.ui.screens.settings import presenter
from wopdesk.ui.screens.settings.content import Person
from wopdesk.ui.shell.where import Where


def test_who_works_here_and_who_works_now(net: Network) -> None:
    presenter.choose(net.a, "Sample Clerk")
    presenter.choose(net.a, "  Sample   Engineer ")
    people = presenter.content(net.a).people
    assert people[:2] == (Person("Sample Engineer", working=True), Person("Sample Clerk", working=False))


def test_this_office_and_how_it_stands(net: Network, tmp_path: Path) -> None:
    office = presenter.content(net.a).office
    assert (office.name, office.role, office.standing) == ("WASA Faisalabad", "mentee", "approved")
    assert office.code == short_code(net.a.identity.key)
    alone = set_up(tmp_path / "alone" / "x.wopdesk", NewOffice(MENTEE, "WASA Multan", "Sample Engineer")).desk
    assert presenter.content(alone).office.standing == "alone"
    alone.close()


def test_where_this_office_says_its_mail_address(net: Network, tmp_path: Path) -> None:
    before = presenter.content(net.a).office
    assert before.email == ""
    assert before.described is not None
    assert (before.described.kind, before.described.path) == ("utility", "contact/email")
    assert net.a.identity.programme is not None
    record = filing.start(net.a, "utility", net.a.identity.programme, {"contact/email": "office@sample.example"})
    sharing.share(net.a, record.id)
    after = presenter.content(net.a).office
    assert after.email == "office@sample.example"
    assert after.described == Where("document", record=record.id, path="contact/email")
    assert handing.addresses(net.a, [net.a.office]) == [after.email]
    alone = set_up(tmp_path / "alone" / "x.wopdesk", NewOffice(MENTEE, "WASA Multan", "Sample Engineer")).desk
    assert presenter.content(alone).office.described is None
    alone.close()


def test_what_the_data_takes(net: Network) -> None:
    before = presenter.content(net.a).storage
    assert before.place == net.a.store.path
    assert before.data > 10_000
    assert before.backups == 0
    file = presenter.back_up(net.a)
    assert presenter.content(net.a).storage.backups >= file.stat().st_size


def test_backups_with_what_is_in_them(net: Network) -> None:
    assert presenter.backups(net.a).kept == ()
    presenter.back_up(net.a)
    damaged = presenter.back_up(net.a)
    damaged.write_bytes(b"no backup" * 100)
    first, second = presenter.backups(net.a).kept
    assert first.path == damaged
    assert first.fault
    assert second.made == date(2026, 11, 3)
    assert second.saves > 0
    assert second.missing == 0


def test_backups_of_one_day_are_told_apart_by_the_time(net: Network) -> None:
    first = presenter.back_up(net.a)
    written_at(first, datetime(2026, 11, 3, 8, 5, tzinfo=UTC))
    assert [one.at for one in presenter.backups(net.a).kept] == [None]
    written_at(presenter.back_up(net.a), datetime(2026, 11, 3, 14, 32, tzinfo=UTC))
    assert [one.at for one in presenter.backups(net.a).kept] == [time(14, 32), time(8, 5)]
    written_at(first, datetime(2026, 11, 9, 8, 5, tzinfo=UTC))  # as where it was copied
    assert [one.at for one in presenter.backups(net.a).kept] == [time(14, 32), None]


def written_at(file: Path, moment: datetime) -> None:
    os.utime(file, (moment.timestamp(), moment.timestamp()))


def test_a_backup_comes_back_and_the_desk_opens_again(net: Network) -> None:
    backup = presenter.back_up(net.a)
    net.report(net.a, "2026-09")
    later = presenter.backups(net.a).kept
    place = presenter.restore(net.a, backup)
    net.desks.pop("a")
    assert place == net.folder / "a.wopdesk"
    again = open_at(place, net.clock)
    assert again.identity.name == "WASA Faisalabad"
    assert len(presenter.backups(again).kept) == len(later)
    again.close()


def test_a_damaged_backup_does_not_close_the_desk(net: Network) -> None:
    backup = presenter.back_up(net.a)
    backup.write_bytes(b"no backup" * 100)
    with pytest.raises(Exception, match="backup"):
        presenter.restore(net.a, backup)
    assert net.report(net.a, "2026-09").founding.owner == net.a.office


def test_the_check_finds_nothing_in_a_sound_file(net: Network) -> None:
    assert presenter.check(net.a).findings == ()


def test_what_is_shown_wrongly_is_mended_by_building_it_anew(net: Network) -> None:
    report = net.report(net.a, "2026-09")
    with net.a.store.writing() as connection:
        connection.execute(schema.record.update().where(schema.record.c.id == report.id).values(text="spoilt"))
    found = presenter.check(net.a)
    assert found.findings
    assert found.mended_by_rebuilding
    assert presenter.rebuild(net.a).findings == ()


def test_a_theft_is_ended_with_the_recovery_kit(tmp_path: Path) -> None:
    founded = set_up(tmp_path / "p.wopdesk", NewOffice(FACILITATOR, "PWON", "Sample Coordinator"))
    assert founded.kit is not None
    kit, invitation = tmp_path / "pwon.recovery-kit", tmp_path / "invitation.wopx"
    kit.write_bytes(founded.kit.file)
    with closing(founded.desk) as stolen:
        invitation.write_bytes(authority.invitation(stolen))
        thief = stolen.standing.authorities - {stolen.identity.root}
    begun, of = tmp_path / "again" / "p.wopdesk", (kit, founded.kit.passphrase)
    beginning.recovered(begun, invitation, of, ("Sample Coordinator", system_clock), stolen=True)
    with opened(begun) as desk:
        assert presenter.content(desk).office.theft
        with pytest.raises(Refused):
            presenter.end_theft(desk, kit, "0000")
        assert presenter.end_theft(desk, *of) == ()
        assert not presenter.content(desk).office.theft
        assert not thief & desk.standing.authorities


def test_the_recovery_kit_is_tried(tmp_path: Path) -> None:
    founded = set_up(tmp_path / "p.wopdesk", NewOffice(FACILITATOR, "PWON", "Sample Coordinator"))
    other = set_up(tmp_path / "q.wopdesk", NewOffice(FACILITATOR, "Other", "Sample Coordinator"))
    assert founded.kit is not None
    assert other.kit is not None
    kit = tmp_path / "kit"
    kit.write_bytes(founded.kit.file)
    presenter.try_kit(founded.desk, kit, founded.kit.passphrase.lower().replace("-", " "))
    with pytest.raises(Exception, match="passphrase"):
        presenter.try_kit(founded.desk, kit, other.kit.passphrase)
    kit.write_bytes(other.kit.file)
    with pytest.raises(DeskFault, match="another network"):
        presenter.try_kit(founded.desk, kit, other.kit.passphrase)
    founded.desk.close()
    other.desk.close()


def test_a_laptop_goes_back_when_all_of_it_arrived(net: Network, tmp_path: Path) -> None:
    laptop = net.second()
    net.report(laptop, "2026-09")
    with pytest.raises(DeskFault):
        presenter.return_laptop(laptop, tmp_path / "stick")
    net.meet(laptop, net.a)
    place, files = presenter.return_laptop(laptop, tmp_path / "stick")
    net.desks.pop("a2")
    assert not place.exists()
    assert files
    assert departures.gaps(net.a) == []
