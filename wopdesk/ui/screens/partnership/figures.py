"""Figures of a partnership: its indicators month by month, and three that say how it goes. Knows no Qt."""

from __future__ import annotations

from wopdesk.desk.circle import Circle, punctual
from wopdesk.desk.desk import Desk
from wopdesk.programme import advice, datasets
from wopdesk.programme.datasets import Item, Sources
from wopdesk.programme.indicators import LOWER
from wopdesk.programme.months import months_between
from wopdesk.programme.series import figures as reported
from wopdesk.ui.circles.reader import Reader
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.partnership.content import KeyFigure, Trend
from wopdesk.ui.theme.tokens import Tone

_GOOD = 80
"""Share in per cent from which it is good."""


def trends(desk: Desk, said: Reader, seen: Circle) -> tuple[Trend, ...]:
    """Each target of the work plan with the figures reported."""
    known = _sources(desk, seen)
    figures = reported(seen.filed)
    months = _months(desk, seen, figures)
    return tuple(
        _trend(one, months, figures.get(one["id"], {}), (_name(desk, one, said), said))
        for one in datasets.targets(known)
    )


def figures(desk: Desk, seen: Circle) -> tuple[KeyFigure, ...]:
    """Reports on time, advice acted on, work done."""
    return (_punctuality(desk, seen), _acting(seen), _work(desk, seen))


def _sources(desk: Desk, seen: Circle) -> Sources:
    return Sources(desk.today, seen.filed, indicators=desk.shelf.indicators)


def _months(desk: Desk, seen: Circle, figures: dict[str, dict[str, str]]) -> list[str]:
    """Months of the pilot so far, and others that were reported on."""
    start, end = seen.partnership.pilot_start, seen.partnership.pilot_end
    pilot = months_between(start, min(end or desk.today, desk.today)) if start else ()
    return sorted({*pilot, *(month for found in figures.values() for month in found)})


def _name(desk: Desk, target: Item, said: Reader) -> str:
    """What a target is called: as the work plan names it, else as its indicator is called in the language."""
    known = {one.code: one.name for one in desk.shelf.indicators}.get(target["indicator"])
    return known.in_language(said.language) if known and target["name"] == known.en else target["name"]


def _trend(item: Item, months: list[str], found: dict[str, str], named: tuple[str, Reader]) -> Trend:
    name, said = named
    while months and months[-1] not in found:
        months = months[:-1]  # a month that was not reported yet is no gap
    values = tuple(_number(found.get(month, "")) for month in months)
    target, baseline = _number(item["target"]), _number(item["baseline"])
    last = next((one for one in reversed(values) if one is not None), None)
    verdict, tone = _verdict((last, baseline, target), item["better"])
    short = tuple(said.short_month(month).partition(" ")[0] for month in months)
    return Trend(item["id"], name, item["unit"], short, values, target, verdict, tone)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _verdict(at: tuple[float | None, float | None, float | None], better: str) -> tuple[Phrase | None, Tone]:
    """Whether the last figure reached the target, or came nearer to it than the baseline was."""
    last, baseline, target = at
    if last is None or target is None:
        return None, "quiet"
    sign = -1 if better == LOWER or (not better and baseline is not None and target < baseline) else 1
    if sign * last >= sign * target:
        return Phrase("Target reached"), "good"
    if baseline is not None and sign * last > sign * baseline:
        return Phrase("Improving"), "info"
    return Phrase("Not improving"), "warn"


def _punctuality(desk: Desk, seen: Circle) -> KeyFigure:
    found = punctual(desk, seen)
    tone: Tone = "good" if (found.share or 0) >= _GOOD else "warn"
    return KeyFigure(Phrase("Reports on time"), *_share(found.on_time, found.due, tone))


def _acting(seen: Circle) -> KeyFigure:
    given = [one for one in seen.ledger if one.advice]
    done = sum(one.stage == advice.ACTED_ON for one in given)
    return KeyFigure(Phrase("Advice acted on"), *_share(done, len(given), "good" if done == len(given) else "info"))


def _share(done: int, total: int, tone: Tone) -> tuple[Phrase, Tone]:
    """Of nothing there is no share."""
    if not total:
        return Phrase("–"), "quiet"
    return Phrase("{done} of {total}", {"done": done, "total": total}), tone


def _work(desk: Desk, seen: Circle) -> KeyFigure:
    """Activities of the work plan, each counting the same, beside where they should be by now."""
    items = datasets.activities(_sources(desk, seen))
    if not items:
        return KeyFigure(Phrase("Work done"), Phrase("–"))
    done, planned = (sum(int(one[key]) for one in items) // len(items) for key in ("done", "planned"))
    text, value = Phrase("Work done ({planned} % planned)", {"planned": planned}), Phrase("{done} %", {"done": done})
    return KeyFigure(text, value, "good" if done >= planned else "warn")
