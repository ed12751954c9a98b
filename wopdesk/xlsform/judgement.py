"""An XLSForm judged as its author wrote it: everything that is wrong, each with sheet, row and column, all at once.

pyxform stops at its first complaint. What is found here is told and then mended for the eyes of the compiler alone (a
faulty formula is left out, a second question of a name too), so that the next fault is found in the same run. A form
with any fault is refused in the end, however it was mended.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from wopdesk.sentence import Sentence
from wopdesk.xlsform.alike import Alike
from wopdesk.xlsform.bounds import MOST_FAULTS, MOST_IN_CYCLES, exceeded
from wopdesk.xlsform.choices import choice_faults, list_faults
from wopdesk.xlsform.formulas import QUESTION, broken_references, computes, formula_faults, unknown_questions
from wopdesk.xlsform.knots import Knots
from wopdesk.xlsform.mending import mended
from wopdesk.xlsform.problems import Problem
from wopdesk.xlsform.structure import structure_faults
from wopdesk.xlsform.survey import Line, lines
from wopdesk.xlsform.workbook import Workbook, meaning


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found.

    Attributes:
        problems: In no order.
        mended: The sheets without what was found faulty, for the compiler.
        hopeless: Whether no compiler could make anything of them, or would find more than is told already.
        cycles: What the reader of the compiled form will find, if it comes to that.
    """

    problems: tuple[Problem, ...]
    mended: Workbook
    hopeless: bool = False
    cycles: tuple[Problem, ...] = ()


def judge(workbook: Workbook, types: Collection[str]) -> Judged:
    """Judge the sheets of a form.

    Args:
        workbook: As written.
        types: The question types that are known besides groups and choices.
    """
    beyond = (*exceeded(workbook), *_headless(workbook))
    if beyond:
        return Judged(beyond, workbook, hopeless=True)
    asked = tuple(lines(workbook["survey"]))
    rows = (
        *structure_faults(workbook["survey"], asked, types),
        *list_faults(workbook, asked),
        *choice_faults(workbook, asked),
    )
    cells = tuple(_cell_faults(workbook, asked))
    knots = Knots.of(asked)
    if knots.questions > MOST_IN_CYCLES or len(rows) + len(cells) > MOST_FAULTS:
        return Judged((*rows, *cells, *knots.problems), workbook, hopeless=True)
    return Judged((*rows, *cells), mended(workbook, asked, rows, cells), cycles=knots.problems)


def _headless(workbook: Workbook) -> Iterator[Problem]:
    """What every survey has."""
    if "survey" not in workbook:
        yield Problem("form", 0, "there is no sheet called survey")
    elif not any(meaning(column)[0] == "type" for column in workbook["survey"].columns):
        yield Problem("survey", 0, "its first row must name the columns, and none of them is called type")


def _cell_faults(workbook: Workbook, asked: Collection[Line]) -> Iterator[Problem]:
    """Faults of single cells: formulas, and questions that a text weaves in."""
    known = {line.name for line in asked if line.verb != "end"}
    questions = _Questions(known, Alike(known), _ambiguous(asked))
    for sheet, table in workbook.items():
        for row in table.rows:
            for column, text in row.cells.items():
                found = list(questions.faults(text)) if "${" in text else []
                if not found and computes(sheet, column):
                    found = list(formula_faults(text, meaning(column)[0]))
                yield from (Problem(sheet, row.number, message, column) for message in found)


@dataclass(frozen=True, slots=True)
class _Questions:
    """The questions of a survey, as texts name them.

    Attributes:
        known: The names that there are.
        alike: The same, to find the one that was meant.
        several: What to say of a name that several questions have.
    """

    known: Collection[str]
    alike: Alike
    several: Mapping[str, str]

    def faults(self, text: str) -> Iterator[str]:
        """What is wrong with the questions that a text names."""
        yield from broken_references(text)
        yield from (_unknown(name, self.alike.nearest(name)) for name in unknown_questions(text, self.known))
        yield from (self.several[name] for name in dict.fromkeys(QUESTION.findall(text)) if name in self.several)


def _ambiguous(asked: Collection[Line]) -> dict[str, str]:
    """What to say of each name that several questions have: a formula could not tell which one is meant."""
    found: dict[str, list[int]] = {}
    for line in asked:
        if line.verb != "end" and line.name:
            found.setdefault(line.name, []).append(line.row.number)
    return {
        name: Sentence(
            "${{{name}}} could be any of the rows {rows}; give each a name of its own",
            name=name,
            rows=", ".join(map(str, rows[:5])),
        )
        for name, rows in found.items()
        if len(rows) > 1
    }


def _unknown(name: str, near: str) -> Sentence:
    fault = Sentence("unknown question {question}", question=f"${{{name}}}")
    return Sentence("{fault}; is ${{{near}}} meant?", fault=fault, near=near) if near else fault
