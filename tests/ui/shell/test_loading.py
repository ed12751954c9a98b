"""Screens are imported after the window came, without anybody noticing, and never on a thread that may not."""

import subprocess
import sys
from pathlib import Path

from tests.journeys.seat import TREE

_STEPS = """
import sys
from wopdesk.ui.shell.loading import load_presenters, load_screens
load_presenters()
known = set(sys.modules)
for _ in load_screens():
    fresh = {name for name in sys.modules if name.startswith("wopdesk.")} - known
    known |= fresh
    print(*fresh)
print("end", "wopdesk.ui.screens.document.view" in sys.modules, "wopdesk.ui.screens.document.preview" in sys.modules)
"""


def test_no_class_of_qt_is_made_on_another_thread(file: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.ui.shell.opened", str(file), str(tmp_path / "window.ini")]
    done = subprocess.run(command, cwd=TREE, capture_output=True, text=True, check=True)
    *told, last = done.stdout.splitlines()
    assert told == []
    assert int(last.split()[1]) > 100  # the desk itself was imported there


def test_a_step_imports_one_module_and_what_is_wanted_later_stays_away() -> None:
    done = subprocess.run([sys.executable, "-c", _STEPS], cwd=TREE, capture_output=True, text=True, check=True)
    *steps, last = done.stdout.splitlines()
    assert all(len(step.split()) <= 1 for step in steps)
    assert last.split() == ["end", "True", "False"]
