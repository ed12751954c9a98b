"""What a form asks that ODK Collect would refuse: it runs here, and not everywhere else where it may be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from wopdesk.xlsform.expressions.parser import parse
from wopdesk.xlsform.expressions.portability import refusals
from wopdesk.xlsform.expressions.tokens import NotAnExpression
from wopdesk.xlsform.formulas import as_expression, computes
from wopdesk.xlsform.problems import Problem
from wopdesk.xlsform.workbook import Workbook


def refused_by_collect(workbook: Workbook) -> tuple[Problem, ...]:
    """What Collect would say against the formulas of a form that is in order, cell by cell."""
    return tuple(_refused(workbook))


def _refused(workbook: Workbook) -> Iterator[Problem]:
    for sheet, table in workbook.items():
        for row in table.rows:
            for column, text in row.cells.items():
                if computes(sheet, column):
                    yield from (Problem(sheet, row.number, message, column) for message in _messages(text))


def _messages(formula: str) -> list[str]:
    with suppress(NotAnExpression):
        return list(dict.fromkeys(refusals(parse(as_expression(formula)))))
    return []
