from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.form.filling import Filling, filled, with_answer, with_problem
from tests.ui.form.page_content import progress, work
from tests.ui.form.page_content_later import advice, findings, obstacles, pages, requests
from wopdesk.ui.form.card_box import CardBox
from wopdesk.ui.form.field import Field
from wopdesk.ui.form.multiline import MultilineEditor
from wopdesk.ui.form.parts import Card, Cards, Page, Section
from wopdesk.ui.form.photo_list import PhotoList
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.form.tab_order import stops
from wopdesk.ui.theme.tokens import SPACE

MONTHS = tuple((f"m{number}", f"Month {number}") for number in range(12))
FINDING = "findings/found[f1]/finding"


def field(page: Filling, path: str) -> Field:
    return next(made for made in page.findChildren(Field) if made.editor.question.path == path)


def with_cards(page: Page, *cards: Card) -> Page:
    parts = (replace(part, cards=(*part.cards, *cards)) if isinstance(part, Cards) else part for part in page.parts)
    return replace(page, parts=tuple(parts))


def another(number: int) -> Card:
    at = f"findings/found[g{number}]"
    asked = Question(f"{at}/finding", "text", "Finding", required=True, appearance="multiline")
    return Card(f"g{number}", f"Finding {number}", (asked, Question(f"{at}/evidence", "text", "Evidence")))


def dropped(on: QWidget, *files: Path) -> None:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    QApplication.sendEvent(on, QDragEnterEvent(QPointF(1, 1), copy, data, left, none))
    QApplication.sendEvent(on, QDropEvent(QPointF(1, 1), copy, data, left, none))


def test_what_is_typed_is_told_with_its_path_from_any_depth(qtbot: QtBot) -> None:
    page = filled(qtbot, replace(findings(), parts=(Section("s", "A group", findings().parts),)))
    assert page.go_to("findings/found[f1]/evidence")
    line = page.keyboard()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "Log")
    assert page.told[-1] == ("findings/found[f1]/evidence", "Log")
    assert line.text() == "Log"


def test_cursor_and_keyboard_stay_where_they_are_while_the_record_changes(qtbot: QtBot) -> None:
    page = filled(qtbot, findings())
    page.go_to(FINDING)
    text = page.keyboard()
    assert isinstance(text, QPlainTextEdit)
    cursor = text.textCursor()
    cursor.setPosition(8)
    text.setTextCursor(cursor)
    qtbot.keyClicks(text, "!")
    page.show_now(with_problem(page.now, FINDING, "Too short."))
    page.show_now(with_cards(page.now, another(2)))
    assert page.keyboard() is text
    assert text.textCursor().position() == 9
    assert text.toPlainText().startswith("Pressure!")


def test_an_answer_that_comes_back_late_does_not_undo_what_was_typed_since(qtbot: QtBot) -> None:
    page = filled(qtbot, progress())
    page.answered.disconnect(page.enter)
    page.go_to("progress/produced")
    line = page.keyboard()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    told: list[str] = []
    page.answered.connect(lambda _, value: told.append(value))
    qtbot.keyClicks(line, "0.050")
    for late in told:
        canonical = {"0.": "0", "0.0": "0", "0.050": "0.05"}.get(late, late)
        page.show_now(with_answer(page.now, "progress/produced", canonical))
        assert line.text() == "0.050"
    page.go_to("progress/billed")
    assert line.text() == "0.050"
    page.show_now(with_answer(page.now, "progress/produced", "0.07"))
    assert line.text() == "0.07"


def test_what_somebody_else_changes_is_shown_even_where_the_keyboard_is(qtbot: QtBot) -> None:
    page = filled(qtbot, progress())
    page.go_to("progress/produced")
    page.show_now(with_answer(page.now, "progress/produced", "7"))
    held = page.keyboard()
    assert isinstance(held, QLineEdit)
    assert held.text() == "7"


def test_a_row_that_comes_leaves_the_others_as_they_are_and_gets_the_keyboard(qtbot: QtBot) -> None:
    page = filled(qtbot, findings())
    page.go_to("findings/found[f1]/evidence")
    before = page.findChildren(Field)
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Insert)
    assert page.told[-1] == ("row_wanted", "findings/found")
    page.show_now(with_cards(page.now, another(2)))
    assert set(before) <= set(page.findChildren(Field))
    held = page.keyboard()
    assert held is field(page, "findings/found[g2]/finding").editor.focusProxy()


def test_a_row_is_removed_by_keyboard_and_the_keyboard_goes_to_the_next(qtbot: QtBot) -> None:
    page = filled(qtbot, with_cards(findings(), another(2)))
    first, second = page.findChildren(CardBox)
    assert first.remove.accessibleName() == "Remove: Finding 1"
    first.remove.setFocus()
    qtbot.keyClick(first.remove, Qt.Key.Key_Space)
    assert page.told[-1] == ("rows_dropped", "findings/found", ["f1"])
    cards = page.now.parts[1]
    assert isinstance(cards, Cards)
    page.show_now(replace(page.now, parts=(page.now.parts[0], replace(cards, cards=cards.cards[1:]))))
    assert page.keyboard() is second.remove


def test_rows_of_a_list_are_neither_added_nor_removed(qtbot: QtBot) -> None:
    page = filled(qtbot, advice())
    page.go_to("advice/actions")
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Insert)
    assert not page.told
    named = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert not [button for button in named if button.accessibleName().startswith(("Remove", "Open advice: Add"))]


def test_what_the_title_says_is_not_said_again_but_named_to_who_does_not_see_it(qtbot: QtBot) -> None:
    page = filled(qtbot, advice())
    title = "Bill all public standposts."
    seen = [words.text() for words in page.findChildren(QLabel) if words.isVisible()]
    assert seen.count(title) == 1
    held = field(page, "advice/actions[2]/state").editor.focusProxy()
    assert held
    assert held.accessibleName() == f"{title}, required"


def test_tab_goes_as_the_page_reads_also_through_what_came_later(qtbot: QtBot) -> None:
    page = filled(qtbot, findings())
    page.show_now(with_cards(page.now, another(2)))
    card = page.now.parts[1]
    assert isinstance(card, Cards)
    more = Question("findings/found[f1]/more", "text", "More")
    first = replace(card.cards[0], parts=(card.cards[0].parts[0], more, card.cards[0].parts[1]))
    page.show_now(replace(page.now, parts=(page.now.parts[0], replace(card, cards=(first, *card.cards[1:])))))
    page.go_to("findings/nothing")
    names = [page.keyboard().accessibleName()]
    for _ in range(8):
        qtbot.keyClick(page.keyboard(), Qt.Key.Key_Tab)
        names.append(page.keyboard().accessibleName())
    assert names == [
        "No findings this month",
        "Remove: Finding 1",
        "Finding, required",
        "More",
        "Evidence",
        "Remove: Finding 2",
        "Finding, required",
        "Evidence",
        "Findings: Add",
    ]


def test_the_keyboard_begins_at_the_first_field_that_can_be_filled(qtbot: QtBot) -> None:
    told, asked = Question("p/month", "text", "Month", readonly=True), Question("p/by", "text", "Prepared by")
    page = filled(qtbot, Page("p", "Page", parts=(told, asked)))
    page.focus_first()
    qtbot.keyClicks(page.keyboard(), "S")
    assert page.told == [("p/by", "S")]


def test_the_keyboard_begins_at_no_tick_which_a_space_would_set(qtbot: QtBot) -> None:
    tick, asked = Question("p/nothing", "acknowledge", "Nothing this month"), Question("p/by", "text", "Prepared by")
    page = filled(qtbot, Page("p", "Page", parts=(tick, asked)))
    page.focus_first()
    qtbot.keyClicks(page.keyboard(), " S")
    assert {path for path, _ in page.told} == {"p/by"}
    alone = filled(qtbot, Page("p", "Page", parts=(tick,)))
    alone.focus_first()
    qtbot.keyClick(alone.keyboard(), Qt.Key.Key_Space)
    assert alone.told == [("p/nothing", "OK")]


def test_parts_of_a_short_page_stand_together(qtbot: QtBot) -> None:
    beside = Question("p/none", "select_one", "Was nothing done?", choices=(("y", "Yes"), ("n", "No")), hint="Hint.")
    page = filled(qtbot, Page("p", "Page", parts=(Question("p/a", "date", "A"), beside, Question("p/b", "text", "B"))))
    first, second = field(page, "p/none"), field(page, "p/b")
    assert second.mapTo(page, QPoint(0, 0)).y() - first.mapTo(page, QPoint(0, first.height())).y() <= SPACE.large
    assert first.height() <= first.sizeHint().height() + SPACE.large


def test_tab_leaves_the_page_and_comes_back_at_either_end(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, page, after = QLineEdit(), Filling(findings()), QLineEdit()
    for widget in (before, page, after):
        column.addWidget(widget)
    page.show_now(with_cards(page.now, another(2)))
    page.show_now(findings())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    before.setFocus()
    there = []
    for key, count in ((Qt.Key.Key_Tab, 7), (Qt.Key.Key_Backtab, 6)):
        for _ in range(count):
            qtbot.keyClick(page.keyboard(), key)
            there.append(page.keyboard())
    names = [held.accessibleName() for held in there]
    first, last = "No findings this month", "Findings: Add"
    assert (names[0], names[4]) == (first, last)
    assert there[5] is after
    assert there[6] is before
    assert (there[7], names[8], names[12]) == (after, last, first)


def test_enter_leaves_a_line_as_tab_does(qtbot: QtBot) -> None:
    page = filled(qtbot, progress())
    page.go_to("progress/produced")
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_Return)
    assert page.keyboard().accessibleName().startswith("Water billed")


def test_a_page_is_left_when_another_is_shown(qtbot: QtBot) -> None:
    page = filled(qtbot, findings())
    page.show_now(requests())
    QApplication.sendPostedEvents(None, 0)
    assert [made.editor.question.path for made in page.findChildren(Field) if made.isVisible()] == ["requests/nothing"]


def test_a_block_of_three_by_four_cells_is_pasted_from_excel(qtbot: QtBot) -> None:
    page = filled(qtbot, progress())
    page.go_to("progress/figures[1]/value")
    block = "83\t83\t71\t95\r\n12.5\t12\t8\t18\r\n420,100\t401,000\t366,250\t440,000\r\n"
    QGuiApplication.clipboard().setText(block)
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    cells = [["83", "83", "71", "95"], ["12.5", "12", "8", "18"], ["420,100", "401,000", "366,250", "440,000"]]
    assert page.told == [("pasted", "progress/figures", 1, 0, cells)]


def test_photos_dropped_anywhere_on_their_list_are_told_and_other_files_are_not(qtbot: QtBot, tmp_path: Path) -> None:
    page = filled(qtbot, work())
    photos = page.findChildren(PhotoList)[0]
    one, two, letter = (tmp_path / name for name in ("1.jpg", "2.PNG", "letter.docx"))
    for place in (photos, photos.zone):
        page.told.clear()
        dropped(place, one, letter, two)
        assert page.told == [("files", "work/photos", [str(one), str(two)])]
    page.told.clear()
    dropped(field(page, "work/photos[p0]/photo").editor.findChildren(QWidget)[0], two)
    assert page.told == [("files", "work/photos[p0]/photo", [str(two)])]


def test_pictures_are_asked_for_once_and_shown(qtbot: QtBot) -> None:
    page = filled(qtbot, work())
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    page.show_now(replace(work()))
    page.told.clear()
    page.show_now(with_answer(page.now, "work/photos[p2]/photo", "b3"))
    page.show_now(with_answer(page.now, "work/photos[p2]/caption", "Sample"))
    assert page.told == [("picture", "work/photos[p2]/photo", "b3")]
    page.show_picture("work/photos[p2]/photo", picture)
    tile = field(page, "work/photos[p2]/photo")
    middle = tile.grab().toImage().pixelColor(tile.width() // 2, tile.height() // 2)
    assert middle.name() == "#ff0000"


@pytest.mark.parametrize(
    "path", ["work/activities[k1]/done", "work/photos[p2]/caption", "work/photos[p0]", "work/photos", "work/other"]
)
def test_one_is_led_to_a_cell_a_card_or_a_field_which_is_then_in_sight(qtbot: QtBot, path: str) -> None:
    page = filled(qtbot, work(), height=420)
    assert page.go_to(path)
    held = page.keyboard()
    assert held.isVisible()
    assert not held.visibleRegion().isEmpty()
    if path == "work/activities[k1]/done":
        table = page.findChildren(RepeatEditor)[0]
        assert table.view.currentIndex() == table.model.place(1, 1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_a_box_of_several_lines_to_which_tab_leads_is_seen_whole(qtbot: QtBot, key: Qt.Key) -> None:
    boxes = tuple(Question(f"box{number}", "text", "Words", appearance="multiline") for number in range(6))
    page = filled(qtbot, Page("p", "Page", parts=boxes), height=320)
    page.go_to("box0" if key == Qt.Key.Key_Tab else "box5")
    for _ in boxes[1:]:
        qtbot.keyClick(page.keyboard(), key)
        held = page.keyboard()
        assert isinstance(held, QPlainTextEdit)
        assert held.visibleRegion().boundingRect() == held.rect()


def test_one_is_led_to_what_was_shown_only_now(qtbot: QtBot) -> None:
    page = filled(qtbot, requests(), height=420)
    page.show_now(work())
    assert page.go_to("work/photos[p2]/place")
    assert not page.keyboard().visibleRegion().isEmpty()


def test_one_is_not_led_to_what_is_not_here(qtbot: QtBot) -> None:
    page = filled(qtbot, work())
    assert not page.go_to("findings/nothing")


def test_short_fields_stand_side_by_side_where_there_is_room(qtbot: QtBot) -> None:
    page = filled(qtbot, obstacles(), width=900)
    owner, since = field(page, "obstacles/faced[o1]/owner"), field(page, "obstacles/faced[o1]/since")
    assert owner.y() == since.y()
    page.resize(460, 700)
    QApplication.processEvents()
    assert owner.y() < since.y()
    assert owner.width() > 300


def test_a_page_that_can_only_be_read_is_paged_from_where_the_keyboard_begins(qtbot: QtBot) -> None:
    month = Question("month", "select_one", "Month", value="m3", readonly=True, appearance="minimal", choices=MONTHS)
    read = tuple(Question(f"box{n}", "text", "Words", appearance="multiline", readonly=True) for n in range(6))
    page = filled(qtbot, Page("p", "Page", parts=(month, *read)), height=320)
    assert page.focus_first()
    assert not page.findChildren(QLineEdit)[0].hasSelectedText()
    qtbot.keyClick(page.keyboard(), Qt.Key.Key_PageDown)
    assert page.findChildren(QScrollArea)[0].verticalScrollBar().value() > 0


def boxes_at(page: Filling, *paths: str) -> list[int]:
    """Where the boxes of fields begin, from the top of the page."""
    QApplication.processEvents()
    return [field(page, path).editor.mapTo(page, QPoint()).y() for path in paths]


def test_boxes_side_by_side_begin_at_one_height_however_many_lines_ask_for_them(qtbot: QtBot) -> None:
    short = Question("short", "decimal", "Water billed", unit="m³ in the month")
    long = Question("long", "decimal", "Water produced in the whole of the pilot area and its zones", unit="m³")
    page = filled(qtbot, Page("p", "Page", parts=(long, short)), width=600)
    first, second = boxes_at(page, "long", "short")
    assert first == second
    page.resize(1000, 700)
    assert len(set(boxes_at(page, "long", "short"))) == 1
    assert boxes_at(page, "short") < [second]
    page.show_now(Page("p", "Page", parts=(long, replace(short, label=f"{long.label}, so far as it is known"))))
    assert len(set(boxes_at(page, "long", "short"))) == 1
    page.resize(460, 700)
    first, second = boxes_at(page, "long", "short")
    assert field(page, "short").y() == field(page, "long").geometry().bottom() + 1 + SPACE.large
    assert first < second


def test_a_problem_is_said_at_its_field_and_read_with_it(qtbot: QtBot) -> None:
    page = filled(qtbot, findings())
    editor = field(page, FINDING).editor
    assert isinstance(editor, MultilineEditor)
    assert "Too short." not in editor.page.accessibleDescription()
    page.show_now(with_problem(page.now, FINDING, "Too short."))
    assert editor.page.accessibleDescription().startswith("Too short.")
    assert editor.page.property("state") == "problem"
    assert "Too short." in [words.text() for words in page.findChildren(QLabel) if words.isVisible()]


def interfaces(widget: QWidget) -> Iterator[tuple[QWidget, str]]:
    for stop in stops(widget):
        told = QAccessible.queryAccessibleInterface(stop)
        yield stop, told.text(QAccessible.Text.Name)


@pytest.mark.parametrize("name", list(pages()))
def test_every_control_has_a_name_of_its_own_for_who_does_not_see_it(qtbot: QtBot, name: str) -> None:
    page = filled(qtbot, pages()[name])
    named = [(stop, told) for stop, told in interfaces(page) if stop.isVisible()]
    assert named
    assert not [stop for stop, told in named if not told]


@pytest.mark.parametrize("name", list(pages()))
def test_every_control_is_reached_by_tab_alone(qtbot: QtBot, name: str) -> None:
    page = filled(qtbot, pages()[name])
    wanted = {stop for stop in stops(page) if stop.isVisible() and stop.isEnabled()}
    assert wanted
    page.focus_first()
    reached = set()
    for _ in range(120):
        reached.add(page.keyboard())
        qtbot.keyClick(page.keyboard(), Qt.Key.Key_Tab)
    radios = {stop for stop in wanted if stop.inherits("QRadioButton")}
    assert wanted - radios <= reached
