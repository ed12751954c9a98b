import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QTextDocument
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from wopdesk.ui.foreign import caption, harmless, tip
from wopdesk.ui.form.field import Field
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.repeat_model import RepeatModel
from wopdesk.ui.form.rows import RepeatRow, RepeatTable
from wopdesk.ui.shell.head import Head
from wopdesk.ui.widgets.segments import Segments
from wopdesk.ui.widgets.tick import Tick
from wopdesk.ui.widgets.words import Label, Words, label

TURNED = "report\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe"
HOSTILE = "<img src='file:///etc/hostname'><h1>PWON</h1>"


def test_letters_are_not_turned_round() -> None:
    assert harmless(TURNED) == "reportfdp.exe"
    assert harmless("a\x00b\x1b[2Jc\x9bd") == "ab[2Jcd"


@pytest.mark.parametrize("said", ["پانی\N{ZERO WIDTH NON-JOINER}کا", "one\ntwo\tthree", "\u2066XQ-1\u2069", "é–−×"])
def test_what_people_write_stays_as_it_is(said: str) -> None:
    assert harmless(said) == said


def test_every_label_is_plain_and_harmless(qtbot: QtBot) -> None:
    made = [label(TURNED), Label(TURNED), Words("{name}", name=TURNED)]
    later = Label()
    later.setText(TURNED)
    for one in (*made, later):
        qtbot.addWidget(one)
        assert one.text() == "reportfdp.exe"
        assert one.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("said", [HOSTILE, "5 < 7 & 8", "two\nlines <b>"])
def test_a_tooltip_shows_html_as_it_was_written(said: str) -> None:
    document = QTextDocument()
    document.setHtml(tip(said))
    assert document.toPlainText() == said
    assert tip("R&D, 7 > 5") == "R&D, 7 > 5"


def test_a_button_says_an_ampersand_and_makes_no_key_of_it(qtbot: QtBot) -> None:
    assert caption("R&D") == "R&&D"
    head, tick = Head(), Tick("R&D")
    qtbot.addWidget(head)
    qtbot.addWidget(tick)
    head.show_person("R&D")
    assert head.person.shortcut() == QKeySequence() == tick.shortcut()
    assert tick.text() == "R&D"


def test_choices_side_by_side_say_an_ampersand_and_make_no_key_of_it(qtbot: QtBot) -> None:
    choices = Segments([("r", "R&D")])
    qtbot.addWidget(choices)
    choices.name("Desk")
    (button,) = choices.buttons
    assert (button.shortcut(), button.accessibleName()) == (QKeySequence(), "Desk: R&D")


def test_a_question_says_an_ampersand_and_makes_no_key_of_it(qtbot: QtBot) -> None:
    asked = Field(Question("a/b", "text", "R&D"))
    qtbot.addWidget(asked)
    (words,) = [one for one in asked.findChildren(Label) if one.text() == "R&D"]
    shown = words.grab().toImage()
    written = label("R&D", "label", wrap=words.wordWrap(), parent=asked)
    written.setFixedSize(words.size())
    assert shown == written.grab().toImage()
    (line,) = asked.findChildren(QLineEdit)
    named = QAccessible.queryAccessibleInterface(line)
    assert named.text(QAccessible.Text.Name) == "R&D"


def test_a_cell_of_a_table_tells_html_as_it_was_written() -> None:
    column = Question("rows/name", "text", "Name")
    cell = Question("rows[a]/name", "text", "Name", value=HOSTILE, remark=HOSTILE, reviewer="Sample reviewer")
    model = RepeatModel(RepeatTable("rows", "Rows", (column,), (RepeatRow("a", (cell,)),)))
    told = model.data(model.index(0, model.before), Qt.ItemDataRole.ToolTipRole)
    document = QTextDocument()
    document.setHtml(str(told))
    assert HOSTILE in document.toPlainText()
