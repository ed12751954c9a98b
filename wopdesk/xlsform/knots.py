"""Questions that wait for each other, as far as the rows of a survey tell before anything is compiled.

The form as a whole is judged where it is read, and exactly. What is found here is told where it cannot be compiled, or
where so much is in cycles that compiling would take long: it is a cycle there, too, but not the other way.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wopdesk.xlsform.cycles import cycles, told
from wopdesk.xlsform.problems import Problem
from wopdesk.xlsform.survey import Line
from wopdesk.xlsform.workbook import meaning

_FLOWING = frozenset({"calculation", "relevant"})
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_QUESTION = re.compile(r"\$\{\s*+([^}\s$#]++)\s*+\}")
"""Of this form; `last-saved#` asks another one."""


@dataclass(frozen=True, slots=True)
class Knots:
    """The cycles of a survey.

    Attributes:
        problems: One for each.
        questions: How many are in any.
    """

    problems: tuple[Problem, ...]
    questions: int

    @classmethod
    def of(cls, asked: Iterable[Line]) -> Knots:
        """Find them."""
        lines = {line.name: line for line in _plain(asked)}
        readers: dict[str, list[str]] = defaultdict(list)
        for name, line in lines.items():
            for read in _reads(line):
                readers[read].append(name)
        found = cycles(readers, lines)
        return cls(tuple(_problem(cycle, lines[cycle[0]]) for cycle in found), sum(map(len, found)))


def _plain(asked: Iterable[Line]) -> Iterator[Line]:
    """The questions of which there is one each: rows of a repeat may wait for each other."""
    named = [line for line in asked if line.verb != "end"]
    repeats = {line.path for line in named if line.verb == "begin" and line.kind != "group"}
    count = Counter(line.name for line in named)
    for line in named:
        around = {line.inside[:length] for length in range(1, len(line.inside) + 1)}
        if line.verb == "ask" and count[line.name] == 1 and not around & repeats:
            yield line


def _reads(line: Line) -> Iterator[str]:
    columns = {meaning(column)[0]: text for column, text in line.row.cells.items()}
    if "trigger" not in columns:
        for column in _FLOWING & columns.keys():
            yield from _QUESTION.findall(_QUOTED.sub("", columns[column]))


def _problem(cycle: tuple[str, ...], line: Line) -> Problem:
    """The cycle at its first question, in the column that names the one before it."""
    reading = (
        column
        for column, text in line.row.cells.items()
        if meaning(column)[0] in _FLOWING and cycle[-1] in _QUESTION.findall(text)
    )
    return Problem("survey", line.row.number, told(cycle), next(reading, ""))
