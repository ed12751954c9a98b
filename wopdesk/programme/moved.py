"""Answers that a form asks elsewhere now: what was written at an old path is read at its new one.

Paths of questions and repeats without their rows, as `[moved]` of kind.toml names them. Where anything was ever written
at the new path, that counts, also an answer taken away; what cannot be placed stays where it is. In a draft, which a
colleague may go on writing under the older form, both count: `new_field`. Knows no form.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from wopdesk.records.fields import RowField, row_field

_ROW = re.compile(r"\[[^\]]*\]")


def new_place(moved: Mapping[str, str], path: str) -> str:
    """The path at which something is asked now, in the same rows; the same one where it did not move.

    An answer that was asked in rows moves only where its repeats moved likewise or stayed.
    """
    target = moved.get(_ROW.sub("", path))
    if target is None:
        return path
    rows = [(moved.get(repeat, repeat), row) for repeat, row in _through(path)]
    lengths = [len(repeat) for repeat, _ in rows]
    if lengths != sorted(set(lengths)) or not all(f"{target}/".startswith(f"{repeat}/") for repeat, _ in rows):
        return path
    for repeat, row in reversed(rows):
        target = f"{target[: len(repeat)]}[{row}]{target[len(repeat) :]}"
    return target


def new_field(moved: Mapping[str, str], field: str) -> str:
    """The field of a draft in which something stands by the form in use: an answer, or the existence of a row."""
    row = row_field(field) if moved else None
    if row is not None:
        return RowField(new_place(moved, row.repeat), row.row).field
    return new_place(moved, field) if moved and not field.startswith("@") else field


def _through(path: str) -> list[tuple[str, str]]:
    """The rows through which a path leads, outermost first: their repeat without rows, and the row."""
    return [(_ROW.sub("", path[: found.start()]), found[0][1:-1]) for found in _ROW.finditer(path)]


def moves(moved: Mapping[str, str], paths: Iterable[str], written: Collection[str]) -> dict[str, str]:
    """What is to be read elsewhere: new path → the path where it stands; of several the first counts.

    Args:
        moved: old path → new path, without rows.
        paths: where something stands.
        written: paths at which anything was ever written.
    """
    found: dict[str, str] = {}
    for path in paths if moved else ():
        there = new_place(moved, path)
        if there != path and there not in written:
            found.setdefault(there, path)
    return found


def moved_answers(moved: Mapping[str, str], answers: Mapping[str, str], written: Collection[str]) -> dict[str, str]:
    """Answers by the paths at which they are asked now."""
    if not moved:
        return dict(answers)
    sources = moves(moved, answers, written)
    gone = set(sources.values())
    kept = {path: text for path, text in answers.items() if path not in gone}
    return kept | {there: answers[path] for there, path in sources.items()}


def moved_rows(moved: Mapping[str, str], rows: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Row ids by the repeats that hold them now; those of the new repeat first."""
    if not moved:
        return {repeat: list(ids) for repeat, ids in rows.items()}
    found: dict[str, list[str]] = {}
    for repeat in sorted(rows, key=lambda one: new_place(moved, one) != one):
        known = found.setdefault(new_place(moved, repeat), [])
        known += [row for row in rows[repeat] if row not in known]
    return found
