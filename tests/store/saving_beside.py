"""A program that saves into a data file that others have open. Run by the tests, several at once."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from tests.benchmarks.history import SPACE
from tests.property.histories import FORM, RECORDS, RULES
from wopdesk.records.batch import Batch, Operation
from wopdesk.records.founding import write_founding
from wopdesk.store.opening import open_store
from wopdesk.store.store import Store

SAVES = 25


def save(store: Store, who: str) -> None:
    """Save so often, each time in the same record and in a field of one's own."""
    founding = RECORDS[0]
    for number in range(SAVES):
        kind = Operation(founding.record, "@kind", write_founding(founding), ())
        op = Operation(founding.record, f"about/{who}{number}", str(number), ())
        store.save(SPACE, Batch("2026-10-31T09:12:44Z", f"Sample {who}", {"note": FORM}, (kind, op)))


if __name__ == "__main__":
    with closing(open_store(Path(sys.argv[1]), RULES)) as store:
        save(store, sys.argv[2])
