"""Opening a record to be filled: runs on the desk's thread and hands over what the window's thread fills from then on.

The sheet has a form of its own, since documents of lxml are handed from thread to thread but never shared.
"""

from __future__ import annotations

from dataclasses import replace

from wopdesk.desk import aside, bookmarks, documents, filling, grounds, questions, typing
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.submitting import make_version
from wopdesk.desk.typing import Typed
from wopdesk.programme.datasets import Item
from wopdesk.ui.screens.document.background import Background
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.surroundings import background
from wopdesk.xlsform import Form, Sheet

Lists = dict[str, list[Item]]


def open_filling(desk: Desk, record: str, language: str) -> Filling:
    """A record as it stands, with what was typed in it and not saved.

    Raises:
        DeskFault: there is no such record.
    """
    document = documents.find_document(desk, record)
    filed = filling.neighbours(desk, document)
    known = filling.lists(desk, document, filed)
    form = desk.shelf.own_form(document.kind.kind)
    sheet = _sheet(desk, document, form, known)
    around = _as_answered(document, sheet, background(desk, document, filed, known))
    typed = typing.typed(desk, document.id) if around.writable else Typed({}, {})
    if around.writable:  # what is being typed over differs as soon as it is saved
        around = replace(around, differing=around.differing | typing.colliding(desk, document.id))
    stray = {path: text for path, text in typed.texts.items() if text and not questions.asks(form, path)}
    around = replace(around, aside=aside.kept_aside(desk, document, {**sheet.unplaced, **stray}))
    opened = Filling(form, sheet, around, language)
    opened.held = grounds.seen(document)
    if around.writable:
        opened.recover(typed, typing.typed_at(desk, document.id))
        opened.place = bookmarks.kept(desk, document.id)
        opened.tell(bookmarks.told(desk, document.id))
    return opened


def _sheet(desk: Desk, document: Document, form: Form, known: Lists) -> Sheet:
    """The form with what is answered so far; what another office sent is shown with the rows that it sent."""
    rows = filling.rows_of(document, known)
    if not document.has_draft and document.latest is not None:
        rows = document.rows
    brought = {
        source.dataset: [item for item in known.get(source.dataset, ()) if item["id"] in rows.get(repeat, ())]
        for repeat, source in document.kind.rows.items()
    }
    values = {**filling.brought_values(document, brought), **document.answers}
    around = filling.circumstances(desk, document.kind, document.id)
    return form.sheet(values, datasets=known, rows=rows, **around)


def _as_answered(document: Document, sheet: Sheet, around: Background) -> Background:
    """Whether something was changed since the newest version, which is then being corrected."""
    if document.latest is None or not document.has_draft:
        return around
    sent, present = document.latest.version, make_version(document, sheet, {})
    changed = (sent.answers, sent.rows) != (present.answers, present.rows)
    return replace(around, correcting=changed)
