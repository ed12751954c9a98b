"""What a filled form holds, taken down so that it can be compared, put back, and brought to where it stood."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from wopdesk.xlsform import Sheet

T = TypeVar("T")
_ROUNDS = 4
"""An answer may trigger others; they are put right in the next round."""
_AT_ONCE = 5
"""Rows or answers that are brought without a pause."""


@dataclass(frozen=True)
class Standing:
    """Every answer by path and the rows in order by repeat, also of what is not asked now."""

    texts: Mapping[str, str] = field(hash=False)
    rows: Mapping[str, tuple[str, ...]] = field(hash=False)


@dataclass(frozen=True)
class Change:
    """From one standing to another: what was before and what is after, by path and by repeat."""

    texts: Mapping[str, tuple[str, str]] = field(hash=False)
    rows: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(hash=False)

    def __bool__(self) -> bool:
        return bool(self.texts or self.rows)

    @property
    def reversed(self) -> Change:
        """The way back."""
        return Change(
            {path: (after, before) for path, (before, after) in self.texts.items()},
            {repeat: (after, before) for repeat, (before, after) in self.rows.items()},
        )

    @property
    def after(self) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
        """What is after: texts and rows."""
        texts = {path: after for path, (_, after) in self.texts.items()}
        return texts, {repeat: after for repeat, (_, after) in self.rows.items()}

    def onto(self, standing: Standing) -> Standing:
        """Where it leads from a standing."""
        after = self.after
        texts, rows = {**standing.texts, **after[0]}, {**standing.rows, **after[1]}
        return Standing(
            {path: text for path, text in texts.items() if text}, {repeat: ids for repeat, ids in rows.items() if ids}
        )


def standing_of(sheet: Sheet) -> Standing:
    """What a sheet holds now."""
    return Standing(sheet.kept(), {repeat: tuple(ids) for repeat, ids in sheet.kept_rows().items()})


def change_between(before: Standing, after: Standing) -> Change:
    """What differs between two standings."""
    texts = {path: (text, after.texts.get(path, "")) for path, text in before.texts.items()}
    texts |= {path: ("", text) for path, text in after.texts.items() if path not in before.texts}
    repeats = sorted({*before.rows, *after.rows})
    rows = {repeat: (before.rows.get(repeat, ()), after.rows.get(repeat, ())) for repeat in repeats}
    return Change(_differing(texts), _differing(rows))


def _differing(pairs: Mapping[str, tuple[T, T]]) -> dict[str, tuple[T, T]]:
    return {at: both for at, both in pairs.items() if both[0] != both[1]}


def bring_to(sheet: Sheet, wanted: Standing) -> frozenset[str]:
    """Bring a sheet to a standing; paths whose fields may read differently now. What has no place in it is left out."""
    seen: set[str] = set()
    deque(bringing(sheet, wanted, seen), maxlen=0)
    return frozenset(seen)


def bringing(sheet: Sheet, wanted: Standing, seen: set[str]) -> Iterator[None]:
    """As `bring_to`, with a pause after some rows or answers; what may read differently now is added to `seen`."""
    acts = _acts(sheet, wanted)
    while some := list(islice(acts, _AT_ONCE)):
        seen.update(*some)
        if len(some) == _AT_ONCE:
            yield


def _acts(sheet: Sheet, wanted: Standing) -> Iterator[frozenset[str]]:
    """One row or answer after the other, each with what it may let read differently."""
    for repeat in sorted({*wanted.rows, *sheet.kept_rows()}, key=lambda path: (path.count("["), path)):
        yield from _bring_rows(sheet, repeat, wanted.rows.get(repeat, ()))
    for _ in range(_ROUNDS):
        wrong = _texts_to_set(sheet, wanted)
        if not wrong:
            break
        yield from (_set(sheet, path, text) for path, text in wrong.items())


def _texts_to_set(sheet: Sheet, wanted: Standing) -> dict[str, str]:
    here = sheet.kept()
    paths = [*here, *(path for path in wanted.texts if path not in here)]
    return {path: wanted.texts.get(path, "") for path in paths if here.get(path, "") != wanted.texts.get(path, "")}


def _set(sheet: Sheet, path: str, text: str) -> frozenset[str]:
    try:
        return sheet.set(path, text)
    except (KeyError, ValueError):  # a form that moved on has no such question; the record keeps the answer
        return frozenset()


def _bring_rows(sheet: Sheet, repeat: str, wanted: tuple[str, ...]) -> Iterator[frozenset[str]]:
    here = sheet.kept_rows().get(repeat, [])
    if tuple(here) == wanted:
        return
    both = set(here) & set(wanted)
    in_order = [row for row in here if row in both] == [row for row in wanted if row in both]
    staying = both if in_order else set()
    yield from (sheet.remove_row(f"{repeat}[{row}]") for row in here if row not in staying)
    for place, row in enumerate(wanted):
        if row not in staying:
            yield _add(sheet, repeat, row, place)


def _add(sheet: Sheet, repeat: str, row: str, place: int) -> frozenset[str]:
    try:
        return sheet.add_row(repeat, row, place)
    except KeyError:  # as in `_set`
        return frozenset()
