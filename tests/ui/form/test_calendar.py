"""The calendar: in the colours and the direction of the desk, and picked from by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery import grabbed
from tests.ui.test_gallery import compare
from wopdesk.ui.form.calendar_popup import CalendarPopup
from wopdesk.ui.form.date import DateEditor
from wopdesk.ui.form.question import Question
from wopdesk.ui.i18n import Language
from wopdesk.ui.theme.appearance import Appearance, Theme, wear

LOOKS: list[tuple[Theme, Language]] = [("light", "en"), ("dark", "en"), ("light", "ur"), ("dark", "ur")]


@pytest.fixture
def field(qtbot: QtBot) -> QWidget:
    """What the calendar belongs to."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def popup(field: QWidget) -> CalendarPopup:
    """The calendar of a month that is long over, so that today is not in it."""
    made = CalendarPopup(field, QDate(2025, 10, 15))
    made.move(QPoint(200, 200))
    made.show()
    QApplication.processEvents()
    return made


@pytest.mark.parametrize("look", LOOKS, ids="-".join)
def test_it_looks_as_it_was_agreed(
    qapp: QApplication, field: QWidget, look: tuple[Theme, Language], tmp_path: Path
) -> None:
    wear(qapp, Appearance(*look))
    made = popup(field)
    made.setFocus()
    compare(grabbed(made), f"calendar-{'-'.join(look)}", tmp_path)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_month_before_lies_where_reading_begins(qapp: QApplication, field: QWidget, language: Language) -> None:
    wear(qapp, Appearance("light", language))
    made = popup(field)
    before, after = (made.findChild(QToolButton, f"qt_calendar_{name}month") for name in ("prev", "next"))
    assert before is not None
    assert after is not None
    assert (before.x() > after.x()) is (language == "ur")


def test_the_keyboard_comes_into_it_and_enter_takes_the_day(qtbot: QtBot) -> None:
    made = DateEditor(Question("about/day", "date", "Day", value="2025-10-15"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.line.setFocus()
    qtbot.keyClick(made.line, Qt.Key.Key_F4)
    (calendar,) = made.findChildren(CalendarPopup)
    within = QApplication.focusWidget()
    assert within is not None
    assert calendar.isAncestorOf(within)
    qtbot.keyClick(within, Qt.Key.Key_Right)
    qtbot.keyClick(within, Qt.Key.Key_Return)
    assert made.value() == "2025-10-16"
    assert not calendar.isVisible()
