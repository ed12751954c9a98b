"""Older objects are not looked through while work makes very many new ones, nor just after it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from wopdesk.ui.shell import rubbish
from wopdesk.ui.shell.rubbish import Rubbish, Work, working


@pytest.fixture
def looked() -> Iterator[list[int]]:
    """The generations that are looked through."""
    told: list[int] = []

    def tell(phase: str, found: dict[str, int]) -> None:
        if phase == "start":
            told.append(found["generation"])

    gc.callbacks.append(tell)
    yield told
    gc.callbacks.remove(tell)


@pytest.fixture
def cleaner(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[QTimer]:
    """The clock of one that is only wound by hand, and knows of no work that others just did."""
    monkeypatch.setattr(rubbish, "_WORK", Work())
    parent = QObject(qapp)
    made = Rubbish(parent)
    clock = made.findChild(QTimer)
    assert isinstance(clock, QTimer)
    clock.stop()
    yield clock
    made.end()
    gc.unfreeze()
    parent.deleteLater()


def crowd(looked: list[int]) -> list[list[int]]:
    """So much that an older generation is due as well; what is made stays while it is held."""
    for _ in range(12):
        gc.collect(0)
    looked.clear()
    return [[] for _ in range(2000)]


def test_older_objects_are_looked_through_when_they_are_due(cleaner: QTimer, looked: list[int]) -> None:
    held = crowd(looked)
    cleaner.timeout.emit()
    assert looked == [1]
    assert held


@pytest.mark.parametrize(("most", "generation"), [(500, 0), (10, 1)])
def test_while_something_works_only_the_youngest_are_unless_it_never_ends(
    cleaner: QTimer, looked: list[int], monkeypatch: pytest.MonkeyPatch, most: int, generation: int
) -> None:
    monkeypatch.setattr(rubbish, "_MOST", most)
    with working():
        held = crowd(looked)
        cleaner.timeout.emit()
    assert looked == [generation]
    assert held


def test_what_work_made_is_given_a_moment_to_go(
    cleaner: QTimer, looked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work()
    for name, value in (("_AFTER", 1000), ("_WORK", work)):
        monkeypatch.setattr(rubbish, name, value)
    with working():
        pass
    held = crowd(looked)
    cleaner.timeout.emit()
    assert looked == [0]
    work.over = 0
    held += crowd(looked)
    cleaner.timeout.emit()
    assert looked == [1]
    assert held
