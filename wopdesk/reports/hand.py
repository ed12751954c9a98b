"""What a pen is led by: lines, boxes for digits, boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from wopdesk.reports.fonts import REGULAR
from wopdesk.reports.single_line import Type, put
from wopdesk.reports.style import MUTED

LINE = 22.0
"""Points between two lines to write on, as in an exercise book."""
_BOX, _GAP, _BELOW = 15.0, 7.0, 8.5
_TICK = 9.5
_THIN, _FIRM = 0.5, 0.8


class WritingLines(Flowable):
    """Lines to write on, as wide as there is room or as is said."""

    def __init__(self, count: int, width: float | None = None) -> None:
        """Take how many, and how wide in points."""
        super().__init__()
        self._count, self._wide = count, width

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """As wide as the room."""
        self.width, self.height = self._wide or availWidth, self._count * LINE
        return self.width, self.height

    def draw(self) -> None:
        """Draw them, the last one at the bottom."""
        self.canv.setStrokeColor(MUTED)
        self.canv.setLineWidth(_THIN)
        for number in range(self._count):
            self.canv.line(0, number * LINE + 1, self.width, number * LINE + 1)


class DigitBoxes(Flowable):
    """Boxes for single digits in groups, with a word below each group; they run from the left in every language."""

    def __init__(self, groups: Sequence[tuple[int, str]]) -> None:
        """Take for each group how many boxes it has and what stands below."""
        super().__init__()
        self._groups = groups
        self.width = sum(count * _BOX for count, _ in groups) + _GAP * (len(groups) - 1)
        self.height = _BOX + _BELOW + 2

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """As wide as the boxes."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw boxes, then words."""
        self.canv.setStrokeColor(MUTED)
        self.canv.setLineWidth(_FIRM)
        x = 0.0
        for count, word in self._groups:
            for at in range(count):
                self.canv.rect(x + at * _BOX, _BELOW + 1, _BOX, _BOX, stroke=1, fill=0)
            put(self.canv, word, (x + count * _BOX / 2, 1.5), Type(REGULAR, 6, MUTED, "middle"), count * _BOX + _GAP)
            x += count * _BOX + _GAP


class TickBox(Flowable):
    """A box to be ticked, or a wider one for a number."""

    def __init__(self, *, wide: bool = False) -> None:
        """Take whether a number goes into it."""
        super().__init__()
        self.width, self.height = _TICK * (1.7 if wide else 1), _TICK + 2

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """As large as the box."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        self.canv.setStrokeColor(MUTED)
        self.canv.setLineWidth(_FIRM)
        self.canv.roundRect(0, 0.5, self.width, _TICK, 1.4, stroke=1, fill=0)
