"""A person at a real display: moves with keys alone, and sees what a screen reader is told."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.journeys import assistive
from tests.journeys.assistive import Reader, Seen
from tests.journeys.display import Display, display

TREE = Path(__file__).parents[2]
_PATIENCE = 30
_BREATH = 0.05
MISSING = [name for name in ("Xvfb", "xdotool", "dbus-daemon") if shutil.which(name) is None]
"""What a display needs and this computer lacks; installer/prepare.sh installs it."""


@dataclass
class Seat:
    """A program on a display."""

    display: Display
    reader: Reader
    program: subprocess.Popen[bytes]

    def take(self) -> None:
        """Wait for the window, and give it the keyboard, as there is no window manager that would."""
        until(lambda: bool(self._windows()), "no window comes")
        until(lambda: bool(self.reader.programs()), "the window tells nobody what it shows")
        self._hold()

    def press(self, *keys: str) -> None:
        """Press keys, one after the other: `Tab`, `ctrl+s`, `alt+2`."""
        self._hold()
        self.display.xdotool("key", "--delay", "20", *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self._hold()
        self.display.xdotool("type", "--delay", "20", text)

    def sees(self, *wanted: str) -> None:
        """Wait until these words stand on the screen."""
        for words in wanted:
            until(partial(self.reads, words), partial(self._unseen, words))

    def _unseen(self, words: str) -> str:
        return f"“{words}” is not seen:\n{self.described()}"

    def reads(self, words: str) -> bool:
        """Whether words stand on the screen now."""
        return any(words in one.name for one in self.shown())

    def hears(self, words: str) -> None:
        """Wait until these words are announced."""
        until(
            lambda: any(words in said for said in self.reader.said()),
            lambda: f"{words} is not heard: {self.reader.said()}",
        )

    def stands_on(self, words: str) -> bool:
        """Whether the keyboard is on something of this name."""
        return any(one.focused and words in one.name for one in self.shown())

    def goes_to(self, words: str, key: str = "Tab", most: int = 60) -> None:
        """Press a key until the keyboard is on something of this name."""
        for _ in range(most):
            if self.stands_on(words):
                return
            self.press(key)
        raise AssertionError(f"{key} does not lead to “{words}”:\n{self.described()}")

    def close(self) -> None:
        """Close the window as a person does, and wait until the program has ended."""
        self.press("ctrl+q")
        until(lambda: self.program.poll() is not None, "the window does not close")
        assert self.program.returncode == 0
        complaints = _complaints(self.display).read_text("utf-8").splitlines()
        assert not [one for one in complaints if not one.startswith(_OF_READERS)], complaints

    def kill(self) -> None:
        """What the power does when it fails: the program and what it started are gone."""
        os.killpg(self.program.pid, signal.SIGKILL)
        self.program.wait()

    def shown(self) -> list[Seen]:
        """All that shows now; empty while it is changing."""
        try:
            seen = (one for name, path, _ in self.reader.programs() for one in self.reader.walk(name, path))
            return [one for one in (*seen, *self.reader.dropped_down()) if one.showing]
        except (LookupError, TimeoutError):
            return []  # something went away while it was asked for

    def described(self) -> str:
        """All that shows, for a test that fails."""
        return "\n".join(f"{'>' if one.focused else ' '} {one.role}: {one.name}" for one in self.shown())

    def _hold(self) -> None:
        """Give the keyboard to the newest window, as a window manager does when another is closed."""
        windows = self._windows()
        if windows and windows[-1:] != self._ask("getwindowfocus"):
            self.display.xdotool("windowfocus", "--sync", windows[-1])

    def _windows(self) -> list[str]:
        return self._ask("search", "--onlyvisible", "--name", ".")

    def _ask(self, *question: str) -> list[str]:
        """Windows that xdotool finds, none being no fault."""
        asked = ["xdotool", *question]
        told = subprocess.run(asked, env=self.display.environment, check=False, capture_output=True, text=True)
        return told.stdout.split()


@contextmanager
def seat(home: Path, command: Sequence[str | Path]) -> Iterator[Seat]:
    """Start a program on a display of its own; it has ended when the person stands up."""
    home.mkdir(parents=True, exist_ok=True)
    with display(home) as shown:
        bus = shown.environment["DBUS_SESSION_BUS_ADDRESS"]
        assistive.switch_on(bus)
        with Reader(bus) as reader, started(command, shown) as program:
            there = Seat(shown, reader, program)
            there.take()
            yield there


@contextmanager
def started(command: Sequence[str | Path], shown: Display) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is ended at the latest with the test."""
    with (
        _complaints(shown).open("wb") as said,
        subprocess.Popen(command, env=shown.environment, cwd=TREE, start_new_session=True, stderr=said) as program,
    ):
        try:
            yield program
        finally:
            if program.poll() is None:
                os.killpg(program.pid, signal.SIGKILL)


_OF_READERS = (
    "qt.accessibility.atspi: Could not find accessible on path",
    'QSpiApplication::keyEventError  "org.freedesktop.DBus.Error.NoReply"',
)
"""Qt says so of our own reader, which asked for something that had gone meanwhile, or was too busy to be told a key."""


def _complaints(shown: Display) -> Path:
    """Where a program says what a person at a window never sees."""
    return shown.home / "complaints"


def until(happened: Callable[[], bool], otherwise: str | Callable[[], str]) -> None:
    """Wait for something that a person would wait for, and not for ever."""
    end = time.monotonic() + _PATIENCE
    while not happened():
        if time.monotonic() > end:
            raise AssertionError(otherwise if isinstance(otherwise, str) else otherwise())
        time.sleep(_BREATH)
