"""A page that is filled in without any form behind it: answers are entered as they are told."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from wopdesk.ui.form.page import FormPage
from wopdesk.ui.form.parts import Cards, Page, Part, Section
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.rows import RepeatRow, RepeatTable


def with_answer(page: Page, path: str, value: str) -> Page:
    return replace(page, parts=tuple(_part(part, path, {"value": value}) for part in page.parts))


def with_problem(page: Page, path: str, problem: str) -> Page:
    return replace(page, parts=tuple(_part(part, path, {"problem": problem}) for part in page.parts))


def _part(part: Part, path: str, news: dict[str, str]) -> Part:
    match part:
        case Question():
            return replace(part, **news) if part.path == path else part  # type: ignore[arg-type] # names of texts
        case Section():
            return replace(part, parts=tuple(_part(inner, path, news) for inner in part.parts))
        case Cards():
            cards = (
                replace(card, parts=tuple(_part(inner, path, news) for inner in card.parts)) for card in part.cards
            )
            return replace(part, cards=tuple(cards))
        case RepeatTable():
            return replace(part, rows=tuple(_row(row, path, news) for row in part.rows))


def _row(row: RepeatRow, path: str, news: dict[str, str]) -> RepeatRow:
    cells = (None if cell is None else _part(cell, path, news) for cell in row.cells)
    return replace(row, cells=tuple(cell for cell in cells if cell is None or isinstance(cell, Question)))


def filled(qtbot: QtBot, page: Page, width: int = 900, height: int = 700) -> Filling:
    made = Filling(page)
    qtbot.addWidget(made)
    made.resize(width, height)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


class Filling(FormPage):
    """Enters what is told and shows the page again, as a session does."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.now = page
        self.told: list[tuple[object, ...]] = []
        self.answered.connect(self.enter)
        self.row_wanted.connect(lambda *told: self.told.append(("row_wanted", *told)))
        self.rows_dropped.connect(lambda *told: self.told.append(("rows_dropped", *told)))
        self.pasted.connect(lambda *told: self.told.append(("pasted", *told)))
        self.filled.connect(lambda *told: self.told.append(("filled", *told)))
        self.files_offered.connect(lambda *told: self.told.append(("files", *told)))
        self.picture_wanted.connect(lambda *told: self.told.append(("picture", *told)))
        self.show_page(page)

    def enter(self, path: str, value: str) -> None:
        self.told.append((path, value))
        self.show_now(with_answer(self.now, path, value))

    def show_now(self, page: Page) -> None:
        self.now = page
        self.show_page(page)

    def keyboard(self) -> QWidget:
        held: QWidget | None = self.window().focusWidget()
        assert held is not None
        return held
