"""What those who edit forms do: take a form to Excel, bring it back, and see what changed.

A form's source is `form.md` in the folder of its kind; `form.xml` beside it is compiled from it. Nothing is written
before the whole form was found to be in order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wopdesk import xlsform
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.files import write_together
from wopdesk.desk.succession import succeeded
from wopdesk.sentence import Sentence
from wopdesk.xlsform.differences import Difference, differences
from wopdesk.xlsform.files import read_workbook
from wopdesk.xlsform.loading import form_of
from wopdesk.xlsform.markdown import remarks, write_markdown
from wopdesk.xlsform.pairing import paired
from wopdesk.xlsform.workbook import Workbook

_KIND = re.compile(r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z][a-z0-9_]{0,59}")
"""A folder's name on every system; Windows keeps some for devices."""
_SHEETS = frozenset({".md", ".xlsx", ".xls", ".csv"})


@dataclass(frozen=True)
class Brought:
    """A form that came back from Excel, before it is kept.

    Attributes:
        place: The folder of its kind.
        source: What form.md will be.
        changes: What differs from the form there; nothing if there is none.
        new: Whether the kind has no form yet.
        moved: Old path → new path of questions that are asked elsewhere or under another name.
    """

    place: Path
    source: str
    changes: tuple[Difference, ...]
    new: bool
    moved: Mapping[str, str] = field(default_factory=dict)


def source_of(target: str, folder: Path) -> Path:
    """The file that is meant: a file, or the form.md of a kind.

    Raises:
        DeskFault: there is neither.
    """
    if Path(target).suffix:
        if Path(target).suffix not in _SHEETS:
            raise DeskFault(
                Sentence("{target} is no XLSForm.", target=target),
                Sentence("It should end in {listed}.", listed=", ".join(sorted(_SHEETS))),
            )
        return Path(target)
    source = folder / target / "form.md"
    if not source.is_file():
        known = ", ".join(sorted(file.parent.name for file in folder.glob("*/form.md")))
        raise DeskFault(
            Sentence("There is no form.md for '{target}' in {folder}.", target=target, folder=folder),
            Sentence("There are: {listed}.", listed=known or "none"),
        )
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
    from wopdesk.reports.form_workbook import form_workbook  # noqa: PLC0415  # openpyxl is loaded when a workbook is made

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
    kind = kind or kind_of(sheets)
    if not _KIND.fullmatch(kind):
        raise _no_kind(kind)
    place = folder / kind
    text = (place / "form.md").read_text(encoding="utf-8") if (place / "form.md").is_file() else ""
    if not text:
        return Brought(place, write_markdown(sheets, f"# {form_of(sheets).title or kind}"), (), new=True)
    before = read_workbook(place / "form.md")
    changes = differences(before, sheets)
    return Brought(place, write_markdown(sheets, remarks(text)), changes, new=False, moved=moved_paths(before, sheets))


def kind_of(sheets: Workbook) -> str:
    """Whose form it is, as its own id says.

    Raises:
        FormError: the form is not in order; lists everything that is wrong.
        DeskFault: the id is no name of a kind.
    """
    kind = form_of(sheets).identifier
    if not _KIND.fullmatch(kind):
        raise _no_kind(kind)
    return kind


def _no_kind(kind: str) -> DeskFault:
    return DeskFault(
        Sentence("'{kind}' cannot be the name of a kind of document.", kind=kind),
        "Say it with --kind, in small letters: --kind monthly_report.",
    )


def keep(form: Brought) -> None:
    """Write form.md and form.xml; kind.toml learns the former form, so that what was written under it still counts.

    Raises:
        FormError: form.md cannot say what the workbook said; all files stay as they were.
        DeskFault: kind.toml cannot be changed here; all files stay as they were.
        OSError: the folder does not take it.
    """
    compiled, kind, xform = xlsform.compiled_text(form.source), form.place / "kind.toml", form.place / "form.xml"
    files = {form.place / "form.md": form.source.encode(), xform: compiled}
    if kind.is_file() and xform.is_file() and xform.read_bytes() != compiled:
        held = xlsform.load_xform(compiled).elements
        files[kind] = succeeded(form.place, form.moved, held).encode()
    write_together(files)


def moved_paths(old: Workbook, new: Workbook) -> dict[str, str]:
    """Where questions went that are asked at another path now, and the repeats around them: old path → new path."""
    pairs = paired(old["survey"], new["survey"])
    return {
        "/".join(before.path): "/".join(now.path)
        for before, now in pairs.kept
        if (before.verb == "ask" or before.kind == now.kind == "repeat") and before.path != now.path
    }
