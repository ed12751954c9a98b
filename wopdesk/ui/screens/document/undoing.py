"""Ctrl+Z and Ctrl+Y are the record's: a line of text would otherwise keep them for itself, and forget when it is left.

Only letters that are no answer yet, as in a cell that is being written, are their field's own to take back.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from wopdesk.ui.form.editor import editor_of
from wopdesk.ui.overriding import override

_UNDO = QKeySequence.StandardKey.Undo
_REDO = QKeySequence.StandardKey.Redo


class UndoKeys(QObject):
    """Watches whatever has the keyboard inside a widget, and leaves the keys of undo to the shortcuts around it."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):  # it may be gone, as a row that was removed
            self._watched.removeEventFilter(self)
        self._watched = now if now is not None and self._inside.isAncestorOf(now) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not (_is_undo(event) or _is_redo(event)):
            return False
        own = _own(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(own is not None)
            return True
        if event.type() == QEvent.Type.KeyPress and own is not None:
            own()
            return True
        return False


def _own(field: QObject, event: QKeyEvent) -> Callable[[], None] | None:
    """What the field itself takes back or does again: letters that are no answer yet."""
    if not isinstance(field, QLineEdit | QPlainTextEdit):
        return None
    history = field if isinstance(field, QLineEdit) else field.document()
    if _is_redo(event):
        return field.redo if history.isRedoAvailable() else None
    editor = editor_of(field)
    return field.undo if editor is not None and editor.unsettled and history.isUndoAvailable() else None


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(_UNDO)


def _is_redo(event: QKeyEvent) -> bool:
    """Also Ctrl+Y, which is Redo on some systems only."""
    return event.matches(_REDO) or QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+Y")
