"""A record opens where the person was, also after the program ended."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from tests.ui.screens.document.fixed import begun
from tests.ui.screens.document.shown import Seat, filling, focused, pager
from wopdesk.desk import bookmarks, documents, filing, reviewing, submitting
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]
PRODUCED, FOUND, PLANNED = "progress/produced", "findings/found", "activities/activities"
FIGURES = "progress/figures"


def opened(net: Network, sit: Sit) -> tuple[Seat, DocumentScreen, Where]:
    where = Where("document", record=net.report(net.a, "2026-10").id)
    seat = sit("a")
    return seat, seat.open(where), where


def settled(seat: Seat) -> None:
    """Everything that waited for the desk is done."""
    done: list[bool] = []
    seat.office.ask(lambda _desk: True, done.append)
    seat.wait(lambda: bool(done))


def test_it_opens_at_the_field_where_one_was(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat, screen, where = opened(net, sit)
    qtbot.keyClick(screen, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert screen.view.go_to(PRODUCED)
    name = focused().accessibleName()
    screen.setFocus()  # as a click on the navigation takes the keyboard away
    seat.stand_up()
    again = sit("a").open(where)
    assert pager(again).path == "progress"
    assert focused().accessibleName() == name


def test_after_a_sudden_end_it_opens_at_the_page_where_one_was(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat, screen, where = opened(net, sit)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(screen, Qt.Key.Key_PageDown, control)
    qtbot.keyClick(screen, Qt.Key.Key_PageDown, control)
    settled(seat)
    again = seat.open(where)  # nobody left the first one
    assert pager(again).path == "work"
    assert not [one for one in filling(again).stages() if one.problems]


def test_it_opens_at_the_last_page_where_one_was_there(net: Network, sit: Sit) -> None:
    seat, screen, where = opened(net, sit)
    pager(screen).turn(len(filling(screen).pages))
    seat.stand_up()
    assert pager(sit("a").open(where)).reviewing


def writing(seat: Seat, screen: DocumentScreen, text: str) -> str:
    """Write in a cell without leaving it; its path."""
    screen.view.turned.emit(filling(screen).page_of(FIGURES))
    path = f"{FIGURES}[{filling(screen).standing.rows[FIGURES][0]}]/remark"
    assert screen.view.go_to(path)
    for letter in text:
        seat.qtbot.keyClick(focused(), letter)
    assert path not in filling(screen).standing.texts  # nothing is answered yet
    return path


def kept(seat: Seat, screen: DocumentScreen) -> None:
    """As the clock does it."""
    screen.keeper.clock.timeout.emit()
    settled(seat)


def test_after_a_sudden_end_what_was_being_written_in_a_cell_is_there(net: Network, sit: Sit) -> None:
    seat, screen, where = opened(net, sit)
    path = writing(seat, screen, "Two leaks")
    assert screen.keeper.clock.isActive()
    kept(seat, screen)
    assert filling(seat.open(where)).standing.texts[path] == "Two leaks"  # nobody left the first one


def test_who_leaves_with_a_cell_half_written_finds_it_answered(net: Network, sit: Sit) -> None:
    seat, screen, where = opened(net, sit)
    path = writing(seat, screen, "Two leaks")
    seat.stand_up()
    again = sit("a").open(where)
    assert filling(again).standing.texts[path] == "Two leaks"
    assert filling(again).recovered is None


def test_a_cell_that_is_left_as_it_was_is_kept_as_it_was(net: Network, sit: Sit) -> None:
    seat, screen, where = opened(net, sit)
    path = writing(seat, screen, "Two leaks")
    kept(seat, screen)
    seat.qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    kept(seat, screen)
    assert path not in filling(seat.open(where)).standing.texts


def test_where_a_row_is_gone_it_opens_at_its_page(net: Network, sit: Sit) -> None:
    seat, screen, where = opened(net, sit)
    screen.view.turned.emit(filling(screen).page_of(FOUND))
    screen.view.row_wanted.emit(FOUND)
    (row,) = filling(screen).standing.rows[FOUND]
    screen.keep()
    pager(screen).filling.remove_rows(FOUND, [row])
    screen.keeper.save()
    settled(seat)
    assert pager(seat.open(where)).path == "findings"


def test_a_way_to_a_field_goes_before(net: Network, sit: Sit) -> None:
    seat, screen, where = opened(net, sit)
    pager(screen).turn(3)
    screen.leave()
    assert pager(seat.open(Where("document", record=where.record, path=PRODUCED))).path == "progress"


@pytest.mark.parametrize("office", ["a", "b"])
def test_what_was_submitted_opens_at_its_beginning(net: Network, sit: Sit, office: str) -> None:
    seat, screen, where = opened(net, sit)
    pager(screen).turn(3)
    seat.stand_up()
    submitting.submit(net.a, where.record)
    net.meet(net.a, net.b)
    assert pager(sit(office).open(where)).number == 0


@pytest.mark.parametrize(("office", "page"), [("a", "advice"), ("p", "advice"), ("b", "about")])
def test_advice_of_another_office_opens_at_what_is_advised(net: Network, sit: Sit, office: str, page: str) -> None:
    given = {"about/subject": "Clamps", "advice/items[1]/kind": "lesson", "advice/items[1]/text": "Use a clamp."}
    note = filing.start(net.b, "advice_note", net.home, given)
    submitting.submit(net.b, note.id)
    net.meet(net.a, net.b, net.p)
    assert pager(sit(office).open(Where("document", record=note.id))).path == page


def test_a_report_that_is_corrected_and_did_not_come_back_opens_at_its_beginning(net: Network, sit: Sit) -> None:
    record = net.report(net.a, "2026-10").id
    submitting.submit(net.a, record)
    net.meet(net.a, net.b)
    reviewing.review(net.b, record, "comment", "", {PRODUCED: "Is the meter read?"})
    net.meet(net.a, net.b)
    filing.answer(net.a, record, {"about/prepared_by": "Sample Engineer, Distribution"})
    screen = sit("a").open(Where("document", record=record))
    assert (filling(screen).editing, filling(screen).first_remarked) == (True, PRODUCED)
    assert pager(screen).number == 0


LINES = [[f"Sample activity {number}", "no such track", "no such method"] for number in range(6)]


def counted(screen: DocumentScreen) -> dict[str, tuple[str, int]]:
    return {one.path: (one.state, one.problems) for one in filling(screen).stages()}


def pasted_in(seat: Seat, screen: DocumentScreen, told: int) -> None:
    """Lines in which two cells are wrong and others are missing; rows that were there before say nothing."""
    screen.view.turned.emit(filling(screen).page_of(PLANNED))
    screen.view.pasted.emit(PLANNED, len(filling(screen).standing.rows[PLANNED]), 0, LINES)
    seat.wait(lambda: counted(screen)["activities"][1] == told)


@pytest.mark.parametrize("leave", ["home", "page", "review", "suddenly"])
def test_as_much_is_to_be_put_right_as_when_the_record_was_left(net: Network, sit: Sit, leave: str) -> None:
    (plan,) = documents.documents(net.a, "work_plan")
    seat, where = sit("a"), Where("document", record=plan.id)
    screen = seat.open(where)
    screen.view.wanted.emit("correct")
    pasted_in(seat, screen, 2 * len(LINES))
    if leave in {"page", "review"}:
        screen.view.turned.emit(0 if leave == "page" else len(filling(screen).pages))
        missing = counted(screen)["activities"][1]
        assert missing > 2 * len(LINES)
        pasted_in(seat, screen, missing + 2 * len(LINES))
    before = counted(screen)
    if leave == "suddenly":
        screen.keep()
        settled(seat)
    else:
        seat.stand_up()
        seat = sit("a")
    assert counted(seat.open(where)) == before


def test_where_nothing_is_wrong_nothing_is_noted_as_told() -> None:
    now = begun()
    name = "about/prepared_by"
    now.answer(name, "Sample Engineer")
    now.check()
    assert name not in now.told
    now.answer(name, "")
    now.leave()
    assert name in now.told


def test_what_was_looked_at_is_told_anew_of_the_next_version(net: Network, sit: Sit) -> None:
    seat, screen, where = opened(net, sit)
    pager(screen).turn(len(filling(screen).pages))
    seat.stand_up()
    assert bookmarks.told(net.a, where.record)
    net.close("a")
    seat = sit("a")
    again = seat.open(where)
    seat.wait(lambda: pager(again).review is not None)
    again.view.wanted.emit("submit")
    seat.wait(lambda: again.view.confirm.read)
    again.view.confirm.yes.click()
    seat.wait(again.sending.page.isVisible)
    seat.stand_up()
    assert not bookmarks.told(net.a, where.record)


def test_where_one_was_leaves_with_no_bundle(net: Network, sit: Sit) -> None:
    seat, screen, where = opened(net, sit)
    before: list[object] = []
    seat.office.ask(lambda desk: documents.find_document(desk, where.record).cells, before.append)
    seat.wait(lambda: bool(before))
    pager(screen).turn(3)
    seat.stand_up()
    assert documents.find_document(net.a, where.record).cells == before[0]


def test_a_page_that_is_pressed_before_the_record_is_there_is_come_to(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat = sit("a")
    screen = DocumentScreen(seat.office, Where("document", record=net.report(net.a, "2026-10").id))
    seat.screens.append(screen)
    seat.office.changed.connect(screen.refresh)
    qtbot.addWidget(screen)
    screen.show()
    screen.refresh()
    screen.view.turned.emit(2)
    seat.wait(lambda: screen.pager is not None)
    assert pager(screen).path == filling(screen).pages[2].path
