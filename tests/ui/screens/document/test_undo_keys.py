"""Ctrl+Z and Ctrl+Y with real keys, wherever the keyboard is: nothing typed is lost, nothing changes unseen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.ui.screens.document.shown import Seat, filling, focused, pager
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]
CONTROL = Qt.KeyboardModifier.ControlModifier
MONTH = (("about/period", "2026-10"),)
FIGURE, WORDS, LINE = "progress/produced", "progress/description", "about/prepared_by"


class Person:
    """Somebody who fills in October's report and never touches a mouse."""

    def __init__(self, seat: Seat) -> None:
        self.seat, self.qtbot = seat, seat.qtbot
        self.screen: DocumentScreen = seat.open(
            Where("document", kind="monthly_report", space=seat.net.home.id, answers=MONTH)
        )

    def go(self, path: str) -> None:
        pager(self.screen).go_to(path)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        for letter in text:
            self.qtbot.keyClicks(focused(), letter)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(focused(), key, held)

    def pause(self) -> None:
        self.screen.stepping.rest.timeout.emit()

    def empty(self) -> None:
        self.press(Qt.Key.Key_A, CONTROL)
        self.press(Qt.Key.Key_Delete)

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, CONTROL)
        pager(self.screen).settle()  # a busy computer goes on by and by

    def redo(self) -> None:
        self.press(Qt.Key.Key_Y, CONTROL)
        pager(self.screen).settle()

    def at(self, path: str) -> str:
        return filling(self.screen).standing.texts.get(path, "")

    @property
    def shown(self) -> str:
        field = focused()
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


@pytest.fixture
def person(sit: Sit) -> Person:
    return Person(sit("a"))


@pytest.mark.parametrize("path", [WORDS, LINE])
@pytest.mark.parametrize("saved", [False, True])
def test_what_was_emptied_comes_back_where_the_person_is(person: Person, path: str, *, saved: bool) -> None:
    person.go(FIGURE)
    person.type("150000")
    person.go(path)
    person.type("Leak repair went on")
    if saved:
        with person.qtbot.waitSignal(person.screen.keeper.saved):
            person.screen.keeper.save()
    field = focused()
    person.empty()
    assert person.at(path) == ""
    person.undo()
    assert (person.shown, person.at(path)) == ("Leak repair went on",) * 2
    assert focused() is field
    assert person.at(FIGURE) == "150000"
    person.redo()
    assert (person.shown, person.at(path), person.at(FIGURE)) == ("", "", "150000")
    assert not person.seat.notices


def test_a_figure_that_was_emptied_comes_back(person: Person) -> None:
    person.go(FIGURE)
    person.type("268000")
    person.empty()
    person.undo()
    assert (person.shown, person.at(FIGURE)) == ("268000", "268000")
    person.redo()
    assert person.shown == ""


def test_a_typo_is_taken_back_without_all_that_was_typed_before(person: Person) -> None:
    person.go(WORDS)
    person.type("Leak repair wetn")
    person.undo()
    assert person.shown == "Leak repair"
    person.type(" went on")
    person.pause()
    person.type("x")
    person.undo()
    assert person.shown == "Leak repair went on"


def test_letters_taken_away_one_by_one_come_back(person: Person) -> None:
    person.go(WORDS)
    person.type("Leak repair")
    for _ in range(6):
        person.press(Qt.Key.Key_Backspace)
    assert person.shown == "Leak "
    person.undo()
    assert person.shown == "Leak repair"


def test_a_word_that_replaced_another_goes_as_it_came(person: Person) -> None:
    person.go(LINE)
    person.type("Sample")
    person.press(Qt.Key.Key_A, CONTROL)
    person.type("Engineer")
    person.undo()
    assert person.shown == "Sample"
    person.redo()
    assert person.shown == "Engineer"


def test_one_goes_on_typing_where_the_letters_came_back(person: Person) -> None:
    person.go(WORDS)
    person.type("Leak repair")
    for _ in range(5):
        person.press(Qt.Key.Key_Left)
    person.pause()
    person.type("x")
    person.undo()
    person.type("y")
    assert person.shown == "Leak ryepair"


def test_what_was_done_last_goes_first_though_one_is_where_an_older_step_was_made(person: Person) -> None:
    person.go(LINE)
    person.type("Sample")
    person.go(FIGURE)
    person.type("12")
    person.go(LINE)
    person.undo()
    assert (person.at(LINE), person.at(FIGURE)) == ("Sample", "")
    person.undo()
    assert (person.at(LINE), person.at(FIGURE)) == ("", "")
    person.redo()
    assert (person.at(LINE), person.at(FIGURE)) == ("Sample", "")
    person.redo()
    assert (person.at(LINE), person.at(FIGURE)) == ("Sample", "12")
    said = [one.text for one in person.seat.notices]
    assert said[0] == "Undone at “Water produced in the pilot area”."
    assert said[-1] == "Done again at “Water produced in the pilot area”."
    assert len(said) == 3  # the way there, back and there again; the second step forth was at hand


def test_what_is_undone_elsewhere_is_said_and_has_the_keyboard(person: Person) -> None:
    person.go(FIGURE)
    person.type("12")
    person.go(WORDS)
    person.undo()
    assert person.at(FIGURE) == ""
    line = focused()
    assert line.accessibleName().startswith("Water produced")
    assert [one.text for one in person.seat.notices] == ["Undone at “Water produced in the pilot area”."]
    person.go(WORDS)
    person.redo()
    assert person.at(FIGURE) == "12"
    assert person.seat.notices[-1].text == "Done again at “Water produced in the pilot area”."


def test_a_row_that_is_undone_elsewhere_is_named(person: Person) -> None:
    person.go("findings/found")
    person.screen.view.row_wanted.emit("findings/found")
    person.go(LINE)
    person.undo()
    assert not filling(person.screen).standing.rows.get("findings/found")
    assert person.seat.notices[-1].text == "Undone at “Findings”."


def test_a_cell_that_is_being_written_takes_back_its_own_letters(person: Person) -> None:
    person.go(FIGURE)
    person.type("12")
    person.go("work/activities")
    person.screen.view.row_wanted.emit("work/activities")
    (row,) = filling(person.screen).standing.rows["work/activities"]
    path = f"work/activities[{row}]/done"
    person.go(path)
    person.type("40")
    cell = focused()
    assert isinstance(cell, QLineEdit)
    person.undo()
    assert (cell.text(), person.at(FIGURE)) == ("", "12")
    person.redo()
    assert cell.text() == "40"
    person.press(Qt.Key.Key_Return)
    assert person.at(path) == "40"
    person.undo()
    assert (person.at(path), person.at(FIGURE)) == ("", "12")
    person.redo()
    assert person.at(path) == "40"


def test_a_cell_that_is_being_written_keeps_its_letters_when_a_step_leads_elsewhere(person: Person) -> None:
    person.go(WORDS)
    person.type("Leak")
    person.undo()
    row = filling(person.screen).standing.rows["progress/figures"][0]
    path = f"progress/figures[{row}]/value"
    person.go(path)
    person.type("42")
    person.redo()
    assert (person.at(WORDS), person.at(path)) == ("Leak", "42")
