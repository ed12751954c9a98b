"""What `search()` finds in the lists of a sheet, as ODK Collect finds it in the files beside a form.

Collect keeps a file in SQLite: texts are compared as its LIKE does, letters of ASCII large or small, `%` and `_`
standing for any letters and any one; rows come in the order of a column `sortby`, if there is one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import contains, eq
from string import ascii_lowercase, ascii_uppercase

from wopdesk.xlsform.choosing import Found, Search
from wopdesk.xlsform.environment import Environment
from wopdesk.xlsform.sheet.fields import Choice
from wopdesk.xlsform.values import number
from wopdesk.xlsform.wording import Template, Wording
from wopdesk.xlsform.xml import Element

_WILD = {"contains": "%{}%", "matches": "{}", "startswith": "{}%", "endswith": "%{}"}
_PLAIN: Mapping[str, Callable[[str, str], bool]] = {
    "contains": contains,
    "matches": eq,
    "startswith": str.startswith,
    "endswith": str.endswith,
}
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
_UNSAFE = re.compile(r"[^A-Za-z0-9_]")
_SORT = "sortby"
_FILTERED = 5
_MOST_KEPT = 20
_LONGEST = 10_000
"""Of a pattern."""

_Row = Mapping[str, str]
_Said = Callable[[Template], Wording]


class Searching:
    """The lists of a sheet, as far as anything was looked for in them."""

    def __init__(self, environment: Environment, languages: Sequence[str]) -> None:
        """Nothing is looked for yet."""
        self._environment = environment
        self._languages = languages
        self._tables: dict[str, list[_Row]] = {}
        self._rows: dict[tuple[str, ...], list[_Row]] = {}

    def choices(self, search: Search, said: _Said, here: Element) -> tuple[Choice, ...]:
        """What a question offers.

        Args:
            search: What it looks for.
            said: How a label reads there.
            here: Where its formulas look from.
        """
        asked = tuple(one.text(here, self._environment) for one in search.asked)
        if (search.file, *asked) not in self._rows:
            self._rows = {} if len(self._rows) > _MOST_KEPT else self._rows
            self._rows[search.file, *asked] = list(self._found(search.file, asked))
        rows = self._rows[search.file, *asked]
        return tuple(choice for one in search.written for choice in self._made(one, said, rows))

    def _made(self, one: Found, said: _Said, rows: Sequence[_Row]) -> Iterator[Choice]:
        if one.is_choice:
            yield Choice(one.value, said(one.label), {sort: said(media) for sort, media in one.media.items()})
            return
        column, labels = _safe(one.value), said(one.label)
        pictures = {sort: said(media)() for sort, media in one.media.items()}
        taken: set[str] = set()
        for row in rows:
            value = row.get(column, "")
            if value not in taken:
                taken.add(value)
                files = {sort: Wording({"": row.get(_safe(name), "")}) for sort, name in pictures.items()}
                yield Choice(
                    value, self._label(row, labels, value), {sort: file for sort, file in files.items() if file}
                )

    def _label(self, row: _Row, columns: Wording, value: str) -> Wording:
        """The label of a row: the first column, then each further one with its name."""
        spoken = {language: _labelled(row, _columns(columns(language))) or value for language in self._languages}
        return Wording(spoken, self._languages[0])

    def _found(self, file: str, asked: Sequence[str]) -> Iterator[_Row]:
        """The rows that are looked for."""
        how, where, what = asked[:3] if asked else ("", "", "")
        columns, fits = [_safe(name) for name in _columns(where)], _test(how.strip().lower(), what)
        filtered = _safe(asked[3]) if len(asked) == _FILTERED else ""
        for row in self._table(file):
            if filtered and row.get(filtered) != asked[4]:
                continue
            if not columns or any(fits(row[column]) for column in columns if column in row):
                yield row

    def _table(self, name: str) -> list[_Row]:
        """The rows of a list in order."""
        if name not in self._tables:
            held = self._environment.instances.get(name)
            items = held.iter("item") if held is not None else ()
            rows = [{_safe(cell.tag): cell.text or "" for cell in item} for item in items]
            self._tables[name] = sorted(rows, key=_order)
        return self._tables[name]


def columns_of(search: Search) -> Iterator[str]:
    """The columns that a search makes its choices of."""
    for one in search.written:
        if not one.is_choice:
            yield one.value
            for text in (one.label.fixed or Wording()).said.values():
                yield from _columns(text)


def is_column(name: str, columns: Iterable[str]) -> bool:
    """Whether a column that is named is one of those that there are."""
    return _safe(name) in map(_safe, columns)


def _safe(column: str) -> str:
    """A column as it is compared: letters small, everything but letters and digits alike."""
    return _UNSAFE.sub("_", column.strip()).lower()


def _columns(text: str) -> list[str]:
    """The columns that a text names, with commas between them, else with blanks."""
    parts = text.split(",") if "," in text else text.split()
    return [part.strip() for part in parts if part.strip()]


def _labelled(row: _Row, columns: Sequence[str]) -> str:
    first, *others = columns or [""]
    further = (f"({name}: {row.get(_safe(name), '')})" for name in others)
    return " ".join([row.get(_safe(first), ""), *further]).strip()


def _test(how: str, what: str) -> Callable[[str], bool]:
    """Whether a text is like another, as SQLite's LIKE compares them."""
    if "%" in what or "_" in what:
        return _like(_WILD.get(how, _WILD["contains"]).format(what))
    small, compare = what.translate(_SMALL), _PLAIN.get(how, contains)
    return lambda text: compare(text.translate(_SMALL), small)


def _like(wild: str) -> Callable[[str], bool]:
    """Whether a text is as a pattern of LIKE says. What was met first is kept, so that nothing is tried twice."""
    if len(wild) > _LONGEST:
        return lambda _: False
    first, *others = (
        "".join("." if letter == "_" else re.escape(letter) for letter in part) for part in wild.split("%")
    )
    between = "".join(f"(?>.*?{part})" for part in others[:-1])
    pattern = re.compile(f"(?ais){first}{between}" + (f".*{others[-1]}" if others else ""))
    return lambda text: pattern.fullmatch(text) is not None


def _order(row: _Row) -> tuple[bool, float]:
    place = number(row.get(_SORT, ""))
    return (True, 0.0) if math.isnan(place) else (False, place)
