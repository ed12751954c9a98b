"""A date: typed in any usual way, day first, or picked from a calendar; it can be empty, as an answer can."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from wopdesk.ui.form.calendar_popup import CalendarPopup
from wopdesk.ui.form.days import month_passed, nearest_in, read_day, to_date
from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.line import Line
from wopdesk.ui.form.question import Question
from wopdesk.ui.i18n import day, locale, spoken, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.icons import icon


class DateEditor(Editor):
    """For `date`. Down or F4 opens the calendar; Page Up and Page Down go by days."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.line = Line(self)
        self.line.textEdited.connect(lambda: self.changed.emit(self.value()))
        self.line.installEventFilter(self)
        self._pick = QAction(self)
        self._pick.triggered.connect(self.open_calendar)
        self.line.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)
        self._popup: CalendarPopup | None = None
        self.hold(self.line)
        self._dress()
        self.show_question(question)

    def value(self) -> str:
        """The date as XForm text; as typed, if it is none."""
        return read_day(self.line.text())

    def show_question(self, question: Question) -> None:
        """Show it; while it is typed, the line is left alone."""
        keeps = self.keeps_typing(question)
        super().show_question(question)
        if not self.line.hasFocus() or (not keeps and self.value() != question.value):
            self.line.setText(self._written(question.value))
        self.line.setReadOnly(question.readonly)
        self._pick.setEnabled(not question.readonly)
        self.name_parts(self.line)

    def open_calendar(self) -> None:
        """Open the calendar below the line, at the answer or in the month of which the record speaks."""
        empty = nearest_in(self.question.month, QDate.currentDate())
        popup = CalendarPopup(self, to_date(self.value()) or empty)
        popup.calendar.clicked.connect(self._take)
        popup.calendar.activated.connect(self._take)
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 4)))
        popup.show()
        popup.calendar.setFocus(Qt.FocusReason.PopupFocusReason)
        self._popup = popup

    def _take(self, date: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.line.setText(day(date))
        self.changed.emit(self.value())

    def _written(self, value: str) -> str:
        date = to_date(value)
        return day(date) if date is not None else value

    def _dress(self) -> None:
        colours = worn().colours
        self._pick.setIcon(icon("calendar", colours.text_soft, faint=colours.text_faint))
        self._pick.setText(tr("Open the calendar"))
        self.line.setPlaceholderText(tr("day/month/year"))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.line.setText(self._written(self.value()))
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self.line.isReadOnly():
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        if key in {Qt.Key.Key_Down, Qt.Key.Key_F4}:
            self.open_calendar()
            return True
        move = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}.get(key)
        date = to_date(self.value())
        if move is None or date is None:
            return False
        self._take(date.addDays(move))
        return True

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.PaletteChange}:
            value = self.value()
            self._dress()
            self.line.setText(self._written(value))
        super().changeEvent(event)


def told(question: Question) -> Question:
    """The same question; where a day was written that its month has not, the problem says so."""
    if question.type != "date" or not question.problem or to_date(question.value) is not None:
        return question
    last = month_passed(question.value)
    if last is None:
        return question
    month = locale(spoken()).standaloneMonthName(last.month())
    return replace(
        question, problem=tr("{month} {year} has {days} days.", month=month, year=last.year(), days=last.day())
    )
