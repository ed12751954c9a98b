"""One start of a window, to be measured by `bench_window`: `bare`, `ours`, or `memory` of ours when its home stands."""

import os
import sys
from pathlib import Path


def bare() -> None:
    """What PySide6 alone needs for an empty window."""
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication(["bare"])
    window = QWidget()
    window.resize(1440, 900)
    _say_when_painted(app, QWidget, lambda: app.quit())
    window.show()
    app.exec()


def ours(*, memory: bool) -> None:
    """The program as a person starts it."""
    sys.argv = ["wopdesk"]
    from wopdesk.__main__ import main
    from wopdesk.ui.shell.application import application
    from wopdesk.ui.shell.window import Window

    app = application()
    _say_when_painted(app, Window, lambda: _tell_memory(app) if memory else app.quit())
    main()


def _say_when_painted(app, kind, then):
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Eye(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and isinstance(watched, kind):
                app.removeEventFilter(self)
                print("shown", flush=True)
                QTimer.singleShot(0, then)
            return False

    app.eye = Eye()
    app.installEventFilter(app.eye)


def _tell_memory(app):
    from PySide6.QtCore import QTimer

    def tell():
        status = Path("/proc/self/status").read_text()
        print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")), flush=True)
        app.quit()

    QTimer.singleShot(3000, tell)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        ours(memory=sys.argv[1] == "memory")
