"""Long work that is done a slice at a time."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from wopdesk.ui.shell.rubbish import working
from wopdesk.ui.shell.slicing import Slicing, Steps


def counting(done: list[str], name: str) -> Steps:
    for number in range(3):
        done.append(f"{name}{number}")
        yield True


def test_work_goes_on_after_the_window_had_its_turn(qtbot: QtBot, qapp: QObject) -> None:
    done: list[str] = []
    Slicing(qapp).begin(counting(done, "a"))
    assert done == ["a0"]
    qtbot.waitUntil(lambda: done == ["a0", "a1", "a2"])


def test_what_is_begun_while_something_waits_comes_after_it(qapp: QObject) -> None:
    done: list[str] = []
    slicing = Slicing(qapp)
    slicing.begin(counting(done, "a"))
    slicing.begin(counting(done, "b"))
    assert done == ["a0", "a1", "a2", "b0"]
    slicing.finish()
    assert done[4:] == ["b1", "b2"]


def test_what_a_step_begins_is_done_too(qtbot: QtBot, qapp: QObject) -> None:
    done: list[str] = []
    slicing = Slicing(qapp)

    def nesting() -> Iterator[bool | None]:
        slicing.begin(counting(done, "b"))
        yield True
        done.append("a")

    slicing.begin(nesting())
    qtbot.waitUntil(lambda: sorted(done) == ["a", "b0", "b1", "b2"])


def test_what_nobody_waits_for_waits_until_all_else_rests(qtbot: QtBot, qapp: QObject) -> None:
    done: list[str] = []
    with working():
        Slicing(qapp, patient=True).begin(counting(done, "a"))
        qtbot.wait(250)
        assert done == []
    qtbot.waitUntil(lambda: done == ["a0", "a1", "a2"])
