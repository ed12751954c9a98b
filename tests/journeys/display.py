"""A real display without a screen: Xvfb, with a message bus of its own for what assists those who cannot see it."""

from __future__ import annotations

import itertools
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

_TRIES = 5
_FIRST, _MANY, _COUNT = 1000, 30000, itertools.count()


@dataclass(frozen=True)
class Display:
    """A display with its bus.

    Attributes:
        environment: for programs that are to be seen there, with their settings and data under `home`.
        home: the folder of the person who sits at it.
    """

    environment: Mapping[str, str]
    home: Path

    def xdotool(self, *arguments: str) -> str:
        """What a hand does at it."""
        told = subprocess.run(["xdotool", *arguments], env=self.environment, check=True, capture_output=True, text=True)
        return told.stdout.strip()


@contextmanager
def display(home: Path, size: str = "1440x900") -> Iterator[Display]:
    """A display of its own; everything that was started on it ends with it."""
    with ExitStack() as ending:
        number = _xvfb(ending, size)
        address = _bus(ending, {**os.environ, "DISPLAY": number})
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_"))},
            "DISPLAY": number,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_RUNTIME_DIR": str(home),
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "FONTCONFIG_FILE": str(Path(__file__).parents[1] / "ui" / "fonts.conf"),
        }
        yield Display(environment, home)


def _xvfb(ending: ExitStack, size: str) -> str:
    """A number that no other test has: of two displays that share one, the end of one takes the other along."""
    for attempt in range(_TRIES):
        number = f":{_FIRST + (os.getpid() * _TRIES + next(_COUNT) + attempt) % _MANY}"
        reading, writing = os.pipe()
        command = ["Xvfb", number, "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
        command.append("-noreset")  # else it begins anew, deaf for a moment, whenever its last client leaves
        server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        ending.callback(_end, server)
        os.close(writing)
        with os.fdopen(reading) as said:
            if said.readline().strip():
                return number
    raise AssertionError("Xvfb does not start")


def _bus(ending: ExitStack, environment: Mapping[str, str]) -> str:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    bus = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True
    )
    ending.callback(_end, bus)
    assert bus.stdout is not None
    ending.callback(bus.stdout.close)
    return bus.stdout.readline().strip()


def _end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait()
