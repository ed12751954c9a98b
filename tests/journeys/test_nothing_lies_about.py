"""Who opens records all day long has no fuller computer for it: what was left is gone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.conftest import Sit
from tests.journeys.person import Person


def test_a_record_that_was_left_leaves_no_widget_behind(sit: Sit) -> None:
    with sit("mentee") as engineer:
        look_in(engineer)
        before = lying_about()
        look_in(engineer)
        assert [type(one).__name__ for one in lying_about() if one not in before] == []


def look_in(engineer: Person) -> None:
    engineer.click("Write: Monthly report, November 2026")
    engineer.sees("The calendar month reported on.")
    engineer.click("Home")
    engineer.sees("What to do next")


def lying_about() -> list[QWidget]:
    """Widgets that lie in no window and are none that shows."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return [one for one in QApplication.topLevelWidgets() if one.parent() is None]
