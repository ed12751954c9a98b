"""A person at the desk: reads what is on the screen, clicks, types, drops files, and knows nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.journeys import eyes
from wopdesk.ui.shell.session import Session

_TYPED_IN = (QLineEdit, QPlainTextEdit)
_PATIENCE = 15_000
_TAKES = {"Save", "Choose", "Open"}
"""What the button of a dialog says that takes a file or a folder."""


@dataclass
class Person:
    """Somebody in front of one office's window."""

    session: Session
    qtbot: QtBot

    @property
    def front(self) -> QWidget:
        """The window that takes clicks: the uppermost."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.session.frame

    # Reading

    def sees(self, *wanted: str) -> None:
        """Wait until all these words stand somewhere on the screen."""
        for words in wanted:
            self._wait(partial(self.reads, words), f"“{words}” is not seen")

    def sees_no_more(self, words: str) -> None:
        """Wait until these words are gone."""
        self._wait(lambda: not self.reads(words), f"“{words}” is still seen")

    def reads(self, words: str) -> bool:
        """Whether words stand on the screen now."""
        wanted = eyes.plain(words)
        return any(wanted in eyes.plain(said) for thing in eyes.shown(self.front) for said in eyes.written(thing))

    def takes_in(self, words: str) -> None:
        """See a question, and take as long as it takes not to answer it by the second click of a pair."""
        self.sees(words)
        QTest.qWait(QApplication.doubleClickInterval())

    # Clicking and typing

    def click(self, name: str, number: int = 0, last: bool = False) -> None:  # noqa: FBT001, FBT002  # click("…", last=True)
        """Click a button or a row; where several have this name, the first, another, or the last."""
        self._press(name, QAbstractButton, -1 if last else number)

    def type_in(self, name: str, text: str, *, last: bool = False) -> None:
        """Click a field and write in it, in the place of what stood there."""
        self._press(name, _TYPED_IN, -1 if last else 0)
        self._write(text)

    def choose(self, name: str, choice: str, *, last: bool = False) -> None:
        """Open a list and click a choice."""
        self._press(name, QComboBox, -1 if last else 0)
        self._pick(choice)

    def type_in_cell(self, table: str, row: str, column: str, text: str) -> None:
        """Click a cell of a table, write in it and press Enter."""
        self._click_cell(self._table(table), row, column)
        for letter in text:
            QTest.keyClicks(_focused(), letter)
        QTest.keyClick(_focused(), Qt.Key.Key_Return)

    def choose_in_cell(self, table: str, row: str, column: str, choice: str) -> None:
        """Click a cell of a table and take a choice from its list."""
        self._click_cell(self._table(table), row, column)
        if QApplication.activePopupWidget() is None:
            QTest.keyClick(_focused(), Qt.Key.Key_F2)
        self._pick(choice)

    def open_row(self, table: str, row: str) -> None:
        """Double-click a row of a list."""
        view = self._table(table)
        index = self._cell(view, row, "")
        at = self._show_cell(view, index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def press(self, key: str) -> None:
        """Press keys, as `Ctrl+S`."""
        QTest.keySequence(_focused(), key)

    # Files

    def drop(self, *files: Path, on: str = "") -> None:
        """Drop files somewhere on the window, or on something of this name."""
        place = self._find(on, lambda thing: thing.acceptDrops())[0] if on else self.session.window
        at = eyes.bring(place, lambda: place.rect().center()) if on else place.rect().center()
        assert at is not None, f"{on} went away"
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(place, QDragEnterEvent(at.toPointF(), *how))
        QApplication.sendEvent(place, QDropEvent(at.toPointF(), *how))

    def click_and_save_in(self, button: str, folder: Path, told: str) -> Path:
        """Click a button that asks where to, name the folder, and wait until it is told what lies there now."""
        folder.mkdir()
        self._click_and_answer(button, folder)
        self.sees(told)
        (file,) = folder.iterdir()
        return file

    def click_and_choose(self, button: str, file: Path) -> None:
        """Click a button that asks for a file, name it, and wait until it stands there."""
        self._click_and_answer(button, file)
        self.sees(file.name)

    def _click_and_answer(self, button: str, where: Path) -> None:
        asked = QTimer(self.session.frame, interval=20)
        asked.timeout.connect(lambda: _answer_where(where, asked))
        asked.start()
        self.click(button)

    # How it is done

    def _find(self, name: str, good: Callable[[QWidget], bool]) -> list[QWidget]:
        found: list[QWidget] = []

        def there() -> bool:
            found[:] = eyes.named((thing for thing in eyes.shown(self.front) if good(thing)), name)
            return bool(found)

        self._wait(there, f"“{name}” is not there to be used")
        return found

    def _press(self, name: str, kind: type[QWidget] | tuple[type[QWidget], ...], number: int) -> None:
        """Click what shows and can be used; what is shown anew meanwhile is looked for again."""
        self._hold_window()

        def pressed() -> bool:
            thing = self._find(name, lambda one: isinstance(one, kind) and one.isEnabled())[number]
            at = eyes.bring(thing, partial(_finger, thing))
            if at is not None:
                QTest.mouseClick(thing, Qt.MouseButton.LeftButton, pos=at)
            return at is not None

        self._wait(pressed, f"“{name}” is covered or cannot be scrolled to")

    def _hold_window(self) -> None:
        """Where there is no display there is no window manager, which would give the keyboard back after a list."""
        QApplication.processEvents()
        if QApplication.focusWidget() is None:
            self.front.activateWindow()
            self._wait(lambda: QApplication.focusWidget() is not None, "the keyboard does not come back")

    def _write(self, text: str) -> None:
        QTest.keySequence(_focused(), "Ctrl+A")
        QTest.keyClick(_focused(), Qt.Key.Key_Delete)
        for number, line in enumerate(text.split("\n")):
            if number:
                QTest.keyClick(_focused(), Qt.Key.Key_Return)
            QTest.keyClicks(_focused(), line)

    def _table(self, name: str) -> QTableView:
        (view, *_) = self._find(name, lambda thing: isinstance(thing, QTableView))
        assert isinstance(view, QTableView)
        return view

    def _click_cell(self, view: QTableView, row: str, column: str) -> None:
        at = self._show_cell(view, self._cell(view, row, column))
        self._hold_window()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def _cell(self, view: QTableView, row: str, column: str) -> QModelIndex:
        """The cell of the first row in which some words stand, below a title; with no words, that of the last row."""
        model = view.model()
        rows = [index.row() for index in eyes.cells(view) if row in eyes.text(index)] if row else [model.rowCount() - 1]
        assert rows, f"no row says “{row}”"
        across = Qt.Orientation.Horizontal
        titles = [eyes.plain(str(model.headerData(at, across) or "")) for at in range(model.columnCount())]
        columns = [at for at, title in enumerate(titles) if title.startswith(column) and not view.isColumnHidden(at)]
        assert columns, f"no column is called “{column}”: {titles}"
        return model.index(rows[0], columns[0])

    def _show_cell(self, view: QAbstractItemView, index: QModelIndex) -> QPoint:
        at = eyes.bring(view.viewport(), lambda: view.visualRect(index).center())
        assert at is not None, "the table went away"
        return at

    def _pick(self, choice: str) -> None:
        """Click a line of the list that is open."""
        self._wait(lambda: QApplication.activePopupWidget() is not None, "no list opens")
        (view, *_) = [one for one in eyes.shown(self.front) if isinstance(one, QAbstractItemView)]
        found = [index for index in eyes.cells(view) if eyes.text(index).startswith(choice)]
        assert found, f"{choice} is not offered: {[eyes.text(index) for index in eyes.cells(view)]}"
        view.scrollTo(found[0])

        def taken() -> bool:
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(found[0]).center())
            return QApplication.activePopupWidget() is None

        self._wait(taken, "the list stays open")  # it takes no click in the moment after it was opened
        self._hold_window()

    def _wait(self, happened: Callable[[], bool], otherwise: str) -> None:
        def check() -> None:
            assert happened(), f"{otherwise}; there is:\n{self.described()}"

        self.qtbot.waitUntil(check, timeout=_PATIENCE)

    def described(self) -> str:
        """All that can be read, for a test that fails."""
        said = [" | ".join(filter(None, map(eyes.plain, eyes.written(thing)))) for thing in eyes.shown(self.front)]
        return "\n".join(line for line in said if line)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None, "the keyboard is nowhere"
    return focused


def _finger(thing: QWidget) -> QPoint:
    """Where one clicks: a field near its beginning, anything else in the middle."""
    middle = thing.rect().center()
    return (
        QPoint(min(24, middle.x()), middle.y() if thing.height() < 60 else 20)
        if isinstance(thing, _TYPED_IN)
        else middle
    )


def _answer_where(place: Path, asked: QTimer) -> None:
    """Name a folder or a file in the dialog that asks for one, or for a file to be saved in a folder."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        return
    asked.stop()
    line = dialog.findChild(QLineEdit)
    assert line is not None
    QTest.keySequence(line, "Ctrl+A")
    saves = dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    QApplication.clipboard().setText(str(place / line.text() if saves else place))
    QTest.keySequence(line, "Ctrl+V")
    (choose,) = (one for one in dialog.findChildren(QPushButton) if eyes.plain(one.text()) in _TAKES)
    QTest.mouseClick(choose, Qt.MouseButton.LeftButton)
