"""Filing the sample's monthly reports: from a month as resources/sample tells it to a submitted version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wopdesk.desk import agenda, filing, submitting
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.sample.pictures import picture
from wopdesk.programme.advice import OPEN_STAGES
from wopdesk.records.ids import Space

Month = Mapping[str, Any]
_LISTS = {
    "findings/found": ("finding", "evidence"),
    "obstacles/faced": ("obstacle", "owner", "since"),
    "requests/asked": ("question", "needed_by"),
}
"""Parts that are said to be empty where nothing stands in them: the repeat and its questions."""
_AS_TOLD = ("produced", "billed", "billed_reason")


def file_report(desk: Desk, home: Space, month: Month, advice: Mapping[str, str]) -> Document:
    """Fill a month's report at the mentee's desk and submit it.

    Args:
        desk: the mentee's.
        home: the partnership.
        month: what the report says.
        advice: texts of the mentor's advice by the names that `month` uses.
    """
    answers = {"about/period": month["period"], "about/prepared_by": desk.person, **_answers(month)}
    report = filing.start(desk, "monthly_report", home, answers | _actions(desk, home, month, advice))
    _attach(desk, report.id, month.get("photos", ()))
    submitting.submit(desk, report.id)
    return report


def _answers(month: Month) -> dict[str, str]:
    answers = {"about/nil_return": "no"}
    answers |= {f"progress/figures[{row}]/value": value for row, value in enumerate(month["values"], start=1)}
    answers |= {f"progress/{name}": month[name] for name in _AS_TOLD if name in month}
    for row, (activity, (done, description)) in enumerate(month["done"].items(), start=1):
        at = f"work/activities[{row}]"
        answers |= {f"{at}/activity": activity, f"{at}/done": done, f"{at}/description": description}
    for repeat, questions in _LISTS.items():
        answers |= _rows(repeat, questions, month.get(repeat.partition("/")[2], ()))
    return answers


def _rows(repeat: str, questions: Sequence[str], told: Sequence[Sequence[str]]) -> dict[str, str]:
    if not told:
        return {f"{repeat.partition('/')[0]}/nothing": "OK"}
    return {
        f"{repeat}[{row}]/{question}": text
        for row, texts in enumerate(told, start=1)
        for question, text in zip(questions, texts, strict=True)
    }


def _actions(desk: Desk, home: Space, month: Month, advice: Mapping[str, str]) -> dict[str, str]:
    """Part 3: its rows are the advice that is open, whose order follows from ids that are drawn."""
    told = {advice[name]: action for name, action in month.get("actions", {}).items()}
    given = [one.advice for one in agenda.ledger(desk, home) if one.advice and one.stage in OPEN_STAGES]
    rows = {one.id: told[one.text] for one in given if one.text in told}
    return {
        f"advice/actions[{row}]/{question}": text
        for row, action in rows.items()
        for question, text in zip(("state", "action"), action, strict=True)
        if text
    }


def _attach(desk: Desk, report: str, photos: Sequence[Sequence[str]]) -> None:
    """Photos named as WhatsApp names them, so that their day is known."""
    captions: dict[str, str] = {}
    for row, (subject, size, caption, taken, place) in enumerate(photos, start=1):
        width, height = map(int, size.split("x"))
        at, name = f"work/photos[{row}]", f"IMG-{date.fromisoformat(taken):%Y%m%d}-WA{row:04}.jpg"
        filing.attach(desk, report, f"{at}/photo", picture(subject, (width, height)), name)
        captions |= {f"{at}/caption": caption, f"{at}/consent": "no_faces", f"{at}/place": place}
    if captions:
        filing.answer(desk, report, captions)
