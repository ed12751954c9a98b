"""What a screen reader is told of a window, asked over AT-SPI as one asks.

The names and numbers are those of at-spi2-core: interfaces `org.a11y.atspi.Accessible`, states by bit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from jeepney import (  # type: ignore[import-untyped]  # jeepney brings no types
    DBusAddress,
    Message,
    MessageType,
    Properties,
    new_method_call,
)
from jeepney.io.blocking import (  # type: ignore[import-untyped]  # the same
    DBusConnection,
    open_dbus_connection,
)

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ROOT = "/org/a11y/atspi/accessible/root"
_FOCUSABLE, _FOCUSED, _SHOWING = 11, 12, 25
_DEEPEST = 60


@dataclass(frozen=True)
class Seen:
    """Something of a window.

    Attributes:
        role: as AT-SPI names it: `push button`, `text`, `table cell` …
        name: what is read out.
        description: what is read out after it.
        path: the roles and names around it, outermost first.
        focusable: whether the keyboard can come to it.
        focused: whether it is there.
        showing: whether it can be seen.
    """

    role: str
    name: str
    description: str
    path: tuple[str, ...]
    focusable: bool
    focused: bool
    showing: bool


def switch_on(session: str) -> None:
    """Say on the session's bus that somebody reads aloud, as a screen reader does when it starts."""
    status = Properties(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status"))
    with open_dbus_connection(session) as bus:
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            bus.send_and_get_reply(status.set(name, "b", True))  # noqa: FBT003  # the value of a property


class Reader:
    """A connection to the bus on which windows tell what they show."""

    def __init__(self, session: str) -> None:
        """`session` is the address of the session's bus, which knows that of the other."""
        with open_dbus_connection(session) as bus:
            call = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
            (address,) = bus.send_and_get_reply(call).body
        self._bus: DBusConnection = open_dbus_connection(address)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bus.close()

    def programs(self) -> list[tuple[str, str, str]]:
        """Programs with windows: bus name, path, name."""
        found = self._children("org.a11y.atspi.Registry", _ROOT)
        return [(name, path, self._property(name, path, "Name")) for name, path in found]

    def walk(self, bus_name: str, path: str = _ROOT, above: tuple[str, ...] = ()) -> Iterator[Seen]:
        """Everything of a program, from the outside to the inside; nothing that lies in what does not show."""
        seen = self._seen(bus_name, path, above)
        yield seen
        if len(above) < _DEEPEST and (seen.showing or not above):
            for name, child in self._children(bus_name, path):
                yield from self.walk(name, child, (*above, f"{seen.role} '{seen.name}'"))

    def _seen(self, bus_name: str, path: str, above: tuple[str, ...]) -> Seen:
        low, high = self._call(bus_name, path, "GetState")[0]
        states = low | high << 32
        return Seen(
            self._call(bus_name, path, "GetRoleName")[0],
            self._property(bus_name, path, "Name"),
            self._property(bus_name, path, "Description"),
            above,
            bool(states >> _FOCUSABLE & 1),
            bool(states >> _FOCUSED & 1),
            bool(states >> _SHOWING & 1),
        )

    def _children(self, bus_name: str, path: str) -> list[tuple[str, str]]:
        return [(name, child) for name, child in self._call(bus_name, path, "GetChildren")[0] if name]

    def _call(self, bus_name: str, path: str, method: str) -> tuple[Any, ...]:
        return self._answer(new_method_call(DBusAddress(path, bus_name, _ACCESSIBLE), method))

    def _property(self, bus_name: str, path: str, name: str) -> str:
        return str(self._answer(Properties(DBusAddress(path, bus_name, _ACCESSIBLE)).get(name))[0][1])

    def _answer(self, call: Message) -> tuple[Any, ...]:
        reply = self._bus.send_and_get_reply(call, timeout=10)
        if reply.header.message_type is MessageType.error:
            raise LookupError(reply.body)
        return tuple(reply.body)
