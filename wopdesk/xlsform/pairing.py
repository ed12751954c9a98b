"""Which question of an older form is which of a newer one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wopdesk.xlsform.survey import Line, Names, lines
from wopdesk.xlsform.workbook import Table, meaning


@dataclass(frozen=True, slots=True)
class Pairs:
    """The questions and groups of two forms.

    Attributes:
        kept: In both, old and new, in the order of the new form.
        removed: Only in the old one.
        added: Only in the new one.
    """

    kept: tuple[tuple[Line, Line], ...]
    removed: tuple[Line, ...]
    added: tuple[Line, ...]

    def same_group(self, before: Line, now: Line) -> bool:
        """Whether a question is in the group that it was in, whatever happened to that group."""
        around = {old.path: new.path for old, new in self.kept}
        return (around.get(before.inside, before.inside) if before.inside else ()) == now.inside


def paired(old: Table, new: Table) -> Pairs:
    """Pair by path below the same group, then by name, then by the very same words."""
    before = [line for line in lines(old) if line.verb != "end" and line.name]
    now = {line.path: line for line in lines(new) if line.verb != "end" and line.name}
    found: dict[Names, Names] = {}
    unique = _unique(before) & _unique(now.values())
    by_name = {line.name: line for line in now.values() if line.name in unique}
    here = {line.path for line in before}
    for line in before:
        expected = (*found.get(line.inside, line.inside), line.name)
        elsewhere = by_name.get(line.name)
        if expected in now:
            found[line.path] = expected
        elif elsewhere is not None and elsewhere.path not in here:
            found[line.path] = elsewhere.path
        elif same := _same_words(line, expected[:-1], now, {*found.values(), *here}):
            found[line.path] = same
    taken = set(found.values())
    old_by_new = {found[line.path]: line for line in before if line.path in found}
    return Pairs(
        tuple((old_by_new[path], line) for path, line in now.items() if path in taken),
        tuple(line for line in before if line.path not in found),
        tuple(line for path, line in now.items() if path not in taken),
    )


def _unique(found: Iterable[Line]) -> set[str]:
    """Names that one line alone has."""
    return {name for name, count in Counter(line.name for line in found).items() if count == 1}


def _same_words(line: Line, inside: Names, now: Mapping[Names, Line], taken: set[Names]) -> Names | None:
    """A question of the same group that asks the same under another name."""
    asked = _asked(line)
    if not asked[1]:
        return None
    return next(
        (path for path, one in now.items() if path[:-1] == inside and path not in taken and _asked(one) == asked), None
    )


def _asked(line: Line) -> tuple[str, tuple[str, ...]]:
    labels = sorted(text for column, text in line.row.cells.items() if meaning(column)[0] == "label")
    return f"{line.verb} {line.kind} {line.chosen}", tuple(labels)
