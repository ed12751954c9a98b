"""Faults in what Qt calls are met by the one hook, wherever they come from."""

import subprocess
import sys

import pytest

from tests.journeys.seat import TREE

_PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete
from wopdesk.ui.overriding import override

class Faulty(QWidget):
    @override
    def resizeEvent(self, event):
        if event.size().width() != 300:
            return
        gone = QWidget()
        delete(gone)
        {fault}

app = QApplication([])
sys.excepthook = lambda kind, fault, trace: print(kind.__name__)
shown = Faulty()
shown.show()
QTimer.singleShot(50, lambda: shown.resize(300, 200))
QTimer.singleShot(100, app.quit)
app.exec()
print("end")
"""


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        ("int('x')", "ValueError"),
        ("{}['a']", "KeyError"),
        ("gone.height()", "RuntimeError"),
        ("raise OSError", "OSError"),
    ],
)
def test_a_fault_does_not_end_the_program(fault: str, named: str) -> None:
    program = _PROGRAM.replace("{fault}", fault)
    done = subprocess.run([sys.executable, "-c", program], cwd=TREE, capture_output=True, text=True, check=True)
    *met, last = done.stdout.splitlines()
    assert (set(met), last) == ({named}, "end")
