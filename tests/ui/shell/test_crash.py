import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from wopdesk.ui.shell.crash import CrashHook


class Met:
    """What the hook did, in order."""

    def __init__(self, folder: Path) -> None:
        self.told: list[str] = []
        self.notes: list[Path | None] = []
        self.hook = CrashHook(folder, self.keep, self.show)

    def show(self, note: Path | None, kept: bool) -> None:  # noqa: FBT001  # as the hook calls it
        self.notes.append(note)
        self.told.append("safe" if kept else "not safe")

    def keep(self) -> bool:
        self.told.append("kept")
        return True


@pytest.fixture
def met(tmp_path: Path) -> Iterator[Met]:
    before = sys.excepthook
    met = Met(tmp_path / "faults")
    yield met
    met.hook.end()
    assert sys.excepthook is before


def meet(met: Met, fault: BaseException) -> None:
    met.hook(type(fault), fault, fault.__traceback__)


def test_what_is_typed_is_kept_before_anything_is_told(met: Met, capsys: pytest.CaptureFixture[str]) -> None:
    meet(met, ZeroDivisionError("nothing to share"))
    assert met.told == ["kept", "safe"]
    assert "nothing to share" in capsys.readouterr().err


def test_a_note_says_where_it_happened_and_not_with_what(met: Met, tmp_path: Path) -> None:
    def fail(typed: str) -> int:
        try:
            return int(typed)
        except ValueError as before:
            raise KeyError(typed) from before

    try:
        fail(str(tmp_path))
    except KeyError as fault:
        meet(met, fault)
    assert met.notes[0] is not None
    said = met.notes[0].read_text(encoding="utf-8")
    assert said.index("builtins.ValueError") < said.index("builtins.KeyError")
    assert "return int(typed)" in said
    assert str(tmp_path) not in said


def test_a_fault_is_told_where_no_note_can_be_written(met: Met, tmp_path: Path) -> None:
    (tmp_path / "faults").write_text("a file stands in the way", encoding="utf-8")
    meet(met, ZeroDivisionError())
    assert met.notes == [None]
    assert met.told == ["kept", "safe"]


def test_a_fault_while_one_is_met_does_not_go_round(met: Met, capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> bool:
        meet(met, ValueError("again"))
        return False

    met.hook._keep = fail  # noqa: SLF001  # the drafts cannot be kept: the disk is full
    meet(met, ZeroDivisionError("first"))
    assert len(met.told) == 1
    assert "again" in capsys.readouterr().err


def test_only_the_newest_notes_stay(met: Met, tmp_path: Path) -> None:
    folder = tmp_path / "faults"
    folder.mkdir()
    for day in range(1, 29):
        (folder / f"2020-01-{day:02} 120000.txt").touch()
    meet(met, ZeroDivisionError())
    kept = sorted(note.name for note in folder.iterdir())
    assert len(kept) == 20
    assert kept[-1] > "2026"


@pytest.mark.qt_no_exception_capture
def test_a_fault_in_a_slot_comes_to_the_hook(met: Met, qtbot: QtBot) -> None:
    def slot() -> None:
        raise ZeroDivisionError

    QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: len(met.told) == 2)
