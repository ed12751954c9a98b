"""How large a form may be. A file that goes beyond is refused before anybody tries to understand it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from wopdesk.sentence import Sentence
from wopdesk.xlsform.formulas import computes
from wopdesk.xlsform.problems import FormError, Problem, refused
from wopdesk.xlsform.survey import lines
from wopdesk.xlsform.workbook import Row, Table, Workbook, is_spoken, meaning

MOST_BYTES = 32 * 1024 * 1024
"""Of a file when it is unpacked."""
MOST_TEXT = 64 * 1024 * 1024
"""Of all cells of a workbook, one by one: a workbook keeps each text once."""
MOST_CELLS = 1_000_000
"""Of a sheet, empty ones included: a single cell far away makes all those before it."""
MOST_MARKS = 2_500_000
"""Of tags in the parts of a workbook, four of which are a filled cell."""
MOST_ROWS = 3_000
"""Of a survey, and of those that matrices of KoboToolbox make of it, and of others that its rankings name.

So many are compiled in about a second; the largest household surveys have fewer.
"""
MOST_LINES = 75_000
"""Of a text that holds sheets."""
WIDEST_LINE = 20_000
"""Of bars or commas in a line of it."""
MOST_TAGS = 750_000
"""Of an XForm: opened and closed, in all its texts and lists."""
MOST_ELEMENTS = 20_000
"""Of an instance, and of each sort of rule about them: as many rows as a survey may have make half of them."""
MOST_LISTED = 40_000
"""Of choices that are written out beside their questions."""
MOST_WORDINGS = 200_000
"""Of texts in all languages."""
MOST_LANGUAGES = 100
MOST_ATTRIBUTES = 100
"""Of one element."""
MOST_NESTED = 50
"""Of elements within elements."""
MOST_ENTITIES = 100
MOST_REPEATS = 2_000
MOST_READINGS = 100_000
"""Of elements by wildcards in formulas; each may mean every element."""
MOST_NAMED = 25_000
"""Of elements by name in the formulas of an XForm; a survey of as many names as it may have makes fewer."""
MOST_FAULTS = 1_000
"""Of a form that is still worth compiling, to find further ones."""
MOST_IN_CYCLES = 500
"""Of questions, in a form that is still worth compiling."""
_MOST_FORMULAS = 10_000
"""Different ones: those that are alike are understood once."""
_MOST_IN_FORMULAS = 500_000
"""Of letters, in different formulas."""
_MOST_SPOKEN = 80_000
"""Of texts for people in all languages: a question of a real form has three or four."""
_MOST_FILLED = 250_000
"""Of cells of all sheets."""
_MOST_OFFERED = 100_000
"""Of choices of all questions, each counted wherever it is offered: the compiler looks at them one by one."""
_LONGEST_CELL = 32_767
_MOST_LETTERS = 2_000_000
_MOST_NAMED = 20_000
_MOST_ROWS = {"survey": MOST_ROWS, "choices": 10_000, "external_choices": 50_000}
_FEW_ROWS = 1_000
_MOST_COLUMNS = 1_000
_DEEPEST = 20
_MOST_COUNTED = 5_000
_LONGEST_COUNT = 19
"""Of digits."""


def refuse_lines(text: str, mark: str) -> None:
    """Refuse a text of more or wider lines than sheets have, before it is taken apart.

    Args:
        text: The sheets.
        mark: What stands between two cells.

    Raises:
        FormError: It holds more than any form needs.
    """
    count = max(text.count("\n"), text.count("\r"))
    if count > MOST_LINES:
        raise refused(Sentence("it has {count} lines; at most {most} can be read", count=count, most=MOST_LINES))
    if text.count(mark) > MOST_CELLS:
        raise refused(
            Sentence("it has {count} cells; at most {most} can be read", count=text.count(mark), most=MOST_CELLS)
        )
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(mark) > WIDEST_LINE:
            said = Sentence(
                "the line has {count} cells; at most {most} can be read", count=line.count(mark), most=WIDEST_LINE
            )
            raise FormError([Problem("form", number, said)])


def exceeded(workbook: Workbook) -> Iterator[Problem]:
    """Everything about the sheets that goes beyond a bound."""
    for sheet, table in workbook.items():
        yield from oversized(sheet, [row.number for row in table.rows], len(table.columns))
        for row in table.rows:
            for column, text in row.cells.items():
                if len(text) > _LONGEST_CELL:
                    yield Problem(
                        sheet,
                        row.number,
                        Sentence("{count} letters; a cell holds at most {most}", count=len(text), most=_LONGEST_CELL),
                        column,
                    )
    yield from _many(workbook)
    if "survey" in workbook and len(workbook["survey"].rows) <= MOST_ROWS:
        yield from _wordy(workbook)
        yield from _nested(workbook)
        yield from _offering(workbook)


def too_many_formulas(formulas: Iterable[str]) -> str:
    """What to say of more formulas than anybody writes, "" of fewer."""
    different = set(formulas)
    letters = sum(map(len, different))
    if len(different) > _MOST_FORMULAS:
        return Sentence(
            "it holds {count} formulas; at most {most} can be read", count=len(different), most=_MOST_FORMULAS
        )
    if letters > _MOST_IN_FORMULAS:
        return Sentence(
            "its formulas hold {count} letters; at most {most} can be read", count=letters, most=_MOST_IN_FORMULAS
        )
    return ""


def oversized(sheet: str, rows: Sequence[int], columns: int) -> Iterator[Problem]:
    """What to say of more rows or columns than anybody fills.

    Args:
        sheet: Its name.
        rows: The numbers of its filled rows.
        columns: How many are headed.
    """
    most = _MOST_ROWS.get(sheet, _FEW_ROWS)
    if len(rows) > most:
        said = Sentence("the sheet has {count} rows; at most {most} can be read", count=len(rows), most=most)
        yield Problem(sheet, rows[most], said)
    if columns > _MOST_COLUMNS:
        said = Sentence("the sheet has {count} columns; at most {most} can be read", count=columns, most=_MOST_COLUMNS)
        yield Problem(sheet, 0, said)


def _wordy(workbook: Workbook) -> Iterator[Problem]:
    """More text and formulas than anybody writes."""
    survey = workbook["survey"]
    cells = [text for row in survey.rows for text in row.cells.values()]
    letters = sum(len(text) for text in cells if len(text) <= _LONGEST_CELL)  # of a longer one its own row is told
    named = sum(text.count("${") for text in cells)
    if letters > _MOST_LETTERS:
        said = Sentence(
            "the sheet holds {count} letters; at most {most} can be read", count=letters, most=_MOST_LETTERS
        )
        yield Problem("survey", 0, said)
    if named > _MOST_NAMED:
        said = Sentence(
            "the sheet names questions {count} times; at most {most} can be read", count=named, most=_MOST_NAMED
        )
        yield Problem("survey", 0, said)
    if excess := too_many_formulas(_formulas(survey)):
        yield Problem("survey", 0, excess)


def _formulas(survey: Table) -> Iterator[str]:
    for row in survey.rows:
        for column, text in row.cells.items():
            if computes("survey", column) and len(text) <= _LONGEST_CELL:
                yield text


def _many(workbook: Workbook) -> Iterator[Problem]:
    """More cells, texts and languages than anybody fills, in all sheets together."""
    filled = sum(len(row.cells) for table in workbook.values() for row in table.rows)
    spoken = sum(is_spoken(column) for row in _rows(workbook) for column in row.cells)
    languages = {meaning(column)[1] for table in workbook.values() for column in table.columns}
    if filled > _MOST_FILLED:
        said = Sentence("it holds {count} filled cells; at most {most} can be read", count=filled, most=_MOST_FILLED)
        yield Problem("form", 0, said)
    if spoken > _MOST_SPOKEN:
        said = Sentence(
            "it holds {count} texts in all languages; at most {most} can be read", count=spoken, most=_MOST_SPOKEN
        )
        yield Problem("form", 0, said)
    if len(languages) > MOST_LANGUAGES:
        said = Sentence(
            "it speaks {count} languages; at most {most} can be read", count=len(languages), most=MOST_LANGUAGES
        )
        yield Problem("form", 0, said)


def _rows(workbook: Workbook) -> Iterator[Row]:
    for sheet in ("survey", "choices"):
        yield from workbook[sheet].rows if sheet in workbook else ()


def _offering(workbook: Workbook) -> Iterator[Problem]:
    """Questions that offer more choices in all than anybody reads."""
    choices = workbook.get("choices", Table((), ()))
    lists = Counter(text.strip() for _, _, text in choices.cells("list_name"))
    offered = sum(lists[line.chosen] for line in lines(workbook["survey"]))
    if offered > _MOST_OFFERED:
        said = Sentence(
            "its questions offer {count} choices in all; at most {most} can be read", count=offered, most=_MOST_OFFERED
        )
        yield Problem("survey", 0, said)


def _nested(workbook: Workbook) -> Iterator[Problem]:
    """Groups in groups in groups, and repeats that would have too many rows."""
    survey = workbook["survey"]
    counting = survey.column("repeat_count")
    counts: list[int] = []
    for line in lines(survey):
        if line.verb == "end":
            del counts[-1:]
        elif line.verb == "begin":
            counts.append(_count(line.row.cells.get(counting, "").strip()))
            if len(counts) == _DEEPEST + 1:
                said = Sentence("groups are nested more than {most} deep", most=_DEEPEST)
                yield Problem("survey", line.row.number, said, survey.column("type"))
            if counts[-1] > 1 and len(counts) <= _DEEPEST and (rows := math.prod(counts)) > _MOST_COUNTED:
                said = Sentence(
                    "this repeat would have {count} rows; at most {most} can be filled in",
                    count=rows,
                    most=_MOST_COUNTED,
                )
                yield Problem("survey", line.row.number, said, counting)


def _count(written: str) -> int:
    """How many rows a group has, as far as that is written out as a number."""
    return max(int(written), 1) if written.isdecimal() and len(written) < _LONGEST_COUNT else 1
