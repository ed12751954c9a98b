"""Part 1 of the monthly report: each target's figure beside baseline, the figure before and the target."""

from __future__ import annotations

from dataclasses import dataclass

from wopdesk.programme.figures import figure
from wopdesk.programme.filed import FiledRow
from wopdesk.records.version import Version
from wopdesk.reports import blocks
from wopdesk.reports.blocks import END, Block, Cell, Chip, Column
from wopdesk.reports.context import Context
from wopdesk.reports.phrasing import number, rows_of
from wopdesk.reports.words import Term

_CHARTS = 6
_POINTS = 3
"""Months from which a line tells more than two figures."""
BETTER, WORSE, LEVEL, MET, NO_TREND = (
    Term("Better"),
    Term("Worse"),
    Term("Level"),
    Term("Target met"),
    Term("No trend"),
)
_TONES = {BETTER: blocks.GOOD, MET: blocks.GOOD, WORSE: blocks.BAD}
_COLUMNS = (
    (Term("Indicator"), 2.9, blocks.START),
    (Term("Baseline"), 0.95, END),
    (Term("Before"), 0.95, END),
    (Term("This month"), 1.0, END),
    (Term("Target"), 0.95, END),
    (Term("So far"), 1.15, blocks.START),
    (Term("Trend"), 1.2, blocks.START),
)

_REASONS = (
    ("billed_reason", Term("Why billed is more than produced")),
    ("produced_change_reason", Term("Why produced differs so much from the last report")),
    ("billed_change_reason", Term("Why billed differs so much from the last report")),
    ("volume_reason", Term("Why the volume is so large")),
)
"""What the form asks about volumes that look wrong."""


@dataclass(frozen=True)
class Fact:
    """One target with its figures, as the version has frozen them; older versions ask the list."""

    id: str
    name: str
    unit: str
    baseline: str
    before: str
    value: str
    target: str
    better: str
    due: str
    remark: str

    @property
    def trend(self) -> Term:
        """Against the target where it is met, else against the figure before, by the direction that is better."""
        sign = {"higher": 1, "lower": -1}.get(self.better, 0)
        now, goal, before = number(self.value), number(self.target), number(self.before or self.baseline)
        if now is not None and goal is not None and sign and (now - goal) * sign >= 0:
            return MET
        if now is None or before is None or not sign:
            return NO_TREND
        if now == before:
            return LEVEL
        return BETTER if (now - before) * sign > 0 else WORSE

    @property
    def tone(self) -> str:
        """The colour of its trend."""
        return _TONES.get(self.trend, blocks.QUIET)

    @property
    def share(self) -> int | None:
        """How much of the way from baseline to target is done, in per cent."""
        start, now, goal = number(self.baseline), number(self.value), number(self.target)
        if start is None or now is None or goal is None or start == goal:
            return None
        return round(min(1.0, max(0.0, (now - start) / (goal - start))) * 100)


def facts(version: Version, context: Context) -> list[Fact]:
    """Every target of the month, reported on or not."""
    return [_fact(row, version, context) for row in rows_of(version, "progress/figures")]


def figures(version: Version, context: Context) -> list[Block]:
    """The table, the water of the pilot area, and the lines of the first figures."""
    known = facts(version, context)
    columns = tuple(Column(context.say(title), width, align) for title, width, align in _COLUMNS)
    table = [blocks.Table(columns, tuple(_row(one, version, context) for one in known))] if known else []
    charts = tuple(chart for chart in (_chart(one, version, context) for one in known) if chart)[:_CHARTS]
    words = version.answers.get("progress/description", "")
    return [
        *table,
        *_pilot_area(version, context),
        *([blocks.Charts(charts)] if charts else []),
        *([blocks.Paragraph(words)] if words else []),
    ]


def leading_chart(version: Version, context: Context) -> blocks.Chart | None:
    """The line of the first figure that has one."""
    charts = (_chart(one, version, context, stretches=True) for one in facts(version, context))
    return next((chart for chart in charts if chart), None)


def _fact(row: FiledRow, version: Version, context: Context) -> Fact:
    target = row.get("indicator") or row.id
    item = context.item("targets", target)
    name, indicator = row.get("figure") or item.get("name", ""), context.indicators.get(item.get("indicator", ""))
    return Fact(
        id=target,
        name=indicator.in_language(context.language) if indicator and indicator.en == name else name,
        unit=row.get("unit") or item.get("unit", ""),
        baseline=row.get("baseline") or item.get("baseline", ""),
        before=version.previous.get(f"progress/figures[{row.id}]/value", ""),
        value=row.get("value"),
        target=row.get("target") or item.get("target", ""),
        better=item.get("better", ""),
        due=item.get("due", ""),
        remark=row.get("remark"),
    )


def _row(fact: Fact, version: Version, context: Context) -> tuple[Cell, ...]:
    by = context.say("target by {day}", day=context.say.day(fact.due)) if fact.due else ""
    _, values = _course(fact, version, context)
    return (
        blocks.Detailed(
            context.say.listed(fact.name or fact.id, fact.unit), "\n".join(filter(None, (by, fact.remark)))
        ),
        figure(fact.baseline),
        figure(fact.before),
        blocks.Strong(figure(fact.value)),
        figure(fact.target),
        blocks.Spark(values if _is_line(values) else (), number(fact.target)),
        Chip(context.say(fact.trend), fact.tone) if fact.value else Chip(context.say("No figure"), blocks.WARN),
    )


def _course(fact: Fact, version: Version, context: Context) -> tuple[list[str], tuple[float | None, ...]]:
    """Months of the pilot up to this one, from the first that has a figure, and the figures."""
    period = version.answers.get("about/period", "")
    known = {**context.history.get(fact.id, {}), period: fact.value}
    first = min((month for month, text in known.items() if number(text) is not None), default=period)
    months = [item.get("period", "") for item in context.lists.get("month", ())] or sorted(known)
    shown = [month for month in months if first <= month <= period]
    return shown, tuple(number(known.get(month, "")) for month in shown)


def _is_line(values: tuple[float | None, ...]) -> bool:
    return sum(value is not None for value in values) >= _POINTS


def _chart(fact: Fact, version: Version, context: Context, *, stretches: bool = False) -> blocks.Chart | None:
    months, values = _course(fact, version, context)
    if not _is_line(values):
        return None
    labels = tuple(context.say.month_short(month) for month in months)
    title = context.say.listed(fact.name, fact.unit)
    span = context.say("{first} to {last}", first=context.say.month(months[0]), last=context.say.month(months[-1]))
    gaps = context.say("A gap is a month without a figure.") if None in values else ""
    caption = " ".join(filter(None, (f"{span}.", gaps)))
    return blocks.Chart(title, labels, values, number(fact.target), caption, stretches=stretches)


def _pilot_area(version: Version, context: Context) -> list[Block]:
    """Volumes of the pilot area and what they make of non-revenue water (IBNET 6.1)."""
    say, answers = context.say, version.answers
    produced, billed = (figure(answers.get(f"progress/{name}", "")) for name in ("produced", "billed"))
    lost = version.computed.get("progress/nrw", "")
    said = (
        (say("Water produced in the pilot area"), f"{produced} m³" if produced else ""),
        (say("Water billed in the pilot area"), f"{billed} m³" if billed else ""),
        (say("Non-revenue water of the pilot area"), f"{figure(lost)} %" if lost else ""),
        *((say(asked), answers.get(f"progress/{name}", "")) for name, asked in _REASONS),
    )
    items = tuple(fact for fact in said if fact[1])
    return [blocks.Facts(items, columns=3)] if items else []
