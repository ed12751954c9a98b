"""The card of an indicator: which one, how many months, its last figure, its line and target."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from wopdesk.drawing.line import Series
from wopdesk.drawing.scale import figure
from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.screens.partnership.content import Trend
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.chart import LineChart
from wopdesk.ui.widgets.combo import Combo
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.segments import Segments
from wopdesk.ui.widgets.words import Words, label

_HEIGHT = 196
_SPANS = {"6": 6, "12": 12}


class TrendCard(Card):
    """Shows one trend at a time."""

    def __init__(self, trends: Sequence[Trend], chosen: tuple[str, str] = ("", "12")) -> None:
        """With what was chosen before: the key of a trend, and how many months."""
        self.span = Segments((("6", tr("6 m")), ("12", tr("12 m")), ("all", tr("All"))), compact=True)
        self.span.name(tr("Months shown"))
        self.span.set_value(chosen[1])
        super().__init__("Indicator", self.span)
        self._trends = {one.key: one for one in trends if any(value is not None for value in one.values)}
        self.choice = Combo()
        self.choice.setAccessibleName(tr("Indicator"))
        if not self._trends:
            self.span.hide()
            text = "Figures come with the targets of the work plan and the monthly reports."
            self.body.addWidget(Words(text, "quiet", wrap=True))
            return
        self._fill(chosen[0] if chosen[0] in self._trends else next(iter(self._trends)))
        self.choice.taken.connect(self._show)
        self.span.changed.connect(self._show)
        self._show()

    @property
    def chosen(self) -> tuple[str, str]:
        """Which trend shows, and how many months of it."""
        return self.choice.value, self.span.value

    def _fill(self, first: str) -> None:
        self.choice.offer([(one.key, one.name) for one in self._trends.values()], first)
        self.choice.removeItem(0)
        self.last, self.verdict = label("", "figure"), Pill("")
        self.chart = LineChart("", Series((), ()))
        self.chart.setFixedHeight(_HEIGHT)
        line = QHBoxLayout()
        line.setSpacing(SPACE.middle)
        line.addWidget(self.last)
        line.addWidget(self.verdict)
        line.addStretch()
        self.body.addWidget(self.choice)
        self.body.addLayout(line)
        self.body.addWidget(self.chart)

    def _show(self) -> None:
        trend = self._trends[self.choice.value]
        count = _SPANS.get(self.span.value, len(trend.months))
        unit = _unit(trend.unit)
        series = Series(trend.months[-count:], trend.values[-count:], trend.target, unit, tr("Target"))
        self.chart.show_series(tr("{indicator} by month", indicator=trend.name), series)
        last = next((value for value in reversed(trend.values) if value is not None), None)
        self.last.setText("" if last is None else from_left(figure(last) + unit))
        self.verdict.setVisible(trend.verdict is not None)
        if trend.verdict:
            self.verdict.say(trend.verdict.text)
            self.verdict.set_tone(trend.tone)


def _unit(unit: str) -> str:
    return unit if unit in {"", "%"} else f" {unit}"
