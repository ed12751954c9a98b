"""The table of partnerships on the first screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from wopdesk.ui.circles.cells import punctuality
from wopdesk.ui.circles.content import Standing
from wopdesk.ui.i18n import from_left
from wopdesk.ui.saying import said
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.cells import Cell, Chip, Column, Text
from wopdesk.ui.widgets.table import HEAD, ROW, Table

COLUMNS = (
    Column("Code", width=108),
    Column("Partners"),
    Column("Step", width=188),
    Column("On time", width=112, spare=True),
    Column("Status", width=118),
)
_MOST = 12
"""Rows that show without scrolling."""


class StandingsCard(Card):
    """How partnerships stand; `opened` tells the space of one."""

    opened = Signal(str)

    def __init__(self, standings: Sequence[Standing]) -> None:
        super().__init__("Partnerships")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        table = Table("Partnerships", COLUMNS)
        table.show_rows([_cells(one) for one in standings])
        table.setFixedHeight(HEAD + ROW * min(_MOST, len(standings)) + 2)
        table.open_at_a_click()
        table.opened.connect(lambda number: self.opened.emit(standings[number].space))
        self.table = table
        self.body.addWidget(table)


def _cells(one: Standing) -> list[Cell]:
    return [
        Text(from_left(one.code)),
        Text(one.partner or one.title),
        Text(one.step),
        punctuality(one),
        Chip(said(one.status), one.tone),
    ]
