"""One scenario in a real window, whose worst stall is printed in milliseconds, of `SCENARIOS` or `opening`."""

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from wopdesk.desk.desk import Desk
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.screens.exchange.screen import ExchangeScreen
from wopdesk.ui.shell.application import application
from wopdesk.ui.shell.ending import end_windows
from wopdesk.ui.shell.frame import Frame
from wopdesk.ui.shell.preferences import Preferences
from wopdesk.ui.shell.session import Session
from wopdesk.ui.shell.start import Start
from wopdesk.ui.shell.where import Where

Waiting = Iterator[Callable[[], bool]]
"""A scenario: it acts, then tells what must be so before it goes on."""
_BEAT, _PAGES, _LINES, _LOOK = 2, 8, 500, 0.4
_LONGEST = 120
"""Seconds that anything may take to come about: what never does ends the measurement, with where it was."""


class Heart(QObject):
    """A clock in the loop of events that remembers its longest pause."""

    def __init__(self) -> None:
        super().__init__()
        self.worst, self._last = 0.0, perf_counter()
        self._timer = QTimer(self, interval=_BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1000 - _BEAT)
        self._last = now


def receiving(session: Session, files: Sequence[Path]) -> Waiting:
    """Drop the files and take all of them in."""
    session.receive(list(files))
    screen = session.window.screen_shown
    assert isinstance(screen, ExchangeScreen)
    yield lambda: len(screen.view.takable) == len(files)
    taken: list[object] = []
    assert session.office is not None
    screen.view.all_taken.emit()
    session.office.ask(lambda _desk: None, taken.append)
    yield lambda: bool(taken)


def filling(session: Session, files: Sequence[Path]) -> Waiting:
    """Open the report that is due and type in every field of every page, as fast as keys can come."""
    assert session.office is not None
    assert not files
    records: list[str] = []
    session.office.ask(_newest_report, records.append)
    yield lambda: bool(records)
    session.window.go(Where("document", record=records[0]))
    screen = session.window.screen_shown
    assert isinstance(screen, DocumentScreen)
    yield lambda: screen.pager is not None
    for _ in range(_PAGES):
        for field in screen.findChildren(QWidget):
            if isinstance(field, (QLineEdit, QPlainTextEdit)) and field.isVisible() and not field.isReadOnly():
                field.setFocus()
                yield from _typed(field)
        yield from _pasted(screen)
        QTest.keyClick(screen, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        yield lambda: True


def _typed(field: QWidget) -> Waiting:
    for letter in "Valve 7 closed at night; 31":
        QTest.keyClicks(field, letter)
        yield lambda: True


def _pasted(screen: DocumentScreen) -> Waiting:
    """Paste very many lines into the tables of a page, take them back, do so again, and leave them away."""
    for table in screen.findChildren(RepeatEditor):
        if table.isVisible() and not table.model.table.fixed:
            few = table.model.rowCount()
            cells = [[f"Sample {number}"] * len(table.model.table.columns) for number in range(_LINES)]
            screen.view.pasted.emit(table.model.table.path, few, 0, cells)
            yield from _shown(table, few + _LINES)
            for key, rows in ((Qt.Key.Key_Z, few), (Qt.Key.Key_Y, few + _LINES), (Qt.Key.Key_Z, few)):
                QTest.keyClick(screen, key, Qt.KeyboardModifier.ControlModifier)
                yield from _shown(table, rows)


def _shown(table: RepeatEditor, rows: int) -> Waiting:
    """Until a table has so many rows and somebody saw it."""
    yield lambda: table.model.rowCount() == rows
    end = perf_counter() + _LOOK
    yield lambda: perf_counter() > end


def _newest_report(desk: Desk) -> str:
    from wopdesk.desk.documents import documents  # noqa: PLC0415  # as in the program, behind the window

    return documents(desk, "monthly_report")[-1].id


def printing(session: Session, files: Sequence[Path]) -> Waiting:
    """Print the newest report ten times."""
    from wopdesk.desk.documents import documents  # noqa: PLC0415  # as in the program, behind the window
    from wopdesk.desk.printing import paper  # noqa: PLC0415

    assert session.office is not None
    assert not files
    printed: list[bytes] = []
    for _ in range(10):
        session.office.ask(lambda desk: paper(desk, documents(desk, "monthly_report")[-1]), printed.append)
    yield lambda: len(printed) == 10


SCENARIOS = {"filling": filling, "receiving": receiving, "printing": printing}


def run(scenario: str, data_file: Path, files: Sequence[Path]) -> float:
    """The worst stall in milliseconds, from the home screen on; of `opening` until that is filled."""
    app = application()
    preferences = Preferences()
    frame = Frame(preferences.appearance().colours, right_to_left=False)
    frame.resize(1440, 900)
    frame.show()
    session = Session(frame, preferences, Start(data_file, (), date(2026, 11, 12), "Sample Engineer"))
    session.wake()
    _until(lambda: session.window.screen_shown is not None)
    heart = Heart()
    _settle(session)
    if scenario != "opening":
        heart = Heart()
        for done in SCENARIOS[scenario](session, files):
            _until(done)
    worst = heart.worst
    session.end()
    app.quit()
    end_windows()  # as the program does
    return worst


def _settle(session: Session) -> None:
    """Wait until the desk did all that it was asked for."""
    settled: list[object] = []
    assert session.office is not None
    session.office.ask(lambda _desk: None, settled.append)
    _until(lambda: bool(settled))


def _until(done: Callable[[], bool]) -> None:
    end = perf_counter() + _LONGEST
    QCoreApplication.processEvents()
    while not done():
        if perf_counter() > end:
            raise TimeoutError(done.__qualname__)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


if __name__ == "__main__":
    sys.stdout.write(f"{run(sys.argv[1], Path(sys.argv[2]), [Path(file) for file in sys.argv[3:]])}\n")
