"""The page before sending lists what is to be fixed, of very much only what comes first. No desk is needed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.screens.document.fixed import begun
from wopdesk.ui.screens.document.asking import plainly
from wopdesk.ui.screens.document.progress import Listed
from wopdesk.ui.screens.document.review_page import ReviewPage
from wopdesk.ui.screens.document.summary import review
from wopdesk.ui.widgets.fact_list import FactList


def listed(count: int) -> tuple[Listed, ...]:
    return tuple(
        Listed(1, "Sample", "Amount", f"Row {number}", "Missing", f"rows[{number}]") for number in range(count)
    )


def test_of_very_many_problems_the_first_are_listed_and_lead_there(qtbot: QtBot) -> None:
    page = ReviewPage()
    qtbot.addWidget(page)
    page.show_review(replace(review(begun("en", plainly)), problems=listed(1500)))
    assert 10 < len(page.rows) < 100
    with qtbot.waitSignal(page.gone_to) as gone:
        page.rows[-1].click()
    assert gone.args == [f"rows[{len(page.rows) - 1}]"]


def test_some_problems_are_all_listed(qtbot: QtBot) -> None:
    page = ReviewPage()
    qtbot.addWidget(page)
    page.show_review(replace(review(begun("en", plainly)), problems=listed(12)))
    assert len(page.rows) == 12


def test_a_page_that_was_prepared_says_what_counts_when_it_is_shown(qtbot: QtBot) -> None:
    page, found = ReviewPage(), review(begun("en", plainly))
    qtbot.addWidget(page)
    for _ in page.prepare(found):
        pass
    lists = page.findChildren(FactList)
    assert [one.accessibleName() for one in lists] == [part.title for part in found.parts]
    page.show_review(replace(found, problems=listed(2), parts=found.parts[1:]))
    assert len(page.rows) == 2
    told = [one.accessibleName() for one in page.findChildren(FactList) if not one.isHidden()]
    assert told == [part.title for part in found.parts[1:]]


def test_in_another_language_all_is_said_anew(qtbot: QtBot) -> None:
    page, found = ReviewPage(), replace(review(begun("en", plainly)), problems=listed(1))
    qtbot.addWidget(page)
    page.show_review(found)
    (before,) = page.rows
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    page.show_review(found)
    assert page.rows != [before]
