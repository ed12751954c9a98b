"""What the settings show. Knows neither Qt nor a desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Literal

from wopdesk.programme.wording import Wording
from wopdesk.ui.shell.where import Where

Standing = Literal["approved", "waiting", "alone"]
"""Of this computer's key: PWON approved it; PWON is known and has not approved it; no invitation was opened."""


@dataclass(frozen=True)
class Person:
    """Somebody who works here, and whether it is who works now."""

    name: str
    working: bool


@dataclass(frozen=True)
class Office:
    """This office: its name, its profile, the code of this computer for the telephone, how it stands.

    Attributes:
        name, role, code, standing: these.
        email: to which others address mails; empty where they know none.
        described: where that is written, in the record by which all offices know this one; None where there is none yet
            and none can be begun.
        theft: whether PWON's computer was stolen and what its keys approve still counts.
    """

    name: str
    role: str
    code: str
    standing: Standing
    email: str = ""
    described: Where | None = None
    theft: bool = False


@dataclass(frozen=True)
class Kept:
    """A backup. What it holds is not known where it cannot be read; then `fault` says why.

    Attributes:
        path: its file.
        made: the day in its name.
        at: the time of that day at which it was written, where another one has the same day.
        saves: how many saves it holds.
        last: the day (UTC) of the last of them.
        drafts: documents with something typed and not saved.
        missing: photos and versions that can no longer be found.
        fault: why it cannot be read.
    """

    path: Path
    made: date | None
    saves: int = 0
    last: date | None = None
    drafts: int = 0
    missing: int = 0
    fault: str = ""
    at: time | None = None


@dataclass(frozen=True)
class Storage:
    """Where the data lies, and how many bytes it and its backups take."""

    place: Path
    data: int
    backups: int
    folder: Path


@dataclass(frozen=True)
class Checked:
    """What checking the data file found: sentences, and whether building anew what is shown mends all of it."""

    findings: tuple[str, ...] = ()
    mended_by_rebuilding: bool = False


@dataclass(frozen=True)
class Content:
    """Everything but the backups, which take longer to look into."""

    people: tuple[Person, ...]
    office: Office
    storage: Storage
    version: str


@dataclass(frozen=True)
class Backups:
    """The backups, newest first."""

    kept: tuple[Kept, ...] = field(default=())


@dataclass(frozen=True)
class FormSeen:
    """A form in use, or the newest one that was published and cannot be used here.

    Attributes:
        kind, title: whose form it is.
        number, published: of its publication; 0 where it came with the program.
        form: its id, where it is in use.
        faults: why it cannot be used, in the English of those who make forms.
    """

    kind: str
    title: Wording
    number: int = 0
    published: date | None = None
    form: str = ""
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Forms:
    """The forms, in the order of their names."""

    forms: tuple[FormSeen, ...] = ()


@dataclass(frozen=True)
class Change:
    """One difference between two forms, in the words of those who edit them: its sort, where, and what."""

    sort: str
    path: str
    said: str


@dataclass(frozen=True)
class Proposed:
    """A changed form that was looked at.

    Attributes:
        kind, title: whose form it is.
        base: the id of the form in use with which it was compared.
        changes: what differs from that.
        same: whether it is the one in use.
    """

    kind: str
    title: Wording
    base: str
    changes: tuple[Change, ...]
    same: bool
