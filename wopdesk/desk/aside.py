"""Answers that have no place in the form in use: what was asked, as the form asked it under which they were given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wopdesk import xlsform
from wopdesk.desk import questions
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.paths import numbered
from wopdesk.desk.published import library
from wopdesk.programme.aside import Aside
from wopdesk.xlsform import Form, Sheet


def kept_aside(desk: Desk, document: Document, unplaced: Mapping[str, str]) -> tuple[Aside, ...]:
    """Answers without a place in the form in use, each with the question of the newest form that asked it.

    Args:
        desk: the desk.
        document: the record.
        unplaced: texts by path.
    """
    if not unplaced:
        return ()
    rows = {repeat: list(ids) for repeat, ids in document.rows.items()}
    sheets = [(form, form.sheet(unplaced, rows=rows)) for form in _former(desk, document.kind.kind)]
    shown = [sheet.shown() for _, sheet in sheets]
    return tuple(_aside(path, text, rows, sheets, shown) for path, text in unplaced.items())


def _aside(
    path: str,
    text: str,
    rows: Mapping[str, Sequence[str]],
    sheets: Sequence[tuple[Form, Sheet]],
    shown: Sequence[Mapping[str, Mapping[str, str]]],
) -> Aside:
    for (form, sheet), said in zip(sheets, shown, strict=True):
        if questions.asks(form, path):
            return Aside(numbered(path, rows), text, sheet.field(path).label, said.get(path, {}))
    return Aside(numbered(path, rows), text)


def _former(desk: Desk, kind: str) -> Iterator[Form]:
    """Every form of a kind that is known here, the newest first."""
    for one in library(desk.store, desk.shelf).published.get(kind, ()):
        if one.files is not None and one.usable:
            yield xlsform.load_xform(one.files.xform)
    yield xlsform.load(desk.shelf.folder / kind / "form.xml")
