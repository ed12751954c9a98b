"""Which widget shows which part of a page, and how what it tells becomes an intent."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from wopdesk.ui.form.card_list import CardList
from wopdesk.ui.form.field import Field
from wopdesk.ui.form.intents import Intents
from wopdesk.ui.form.part_widget import Make, PartWidget
from wopdesk.ui.form.parts import Cards, Part, Section
from wopdesk.ui.form.photo_list import PhotoList
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.form.rows import RepeatTable
from wopdesk.ui.form.section import SectionPart


def makers(intents: Intents) -> Make:
    """What makes the widget of any part; groups and cards make theirs with it."""

    def make(part: Part, within: QWidget) -> PartWidget:
        match part:
            case Question():
                return _field(part, intents, within)
            case RepeatTable():
                return _table(part, intents, within)
            case Cards():
                return (PhotoList if part.photos else CardList)(part, make, intents, within)
            case Section():
                return SectionPart(part, make, intents, within)

    return make


def _field(question: Question, intents: Intents, within: QWidget) -> Field:
    field, path = Field(question, within), question.path
    field.changed.connect(partial(intents.answered.emit, path))
    field.offered.connect(partial(intents.files_offered.emit, path))
    field.picture_wanted.connect(partial(intents.picture_wanted.emit, path))
    field.remark_wanted.connect(partial(intents.remark_wanted.emit, path))
    field.ask_for_picture()
    return field


def _table(table: RepeatTable, intents: Intents, within: QWidget) -> RepeatEditor:
    editor, path = RepeatEditor(table, within), table.path
    editor.changed.connect(intents.answered)
    editor.writing.connect(intents.writing)
    editor.row_wanted.connect(partial(intents.row_wanted.emit, path))
    editor.rows_dropped.connect(partial(intents.rows_dropped.emit, path))
    editor.pasted.connect(partial(intents.pasted.emit, path))
    editor.filled.connect(partial(intents.filled.emit, path))
    editor.remark_wanted.connect(intents.remark_wanted)
    return editor
