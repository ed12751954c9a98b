import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from wopdesk.desk.desk import Desk, open_desk
from wopdesk.desk.faults import DeskFault, Told
from wopdesk.desk.partners import find_partnership
from wopdesk.desk.welcome import NewOffice, set_up
from wopdesk.ui.shell.work import DeskThread, Watch


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

    watch = office.run(forever, ended.append, advanced)
    qtbot.waitUntil(lambda: bool(seen))
    office.ask(lambda _desk: "next", ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["next"]


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
