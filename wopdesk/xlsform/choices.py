"""Lists of choices: that each one which is chosen from exists, and that its choices can be told apart."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wopdesk.sentence import Sentence
from wopdesk.xlsform.alike import Alike, meant
from wopdesk.xlsform.formulas import shortened
from wopdesk.xlsform.problems import Problem
from wopdesk.xlsform.survey import Line
from wopdesk.xlsform.workbook import Row, Table, Workbook, meaning

_FILES = (".csv", ".xml", ".geojson")
_NOTHING = Table((), ())


def list_faults(workbook: Workbook, asked: Collection[Line]) -> Iterator[Problem]:
    """Questions whose list of choices is not there."""
    column = workbook["survey"].column("type")
    sheets = {sheet: set(_by_list(workbook.get(sheet, _NOTHING))) for sheet in ("choices", "external_choices")}
    alike = {sheet: Alike(lists) for sheet, lists in sheets.items()}
    for line in asked:
        if line.from_file and not line.chosen.lower().endswith(_FILES):
            message = Sentence("the file {file} should end in .csv, .xml or .geojson", file=shortened(line.chosen))
            yield Problem("survey", line.row.number, message, column)
        elif line.chosen and not line.from_file and not line.chosen.startswith("${"):
            sheet = "external_choices" if line.kind.endswith("_external") else "choices"
            if line.chosen not in sheets[sheet]:
                near = alike[sheet].nearest(line.chosen)
                message = Sentence(
                    "no list of choices is called {name} in the sheet {sheet}", name=shortened(line.chosen), sheet=sheet
                )
                yield Problem("survey", line.row.number, meant(message, near), column)


def choice_faults(workbook: Workbook, asked: Collection[Line]) -> Iterator[Problem]:
    """Choices without list, name or label, and two of the same name."""
    table = workbook.get("choices", _NOTHING)
    several = {line.chosen for line in asked if line.kind in {"select_multiple", "rank"}}
    duplicates = _duplicates_allowed(workbook)
    names, labels = table.column("name"), table.column("label")
    for row in table.rows:
        if table.column("list_name") not in row.cells:
            yield Problem(
                "choices", row.number, "the choice does not say which list it belongs to", table.column("list_name")
            )
    for name, rows in _by_list(table).items():
        taken: dict[str, Row] = {}
        for row in rows:
            value = row.cells.get(names, "")
            if message := _choice_fault(value, taken, duplicates=duplicates, spaced=name not in several):
                yield Problem("choices", row.number, message, names)
            taken.setdefault(value, row)
            if not any(meaning(column)[0] in {"label", "image", "audio", "video"} for column in row.cells):
                yield Problem(
                    "choices", row.number, Sentence("the choice {choice} has no label", choice=shortened(value)), labels
                )


def _choice_fault(value: str, taken: dict[str, Row], *, duplicates: bool, spaced: bool) -> str:
    if not value:
        return Sentence("the choice has no name")
    if not spaced and len(value.split()) > 1:
        return Sentence(
            "{choice} holds a blank; several choices are written beside each other with blanks between",
            choice=shortened(value),
        )
    if value in taken and not duplicates:
        return Sentence(
            "the choice {choice} is in its list already, in row {row}",
            choice=shortened(value),
            row=taken[value].number,
        )
    return ""


def _by_list(table: Table) -> dict[str, list[Row]]:
    column = table.column("list_name")
    found: dict[str, list[Row]] = {}
    for row in table.rows:
        if column in row.cells:
            found.setdefault(row.cells[column].strip(), []).append(row)
    return found


def _duplicates_allowed(workbook: Workbook) -> bool:
    return any(
        text.strip().lower() in {"yes", "true"}
        for _, _, text in workbook.get("settings", _NOTHING).cells("allow_choice_duplicates")
    )
