"""A photo takes a while to be read; meanwhile the person goes on, and the record may be read again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import pytest
import shiboken6
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from tests.ui.screens.document.shown import Seat, filling, focused, pager
from wopdesk.desk import documents, filing, typing
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]
PHOTOS = "work/photos"


@pytest.fixture
def photo(tmp_path: Path) -> str:
    file = tmp_path / "IMG-20261012-WA0003.jpg"
    Image.new("RGB", (640, 480), "teal").save(file)
    return str(file)


def begin(net: Network, sit: Sit) -> tuple[Seat, DocumentScreen]:
    seat = sit("a")
    answers = (("about/period", "2026-10"),)
    screen = seat.open(Where("document", kind="monthly_report", space=net.home.id, answers=answers))
    pager(screen).turn(2)
    return seat, screen


def busy(seat: Seat) -> Event:
    """The desk does nothing more until this is set."""
    free = Event()
    seat.office.ask(lambda _desk: free.wait(10), lambda _done: None)
    return free


def drop(screen: DocumentScreen, photo: str) -> str:
    """Drop a photo on the list; the row made for it."""
    screen.view.files_offered.emit(PHOTOS, [photo])
    return filling(screen).standing.rows[PHOTOS][-1]


def done(seat: Seat) -> None:
    """Whatever was asked of the desk is done."""
    heard: list[bool] = []
    seat.office.ask(lambda _desk: True, heard.append)
    seat.wait(lambda: bool(heard))


def test_the_keyboard_stays_where_the_person_types(net: Network, sit: Sit, qtbot: QtBot, photo: str) -> None:
    seat, screen = begin(net, sit)
    free = busy(seat)
    row = drop(screen, photo)
    screen.view.go_to("work/other")
    qtbot.keyClicks(focused(), "Sam")
    typed_in = focused()
    free.set()
    seat.wait(lambda: f"{PHOTOS}[{row}]/photo" in filling(screen).standing.texts)
    done(seat)
    assert QApplication.focusWidget() is typed_in
    qtbot.keyClicks(typed_in, "ple")
    assert filling(screen).standing.texts["work/other"] == "Sample"


def test_a_photo_reaches_its_row_in_the_record_that_was_read_again(net: Network, sit: Sit, photo: str) -> None:
    seat, screen = begin(net, sit)
    before, free = filling(screen), busy(seat)
    record = before.background.record
    screen._reading._compare(record, ("changed",))  # noqa: SLF001  # something came in meanwhile
    row = drop(screen, photo)
    free.set()
    seat.wait(lambda: filling(screen) is not before)
    done(seat)
    assert len(filling(screen).standing.texts[f"{PHOTOS}[{row}]/photo"]) == 64
    assert filling(screen).standing.rows[PHOTOS] == (row,)
    assert not seat.notices


def test_a_photo_whose_row_was_taken_away_is_dropped_and_told(net: Network, sit: Sit, photo: str) -> None:
    seat, screen = begin(net, sit)
    screen.view.row_wanted.emit(PHOTOS)
    (other,) = filling(screen).standing.rows[PHOTOS]
    free = busy(seat)
    row = drop(screen, photo)
    screen.view.rows_dropped.emit(PHOTOS, [row])
    heard = len(seat.notices)
    free.set()
    seat.wait(lambda: len(seat.notices) > heard)
    assert "photo was not taken" in seat.notices[-1].text
    assert filling(screen).standing.rows[PHOTOS] == (other,)
    name = filling(screen).background.record
    seat.stand_up()
    saved = documents.find_document(net.a, name)
    assert not [path for path in saved.answers if path.startswith(PHOTOS)]


def test_a_photo_dropped_just_before_leaving_is_saved(net: Network, sit: Sit, photo: str) -> None:
    seat = sit("a")
    record = filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-10"})
    screen = DocumentScreen(seat.office, Where("document", record=record.id))
    screen.refresh()
    seat.wait(lambda: screen.pager is not None)
    free = busy(seat)
    row, name = drop(screen, photo), record.id
    screen.leave()
    shiboken6.delete(screen)
    free.set()
    done(seat)
    seat.stand_up()
    assert len(documents.find_document(net.a, name).answers[f"{PHOTOS}[{row}]/photo"]) == 64
    assert typing.unsaved(net.a) == []


def test_a_photo_that_came_in_while_one_was_dropped_is_not_replaced(net: Network, sit: Sit, photo: str) -> None:
    seat, screen = begin(net, sit)
    row = drop(screen, photo)
    done(seat)
    screen.keeper.save()
    done(seat)
    record, path = filling(screen).background.record, f"{PHOTOS}[{row}]/photo"
    free, theirs, mine = busy(seat), Path(photo).with_name("theirs.png"), Path(photo).with_name("mine.png")
    Image.new("RGB", (320, 240), "olive").save(theirs)
    Image.new("RGB", (320, 240), "maroon").save(mine)
    seat.office.do(lambda desk: filing.attach(desk, record, path, theirs.read_bytes()))
    screen.view.files_offered.emit(path, [str(mine)])
    free.set()
    done(seat)
    seat.stand_up()
    assert [one.field for one in documents.find_document(net.a, record).differences] == [path]


def test_a_row_in_which_one_typed_stays_when_its_photo_cannot_be_read(net: Network, sit: Sit, tmp_path: Path) -> None:
    seat, screen = begin(net, sit)
    file = tmp_path / "no-picture.jpg"
    file.write_bytes(b"Sample words")
    free = busy(seat)
    row = drop(screen, str(file))
    screen.view.answered.emit(f"{PHOTOS}[{row}]/caption", "Sample caption")
    free.set()
    seat.wait(lambda: bool(seat.faults))
    assert filling(screen).standing.texts[f"{PHOTOS}[{row}]/caption"] == "Sample caption"


def test_a_photo_that_comes_while_rows_are_pasted_is_a_step_of_its_own(net: Network, sit: Sit, photo: str) -> None:
    seat, screen = begin(net, sit)
    screen.view.row_wanted.emit("work/activities")
    free = busy(seat)
    row = drop(screen, photo)
    started = filling(screen).standing
    screen.view.pasted.emit("work/activities", 0, 0, [["Sample unheard-of work"]] * 400)
    free.set()
    seat.wait(lambda: f"{PHOTOS}[{row}]/photo" in filling(screen).standing.texts)
    assert len(filling(screen).standing.rows["work/activities"]) == 400
    screen.undo()
    assert f"{PHOTOS}[{row}]/photo" not in filling(screen).standing.texts
    assert len(filling(screen).standing.rows["work/activities"]) == 400
    screen.undo()
    assert filling(screen).standing == started


def test_what_the_notice_offers_to_take_back_is_overtaken_by_a_photo(net: Network, sit: Sit, photo: str) -> None:
    seat, screen = begin(net, sit)
    overtaken = list[bool]()
    screen.overtaken.connect(lambda: overtaken.append(True))
    for drops in (True, False):  # one whose file comes in after the notice, then one that is dropped after it
        screen.view.row_wanted.emit("work/activities")
        (activity,) = filling(screen).standing.rows["work/activities"]
        free = busy(seat)
        row = drop(screen, photo) if drops else ""
        screen.view.rows_dropped.emit("work/activities", [activity])
        assert seat.notices[-1].undo
        overtaken.clear()
        row = row or drop(screen, photo)
        assert overtaken == ([] if drops else [True])
        overtaken.clear()
        free.set()
        seat.wait(partial(holds, screen, f"{PHOTOS}[{row}]/photo"))
        assert overtaken == [True]


def holds(screen: DocumentScreen, path: str) -> bool:
    return path in filling(screen).standing.texts


def test_of_files_for_one_question_those_that_are_not_taken_are_told(net: Network, sit: Sit, photo: str) -> None:
    seat, screen = begin(net, sit)
    screen.view.row_wanted.emit(PHOTOS)
    (row,) = filling(screen).standing.rows[PHOTOS]
    screen.view.files_offered.emit(f"{PHOTOS}[{row}]/photo", [photo, photo, photo])
    seat.wait(partial(holds, screen, f"{PHOTOS}[{row}]/photo"))
    assert "2" in seat.notices[-1].text


def test_no_step_leads_back_to_the_row_of_a_file_that_is_no_photo(
    net: Network, sit: Sit, tmp_path: Path, photo: str
) -> None:
    seat, screen = begin(net, sit)
    file = tmp_path / "no-picture.jpg"
    file.write_bytes(b"Sample words")
    started = filling(screen).standing
    screen.view.files_offered.emit(PHOTOS, [str(file), photo])
    seat.wait(lambda: bool(seat.faults) and len(filling(screen).standing.rows[PHOTOS]) == 1)
    done(seat)
    while filling(screen).can_undo:
        screen.undo()
        assert len(filling(screen).standing.rows.get(PHOTOS, ())) <= 1
    assert filling(screen).standing == started
