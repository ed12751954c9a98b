"""A mentee's years of work: batches of ten operations on many records, a third of them replacing earlier ones."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.property.histories import FORM
from tests.records.statements import key, office_id, partnership
from wopdesk.records.batch import Batch, Operation, write_batch
from wopdesk.records.founding import write_founding
from wopdesk.records.ids import BatchIds, Founding, OpId
from wopdesk.records.segment import Segment, fill_segments

SPACE, AUTHOR = partnership("a"), key("a1")
BATCHES_PER_RECORD = 4
TEXT = "Pressure in the eastern zone was raised by hours of night supply; leaks on the old main were repaired. "


@dataclass(frozen=True)
class Saved:
    """A batch, its operations and its line."""

    ops: tuple[Operation, ...]
    line: bytes


def saves(operations: int) -> Iterator[Saved]:
    """Batches with that many operations in all."""
    ids = BatchIds(SPACE.id, AUTHOR)
    before = ""
    for number in range(operations // 10):
        turn = number % BATCHES_PER_RECORD
        founding = Founding(SPACE.id, office_id("a"), "note", "nonce", str(number // BATCHES_PER_RECORD))
        ops = tuple(_operations(founding, turn, before))
        line = write_batch(Batch("2026-10-31T09:12:00Z", "Sample Engineer", {"note": FORM}, ops))
        before = ids.of(line)
        yield Saved(ops, line)


def segments(lines: Iterator[bytes]) -> list[Segment]:
    """The lines, in a chain of full segments."""
    made: list[Segment] = []
    for group in fill_segments(lines):
        made.append(Segment(SPACE, AUTHOR, tuple(one.id for one in made[-1:]), group))
    return made


def _operations(founding: Founding, turn: int, before: str) -> Iterator[Operation]:
    """First what kind of record it is, then three fields written anew on every turn, and six more that stay."""
    if turn == 0:
        yield Operation(founding.record, "@kind", write_founding(founding), ())
    else:
        yield Operation(founding.record, f"about/said{turn}", TEXT, ())
    for place in (1, 2, 3):
        parents = (OpId(f"{before}:{place}"),) if turn else ()
        yield Operation(founding.record, f"about/again{place}", f"{turn} {TEXT}", parents)
    for place in range(6):
        yield Operation(founding.record, f"about/turn{turn}place{place}", TEXT, ())
