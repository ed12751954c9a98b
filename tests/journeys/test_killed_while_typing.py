"""The power fails while a report is filled: the file opens, is sound, and what was kept is there to go on with."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.desk.offices import Network
from wopdesk.desk import documents, filing, submitting, typing, upkeep

SOURCE = Path(__file__).parents[2]


def killed_at(path: Path, record: str, moment: int) -> int:
    """Let somebody type, and kill the program at a random moment; the number of the last text said to be kept."""
    rng = Random(moment)  # noqa: S311 - a moment, no secret
    lines, rest = rng.randrange(1, 40), rng.random() * 0.03
    command = [sys.executable, "-m", "tests.journeys.typist", str(path), record]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=SOURCE) as typist:
        assert typist.stdout is not None
        said = [int(typist.stdout.readline()) for _ in range(lines)]
        time.sleep(rest)  # the power does not wait for the end of a step
        typist.kill()
        said += [int(line) for line in typist.stdout.read().split(b"\n")[:-1]]
    return said[-1]


def check(net: Network, moment: int) -> None:
    """Kill, open again, and go on."""
    record = net.report(net.a).id
    net.close("a")
    last = killed_at(net.folder / "a.wopdesk", record, moment)
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


@pytest.mark.parametrize("moment", range(4))
def test_a_kill_loses_nothing_that_was_kept(net: Network, moment: int) -> None:
    check(net, moment)


@pytest.mark.long
@pytest.mark.parametrize("moment", range(4, 104))
def test_a_kill_loses_nothing_that_was_kept_at_length(net: Network, moment: int) -> None:
    check(net, moment)
