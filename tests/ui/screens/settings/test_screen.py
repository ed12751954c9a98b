"""The screen with a desk on its own thread."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network, approve, join
from tests.ui.screens.running import running
from wopdesk.desk import authority, beginning, people, upkeep
from wopdesk.desk.faults import Told
from wopdesk.desk.welcome import NewOffice, set_up
from wopdesk.ui.screens.settings.content import Person
from wopdesk.ui.screens.settings.screen import SettingsScreen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread


@pytest.fixture
def office(net: Network, qtbot: QtBot) -> Iterator[DeskThread]:
    """The mentee's desk, as the window has it."""
    with running(net, "a", qtbot) as thread:
        yield thread


@pytest.fixture
def screen(office: DeskThread, qtbot: QtBot) -> SettingsScreen:
    made = SettingsScreen(office, Where("settings"))
    made.resize(1224, 824)
    qtbot.addWidget(made)
    office.changed.connect(made.refresh)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.refresh()
    qtbot.waitUntil(lambda: bool(made.view.office.code.text()))
    return made


def test_the_mail_address_of_this_office_is_written_in_its_record(screen: SettingsScreen, qtbot: QtBot) -> None:
    screen.view.open("office")
    with qtbot.waitSignal(screen.gone) as gone:
        qtbot.mouseClick(screen.view.office.describe, Qt.MouseButton.LeftButton)
    assert (gone.args or [])[0].path == "contact/email"


def test_somebody_else_works(screen: SettingsScreen, office: DeskThread, qtbot: QtBot) -> None:
    qtbot.keyClicks(screen.view.people.name, "Sample Clerk")
    qtbot.keyClick(screen.view.people.name, Qt.Key.Key_Return)
    working: list[str] = []
    office.ask(people.working, working.append)
    qtbot.waitUntil(lambda: working == ["Sample Clerk"])
    qtbot.waitUntil(lambda: Person("Sample Clerk", working=True) in screen.view.people.shown)


def test_a_wrong_name_is_corrected(screen: SettingsScreen, office: DeskThread, qtbot: QtBot) -> None:
    row = screen.view.people.rows["Sample Engineer"]
    assert not row.remove.isVisible()  # who works now stays on the list
    qtbot.mouseClick(row.change, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(row.line, "Sample Engineeer")
    qtbot.keyClick(row.line, Qt.Key.Key_Escape)
    assert not row.line.isVisible()
    assert row.change.hasFocus()
    qtbot.keyClick(row.change, Qt.Key.Key_Return)
    assert row.line.text() == "Sample Engineer"
    qtbot.keyClicks(row.line, "Sample Director, Operations")
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.view.people.shown == (Person("Sample Director, Operations", working=True),))
    working: list[str] = []
    office.ask(people.working, working.append)
    qtbot.waitUntil(lambda: working == ["Sample Director, Operations"])


def test_somebody_who_left_is_taken_from_the_list(screen: SettingsScreen, qtbot: QtBot) -> None:
    for name in ("Sample Engineer", "Sample Clerk"):
        screen.view.people.asked.emit("person", name)
    qtbot.waitUntil(lambda: Person("Sample Clerk", working=True) in screen.view.people.shown)
    with qtbot.waitSignal(screen.noticed) as told:
        qtbot.mouseClick(screen.view.people.rows["Sample Engineer"].remove, Qt.MouseButton.LeftButton)
    assert "Sample Engineer" in (told.args or [None])[0].text
    qtbot.waitUntil(lambda: screen.view.people.shown == (Person("Sample Clerk", working=True),))


def test_language_and_theme_are_told_to_the_window(screen: SettingsScreen, qtbot: QtBot) -> None:
    screen.view.open("look")
    with qtbot.waitSignal(screen.language_chosen) as language:
        qtbot.mouseClick(screen.view.look.languages.buttons[1], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(screen.theme_chosen) as theme:
        qtbot.mouseClick(screen.view.look.themes.buttons[2], Qt.MouseButton.LeftButton)
    assert language.args == ["ur"]
    assert theme.args == ["dark"]
    assert screen.view.look.themes.value == "dark"


def test_the_code_is_copied(screen: SettingsScreen, qtbot: QtBot) -> None:
    screen.view.open("office")
    with qtbot.waitSignal(screen.noticed):
        qtbot.mouseClick(screen.view.office.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == screen.view.office.code.text()


def test_a_backup_now_and_back(screen: SettingsScreen, net: Network, qtbot: QtBot) -> None:
    screen.view.open("backups")
    with qtbot.waitSignal(screen.noticed):
        qtbot.mouseClick(screen.view.backups.now, Qt.MouseButton.LeftButton)
    table = screen.view.backups.table
    qtbot.waitUntil(lambda: table.rows.rowCount() == 1)
    qtbot.mouseClick(screen.view.backups.restore, Qt.MouseButton.LeftButton)
    question = screen.view.backups.question
    assert question is not None
    with qtbot.waitSignal(screen.file_chosen) as chosen:
        qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    assert chosen.args == [net.folder / "a.wopdesk"]
    assert list(net.folder.glob("a-before-*.wopdesk"))
    assert upkeep.backups(net.folder / "a.wopdesk")


def test_a_question_that_is_refused_changes_nothing(screen: SettingsScreen, net: Network, qtbot: QtBot) -> None:
    screen.view.open("backups")
    qtbot.mouseClick(screen.view.backups.now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.view.backups.table.rows.rowCount() == 1)
    qtbot.mouseClick(screen.view.backups.restore, Qt.MouseButton.LeftButton)
    question = screen.view.backups.question
    assert question is not None
    assert question.no.hasFocus()
    qtbot.keyClick(question.no, Qt.Key.Key_Space)
    assert screen.view.backups.question is None
    assert not list(net.folder.glob("a-before-*.wopdesk"))


def test_a_backup_that_cannot_be_brought_back_can_be_asked_for_again(
    screen: SettingsScreen, office: DeskThread, net: Network, qtbot: QtBot
) -> None:
    told: list[Told] = []
    office.failed.connect(told.append)
    backups = screen.view.backups
    screen.view.open("backups")
    qtbot.mouseClick(backups.now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: backups.table.rows.rowCount() == 1)
    qtbot.mouseClick(backups.restore, Qt.MouseButton.LeftButton)
    assert backups.question is not None
    for kept in upkeep.files(net.folder / "a.wopdesk"):
        kept.unlink()  # the stick on which it lay was taken out
    qtbot.mouseClick(backups.question.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told))
    assert backups.question is None


def test_the_data_file_is_checked(screen: SettingsScreen, qtbot: QtBot) -> None:
    screen.view.open("file")
    qtbot.mouseClick(screen.view.file.check, Qt.MouseButton.LeftButton)
    assert not screen.view.file.check.isEnabled()
    qtbot.waitUntil(screen.view.file.check.isEnabled, timeout=30_000)
    assert "claims to be" in screen.view.file.said


def test_a_laptop_with_something_left_stays(
    screen: SettingsScreen, office: DeskThread, net: Network, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[Told] = []
    office.failed.connect(told.append)
    screen.view.open("leaving")
    leaving = screen.view.leaving
    leaving.name(tmp_path / "stick")
    qtbot.mouseClick(leaving.leave, Qt.MouseButton.LeftButton)
    assert leaving.question is not None
    qtbot.mouseClick(leaving.question.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told))
    assert (net.folder / "a.wopdesk").exists()
    assert leaving.question is None


def test_sections_by_keyboard_alone(screen: SettingsScreen, qtbot: QtBot) -> None:
    first = screen.view.sections.buttons["people"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    second = screen.view.sections.buttons["look"]
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert screen.view.section == "look"
    assert screen.view.look.isVisible()
    assert not screen.view.people.isVisible()


def test_once_a_theft_is_ended_who_is_approved_is_named(net: Network, tmp_path: Path, qtbot: QtBot) -> None:
    """PWON's computer was stolen; at another one all is known again."""
    folder = tmp_path / "pwon"
    folder.mkdir()
    founded = set_up(folder / "p.wopdesk", NewOffice("facilitator", "PWON", "Sample Coordinator"), net.clock)
    assert founded.kit is not None
    kit, invitation = folder / "pwon.recovery-kit", folder / "invitation.wopx"
    kit.write_bytes(founded.kit.file)
    with ExitStack() as stack:
        fresh = Network(folder, net.clock, stack, {"p": founded.desk})
        stack.callback(fresh.close, "p")
        invitation.write_bytes(authority.invitation(fresh.p))
        mentee = fresh.new("d", "mentee", "WASA Multan")
        join(fresh, mentee)
        approve(fresh, mentee)
        fresh.send(fresh.p, mentee)
        of = kit, founded.kit.passphrase
        beginning.recovered(folder / "q.wopdesk", invitation, of, ("Sample Coordinator", net.clock), stolen=True)
        for sender, receiver in (("d", "q"), ("q", "d"), ("d", "q")):
            fresh.send(fresh.desk(sender), fresh.desk(receiver))
        with running(fresh, "q", qtbot) as office:
            screen = SettingsScreen(office, Where("settings"))
            qtbot.addWidget(screen)
            screen.refresh()
            qtbot.waitUntil(lambda: bool(screen.view.office.code.text()))
            with qtbot.waitSignal(screen.noticed) as noticed:
                screen.view.office.asked.emit("kit", of)
            assert "WASA Multan" in (noticed.args or [])[0].text
