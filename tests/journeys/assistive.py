"""What a screen reader is told of a window, asked over AT-SPI as one asks.

The names and numbers are those of at-spi2-core: interfaces `org.a11y.atspi.Accessible`, states by bit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from jeepney import (  # type: ignore[import-untyped]  # jeepney brings no types
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import (  # type: ignore[import-untyped]  # the same
    DBusConnection,
    open_dbus_connection,
)

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_EVENTS = "org.a11y.atspi.Event.Object"
_REGISTRY = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
_ROOT = "/org/a11y/atspi/accessible/root"
_LABELLED_BY = 2
_FOCUSABLE, _FOCUSED, _SHOWING = 11, 12, 25
_DEEPEST = 60
_CELLS = {"cell", "table cell"}


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
        labels: what a list that drops down is called; its name is what was chosen from it.
    """

    role: str
    name: str
    description: str
    path: tuple[str, ...]
    focusable: bool
    focused: bool
    showing: bool
    labels: tuple[str, ...] = ()


@dataclass
class Heard:
    """What a window says of its own accord.

    Attributes:
        focus: bus name and path of what got the keyboard last.
        said: what was announced.
    """

    focus: tuple[str, str] | None = None
    said: list[str] = field(default_factory=list)


class Ear:
    """Listens to where the keyboard goes, and to what is announced; Qt tells neither while nobody wants to know it."""

    def __init__(self, address: str) -> None:
        """`address` is that of the bus on which windows tell what they show."""
        self._bus: DBusConnection = open_dbus_connection(address)
        for event in ("object:state-changed:focused", "object:announcement"):
            self._bus.send_and_get_reply(new_method_call(_REGISTRY, "RegisterEvent", "s", (event,)))
        self._bus.send_and_get_reply(message_bus.AddMatch(MatchRule(type="signal", interface=_EVENTS)))
        self._heard = Heard()

    def close(self) -> None:
        """Listen no longer."""
        self._bus.close()

    def heard(self) -> Heard:
        """All that was heard until now."""
        while True:
            try:
                self._hear(self._bus.receive(timeout=0))
            except TimeoutError:
                return self._heard

    def _hear(self, event: Message) -> None:
        fields = event.header.fields
        match fields.get(HeaderFields.member), event.body:
            case "StateChanged", ("focused", 1, *_):
                self._heard.focus = fields[HeaderFields.sender], fields[HeaderFields.path]
            case "Announcement", (_, _, _, (_, said), *_):
                self._heard.said.append(said)


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
        self._ear = Ear(address)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ear.close()
        self._bus.close()

    def said(self) -> list[str]:
        """What was announced until now."""
        return self._ear.heard().said

    def programs(self) -> list[tuple[str, str, str]]:
        """Programs with windows: bus name, path, name."""
        found = self._children("org.a11y.atspi.Registry", _ROOT)
        return [(name, path, self._property(name, path, "Name")) for name, path in found]

    def walk(self, bus_name: str, path: str = _ROOT, around: tuple[Seen, ...] = ()) -> Iterator[Seen]:
        """Everything of a program, from the outside to the inside; nothing that lies in what does not show."""
        seen = self._seen(bus_name, path, around)
        yield seen
        if len(around) < _DEEPEST and (seen.showing or not around):
            for name, child in self._children(bus_name, path):
                yield from self.walk(name, child, (*around, seen))

    def dropped_down(self) -> list[Seen]:
        """Everything of a window that no program counts among its own and that has the keyboard: a menu, a calendar."""
        try:
            return list(self._around_keyboard())
        except LookupError:  # what had the keyboard went away
            return []

    def _around_keyboard(self) -> Iterator[Seen]:
        focus = self._ear.heard().focus
        if focus is None:
            return
        name, path = focus
        while (above := self._parent(name, path)) not in {"", _ROOT}:
            path = above
        if above and (name, path) not in self._children(name, _ROOT) and self._seen(name, path, ()).showing:
            yield from self.walk(name, path)

    def _parent(self, bus_name: str, path: str) -> str:
        """The path of what is around it; "" where it is gone."""
        asked = Properties(DBusAddress(path, bus_name, _ACCESSIBLE)).get("Parent")
        above = str(self._answer(asked)[0][1][1])
        return "" if above.endswith("/null") else above

    def _seen(self, bus_name: str, path: str, around: tuple[Seen, ...]) -> Seen:
        low, high = self._call(bus_name, path, "GetState")[0]
        states = low | high << 32
        role = self._call(bus_name, path, "GetRoleName")[0]
        within = role not in _CELLS or not around or around[-1].focused  # Qt tells each table's current cell
        return Seen(
            role,
            self._property(bus_name, path, "Name"),
            self._property(bus_name, path, "Description"),
            tuple(f"{one.role} '{one.name}'" for one in around),
            bool(states >> _FOCUSABLE & 1),
            bool(states >> _FOCUSED & 1) and within,
            bool(states >> _SHOWING & 1),
            self._labels(bus_name, path) if role == "combo box" else (),
        )

    def _labels(self, bus_name: str, path: str) -> tuple[str, ...]:
        """What of a window says what another thing in it is called."""
        (relations,) = self._call(bus_name, path, "GetRelationSet")
        labels = (label for sort, them in relations if sort == _LABELLED_BY for label in them)
        return tuple(self._property(name, label, "Name") for name, label in labels)

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
