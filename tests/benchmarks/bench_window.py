"""The window: how soon it is seen beside a bare one, and what it holds in memory when the home screen stands.

Each start is a process of its own (`tests.benchmarks.window_start`), without a display, timed from outside.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests.benchmarks.figure import Figure
from wopdesk.desk.sample import tell

_TIMES = 7
_TREE = Path(__file__).parents[2]


def figures() -> Iterator[Figure]:
    """A ratio, and megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        list(tell(Path(folder) / "sample"))
        file = Path(folder) / "WOPDesk" / "office.wopdesk"
        shutil.move(Path(folder) / "sample", file.parent)
        shutil.move(file.with_name("coordinator.wopdesk"), file)
        shutil.move(file.with_name("coordinator.wopdesk.keys"), file.with_name("office.wopdesk.keys"))
        times = [(_shown("bare", file), _shown("ours", file)) for _ in range(_TIMES)]
        bare, ours = (min(column) for column in zip(*times, strict=True))
        yield Figure("first window shown ÷ bare PySide6 window", ours / bare, 2.0, 1.3)
        yield Figure("memory when the home screen stands", _memory(file), 120, 100, "MB")


def _shown(which: str, file: Path) -> float:
    """Seconds from the start of a process to its first painted window."""
    begun = perf_counter()
    with subprocess.Popen(_command(which), cwd=_TREE, env=_environment(file), stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        return perf_counter() - begun


def _memory(file: Path) -> float:
    """Resident megabytes."""
    said = subprocess.run(_command("memory"), cwd=_TREE, env=_environment(file), stdout=subprocess.PIPE, check=True)
    return int(said.stdout.split()[-1]) / 1024


def _command(which: str) -> list[str]:
    return [sys.executable, "-m", "tests.benchmarks.window_start", which]


def _environment(file: Path) -> dict[str, str]:
    """As on a person's computer: their own data file, compiled modules kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    places = {"XDG_CONFIG_HOME": str(file.parent), "XDG_DATA_HOME": str(file.parent)}
    return {**kept, **places, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
