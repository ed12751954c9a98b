"""XLSForm sheets → XForm XML. The only module that imports pyxform, and only when a form is compiled.

pyxform stops at its first complaint and accepts expressions that mean nothing, so `judgement` looks at the sheets
first; for each element the row that asked for it is kept, so that later faults can be told by row too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wopdesk.sentence import quoted
from wopdesk.xlsform import xml
from wopdesk.xlsform.expressions.site import Names
from wopdesk.xlsform.external_choices import carry
from wopdesk.xlsform.judgement import Judged, judge
from wopdesk.xlsform.problems import FormError, Problem
from wopdesk.xlsform.survey import lines
from wopdesk.xlsform.workbook import Table, Workbook, can_be_kept, meaning
from wopdesk.xlsform.xml import Element

_ROW = re.compile(r"\[row : (\d+)\]\s*")
_PLACE = re.compile(r"\s*On the '(?P<sheet>\w+)' sheet, the '(?P<column>[^']+)' value")
_DISPENSABLE = frozenset({"appearance", "choice_filter", "default", "parameters", "repeat_count", "trigger"})
_MOST_COMPLAINTS = 20
_STUMBLES = (AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What pyxform is known to raise at headers that nobody foresaw."""
_MIXED = frozenset({"value", "label", "hint", "title"})


@dataclass(frozen=True, slots=True)
class Compiled:
    """An XForm and where its parts came from.

    Attributes:
        xform: The XML, with line ends LF; the same sheets always give the same bytes.
        rows: The row of the survey that asked for an element.
        problems: What was found wrong on the way, without keeping the compiler from going on.
    """

    xform: bytes
    rows: Mapping[Names, int]
    problems: tuple[Problem, ...] = ()


def compile_workbook(workbook: Workbook) -> Compiled:
    """Compile sheets.

    Raises:
        FormError: No form can be made of them; lists everything that could be found.
    """
    judged = judge(workbook, _types())
    if judged.hopeless:
        raise FormError(judged.problems)
    return Compiled(_converted(judged), _rows(judged.mended["survey"]), judged.problems)


def _types() -> frozenset[str]:
    """The types of questions that pyxform knows."""
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT  # type: ignore[import-untyped]  # noqa: PLC0415 - 250 ms that only an editor of forms needs

    return frozenset(QUESTION_TYPE_DICT)


def _converted(judged: Judged) -> bytes:
    """The XML of sheets. pyxform stops at its first complaint, and is asked again without the cell that caused it.

    Raises:
        FormError: It complains.
    """
    sheets: Workbook | None = judged.mended
    complaints: list[Problem] = []
    while sheets is not None and len(complaints) < _MOST_COMPLAINTS:
        try:
            form = _compiled(sheets)
        except _Refused as refused:
            complaints.append(_told(str(refused), sheets))
            sheets = _without(sheets, complaints[-1])
            continue
        if not complaints:
            return _laid_out(form)
        break
    raise FormError([*judged.problems, *judged.cycles, *_news(complaints, judged.problems)])


def _compiled(sheets: Workbook) -> Element:
    """The XML as pyxform makes it, and what it leaves to others.

    Raises:
        _Refused: pyxform complains, or stumbles over what it did not expect.
    """
    from pyxform.errors import PyXFormError  # type: ignore[import-untyped]  # noqa: PLC0415 - 250 ms that only an editor of forms needs
    from pyxform.xls2xform import convert  # type: ignore[import-untyped]  # noqa: PLC0415 - the same

    given: dict[str, Any] = {"sheet_names": list(sheets)}
    for name, table in sheets.items():
        columns = [column for column in table.columns if name != "choices" or can_be_kept(column)]
        given[name] = [{column: row.cells[column] for column in columns if column in row.cells} for row in table.rows]
        given[f"{name}_header"] = [dict.fromkeys(columns)]
    try:
        form = xml.parse(convert(given, form_name="data").xform.encode())
    except (PyXFormError, xml.NotWellFormed) as refused:
        raise _Refused(str(refused)) from refused
    except _STUMBLES as stumbled:
        raise _Refused(f"pyxform cannot compile this form ({stumbled})") from stumbled
    if "external_choices" in sheets:
        carry(form, sheets["external_choices"])
    return form


class _Refused(Exception):
    """What pyxform says."""


def _without(sheets: Workbook, complaint: Problem) -> Workbook | None:
    """The sheets without the cell that is complained of; `None` where it cannot be told or its row would fall."""
    table = sheets.get(complaint.sheet)
    if table is None or meaning(complaint.column)[0] not in _DISPENSABLE:
        return None
    column = table.column(complaint.column)
    rows = tuple(row.without(column) if row.number == complaint.row else row for row in table.rows)
    return None if rows == table.rows else {**sheets, complaint.sheet: Table(table.columns, rows)}


def _news(complaints: Iterable[Problem], problems: Collection[Problem]) -> Iterator[Problem]:
    """The complaints, unless a known fault may be what is complained of."""
    known = {(problem.sheet, problem.row) for problem in problems}
    for complaint in complaints:
        if not known or (complaint.row and (complaint.sheet, complaint.row) not in known):
            yield complaint


def _told(message: str, workbook: Workbook) -> Problem:
    """The complaint of pyxform, its row turned into the line of form.md and its column told apart."""
    found = _ROW.search(message)
    place = _PLACE.match(_ROW.sub("", message))
    sheet = place["sheet"] if place else "survey" if found else "form"
    row = int(found[1]) if found else 0
    rows = workbook[sheet].rows if sheet in workbook else ()
    number = rows[row - 2].number if 0 <= row - 2 < len(rows) else row
    return Problem(sheet, number, quoted(_ROW.sub("", message).strip()), place["column"] if place else "")


def _rows(survey: Table) -> dict[Names, int]:
    """The row of each element."""
    return {line.path: line.row.number for line in lines(survey) if line.verb != "end" and line.name}


def _laid_out(root: Element) -> bytes:
    """The XML with one element a line; text with answers woven in is left as it is."""
    _indent(root, 0)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + xml.serialised(root) + b"\n"


def _indent(parent: Element, depth: int) -> None:
    if len(parent) == 0 or xml.local(parent.tag) in _MIXED:
        return
    parent.text = "\n" + " " * (depth + 1)
    for node in parent:
        _indent(node, depth + 1)
        node.tail = "\n" + " " * (depth + 1)
    parent[-1].tail = "\n" + " " * depth
