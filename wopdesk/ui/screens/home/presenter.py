"""Reads the first screen from the desk. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from wopdesk.desk import gathering, going
from wopdesk.desk.circle import Circle, circles
from wopdesk.desk.desk import Desk
from wopdesk.programme import agenda
from wopdesk.ui.circles.reader import Reader, reader
from wopdesk.ui.circles.standings import standing
from wopdesk.ui.screens.home import tasks
from wopdesk.ui.screens.home.arrivals import arrived
from wopdesk.ui.screens.home.beginning import first
from wopdesk.ui.screens.home.content import Home, Line
from wopdesk.ui.screens.home.upkeep import kept, to_let_in, upkeep

Dated = tuple[date | None, Line]


@dataclass(frozen=True)
class _Told:
    """What one partnership brings to the screen."""

    mine: tuple[Dated, ...]
    others: tuple[Dated, ...]


def content(desk: Desk, language: str) -> Home:
    """The first screen, with titles in a language. What did not change since it was read last is not read again."""
    seen = circles(desk)
    said = replace(reader(desk, language), unasked=frozenset(one for each in seen for one in going.unasked(desk, each)))
    told = [_told(desk, said, one) for one in seen]
    mine = [line for one in told for line in one.mine]
    standings = tuple(standing(desk, said, one) for one in seen)
    return Home(
        office=desk.identity.name,
        today=desk.today,
        kept=kept(desk, said),
        mine=_urgent_first([*mine, *((None, line) for line in _undated(desk, seen))]),
        others=_urgent_first(line for one in told for line in one.others),
        arrived=arrived(desk, said),
        partnerships=standings,
        first=first(desk, begun=bool(seen)),
        overdue=sum(one.overdue for one in standings),
        late=sum(_late(desk, one) for one in seen),
    )


def _late(desk: Desk, seen: Circle) -> int:
    """How much this office itself owes there."""
    return sum(duty.state == agenda.OVERDUE for duty in agenda.duties_of(seen.duties, seen.role, desk.office))


def _undated(desk: Desk, seen: Iterable[Circle]) -> Iterator[Line]:
    """What is to be done without a day by which."""
    for one in gathering.incomplete(desk, seen):
        yield from to_let_in(desk, one)
    yield from upkeep(desk)


def _told(desk: Desk, said: Reader, seen: Circle) -> _Told:
    key = ("home", seen.space.id, *said.key)
    return desk.remembered.once(key, (seen,), partial(_tell, said, seen))


def _tell(said: Reader, seen: Circle) -> _Told:
    return _Told(tuple(tasks.mine(said, seen)), tuple(tasks.others(said, seen)))


def _urgent_first(lines: Iterable[Dated]) -> tuple[Line, ...]:
    """What is overdue, what came back or keeps others waiting, what is due soon; then the rest, by its day."""
    order = {"bad": 0, "warn": 1}
    ranked = sorted(lines, key=lambda one: (order.get(one[1].tone, 2), _no_day(one), one[0] or date.max))
    return tuple(line for _, line in ranked)


def _no_day(one: Dated) -> bool:
    """What came back has no day, and comes before what is due soon; otherwise what has no day comes last."""
    return one[0] is None if one[1].tone != "warn" else one[0] is not None
