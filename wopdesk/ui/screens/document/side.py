"""Beside the pages: how the indicators developed, and what is due next in this partnership."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from wopdesk.drawing.line import Series as Line
from wopdesk.programme.months import month_name
from wopdesk.ui.i18n import tr
from wopdesk.ui.saying import written
from wopdesk.ui.screens.document.background import Background, Coming, Series
from wopdesk.ui.theme.tokens import SPACE, Tone
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.chart import LineChart
from wopdesk.ui.widgets.combo import Combo
from wopdesk.ui.widgets.page import emptied
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import label

WIDTH = 340
_MONTHS, _LETTERS = 12, 3
_PICTURES = {"file": "file-text", "review": "clipboard-check", "answer": "message-square", "act": "list-checks"}
_TONES: dict[str, Tone] = {"overdue": "bad", "due": "info", "waiting": "quiet"}


class Side(QWidget):
    """Shows what stands around a record; the figures being typed are drawn as the present month."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.large)
        self._series: tuple[Series, ...] = ()
        self._now: dict[str, str] = {}
        self._language, self._month = "en", ""
        self.choice = Combo()
        self.choice.taken.connect(lambda _value: self._draw())
        self._figure, self._pill = label("", "figure"), Pill("")
        self.chart = LineChart("", Line((), ()))
        self._awaits: tuple[Background, str] | None = None
        self._tells = False

    def show_background(self, around: Background, language: str) -> None:
        """Show what surrounds a record; while there is no room for it, that waits."""
        self._awaits, self._tells = (around, language), bool(around.series or around.coming)
        if self.isVisible():
            self._build(around, language)

    @property
    def tells(self) -> bool:
        """Whether there is anything to be seen."""
        return self._tells

    def _build(self, around: Background, language: str) -> None:
        self._awaits = None
        self._series, self._language = around.series, language
        self._month = around.present.get("about/period")
        for kept in (self.choice, self._figure, self._pill, self.chart):
            kept.setParent(None)
        emptied(self._column)
        if around.series:
            self._column.addWidget(self._chart_card())
        if around.coming:
            self._column.addWidget(_coming(around.coming, language))
        self._column.addStretch()
        self._draw()

    def show_figures(self, figures: dict[str, str]) -> None:
        """Draw what is typed now, by indicator, as the present month's."""
        if figures != self._now:
            self._now = figures
            if self.isVisible():
                self._draw()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._awaits is not None:
            self._build(*self._awaits)
        else:
            self._draw()
        super().showEvent(event)

    def _chart_card(self) -> Card:
        card = Card("Development")
        self.choice.offer(tuple((one.item, f"{one.name} ({one.unit})") for one in self._series), self._series[0].item)
        self.choice.removeItem(0)  # there is always one to be seen
        self.choice.setAccessibleName(tr("Figure shown"))
        card.body.addWidget(self.choice)
        line = QHBoxLayout()
        line.setSpacing(SPACE.middle)
        line.addWidget(self._figure)
        line.addWidget(self._pill)
        line.addStretch()
        card.body.addLayout(line)
        self.chart.setFixedHeight(190)
        card.body.addWidget(self.chart)
        return card

    def _draw(self) -> None:
        shown = next((one for one in self._series if one.item == self.choice.value), None)
        if shown is None:
            return
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


def _coming(coming: Sequence[Coming], language: str) -> Card:
    card = Card("Coming up")
    for number, one in enumerate(coming):
        if number:
            card.body.addWidget(hairline())
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE.tiny, 0, SPACE.tiny)
        row.setSpacing(SPACE.middle)
        row.addWidget(Picture(_PICTURES.get(one.task, "file-text")))
        row.addWidget(label(one.title.in_language(language), wrap=True), 1)
        row.addWidget(_status(one))
        card.body.addLayout(row)
    return card


def _status(one: Coming) -> Pill:
    if one.state == "overdue":
        return Pill("Overdue", "bad")
    pill = Pill("Waiting", _TONES[one.state])
    if one.state == "due" and one.due is not None:
        pill.say("{day}", day=_short(one.due))
    return pill


def _short(day: date) -> str:
    return written(day, short=True)
