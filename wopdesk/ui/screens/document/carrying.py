"""Steps of undo where a record is read again, since it changed elsewhere: those that touch nothing of that stay right.

Knows no form: a step is what it changed, and what came from elsewhere is the difference of standings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from wopdesk.records.fields import RowField, enclosing
from wopdesk.ui.screens.document.elsewhere import Elsewhere, Rows, elsewhere_of
from wopdesk.ui.screens.document.history import History, Step
from wopdesk.ui.screens.document.standing import Change, Standing

_NOTHING = Standing({}, {})


@dataclass(frozen=True)
class Carried:
    """What became of a history.

    Attributes:
        history: the steps that can be taken back and done again from now on.
        whole: whether each of them still does all that it did.
    """

    history: History
    whole: bool


def carry(
    history: History, before: Standing, now: Standing, own: tuple[Standing, Standing] = (_NOTHING, _NOTHING)
) -> Carried:
    """The history of a record that was read again.

    An answer that came from elsewhere is never taken back by a step made here, nor is the row in which it stands, and a
    row that came or went elsewhere stays as it is there; whatever else a step did can be taken back.

    Args:
        history: what was done.
        before: what stood before the record was read again.
        now: what stands since.
        own: what the record itself held at these moments, without what is typed and not saved: a row that was taken
            away and not saved comes back with what others wrote in it since.
    """
    elsewhere = elsewhere_of((before, now), own)
    done, undone = history.steps
    kept = [_turned(step) for step in _followed(map(_turned, reversed(done)), elsewhere)][::-1]
    again = _followed(reversed(undone), elsewhere)[::-1]
    made = History([step for step in kept if step.change], [step for step in again if step.change])
    pairs = zip((*done, *undone), (*kept, *again), strict=True)
    return Carried(made, all(new.change and new.change.texts == old.change.texts for old, new in pairs))


def _turned(step: Step) -> Step:
    return replace(step, change=step.change.reversed)


def _followed(steps: Iterable[Step], elsewhere: Elsewhere) -> list[Step]:
    """Steps that lead away from now, the next one first, without what they would do to what came from elsewhere."""
    back: frozenset[str] = frozenset()
    found = []
    for step in steps:
        returning = _returning(step.change, elsewhere) - back
        found.append(replace(step, change=_without(step.change, elsewhere, (back, back | returning))))
        back |= returning
    return found


def _returning(change: Change, elsewhere: Elsewhere) -> frozenset[str]:
    """Hidden rows that a step brings back, with the hidden ones in them."""
    rows = {RowField(repeat, row).prefix for repeat, (_, after) in change.rows.items() for row in after}
    rows &= elsewhere.hidden
    return frozenset(row for row in elsewhere.hidden if not rows.isdisjoint((row, *enclosing(row))))


def _without(change: Change, elsewhere: Elsewhere, back: tuple[frozenset[str], frozenset[str]]) -> Change:
    returning = back[1] - back[0]
    wanted = {**{repeat: ((), ()) for repeat in elsewhere.rows if _is_in(repeat, returning)}, **change.rows}
    rows: dict[str, tuple[Rows, Rows]] = {
        repeat: (elsewhere.placed(repeat, both[0], back[0]), elsewhere.placed(repeat, both[1], back[1]))
        for repeat, both in wanted.items()
    }
    moving = _changed(change.rows)
    held = elsewhere.gone | moving - _changed(rows)
    texts = {
        path: both if _is_in(path, moving) else (elsewhere.seen_now(path, both[0]), elsewhere.seen_now(path, both[1]))
        for path, both in change.texts.items()
        if path not in elsewhere.texts
    }
    texts |= {path: ("", text) for path, text in elsewhere.texts.items() if text and _is_in(path, returning)}
    return Change(
        {path: both for path, both in texts.items() if not _is_in(path, held)},
        {repeat: both for repeat, both in rows.items() if both[0] != both[1] and not _is_in(repeat, held)},
    )


def _is_in(path: str, rows: frozenset[str]) -> bool:
    return not rows.isdisjoint(enclosing(path))


def _changed(rows: Mapping[str, tuple[Rows, Rows]]) -> frozenset[str]:
    """The rows that come or go."""
    return frozenset(
        RowField(repeat, row).prefix for repeat, both in rows.items() for row in set(both[0]) ^ set(both[1])
    )
