"""A person who types and saves for ever, and says what was kept. Run by the tests, which kill it."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from tests.benchmarks.history import SPACE
from tests.property.histories import FORM, RECORDS
from tests.store.desks import make_store
from wopdesk.records.batch import Batch, Operation, write_batch
from wopdesk.records.founding import write_founding
from wopdesk.store.drafts import drop_draft, keep_draft

RECORD = RECORDS[0]


def main(path: Path) -> None:
    """Type four times, save once, and so on; each is said only when it is durable."""
    store = make_store(path)
    for number in count(1):
        if number % 5:
            with store.writing() as connection:
                keep_draft(connection, RECORD.record, {"about/x": str(number)}, "2026-10-31T09:12:44Z")
        else:
            kind = Operation(RECORD.record, "@kind", write_founding(RECORD), ())
            op = Operation(RECORD.record, f"about/x{number}", str(number), ())
            batch = Batch("2026-10-31T09:12:44Z", "Sample Engineer", {"note": FORM}, (kind, op))
            with store.writing() as connection:
                store.enter(connection, SPACE, write_batch(batch))
                drop_draft(connection, RECORD.record)
        print(number, flush=True)  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main(Path(sys.argv[1]))
