"""What is wrong with a form: every fault with its sheet, row and column, never only the first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wopdesk.sentence import Sentence

_ARROW = " → "
_LONGEST_CHAIN = 8
_LONGEST_MESSAGE = 600
MOST_TOLD = 2_000
"""Of faults: whoever has more begins with these."""


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
        return str(self.told)

    @property
    def told(self) -> Sentence:
        """The fault with its place."""
        sheet, row, column, said = self.sheet, self.row, self.column, Sentence.of(self.message)
        if row and column:
            return Sentence("{sheet} {row}, {column}: {fault}", sheet=sheet, row=row, column=column, fault=said)
        if row:
            return Sentence("{sheet} {row}: {fault}", sheet=sheet, row=row, fault=said)
        if column:
            return Sentence("{sheet}, {column}: {fault}", sheet=sheet, column=column, fault=said)
        return Sentence("{sheet}: {fault}", sheet=sheet, fault=said)


_FURTHER = Problem("form", 0, "further faults are not listed; mend these first")


class FormError(Exception):
    """A form that cannot be used.

    Attributes:
        problems: Everything that is wrong with it, in the order of the form; of more than anybody reads, the first.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Put what was found in order."""
        told = sorted(set(problems), key=lambda one: (one.sheet, one.row, one.column, one.message))
        self.problems = tuple(map(_readable, told[:MOST_TOLD])) + ((_FURTHER,) if len(told) > MOST_TOLD else ())
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def refused(message: str) -> FormError:
    """What to say of a file that is no form as a whole."""
    return FormError([Problem("form", 0, message)])


def too_large(file: str, most: int) -> FormError:
    """The same of one with more bytes than any form needs."""
    return refused(Sentence("{file} is larger than {size} MB; no form needs that", file=file, size=most >> 20))


def _readable(problem: Problem) -> Problem:
    """The problem with a message that can be read at one glance."""
    message = problem.message
    if len(message) <= _LONGEST_MESSAGE and message.count(_ARROW) < _LONGEST_CHAIN:
        return problem
    return replace(problem, message=_short(message))


def _short(message: str) -> str:
    """A message that can be read at one glance; a chain of names, if it has one, shows where it begins and ends."""
    if isinstance(message, Sentence):
        said = {name: _short(one) if isinstance(one, str) else one for name, one in message.values.items()}
        return Sentence(message.text, **said)
    links = message.split(_ARROW)
    if len(links) > _LONGEST_CHAIN:
        links = [*links[:5], f"… ({len(links) - 7} more)", *links[-2:]]
    message = _ARROW.join(links)
    return message if len(message) <= _LONGEST_MESSAGE else message[:_LONGEST_MESSAGE] + " …"
