"""The cards below the timeline: documents, advice, what was done, key figures, who takes part."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wopdesk.ui.saying import said, written
from wopdesk.ui.screens.partnership.content import Happening, KeyFigure, Member, Paper, Piece
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.tokens import SPACE, Tone
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.cells import Cell, Chip, Column, Text
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.row import LongCard, Row, Saying
from wopdesk.ui.widgets.table import HEAD, ROW, Table
from wopdesk.ui.widgets.words import Words, label

COLUMNS = (
    Column("Document"),
    Column("From", width=152, spare=True),
    Column("Version", "end", 74, spare=True),
    Column("Date", "end", 120),
    Column("Status", width=116),
)
_PAPERS, _ROWS = 7, 4
"""Rows that show without scrolling, and before the button for more."""


class PapersCard(Card):
    """Documents; `opened` tells where one leads, `wanted` that a new one is."""

    opened = Signal(object)
    wanted = Signal()

    def __init__(self, papers: Sequence[Paper]) -> None:
        new = Button("New document …", "quiet", "plus")
        super().__init__("Documents", new)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        new.clicked.connect(self.wanted)
        self.table = Table("Documents", COLUMNS)
        self.table.show_rows([_cells(one) for one in papers])
        self.table.setFixedHeight(HEAD + ROW * min(_PAPERS, max(1, len(papers))) + 2)
        self.table.open_at_a_click()
        self.table.opened.connect(lambda number: self._open(papers[number]))
        self.body.addWidget(self.table)

    def _open(self, paper: Paper) -> None:
        if paper.where is not None:
            self.opened.emit(paper.where)


def _cells(one: Paper) -> list[Cell]:
    day = Text(written(one.day, short=True), one.day.toordinal()) if one.day else Text("")
    version = Text(str(one.version), one.version) if one.version else Text("–", 0)
    return [Text(said(one.title)), Text(one.office), version, day, Chip(said(one.state), one.tone)]


class LinesCard(LongCard):
    """Rows that lead to documents; `opened` tells where one leads."""

    opened = Signal(object)

    def __init__(self, title: str, nothing: Words, lines: Sequence[tuple[Saying, str, Tone, Where]]) -> None:
        super().__init__(title, [partial(self._row, *line) for line in lines], _ROWS)
        if not lines:
            nothing.setContentsMargins(SPACE.small, 0, SPACE.small, SPACE.tiny)
            self.body.addWidget(nothing)

    def _row(self, words: Saying, picture: str, tone: Tone, where: Where) -> Row:
        row = Row(picture, words, tone)
        row.clicked.connect(lambda: self.opened.emit(where))
        return row


def advice_card(pieces: Sequence[Piece]) -> LinesCard:
    """The ledger."""
    lines = [
        (Saying(one.text, said(one.detail), said(one.state)), "message-square", one.tone, one.where) for one in pieces
    ]
    return LinesCard("Advice", Words("No advice was asked or given yet.", "quiet", wrap=True), lines)


def history_card(happened: Sequence[Happening]) -> LinesCard:
    """What was done."""
    lines: list[tuple[Saying, str, Tone, Where]] = [
        (Saying(said(one.text), one.detail, written(one.day, short=True)), one.picture, "quiet", one.where)
        for one in happened
    ]
    return LinesCard("What was done", Words("Nothing was submitted yet.", "quiet", wrap=True), lines)


class FiguresCard(Card):
    """Three figures that say how it goes."""

    def __init__(self, figures: Sequence[KeyFigure]) -> None:
        super().__init__("In figures")
        for number, one in enumerate(figures):
            if number:
                self.body.addWidget(hairline())
            self.body.addWidget(_line(label(said(one.text)), Pill(said(one.value), one.tone)))


class MembersCard(Card):
    """Who takes part; at PWON's desk others are added. `wanted` asks for that, `sending` to send them what is here."""

    wanted = Signal()
    sending = Signal()

    def __init__(self, members: Sequence[Member], *, adds: bool) -> None:
        super().__init__("Who takes part")
        for number, one in enumerate(members):
            if number:
                self.body.addWidget(hairline())
            self.body.addWidget(_line(label(one.name, "label", wrap=True), label(said(one.role), "hint")))
        if adds:
            add, send = Button("Add an office …", "quiet", "plus"), Button("Send to them", "quiet", "send")
            add.clicked.connect(self.wanted)
            send.clicked.connect(self.sending)
            offers = QHBoxLayout()
            offers.setSpacing(SPACE.tiny)
            offers.addWidget(add)
            offers.addWidget(send)
            offers.addStretch()
            self.body.addLayout(offers)


def _line(words: QWidget, end: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, SPACE.tiny, 0, SPACE.tiny)
    row.setSpacing(SPACE.middle)
    row.addWidget(words, 1)
    row.addWidget(end)
    return holder
