"""A person who fills a report for ever and says what was kept. Run by a test, which ends it at any moment."""

from __future__ import annotations

import sys
from datetime import date
from itertools import count
from pathlib import Path

from tests.desk.offices import Ticking, open_at
from wopdesk.desk import filing, outbox, typing


def main(path: Path, record: str) -> None:
    """Type, save at times, add rows and send; each step is said when it is done."""
    desk = open_at(path, Ticking(date(2026, 11, 3)))
    for number in count(1):
        typing.keep_typing(desk, record, {"about/prepared_by": f"text {number}"})
        print(number, flush=True)  # noqa: T201 - the test reads it
        if number % 3 == 0:
            typing.save_typed(desk, record)
        if number % 7 == 0:
            row = filing.add_row(desk, record, "findings/found")
            filing.answer(desk, record, {f"findings/found[{row}]/finding": f"finding {number}"})
        if number % 11 == 0:
            outbox.export(desk, desk.office, path.parent / "out")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
