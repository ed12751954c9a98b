"""A long and ordinary history: one office fills in many records, and corrects what it wrote."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from tests.property.histories import FORM
from tests.records.statements import PROGRAMME_SPACE, key, member, office, office_id, partnership
from wopdesk.records.batch import Batch, Operation, read_batch, write_batch
from wopdesk.records.founding import write_founding
from wopdesk.records.ids import BatchIds, Founding, Key, OpId, RecordId
from wopdesk.records.segment import Segment, fill_segments
from wopdesk.records.statement import SignedStatement

SPACE = partnership("a")
WORDS = [
    "water",
    "utility",
    "loss",
    "meter",
    "pressure",
    "zone",
    "tariff",
    "billing",
    "staff",
    "training",
    "network",
    "leakage",
    "repair",
    "reservoir",
]


@dataclass(frozen=True)
class Load:
    """The same history as files to receive, as lines, and as rows of operations."""

    statements: list[SignedStatement]
    files: list[bytes]
    lines: list[bytes]
    ops: list[tuple[Any, ...]]

    @property
    def batches(self) -> list[Batch]:
        """As values, for saving."""
        return [read_batch(line) for line in self.lines]

    def line(self, number: int) -> bytes:
        """One line."""
        return self.lines[number]


def load(operations: int, per_batch: int = 10, author: Key | None = None) -> Load:
    """A history of so many operations, forty to a record."""
    author = author or key("a1")
    chance = random.Random(1)  # noqa: S311 - the same history every time
    ids = BatchIds(SPACE.id, author)
    lines: list[bytes] = []
    rows: list[tuple[Any, ...]] = []
    latest: dict[tuple[int, str], str] = {}
    while len(rows) < operations:
        record_n = len(rows) // 40
        founding = Founding(SPACE.id, office_id("a"), "note", "nonce", str(record_n))
        made = _some_ops(chance, founding.record, record_n, per_batch, latest)
        if len(rows) % 40 == 0:
            made[0] = Operation(founding.record, "@kind", write_founding(founding), ())
        line = write_batch(Batch("2026-10-31T09:12:44Z", "Sample Engineer", {"note": FORM}, tuple(made)))
        name = ids.of(line)
        lines.append(line)
        for index, op in enumerate(made):
            latest[record_n, op.field] = f"{name}:{index}"
            rows.append(((len(lines) << 16) | index, 1, record_n, op.field, op.value, 0, 0))
    return Load(_statements(), _files(author, lines), lines, rows)


def _some_ops(
    chance: random.Random, record: RecordId, record_n: int, count: int, latest: dict[tuple[int, str], str]
) -> list[Operation]:
    made = []
    for number in chance.sample(range(30), count):
        field = f"work/question{number:02}"
        seen = latest.get((record_n, field))
        text = " ".join(chance.choices(WORDS, k=8))
        made.append(Operation(record, field, text, (OpId(seen),) if seen else ()))
    return made


def _statements() -> list[SignedStatement]:
    return [
        office("a", "a1"),
        office("p", "own"),
        member(PROGRAMME_SPACE, "p", "facilitator"),
        member(SPACE, "a", "mentee"),
    ]


def _files(author: Key, lines: list[bytes]) -> list[bytes]:
    files: list[bytes] = []
    after: tuple[Any, ...] = ()
    for group in fill_segments(lines):
        segment = Segment(SPACE, author, after, group)
        files.append(segment.data)
        after = (segment.id,)
    return files
