"""What changed elsewhere in a record that is read again: answers and rows that no step made here may touch.

Knows no steps and no form: it compares standings. A row that only the draft took away stands in none of them, while the
record still has it and others still write in it; so what the record itself holds is compared as well.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wopdesk.records.fields import RowField, enclosing
from wopdesk.ui.screens.document.standing import Standing, change_between

Rows = tuple[str, ...]


@dataclass(frozen=True)
class Elsewhere:
    """What came from elsewhere; rows are named by what their fields begin with, as `work/activities[k3f9…]/`.

    Attributes:
        texts: the answers that changed, as they are now.
        rows: of each repeat in which something changed, those before and those now, in order.
        gone: rows that went.
        fixed: rows that stand and came or changed: they stay.
        hidden: rows that only the draft took away, and that changed: once they are back, they stay.
        under: answers that changed under what is typed and not saved, before and now: without the typing they stand.
    """

    texts: Mapping[str, str] = field(hash=False)
    rows: Mapping[str, tuple[Rows, Rows]] = field(hash=False)
    gone: frozenset[str]
    fixed: frozenset[str]
    hidden: frozenset[str]
    under: Mapping[str, tuple[str, str]] = field(default_factory=dict, hash=False)

    def seen_now(self, path: str, text: str) -> str:
        """What stands at a path, where at some moment before it was read again this text stood."""
        before, now = self.under.get(path, (text, text))
        return now if text == before else text

    def placed(self, repeat: str, rows: Rows, back: Collection[str]) -> Rows:
        """Rows of a repeat as they would stand in the order that the record has now, with those that stay.

        Args:
            repeat: the repeat.
            rows: those that stood at some moment before it was read again.
            back: hidden rows that are there again.
        """
        if repeat not in self.rows:
            return rows
        old, new = self.rows[repeat]
        stood, known, staying = set(rows), {*old, *new}, self.fixed.union(back)
        made = [row for row in new if row in stood or RowField(repeat, row).prefix in staying]
        for number, row in enumerate(rows):
            if row not in known:
                made.insert(_place(made, rows[:number]), row)
        return tuple(made)


def elsewhere_of(read: tuple[Standing, Standing], own: tuple[Standing, Standing]) -> Elsewhere:
    """What changed elsewhere.

    Args:
        read: what stood before the record was read again, and what stands since.
        own: what the record itself held at these moments, without what is typed and not saved.
    """
    standing = {*_rows_in(read[0]), *_rows_in(read[1])}
    hidden = frozenset(_rows_in(own[0])) - standing
    before, now = (_with_hidden(seen, held, hidden) for seen, held in zip(read, own, strict=True))
    change = change_between(before, now)
    here, touched = set(_rows_in(now)), {row for path in (*change.texts, *change.rows) for row in enclosing(path)}
    new = here - set(_rows_in(before)) | touched & here
    repeats = {*change.rows, *(row.rpartition("[")[0] for row in new)}
    return Elsewhere(
        {path: after for path, (_, after) in change.texts.items()},
        {repeat: (before.rows.get(repeat, ()), now.rows.get(repeat, ())) for repeat in repeats},
        frozenset(_rows_in(before)) - here,
        frozenset(new & standing),
        frozenset(new - standing),
        _under(read, own),
    )


def _under(read: tuple[Standing, Standing], own: tuple[Standing, Standing]) -> dict[str, tuple[str, str]]:
    """What the record holds otherwise, where what is seen is as it was and is none of both."""
    changed, seen = change_between(*own).texts, change_between(*read).texts
    typed = read[1].texts
    return {path: both for path, both in changed.items() if path not in seen and typed.get(path, "") not in both}


def _rows_in(standing: Standing) -> Iterator[str]:
    return (RowField(repeat, row).prefix for repeat, rows in standing.rows.items() for row in rows)


def _with_hidden(seen: Standing, own: Standing, hidden: frozenset[str]) -> Standing:
    """What stands, and the rows that the draft took away as the record has them."""

    def is_hidden(path: str) -> bool:
        return not hidden.isdisjoint(enclosing(path))

    texts = {**seen.texts, **{path: text for path, text in own.texts.items() if is_hidden(path)}}
    rows = dict(seen.rows)
    for repeat, there in own.rows.items():
        made = list(rows.get(repeat, ()))
        for number, row in enumerate(there):
            if row not in made and is_hidden(RowField(repeat, row).prefix):
                made.insert(_place(made, there[:number]), row)
        rows[repeat] = tuple(made)
    return Standing(texts, rows)


def _place(made: Sequence[str], earlier: Sequence[str]) -> int:
    """Behind the nearest of the earlier rows that is there."""
    return next((made.index(row) + 1 for row in reversed(earlier) if row in made), 0)
