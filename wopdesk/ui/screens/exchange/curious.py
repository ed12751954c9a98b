"""A fold-out for the curious: the file's digest and the signer's code, which nobody needs in daily work."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import from_left
from wopdesk.ui.moments import grouped
from wopdesk.ui.screens.exchange.content import Curious
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import Words, label


class Details(QWidget):
    """The fold-out; `toggle` is the button that opens it, to be put where it suits."""

    def __init__(self, curious: Curious) -> None:
        super().__init__()
        self.toggle = Button("Details for the curious", "quiet", "chevron-down")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        lines = (
            ("File (SHA-256)", grouped(curious.digest) if curious.digest else ""),
            ("Signer's check code", from_left(curious.code) if curious.code else ""),
            ("Message", grouped(curious.message)),
            ("Written by", from_left(curious.program)),
        )
        column.addWidget(_grid([line for line in lines if line[1]]))
        self.hide()

    def _show(self, shown: bool) -> None:  # noqa: FBT001  # Qt's own signature
        self.setVisible(shown)
        self.toggle.show_icon("chevron-up" if shown else "chevron-down")


def _grid(lines: Sequence[tuple[str, str]]) -> QFrame:
    frame = QFrame()
    frame.setProperty("surface", "note")
    grid = QGridLayout(frame)
    grid.setContentsMargins(SPACE.middle, SPACE.small, SPACE.middle, SPACE.small)
    grid.setHorizontalSpacing(SPACE.large)
    grid.setVerticalSpacing(SPACE.tiny)
    grid.setColumnStretch(1, 1)
    for number, (name, text) in enumerate(lines):
        grid.addWidget(Words(name, "hint"), number, 0, Qt.AlignmentFlag.AlignTop)
        shown = label(text, "hint", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(shown, number, 1)
    return frame
