"""The list of keys tells the truth: what can be done by keys stands in it, and no key does two things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from wopdesk.ui.screens.document.view import DocumentView
from wopdesk.ui.screens.settings.keyboard import DOCUMENT, EVERYWHERE
from wopdesk.ui.shell.window import Window

_WRITTEN = {"1 … 6": "1", "←": "Left"}
_SECOND_WAYS = {"Ctrl+Shift+Z", "Ctrl+PgUp", "Ctrl+PgDown"}
"""As other programs have it; the list tells one way for each thing."""


def keys(top: QWidget) -> Iterator[str]:
    for shortcut in top.findChildren(QShortcut):
        yield from (key.toString(QKeySequence.SequenceFormat.PortableText) for key in shortcut.keys())  # noqa: SIM118  # Qt's keys of one shortcut


def listed(rows: Sequence[tuple[tuple[str, ...], str]]) -> set[str]:
    return {"+".join(_WRITTEN.get(key, key) for key in pressed) for pressed, _ in rows}


def test_every_key_is_listed_and_does_one_thing(qtbot: QtBot) -> None:
    window, document = Window(), DocumentView()
    for widget in (window, document):
        qtbot.addWidget(widget)
    of_window, of_document = list(keys(window)), list(keys(document))
    assert [key for key, times in Counter([*of_window, *of_document]).items() if times > 1] == []
    assert set(of_window) - {f"Alt+{number}" for number in range(2, 7)} <= listed(EVERYWHERE)
    assert set(of_document) - _SECOND_WAYS == listed(DOCUMENT)
