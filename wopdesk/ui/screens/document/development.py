"""How the indicators developed, with the figures being typed as the present month's. Knows no desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout

from wopdesk.drawing.line import Series as Line
from wopdesk.programme.months import month_name
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.document.background import Series
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.chart import LineChart
from wopdesk.ui.widgets.combo import Combo
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import label

_MONTHS, _LETTERS = 12, 3

_LOWEST, _HIGH = 110, 190
"""Pixels of the chart where there is little room beside the form, and where there is enough."""


class _Chart(LineChart):
    """As high as there is room for."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HIGH)


class Development(Card):
    """A chart of one of several indicators, the last figure, and whether the last step went the way it should."""

    def __init__(self, series: Sequence[Series], month: str, language: str) -> None:
        """Of at least one series; `month` is the one whose figures are being typed."""
        super().__init__("Development")
        self._series, self._month, self._language = series, month, language
        self._now: Mapping[str, str] = {}
        self.choice = Combo()
        self._figure, self._pill = label("", "figure"), Pill("")
        self.chart = _Chart("", Line((), ()))
        self._arrange()
        self.choice.taken.connect(lambda _value: self._draw())

    def _arrange(self) -> None:
        self.choice.offer(tuple((one.item, f"{one.name} ({one.unit})") for one in self._series), self._series[0].item)
        self.choice.removeItem(0)  # there is always one to be seen
        self.choice.setAccessibleName(tr("Figure shown"))
        self.body.addWidget(self.choice)
        line = QHBoxLayout()
        line.setSpacing(SPACE.middle)
        line.addWidget(self._figure)
        line.addWidget(self._pill)
        line.addStretch()
        self.body.addLayout(line)
        self.chart.setMinimumHeight(_LOWEST)
        self.chart.setMaximumHeight(_HIGH)
        self.body.addWidget(self.chart)

    def show_figures(self, figures: Mapping[str, str]) -> None:
        """Draw what is typed now, by indicator, as the present month's."""
        self._now = figures
        self._draw()

    def _draw(self) -> None:
        shown = next(one for one in self._series if one.item == self.choice.value)
        figures = dict(shown.figures)
        if self._month and self._now.get(shown.item):
            figures[self._month] = self._now[shown.item]
        months = sorted(figures)[-_MONTHS:]
        values = tuple(_number(figures[month]) for month in months)
        names = tuple(month_name(month).in_language(self._language).split()[0] for month in months)
        short = tuple(name[:_LETTERS] if self._language == "en" else name for name in names)
        unit = "" if len(shown.unit) > 1 else shown.unit
        line = Line(short, values, _number(shown.target), unit, tr("Target"))
        self.chart.show_series(shown.name, line)
        known = [value for value in values if value is not None]
        self._figure.setText(f"{figures[months[-1]]}{unit}" if known else tr("no figure"))
        self._judge(known, shown.better)

    def _judge(self, known: Sequence[float], better: str) -> None:
        """Whether the last step went the way it should."""
        steps = [after - before for before, after in pairwise(known)][-1:]
        self._pill.setVisible(bool(steps) and better in {"higher", "lower"})
        if not steps:
            return
        if steps[0] == 0:
            self._pill.say("Unchanged")
            self._pill.set_tone("quiet")
        elif (steps[0] > 0) == (better == "higher"):
            self._pill.say("Better")
            self._pill.set_tone("good")
        else:
            self._pill.say("Worse")
            self._pill.set_tone("warn")


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
