"""How long the window may not answer while the desk works hard: the worst gap between two beats of a clock in its loop.

Each scenario is a process of its own (`tests.benchmarks.stalls`), with a whole window on real data files.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.benchmarks.correspondence import OPERATIONS, Sent, offices, write
from tests.benchmarks.figure import Figure
from wopdesk.desk.sample import tell

_TREE = Path(__file__).parents[2]
_NAMES = {
    "filling": "worst stall while a monthly report is filled in",
    "receiving": f"worst stall while {OPERATIONS // 1000} k operations are received",
    "opening": f"worst stall while the home screen of {OPERATIONS // 1000} k operations is filled",
    "printing": "worst stall while ten reports are printed",
}


def figures() -> Iterator[Figure]:
    """Milliseconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        list(tell(folder / "sample"))
        mentee, coordinator = offices(folder)
        with closing(mentee), closing(coordinator):
            write(mentee)
            sent = Sent(mentee, folder / "sent")
            sent.send()
        sample = [str(folder / "sample" / "mentee.wopdesk")]
        for scenario, files in (
            ("filling", sample),
            ("receiving", [str(folder / "pwon.wopdesk"), *map(str, sent.files)]),
            ("opening", [str(folder / "pwon.wopdesk")]),
            ("printing", sample),
        ):
            yield Figure(_NAMES[scenario], _stall(scenario, files), 50, 20, "ms")


def _stall(scenario: str, files: list[str]) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(Path(files[0]).parent)}
    command = [sys.executable, "-m", "tests.benchmarks.stalls", scenario, *files]
    told = subprocess.run(command, cwd=_TREE, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    return float(told.stdout.split()[-1])
