"""What is wrong with a form: every fault with its sheet, row and column, never only the first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_COLUMN = re.compile(
    r"(relevant|calculation|constraint|required|readonly|label|hint|choice_filter|repeat_count|default): (.*)",
    re.DOTALL,
)
_ARROW = " → "
_LONGEST_CHAIN = 8
_LONGEST_MESSAGE = 600


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of a form.

    Attributes:
        sheet: The XLSForm sheet (`survey`, `choices`, `settings`), or `xform` for a form that was read as XML.
        row: Line of form.md, row of the workbook or line of the XML; 0 where none can be told.
        message: What is wrong, for the person who edits the form.
        column: The column as it is headed; "" where the whole row is meant.
    """

    sheet: str
    row: int
    message: str
    column: str = ""

    def __str__(self) -> str:
        place = f"{self.sheet} {self.row}" if self.row else self.sheet
        return f"{place}, {self.column}: {self.message}" if self.column else f"{place}: {self.message}"


class FormError(Exception):
    """A form that cannot be used; `problems` lists everything that is wrong with it, in the order of the form."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        told = {_placed(problem) for problem in problems}
        self.problems = tuple(sorted(told, key=lambda one: (one.sheet, one.row, one.column, one.message)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def _placed(problem: Problem) -> Problem:
    """The problem with its column told apart from its message, and a message that can be read at one glance."""
    found = _COLUMN.fullmatch(problem.message) if not problem.column else None
    if found:
        problem = replace(problem, column=found[1], message=found[2])
    return replace(problem, message=_short(problem.message))


def _short(message: str) -> str:
    """A message whose chain of names, if it has one, shows where it begins and ends."""
    links = message.split(_ARROW)
    if len(links) > _LONGEST_CHAIN:
        links = [*links[:5], f"… ({len(links) - 7} more)", *links[-2:]]
    message = _ARROW.join(links)
    return message if len(message) <= _LONGEST_MESSAGE else message[:_LONGEST_MESSAGE] + " …"
