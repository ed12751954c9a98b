"""How large a form may be. A file that goes beyond is refused before anybody tries to understand it."""

from __future__ import annotations

from collections.abc import Iterator

from wopdesk.sentence import Sentence
from wopdesk.xlsform.problems import Problem
from wopdesk.xlsform.survey import lines
from wopdesk.xlsform.workbook import Table, Workbook

MOST_BYTES = 32 * 1024 * 1024
"""Of a file when it is unpacked."""
MOST_TEXT = 64 * 1024 * 1024
"""Of all cells of a workbook, one by one: a workbook keeps each text once."""
MOST_CELLS = 2_000_000
"""Of a sheet, empty ones included: a single cell far away makes all those before it."""
MOST_ELEMENTS = 20_000
"""Of an instance: a form of as many rows as a survey may have makes half of them."""
MOST_READINGS = 100_000
"""Of elements by wildcards in formulas; each may mean every element."""
MOST_NAMED = 50_000
"""Of elements by name in the formulas of an XForm; a survey of as many names as it may have makes fewer."""
MOST_FAULTS = 1_000
"""Of a form that is still worth compiling, to find further ones."""
MOST_IN_CYCLES = 500
"""Of questions, in a form that is still worth compiling."""
_LONGEST_CELL = 32_767
_MOST_LETTERS = 2_000_000
_MOST_NAMED = 30_000
_MOST_ROWS = {"survey": 5_000, "choices": 50_000, "external_choices": 100_000}
_FEW_ROWS = 1_000
_MOST_COLUMNS = 1_000
_DEEPEST = 20
_MOST_COUNTED = 10_000


def exceeded(workbook: Workbook) -> Iterator[Problem]:
    """Everything about the sheets that goes beyond a bound."""
    for sheet, table in workbook.items():
        yield from _large(sheet, table)
        for row in table.rows:
            for column, text in row.cells.items():
                if len(text) > _LONGEST_CELL:
                    yield Problem(
                        sheet,
                        row.number,
                        Sentence("{count} letters; a cell holds at most {most}", count=len(text), most=_LONGEST_CELL),
                        column,
                    )
    if "survey" in workbook and len(workbook["survey"].rows) <= _MOST_ROWS["survey"]:
        yield from _wordy(workbook)
        yield from _nested(workbook)


def _large(sheet: str, table: Table) -> Iterator[Problem]:
    """More rows or columns than anybody fills."""
    rows, columns, most = len(table.rows), len(table.columns), _MOST_ROWS.get(sheet, _FEW_ROWS)
    if rows > most:
        said = Sentence("the sheet has {count} rows; at most {most} can be read", count=rows, most=most)
        yield Problem(sheet, table.rows[most].number, said)
    if columns > _MOST_COLUMNS:
        said = Sentence("the sheet has {count} columns; at most {most} can be read", count=columns, most=_MOST_COLUMNS)
        yield Problem(sheet, 0, said)


def _wordy(workbook: Workbook) -> Iterator[Problem]:
    """More text and formulas than anybody writes."""
    cells = [text for row in workbook["survey"].rows for text in row.cells.values()]
    letters = sum(len(text) for text in cells if len(text) <= _LONGEST_CELL)  # of a longer one its own row is told
    named = sum(text.count("${") for text in cells)
    if letters > _MOST_LETTERS:
        yield Problem(
            "survey",
            0,
            Sentence("the sheet holds {count} letters; at most {most} can be read", count=letters, most=_MOST_LETTERS),
        )
    if named > _MOST_NAMED:
        yield Problem(
            "survey",
            0,
            Sentence(
                "the sheet names questions {count} times; at most {most} can be read", count=named, most=_MOST_NAMED
            ),
        )


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
                    "survey",
                    line.row.number,
                    Sentence("groups are nested more than {most} deep", most=_DEEPEST),
                    survey.column("type"),
                )
            rows = 1
            for count in counts:
                rows *= count
            if counts[-1] > 1 and rows > _MOST_COUNTED:
                message = Sentence(
                    "this repeat would have {count} rows; at most {most} can be filled in",
                    count=rows,
                    most=_MOST_COUNTED,
                )
                yield Problem("survey", line.row.number, message, counting)
