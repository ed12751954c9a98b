"""Editors of the rarer types, and of many choices."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.form.test_editors import focused, listening, question
from wopdesk.ui.form.clock import read_moment, read_place, read_time, write_place, write_time
from wopdesk.ui.form.field import Field
from wopdesk.ui.form.image import FileEditor
from wopdesk.ui.form.multiline import MultilineEditor
from wopdesk.ui.form.place import PlaceEditor
from wopdesk.ui.form.registry import editor
from wopdesk.ui.form.search_one import SearchEditor
from wopdesk.ui.form.typed import MomentEditor, TimeEditor
from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.ui.widgets.button import Button

TOWNS = tuple((name[:3].lower(), f"{name} Sample") for name in ("Lahore", "Multan", "Gujrat", "Sialkot", "Okara"))
MANY = (*TOWNS, *((f"t{number}", f"Town {number}") for number in range(8)))


@pytest.fixture
def towns(qtbot: QtBot) -> SearchEditor:
    made = SearchEditor(question("select_one", choices=MANY))
    focused(made, qtbot)
    return made


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("14:30", "14:30:00"),
        ("2.30 pm", "14:30:00"),
        ("12 am", "00:00:00"),
        ("9:05:07", "09:05:07"),
        ("\u06f9:\u06f0\u06f5", "09:05:00"),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, value: str) -> None:
    assert read_time(typed) == value


@pytest.mark.parametrize("typed", ["25:00", "10:75", "soon", "14", "14:30:00.000+05:00"])
def test_what_is_no_time_or_is_stored_so_stays_as_it_is(typed: str) -> None:
    assert read_time(typed) == typed


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("18/11/2026 14:30", "2026-11-18T14:30:00"),
        ("18 Nov 2026 2:30 pm", "2026-11-18T14:30:00"),
        ("2026-11-18T14:30:00.000+05:00", "2026-11-18T14:30:00.000+05:00"),
        ("18/11/2026", "18/11/2026"),
    ],
)
def test_a_moment_is_read_as_people_write_it(typed: str, value: str) -> None:
    assert read_moment(typed) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("31.42, 73.08", "31.42 73.08 0 0"),
        ("31.42 73.08", "31.42 73.08 0 0"),
        ("31.42 73.08 186 4", "31.42 73.08 186 4"),
    ],
)
def test_a_place_is_read_from_its_degrees(typed: str, value: str) -> None:
    assert read_place(typed) == value


@given(st.times())
def test_a_time_is_the_same_after_writing_and_reading(moment: object) -> None:
    value = str(moment)[:8]
    assert read_time(write_time(value)) == value


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_a_place_is_the_same_after_writing_and_reading(latitude: float, longitude: float) -> None:
    value = f"{latitude:.6f} {longitude:.6f} 0 0"
    assert read_place(write_place(value)) == value


@pytest.mark.parametrize(
    ("kind", "typed", "value", "seen"),
    [
        ("time", "2 pm", "14:00:00", "14:00"),
        ("datetime", "1/2/2026 9:00", "2026-02-01T09:00:00", "1 February 2026 09:00"),
        ("geopoint", "31.4,73", "31.4 73 0 0", "31.4, 73"),
    ],
)
def test_what_was_understood_is_written_when_the_keyboard_leaves(
    qtbot: QtBot, kind: str, typed: str, value: str, seen: str
) -> None:
    made = editor(question(kind))
    assert isinstance(made, TimeEditor | MomentEditor | PlaceEditor)
    told = listening(made)
    focused(made, qtbot)
    qtbot.keyClicks(made.line, typed)
    assert told[-1] == value
    assert made.line.text() == typed
    made.line.clearFocus()
    assert made.line.text() == seen
    assert made.value() == value


def test_a_place_is_read_from_a_photo_where_there_is_room_and_it_may_be_changed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the photo says is read elsewhere; a table's cell has room for the line alone."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["/photos/one.jpg", "/photos/two.jpg"], ""))
    field = Field(question("geopoint"))
    qtbot.addWidget(field)
    field.show()
    offered: list[list[str]] = []
    field.offered.connect(offered.append)
    [button] = [one for one in field.findChildren(Button) if one.isVisible()]
    button.click()
    assert offered == [["/photos/one.jpg"]]
    field.show_question(replace(question("geopoint"), readonly=True))
    assert not button.isVisible()
    assert not editor(replace(question("geopoint"), appearance="cell")).findChildren(Button)


def test_many_choices_are_searched_by_their_letters(towns: SearchEditor, qtbot: QtBot) -> None:
    told = listening(towns)
    qtbot.keyClicks(towns.line, "alk")
    assert towns.list.isVisible()
    assert [towns.list.model().index(row, 0).data() for row in range(towns.list.model().rowCount())] == [
        "Sialkot Sample"
    ]
    qtbot.keyClick(towns.line, Qt.Key.Key_Return)
    assert told == ["sia"]
    assert towns.line.text() == "Sialkot Sample"
    assert not towns.list.isVisible()


def test_all_choices_are_shown_with_the_down_key(towns: SearchEditor, qtbot: QtBot) -> None:
    qtbot.keyClick(towns.line, Qt.Key.Key_Down)
    assert towns.list.isVisible()
    assert towns.list.model().rowCount() == len(MANY)
    qtbot.keyClick(towns.list, Qt.Key.Key_Down)
    qtbot.keyClick(towns.list, Qt.Key.Key_Return)
    assert towns.value() == "mul"


def test_letters_that_are_no_choice_are_no_answer(towns: SearchEditor, qtbot: QtBot) -> None:
    told = listening(towns)
    towns.show_question(question("select_one", choices=MANY, value="lah"))
    towns.line.selectAll()
    qtbot.keyClicks(towns.line, "qqq")
    towns.line.clearFocus()
    assert towns.line.text() == "Lahore Sample"
    assert not told


def test_escape_leaves_the_choice_as_it_was(towns: SearchEditor, qtbot: QtBot) -> None:
    towns.show_question(question("select_one", choices=MANY, value="lah"))
    qtbot.keyClicks(towns.line, "x")
    qtbot.keyClick(towns.line, Qt.Key.Key_Escape)
    assert towns.value() == "lah"
    assert towns.line.text() == "Lahore Sample"


def test_a_choice_is_taken_back_by_emptying_the_line(towns: SearchEditor, qtbot: QtBot) -> None:
    told = listening(towns)
    towns.show_question(question("select_one", choices=MANY, value="lah"))
    towns.line.selectAll()
    qtbot.keyClick(towns.line, Qt.Key.Key_Delete)
    assert told == [""]


def test_a_choice_that_is_not_offered_any_more_stays_visible(towns: SearchEditor) -> None:
    towns.show_question(question("select_one", choices=MANY, value="gone"))
    assert towns.line.text() == "gone"
    assert towns.value() == "gone"


def test_any_file_may_be_an_answer(qtbot: QtBot, tmp_path: Path) -> None:
    made = FileEditor(question("file"))
    qtbot.addWidget(made)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "minutes.docx"))])
    with qtbot.waitSignal(made.offered) as told:
        QApplication.sendEvent(made.area, QDragEnterEvent(QPointF(1, 1), copy, data, left, none))
        QApplication.sendEvent(made.area, QDropEvent(QPointF(1, 1), copy, data, left, none))
    assert told.args == [[str(tmp_path / "minutes.docx")]]


def test_a_text_begins_where_its_own_language_begins(qapp: QApplication, qtbot: QtBot) -> None:
    wear(qapp, Appearance("light", "ur"))
    made = MultilineEditor(question("text", appearance="multiline"))
    qtbot.addWidget(made)

    def side() -> Qt.AlignmentFlag:
        return made.page.document().defaultTextOption().alignment()

    assert side() == Qt.AlignmentFlag.AlignRight
    made.show_question(replace(made.question, value="Two wait for valves."))
    assert side() == Qt.AlignmentFlag.AlignLeft
    made.show_question(replace(made.question, value="دو والو کے منتظر ہیں۔"))
    assert side() == Qt.AlignmentFlag.AlignRight


def test_a_text_grows_with_its_lines_and_not_beyond_the_screen(qtbot: QtBot) -> None:
    made = MultilineEditor(question("text", appearance="multiline"))
    focused(made, qtbot)
    low = made.page.height()
    made.show_question(replace(made.question, value="\n".join("abcdef")))
    middle = made.page.height()
    made.show_question(replace(made.question, value="\n".join("abcdef" * 20)))
    assert low < middle < made.page.height() < 300
