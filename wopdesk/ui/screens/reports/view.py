"""The list of documents, narrowed by kind and state. Knows no desk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from wopdesk.programme.filed import ACCEPTED, DRAFT, RETURNED, SUBMITTED
from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.saying import said, written
from wopdesk.ui.screens.reports.content import Filed, Reports
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.cells import Cell, Chip, Column, Text
from wopdesk.ui.widgets.combo import Combo
from wopdesk.ui.widgets.empty import Empty
from wopdesk.ui.widgets.segments import Segments
from wopdesk.ui.widgets.table import Table

COLUMNS = (
    Column("Document"),
    Column("Partnership", width=132),
    Column("From", width=184),
    Column("Version", "end", 76, spare=True),
    Column("Date", "end", 116),
    Column("Status", width=124),
)
ALL = "all"
_KIND = 200
"""How wide a kind is where there is room; the states beside it are never cut for it."""


class ReportsView(QWidget):
    """Shows `Reports`. `opened` tells a record; the others what is to be started or saved."""

    opened = Signal(str)
    document_wanted = Signal()
    register_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports = Reports((), (), register=False)
        self._shown: list[Filed] = []
        self._build_filters()
        self.table = Table("Documents", COLUMNS)
        self.table.open_at_a_click()
        self.table.opened.connect(lambda number: self.opened.emit(self._shown[number].record))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            Empty("No documents here", "Nothing matches what you chose above, or nothing was begun yet.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.huge, SPACE.wide, SPACE.huge, SPACE.wide)
        card = Card()
        card.body.setSpacing(SPACE.middle)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        card.body.addLayout(self._bar())
        card.body.addWidget(self._stack, 1)
        column.addWidget(card)
        column.addStretch()

    def show_content(self, reports: Reports) -> None:
        """Show them, narrowed as before."""
        self._reports = reports
        self.kind.setAccessibleName(tr("Kind of document"))
        self.kind.offer([(ALL, tr("All kinds")), *reports.kinds], self.kind.value or ALL)
        if self.kind.itemData(0) == "":
            self.kind.removeItem(0)
        states = ((ALL, tr("All")), (DRAFT, tr("Draft")), (SUBMITTED, tr("Submitted")))
        self.state.set_choices((*states, (RETURNED, tr("Returned")), (ACCEPTED, tr("Accepted"))))
        self.state.name(tr("Status"))
        self.register.setVisible(reports.register)
        self._narrow()

    def show_kind(self, kind: str) -> None:
        """Show one kind only."""
        at = self.kind.findData(kind)
        if at >= 0:
            self.kind.setCurrentIndex(at)
            self._narrow()

    def _build_filters(self) -> None:
        self.kind, self.state = Combo(), Segments(compact=True)
        self.kind.setMaximumWidth(_KIND)
        self.state.set_value(ALL)
        self.kind.taken.connect(self._narrow)
        self.state.changed.connect(self._take_state)
        self.register = Button("Register as workbook …", "plain", "download")
        self.register.clicked.connect(self.register_wanted)
        self.new = Button("New document …", "primary", "plus")
        self.new.clicked.connect(self.document_wanted)

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.middle)
        row.addWidget(self.kind, 1)
        row.addWidget(self.state)
        row.addStretch()
        row.addWidget(self.register)
        row.addWidget(self.new)
        return row

    def _take_state(self, value: str) -> None:
        if not value:
            self.state.set_value(ALL)
        self._narrow()

    def _narrow(self) -> None:
        kind, state = self.kind.value, self.state.value
        self._shown = [
            one for one in self._reports.filed if kind in {ALL, "", one.kind} and state in {ALL, "", one.stage}
        ]
        self.table.show_rows([_cells(one) for one in self._shown])
        self._stack.setCurrentIndex(0 if self._shown else 1)
        self._stack.updateGeometry()


def _cells(one: Filed) -> list[Cell]:
    day = Text(written(one.day, short=True), one.day.toordinal()) if one.day else Text("")
    version = Text(str(one.version), one.version) if one.version else Text("–", 0)
    return [
        Text(said(one.title)),
        Text(from_left(one.partnership)),
        Text(one.office),
        version,
        day,
        Chip(said(one.state), one.tone),
    ]
