"""Differences: two persons answered the same question differently, or one removed what another edited."""

from __future__ import annotations

from dataclasses import dataclass

from wopdesk.desk import filling
from wopdesk.desk.answering import canonical_answer
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, documents, find_document
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.writing import check_may_write, write
from wopdesk.programme.moved import new_field
from wopdesk.records.batch import BlobRef, Value
from wopdesk.records.cells import Difference, settling
from wopdesk.records.fields import row_field
from wopdesk.sentence import Sentence
from wopdesk.store import reading

KEEP, REMOVE = "keep", "remove"


@dataclass(frozen=True)
class ToSettle:
    """A difference with the record in which it stands."""

    document: Document
    difference: Difference


def all_differences(desk: Desk) -> list[ToSettle]:
    """Everything that waits for a person, record by record."""
    return [ToSettle(one, difference) for one in documents(desk) for difference in one.differences]


def settle(desk: Desk, record: str, field: str, value: str) -> None:
    """Settle a difference: for a field, one of its values or another text; for a row, `keep` or `remove`.

    Raises:
        DeskFault: there is no such difference.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    found = next((one for one in document.differences if one.field == field), None)
    if found is None:
        listed = ", ".join(one.field for one in document.differences) or "none"
        raise DeskFault(
            Sentence("There is no difference in '{field}'.", field=field),
            Sentence("Differences of this record: {listed}.", listed=listed),
        )
    kept = _kept(desk, document, found, value)
    writes = settling(document.cells, found, kept, _removed(desk, document, found))
    write(desk, document.founding, document.draft_space, writes)


def _kept(desk: Desk, document: Document, difference: Difference, value: str) -> Value:
    if row_field(difference.field):
        if value not in {KEEP, REMOVE}:
            raise DeskFault("A row is kept or removed.", Sentence("Say {keep} or {remove}.", keep=KEEP, remove=REMOVE))
        return value if value == KEEP else None
    for one in difference.choices:
        if isinstance(one.value, BlobRef) and one.value.sha256.startswith(value) and value:
            return one.value
    return canonical_answer(filling.sheet_of(desk, document), difference.field, value)


def _removed(desk: Desk, document: Document, difference: Difference) -> dict[str, Value]:
    """What the removal of a row replaced, by field."""
    row = row_field(difference.field)
    if row is None:
        return {}
    moved, at = document.kind.moved, (document.id, document.draft_space.id)
    removals = [one.op for one in document.cells[row.field] if one.value is None]
    with desk.store.reading() as connection:
        stands = reading.fields_of(connection, removals).values()
        names = {row, *filter(None, map(row_field, stands))}
        found = reading.removed(connection, *at, *names)
    return {new_field(moved, name): value for name, value in found.items()}
