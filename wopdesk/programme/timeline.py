"""Where a partnership stands among the fourteen steps, and what blocks the next one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from wopdesk.programme.filed import Filed, of_kind, read_date
from wopdesk.programme.months import months_between
from wopdesk.programme.partnership import Partnership, read_partnership
from wopdesk.programme.steps import Document, Programme, Step
from wopdesk.programme.wording import Wording

DONE, PASSED, CURRENT, BLOCKED = "done", "passed", "current", "blocked"
BEHIND = frozenset({DONE, PASSED})
"""States of steps for which nothing waits any more."""


@dataclass(frozen=True)
class StepState:
    """How one step stands.

    Attributes:
        step: the step.
        state: `done`, `passed` (nothing of it is recorded here, and a later step is done), `current` (it can be worked
            on) or `blocked`.
        reason: what it waits for, or by what it is known to be behind.
        day: the day on which it was done, if known.
    """

    step: Step
    state: str
    reason: Wording
    day: date | None = None


def timeline(programme: Programme, filed: Sequence[Filed], today: date, kinds: Collection[str] = ()) -> list[StepState]:
    """The state of every step of a partnership, in the guidelines' order.

    A step is done when the documents in its `done` are there. A step whose own documents are not kept here is passed
    once a step that needs it is done: a signed Letter of Intent shows that there was a meeting. Where a document of the
    step can be written here, that is still to come, whatever is said to have come after it.

    Args:
        programme: the steps.
        filed: the partnership's documents.
        today: the day.
        kinds: the kinds of documents that are written here.
    """
    partnership = read_partnership(filed)
    evidence = {code: _evidence(one, filed, partnership, today) for code, one in programme.documents.items()}
    shown = {one.code: _shown(one, evidence) for one in programme.steps}
    passed = _passed(programme.steps, {code for code, (is_done, _) in shown.items() if is_done})
    own = {one.code for one in programme.steps if any(programme.documents[code].kind in kinds for code in one.done)}
    return [_state(one, programme, (shown[one.code], one.code in own), passed) for one in programme.steps]


Evidence = tuple[bool, date | None]
"""Whether something is there, and since when if that is known."""


def _evidence(document: Document, filed: Sequence[Filed], partnership: Partnership, today: date) -> Evidence:
    if document.field:
        record = next((one for one in filed if one.record == partnership.record), None)
        answer = record.get(document.field) if record else ""
        return bool(answer), read_date(answer)
    found = [one for one in of_kind(filed, document.kind) if one.is_in] if document.kind else []
    is_there = bool(found) if document.due != "monthly" else _every_month(found, partnership, today)
    return is_there, max((one.submitted for one in found if one.submitted), default=None)


def _every_month(reports: Sequence[Filed], partnership: Partnership, today: date) -> bool:
    """Whether the pilot is over and each of its months has a report (C322-03)."""
    start, end = partnership.pilot_start, partnership.pilot_end
    if start is None or end is None or end >= today:
        return False
    return set(months_between(start, end)) <= {report.get("about/period") for report in reports}


def _shown(step: Step, evidence: dict[str, Evidence]) -> Evidence:
    found = [evidence[code] for code in step.done]
    is_done = bool(found) and all(is_there for is_there, _ in found)
    return is_done, max((day for _, day in found if day), default=None) if is_done else None


def _passed(steps: Sequence[Step], done: set[str]) -> dict[str, str]:
    """Every step that is behind → the later step that shows it, itself where it has evidence of its own."""
    passed = {code: code for code in done}
    for step in reversed(steps):
        if step.code in passed:
            for code in step.needs:
                passed.setdefault(code, step.code)
    return passed


def _state(step: Step, programme: Programme, known: tuple[Evidence, bool], passed: dict[str, str]) -> StepState:
    (is_done, day), is_own = known
    titles = {one.code: one.title for one in programme.steps}
    documents = [programme.documents[code].title for code in step.done]
    if is_done:
        return StepState(step, DONE, _joined("", "", documents), day)
    if step.code in passed:
        after = _after(titles[passed[step.code]])
        coming = _joined("Still to come: ", "ابھی باقی: ", documents)
        return StepState(step, CURRENT, _and(coming, after)) if is_own else StepState(step, PASSED, after)
    if waits := [titles[code] for code in step.needs if code not in passed]:
        return StepState(step, BLOCKED, _joined("Waits for: ", "انتظار: ", waits))
    if documents:
        return StepState(step, CURRENT, _joined("Still to come: ", "ابھی باقی: ", documents))
    return StepState(step, CURRENT, step.opens)


def _after(later: Wording) -> Wording:
    english = f"Not recorded here, but a later step is: {later.en}"
    return Wording(english, f"یہاں درج نہیں، مگر بعد کا مرحلہ درج ہے: {later.in_language('ur')}")


def _and(first: Wording, second: Wording) -> Wording:
    return Wording(f"{first.en}. {second.en}", f"{first.ur}۔ {second.ur}")


def _joined(english: str, urdu: str, parts: Sequence[Wording]) -> Wording:
    def text(lead: str, language: Callable[[Wording], str], comma: str) -> str:
        return lead + comma.join(map(language, parts))

    return Wording(text(english, lambda part: part.en, ", "), text(urdu, lambda part: part.in_language("ur"), "، "))
