import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from wopdesk.ui.shell.door import Door
from wopdesk.ui.shell.instance import Lock, door_of

_KNOCK = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from wopdesk.ui.shell.instance import Lock, hand_over
app = QCoreApplication([])
file, *given = map(Path, sys.argv[1:])
lock = Lock(file)
os.write(1, b"looked\\n")
sys.exit(0 if not lock.is_first and hand_over(file, given) else 1)
"""

_KILLED = """
import os, sys
from pathlib import Path
from wopdesk.ui.shell.instance import Lock
Lock(Path(sys.argv[1]))
os._exit(9)
"""


@pytest.fixture
def owner() -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


def start_again(file: Path, *given: Path, out: int | None = None) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", _KNOCK, str(file), *map(str, given)], stdout=out)


def test_a_second_start_hands_its_files_over_and_ends(tmp_path: Path, qtbot: QtBot, owner: QObject) -> None:
    file = tmp_path / "office.wopdesk"
    lock = Lock(file)
    door = Door(door_of(file), owner)
    with qtbot.waitSignal(door.knocked) as told:
        second = start_again(file, tmp_path / "report.pdf")
    assert lock.is_first
    assert told.args == [[tmp_path / "report.pdf"]]
    assert second.wait() == 0


def test_a_second_start_waits_for_a_door_that_is_not_there_yet(tmp_path: Path, qtbot: QtBot, owner: QObject) -> None:
    file = tmp_path / "office.wopdesk"
    lock = Lock(file)
    with start_again(file, out=subprocess.PIPE) as second:
        assert second.stdout is not None
        assert second.stdout.readline() == b"looked\n"
        door = Door(door_of(file), owner)
        with qtbot.waitSignal(door.knocked):
            assert lock.is_first
    assert second.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="doors of Windows lie in no folder")
def test_lock_and_door_lie_where_nobody_else_may_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    lock = Lock(tmp_path / "office.wopdesk")
    assert lock.is_first
    place = Path(door_of(tmp_path / "office.wopdesk")).parent
    assert place.is_relative_to(tmp_path)
    assert place.stat().st_mode & 0o077 == 0
    assert list(place.glob("*.lock"))


def test_nobody_else_can_guess_where_a_window_is_knocked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    doors = set()
    for person in ("first", "second"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / person))
        monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / person))
        doors |= {Path(door_of(tmp_path / "office.wopdesk")).name for _ in range(2)}
    assert len(doors) == 2


def test_nobody_can_guess_it_either_where_a_disk_has_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a stick in Windows' older format."""

    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    doors = set()
    for person in ("first", "second"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / person))
        monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / person))
        doors |= {Path(door_of(tmp_path / "office.wopdesk")).name for _ in range(2)}
    assert len(doors) == 2
    assert [one.name for one in tmp_path.rglob("doors*")] == ["doors", "doors"]


def test_a_start_on_another_file_is_the_first_there(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "office.wopdesk")
    assert lock.is_first
    assert start_again(tmp_path / "another.wopdesk").wait() == 1


def test_a_start_after_a_window_was_killed_is_the_first(tmp_path: Path) -> None:
    file = tmp_path / "office.wopdesk"
    subprocess.run([sys.executable, "-c", _KILLED, str(file)], check=False)
    assert Lock(file).is_first


@pytest.mark.parametrize("said", [b"rubbish\n", b'{"a": 1}\n', b"[1, 2]\n", b"\xff" * 100 + b"\n"])
def test_rubbish_at_the_door_is_not_let_in(tmp_path: Path, qtbot: QtBot, owner: QObject, said: bytes) -> None:
    file = tmp_path / "office.wopdesk"
    lock, door = Lock(file), Door(door_of(file), owner)
    heard: list[object] = []
    door.knocked.connect(heard.append)
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.connect(door_of(file))
        stranger.sendall(said)
    with qtbot.waitSignal(door.knocked):
        knocking = start_again(file)
    assert knocking.wait() == 0
    assert heard == [[]]
    assert lock.is_first
