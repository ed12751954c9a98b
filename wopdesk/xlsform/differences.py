"""What changed between two forms, in the words of those who edit them: as their sheets say it, not as they compile.

A question that kept its name but stands elsewhere has moved; one that kept its place, type and label but not its name
was renamed. Answers of both lie under paths that the new form does not have, so these are told first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from wopdesk.sentence import Sentence
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
    said: Sentence
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
            said = Sentence("was {before!r}, is now {now!r}", before=before.name, now=now.name)
            yield Difference("renamed", _path(now), said, _path(before))
        elif not pairs.same_group(before, now):
            said = Sentence("from {before} to {now}", before=_around(before), now=_around(now))
            yield Difference("moved", _path(now), said, _path(before))
    for line, after in out_of_order(pairs):
        said = Sentence("now after {name!r}", name=after.name) if after else Sentence("now first")
        yield Difference("order", _path(line), said)


def _contents(pairs: Pairs) -> Iterator[Difference]:
    for before, now in pairs.kept:
        if (before.kind, before.chosen, before.other) != (now.kind, now.chosen, now.other):
            said = Sentence("was {before}, is now {now}", before=_typed(before), now=_typed(now))
            yield Difference("retyped", _path(now), said)
        for column, was, is_now in _cells(before.row, now.row):
            if column[0] not in {"type", "name"}:
                sort: Sort = "words" if column[0] in _WORDS else "rules"
                yield Difference(sort, _path(now), _changed_in(column, was, is_now))


def _choices(old: Workbook, new: Workbook) -> Iterator[Difference]:
    for sheet in ("choices", "external_choices"):
        before, now = _by_choice(old.get(sheet, _NO_TABLE)), _by_choice(new.get(sheet, _NO_TABLE))
        for key in [*now, *(key for key in before if key not in now)]:
            path = "/".join(key)
            if key not in before or key not in now:
                row = now.get(key) or before[key]
                label = next((text for column, text in row.cells.items() if meaning(column)[0] == "label"), "")
                yield Difference("choices", path, _come_or_gone(label, here=key in now))
                continue
            for column, was, is_now in _cells(before[key], now[key]):
                yield Difference("choices", path, _changed_in(column, was, is_now))


def _settings(old: Workbook, new: Workbook) -> Iterator[Difference]:
    for sheet in ("settings", "entities", "osm"):
        before, now = (list(book.get(sheet, _NO_TABLE).rows) for book in (old, new))
        empty = Row(0, {})
        for at in range(max(len(before), len(now))):
            first = before[at] if at < len(before) else empty
            second = now[at] if at < len(now) else empty
            for column, was, is_now in _cells(first, second):
                path = f"{sheet}/{'::'.join(filter(None, column))}"
                yield Difference("settings", path, _changed(was, is_now))


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


def _changed_in(column: tuple[str, str], was: str, is_now: str) -> Sentence:
    """A change in one cell of a row."""
    said, (name, language) = _changed(was, is_now), column
    if language:
        return Sentence("{column} in {language} {change}", column=name, language=language, change=said)
    return Sentence("{column} {change}", column=name, change=said)


def _changed(was: str, is_now: str) -> Sentence:
    if not was:
        return Sentence("is new: “{now}”", now=_plain(is_now))
    if not is_now:
        return Sentence("is gone; it was “{before}”", before=_plain(was))
    return Sentence("was “{before}”, is now “{now}”", before=_plain(was), now=_plain(is_now))


def _come_or_gone(label: str, *, here: bool) -> Sentence:
    """A choice that is added or removed."""
    if not label:
        return Sentence("added" if here else "removed")
    return Sentence("added (“{label}”)" if here else "removed (“{label}”)", label=_plain(label))


def _introduced(line: Line) -> Sentence:
    label = next((text for column, text in line.row.cells.items() if meaning(column)[0] == "label"), "")
    if label:
        return Sentence("{type} “{label}”", type=_typed(line), label=_plain(label))
    return Sentence("{type}", type=_typed(line))


def _typed(line: Line) -> str:
    return " ".join(part for part in (line.kind, line.chosen, "or_other" if line.other else "") if part)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _path(line: Line) -> str:
    return "/".join(line.path)


def _around(line: Line) -> Sentence:
    if not line.inside:
        return Sentence("outside of all groups")
    return Sentence("{group!r}", group="/".join(line.inside))
