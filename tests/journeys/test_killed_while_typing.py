"""The power fails while a report is filled: the file opens, is sound, and what was kept is there to go on with."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.desk.offices import Network
from wopdesk.desk import documents, filing, submitting, typing, upkeep

SOURCE = Path(__file__).parents[2]


STEPS = {"keeping": (1, 2), "saving": (3, 6), "adding a row": (7, 14), "sending": (11, 22)}
"""After which of the typist's texts it does a thing for the first time, and for the second."""


def killed_in(path: Path, record: str, step: str, part: float) -> int:
    """Let somebody type, and kill the program in the midst of a step; the number of the last text said to be kept.

    Args:
        path: the data file.
        record: the report that is filled.
        step: what the program is doing then; how long it takes is seen when it does so for the first time.
        part: how much of it is done by then.
    """
    first, second = STEPS[step]
    command = [sys.executable, "-m", "tests.journeys.typist", str(path), record]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=SOURCE) as typist:
        assert typist.stdout is not None
        said, times = [0], [0.0]
        for _ in range(second):
            said.append(int(typist.stdout.readline()))
            times.append(time.monotonic())
        time.sleep((times[first + 1] - times[first]) * part)  # the power does not wait for the end of a step
        typist.kill()
        said += [int(line) for line in typist.stdout.read().split(b"\n")[:-1]]
    return said[-1]


def check(net: Network, step: str, part: float) -> None:
    """Kill, open again, and go on."""
    record = net.report(net.a).id
    net.close("a")
    last = killed_in(net.folder / "a.wopdesk", record, step, part)
    assert upkeep.check(net.a) == []
    known = typing.typed(net.a, record).texts or documents.find_document(net.a, record).answers
    assert int(known["about/prepared_by"].removeprefix("text ")) >= last
    rows = documents.find_document(net.a, record).rows.get("findings/found", [])
    assert len(rows) >= (last - 1) // 7
    document = typing.save_typed(net.a, record)
    empty = [row for row in rows if f"findings/found[{row}]/finding" not in document.answers]
    assert len(empty) <= 1
    filing.answer(net.a, record, {f"findings/found[{row}]/finding": "Told later" for row in empty})
    if rows:
        filing.answer(net.a, record, {"findings/nothing": ""})
    submitting.submit(net.a, record)
    net.send(net.a, net.p)
    assert documents.find_document(net.p, record).state == "submitted"


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_loses_nothing_that_was_kept(net: Network, step: str) -> None:
    check(net, step, 0.5)


@pytest.mark.long
@pytest.mark.parametrize("part", [0, 1 / 8, 2 / 8, 3 / 8, 5 / 8, 6 / 8, 7 / 8])
@pytest.mark.parametrize("step", STEPS)
def test_a_kill_loses_nothing_that_was_kept_at_any_part_of_a_step(net: Network, step: str, part: float) -> None:
    check(net, step, part)
