"""The card of the fourteen steps, and a sentence about the one that is looked at."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QHBoxLayout

from wopdesk.ui.i18n import locale, spoken, tr
from wopdesk.ui.saying import said
from wopdesk.ui.screens.partnership.content import Partnership, Stage
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.stepper import Step, Stepper
from wopdesk.ui.widgets.words import label

_SIGNS = {
    "done": ("circle-check", "good"),
    "passed": ("info", "text_faint"),
    "current": ("info", "accent_text"),
    "overdue": ("circle-alert", "bad"),
}


class TimelineCard(Card):
    """The timeline; a step that is opened is told about below it."""

    def __init__(self, content: Partnership) -> None:
        super().__init__("Partnership timeline", label(said(content.phase), "quiet"))
        self._stages = content.stages
        year = max((one.when.year for one in content.stages if one.when), default=0)
        self.stepper = Stepper([_step(one, year) for one in content.stages])
        self.stepper.opened.connect(self._tell)
        self._sign = Picture("info", "accent_text", 16)
        self._words = label("", "quiet", wrap=True)
        self._words.setAccessibleName(tr("About the step"))
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)
        self.body.addSpacing(SPACE.tiny)
        self.body.addWidget(self.stepper)
        self.body.addLayout(line)
        self._tell(content.now)

    @property
    def sentence(self) -> str:
        """What is told of a step now."""
        return self._words.text()

    def _tell(self, number: int) -> None:
        stage = self._stages[number]
        picture, ink = _SIGNS.get(stage.state, ("clock", "text_faint"))
        self._sign.show_icon(picture, ink)
        values = {"code": stage.code, "title": stage.title, "reason": stage.reason}
        self._words.setText(tr("{code} {title}. {reason}", **values))


def _step(stage: Stage, year: int) -> Step:
    return Step(stage.short, _when(stage.when, year), stage.state)


def _when(day: date | None, year: int) -> str:
    """The day; its month alone when it lies in another year."""
    if day is None:
        return ""
    return locale(spoken()).toString(QDate(day.year, day.month, day.day), "d MMM" if day.year == year else "MMM yyyy")
