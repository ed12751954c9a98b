"""From a file to a form, and from form.md to the form.xml beside it."""

from __future__ import annotations

from pathlib import Path

from wopdesk.xlsform.compile import compile_workbook, read_workbook
from wopdesk.xlsform.form import Form
from wopdesk.xlsform.problems import FormError, Problem
from wopdesk.xlsform.reader import read_xform

_SHEETS = frozenset({".md", ".xlsx", ".xls", ".csv"})


def load(path: Path | str) -> Form:
    """Load a form from an XForm (.xml) or an XLSForm (.md, .xlsx, .xls, .csv).

    Raises:
        FormError: Lists everything that is wrong with it.
        OSError: The file cannot be read.
    """
    path = Path(path)
    if path.suffix == ".xml":
        return Form(*read_xform(path.read_bytes()))
    if path.suffix not in _SHEETS:
        raise FormError(
            [Problem("form", 0, f"{path.name} is no XLSForm: it should end in .md, .xlsx, .xls, .csv or .xml")]
        )
    compiled = compile_workbook(read_workbook(path))
    return Form(*read_xform(compiled.xform, compiled.rows, compiled.problems))


def compiled(folder: Path) -> bytes:
    """What form.xml in a folder should be, after its form.md.

    Raises:
        FormError: form.md is not usable.
    """
    made = compile_workbook(read_workbook(folder / "form.md"))
    read_xform(made.xform, made.rows, made.problems)
    return made.xform


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
