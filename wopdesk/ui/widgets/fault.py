"""What went wrong outside: what happened, what is safe, what to do next. Three parts, always in this order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from wopdesk.ui.saying import told
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words, label


@dataclass(frozen=True)
class Fault:
    """The three sentences of an outside fault, in the person's language."""

    happened: str
    safe: str
    next_step: str


class InSentences(Protocol):
    """A fault as the desk tells it, in English."""

    @property
    def what(self) -> str:
        """What happened."""

    @property
    def safe(self) -> str:
        """What is safe."""

    @property
    def next(self) -> str:
        """What to do next."""


def fault_of(fault: InSentences) -> Fault:
    """A fault in the language spoken now."""
    return Fault(told(fault.what), told(fault.safe), told(fault.next))


class FaultPanel(QFrame):
    """Shows a fault, with at most one button for the next step."""

    acted = Signal()

    def __init__(self, fault: Fault, action: str = "", severity: Literal["fault", "caution"] = "fault") -> None:
        """`action` is a text of the desk; a caution is a fault that stops nothing."""
        super().__init__()
        self.fault = fault
        self.setProperty("surface", severity)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(fault.happened)
        self.setAccessibleDescription(f"{fault.safe} {fault.next_step}")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.large, SPACE.middle, SPACE.large, SPACE.middle)
        row.setSpacing(SPACE.middle)
        sign = ("circle-alert", "bad") if severity == "fault" else ("triangle-alert", "warn")
        row.addWidget(Picture(*sign, 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(SPACE.tiny)
        words.addWidget(label(fault.happened, "strong", wrap=True))
        words.addLayout(_line("What is safe", fault.safe))
        words.addLayout(_line("What to do next", fault.next_step))
        row.addLayout(words, 1)
        if action:
            button = Button(action)
            button.clicked.connect(self.acted)
            row.addWidget(button)


def _line(head: str, text: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE.small)
    caption = Words(head, "label")
    caption.setFixedWidth(112)
    line.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(text, wrap=True), 1)
    return line
