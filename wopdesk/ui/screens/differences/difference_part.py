"""One difference: the question, its sides beside one another, and room to type something else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.form.field import Field
from wopdesk.ui.i18n import tr
from wopdesk.ui.screens.differences.content import Difference
from wopdesk.ui.screens.differences.side_panel import SidePanel, text_of
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import label

_WIDEST = 420


class DifferencePart(QWidget):
    """A difference; `settled` tells the value that is kept, and how it reads."""

    settled = Signal(object, str, str)

    def __init__(self, difference: Difference, *, may_settle: bool) -> None:
        super().__init__()
        self.difference, self._may_settle = difference, may_settle
        self._typed = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.tiny, 0, SPACE.tiny)
        column.setSpacing(SPACE.small)
        column.addWidget(label(difference.label, "strong", wrap=True))
        column.addWidget(label(_where(difference), "hint", wrap=True))
        sides = QHBoxLayout()
        sides.setSpacing(SPACE.middle)
        self.sides = [self._side(number) for number in range(len(difference.sides))]
        for panel in self.sides:
            sides.addWidget(panel, 1)
        column.addLayout(sides)
        self.another = Button("Type another answer", "quiet", "pencil")
        self.another.setAccessibleName(f"{tr('Type another answer')}: {difference.label}")
        self.another.clicked.connect(self._open)
        self.editor: Field | None = None
        self._column = column
        if difference.other is not None and may_settle:
            line = QHBoxLayout()
            line.addWidget(self.another)
            line.addStretch()
            column.addLayout(line)

    def _side(self, number: int) -> SidePanel:
        side, is_row = self.difference.sides[number], self.difference.is_row
        panel = SidePanel(side, is_row=is_row, may_settle=self._may_settle)
        panel.kept.connect(lambda: self.settled.emit(self.difference.key, side.value, text_of(side, is_row=is_row)))
        return panel

    def _open(self) -> None:
        """Make room to type."""
        if self.difference.other is None or self.editor is not None:
            return
        self.another.hide()
        self.editor = Field(self.difference.other)
        self.editor.setMaximumWidth(_WIDEST)
        self.editor.changed.connect(self._type)
        self.keep = Button("Keep what I typed", "primary")
        self.keep.setEnabled(False)
        self.keep.clicked.connect(self._keep)
        row = QHBoxLayout()
        row.setSpacing(SPACE.middle)
        row.addWidget(self.editor, 1)
        keep = QVBoxLayout()
        keep.addSpacing(self.editor.above)
        keep.addWidget(self.keep)
        keep.addStretch()
        row.addLayout(keep)
        row.addStretch(1)
        self._column.addLayout(row)
        self.editor.setFocus()

    def _type(self, text: str) -> None:
        self._typed = text
        self.keep.setEnabled(bool(text))

    def _keep(self) -> None:
        if self.editor is not None:
            self.editor.editor.settle()
        self.settled.emit(self.difference.key, self._typed, self._typed)


def _where(difference: Difference) -> str:
    if difference.is_row:
        text = "{part} · row {row} was removed by one and changed by another"
        return tr(text, part=difference.part, row=difference.row or "–")
    if difference.row:
        return tr("{part} · row {row}", part=difference.part, row=difference.row)
    return difference.part
