"""Any of several choices, each with a box to tick."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.question import Question, described
from wopdesk.ui.widgets.tick import Tick

_ONE_COLUMN = 4
"""Up to so many choices stand in one column."""


class SelectMultipleEditor(Editor):
    """For `select_multiple`: values with spaces between, in the order of the choices."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._holder = QWidget(self)
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setHorizontalSpacing(16)
        self.ticks: dict[str, Tick] = {}
        self._box.addWidget(self._holder)
        self.show_question(question)

    def value(self) -> str:
        """What is ticked; an earlier answer that is not offered any more is kept."""
        unknown = [value for value in self.question.value.split() if value not in self.ticks]
        return " ".join([*(value for value, tick in self.ticks.items() if tick.isChecked()), *unknown])

    def show_question(self, question: Question) -> None:
        """Show it."""
        if list(self.ticks) != [value for value, _ in question.choices]:
            self._offer(question)
        super().show_question(question)
        chosen = question.value.split()
        for value, label in question.choices:
            tick = self.ticks[value]
            tick.setText(label)
            tick.setChecked(value in chosen)
            tick.setEnabled(not question.readonly)
            tick.bad = bool(question.problem)
            tick.setAccessibleName(f"{question.label}: {label}")
            tick.setAccessibleDescription(described(question))
            tick.update()

    def _offer(self, question: Question) -> None:
        for tick in self.ticks.values():
            self._grid.removeWidget(tick)
            tick.deleteLater()
        columns = 1 if len(question.choices) <= _ONE_COLUMN else 2
        self.ticks = {value: Tick(label, self._holder) for value, label in question.choices}
        for number, tick in enumerate(self.ticks.values()):
            tick.clicked.connect(lambda: self.changed.emit(self.value()))
            self._grid.addWidget(tick, number // columns, number % columns)
        for tick in list(self.ticks.values())[:1]:
            self.setFocusProxy(tick)
