"""Figures and activities of a month, as tables, tiles and charts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wopdesk.programme.filed import FiledRow, read_rows
from wopdesk.programme.months import month_name
from wopdesk.records.version import Version
from wopdesk.reports import blocks
from wopdesk.reports.blocks import END, Block, Cell, Chip, Column
from wopdesk.reports.context import Context
from wopdesk.reports.phrasing import figure, number

_CHARTS = 2
_SHORT = 5
"""Characters of a unit that fit beside a large figure."""
_POINTS = 3
"""Months from which a line tells more than two figures."""

_FIGURES = (
    Column("Indicator", 3),
    Column("Unit", 1.2),
    Column("Baseline", 1, END),
    Column("Before", 1, END),
    Column("This month", 1.05, END),
    Column("Target", 0.95, END),
    Column("Trend", 1.15),
)
_ACTIVITIES = (
    Column("Activity", 4.4),
    Column("Done (mark = plan)", 1.5),
    Column("Before", 0.8, END),
    Column("Now", 0.8, END),
    Column("Plan", 0.8, END),
    Column("State", 1.2),
)


def rows_of(version: Version, repeat: str) -> list[FiledRow]:
    """The rows of a repeat, with answers and calculated values."""
    return list(read_rows(repeat, version.rows, (version.computed, version.answers)))


def figures(version: Version, context: Context) -> list[Block]:
    """Each target's figure beside baseline, the figure before and the target; a line for the first of them."""
    facts = [_fact(row, version, context) for row in rows_of(version, "progress/figures")]
    table = [blocks.Table(_FIGURES, tuple(_figure(fact) for fact in facts))] if facts else []
    charts = [chart for chart in (_chart(fact, version, context) for fact in facts) if chart]
    return [*table, *_pilot_area(version), *charts[:_CHARTS], *_in_words(version, "progress/description")]


def activities(version: Version, context: Context) -> list[Block]:
    """Each activity with its share done beside the plan, and what was done."""
    rows = tuple(_activity(row, version, context) for row in rows_of(version, "work/activities"))
    table = [blocks.Table(_ACTIVITIES, rows)] if rows else []
    return [*table, *_in_words(version, "work/other")]


def tiles(version: Version, context: Context) -> list[Block]:
    """The month in four figures."""
    acted = rows_of(version, "advice/actions")
    asked = len(rows_of(version, "requests/asked"))
    done = sum(row.get("state") == "done" for row in acted)
    advice = blocks.Tile("Advice acted on", f"{done} of {len(acted)}", "open at the beginning of the month")
    if acted and done < len(acted):
        advice = blocks.Tile(advice.label, advice.value, advice.note, blocks.WARN)
    requests = blocks.Tile("Requests for advice", str(asked), "asked of the mentor this month", blocks.QUIET)
    return [blocks.Tiles((*_work_tile(version, context), *_figure_tile(version, context), advice, requests))]


def _work_tile(version: Version, context: Context) -> list[blocks.Tile]:
    plan = context.items("work_plan_activities")
    if not plan:
        return []
    now = {row.get("activity"): row.get("done") for row in rows_of(version, "work/activities")}
    done = _mean([number(now.get(key) or item.get("done", "")) or 0 for key, item in plan.items()])
    planned = _mean([number(item.get("planned", "")) or 0 for item in plan.values()])
    tone = blocks.GOOD if done >= planned else blocks.WARN
    return [blocks.Tile("Work plan", f"{done} %", f"planned {planned} %", tone, done)]


def _figure_tile(version: Version, context: Context) -> list[blocks.Tile]:
    facts = (_fact(row, version, context) for row in rows_of(version, "progress/figures"))
    fact = next((fact for fact in facts if fact.value), None)
    if fact is None:
        return []
    unit = fact.unit if len(fact.unit) <= _SHORT else ""
    note = f"target {figure(fact.target)}" if fact.target else ""
    return [blocks.Tile(fact.name, f"{figure(fact.value)} {unit}".strip(), note, _trend(fact).tone)]


@dataclass(frozen=True)
class _Fact:
    """One target with its figures, as the version has frozen them; older versions ask the list."""

    id: str
    name: str
    unit: str
    baseline: str
    before: str
    value: str
    target: str
    better: str
    remark: str


def _fact(row: FiledRow, version: Version, context: Context) -> _Fact:
    item = context.item("targets", row.get("indicator") or row.id)
    return _Fact(
        id=row.get("indicator") or row.id,
        name=row.get("figure") or item.get("name", ""),
        unit=row.get("unit") or item.get("unit", ""),
        baseline=row.get("baseline") or item.get("baseline", ""),
        before=_before(version, f"progress/figures[{row.id}]/value"),
        value=row.get("value"),
        target=row.get("target") or item.get("target", ""),
        better=item.get("better", ""),
        remark=row.get("remark"),
    )


def _figure(fact: _Fact) -> tuple[Cell, ...]:
    return (
        blocks.Detailed(fact.name or fact.id, fact.remark),
        fact.unit,
        figure(fact.baseline),
        figure(fact.before),
        figure(fact.value),
        figure(fact.target),
        _trend(fact) if fact.value else "",
    )


def _trend(fact: _Fact) -> Chip:
    """Against the target where it is met, else against the figure before, by the direction that is better."""
    sign = {"higher": 1, "lower": -1}.get(fact.better, 0)
    now, goal, before = number(fact.value), number(fact.target), number(fact.before or fact.baseline)
    if now is not None and goal is not None and sign and (now - goal) * sign >= 0:
        return Chip("Target met", blocks.GOOD)
    if now is None or before is None or not sign:
        return Chip("No trend")
    if now == before:
        return Chip("Level")
    return Chip("Better", blocks.GOOD) if (now - before) * sign > 0 else Chip("Worse", blocks.BAD)


def _pilot_area(version: Version) -> list[Block]:
    """Volumes of the pilot area and what they make of non-revenue water (IBNET 6.1)."""
    values = {name: version.answers.get(f"progress/{name}", "") for name in ("produced", "billed", "billed_reason")}
    lost = version.computed.get("progress/nrw", "")
    facts = (
        ("Water produced in the pilot area", f"{figure(values['produced'])} m³" if values["produced"] else ""),
        ("Water billed in the pilot area", f"{figure(values['billed'])} m³" if values["billed"] else ""),
        ("Non-revenue water of the pilot area", f"{figure(lost)} %" if lost else ""),
        ("Why billed is more than produced", values["billed_reason"]),
    )
    said = tuple(fact for fact in facts if fact[1])
    return [blocks.Facts(said, columns=3)] if said else []


def _in_words(version: Version, path: str) -> list[Block]:
    text = version.answers.get(path, "")
    return [blocks.Paragraph(text)] if text else []


def _activity(row: FiledRow, version: Version, context: Context) -> tuple[Cell, ...]:
    item = context.item("work_plan_activities", row.get("activity"))
    share = row.get("planned") or item.get("planned", "")
    done, planned = round(number(row.get("done")) or 0), round(number(share) or 0)
    chip = _activity_state(done, planned) if share else Chip("Not in the plan")
    before = _before(version, f"work/activities[{row.id}]/done") or row.get("before") or item.get("done", "")
    words = "\n".join(filter(None, (row.get("description"), row.get("done_reason"))))
    return (
        blocks.Detailed(_activity_title(row, version, item), words),
        blocks.Bar(done, planned if share else None, chip.tone),
        f"{before} %" if before else "",
        f"{row.get('done')} %" if row.get("done") else "",
        f"{planned} %" if share else "",
        chip,
    )


def _activity_state(done: int, planned: int) -> Chip:
    if done >= 100:  # noqa: PLR2004 - per cent
        return Chip("Complete", blocks.GOOD)
    return Chip("On course", blocks.INFO) if done >= planned else Chip("Behind plan", blocks.WARN)


def _activity_title(row: FiledRow, version: Version, item: Mapping[str, str]) -> str:
    shown = version.shown.get(f"work/activities[{row.id}]/activity", {})
    return item.get("title") or shown.get("en", "") or row.get("activity")


def _chart(fact: _Fact, version: Version, context: Context) -> blocks.Chart | None:
    """The target's figures over the months of the pilot up to this one, from the first that has one."""
    period = version.answers.get("about/period", "")
    known = {**context.history.get(fact.id, {}), period: fact.value}
    first = min((month for month, text in known.items() if number(text) is not None), default=period)
    months = [item.get("period", "") for item in context.lists.get("month", ())] or sorted(known)
    shown = [month for month in months if first <= month <= period]
    values = tuple(number(known.get(month, "")) for month in shown)
    if sum(value is not None for value in values) < _POINTS:
        return None
    span = f"{month_name(shown[0]).en} to {month_name(shown[-1]).en}"
    labels = tuple(month_name(month).en[:3] for month in shown)
    title = ", ".join(filter(None, (fact.name, fact.unit, span)))
    return blocks.Chart(title, labels, values, number(fact.target))


def _before(version: Version, path: str) -> str:
    return version.previous.get(path, "")


def _mean(values: list[float]) -> int:
    return round(sum(values) / len(values)) if values else 0
