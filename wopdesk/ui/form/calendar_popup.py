"""A calendar in a window of its own, from which a day is picked, in the colours and the direction that are worn."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from wopdesk.ui.i18n import day, locale, spoken, tr
from wopdesk.ui.theme.appearance import colour, worn
from wopdesk.ui.theme.icons import icon
from wopdesk.ui.widgets.aloud import announce
from wopdesk.ui.widgets.second_press import SecondPress

_NO_HEADER = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader


class CalendarPopup(QFrame):
    """Shows the month of a day; Escape and a click beside it close it."""

    def __init__(self, parent: QWidget, shown: QDate) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "popup")
        self.setAccessibleName(tr("Calendar"))
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(locale(spoken()))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(_NO_HEADER)
        self.calendar.setSelectedDate(shown)
        self.calendar.setAccessibleName(tr("Calendar"))
        self._dress_days()
        turned = worn().right_to_left
        self._dress_button("prev", tr("The month before"), "chevron-right" if turned else "chevron-left")
        self._dress_button("next", tr("The next month"), "chevron-left" if turned else "chevron-right")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.calendar)
        self.setFocusProxy(self.calendar)
        self._second = SecondPress(self)
        self.calendar.selectionChanged.connect(self._say)

    def _say(self) -> None:
        """A screen reader hears the whole day; Qt itself tells its number alone."""
        chosen = self.calendar.selectedDate()
        announce(self.calendar, f"{locale(spoken()).dayName(chosen.dayOfWeek())} {day(chosen)}")

    def _dress_days(self) -> None:
        """Every day of the week in the colour of text, where Qt has red; today bold."""
        plain, today = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(colour("text"))
        for weekday in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(weekday, plain)
        head = QTextCharFormat()
        head.setForeground(colour("text_soft"))
        self.calendar.setHeaderTextFormat(head)
        today.setFontWeight(QFont.Weight.Bold)
        today.setForeground(colour("accent_text"))
        self.calendar.setDateTextFormat(QDate.currentDate(), today)
        for name, said in (("calendarview", tr("Calendar")), ("yearedit", tr("Year"))):
            part = self.calendar.findChild(QWidget, f"qt_calendar_{name}")
            if part is not None:  # it is Qt's own
                part.setAccessibleName(said)

    def _dress_button(self, name: str, said: str, picture: str) -> None:
        button = self.calendar.findChild(QToolButton, f"qt_calendar_{name}month")
        if button is not None:  # it is Qt's own
            button.setAccessibleName(said)
            button.setIcon(icon(picture, worn().colours.text_soft, faint=worn().colours.text_faint))
