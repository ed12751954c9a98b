"""XLSForm sheets → XForm XML. The only module that imports pyxform, and only when a form is compiled.

pyxform stops at its first complaint and accepts expressions that mean nothing, so `judgement` looks at the sheets
first; for each element the row that asked for it is kept, so that later faults can be told by row too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wopdesk.sentence import quoted
from wopdesk.xlsform import xml
from wopdesk.xlsform.expressions.site import Names
from wopdesk.xlsform.external_choices import carry
from wopdesk.xlsform.judgement import Judged, judge
from wopdesk.xlsform.problems import FormError, Problem
from wopdesk.xlsform.survey import lines
from wopdesk.xlsform.workbook import Table, Workbook
from wopdesk.xlsform.xml import Element

_ROW = re.compile(r"\[row : (\d+)\]\s*")
_PLACE = re.compile(r"\s*On the '(?P<sheet>\w+)' sheet, the '(?P<column>[^']+)' value")
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
    from pyxform.errors import PyXFormError  # type: ignore[import-untyped]  # noqa: PLC0415 - 250 ms that only an editor of forms needs
    from pyxform.xls2xform import convert  # type: ignore[import-untyped]  # noqa: PLC0415 - the same

    given: dict[str, Any] = {"sheet_names": list(judged.mended)}
    for name, table in judged.mended.items():
        given[name] = [dict(row.cells) for row in table.rows]
        given[f"{name}_header"] = [dict.fromkeys(table.columns)]
    try:
        form = xml.parse(convert(given, form_name="data").xform.encode())
    except (PyXFormError, xml.NotWellFormed) as refused:
        raise FormError(_with_complaint(judged, refused)) from refused
    if "external_choices" in judged.mended:
        carry(form, judged.mended["external_choices"])
    return _laid_out(form)


def _with_complaint(judged: Judged, refused: Exception) -> list[Problem]:
    """The known faults and the complaint of pyxform, unless a known fault may be what it complains of."""
    complaint = _told(refused, judged.mended)
    known = {(problem.sheet, problem.row) for problem in judged.problems}
    follows = bool(known) and (not complaint.row or (complaint.sheet, complaint.row) in known)
    return [*judged.problems, *([] if follows else [complaint])]


def _told(refused: Exception, workbook: Workbook) -> Problem:
    """The complaint of pyxform, its row turned into the line of form.md and its column told apart."""
    message = str(refused)
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
