"""Moments, months and files as a person reads them, in the language of the screen."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import QDate

from wopdesk.ui.i18n import from_left, locale, spoken, tr
from wopdesk.ui.saying import written

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


def moment(when: datetime) -> str:
    """A day with the time of day: `4 Nov 2026, 14:32`."""
    return tr("{day}, {time}", day=written(when.date(), short=True), time=when.strftime("%H:%M"))


def marked(mark: str) -> str:
    """What tells a document from others of its kind; a month in words: `October 2026`."""
    month = _MONTH.fullmatch(mark)
    if month is None:
        return mark
    return locale(spoken()).toString(QDate(int(month[1]), int(month[2]), 1), "MMMM yyyy")


def titled(title: str, mark: str) -> str:
    """A document's name: `Monthly report, October 2026`."""
    name = title or tr("A document of a kind that is not known here")
    return tr("{title}, {mark}", title=name, mark=marked(mark)) if mark else name


def grouped(digest: str) -> str:
    """A long number in groups of eight, so that it can be compared by eye."""
    return from_left(" ".join(digest[at : at + 8] for at in range(0, len(digest), 8)))
