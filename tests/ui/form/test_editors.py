from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from wopdesk.ui.form.acknowledge import AcknowledgeEditor
from wopdesk.ui.form.calendar_popup import CalendarPopup
from wopdesk.ui.form.date import DateEditor
from wopdesk.ui.form.days import nearest_in
from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.field import Field
from wopdesk.ui.form.image import ImageEditor
from wopdesk.ui.form.multiline import MultilineEditor
from wopdesk.ui.form.number import NumberEditor
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.registry import EDITORS, editor
from wopdesk.ui.form.search_one import SearchEditor
from wopdesk.ui.form.select_multiple import SelectMultipleEditor
from wopdesk.ui.form.select_one import ComboEditor, SegmentsEditor
from wopdesk.ui.form.text import TextEditor
from wopdesk.ui.theme.appearance import Appearance, wear

YES_NO = (("yes", "Yes"), ("no", "No"))
TOPICS = tuple((name, name.title()) for name in ("nrw", "energy", "billing", "quality", "staff"))
VALUES = {
    "text": "Madina Town",
    "integer": "12",
    "decimal": "31.40",
    "range": "5",
    "date": "2026-10-31",
    "select_one": "no",
    "select_multiple": "nrw billing",
    "acknowledge": "OK",
    "note": "",
    "image": "a1b2.jpg",
    "file": "c3d4.pdf",
    "time": "14:30:00",
    "datetime": "2026-11-18T14:30:00",
    "geopoint": "31.42 73.08 0 0",
}


def question(kind: str, **more: object) -> Question:
    choices = TOPICS if kind == "select_multiple" else YES_NO if kind == "select_one" else ()
    made = Question(f"a/{kind}", kind, "Label", "Hint", choices=choices)
    return replace(made, **more)  # type: ignore[arg-type] # the tests name its fields


def listening(made: Editor | Field) -> list[str]:
    told: list[str] = []
    made.changed.connect(told.append)
    return told


def focused(made: Editor, qtbot: QtBot) -> None:
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()


def test_what_nobody_is_writing_is_seen_from_its_beginning(qtbot: QtBot) -> None:
    made = TextEditor(question("text", value="Sample words, " * 20))
    qtbot.addWidget(made)
    made.show()
    assert made.line.cursorPosition() == 0
    made.line.setFocus()
    qtbot.waitUntil(made.line.hasFocus)
    made.line.end(False)  # noqa: FBT003 - Qt's own signature
    made.show_question(question("text", value="Sample words, " * 20 + "and more"))
    assert made.line.cursorPosition() > 0


@pytest.mark.parametrize("reason", [Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason])
def test_what_can_only_be_read_is_seen_from_its_beginning(qtbot: QtBot, reason: Qt.FocusReason) -> None:
    made = TextEditor(question("text", value="Sample Engineer, " * 20, readonly=True))
    focused(made, qtbot)
    assert made.line.cursorPosition() == 0
    made.line.clearFocus()
    made.line.setFocus(reason)
    assert made.line.hasFocus()
    assert (made.line.cursorPosition(), made.line.selectedText()) == (0, "")


@pytest.mark.parametrize("reason", [Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason])
def test_a_choice_that_can_only_be_read_is_not_marked(qtbot: QtBot, reason: Qt.FocusReason) -> None:
    made = SearchEditor(question("select_one", value="yes", readonly=True))
    focused(made, qtbot)
    made.line.clearFocus()
    made.line.setFocus(reason)
    assert made.line.hasFocus()
    assert not made.line.hasSelectedText()


@pytest.mark.parametrize("kind", EDITORS)
def test_every_editor_shows_an_answer_and_gives_it_back_untold(qtbot: QtBot, kind: str) -> None:
    made = editor(question(kind))
    qtbot.addWidget(made)
    told = listening(made)
    for value in ("", VALUES[kind], ""):
        made.show_question(question(kind, value=value))
        assert made.value() == value
    assert not told


@pytest.mark.parametrize("kind", [kind for kind in EDITORS if kind != "note"])
def test_every_editor_has_name_and_description_where_the_keyboard_is(qtbot: QtBot, kind: str) -> None:
    made = editor(question(kind, required=True, problem="Not good.", unit="m³"))
    qtbot.addWidget(made)
    held = made.focusProxy()
    assert held
    held = held.focusProxy() or held
    assert held.accessibleName().startswith("Label")
    if kind not in {"image", "file", "select_one"}:
        assert held.accessibleDescription() == "Not good. Hint m³"


@pytest.mark.parametrize("kind", EDITORS)
def test_what_may_not_be_changed_cannot_be(qtbot: QtBot, kind: str) -> None:
    made = editor(question(kind, value=VALUES[kind], readonly=True))
    focused(made, qtbot)
    told = listening(made)
    held = made.focusProxy() or made
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_5, Qt.Key.Key_Delete):
        qtbot.keyClick(held, key)
    assert made.value() == VALUES[kind]
    assert not told


def test_a_type_without_editor_is_typed_as_text(qtbot: QtBot) -> None:
    made = editor(Question("a", "geoshape"))
    qtbot.addWidget(made)
    assert isinstance(made, TextEditor)


def test_the_appearance_chooses_the_editor(qtbot: QtBot) -> None:
    kinds = {
        MultilineEditor: question("text", appearance="multiline"),
        SegmentsEditor: question("select_one"),
        ComboEditor: question("select_one", appearance="minimal"),
    }
    for kind, asked in kinds.items():
        made = editor(asked)
        qtbot.addWidget(made)
        assert isinstance(made, kind)


def test_a_number_is_grouped_to_read_and_plain_to_type(qtbot: QtBot) -> None:
    made = NumberEditor(question("decimal", value="742000"))
    told = listening(made)
    qtbot.addWidget(made)
    assert made.line.text() == "742,000"
    focused(made, qtbot)
    assert made.line.text() == "742000"
    qtbot.keyClicks(made.line, "5,0")
    assert told[-1] == "74200050"
    made.line.clearFocus()
    assert made.line.text() == "74,200,050"


@pytest.mark.parametrize(("typed", "told"), [("35 %", "35"), ("7.5%", "7.5"), ("۳۵ ٪", "35")])
def test_a_number_may_be_typed_with_its_sign_for_per_cent(typed: str, told: str, qtbot: QtBot) -> None:
    made = NumberEditor(question("decimal"))
    heard = listening(made)
    made.changed.connect(lambda text: made.show_question(question("decimal", value=text)))
    focused(made, qtbot)
    made.line.insert(typed)
    assert heard[-1] == told
    made.line.clearFocus()
    assert made.line.text() == told


def test_typing_is_not_disturbed_by_showing_the_same_again(qtbot: QtBot) -> None:
    made = NumberEditor(question("decimal"))
    focused(made, qtbot)
    made.changed.connect(lambda text: made.show_question(question("decimal", value=text)))
    qtbot.keyClicks(made.line, "1,234.")
    assert made.line.text() == "1,234."
    assert made.value() == "1234."


def test_an_unreadable_number_is_told_as_typed(qtbot: QtBot) -> None:
    made = NumberEditor(question("integer"))
    told = listening(made)
    focused(made, qtbot)
    qtbot.keyClicks(made.line, "12x")
    assert told[-1] == "12x"


def test_a_date_is_typed_as_usual_and_shown_in_words(qtbot: QtBot) -> None:
    made = DateEditor(question("date"))
    told = listening(made)
    focused(made, qtbot)
    qtbot.keyClicks(made.line, "3/4/2026")
    assert told[-1] == "2026-04-03"
    made.line.clearFocus()
    assert made.line.text() == "3 April 2026"
    qtbot.keyClick(made.line, Qt.Key.Key_PageUp)
    assert made.value() == "2026-04-04"


def test_a_date_is_written_in_the_language_spoken(qapp: QApplication, qtbot: QtBot) -> None:
    made = DateEditor(question("date", value="2026-11-18"))
    qtbot.addWidget(made)
    wear(qapp, Appearance("light", "ur"))
    made.show()
    QApplication.processEvents()
    assert made.line.text() == "18 نومبر 2026"
    assert made.value() == "2026-11-18"


def test_a_day_that_its_month_has_not_is_told_as_that(qtbot: QtBot) -> None:
    made = Field(question("date", value="31/9/2026", problem="Choose a date."))
    qtbot.addWidget(made)

    def said() -> str:
        return " ".join(label.text() for label in made.findChildren(QLabel) if not label.isHidden())

    assert "September 2026 has 30 days." in said()
    made.show_question(question("date", value="soon", problem="Choose a date."))
    assert "Choose a date." in said()
    assert "30 days" not in said()
    made.show_question(question("date", value="31/9/2026", problem="Choose a date."))
    assert "September 2026 has 30 days." in made.editor.question.problem


def test_the_calendar_is_opened_and_left_by_keyboard(qtbot: QtBot) -> None:
    made = DateEditor(question("date", value="2026-11-18"))
    focused(made, qtbot)
    qtbot.keyClick(made.line, Qt.Key.Key_Down)
    (popup,) = made.findChildren(CalendarPopup)
    assert popup.calendar.selectedDate() == QDate(2026, 11, 18)
    with qtbot.waitSignal(made.changed) as told:
        popup.calendar.activated.emit(QDate(2026, 11, 19))
    assert told.args == ["2026-11-19"]
    assert not popup.isVisible()


@pytest.mark.parametrize(
    ("month", "today", "shown"),
    [
        ("2026-10", QDate(2026, 11, 18), QDate(2026, 10, 31)),
        ("2026-12", QDate(2026, 11, 18), QDate(2026, 12, 1)),
        ("2026-11", QDate(2026, 11, 18), QDate(2026, 11, 18)),
        ("", QDate(2026, 11, 18), QDate(2026, 11, 18)),
    ],
)
def test_a_calendar_begins_at_the_nearest_day_of_the_month(month: str, today: QDate, shown: QDate) -> None:
    assert nearest_in(month, today) == shown


def test_an_empty_date_opens_the_calendar_in_the_month_of_its_record(qtbot: QtBot) -> None:
    made = DateEditor(question("date", month="2019-10"))
    focused(made, qtbot)
    qtbot.keyClick(made.line, Qt.Key.Key_Down)
    (popup,) = made.findChildren(CalendarPopup)
    assert popup.calendar.selectedDate() == QDate(2019, 10, 31)
    assert (popup.calendar.yearShown(), popup.calendar.monthShown()) == (2019, 10)


def test_tab_leaves_a_page_of_text(qtbot: QtBot) -> None:
    made = MultilineEditor(question("text", appearance="multiline"))
    told = listening(made)
    focused(made, qtbot)
    qtbot.keyClicks(made.page, "Two wait for valves. ")
    qtbot.keyClick(made.page, Qt.Key.Key_Tab)
    assert made.value() == told[-1] == "Two wait for valves."


def test_choices_are_ticked_by_keyboard_and_old_ones_kept(qtbot: QtBot) -> None:
    made = SelectMultipleEditor(question("select_multiple", value="billing gone"))
    told = listening(made)
    focused(made, qtbot)
    qtbot.keyClick(made.ticks["nrw"], Qt.Key.Key_Space)
    assert told == ["nrw billing gone"]


def test_a_statement_is_confirmed_by_keyboard(qtbot: QtBot) -> None:
    made = AcknowledgeEditor(question("acknowledge"))
    told = listening(made)
    focused(made, qtbot)
    qtbot.keyClick(made.tick, Qt.Key.Key_Space)
    qtbot.keyClick(made.tick, Qt.Key.Key_Space)
    assert told == ["OK", ""]


def test_photos_are_dropped_and_nothing_else(qtbot: QtBot, tmp_path: Path) -> None:
    made = ImageEditor(question("image"))
    qtbot.addWidget(made)
    photo = tmp_path / "IMG-20261014-WA0003.JPG"
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    letter = QMimeData()
    letter.setUrls([QUrl.fromLocalFile(str(tmp_path / "letter.docx"))])
    event = QDragEnterEvent(QPointF(1, 1), copy, letter, left, none)
    QApplication.sendEvent(made.area, event)
    assert not event.isAccepted()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo)), QUrl.fromLocalFile(str(tmp_path / "letter.docx"))])
    QApplication.sendEvent(made.area, QDragEnterEvent(QPointF(1, 1), copy, data, left, none))
    assert made.area.property("hovered")
    with qtbot.waitSignal(made.offered) as told:
        QApplication.sendEvent(made.area, QDropEvent(QPointF(1, 1), copy, data, left, none))
    assert told.args == [[str(photo)]]
    assert not made.area.property("hovered")


def test_a_photo_is_shown_and_removed(qtbot: QtBot) -> None:
    made = ImageEditor(question("image", value="a1b2.jpg"))
    focused(made, qtbot)
    picture = QPixmap(400, 200)
    picture.fill(Qt.GlobalColor.blue)
    made.show_picture(picture)
    assert made.thumb.pixmap().width() == 72
    with qtbot.waitSignal(made.changed) as told:
        qtbot.keyClick(made.remove, Qt.Key.Key_Space)
    assert told.args == [""]


def test_a_field_says_all_that_belongs_to_its_question(qtbot: QtBot) -> None:
    asked = question(
        "decimal", problem="Too much.", remark="PWON: check.", previous="September: 3", unit="m³", required=True
    )
    field = Field(asked)
    qtbot.addWidget(field)
    field.show()
    seen = {words.text() for words in field.findChildren(QLabel) if words.isVisible()}
    assert {"Label", "*", "m³", "Too much.", "PWON: check.", "September: 3", "Hint"} <= seen
    field.show_question(question("decimal"))
    seen = {words.text() for words in field.findChildren(QLabel) if words.isVisible()}
    assert seen == {"Label", "optional", "Hint"}


def test_a_field_passes_on_what_is_typed(qtbot: QtBot) -> None:
    field = Field(question("text"))
    qtbot.addWidget(field)
    told = listening(field)
    qtbot.keyClicks(field.findChildren(QLineEdit)[0], "ab")
    assert told == ["a", "ab"]


def test_choices_that_become_many_drop_down(qtbot: QtBot) -> None:
    field = Field(question("select_one"))
    qtbot.addWidget(field)
    field.show_question(question("select_one", choices=TOPICS, value="energy"))
    assert isinstance(field.editor, ComboEditor)
    assert field.editor.value() == "energy"


def test_every_button_of_the_calendar_is_read_aloud(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    calendar = CalendarPopup(parent, QDate(2026, 11, 12))
    read = [QAccessible.queryAccessibleInterface(one) for one in calendar.findChildren(QToolButton)]
    names = [one.text(QAccessible.Text.Name) for one in read]
    assert sorted(names) == ["2026", "November", "The month before", "The next month"]
