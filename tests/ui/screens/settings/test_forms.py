"""PWON changes a form from its settings: to Excel, back, looked at, published."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.cli.test_forms_excel import edited
from tests.desk.offices import Network, open_at
from tests.ui.screens.running import running
from tests.ui.screens.settings.gallery import FORMS
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault, Told
from wopdesk.ui.screens.settings import form_presenter
from wopdesk.ui.screens.settings.forms import FormsPanel
from wopdesk.ui.screens.settings.screen import SettingsScreen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.widgets.confirm import Confirm


@pytest.fixture
def office(net: Network, qtbot: QtBot) -> Iterator[DeskThread]:
    """PWON's desk, as the window has it."""
    with running(net, "p", qtbot) as thread:
        yield thread


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


@pytest.fixture
def choosing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Answers the system's own dialogs, which ask for a file, with one."""

    def choose(file: Path) -> None:
        for name in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_: (str(file), ""))

    return choose


def looked_at(screen: SettingsScreen, qtbot: QtBot, excel: Path) -> Confirm:
    """The question about a changed advice note."""
    forms = screen.view.forms
    forms.asked.emit("form_look", ("advice_note", excel))
    qtbot.waitUntil(lambda: forms.question is not None)
    assert forms.question is not None
    return forms.question


def plays(desk: Desk, role: str) -> None:
    """Let a desk be somebody else's, who may not publish."""
    desk.store.identity = replace(desk.identity, role=role)


def told_again(screen: SettingsScreen, office: DeskThread, qtbot: QtBot) -> None:
    """The desk changed: everything that is shown was asked for once more."""
    screen.refresh()
    done: list[None] = []
    office.ask(lambda _desk: None, done.append)
    qtbot.waitUntil(lambda: bool(done))


def test_the_form_that_is_marked_goes_to_excel_however_the_table_is_sorted(
    screen: SettingsScreen, office: DeskThread, qtbot: QtBot, tmp_path: Path, choosing: Callable[[Path], None]
) -> None:
    table, file = screen.view.forms.table, tmp_path / "chosen.xlsx"
    choosing(file)
    table.sort_by(0)
    table.sort_by(0)  # from the last name to the first
    table.selectRow(0)
    title = table.model().index(0, 0).data()
    told_again(screen, office, qtbot)
    assert table.model().index(table.currentIndex().row(), 0).data() == title
    with qtbot.waitSignal(screen.noticed):
        qtbot.mouseClick(screen.view.forms.excel, Qt.MouseButton.LeftButton)
    form = load_workbook(file)["settings"]
    assert form["A2"].value == title


def test_what_is_brought_back_is_looked_at_as_the_form_that_is_marked(
    screen: SettingsScreen, qtbot: QtBot, excel: Path, choosing: Callable[[Path], None]
) -> None:
    choosing(excel)
    edited(excel, "author", "advisor")
    qtbot.mouseClick(screen.view.forms.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.view.forms.question is not None)
    assert "about/advisor" in screen.view.forms.said.text()


def test_nothing_can_be_asked_before_it_is_known_which_forms_there_are(qtbot: QtBot) -> None:
    panel = FormsPanel()
    qtbot.addWidget(panel)
    assert (panel.excel.isEnabled(), panel.back.isEnabled()) == (False, False)
    panel.show_forms(FORMS)
    assert (panel.excel.isEnabled(), panel.back.isEnabled()) == (True, True)


def test_what_is_being_read_stays_when_something_else_changed(
    screen: SettingsScreen, office: DeskThread, qtbot: QtBot, excel: Path
) -> None:
    edited(excel, "author", "advisor")
    question = looked_at(screen, qtbot, excel)
    told_again(screen, office, qtbot)
    screen.view.open("forms")
    told_again(screen, office, qtbot)
    assert screen.view.forms.question is question
    assert screen.view.forms.changes.isVisible()


def test_what_cannot_be_published_can_be_tried_again(
    screen: SettingsScreen, office: DeskThread, qtbot: QtBot, excel: Path
) -> None:
    told: list[Told] = []
    office.failed.connect(told.append)
    edited(excel, "author", "advisor")
    question = looked_at(screen, qtbot, excel)
    office.ask(partial(plays, role="mentee"), lambda _none: None)
    qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told))
    office.ask(partial(plays, role="facilitator"), lambda _none: None)
    assert screen.view.forms.question is None
    told_again(screen, office, qtbot)
    assert screen.view.forms.changes.isVisible()
    with qtbot.waitSignal(office.changed):
        qtbot.mouseClick(looked_at(screen, qtbot, excel).yes, Qt.MouseButton.LeftButton)


def test_what_differs_from_a_form_that_is_no_longer_in_use_is_not_published(
    screen: SettingsScreen, office: DeskThread, net: Network, qtbot: QtBot, excel: Path
) -> None:
    told: list[Told] = []
    office.failed.connect(told.append)
    edited(excel, "author", "advisor")
    question = looked_at(screen, qtbot, excel)
    with closing(open_at(net.folder / "p.wopdesk", net.clock)) as other:
        file = form_presenter.to_excel(other, "advice_note", net.folder / "other.xlsx")
        edited(file, "author", "writer")
        form_presenter.publish(other, form_presenter.look(other, file, "advice_note")[1])
    qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told))
    assert "since you looked" in told[0].what
    qtbot.waitUntil(lambda: not screen.view.forms.changes.isVisible())
    asked: list[bool] = []
    office.ask(lambda desk: "about/writer" in desk.shelf.form("advice_note").elements, asked.append)
    qtbot.waitUntil(lambda: asked == [True])


def test_a_workbook_says_itself_whose_form_it_is(net: Network, tmp_path: Path) -> None:
    file = form_presenter.to_excel(net.p, "advice_note", tmp_path / "advice_note.xlsx")
    assert form_presenter.look(net.p, file, "")[0].kind == "advice_note"
    with pytest.raises(DeskFault, match="no kind of document"):
        form_presenter.look(net.p, file, "advice")


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
