"""Gives the columns and rows of a repeat the room that their words need."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView

from wopdesk.ui.form.cell_paint import INSET, SIGN, words_height
from wopdesk.ui.form.column_widths import Want, widths
from wopdesk.ui.form.repeat_delegate import PAGE
from wopdesk.ui.form.repeat_model import RepeatModel
from wopdesk.ui.form.repeat_view import RepeatView
from wopdesk.ui.form.rows import NUMBERS
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.fonts import sized
from wopdesk.ui.widgets.table import HEAD, ROW

_LEAST = {**dict.fromkeys(NUMBERS, 88), "date": 118, "acknowledge": 72, "select_one": 120}
_LEAST_WORDS, _MOST_WORDS = 132, 340
_BAR = 16
"""Room for the bar below, where even the least does not fit."""


class Fitting:
    """Knows how wide each column would like to be, and asks anew only where words changed."""

    def __init__(self, view: RepeatView, model: RepeatModel) -> None:
        self._view, self._model = view, model
        self._wants: list[Want] = []
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def measure(self) -> None:
        """Measure all words anew."""
        head = QFontMetrics(sized(self._view.font(), worn().sizes.small, QFont.Weight.DemiBold))
        body = self._view.fontMetrics()
        columns = range(self._model.columnCount())
        self._wants = [self._want(column, head, body) for column in columns]

    def fit(self) -> None:
        """Share the width of the view among the columns, then give each row its height, and the view its own."""
        asked = (True,) * self._model.before + self._model.table.asked
        for column, shown in enumerate(asked):
            self._view.setColumnHidden(column, not shown)
        there = [column for column, shown in enumerate(asked) if shown]
        room = self._view.width() - 2
        shared = widths([self._wants[column] for column in there], room)
        for column, width in zip(there, shared, strict=True):
            self._view.setColumnWidth(column, width)
        rows = self._fit_rows()
        self._view.setFixedHeight(HEAD + rows + 2 + (_BAR if sum(shared) > room else 0))

    def _fit_rows(self) -> int:
        """The height of all rows."""
        whole = 0
        for row in range(self._model.rowCount()):
            height = self._row_height(row)
            if self._view.rowHeight(row) != height:
                self._view.setRowHeight(row, height)
            whole += height
        pages = any("multiline" in column.looks for column in self._model.table.columns)
        return max(whole, PAGE if pages and whole else ROW)

    def _row_height(self, row: int) -> int:
        metrics = self._view.fontMetrics()
        heights = [ROW]
        for column in range(self._model.columnCount()):
            if self._is_words(column) and not self._view.isColumnHidden(column):
                text = str(self._model.index(row, column).data() or "")
                width = self._view.columnWidth(column)
                if "\n" in text or metrics.horizontalAdvance(text) > width - 2 * INSET:
                    heights.append(words_height(metrics, text, width))
        return max(heights)

    def _is_words(self, column: int) -> bool:
        at = column - self._model.before
        return at < 0 or self._model.table.columns[at].type == "text"

    def _want(self, column: int, head: QFontMetrics, body: QFontMetrics) -> Want:
        title = str(self._model.headerData(column, Qt.Orientation.Horizontal) or "")
        texts = (str(self._model.index(row, column).data() or "") for row in range(self._model.rowCount()))
        longest = max((max(map(body.horizontalAdvance, text.split("\n"))) for text in texts), default=0)
        named = head.horizontalAdvance(title) + 2 * INSET + 4
        if self._is_words(column):
            good = min(_MOST_WORDS, max(longest + 2 * INSET + 4, named))
            is_title = column < self._model.before
            return Want(min(good, _LEAST_WORDS), max(good, _LEAST_WORDS), grows=not is_title or self._only_words())
        least = max(_LEAST.get(self._model.table.columns[column - self._model.before].type, _LEAST_WORDS), named)
        return Want(least, max(least, min(_MOST_WORDS, longest + 2 * INSET + SIGN + 12)))

    def _only_words(self) -> bool:
        """Whether the titles are the only words of the table."""
        asked = zip(self._model.table.columns, self._model.table.asked, strict=True)
        return not any(shown and column.type == "text" for column, shown in asked)
