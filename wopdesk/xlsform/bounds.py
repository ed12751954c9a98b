"""How large a form may be. A file that goes beyond is refused before anybody tries to understand it."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator

from wopdesk.xlsform.problems import Problem
from wopdesk.xlsform.survey import lines
from wopdesk.xlsform.workbook import Workbook

MOST_BYTES = 32 * 1024 * 1024
"""Of a file when it is unpacked."""
MOST_CELLS = 2_000_000
"""Of a sheet, empty ones included: a single cell far away makes all those before it."""
MOST_ELEMENTS = 20_000
"""Of an instance: a form of as many rows as a survey may have makes half of them."""
_LONGEST_CELL = 32_767
_MOST_ROWS = {"survey": 5_000, "choices": 50_000, "external_choices": 100_000}
_FEW_ROWS = 1_000
_DEEPEST = 20
_MOST_COUNTED = 10_000
_ALIKE = 0.75


def exceeded(workbook: Workbook) -> Iterator[Problem]:
    """Everything about the sheets that goes beyond a bound."""
    for sheet, table in workbook.items():
        most = _MOST_ROWS.get(sheet, _FEW_ROWS)
        if len(table.rows) > most:
            yield Problem(
                sheet, table.rows[most].number, f"the sheet has {len(table.rows)} rows; at most {most} can be read"
            )
        for row in table.rows:
            for column, text in row.cells.items():
                if len(text) > _LONGEST_CELL:
                    yield Problem(
                        sheet, row.number, f"{len(text)} letters; a cell holds at most {_LONGEST_CELL}", column
                    )
    if "survey" in workbook and len(workbook["survey"].rows) <= _MOST_ROWS["survey"]:
        yield from _nested(workbook)


def _nested(workbook: Workbook) -> Iterator[Problem]:
    """Groups in groups in groups, and repeats that would have too many rows."""
    survey = workbook["survey"]
    counting = survey.column("repeat_count")
    counts: list[int] = []
    for line in lines(survey):
        if line.verb == "end":
            del counts[-1:]
        elif line.verb == "begin":
            counted = line.row.cells.get(counting, "").strip()
            counts.append(max(int(counted), 1) if counted.isdecimal() and len(counted) < len(str(10**18)) else 1)
            if len(counts) == _DEEPEST + 1:
                yield Problem(
                    "survey", line.row.number, f"groups are nested more than {_DEEPEST} deep", survey.column("type")
                )
            rows = 1
            for count in counts:
                rows *= count
            if counts[-1] > 1 and rows > _MOST_COUNTED:
                message = f"this repeat would have {rows} rows; at most {_MOST_COUNTED} can be filled in"
                yield Problem("survey", line.row.number, message, counting)


def nearest(name: str, known: Collection[str]) -> str:
    """The name that was probably meant; "" if none is alike."""
    few = sorted(known)[:2_000]
    return next(iter(difflib.get_close_matches(name[:100], few, 1, _ALIKE)), "")
