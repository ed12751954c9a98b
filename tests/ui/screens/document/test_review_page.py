"""The page before sending lists what is to be fixed, of very much only what comes first. No desk is needed."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.screens.document.fixed import begun
from wopdesk.ui.screens.document.asking import plainly
from wopdesk.ui.screens.document.progress import Listed
from wopdesk.ui.screens.document.review_page import ReviewPage
from wopdesk.ui.screens.document.summary import review


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
