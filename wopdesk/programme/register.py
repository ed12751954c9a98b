"""The register of monthly reports: one line per partnership and month of its pilot, with the figures reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from wopdesk.programme.agenda import agenda
from wopdesk.programme.datasets import Sources, targets
from wopdesk.programme.filed import Filed
from wopdesk.programme.indicators import Indicator
from wopdesk.programme.kinds import Kind
from wopdesk.programme.partnership import read_partnership
from wopdesk.programme.steps import Programme


@dataclass(frozen=True)
class Measure:
    """A column of figures: an indicator, or a target that is none of the list's."""

    name: str
    unit: str


@dataclass(frozen=True)
class Line:
    """One month of one partnership.

    Attributes:
        partnership: its code.
        title: its title.
        mentee, mentor: office ids.
        period: the month.
        state: `due`, `overdue`, `waiting` (for the verdict) or `done`.
        due: the last day on which the report is on time.
        submitted: the day on which its first version was submitted: a correction does not make it late.
        version: the newest version's number, 0 while there is none.
        record: the report's id, empty while nobody has begun it.
        figures: the figures reported, as typed.
    """

    partnership: str
    title: str
    mentee: str
    mentor: str
    period: str
    state: str
    due: date | None
    submitted: date | None
    version: int
    record: str
    figures: Mapping[Measure, str] = field(hash=False)


@dataclass(frozen=True)
class Rules:
    """What the register is computed by."""

    kinds: Mapping[str, Kind] = field(hash=False)
    programme: Programme
    indicators: tuple[Indicator, ...]


def register(filed: Iterable[Filed], rules: Rules, today: date) -> list[Line]:
    """Every month of every pilot that has begun, partnerships by code, months in order.

    Args:
        filed: documents of any number of partnerships.
        rules: kinds, due rules and indicators.
        today: the day of the register.
    """
    by_space: dict[str, list[Filed]] = {}
    for document in filed:
        by_space.setdefault(document.space, []).append(document)
    lines = [line for documents in by_space.values() for line in _lines(documents, rules, today)]
    return sorted(lines, key=lambda line: (line.partnership, line.period, line.record))


def measures(lines: Iterable[Line]) -> list[Measure]:
    """The columns that the lines need, in the order in which they first appear."""
    return list(dict.fromkeys(measure for line in lines for measure in line.figures))


def _lines(filed: Sequence[Filed], rules: Rules, today: date) -> list[Line]:
    partnership = read_partnership(filed)
    reports = {one.record: one for one in filed if one.kind == "monthly_report"}
    known = _measures_by_target(filed, rules, today)
    months = [duty for duty in agenda(filed, rules.kinds, rules.programme, today) if duty.kind == "monthly_report"]
    return [
        Line(
            partnership=partnership.code,
            title=partnership.title,
            mentee=partnership.mentee,
            mentor=partnership.mentor,
            period=duty.period,
            state=duty.state,
            due=duty.due,
            submitted=reports[duty.record].first if duty.record else None,
            version=reports[duty.record].number if duty.record else 0,
            record=duty.record,
            figures=_figures(reports.get(duty.record), known),
        )
        for duty in months
        if duty.period
    ]


def _measures_by_target(filed: Sequence[Filed], rules: Rules, today: date) -> dict[str, Measure]:
    """Targets of one indicator share a column whatever they are called in their work plan."""
    names = {one.code: one.name.en for one in rules.indicators}
    units = {one.code: one.unit for one in rules.indicators}
    items = targets(Sources(today, tuple(filed), indicators=rules.indicators))
    return {
        item["id"]: Measure(names.get(item["indicator"], item["name"]), units.get(item["indicator"], item["unit"]))
        for item in items
    }


def _figures(report: Filed | None, known: Mapping[str, Measure]) -> dict[Measure, str]:
    """What was submitted; a draft's figures are nobody's business yet."""
    if report is None or not report.is_in:
        return {}
    rows = ((row.get("indicator") or row.id, row.get("value")) for row in report.repeat("progress/figures"))
    return {known[target]: value for target, value in rows if target in known and value}
