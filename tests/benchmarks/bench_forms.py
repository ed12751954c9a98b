"""Loading a large form, answering one question of it, adding and removing rows, and the room it takes."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import xforms_engine
from tests.benchmarks.figure import Figure, seconds
from tests.benchmarks.large_form import large_form
from wopdesk import xlsform

_ROWS = 100
_STATUS = Path("/proc/self/status")
_ROOM = """
import re, sys
from pathlib import Path

def held():
    return int(re.search(r"VmRSS:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024

before = held()
from wopdesk import xlsform
sheet = xlsform.load(sys.argv[1]).sheet()
for _ in range(100):
    sheet.add_row("wells")
sheet.set("g0/q0", "3")
print(held() - before)
"""


def figures() -> Iterator[Figure]:
    """Milliseconds and mebibytes; then how often ODK's own engine would have done the same meanwhile, where it is."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "form.md").write_text(large_form(), encoding="utf-8")
        xlsform.build(Path(folder))
        file = Path(folder) / "form.xml"
        ours = [*_ours(file)]
        yield from ours
        if _STATUS.exists():
            yield Figure("its room over the bare interpreter, 100 rows", _room(file), 60, 40, "MB")
        if reason := xforms_engine.absent():
            print(f"not compared with ODK's engine: {reason}; see tests/benchmarks/xforms_engine.py")
            return
        peer = xforms_engine.measured(file, _ROWS)
        if (computed := _computed(file, peer.answers)) != dict(peer.computed):
            print(f"NOT THE SAME: ODK's engine computes {dict(peer.computed)}, ours {computed}")
    theirs = (peer.ready, peer.chain, peer.total, peer.added, peer.removed)
    for figure, other in zip(ours, theirs, strict=True):
        yield Figure(f"{figure.what} ÷ ODK's {other:.4g} ms", figure.measured / other, 1, 0.5)


def _ours(file: Path) -> Iterator[Figure]:
    ready = seconds(lambda: xlsform.load(file).sheet(), times=15)
    yield Figure("1000 questions from an XForm, ready to fill", ready * 1000, 200, 100, "ms")
    sheet = xlsform.load(file).sheet()
    for _ in range(_ROWS):
        sheet.add_row("wells")
    rows = sheet.rows()["wells"]
    for row in rows:
        sheet.set(f"wells[{row}]/hours", "2")
    yield Figure("one answer, a chain of ten calculations", _answering(sheet, "g0/q0") * 1000, 2, 1, "ms")
    yield Figure("one answer, a total and 100 shares", _answering(sheet, f"wells[{rows[50]}]/flow") * 1000, 2, 1, "ms")
    yield Figure("a row added to 100", seconds(lambda: sheet.add_row("wells"), times=20) * 1000, 5, 2.5, "ms")
    yield Figure("a row removed from 100", _removing(sheet) * 1000, 10, 5, "ms")


def _computed(file: Path, answers: Mapping[str, str]) -> dict[str, str]:
    """What comes of the answers that ODK's engine was given last; its rows are named by their place."""
    sheet = xlsform.load(file).sheet(rows={"wells": [str(place) for place in range(1, _ROWS + 1)]})
    for row in sheet.rows()["wells"]:
        sheet.set(f"wells[{row}]/hours", "2")
    for path, text in answers.items():
        sheet.set(path, text)
    found = sheet.computed()
    return {"chain": found["c0x9"], "total": found["total"], "share": found["wells[51]/share"]}


def _answering(sheet: xlsform.Sheet, path: str) -> float:
    numbers = count(1)
    return seconds(lambda: sheet.set(path, str(next(numbers))), times=50)


def _removing(sheet: xlsform.Sheet) -> float:
    """Seconds, from the middle and until as many are left as were before some were added."""
    rows = sheet.rows()["wells"]
    middle = iter(rows[_ROWS // 2 :])
    return seconds(lambda: sheet.remove_row(f"wells[{next(middle)}]"), times=len(rows) - _ROWS)


def _room(file: Path) -> float:
    """Mebibytes that an interpreter of its own needs for the form and 100 rows."""
    asked = [sys.executable, "-c", _ROOM, str(file)]
    return float(subprocess.run(asked, capture_output=True, check=True, text=True).stdout)
