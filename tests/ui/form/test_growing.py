from itertools import pairwise

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from wopdesk.ui.form.growing import by_rows, growing
from wopdesk.ui.form.page import FormPage
from wopdesk.ui.form.parts import Card, Cards, Page, Section
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.rows import RepeatRow, RepeatTable

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


@pytest.mark.parametrize(("rows", "begun"), [(0, 0), (1, 1), (50, 0), (130, 3), (500, 400)])
def test_a_table_grows_from_the_rows_that_are_shown_to_all_of_it(rows: int, begun: int) -> None:
    table = RepeatTable("work", "Work", (), tuple(RepeatRow(str(number), ()) for number in range(rows)))
    page = Page("p", "Work", parts=(Question("before", "text"), table, Question("after", "text")))
    grown = list(by_rows(page, "work", begun))
    assert grown[-1] == page
    lengths = [len(part.rows) for one in grown for part in one.parts if isinstance(part, RepeatTable)]
    assert lengths == sorted(set(lengths))
    assert all(length > begun for length in lengths[:-1])
    assert max((after - before for before, after in pairwise([begun, *lengths])), default=0) <= 50
    assert {len(one.parts) for one in grown} == {3}
