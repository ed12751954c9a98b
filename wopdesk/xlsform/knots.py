"""Questions that wait for each other, as far as the rows of a survey tell before anything is compiled.

The form as a whole is judged where it is read, and exactly. Here it is only asked whether so much is in circles that
compiling would take long and tell nothing else: whatever is found here is a circle there, too, but not the other way.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from wopdesk.xlsform.bounds import MOST_IN_CIRCLES
from wopdesk.xlsform.circles import circles, told
from wopdesk.xlsform.problems import Problem
from wopdesk.xlsform.survey import Line
from wopdesk.xlsform.workbook import meaning

_FLOWING = frozenset({"calculation", "relevant"})
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_QUESTION = re.compile(r"\$\{\s*+([^}\s$#]++)\s*+\}")
"""Of this form; `last-saved#` asks another one."""


def knots(asked: Iterable[Line]) -> tuple[Problem, ...]:
    """The circles of a survey, where there are so many questions in them that nothing else matters."""
    lines = {line.name: line for line in _plain(asked)}
    readers: dict[str, list[str]] = defaultdict(list)
    for name, line in lines.items():
        for read in _reads(line):
            readers[read].append(name)
    found = circles(readers, lines)
    if sum(map(len, found)) <= MOST_IN_CIRCLES:
        return ()
    return tuple(_problem(circle, lines[circle[0]]) for circle in found)


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


def _problem(circle: tuple[str, ...], line: Line) -> Problem:
    """The circle at its first question, in the column that names the one before it."""
    reading = (
        column
        for column, text in line.row.cells.items()
        if meaning(column)[0] in _FLOWING and circle[-1] in _QUESTION.findall(text)
    )
    return Problem("survey", line.row.number, told(circle), next(reading, ""))
