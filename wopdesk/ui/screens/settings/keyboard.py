"""The keys that do something everywhere, those of a document, and those of its tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from wopdesk.ui.i18n import from_left
from wopdesk.ui.screens.settings.panel import Panel
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import Words

EVERYWHERE = (
    (("Alt", "1 … 6"), "Home, Partnerships, Documents, Send and receive, Offices, Settings"),
    (("Alt", "←"), "Back to where you were"),
    (("F5",), "Ask again for what is shown"),
    (("Tab",), "To the next field or button"),
    (("↑", "↓"), "Within a list, a table or a few choices"),
    (("Enter",), "Open the row, press the button"),
    (("Ctrl", "Q"), "Close the window; everything typed is kept"),
)
DOCUMENT = (
    (("Ctrl", "Z"), "Undo what was typed"),
    (("Ctrl", "Y"), "Redo it"),
    (("Ctrl", "S"), "Save"),
    (("F8",), "To the next problem"),
    (("Shift", "F8"), "To the problem before"),
    (("Alt", "C"), "Continue to the next part"),
    (("Alt", "B"), "Back to the part before"),
    (("Alt", "L"), "Save and close"),
    (("Alt", "S"), "Submit"),
)
TABLE = (
    (("Shift", "↑ ↓ ← →"), "Choose several cells, as by dragging"),
    (("Ctrl", "C"), "Copy the chosen cells, as for Excel"),
    (("Ctrl", "X"), "Copy and empty them"),
    (("Ctrl", "V"), "Paste cells; one that was copied fills all that are chosen"),
    (("Delete",), "Empty the chosen cells"),
    (("Ctrl", "D"), "Fill the chosen cells with the first row of them; one alone with the cell above"),
    (("Ctrl", "R"), "Fill the chosen cells with the first column of them; one alone with the cell before"),
    (("F2",), "Change what stands in the cell"),
    (("Alt", "↓"), "Open what there is to choose from"),
    (("Insert",), "Add a row"),
    (("Ctrl", "Delete"), "Remove the chosen rows"),
    (("Ctrl", "Tab"), "Leave the table"),
)


class KeyboardPanel(Panel):
    """Three lists; it never changes."""

    def __init__(self) -> None:
        super().__init__()
        self.column.addWidget(_listed("Everywhere", EVERYWHERE))
        self.column.addWidget(_listed("In a document", DOCUMENT))
        self.column.addWidget(_listed("In a table of a document", TABLE))


def _listed(title: str, keys: Sequence[tuple[tuple[str, ...], str]]) -> Card:
    card = Card(title)
    card.body.addSpacing(SPACE.tiny)
    for number, (pressed, text) in enumerate(keys):
        if number:
            card.body.addWidget(hairline())
        card.body.addLayout(_row(pressed, text))
    return card


def _row(pressed: tuple[str, ...], text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.middle)
    held = QHBoxLayout()
    held.setSpacing(SPACE.tiny)
    for key in pressed:
        pill = Pill("")
        pill.setText(from_left(key))
        held.addWidget(pill)
    held.addStretch()
    row.addLayout(held, 1)
    row.addWidget(Words(text, "", wrap=True), 4)
    return row
