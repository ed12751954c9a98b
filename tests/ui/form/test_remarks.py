"""A reviewer may say something at a field, at a cell, and at a row."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from wopdesk.ui.form.field import Field
from wopdesk.ui.form.page import FormPage
from wopdesk.ui.form.parts import Page
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.form.rows import RepeatRow, RepeatTable
from wopdesk.ui.widgets.button import Button

FIELD = Question("a/b", "text", "Sample question", value="said", readonly=True, appearance="remarkable")
TICK = Question("a/t", "acknowledge", "Nothing this month", readonly=True, appearance="remarkable")
ROW = "kl4wdaui3wwyogfo"
TABLE = RepeatTable(
    "a/r",
    "Sample rows",
    (
        Question("a/r/told", "decimal", "Target", readonly=True),
        Question("a/r/value", "decimal", "Value", appearance="remarkable"),
    ),
    (
        RepeatRow(
            ROW, (Question(f"a/r[{ROW}]/told", "decimal", "Target"), Question(f"a/r[{ROW}]/value", "decimal", "Value"))
        ),
    ),
    fixed=True,
)


def page_of(qtbot: QtBot, *parts: Question | RepeatTable) -> tuple[FormPage, list[str]]:
    page, told = FormPage(), list[str]()
    qtbot.addWidget(page)
    page.remark_wanted.connect(told.append)
    page.show_page(Page("a", "Sample", parts=parts))
    page.show()
    return page, told


def test_a_button_at_each_field_that_may_be_remarked_on(qtbot: QtBot) -> None:
    page, told = page_of(qtbot, FIELD, TICK, replace(FIELD, path="a/c", appearance=""))
    pressed = [one for field in page.findChildren(Field) for one in field.findChildren(Button)]
    assert [one.accessibleName() for one in pressed if one.isVisible()] == [
        "Remark: Sample question",
        "Remark: Nothing this month",
    ]
    for button in pressed:
        button.click()
    assert told == ["a/b", "a/t"]


def test_in_a_table_it_is_the_cell_with_the_keyboard(qtbot: QtBot) -> None:
    page, told = page_of(qtbot, TABLE)
    (editor,) = page.findChildren(RepeatEditor)
    editor.remark.click()
    for column in (1, 0):
        editor.view.setCurrentIndex(editor.model.place(0, column))
        editor.remark.click()
    assert told == ["a/r", f"a/r[{ROW}]/value", f"a/r[{ROW}]"]


def test_who_fills_it_in_sees_no_such_button(qtbot: QtBot) -> None:
    page, _ = page_of(qtbot, replace(TABLE, columns=tuple(replace(one, appearance="") for one in TABLE.columns)))
    (editor,) = page.findChildren(RepeatEditor)
    assert not editor.remark.isVisible()
