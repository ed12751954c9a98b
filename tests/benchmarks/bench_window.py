"""The window: how soon it is seen beside a bare one, and what it holds in memory when the home screen stands.

Each start is a process of its own (`tests.benchmarks.window_start`), without a display, timed from outside.
"""

import os
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
        file = Path(folder) / "sample" / "coordinator.wopdesk"
        times = [(_shown("bare", file), _shown("ours", file)) for _ in range(_TIMES)]
        bare, ours = (min(column) for column in zip(*times, strict=True))
        yield Figure("first window shown ÷ bare PySide6 window", ours / bare, 2.0, 1.3)
        memory = int(_run("memory", file).stdout.split()[-1]) / 1024
        yield Figure("memory when the home screen stands", memory, 120, 100, "MB")


def _shown(which: str, file: Path) -> float:
    """Seconds from the start of a process to its first painted window."""
    begun = perf_counter()
    with _started(which, file) as process:
        assert process.stdout is not None
        process.stdout.readline()
        shown = perf_counter() - begun
        process.wait()
    assert process.returncode == 0
    return shown


def _started(which: str, file: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.benchmarks.window_start", which, str(file)]
    return subprocess.Popen(command, cwd=_TREE, env=_environment(file), stdout=subprocess.PIPE, text=True)


def _run(which: str, file: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "tests.benchmarks.window_start", which, str(file)]
    return subprocess.run(command, cwd=_TREE, env=_environment(file), capture_output=True, text=True, check=True)


def _environment(file: Path) -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(file.parent / "config"), "LANG": "C.UTF-8"}
