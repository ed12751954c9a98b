"""All that a window says, and which words of it are in Latin letters without a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from tests.journeys import eyes
from wopdesk.ui.screens.settings.about import AUTHORS, CREDITS

REASONS = (
    r"[\w.-]*\.(?:wopx|pdf|wopdesk|keys|backup|xlsx|xls|eml|md|csv|xml|jpe?g|png|toml|txt)",  # names of files
    r"(?:/[\w.%-]+)+",  # places of files
    r"[0-9A-Z]{4}(?:(?:-| – )[0-9A-Z]{4}){2}",  # codes, which are read aloud letter by letter
    r"(?:[0-9a-f]{4,8} ?){4,}",  # long numbers of files, compared by eye
    r"[A-Z]{2} \d{4}-\d\d v\d+\.pdf",  # how the name of a document's file ends
    r"WOP-PK-\d+|pwon|wasa-[a-z]+",  # codes of partnerships and offices
    r"PWON|WOPDesk|WASA|WOP",  # names
    r"PDF|USB|JPEG|PNG|SHA-256|Apache|MB|KB|h/day",  # formats, licences and units, as they are written in Urdu too
    r"Ctrl|Alt|Shift|Tab|Enter|Esc|Insert|Delete|Space|Home|End|Page (?:Up|Down)|F\d+",  # what stands on keys
    "English",  # each language is called as it calls itself
    *map(re.escape, sorted({word for credit in CREDITS for word in credit} - {AUTHORS}, key=len, reverse=True)),
)
"""What may stand in Latin letters in every language."""
_CUT = 40
_WORD = re.compile(r"[A-Za-z][A-Za-z']+")
_UNSEEN = re.compile("[\u200e\u200f\u2066-\u2069]")


class Allowed:
    """What may stand in Latin letters: what people wrote, and what has a reason."""

    def __init__(self, written: Iterable[str]) -> None:
        """`written` is told apart by whole words."""
        known = sorted({text for text in written if text}, key=len, reverse=True)
        told = "|".join((*map(_written, known), *REASONS))
        self._known = re.compile(f"(?<![A-Za-z])(?:{told})(?![A-Za-z])")

    def strange(self, said: str) -> list[str]:
        """The other words in Latin letters."""
        plain = " ".join(_UNSEEN.sub("", re.sub("</?qt>|<br>", " ", said)).split())
        return _WORD.findall(self._known.sub(" ", plain))


def _written(text: str) -> str:
    """A text as it stands in full, or cut where there is no room for it."""
    return f"{re.escape(text)}|{re.escape(text[:_CUT])}[^…]*…" if len(text) > _CUT else re.escape(text)


def told(top: QWidget) -> Iterator[str]:
    """Everything that a person reads, hears or is shown by resting on it."""
    yield top.windowTitle()
    for widget in (top, *eyes.shown(top)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), *_on(widget))
        yield from _heard(QAccessible.queryAccessibleInterface(widget))


def _on(widget: QWidget) -> Iterator[str]:
    yield from (said for said in eyes.written(widget) if not isinstance(widget, QLineEdit | QPlainTextEdit | QPdfView))
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QLabel):
        yield widget.text()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget.model())


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for at in range(model.columnCount()):
        yield str(model.headerData(at, Qt.Orientation.Horizontal) or "")
    for row in range(model.rowCount()):
        for at in range(model.columnCount()):
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(model.index(row, at).data(role) or "")


def _heard(one: QAccessibleInterface | None) -> Iterator[str]:
    """What a screen reader says of something that is painted and has no widget of its own."""
    if one is None:
        return
    for number in range(one.childCount()):
        child = one.child(number)
        if not isinstance(child.object(), QWidget):
            yield from (child.text(QAccessible.Text.Name), child.text(QAccessible.Text.Description))
