import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from wopdesk.desk.desk import Desk, open_desk
from wopdesk.desk.faults import DeskFault, Told
from wopdesk.desk.partners import find_partnership
from wopdesk.desk.welcome import NewOffice, set_up
from wopdesk.ui.shell import work
from wopdesk.ui.shell.watch import Watch
from wopdesk.ui.shell.work import DeskThread


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mentee.wopdesk"
    set_up(path, NewOffice("mentee", "Sample utility", "Sample Engineer")).desk.close()
    return path


@pytest.fixture
def office(file: Path, qtbot: QtBot) -> Iterator[DeskThread]:
    office = DeskThread(lambda: open_desk(file))
    opened: list[None] = []
    office.open(opened.append, lambda told: pytest.fail(told.what))
    qtbot.waitUntil(lambda: bool(opened))
    yield office
    assert office.close()


def test_answers_come_on_the_windows_thread_and_jobs_run_on_the_desks(office: DeskThread, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    office.ask(lambda _desk: threading.get_ident(), lambda there: seen.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    there, here = seen[0]
    assert here == threading.get_ident() != there


def test_a_change_is_told_after_its_answer(office: DeskThread, qtbot: QtBot) -> None:
    told: list[str] = []
    office.changed.connect(lambda: told.append("changed"))
    office.do(lambda _desk: "done", told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["done", "changed"]


def test_reading_tells_no_change(office: DeskThread, qtbot: QtBot) -> None:
    told: list[str] = []
    office.changed.connect(lambda: told.append("changed"))
    office.ask(lambda _desk: "read", told.append)
    office.ask(lambda _desk: "read", told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["read", "read"]


def test_an_outside_fault_comes_in_three_sentences(office: DeskThread, qtbot: QtBot) -> None:
    told: list[Told] = []

    def job(desk: Desk) -> None:
        find_partnership(desk, "WOP-PK-999")

    office.ask(job, lambda _none: pytest.fail("nothing was found"), told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].what
    assert told[0].safe
    assert told[0].next


def test_a_fault_that_nobody_takes_is_the_windows(office: DeskThread, qtbot: QtBot) -> None:
    def job(_desk: Desk) -> None:
        raise DeskFault("It cannot be done.", "Do something else.")

    with qtbot.waitSignal(office.failed):
        office.do(job)


def test_what_is_typed_is_kept_before_other_work_that_waits(office: DeskThread, qtbot: QtBot) -> None:
    order: list[str] = []
    begun, go_on = threading.Event(), threading.Event()

    def long(_desk: Desk) -> str:
        begun.set()
        go_on.wait()
        return "long"

    office.ask(long, order.append)
    begun.wait()
    office.ask(lambda _desk: "later", order.append)
    office.keep(lambda _desk: "typed", order.append)
    go_on.set()
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["long", "typed", "later"]


def is_long(told: list[str], length: int) -> bool:
    return len(told) == length


def test_nothing_comes_between_the_end_of_long_work_and_its_result(office: DeskThread, qtbot: QtBot) -> None:
    """Else whoever pressed the button meanwhile had it done twice: it was offered again, not knowing the result."""
    seen: list[str] = []

    def ended(_none: None) -> None:
        seen.append("ended")
        QTimer.singleShot(0, lambda: seen.append("pressed"))

    rounds = 200
    for done in range(1, rounds + 1):
        office.run(lambda _desk, _watch: "result", seen.append, lambda _done, _total: None, ended)
        qtbot.waitUntil(partial(is_long, seen, 3 * done))
    assert seen == ["ended", "result", "pressed"] * rounds


def test_long_work_tells_how_far_it_is_and_can_be_stopped(office: DeskThread, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    ended: list[str] = []

    def forever(_desk: Desk, watch: Watch) -> str:
        done = 0
        while True:
            done += 1
            watch(done, 1000)

    def advanced(done: int, total: int) -> None:
        seen.append((done, total))
        watch.stop()

    watch = office.run(forever, ended.append, advanced, lambda _none: ended.append("ended"))
    qtbot.waitUntil(lambda: bool(seen))
    office.ask(lambda _desk: "next", ended.append)
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert ended == ["ended", "next"]


def test_long_work_that_fails_is_over_as_well(office: DeskThread, qtbot: QtBot) -> None:
    ended: list[None] = []

    def job(_desk: Desk, _watch: Watch) -> None:
        raise OSError(28, "No space left on device")

    with qtbot.waitSignal(office.failed):
        office.run(job, ended.append, lambda _done, _total: None, ended.append)
    assert ended == [None]


def test_long_work_tells_nothing_to_a_screen_that_is_gone(office: DeskThread, qtbot: QtBot) -> None:
    gone, begun, go_on, told = Telling(), threading.Event(), threading.Event(), list[str]()

    def job(_desk: Desk, watch: Watch) -> str:
        begun.set()
        go_on.wait()
        watch(1, 1)
        return "done"

    office.run(job, told.append, gone.advance, lambda _none: told.append("ended"))
    begun.wait()
    delete(gone)
    go_on.set()
    qtbot.waitUntil(lambda: told == ["ended", "done"])


class Telling(QObject):
    """A screen that shows how far it is."""

    def advance(self, done: int, total: int) -> None:
        self.setObjectName(f"{done} of {total}")


class Disk:
    """A disk that is full until there is room again."""

    def __init__(self) -> None:
        self.room = threading.Event()
        self.kept: list[str] = []

    def keeping(self, text: str) -> Callable[[Desk], str]:
        def job(_desk: Desk) -> str:
            if not self.room.is_set():
                raise OSError(28, "No space left on device")
            self.kept.append(text)
            return text

        return job


def test_what_the_disk_did_not_take_is_told_and_kept_later_in_its_order(office: DeskThread, qtbot: QtBot) -> None:
    disk, told = Disk(), list[str]()
    with qtbot.waitSignal(office.failed):
        office.keep(disk.keeping("first"), told.append)
    with qtbot.waitSignal(office.failed):
        office.keep(disk.keeping("second"), told.append)
    assert not office.flush()
    disk.room.set()
    assert office.flush()
    assert disk.kept == ["first", "second"]
    qtbot.waitUntil(lambda: told == ["first", "second"])


def test_what_the_disk_did_not_take_is_tried_again_while_nothing_else_happens(
    office: DeskThread, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "AGAIN", 0.01)
    disk = Disk()
    with qtbot.waitSignal(office.failed):
        office.keep(disk.keeping("typed"))
    disk.room.set()
    qtbot.waitUntil(lambda: disk.kept == ["typed"])


def test_nothing_is_changed_while_the_last_words_are_not_kept(office: DeskThread, qtbot: QtBot) -> None:
    disk, submitted = Disk(), list[str]()
    with qtbot.waitSignal(office.failed):
        office.keep(disk.keeping("the last words"))
    with qtbot.waitSignal(office.failed):
        office.do(lambda _desk: "submitted", submitted.append)
    disk.room.set()
    office.do(lambda _desk: f"submitted after {disk.kept}", submitted.append)
    qtbot.waitUntil(lambda: submitted == ["submitted after ['the last words']"])


def test_what_can_never_be_kept_is_told_once(office: DeskThread, qtbot: QtBot) -> None:
    def job(_desk: Desk) -> None:
        raise DeskFault("There is no such record.", "Open it again.")

    with qtbot.waitSignal(office.failed):
        office.keep(job)
    assert office.flush()


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    rubbish = tmp_path / "rubbish.wopdesk"
    rubbish.write_bytes(b"This is no data file." * 100)
    office = DeskThread(lambda: open_desk(rubbish))
    told: list[Told] = []
    office.open(lambda _none: pytest.fail("it was opened"), told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert office.close()


def test_an_answer_for_a_screen_that_is_gone_is_not_given(office: DeskThread, qtbot: QtBot) -> None:
    told: list[str] = []
    gone = QObject()

    def answer(text: str) -> None:
        told.append(f"{text} for {gone.objectName()}")

    office.ask(lambda _desk: "read", answer)
    office.ask(lambda _desk: "", gone.setObjectName)
    delete(gone)
    office.ask(lambda _desk: "read", told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["read"]
