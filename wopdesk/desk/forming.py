"""What those who edit forms do: take a form to Excel, bring it back, and see what changed.

A form's source is `form.md` in the folder of its kind; `form.xml` beside it is compiled from it. Nothing is written
before the whole form was found to be in order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from wopdesk import xlsform
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.files import write_whole
from wopdesk.reports.form_workbook import form_workbook
from wopdesk.xlsform.differences import Difference, differences
from wopdesk.xlsform.files import read_workbook
from wopdesk.xlsform.loading import form_of
from wopdesk.xlsform.markdown import remarks, write_markdown
from wopdesk.xlsform.workbook import Workbook

_KIND = re.compile(r"[a-z][a-z0-9_]*")
_SHEETS = frozenset({".md", ".xlsx", ".xls", ".csv"})


@dataclass(frozen=True)
class Brought:
    """A form that came back from Excel, before it is kept.

    Attributes:
        place: The folder of its kind.
        source: What form.md will be.
        changes: What differs from the form there; nothing if there is none.
        new: Whether the kind has no form yet.
    """

    place: Path
    source: str
    changes: tuple[Difference, ...]
    new: bool


def source_of(target: str, folder: Path) -> Path:
    """The file that is meant: a file, or the form.md of a kind.

    Raises:
        DeskFault: there is neither.
    """
    if Path(target).suffix:
        if Path(target).suffix not in _SHEETS:
            raise DeskFault(f"{target} is no XLSForm.", f"It should end in {', '.join(sorted(_SHEETS))}.")
        return Path(target)
    source = folder / target / "form.md"
    if not source.is_file():
        known = ", ".join(sorted(file.parent.name for file in folder.glob("*/form.md")))
        raise DeskFault(f"There is no form.md for '{target}' in {folder}.", f"There are: {known or 'none'}.")
    return source


def sheets_of(target: str, folder: Path) -> Workbook:
    """The sheets of a file or of a kind's form, whether or not they make a form.

    Raises:
        DeskFault: there is no such kind.
        FormError: it holds no sheets at all.
    """
    return read_workbook(source_of(target, folder))


def as_excel(target: str, folder: Path) -> bytes:
    """A form as an Excel workbook.

    Raises:
        DeskFault: there is no such kind.
        FormError: the form is not in order.
    """
    sheets = sheets_of(target, folder)
    return form_workbook(sheets, form_of(sheets).title)


def brought(file: Path, folder: Path, kind: str = "") -> Brought:
    """Read a form that was edited in Excel, and see what changed.

    Args:
        file: The workbook.
        folder: The folder of forms.
        kind: Whose form it is; by default as the form's own id says.

    Raises:
        FormError: the form is not in order; lists everything that is wrong.
        DeskFault: it does not say whose form it is.
    """
    sheets = sheets_of(str(file), folder)
    kind = kind or form_of(sheets).identifier
    if not _KIND.fullmatch(kind):
        raise DeskFault(
            f"'{kind}' cannot be the name of a kind of document.",
            "Say it with --kind, in small letters: --kind monthly_report.",
        )
    place = folder / kind
    text = (place / "form.md").read_text(encoding="utf-8") if (place / "form.md").is_file() else ""
    if not text:
        return Brought(place, write_markdown(sheets, f"# {form_of(sheets).title or kind}"), (), new=True)
    changes = differences(read_workbook(place / "form.md"), sheets)
    return Brought(place, write_markdown(sheets, remarks(text)), changes, new=False)


def keep(form: Brought) -> None:
    """Write form.md and form.xml.

    Raises:
        FormError: form.md cannot say what the workbook said; both files stay as they were.
        OSError: the folder does not take it.
    """
    compiled = xlsform.compiled_text(form.source)
    write_whole(form.place / "form.md", form.source.encode())
    write_whole(form.place / "form.xml", compiled)
