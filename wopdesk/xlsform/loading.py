"""From a file to a form, and from form.md to the form.xml beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from wopdesk.sentence import Sentence
from wopdesk.xlsform.bounds import MOST_BYTES
from wopdesk.xlsform.compile import compile_workbook
from wopdesk.xlsform.expressions.site import Names
from wopdesk.xlsform.files import read_workbook
from wopdesk.xlsform.form import Form
from wopdesk.xlsform.formulas import QUESTION
from wopdesk.xlsform.markdown import read_markdown
from wopdesk.xlsform.problems import FormError, Problem, refused, too_large
from wopdesk.xlsform.reader import read_xform
from wopdesk.xlsform.workbook import Table, Workbook

_NO_ROWS: Mapping[Names, int] = {}
_SHEETS = frozenset({".md", ".xlsx", ".xls", ".csv"})


def load(path: Path | str) -> Form:
    """Load a form from an XForm (.xml) or an XLSForm (.md, .xlsx, .xls, .csv).

    Raises:
        FormError: Lists everything that is wrong with it.
        OSError: The file cannot be read.
    """
    path = Path(path)
    if path.suffix == ".xml":
        if path.stat().st_size > MOST_BYTES:
            raise too_large(path.name, MOST_BYTES)
        return load_xform(path.read_bytes(), path.name)
    if path.suffix not in _SHEETS:
        said = Sentence("{file} is no XLSForm: it should end in .md, .xlsx, .xls, .csv or .xml", file=path.name)
        raise refused(said)
    return form_of(read_workbook(path))


def form_of(workbook: Workbook) -> Form:
    """The form that sheets make.

    Raises:
        FormError: Lists everything that is wrong with them.
    """
    return _made(workbook)[1]


def compiled_text(text: str) -> bytes:
    """What form.xml should be, after the text of a form.md.

    Raises:
        FormError: The text is not usable.
    """
    return _made(read_markdown(text))[0]


def compiled(folder: Path) -> bytes:
    """What form.xml in a folder should be, after its form.md.

    Raises:
        FormError: form.md is not usable.
    """
    return _made(read_workbook(folder / "form.md"))[0]


def build(folder: Path) -> bool:
    """Compile form.md of a folder into form.xml beside it.

    Returns:
        Whether form.xml was not up to date.

    Raises:
        FormError: form.md is not usable; form.xml stays as it was.
    """
    made, target = compiled(folder), folder / "form.xml"
    stale = not target.exists() or target.read_bytes() != made
    if stale:
        target.write_bytes(made)
    return stale


def _made(workbook: Workbook) -> tuple[bytes, Form]:
    """The XForm of some sheets, and the form read from it."""
    made = compile_workbook(workbook)
    try:
        return made.xform, _read(made.xform, made.rows, made.problems)
    except FormError as found:
        raise FormError(_headed(one, workbook["survey"]) for one in found.problems) from found


def _headed(problem: Problem, survey: Table) -> Problem:
    """The problem with its column as it is headed; that of a cycle is the one which names the next of them."""
    row = next((row for row in survey.rows if row.number == problem.row), None)
    if problem.sheet != "survey" or row is None or problem.column in row.cells:
        return problem
    if problem.column:
        return replace(problem, column=survey.column(problem.column))
    cycle = {name.rpartition("/")[2] for name in problem.message.partition(": ")[2].split(" → ")}
    reading = (column for column, text in row.cells.items() if cycle & set(QUESTION.findall(text)))
    return replace(problem, column=next(reading, "")) if " → " in problem.message else problem


def load_xform(data: bytes, name: str = "form.xml") -> Form:
    """Load a form from the bytes of an XForm.

    Args:
        data: From anywhere: what no form needs is refused before anybody tries to understand it.
        name: What to call it when something is wrong.

    Raises:
        FormError: Lists everything that is wrong with it.
    """
    if len(data) > MOST_BYTES:
        raise too_large(name, MOST_BYTES)
    if b"<!DOCTYPE" in data:
        raise FormError(
            [Problem("xform", 0, Sentence("{file} has a DOCTYPE, which no XForm has; it is not opened", file=name))]
        )
    return _read(data)


def _read(xform: bytes, rows: Mapping[Names, int] = _NO_ROWS, known: tuple[Problem, ...] = ()) -> Form:
    try:
        return Form(*read_xform(xform, rows, known))
    except RecursionError as fault:
        raise FormError([*known, Problem("form", 0, "something in this form is nested too deeply")]) from fault
