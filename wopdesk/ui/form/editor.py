"""What every editor is: shows a question, tells what was typed. The frame around it is `field`."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wopdesk.ui.form.question import Question, described
from wopdesk.ui.i18n import tr
from wopdesk.ui.theme.appearance import mark


class Editor(QWidget):
    """Base of the editors; `changed` tells the answer as XForm text at every change by the person.

    An editor never alters what it does not understand: an unreadable answer is shown and told as it was typed.
    """

    changed = Signal(str)
    labelled = True
    """Whether the frame writes the label above; an editor that says it itself has this off."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self._told: list[str] = []
        self.changed.connect(self._remember)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)

    def hold(self, widget: QWidget, *, as_wide_as_needed: bool = False) -> None:
        """Take the widget that has the keyboard."""
        side = Qt.AlignmentFlag.AlignLeading if as_wide_as_needed else Qt.AlignmentFlag(0)
        self._box.addWidget(widget, 0, side)
        self.setFocusProxy(widget)

    def value(self) -> str:
        """The answer as XForm text."""
        raise NotImplementedError

    def show_question(self, question: Question) -> None:
        """Show the question as it stands now. What is being typed is not disturbed if it means the same."""
        self.question = question

    @property
    def unsettled(self) -> bool:
        """Whether letters stand here that are no answer yet."""
        return not self.same(self.value(), self.question.value)

    def settle(self) -> None:
        """Make an answer of what is half typed, when the person is done with it."""

    def same(self, one: str, other: str) -> bool:
        """Whether two answers mean the same, so that a record may write one as the other."""
        return one == other

    def keeps_typing(self, question: Question) -> bool:
        """Whether what is typed here goes beyond what the question knows; to be asked before it is shown.

        Whoever keeps the answers may be slower than the person who types: what comes back is then what was typed some
        letters ago, and must not replace what stands there now.
        """
        if not self.has_keyboard:
            self._told.clear()
            return False
        for number, told in enumerate(self._told):
            if self.same(told, question.value):
                del self._told[: number + 1]
                return bool(self._told) or self.same(self.value(), question.value)
        return bool(self._told) and self.same(question.value, self.question.value)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is here."""
        return (self.focusProxy() or self).hasFocus()

    def _remember(self, value: str) -> None:
        if self.has_keyboard:
            self._told.append(value)

    def name_parts(self, *widgets: QWidget) -> None:
        """Give name, description and state to the widgets that have the keyboard."""
        question = self.question
        needed = f", {tr('required')}" if question.required else ""
        for widget in widgets:
            widget.setAccessibleName(question.label + needed)
            widget.setAccessibleDescription(described(question))
            mark(widget, state="problem" if question.problem else "")


def editor_of(widget: QWidget) -> Editor | None:
    """The editor to which something that has the keyboard belongs."""
    held: QWidget | None = widget
    while held is not None and not isinstance(held, Editor):
        held = held.parentWidget()
    return held
