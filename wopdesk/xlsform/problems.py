"""What is wrong with a form: every fault with its sheet and row, never only the first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of a form.

    Attributes:
        sheet: The XLSForm sheet (`survey`, `choices`, `settings`), or `xform` for a form that was read as XML.
        row: Line of form.md, row of the workbook or line of the XML; 0 where none can be told.
        message: What is wrong, for the person who edits the form.
    """

    sheet: str
    row: int
    message: str

    def __str__(self) -> str:
        place = f"{self.sheet} {self.row}" if self.row else self.sheet
        return f"{place}: {self.message}"


class FormError(Exception):
    """A form that cannot be used; `problems` lists everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))
