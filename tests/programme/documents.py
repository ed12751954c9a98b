"""Documents that the tests of the programme's rules are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from wopdesk.programme.filed import ACCEPTED, DRAFT, SUBMITTED, Filed

PLAN, NOTE, PARTNERSHIP = "p" * 64, "a" * 64, "c" * 64
MENTEE, MENTOR = "1" * 32, "2" * 32
Answers = Mapping[str, str]


def row(letter: str) -> str:
    """A row id made of one letter."""
    return letter * 16


def document(kind: str, record: str, answers: Answers, **repeats: tuple[str, ...]) -> Filed:
    """A submitted document; a repeat is given as `work__activities=("a", "b")`."""
    rows = {name.replace("__", "/"): tuple(map(row, letters)) for name, letters in repeats.items()}
    return Filed(record, kind, "5" * 64, MENTEE, 1, "d" * 64, date(2026, 1, 5), SUBMITTED, answers, rows)


def partnership(start: str = "2026-03-15", end: str = "2026-10-14", **agreements: str) -> Filed:
    answers = {"about/code": "WOP-PK-014", "about/title": "Less water lost", "about/mentee": MENTEE}
    answers |= {"about/mentor": MENTOR, "pilot/start": start, "pilot/end": end}
    answers |= {f"agreements/{name}": day for name, day in agreements.items()}
    return document("partnership", PARTNERSHIP, {path: text for path, text in answers.items() if text})


def work_plan(state: str = ACCEPTED) -> Filed:
    activity = f"activities/activities[{row('a')}]"
    target = f"targets/targets[{row('t')}]"
    answers = {
        f"{activity}/title": "Step tests",
        f"{activity}/start": "2026-04-01",
        f"{activity}/end": "2026-07-09",
        f"{target}/indicator": "NRW_PCT",
        f"{target}/baseline": "38.6",
        f"{target}/target": "30",
    }
    plan = document("work_plan", PLAN, answers, activities__activities=("a",), targets__targets=("t",))
    return replace(plan, state=state)


def report(period: str, answers: Answers, submitted: date | None = None, **repeats: tuple[str, ...]) -> Filed:
    """A monthly report, submitted on the fifth of the next month unless told otherwise."""
    year, month = map(int, period.split("-"))
    day = submitted or date(year + month // 12, month % 12 + 1, 5)
    filed = document("monthly_report", period.ljust(64, "0"), {"about/period": period, **answers}, **repeats)
    return replace(filed, submitted=day, first=day)


def draft(filed: Filed) -> Filed:
    """The same before it was submitted."""
    return replace(filed, state=DRAFT, number=0, digest="", submitted=None, first=None)


def advice_note(items: Mapping[str, Answers], day: str = "2026-05-12") -> Filed:
    """A note with items by row letter."""
    answers = {
        f"advice/items[{row(letter)}]/{name}": text for letter, item in items.items() for name, text in item.items()
    }
    return document("advice_note", NOTE, {"about/date": day, **answers}, advice__items=tuple(items))
