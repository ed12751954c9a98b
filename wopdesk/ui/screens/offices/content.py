"""Exactly what the screen shows of offices. Knows neither Qt nor the desk.

The code of an office that waits never stands here: it comes by telephone, and the person types it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

State = Literal["approved", "waiting", "own", "own waiting"]
ROLES = ("mentee", "mentor", "supporting", "facilitator")


@dataclass(frozen=True)
class Asking:
    """A computer that has written and waits.

    Attributes:
        key: by which it is approved.
        name: as it calls itself.
        heard: when its last file came.
        own: whether it asks to be a further computer of this office.
        role: as what it says that it takes part; empty where it does not say.
        further: whether its office is approved already with another computer.
        known_as: the name of the approved office for which it asks to speak, where that is another one.
        ready: whether it signed what is needed to admit it.
        may_decide: whether this desk approves it.
        like: the name of another, approved office that looks the same.
        pretended: in the sample, the code that would be heard on the telephone.
    """

    key: str
    name: str
    heard: datetime
    own: bool = False
    role: str = ""
    further: bool = False
    known_as: str = ""
    ready: bool = True
    may_decide: bool = True
    like: str = ""
    pretended: str = ""


@dataclass(frozen=True)
class Part:
    """A partnership in which an office takes part."""

    space: str
    title: str
    role: str


@dataclass(frozen=True)
class Computer:
    """A computer that works for an office.

    Attributes:
        key: by which it is cut off.
        code: its code on the telephone, for those who look for it.
        heard: when it was last heard of.
        this: whether it is this one.
        cut: whether it was cut off.
        former: whether it was PWON's before the recovery kit was opened, and still speaks for PWON.
    """

    key: str
    code: str
    heard: datetime | None = None
    this: bool = False
    cut: bool = False
    former: bool = False


@dataclass(frozen=True)
class Known:
    """An office.

    Attributes:
        office: its id.
        name: its name.
        code: its label, such as `wasa-faisalabad`.
        role: in the programme; empty while it has none.
        state: how it stands.
        heard: when it was last heard of.
        parts: in which partnerships it takes part.
        computers: that work for it.
    """

    office: str
    name: str
    code: str = ""
    role: str = ""
    state: State = "approved"
    heard: datetime | None = None
    parts: tuple[Part, ...] = ()
    computers: tuple[Computer, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether it is the office of this desk."""
        return self.state in {"own", "own waiting"}


@dataclass(frozen=True)
class OfficesContent:
    """The whole screen.

    Attributes:
        own_code: of this computer, to be read aloud.
        approved: whether this computer's office is approved.
        joined: whether PWON's invitation was opened.
        coordinator: whether this is PWON's desk.
        invitation: the code of PWON's invitations, at its own desk; it is the same for all of them.
        known: offices; this one first.
        asking: those that wait, the longest waiting first.
        partnerships: by space, with a title, to take part in.
    """

    own_code: str
    approved: bool = True
    joined: bool = True
    coordinator: bool = False
    invitation: str = ""
    known: tuple[Known, ...] = ()
    asking: tuple[Asking, ...] = ()
    partnerships: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Decided:
    """What became of comparing a code: whether it was the right one, and the name of who works with us now."""

    right: bool
    name: str
    role: str = ""


@dataclass(frozen=True)
class Invited:
    """An invitation that was saved, and the code that is read aloud for it."""

    file: str
    code: str
