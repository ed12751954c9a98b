"""The filled form of a record: its answers, the rows its lists bring, what stood in the month before, and who fills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypedDict

from wopdesk.desk import documents, partners
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.partners import OfficeSeen
from wopdesk.programme import datasets
from wopdesk.programme.datasets import Item, Office, Sources
from wopdesk.programme.filed import Filed
from wopdesk.programme.kinds import Kind
from wopdesk.programme.months import is_month
from wopdesk.programme.previous import previous_values
from wopdesk.records.ids import Space
from wopdesk.xlsform import Sheet


class Circumstances(TypedDict):
    """What a form may know besides answers and lists; see `Form.sheet`."""

    today: datetime
    properties: Mapping[str, str]
    last_saved: Mapping[str, str]


def circumstances(desk: Desk, kind: Kind, record: str = "") -> Circumstances:
    """The moment, who fills it at which computer, and what this office saved last in another record of the kind.

    Args:
        desk: the desk.
        kind: the form's.
        record: the record being filled, if it is begun.
    """
    properties = {"username": desk.person, "deviceid": f"wopdesk:{desk.identity.key[:_DEVICE]}"}
    asked = desk.shelf.form(kind.kind).recalls
    return Circumstances(
        today=desk.clock(), properties=properties, last_saved=_last_saved(desk, kind, record) if asked else {}
    )


_DEVICE = 16
"""Digits of its key that tell a computer from others."""


def _last_saved(desk: Desk, kind: Kind, record: str) -> dict[str, str]:
    """Answers of the record of this kind that this office saved last; none where there is no other one."""
    known = documents.documents(desk, kind.kind)
    saved = [
        (max(one.at for visible in document.cells.values() for one in visible), document.id, document)
        for document in known
        if document.has_draft and document.founding.owner == desk.office and document.id != record
    ]
    return max(saved, key=lambda one: one[:2])[2].answers if saved else {}


def neighbours(desk: Desk, document: Document) -> tuple[Filed, ...]:
    """The documents of the same home, as the programme sees them."""
    return tuple(one.filed for one in documents.documents(desk, home=document.home))


def lists(desk: Desk, document: Document, filed: Sequence[Filed]) -> dict[str, list[Item]]:
    """The lists that the record's form chooses from and makes rows of."""
    sources = replace(_sources(desk, filed), record=document.id, period=_period(document))
    return datasets.datasets(document.kind, sources)


def _sources(desk: Desk, filed: Sequence[Filed]) -> Sources:
    return Sources(
        today=desk.today,
        filed=tuple(filed),
        offices=_chosen_from(desk, partners.utilities(desk)),
        supporters=_chosen_from(desk, partners.supporters(desk)),
        indicators=desk.shelf.indicators,
    )


def _chosen_from(desk: Desk, known: Sequence[OfficeSeen]) -> tuple[Office, ...]:
    return tuple(Office(one.id, one.name, one.code, partners.usual_role(desk, one.id)) for one in known)


def _period(document: Document) -> str:
    """The month on which it reports; empty for other kinds, and where another program wrote what is no month."""
    text = document.founding.text
    return text if document.kind.due and document.kind.due.every == "month" and is_month(text) else ""


def empty_sheet(desk: Desk, kind: Kind, home: Space) -> Sheet:
    """The form of a kind before a record of it is started in this home, with the lists from which it chooses."""
    filed = tuple(one.filed for one in documents.documents(desk, home=home))
    known = datasets.datasets(kind, _sources(desk, filed))
    return desk.shelf.form(kind.kind).sheet(datasets=known, **circumstances(desk, kind))


def rows_of(document: Document, known: dict[str, list[Item]]) -> dict[str, list[str]]:
    """Rows in order: those that a list brings first, then those that were added or whose item is gone."""
    rows = document.rows
    for repeat, source in document.kind.rows.items():
        brought = [item["id"] for item in known.get(source.dataset, ())]
        rows[repeat] = brought + [row for row in rows.get(repeat, ()) if row not in brought]
    return rows


def brought_rows(desk: Desk, document: Document) -> dict[str, list[str]]:
    """Rows that lists bring, by repeat."""
    known = lists(desk, document, neighbours(desk, document))
    return {
        repeat: [item["id"] for item in known.get(source.dataset, ())] for repeat, source in document.kind.rows.items()
    }


def known_rows(desk: Desk, document: Document) -> dict[str, list[str]]:
    """`rows_of` with the lists as they are now."""
    return rows_of(document, lists(desk, document, neighbours(desk, document)))


def brought_values(document: Document, known: dict[str, list[Item]]) -> dict[str, str]:
    """Answers that lists bring into their rows."""
    return {
        f"{repeat}[{item['id']}]/{name}": item.get(column, "")
        for repeat, source in document.kind.rows.items()
        for item in known.get(source.dataset, ())
        for name, column in source.set.items()
    }


def sheet_of(
    desk: Desk,
    document: Document,
    filed: Sequence[Filed] | None = None,
    added: Mapping[str, Sequence[str]] | None = None,
) -> Sheet:
    """The record's form filled with what is answered so far; nothing is written.

    Args:
        desk: the desk.
        document: the record.
        filed: its neighbours, where the caller has them already.
        added: rows to show instead of those that the record has.
    """
    known = lists(desk, document, neighbours(desk, document) if filed is None else filed)
    values = {**brought_values(document, known), **document.answers}
    rows = {repeat: list(ids) for repeat, ids in (added or rows_of(document, known)).items()}
    around = circumstances(desk, document.kind, document.id)
    return desk.shelf.form(document.kind.kind).sheet(values, datasets=known, rows=rows, **around)


def previous_of(document: Document, sheet: Sheet, filed: Sequence[Filed]) -> dict[str, str]:
    """The figures of the record before, by the path beside which they stand."""
    rows = {repeat: tuple(ids) for repeat, ids in sheet.rows().items()}
    present = replace(document.filed, answers=sheet.answers(), rows=rows)
    return previous_values(document.kind, present, filed)
