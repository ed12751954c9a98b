"""PWON changes a form from its settings: to Excel, back, looked at, published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.cli.test_forms_excel import edited
from tests.desk.offices import Network, open_at
from wopdesk.desk.faults import Told
from wopdesk.ui.screens.settings.screen import SettingsScreen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread


@pytest.fixture
def office(net: Network, qtbot: QtBot) -> Iterator[DeskThread]:
    """PWON's desk, as the window has it."""
    net.close("p")
    thread = DeskThread(lambda: open_at(net.folder / "p.wopdesk", net.clock))
    opened: list[None] = []
    thread.open(opened.append, lambda told: pytest.fail(told.what))
    qtbot.waitUntil(lambda: bool(opened))
    yield thread
    assert thread.close()


@pytest.fixture
def screen(office: DeskThread, qtbot: QtBot) -> SettingsScreen:
    made = SettingsScreen(office, Where("settings"))
    made.resize(1224, 824)
    qtbot.addWidget(made)
    office.changed.connect(made.refresh)
    made.show()
    made.refresh()
    made.view.open("forms")
    qtbot.waitUntil(lambda: made.view.forms.chosen == "advice_note")
    return made


@pytest.fixture
def excel(screen: SettingsScreen, qtbot: QtBot, tmp_path: Path) -> Path:
    """The advice note in Excel."""
    file = tmp_path / "advice_note.xlsx"
    with qtbot.waitSignal(screen.noticed):
        screen.view.forms.asked.emit("form_excel", (screen.view.forms.chosen, file))
    return file


def test_a_form_goes_to_excel_and_back_to_every_office(
    screen: SettingsScreen, office: DeskThread, qtbot: QtBot, excel: Path
) -> None:
    forms = screen.view.forms
    assert screen.view.sections.buttons["forms"].isVisible()
    edited(excel, "author", "advisor")
    forms.asked.emit("form_look", ("advice_note", excel))
    qtbot.waitUntil(lambda: forms.question is not None)
    assert "about/advisor" in forms.said.text()
    assert forms.question is not None
    with qtbot.waitSignal(office.changed):
        qtbot.mouseClick(forms.question.yes, Qt.MouseButton.LeftButton)
    found: list[bool] = []
    office.ask(lambda desk: "about/advisor" in desk.shelf.form("advice_note").elements, found.append)
    qtbot.waitUntil(lambda: found == [True])
    qtbot.waitUntil(lambda: forms.question is None)
    forms.asked.emit("form_look", ("advice_note", excel))
    qtbot.waitUntil(forms.changes.isVisible)
    assert forms.question is None  # it is in use already


def test_what_is_wrong_is_told_and_nothing_is_asked(
    screen: SettingsScreen, office: DeskThread, qtbot: QtBot, excel: Path
) -> None:
    told: list[Told] = []
    office.failed.connect(told.append)
    edited(excel, "begin_group", "begin_grup")
    screen.view.forms.asked.emit("form_look", ("advice_note", excel))
    qtbot.waitUntil(lambda: bool(told))
    assert "unknown type 'begin_grup'" in told[0].what
    assert screen.view.forms.question is None


def test_other_offices_have_no_such_section(net: Network, qtbot: QtBot) -> None:
    net.close("a")
    thread = DeskThread(lambda: open_at(net.folder / "a.wopdesk", net.clock))
    thread.open(lambda _none: None, lambda told: pytest.fail(told.what))
    made = SettingsScreen(thread, Where("settings"))
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: bool(made.view.office.code.text()))
    buttons = made.view.sections.buttons
    assert not buttons["forms"].isVisible()
    buttons["office"].setFocus()
    with qtbot.waitActive(made):
        made.activateWindow()
    qtbot.keyClick(made.focusWidget(), Qt.Key.Key_Down)
    assert made.focusWidget() is buttons["backups"]
    assert thread.close()
