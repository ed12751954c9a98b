"""Reads the list of documents from the desk, and writes the register. Knows no Qt."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from wopdesk.desk import files, listing, registers
from wopdesk.desk.desk import Desk
from wopdesk.desk.listing import Listed
from wopdesk.programme.filed import AWAITED, SUBMITTED
from wopdesk.ui.circles.reader import Reader, reader
from wopdesk.ui.circles.states import state_of
from wopdesk.ui.screens.reports.content import Filed, Reports


def content(desk: Desk, language: str) -> Reports:
    """Every document here that somebody began, the newest first, with titles in a language."""
    said = reader(desk, language)
    known = sorted((one for one in listing.listing(desk) if one.document.is_begun), key=_newest, reverse=True)
    filed = tuple(_listed(desk, said, one) for one in known)
    present = {one.kind for one in filed}
    kinds = [(one.kind, one.title.in_language(language)) for one in desk.shelf.kinds.values() if one.kind in present]
    return Reports(filed, tuple(kinds), register=desk.is_facilitator)


def save_register(desk: Desk, file: Path) -> Path:
    """Write the register of monthly reports as a workbook.

    Raises:
        OSError: the folder does not take it.
    """
    files.write_out(desk, file, registers.monthly_reports(desk))
    return file


def _newest(one: Listed) -> tuple[str, str]:
    """Drafts before what was submitted, then by the moment of the newest version."""
    latest = one.document.latest
    return latest.at if latest else "9", one.document.id


def _listed(desk: Desk, said: Reader, one: Listed) -> Filed:
    """A document as it was listed before, where it did not change."""
    key = ("listed", one.document.id, one.partnership, one.office, *said.key)
    return desk.remembered.once(key, (one.document,), partial(_filed, said, one))


def _filed(said: Reader, one: Listed) -> Filed:
    document = one.document
    state, tone = state_of(said, document)
    return Filed(
        record=document.id,
        kind=document.kind.kind,
        title=said.title(document),
        partnership=one.partnership,
        office=one.owner,
        version=document.latest.version.number if document.latest else 0,
        day=document.filed.submitted,
        state=state,
        tone=tone,
        stage=SUBMITTED if document.state == AWAITED else document.state,
    )
