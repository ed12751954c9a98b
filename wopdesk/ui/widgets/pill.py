"""A pill: a short status in the colour of what it means."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from wopdesk.ui.theme.appearance import mark
from wopdesk.ui.theme.tokens import Tone
from wopdesk.ui.widgets.words import Words


class Pill(Words):
    """A pill. The tone never says what the words do not."""

    def __init__(self, text: str, tone: Tone = "quiet") -> None:
        super().__init__(text)
        self.setProperty("pill", True)  # noqa: FBT003 - Qt's own signature
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_tone(tone)

    def set_tone(self, tone: Tone) -> None:
        """Let it mean something else."""
        mark(self, tone=tone)
