"""Parts below each other, short ones side by side where there is room. Parts that stay keep their widgets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from wopdesk.ui.form.beginning import same_beginning
from wopdesk.ui.form.intents import Intents
from wopdesk.ui.form.part_widget import Make, PartWidget, Spot, holds_keyboard
from wopdesk.ui.form.parts import Part
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.select_one import side_by_side
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.tokens import SPACE

Size = Literal["full", "half", "loose"]
"""How much of the width a part takes; choices side by side are loose: half, or the line where they are alone."""
Place = tuple[PartWidget, int, int, int]
"""A part, its row and column, and over how many columns it goes."""
_TWO = 540
"""From this width on, short fields stand side by side."""
_NARROW = 240
"""So narrow may a column become."""
_SHORT = frozenset({"integer", "decimal", "range", "date", "time", "datetime"})
_SHORT_CHOICES = 44
"""A question to choose from is short while no choice has more letters."""


class PartList(QWidget):
    """The parts of a page, a group or a card. `lonely` keeps all below each other."""

    def __init__(self, make: Make, intents: Intents, parent: QWidget | None = None, *, lonely: bool = False) -> None:
        super().__init__(parent)
        self._make, self._intents, self._lonely = make, intents, lonely
        self._shown: dict[str, PartWidget] = {}
        self._places: tuple[tuple[str, Size], ...] = ()
        self._columns = 1
        self._placed: list[Place] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.wide)
        self._grid.setVerticalSpacing(SPACE.large)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show parts as they stand now: those that are shown already are only told of it."""
        fresh = {key(part): part for part in parts}
        gone = [self._shown.pop(known) for known in list(self._shown) if known not in fresh]
        for known, part in fresh.items():
            if known in self._shown:
                self._shown[known].show_part(part)
            else:
                self._shown[known] = self._make(part, self)
        places = tuple((known, size(part)) for known, part in fresh.items())
        if places != self._places:
            self._places = places
            self._arrange()
        for widget in gone:
            self._let_go(widget)

    def spot(self, path: str) -> Spot | None:
        """Where a path is shown."""
        return next((spot for widget in self._shown.values() if (spot := widget.spot(path))), None)

    def path_of(self, widget: QWidget) -> str:
        """The path that something in it is about; "" where it is not in it."""
        return next((path for part in self._shown.values() if (path := part.path_of(widget))), "")

    def show_picture(self, path: str, picture: QImage) -> bool:
        """Show what a photo looks like, if its question is here."""
        return any(widget.show_picture(path, picture) for widget in self._shown.values())

    def take_keyboard(self) -> bool:
        """Give the keyboard to the first part to be filled, else to the first tick, else to what can have it."""
        for widget in sorted(self.parts, key=lambda one: (one.only_told, one.only_ticked)):
            held = _last_proxy(widget)
            if held.focusPolicy() & Qt.FocusPolicy.TabFocus and held.isEnabled():
                held.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if widget.take_keyboard():
                return True
        return False

    @property
    def parts(self) -> list[PartWidget]:
        """The widgets in their order."""
        return [self._shown[known] for known, _ in self._places]

    def _let_go(self, widget: PartWidget) -> None:
        if holds_keyboard(widget):
            self.focusNextChild()
        self._grid.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _arrange(self) -> None:
        before, self._placed = self._placed, list(self._laid())
        stay = same_beginning(before, self._placed)
        for widget, row, column, span in self._placed[stay:]:  # Tab goes in the order in which they are laid in
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, row, column, 1, span)
            widget.show()
        for column in (0, 1):
            self._grid.setColumnStretch(column, int(column < self._columns))
        self._intents.rearranged.emit()

    def _laid(self) -> Iterator[Place]:
        """Where each part is to stand."""
        row = taken = 0
        for number, widget in enumerate(self.parts):
            span = self._span(number, taken)
            if taken + span > self._columns:
                row, taken = row + 1, 0
            yield widget, row, taken, span
            taken += span

    def _span(self, number: int, taken: int) -> int:
        """Over how many columns a part goes; choices side by side do not become wide, so alone they have the line."""
        kind = self._places[number][1]
        follower = self._places[number + 1][1] if number + 1 < len(self._places) else "full"
        alone = taken in {0, self._columns} and follower == "full"
        if kind == "full" or self._columns == 1 or (kind == "loose" and alone):
            return self._columns
        return 1

    def _level(self) -> None:
        """Begin what is filled in at one height where two parts stand side by side and one asks in more lines."""
        wide = (self.width() - self._grid.horizontalSpacing()) // 2
        for _, places in groupby(self._placed, key=lambda place: place[1]):
            row = [place[0] for place in places]
            heads = [widget.head_height(wide) for widget in row] if len(row) > 1 else [0] * len(row)
            for widget, high in zip(row, heads, strict=True):
                widget.leave_above(max(heads) - high)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # what is asked may take more lines than before, or fewer
            self._level()
        return super().event(event)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as one column: how many there are follows from the width, not the other way round."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), _NARROW), least.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        columns = 2 if self.width() >= _TWO and not self._lonely else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()
        self._level()
        super().resizeEvent(event)


def key(part: Part) -> str:
    """What a widget can go on showing: the same path, asked in the same way."""
    kind = f"{part.type} {sorted(part.looks - {'nolabel'})}" if isinstance(part, Question) else type(part).__name__
    return f"{part.path} {kind}"


def size(part: Part) -> Size:
    """How much of the width a part needs."""
    if not isinstance(part, Question):
        return "full"
    if part.type == "select_one":
        if side_by_side(part):
            return "loose"
        return "half" if all(len(label) <= _SHORT_CHOICES for _, label in part.choices) else "full"
    return "half" if part.type in _SHORT else "full"


def _last_proxy(widget: QWidget) -> QWidget:
    while (proxy := widget.focusProxy()) is not None:
        widget = proxy
    return widget
