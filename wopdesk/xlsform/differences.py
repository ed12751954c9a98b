"""What changed between two forms, in the words of those who edit them: as their sheets say it, not as they compile.

A question that kept its name but stands elsewhere has moved; one that kept its place, type and label but not its name
was renamed. Answers of both lie under paths that the new form does not have, so these are told first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from wopdesk.xlsform.order import out_of_order
from wopdesk.xlsform.pairing import Pairs, paired
from wopdesk.xlsform.survey import Line
from wopdesk.xlsform.workbook import Row, Table, Workbook, meaning

Sort = Literal["removed", "moved", "renamed", "retyped", "added", "order", "words", "rules", "choices", "settings"]
SORTS: Mapping[Sort, str] = {
    "removed": "Removed",
    "moved": "Moved",
    "renamed": "Renamed",
    "retyped": "Retyped",
    "added": "Added",
    "order": "In another order",
    "words": "Words",
    "rules": "Rules",
    "choices": "Choices",
    "settings": "Settings",
}
"""How each sort of difference is headed, in the order in which they matter to answers already given."""
_WORDS = frozenset({"label", "hint", "guidance_hint", "constraint_message", "required_message"})
_NO_TABLE = Table((), ())


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference.

    Attributes:
        sort: What sort it is of.
        path: The question, choice or setting: where it is now, or where it was if it is gone.
        said: The difference in words.
        before: Where it was, if that is another path.
    """

    sort: Sort
    path: str
    said: str
    before: str = ""


def differences(old: Workbook, new: Workbook) -> tuple[Difference, ...]:
    """Everything that differs, by sort and then in the order of the form."""
    pairs = paired(old["survey"], new["survey"])
    found = [*_places(pairs), *_contents(pairs), *_choices(old, new), *_settings(old, new)]
    places = list(SORTS)
    return tuple(sorted(found, key=lambda one: places.index(one.sort)))


def _places(pairs: Pairs) -> Iterator[Difference]:
    for line in pairs.removed:
        yield Difference("removed", _path(line), _introduced(line))
    for line in pairs.added:
        yield Difference("added", _path(line), _introduced(line))
    for before, now in pairs.kept:
        if before.name != now.name:
            said = f"was {before.name!r}, is now {now.name!r}"
            yield Difference("renamed", _path(now), said, _path(before))
        elif not pairs.same_group(before, now):
            said = f"from {_around(before)} to {_around(now)}"
            yield Difference("moved", _path(now), said, _path(before))
    for line, after in out_of_order(pairs):
        yield Difference("order", _path(line), f"now after {after.name!r}" if after else "now first")


def _contents(pairs: Pairs) -> Iterator[Difference]:
    for before, now in pairs.kept:
        if (before.kind, before.chosen, before.other) != (now.kind, now.chosen, now.other):
            yield Difference("retyped", _path(now), f"was {_typed(before)}, is now {_typed(now)}")
        for column, was, is_now in _cells(before.row, now.row):
            if column[0] not in {"type", "name"}:
                sort: Sort = "words" if column[0] in _WORDS else "rules"
                yield Difference(sort, _path(now), f"{_headed(column)} {_changed(was, is_now)}")


def _choices(old: Workbook, new: Workbook) -> Iterator[Difference]:
    for sheet in ("choices", "external_choices"):
        before, now = _by_choice(old.get(sheet, _NO_TABLE)), _by_choice(new.get(sheet, _NO_TABLE))
        for key in [*now, *(key for key in before if key not in now)]:
            path = "/".join(key)
            if key not in before or key not in now:
                row = now.get(key) or before[key]
                label = next((text for column, text in row.cells.items() if meaning(column)[0] == "label"), "")
                said = f"{'added' if key in now else 'removed'}{f' ({_quoted(label)})' if label else ''}"
                yield Difference("choices", path, said)
                continue
            for column, was, is_now in _cells(before[key], now[key]):
                yield Difference("choices", path, f"{_headed(column)} {_changed(was, is_now)}")


def _settings(old: Workbook, new: Workbook) -> Iterator[Difference]:
    for sheet in ("settings", "entities", "osm"):
        before, now = (list(book.get(sheet, _NO_TABLE).rows) for book in (old, new))
        empty = Row(0, {})
        for at in range(max(len(before), len(now))):
            first = before[at] if at < len(before) else empty
            second = now[at] if at < len(now) else empty
            for column, was, is_now in _cells(first, second):
                yield Difference("settings", f"{sheet}/{_headed(column)}", _changed(was, is_now))


def _cells(before: Row, now: Row) -> Iterator[tuple[tuple[str, str], str, str]]:
    """Columns whose cells differ, with both texts."""
    first = {meaning(column): text for column, text in before.cells.items()}
    second = {meaning(column): text for column, text in now.cells.items()}
    for column in dict.fromkeys([*second, *first]):
        if first.get(column, "") != second.get(column, ""):
            yield column, first.get(column, ""), second.get(column, "")


def _by_choice(table: Table) -> dict[tuple[str, str], Row]:
    lists, names = table.column("list_name"), table.column("name")
    return {(row.cells.get(lists, ""), row.cells.get(names, "")): row for row in table.rows}


def _changed(was: str, is_now: str) -> str:
    if not was:
        return f"is new: {_quoted(is_now)}"
    return f"was {_quoted(was)}, is now {_quoted(is_now)}" if is_now else f"is gone; it was {_quoted(was)}"


def _introduced(line: Line) -> str:
    label = next((text for column, text in line.row.cells.items() if meaning(column)[0] == "label"), "")
    return f"{_typed(line)}{f' {_quoted(label)}' if label else ''}"


def _typed(line: Line) -> str:
    return " ".join(part for part in (line.kind, line.chosen, "or_other" if line.other else "") if part)


def _headed(column: tuple[str, str]) -> str:
    return f"{column[0]} in {column[1]}" if column[1] else column[0]


def _quoted(text: str) -> str:
    return f"“{' '.join(text.split())}”"


def _path(line: Line) -> str:
    return "/".join(line.path)


def _around(line: Line) -> str:
    return repr("/".join(line.inside)) if line.inside else "outside of all groups"
