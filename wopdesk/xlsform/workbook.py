"""The sheets of an XLSForm as a person wrote them, wherever they were read from: rows of cells under named columns.

Knows the names that XLSForm gives to columns, and no meaning of any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")
_ALIASES = {
    "caption": "label",
    "calculate": "calculation",
    "command": "type",
    "constraining_message": "constraint_message",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "list name": "list_name",
    "read_only": "readonly",
    "relevance": "relevant",
    "requiredmsg": "required_message",
    "tag": "name",
    "value": "name",
    "bind::relevant": "relevant",
    "bind::required": "required",
    "bind::readonly": "readonly",
    "bind::constraint": "constraint",
    "bind::calculate": "calculation",
    "bind::jr:constraintmsg": "constraint_message",
    "bind::jr:requiredmsg": "required_message",
    "control::appearance": "appearance",
}
_ELEMENT = re.compile(r"[^\W\d][\w.\-]*")
_MEDIA = frozenset({"image", "big-image", "audio", "video"})
_SPOKEN = _MEDIA | {"label", "caption", "hint", "guidance_hint", "constraint_message", "required_message"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row: where it stands, and its cells by column; empty cells are left out."""

    number: int
    cells: dict[str, str]

    def without(self, column: str) -> Row:
        """The row with one cell empty."""
        return Row(self.number, {other: text for other, text in self.cells.items() if other != column})


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its columns and rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, name: str) -> str:
        """The column that XLSForm means by a name, as it is headed here; the name itself if there is none."""
        return next((column for column in self.columns if meaning(column)[0] == name), name)

    def cells(self, *names: str) -> Iterator[tuple[Row, str, str]]:
        """Row, column and text of every filled cell of the columns of these names, in any language."""
        columns = [column for column in self.columns if meaning(column)[0] in names]
        for row in self.rows:
            for column in columns:
                if column in row.cells:
                    yield row, column, row.cells[column]


Workbook = dict[str, Table]


@lru_cache(maxsize=4096)
def meaning(column: str) -> tuple[str, str]:
    """What a column is by the rules of XLSForm, and its language: `label::Urdu (ur)` is a label in Urdu."""
    text = re.sub(r"^media::?", "", " ".join(column.split()), flags=re.IGNORECASE)
    lower = text.lower()
    if lower in _ALIASES:
        return _ALIASES[lower], ""
    head, _, language = text.partition("::") if "::" in text else text.partition(":")
    head = head.strip().lower().replace(" ", "_")
    if language and head in _SPOKEN:
        return _ALIASES.get(head, head), language.strip()
    plain = lower.replace(" ", "_")
    return _ALIASES.get(plain, plain), ""


def is_spoken(column: str) -> bool:
    """Whether what a column says is for people, in some language."""
    return meaning(column)[0] in _SPOKEN


def can_be_kept(column: str) -> bool:
    """Whether a choice can carry what a column says: formulas find it by the column's name; other columns are notes."""
    return is_spoken(column) or _ELEMENT.fullmatch(column) is not None or column.lower() == "list name"
