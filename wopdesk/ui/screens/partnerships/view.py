"""The table of all partnerships. Knows no desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from wopdesk.ui.circles.cells import punctuality
from wopdesk.ui.circles.content import Standing
from wopdesk.ui.i18n import from_left, spoken
from wopdesk.ui.saying import said
from wopdesk.ui.screens.partnerships.content import Partnerships
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.cells import Cell, Chip, Column, Text
from wopdesk.ui.widgets.empty import Empty
from wopdesk.ui.widgets.page import emptied
from wopdesk.ui.widgets.table import Table

COLUMNS = (
    Column("Code", width=112),
    Column("Title"),
    Column("Mentee", width=136),
    Column("Mentor", width=136),
    Column("Step"),
    Column("Last report", width=100, spare=True),
    Column("On time", width=104),
    Column("Advice", "end", 64, spare=True),
    Column("Status", width=120),
)


class PartnershipsView(QWidget):
    """Shows how each stands. `opened` tells the space of one, `wanted` that a new one is to be started."""

    opened = Signal(str)
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Partnerships, str] | None = None
        self.table: Table | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE.huge, SPACE.wide, SPACE.huge, SPACE.wide)

    def show_content(self, content: Partnerships) -> None:
        """Show them, sorted as they were."""
        if self._shown == (content, spoken()):
            return
        standings = content.standings
        sorted_by = self.table.rows.sorted_by if self.table else None
        self._shown, self.table = (content, spoken()), None
        emptied(self._column)
        if not standings:
            self._column.addWidget(self._empty(coordinator=content.coordinator))
            return
        new = Button("New partnership …", "plain", "plus")
        new.clicked.connect(self.wanted)
        card = Card("All partnerships", new)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.table = _table(standings)
        self.table.open_at_a_click()
        self.table.opened.connect(lambda number: self.opened.emit(standings[number].space))
        if sorted_by is not None:
            self.table.rows.sort(*sorted_by)
        card.body.addWidget(self.table)
        self._column.addWidget(card)
        self._column.addStretch()

    def _empty(self, *, coordinator: bool) -> Card:
        card = Card()
        text = "A partnership that PWON opens for you comes with what PWON sends. You can also start one yourself."
        if coordinator:
            text = "Open one, name its mentee and its mentor, and submit it: then both are added and receive it."
        empty = Empty("No partnership yet", text, "New partnership …", "handshake")
        empty.acted.connect(self.wanted)
        card.body.addWidget(empty)
        return card


def _table(standings: Sequence[Standing]) -> Table:
    table = Table("All partnerships", COLUMNS)
    table.show_rows([_cells(one) for one in standings])
    return table


def _cells(one: Standing) -> list[Cell]:
    return [
        Text(from_left(one.code)),
        Text(one.title),
        Text(one.mentee),
        Text(one.mentor),
        Text(one.step),
        Text(one.last, one.last_month),
        punctuality(one),
        Text(str(one.advice), one.advice),
        Chip(said(one.status), one.tone, _RANK.get(one.tone, 4)),
    ]


_RANK = {"bad": 0, "warn": 1, "info": 2, "quiet": 3}
