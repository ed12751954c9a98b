from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from wopdesk.ui.form.growing import growing
from wopdesk.ui.form.page import FormPage
from wopdesk.ui.form.parts import Card, Cards, Page, Section
from wopdesk.ui.form.question import Question

NAME, PLACE = Question("a/name", "text", "Name"), Question("a/place", "text", "Place")
PHOTOS = Cards("a/photos", "Photos", (Card("r1", "One", (NAME, PLACE)), Card("r2", "Two", ())))
PAGE = Page("a", "A page", parts=(NAME, PHOTOS, Section("a/group", "Group", (NAME, PLACE)), PLACE))


def shown(page: QWidget) -> list[tuple[str, str]]:
    return [(type(widget).__name__, widget.accessibleName()) for widget in page.findChildren(QWidget)]


def test_it_ends_as_the_whole_page() -> None:
    *before, last = growing(PAGE)
    assert last == PAGE
    assert len(before) > len(PAGE.parts)


def test_a_page_without_parts_is_one_step() -> None:
    assert list(growing(Page("a", "Empty"))) == [Page("a", "Empty")]


def test_a_prepared_page_is_the_page_that_is_shown_at_once(qtbot: QtBot) -> None:
    prepared, at_once = FormPage(), FormPage()
    for page in (prepared, at_once):
        qtbot.addWidget(page)
    steps = sum(1 for _ in prepared.prepare(PAGE))
    at_once.show_page(PAGE)
    assert steps > len(PAGE.parts)
    assert sorted(shown(prepared)) == sorted(shown(at_once))


def test_showing_it_in_between_shows_all_of_it(qtbot: QtBot) -> None:
    page, at_once = FormPage(), FormPage()
    for one in (page, at_once):
        qtbot.addWidget(one)
    next(page.prepare(PAGE))
    page.show_page(PAGE)
    at_once.show_page(PAGE)
    assert sorted(shown(page)) == sorted(shown(at_once))
