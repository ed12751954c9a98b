"""Forms, at PWON's desk: which are in use, a change in Excel, what differs, and letting every office go by it."""

from __future__ import annotations

from PySide6.QtCore import QDate, QItemSelectionModel
from PySide6.QtWidgets import QHBoxLayout

from wopdesk.sentence import joined
from wopdesk.ui.i18n import day, from_left, spoken, tr
from wopdesk.ui.saying import told
from wopdesk.ui.screens.settings.content import Forms, FormSeen, Proposed
from wopdesk.ui.screens.settings.panel import Panel
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets import asking
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.cells import Cell, Chip, Column, Text
from wopdesk.ui.widgets.confirm import Confirm
from wopdesk.ui.widgets.table import Table
from wopdesk.ui.widgets.words import Words, label

_COLUMNS = (
    Column("Document"),
    Column("Version", "end", 96),
    Column("Published", width=150),
    Column("State", width=190),
)
_TEXT = (
    "Change a form in Excel, bring it back, look at what differs, publish it. Every office goes by it with what you"
    " send next."
)
_KINDS = "Excel", "*.xlsx *.xls"
_MOST = 40


class FormsPanel(Panel):
    """The list; `asked` tells "form_excel", "form_look" (each with kind and file) or "form_publish"."""

    def __init__(self) -> None:
        super().__init__()
        self._forms: tuple[FormSeen, ...] = ()
        self._proposed: Proposed | None = None
        card = Card("Forms")
        card.body.addWidget(Words(_TEXT, "quiet", wrap=True))
        self.table = Table("Forms", _COLUMNS)
        card.body.addWidget(self.table)
        self.fault = label("", "hint", wrap=True)
        card.body.addWidget(self.fault)
        card.body.addLayout(self._foot())
        self.column.addWidget(card)
        self.changes = Card("What differs")
        self.said = label("", wrap=True)
        self.changes.body.addWidget(self.said)
        self.changes.hide()
        self.column.addWidget(self.changes)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        self.excel = Button("Change in Excel …", "plain", "download")
        self.excel.clicked.connect(self._save)
        self.back = Button("Bring it back from Excel …", "plain", "upload")
        self.back.clicked.connect(self._open)
        self._allow()
        row.addStretch(1)
        row.addWidget(self.excel)
        row.addWidget(self.back)
        return row

    @property
    def chosen(self) -> str:
        """The kind of the line that is marked."""
        index = self.table.currentIndex()
        row = self.table.rows.source(index.row()) if index.isValid() else 0
        return self._forms[row].kind if row < len(self._forms) else ""

    def _save(self) -> None:
        file = asking.save_file(self, tr("Change in Excel …"), f"{self.chosen}.xlsx", asking.kind(*_KINDS))
        if file is not None:
            self.asked.emit("form_excel", (self.chosen, file))

    def _open(self) -> None:
        file = asking.open_file(self, tr("Bring it back from Excel …"), asking.kind(*_KINDS))
        if file is not None:
            self.asked.emit("form_look", (self.chosen, file))

    def show_forms(self, forms: Forms) -> None:
        """Show which there are. What differs from a form that is no longer in use is settled."""
        before, self._forms = self.chosen, forms.forms
        self.table.show_rows([_cells(one) for one in forms.forms])
        self.table.setFixedHeight(36 * (len(forms.forms) + 1))
        self.fault.setText("\n".join(_fault(one) for one in forms.forms if one.faults))
        self.fault.setVisible(bool(self.fault.text()))
        self._allow()
        self._choose(before)
        in_use = {one.kind: one.form for one in forms.forms if one.form}
        if self._proposed is not None and in_use.get(self._proposed.kind) != self._proposed.base:
            self._proposed = None
            self.changes.hide()
            self.forget()

    def _allow(self) -> None:
        """Nothing can be asked of forms before it is known which there are."""
        for button in (self.excel, self.back):
            button.setEnabled(bool(self._forms))

    def _choose(self, kind: str) -> None:
        """Mark the line of a form, wherever it is sorted to; the first one where it has none."""
        rows = range(self.table.rows.rowCount())
        found = next((row for row in rows if self._forms[self.table.rows.source(row)].kind == kind), 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self.table.model().index(found, 0), flags)

    def show_proposed(self, proposed: Proposed) -> None:
        """Show what differs, and ask whether it is to be so everywhere."""
        self._proposed = proposed
        lines = [f"{tr(one.sort)} · {from_left(one.path)}: {told(one.said)}" for one in proposed.changes[:_MOST]]
        more = len(proposed.changes) - _MOST
        text = "\n".join([*lines, *([f"+ {more}"] if more > 0 else [])])
        self.said.setText(text or tr("This form is in use already."))
        self.changes.show()
        self.forget()
        if not proposed.same:
            said = "What they have begun moves over; what has no place any more is kept and shown."
            name = proposed.title.in_language(spoken())
            question = Confirm("Shall every office go by this form: {form}?", said, "Publish it", form=name)
            question.confirmed.connect(lambda: self.asked.emit("form_publish", None))
            self.pose(question, 2)


def _cells(one: FormSeen) -> tuple[Cell, ...]:
    title = Text(one.title.in_language(spoken()))
    at = Text("" if one.published is None else day(QDate(one.published.year, one.published.month, one.published.day)))
    number = Text(str(one.number) if one.number else "", one.number)
    return title, number, at, Chip(tr("Cannot be used"), "bad") if one.faults else Chip(tr("In use"), "good")


def _fault(one: FormSeen) -> str:
    faults = told(joined(one.faults))
    form = one.title.in_language(spoken())
    return tr("{form}, version {number}, cannot be used: {faults}", form=form, number=one.number, faults=faults)
