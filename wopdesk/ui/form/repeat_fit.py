"""Gives the columns and rows of a repeat the room that their words need."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView

from wopdesk.ui.form.cell_paint import INSET, SIGN, words_height
from wopdesk.ui.form.column_widths import Want, standing, widths
from wopdesk.ui.form.repeat_delegate import PAGE
from wopdesk.ui.form.repeat_model import RepeatModel
from wopdesk.ui.form.repeat_view import RepeatView
from wopdesk.ui.form.rows import NUMBERS, RepeatRow
from wopdesk.ui.i18n import spoken
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.fonts import sized
from wopdesk.ui.widgets.table import HEAD, ROW

_LEAST = {**dict.fromkeys(NUMBERS, 88), "date": 118, "acknowledge": 72, "select_one": 120}
_CHOICES = frozenset({"select_one", "select_multiple"})
_LEAST_WORDS, _MOST_WORDS = 132, 340
_READ = 100
"""Rows that are measured, at most twice as many."""
_STAYS = 0.4
"""How much of a table may stay in view while the rest is scrolled."""
_BAR = 16
"""Room for the bar below, where even the least does not fit."""
_KNOWN = 10_000
"""So many heights, and widths of rows, are remembered at most, as while a window is drawn wider step by step."""


class Fitting:
    """Knows how wide each column would like to be, and measures anew only what changed."""

    def __init__(self, view: RepeatView, model: RepeatModel) -> None:
        self._view, self._model = view, model
        self._measured: dict[str, int] = {}
        self._heights: dict[tuple[str, int], int] = {}
        self._across: dict[str, tuple[RepeatRow, tuple[int, ...]]] = {}
        self._look: tuple[QFont | str, ...] = ()
        self._shared: dict[int, int] = {}
        self._spare = 0
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _forget(self) -> None:
        """Words are others now, or have another size."""
        self._measured.clear()
        self._heights.clear()
        self._across.clear()
        self._shared = {}

    def fit(self, changed: Iterable[int] | None = None) -> None:
        """Share the width of the view among the columns, then give each row its height, and the view its own.

        Args:
            changed: The rows that have other words; None for all.
        """
        look = (self._view.font(), self._head_font(), spoken())
        if look != self._look:
            self._look = look
            self._forget()
        there = self._show_columns()
        room = self._view.width() - 2
        longest = self._longest()
        shared = widths([self._want(column, longest[column]) for column in there], room)
        if over := sum(shared) > room:
            shared = standing(shared, room - self._numbers(shared[0], room))
        given = dict(zip(there, shared, strict=True))
        if given != self._shared:
            changed, self._shared = None, given
            for column, width in given.items():
                self._view.setColumnWidth(column, width)
        head = self._fit_head(there)
        rows = self._fit_rows(range(self._model.rowCount()) if changed is None else changed)
        stays = [there[0]] if over and shared[0] <= _STAYS * room else []
        self._view.freeze(stays, numbered=over and self._numbers(shared[0], room) > 0)
        self._view.setFixedHeight(head + rows + self._spare + 2 + (_BAR if over else 0))

    def reach(self, below: int) -> None:
        """Let the view reach so far down as what is written in one of its last rows.

        It stays so: a table that became less high when a cell is left would take away what is pressed beneath it.
        """
        more = below - self._view.viewport().height()
        if more > 0:
            self._spare += more
            self._view.setFixedHeight(self._view.height() + more)

    def _numbers(self, first: int, room: int) -> int:
        """How wide the numbers of rows are, where they can stay in view beside a first column so wide; else 0."""
        width = self._view.numbers_width
        return width if first + width <= _STAYS * room else 0

    def _show_columns(self) -> list[int]:
        """Hide the columns that no row asks; the others."""
        asked = (True,) * self._model.before + self._model.table.asked
        for column, shown in enumerate(asked):
            if self._view.isColumnHidden(column) == shown:
                self._view.setColumnHidden(column, not shown)
        return [column for column, shown in enumerate(asked) if shown]

    def _fit_head(self, there: Iterable[int]) -> int:
        """Give the heads of columns as many lines as their words need; their height."""
        metrics, most = QFontMetrics(self._head_font()), 1
        for column in there:
            room = self._view.columnWidth(column) - 2 * INSET
            area = metrics.boundingRect(0, 0, max(1, room), 9999, Qt.TextFlag.TextWordWrap, self._head(column))
            most = max(most, round(area.height() / metrics.height()))
        height = HEAD + (most - 1) * metrics.lineSpacing()
        if self._view.horizontalHeader().height() != height:
            self._view.horizontalHeader().setFixedHeight(height)
        return height

    def _fit_rows(self, rows: Iterable[int]) -> int:
        """Give rows their heights; the height of all."""
        wrapped = self._wrapped()
        for row in rows:
            height = self._row_height(row, wrapped)
            if self._view.rowHeight(row) != height:
                self._view.setRowHeight(row, height)
        whole = self._view.verticalHeader().length()
        pages = any("multiline" in column.looks for column in self._model.table.columns)
        return max(whole, PAGE if pages and whole else ROW)

    def _wrapped(self) -> list[tuple[int, int]]:
        """The columns whose words may take several lines, each with the width that they have."""
        seen = (column for column in range(self._model.columnCount()) if not self._view.isColumnHidden(column))
        signs = ((column, self._beside_words(column)) for column in seen)
        return [(column, self._view.columnWidth(column) - sign) for column, sign in signs if sign is not None]

    def _row_height(self, row: int, wrapped: Iterable[tuple[int, int]]) -> int:
        heights = [ROW]
        for column, width in wrapped:
            text = self._model.words(row, column)
            if text and ("\n" in text or self._width(text) > width - 2 * INSET):
                heights.append(self._words_height(text, width))
        return max(heights)

    def _words_height(self, text: str, width: int) -> int:
        """How high words are in a column, each measured once for each width."""
        if (text, width) not in self._heights:
            if len(self._heights) >= _KNOWN:
                self._heights.clear()
            self._heights[text, width] = words_height(self._view.fontMetrics(), text, width)
        return self._heights[text, width]

    def _beside_words(self, column: int) -> int | None:
        """The room that a sign takes beside words; None for what is never broken into lines."""
        if self._is_words(column):
            return 0
        return SIGN + 4 if self._model.table.columns[column - self._model.before].type in _CHOICES else None

    def _is_words(self, column: int) -> bool:
        at = column - self._model.before
        return at < 0 or self._model.table.columns[at].type == "text"

    def _want(self, column: int, longest: int) -> Want:
        title = self._head(column)
        named = self._width(title, in_head=True) + 2 * INSET + 4
        if self._is_words(column):
            good = min(_MOST_WORDS, max(longest + 2 * INSET + 4, named))
            is_title = column < self._model.before
            return Want(min(good, _LEAST_WORDS), max(good, _LEAST_WORDS), grows=not is_title or self._only_words())
        whole = 0 if self._beside_words(column) else longest + 2 * INSET + SIGN + 4  # what is never broken, with a sign
        kind = self._model.table.columns[column - self._model.before].type
        least = max(_LEAST.get(kind, _LEAST_WORDS), named, whole)
        return Want(least, max(least, min(_MOST_WORDS, longest + 2 * INSET + SIGN + 12)))

    def _longest(self) -> list[int]:
        """How wide the longest words of each column are.

        Of very many rows some from everywhere are measured; words of the others take more lines.
        """
        rows = self._model.table.rows
        sample = range(0, len(rows), max(1, len(rows) // _READ))
        nothing = (0,) * self._model.columnCount()
        return list(map(max, zip(nothing, *map(self._row_widths, sample), strict=True)))

    def _row_widths(self, row: int) -> tuple[int, ...]:
        """How wide the words of a row are; they are measured once for as long as it says the same."""
        held, columns = self._model.table.rows[row], range(self._model.columnCount())
        known, wide = self._across.get(held.id, (None, ()))
        if known is not held or len(wide) != len(columns):
            wide = tuple(self._width(self._model.words(row, column)) for column in columns)
            if len(self._across) >= _KNOWN:
                self._across.clear()
            self._across[held.id] = held, wide
        return wide

    def _width(self, text: str, *, in_head: bool = False) -> int:
        """How wide words are, of several lines the longest; each is measured once."""
        key = f"{in_head}{text}"
        if key not in self._measured:
            metrics = QFontMetrics(self._head_font() if in_head else self._view.font())
            self._measured[key] = max(map(metrics.horizontalAdvance, text.split("\n")))
        return self._measured[key]

    def _head(self, column: int) -> str:
        return str(self._model.headerData(column, Qt.Orientation.Horizontal) or "")

    def _head_font(self) -> QFont:
        return sized(self._view.font(), worn().sizes.small, QFont.Weight.DemiBold)

    def _only_words(self) -> bool:
        """Whether the titles are the only words of the table."""
        asked = zip(self._model.table.columns, self._model.table.asked, strict=True)
        return not any(shown and column.type == "text" for column, shown in asked)
