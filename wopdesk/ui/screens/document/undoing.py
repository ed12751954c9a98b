"""Ctrl+Z and Ctrl+Y are the record's: a line of text would otherwise keep them for itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

_THEIRS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


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
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        is_ours = any(event.matches(key) for key in _THEIRS) or _is_redo(event)
        if is_ours:
            event.ignore()
        return is_ours


def _is_redo(event: QKeyEvent) -> bool:
    """Ctrl+Y, which is Redo on some systems only."""
    return QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+Y")
