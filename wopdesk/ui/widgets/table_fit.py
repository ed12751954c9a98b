"""Gives the columns of a table of data their widths, as long as nobody drew them otherwise."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.fonts import sized, words_width
from wopdesk.ui.widgets.cells import Chip, Share, Text
from wopdesk.ui.widgets.column_room import lowered, shared
from wopdesk.ui.widgets.table_model import CELL, Rows

_AROUND, _CHIP = 24, 18
"""Room beside the words of a cell, and in a pill, in pixels."""
_LEAST, _FEWEST = 136, 104
"""How wide a column without given width is at least, and how narrow words become for its sake."""
_READABLE = 184
"""How wide a column without given width must be before a spare one is left out for it."""
_READ = 200
"""Rows that are measured; more than anybody sees at once."""


class Fitting:
    """Columns have the widths they were given, and those without share the rest, unless words are cut beside room.

    Where there is not even room to read the rest by, spare columns are left out, the last one first.
    """

    def __init__(self, view: QTableView, rows: Rows) -> None:
        self._view, self._rows = view, rows
        self._set = [column.width for column in rows.columns]
        self._seen = list(range(len(rows.columns)))
        self._words: dict[int, int] = {}
        self._rest = [number for number, column in enumerate(rows.columns) if not column.width]
        for number, column in enumerate(rows.columns):
            if column.width:
                view.horizontalHeader().setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                view.setColumnWidth(number, column.width)
        self._stretch(self._rest)

    def fit(self) -> None:
        """Share the width of the view anew, for the words that stand there now."""
        if self._drawn() or not self._rest:
            return
        self._words.clear()
        self._leave_out()
        usual = self._usual()
        needed = [self._needed(number, width) if number in self._seen else 0 for number, width in enumerate(usual)]
        cut = any(need > width for width, need in zip(usual, needed, strict=True))
        widths = shared(usual, needed) if cut else usual
        self._stretch(self._rest[-1:] if cut else self._rest)
        for number, width in enumerate(widths):
            if number in self._seen and (number not in self._rest or (cut and number != self._rest[-1])):
                self._set[number] = width
                self._view.setColumnWidth(number, width)

    def _leave_out(self) -> None:
        """Show spare columns, from the first one on, as far as there is room to read what the others say."""
        columns = self._rows.columns
        needed = [self._needed(number, column.width) for number, column in enumerate(columns)]
        least = [need if columns[number].width else min(need, _READABLE) for number, need in enumerate(needed)]
        lack = sum(least) - self._view.viewport().width()
        for number in reversed([number for number, column in enumerate(columns) if column.spare]):
            self._view.setColumnHidden(number, lack > 0)
            lack -= least[number] if lack > 0 else 0
        self._seen = [number for number in range(len(columns)) if not self._view.isColumnHidden(number)]

    def _drawn(self) -> bool:
        """Whether a person gave a column another width."""
        given = [number for number in range(len(self._set)) if number not in self._rest]
        return any(self._view.columnWidth(number) != self._set[number] for number in given if number in self._seen)

    def _usual(self) -> list[int]:
        """The widths that were given, and equal ones for the rest."""
        widths = self._given()
        over = max(0, self._view.viewport().width() - sum(widths))
        for place, number in enumerate(self._rest):
            widths[number] = over // len(self._rest) + (1 if place < over % len(self._rest) else 0)
        return widths

    def _given(self) -> list[int]:
        """The widths that were given; of words less where those without would have nothing to be read by."""
        widths = [column.width if number in self._seen else 0 for number, column in enumerate(self._rows.columns)]
        least = max(_LEAST, _LEAST * len(self._rest) // 2)
        lack = least - (self._view.viewport().width() - sum(widths))
        said = [number for number, width in enumerate(widths) if width and lack > 0 and self._says(number)]
        kept = [min(widths[number], self._needed(number, widths[number])) for number in said]
        lack -= sum(widths[number] for number in said) - sum(kept)
        for number, width in zip(said, lowered(kept, lack, _FEWEST), strict=True):
            widths[number] = width
        return widths

    def _says(self, column: int) -> bool:
        """Whether a column holds words, which can be cut."""
        rows = range(min(_READ, self._rows.rowCount()))
        return all(isinstance(self._rows.index(row, column).data(CELL), Text) for row in rows)

    def _stretch(self, those: list[int]) -> None:
        modes, head = QHeaderView.ResizeMode, self._view.horizontalHeader()
        for number in self._rest:
            mode = modes.Stretch if number in those else modes.Interactive
            if head.sectionResizeMode(number) != mode:
                head.setSectionResizeMode(number, mode)

    def _needed(self, column: int, usual: int) -> int:
        """How wide a column has to be for its words, which are measured once; a bar takes what it usually has."""
        if column not in self._words:
            self._words[column] = self._measured(column)
        return self._words[column] or usual

    def _measured(self, column: int) -> int:
        """How wide its words are, with what is around them; 0 for bars."""
        font = self._view.font()
        head = words_width(sized(font, worn().sizes.small, QFont.Weight.DemiBold), self._title(column))
        most = head + _AROUND
        for row in range(min(_READ, self._rows.rowCount())):
            cell = self._rows.index(row, column).data(CELL)
            if isinstance(cell, Share):
                return 0
            chip = sized(font, worn().sizes.small, QFont.Weight.DemiBold)
            wide = words_width(chip, cell.text) + _CHIP if isinstance(cell, Chip) else self._width(cell.text)
            most = max(most, wide + _AROUND)
        return round(most + 0.5)

    def _width(self, text: str) -> float:
        area = QFontMetrics(self._view.font()).boundingRect(QRect(), Qt.TextFlag.TextSingleLine, text)
        return max(area.width(), QFontMetrics(self._view.font()).horizontalAdvance(text))

    def _title(self, column: int) -> str:
        return str(self._rows.headerData(column, Qt.Orientation.Horizontal) or "")
