"""The rows of a survey sheet, each understood as far as its type column says: what opens, closes or is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wopdesk.xlsform.workbook import Row, Table

_YES = frozenset({"yes", "true", "true()"})
Verb = Literal["begin", "end", "ask"]
Names = tuple[str, ...]
_EDGE = re.compile(r"(begin|end)[ _]+(.+)")
_CHOOSE = re.compile(
    r"(?P<verb>add select one prompt using|add select multiple prompt using|select all that apply(?: from)?"
    r"|select[ _]one(?:[ _]external|[ _]from[ _]file)?|select1|select[ _]multiple(?:[ _]from[ _]file)?|rank)"
    r"\s+(?P<list>.+?)(?P<other>\s+or[ _](?:specify[ _])?other)?"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the survey.

    Attributes:
        row: As written.
        verb: Whether it opens a group, closes one or asks something.
        kind: `group`, `repeat`; the type of what is asked, without its list: `select_one`, `text`.
        name: Of the element.
        inside: Names of the groups around it.
        chosen: The list that is chosen from, or the file.
        other: Whether something else may be named.
        opened: What an end closes.
    """

    row: Row
    verb: Verb
    kind: str
    name: str
    inside: Names = ()
    chosen: str = ""
    other: bool = False
    opened: Line | None = None

    @property
    def path(self) -> Names:
        """The element it makes."""
        return (*self.inside, self.name)

    @property
    def from_file(self) -> bool:
        """Whether its choices are in a file."""
        return self.kind.endswith("_from_file")


def lines(survey: Table) -> Iterator[Line]:
    """Every row in order; groups are walked as they open and close.

    Rows without type and name and those that are disabled are left out.
    """
    kinds, names, disabled = survey.column("type"), survey.column("name"), survey.column("disabled")
    around: list[Line] = []
    for row in survey.rows:
        if row.cells.get(disabled, "").strip().lower() in _YES:
            continue
        text, name = " ".join(row.cells.get(kinds, "").split()), row.cells.get(names, "").strip()
        inside = tuple(line.name for line in around)
        edge = _EDGE.fullmatch(text)
        if edge and edge[1] == "end":
            yield Line(row, "end", edge[2], name, inside[:-1], opened=around[-1] if around else None)
            del around[-1:]
        elif edge:
            opening = Line(row, "begin", edge[2], name, inside)
            around.append(opening)
            yield opening
        elif text or name:
            yield _asked(row, text, name, inside)


def unclosed(survey: Table) -> list[Line]:
    """The groups that nothing closes, outer ones first."""
    around: list[Line] = []
    for line in lines(survey):
        if line.verb == "begin":
            around.append(line)
        elif line.verb == "end":
            del around[-1:]
    return around


def _asked(row: Row, text: str, name: str, inside: Names) -> Line:
    found = _CHOOSE.fullmatch(text)
    if found is None:
        return Line(row, "ask", text, name, inside)
    verb = found["verb"].replace(" ", "_")
    kind = "rank" if verb == "rank" else "select_multiple" if "multiple" in verb or "all" in verb else "select_one"
    ending = "_from_file" if verb.endswith("file") else "_external" if verb.endswith("external") else ""
    return Line(row, "ask", kind + ending, name, inside, found["list"].strip(), bool(found["other"]))
