"""A monthly report without any desk: the same at every time and on every computer."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from wopdesk import xlsform
from wopdesk.places import forms_folder
from wopdesk.programme.filed import DRAFT, SUBMITTED, Filed
from wopdesk.programme.kinds import Kind, load_kind
from wopdesk.programme.wording import Wording
from wopdesk.ui.screens.document.asking import Say, plainly
from wopdesk.ui.screens.document.background import Background, Coming, Series
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.xlsform import Form

HOURS, RATIO = "a" * 16, "b" * 16
TARGETS = [
    {"id": HOURS, "name": "Sample hours of supply", "unit": "h/day", "baseline": "3.5", "target": "12"},
    {"id": RATIO, "name": "Sample collection ratio", "unit": "%", "baseline": "48.2", "target": "56.9"},
]
PLAN = [
    {"id": "act0", "title": "Sample flow and pressure logging", "planned": "60", "done": "30"},
    {"id": "act1", "title": "Sample leak repair", "planned": "25", "done": "0"},
    {"id": "act2", "title": "Sample training of operators", "planned": "100", "done": "80"},
]
ADVICE = [
    {"id": "c" * 16, "title": "Sample advice: note the pressure at three points.", "given": "2026-10-12", "due": ""}
]
MONTHS = [
    {"name": "2026-10", "period": "2026-10", "label": "October 2026", "label_ur": "اکتوبر 2026", "previous": "2026-09"}
]
LISTS = {"targets": TARGETS, "work_plan_activities": PLAN, "open_advice": ADVICE, "month": MONTHS}
SO_FAR = ("3.5", "4", "5", "6.5", "7", "8", "9")
EARLIER = Filed(
    "q",
    "monthly_report",
    "s",
    "o",
    1,
    "d",
    date(2026, 10, 4),
    SUBMITTED,
    {
        "about/period": "2026-09",
        f"progress/figures[{HOURS}]/value": "9",
        f"progress/figures[{RATIO}]/value": "54",
    },
    {"progress/figures": (HOURS, RATIO)},
)


@cache
def form() -> tuple[Form, Kind]:
    folder = forms_folder() / "monthly_report"
    return xlsform.load(folder / "form.xml"), load_kind(folder)


def begun(language: str = "en", tr: Say = plainly, **around: object) -> Filling:
    """October's report, just begun; what surrounds it may be said."""
    made, kind = form()
    values = {f"progress/figures[{one['id']}]/indicator": one["id"] for one in TARGETS}
    values |= {f"advice/actions[{one['id']}]/advice": one["id"] for one in ADVICE}
    values |= {"about/nil_return": "no", "about/period": "2026-10"}
    sheet = made.sheet(values, today=date(2026, 11, 3), datasets=LISTS)
    present = Filed("r", kind.kind, "s", "o", 0, "", None, DRAFT, {"about/period": "2026-10"}, {})
    usual: dict[str, Any] = {
        "fixed": {"about/period": "2026-10"},
        "earlier": (EARLIER, Wording("September 2026", "ستمبر 2026")),
        "due": date(2026, 11, 7),
        "today": date(2026, 11, 3),
        "series": _series(),
        "coming": _coming(),
        "recipients": ("Sample PWON", "Sample mentor"),
        "author": "Sample mentee",
    }
    month = Wording("October 2026", "اکتوبر 2026")
    background = Background("r", kind, "s", "WOP-PK-001", present, month, **{**usual, **around})
    return Filling(made, sheet, background, language, tr)


def _series() -> tuple[Series, ...]:
    months = [f"2026-{month:02}" for month in range(3, 10)]
    hours = tuple(zip(months, SO_FAR, strict=True))
    return (
        Series(HOURS, "Sample hours of supply", "h/day", "12", "higher", hours),
        Series(RATIO, "Sample collection ratio", "%", "56.9", "higher", (("2026-09", "54"),)),
    )


def _coming() -> tuple[Coming, ...]:
    return (
        Coming("act", Wording("Sample advice: note the pressure at three points."), date(2026, 10, 30), "overdue"),
        Coming("file", Wording("Monthly report November 2026", "ماہانہ رپورٹ نومبر 2026"), date(2026, 12, 7), "due"),
        Coming("review", Wording("Monthly report September 2026", "ماہانہ رپورٹ ستمبر 2026"), None, "waiting"),
    )
