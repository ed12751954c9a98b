"""Steps of undo where a record is read again, since it changed elsewhere: those that touch nothing of that stay right.

Knows no form: a step is what it changed, and what came from elsewhere is the difference of two standings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wopdesk.ui.screens.document.history import History, Step
from wopdesk.ui.screens.document.standing import Change, Standing, change_between

Rows = tuple[str, ...]


@dataclass(frozen=True)
class Carried:
    """What became of a history.

    Attributes:
        history: the steps that can be taken back and done again from now on.
        whole: whether each of them still does all that it did.
    """

    history: History
    whole: bool


def carry(history: History, before: Standing, now: Standing) -> Carried:
    """The history of a record that was read again.

    An answer that came from elsewhere is never taken back by a step made here, and a row that came or went elsewhere
    stays as it is there; whatever else a step did can be taken back.
    """
    elsewhere = change_between(before, now)
    done, undone = history.steps
    kept = [_without(step, elsewhere) for step in done]
    again = [_without(step, elsewhere) for step in undone]
    made = History([step for step in kept if step.change], [step for step in again if step.change])
    pairs = zip((*done, *undone), (*kept, *again), strict=True)
    return Carried(made, all(new.change and new.change.texts == old.change.texts for old, new in pairs))


def _without(step: Step, elsewhere: Change) -> Step:
    texts = {path: both for path, both in step.change.texts.items() if path not in elsewhere.texts}
    rows = {repeat: _moved(both, elsewhere.rows.get(repeat)) for repeat, both in step.change.rows.items()}
    change = Change(texts, {repeat: both for repeat, both in rows.items() if both[0] != both[1]})
    return replace(step, change=change)


def _moved(both: tuple[Rows, Rows], elsewhere: tuple[Rows, Rows] | None) -> tuple[Rows, Rows]:
    """Rows before and after a step, with those that came from elsewhere, and without those that went there."""
    if elsewhere is None:
        return both
    old, new = elsewhere
    return _with(both[0], old, new), _with(both[1], old, new)


def _with(rows: Rows, old: Rows, new: Rows) -> Rows:
    """Rows as they would stand in the order that the record has now; those it does not have stay behind their own."""
    gone = set(old) - set(new)
    made = [row for row in new if row in rows or row not in old]
    for number, row in enumerate(rows):
        if row not in gone and row not in new:
            made.insert(_place(made, rows[:number]), row)
    return tuple(made)


def _place(made: Sequence[str], earlier: Sequence[str]) -> int:
    """Behind the nearest of the earlier rows that is there."""
    return next((made.index(row) + 1 for row in reversed(earlier) if row in made), 0)
