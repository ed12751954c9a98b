"""What a survey asks and how it is grouped: types that are known, names that can be told apart, groups that close."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from wopdesk.sentence import Sentence
from wopdesk.xlsform.alike import Alike, meant
from wopdesk.xlsform.formulas import shortened
from wopdesk.xlsform.kobo_matrix import LIST
from wopdesk.xlsform.problems import Problem
from wopdesk.xlsform.survey import Line, unclosed
from wopdesk.xlsform.workbook import Table, meaning

_NAME = re.compile(r"[^\W\d][\w.\-]*")
_EDGES = frozenset({"group", "repeat", "loop", "lgroup", "looped group"})
_MATRIX = "kobomatrix"
_UNSEEN = frozenset(
    {
        "audit",
        "background-audio",
        "background-geopoint",
        "calculate",
        "csv-external",
        "deviceid",
        "email",
        "end",
        "hidden",
        "imei",
        "phonenumber",
        "simserial",
        "start",
        "start-geopoint",
        "subscriberid",
        "today",
        "uri:deviceid",
        "uri:email",
        "uri:phonenumber",
        "uri:simserial",
        "uri:subscriberid",
        "uri:username",
        "username",
        "xml-external",
    }
)
_LISTED = frozenset({"select_one", "select_multiple", "rank"})
_COUNT = re.compile(r"\b(max-pixels|rows)\s*=\s*([^\s,;]*)")
_RESERVED = frozenset({"meta"})
_SAID = frozenset({"label", "hint", "guidance_hint", "image", "big-image", "audio", "video", "media::image"})


def structure_faults(survey: Table, asked: Collection[Line], types: Collection[str]) -> Iterator[Problem]:
    """Rows that ask nothing that can be asked, in the order of the sheet."""
    type_column, name_column = survey.column("type"), survey.column("name")
    taken: dict[tuple[str, ...], Line] = {}
    alike = Alike({*types, *_LISTED})
    for line in asked:
        if message := _type_fault(line, types, alike):
            yield Problem("survey", line.row.number, message, type_column)
        if line.verb == "end":
            continue
        if message := _name_fault(line, taken.get(line.path)):
            yield Problem("survey", line.row.number, message, name_column)
        taken.setdefault(line.path, line)
        if message := _speechless(line, types):
            yield Problem("survey", line.row.number, message, survey.column("label"))
        if message := _parameter_fault(line.row.cells.get(survey.column("parameters"), "")):
            yield Problem("survey", line.row.number, message, survey.column("parameters"))
        if line.kind == "calculate" and not _says(line, {"calculation", "default", "trigger"}):
            yield Problem("survey", line.row.number, "there is nothing to calculate", survey.column("calculation"))
    yield from _loose(survey, asked)
    for line in unclosed(survey):
        yield Problem(
            "survey",
            line.row.number,
            Sentence("this {kind} is never closed by an end_{kind}", kind=line.kind),
            type_column,
        )


def _loose(survey: Table, asked: Collection[Line]) -> Iterator[Problem]:
    """Rows that say something and ask nothing; those without a label are notes of the author."""
    known, disabled = {line.row.number for line in asked}, survey.column("disabled")
    for row in survey.rows:
        labelled = any(meaning(column)[0] == "label" for column in row.cells)
        if labelled and row.number not in known and disabled not in row.cells:
            yield Problem("survey", row.number, "the row has a label, but neither type nor name", survey.column("type"))


def _type_fault(line: Line, types: Collection[str], alike: Alike) -> str:
    if line.verb != "ask":
        return _edge_fault(line)
    if not line.kind:
        return Sentence("the row has a name, but does not say what type of question it is")
    bare = line.kind.replace(" ", "_")
    if bare in _LISTED and not line.chosen:
        return Sentence("{type} needs the name of its list of choices, such as {type} yes_no", type=bare)
    if line.chosen or line.kind in types:
        return ""
    near = alike.nearest(line.kind)
    return meant(_unknown(line.kind), near)


def _unknown(kind: str) -> Sentence:
    return Sentence("unknown type {type}", type=shortened(kind))


def _edge_fault(line: Line) -> str:
    if line.kind == _MATRIX and line.verb == "begin":
        return Sentence("the column {column} must name the list whose choices are the rows of this matrix", column=LIST)
    if line.kind not in {*_EDGES, _MATRIX}:
        return _unknown(f"{line.verb}_{line.kind}")
    if line.verb == "end" and line.opened is None:
        return Sentence("nothing is open that this end_{kind} could close", kind=line.kind)
    if line.opened is not None and line.opened.kind != line.kind and line.opened.kind in _EDGES:
        return Sentence(
            "this end_{kind} stands where the {opened} of row {row} should end",
            kind=line.kind,
            opened=line.opened.kind,
            row=line.opened.row.number,
        )
    return ""


def _name_fault(line: Line, first: Line | None) -> str:
    if not line.name:
        return Sentence("the group has no name") if line.verb == "begin" else Sentence("the question has no name")
    if not _NAME.fullmatch(line.name):
        return Sentence(
            "{name} cannot be a name; a name begins with a letter or _ and holds letters, digits, _, - and . only",
            name=shortened(line.name),
        )
    if line.name in _RESERVED and not line.inside:
        return Sentence("the name {name!r} is kept for the form itself", name=line.name)
    if first is not None:
        return Sentence("the name {name!r} is taken already by row {row}", name=line.name, row=first.row.number)
    return ""


def _parameter_fault(text: str) -> str:
    """What is wrong with the parameters of which the compiler does not tell the row."""
    for name, value in _COUNT.findall(text):
        if not value.strip().isdecimal():
            return Sentence("the parameter {name} must be a whole number", name=name)
    return ""


def _speechless(line: Line, types: Collection[str]) -> str:
    """Whether a question asks nothing: neither label, hint nor picture, where a person would see it."""
    if line.verb != "ask" or line.kind in _UNSEEN or not (line.chosen or line.kind in types):
        return ""
    if _says(line, _SAID) or _says(line, {"calculation"}) or " " in line.kind:
        return ""
    return Sentence("the question has neither label nor hint")


def _says(line: Line, columns: Collection[str]) -> bool:
    return any(meaning(column)[0] in columns for column in line.row.cells)
