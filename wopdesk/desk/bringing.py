"""What a bundle would bring, before it is taken: which documents, in which version, and whether they are new here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wopdesk.desk.desk import Desk
from wopdesk.exchange.bundle import Bundle
from wopdesk.records.batch import BlobRef, Operation, read_batch
from wopdesk.records.fields import KIND, VERSION
from wopdesk.records.founding import KEY, read_founding
from wopdesk.records.ids import Founding, RecordId
from wopdesk.records.segment import read_segment
from wopdesk.records.text import Unreadable
from wopdesk.records.version import read_version
from wopdesk.store import reading


@dataclass(frozen=True)
class Brought:
    """A submitted document in a bundle; whether it counts is judged when it is taken.

    Attributes:
        record: its record's id.
        title: its kind, and what tells it from others of it.
        number: the version's, 0 where the version itself comes in another part.
        new: whether this version is not here yet.
    """

    record: RecordId
    title: str
    number: int
    new: bool


def brought(desk: Desk, bundle: Bundle) -> list[Brought]:
    """The versions that a verified bundle names, in the order in which they were submitted."""
    operations = list(_operations(bundle))
    foundings = {op.rec: found for op in operations if op.field == KIND and (found := read_founding(op.value))}
    versions = {op.value.sha256: op.rec for op in operations if op.field == VERSION and isinstance(op.value, BlobRef)}
    with desk.store.reading() as connection:
        here = {digest for digest in versions if reading.blob(connection, digest) is not None}
        for record in set(versions.values()) - foundings.keys():
            if known := reading.record(connection, record):
                foundings[record] = known.founding
    return [
        Brought(record, _title(desk, foundings.get(record)), _number(bundle, digest), digest not in here)
        for digest, record in versions.items()
    ]


def _operations(bundle: Bundle) -> Iterator[Operation]:
    for signed in bundle.segments:
        for line in read_segment(signed.data).lines:
            try:
                yield from read_batch(line).ops
            except Unreadable:
                continue


def _title(desk: Desk, founding: Founding | None) -> str:
    if founding is None:
        return "A document of a kind that is not known here"
    kind = desk.shelf.kinds.get(founding.kind)
    name = kind.title.en if kind else founding.kind
    return f"{name} {founding.text}".strip() if founding.by == KEY else name


def _number(bundle: Bundle, digest: str) -> int:
    try:
        return read_version(bundle.blobs[digest]).number
    except (KeyError, Unreadable):
        return 0
