"""What is typed in a usual way on one line and kept as XForm text: times and moments, and the base of others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from wopdesk.ui.form.clock import read_moment, read_time, write_time
from wopdesk.ui.form.days import to_date
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.text import TextEditor
from wopdesk.ui.i18n import day, tr
from wopdesk.ui.overriding import override


class TypedEditor(TextEditor):
    """Reads what is typed, and writes what it understood when the keyboard leaves. Subclasses say how."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.line.installEventFilter(self)
        self._dress()

    def value(self) -> str:
        """The answer as XForm text; as typed, if it cannot be read."""
        return self.read(self.line.text())

    def show_question(self, question: Question) -> None:
        """Show it; while it is typed, the line is left alone."""
        super().show_question(question)
        if not self.line.hasFocus():
            self.line.setText(self.write(question.value))

    def read(self, text: str) -> str:
        """What is typed as XForm text."""
        return text.strip()

    def write(self, value: str) -> str:
        """An answer as a person reads it."""
        return value

    def example(self) -> str:
        """How it is typed."""
        return ""

    def _dress(self) -> None:
        self.line.setPlaceholderText(self.example())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.line.setText(self.write(self.value()))
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            value = self.value()
            self._dress()
            self.line.setText(self.write(value))
        super().changeEvent(event)


class TimeEditor(TypedEditor):
    """For `time`."""

    @override
    def read(self, text: str) -> str:
        return read_time(text)

    @override
    def write(self, value: str) -> str:
        return write_time(value)

    @override
    def example(self) -> str:
        return tr("hours:minutes")


class MomentEditor(TypedEditor):
    """For `dateTime`."""

    @override
    def read(self, text: str) -> str:
        return read_moment(text)

    @override
    def write(self, value: str) -> str:
        return written_moment(value)

    @override
    def example(self) -> str:
        return tr("day/month/year hours:minutes")


def written_moment(value: str, *, short: bool = False) -> str:
    """A day and a time as a person reads them; what is none stands as it is."""
    date, _, time = value.partition("T")
    shown = to_date(date)
    return value if shown is None or not time else f"{day(shown, short=short)} {write_time(time)}"
