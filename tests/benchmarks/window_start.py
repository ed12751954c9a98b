"""One start of a window, measured by `bench_window`: `bare`, `ours`, or `memory` of ours when its home stands."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

_SETTLED = 3000


class Eye(QObject):
    """Says `shown` when the first window was painted, then goes on."""

    def __init__(self, app: QApplication, then: Callable[[], None]) -> None:
        super().__init__(app)
        self._app, self._then = app, then
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self._app.removeEventFilter(self)
            sys.stdout.write("shown\n")
            sys.stdout.flush()
            QTimer.singleShot(0, self._then)
        return False


def bare() -> None:
    """What PySide6 alone needs for an empty window."""
    app = QApplication(["bare"])
    Eye(app, app.quit)
    window = QWidget()
    window.resize(1440, 900)
    window.show()
    app.exec()


def ours(*, memory: bool) -> None:
    """The program as a person starts it."""
    from wopdesk.__main__ import main  # noqa: PLC0415  # a bare window does not import it
    from wopdesk.ui.shell.application import application  # noqa: PLC0415  # the same

    sys.argv = ["wopdesk"]
    app = application()
    Eye(app, (lambda: QTimer.singleShot(_SETTLED, _tell_memory)) if memory else app.quit)
    main()


def _tell_memory() -> None:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    sys.stdout.write(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")) + "\n")
    QCoreApplication.quit()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        ours(memory=sys.argv[1] == "memory")
