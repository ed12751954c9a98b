"""Reads what the settings show from the desk, and does what they offer. Knows no Qt."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from wopdesk import __version__
from wopdesk.desk import departures, documents, handing, people, recovering, starting, upkeep
from wopdesk.desk.desk import Desk
from wopdesk.exchange.codes import short_code
from wopdesk.store.backup import Contents
from wopdesk.store.checking import Part
from wopdesk.store.faults import StoreFault
from wopdesk.ui.screens.settings.content import Backups, Checked, Content, Kept, Office, Person, Standing, Storage
from wopdesk.ui.shell.where import Where

_DAY = re.compile(r"-(\d{4}-\d\d-\d\d)(?:-\d+)?$", re.ASCII)
_UTILITY, _EMAIL = "utility", "contact/email"
"""The kind of record by which offices know each other, and where it names a mail address."""
SHOWN = 20
"""Findings that a person may want to read."""


def content(desk: Desk) -> Content:
    """Everything but the backups."""
    names = dict.fromkeys([*people.known(desk), *filter(None, [desk.person])])
    workers = tuple(Person(name, name == desk.person) for name in names)
    own = desk.identity
    email = "".join(handing.addresses(desk, [own.office]))
    theft = recovering.is_theft_open(desk)
    office = Office(own.name, own.role, short_code(own.key), _standing(desk), email, _described(desk), theft)
    return Content(workers, office, _storage(desk.store.path), __version__)


def _standing(desk: Desk) -> Standing:
    if desk.identity.key in desk.standing.voices:
        return "approved"
    return "waiting" if desk.identity.root else "alone"


def _described(desk: Desk) -> Where | None:
    """The place of this office's mail address: the newest record of itself, or one that it may begin."""
    written = [one for one in documents.documents(desk, _UTILITY) if one.founding.owner == desk.office]
    if written:
        return Where("document", record=written[-1].id, path=_EMAIL)
    may = [one for one in starting.startable(desk) if one.kind == _UTILITY]
    return Where("document", kind=_UTILITY, space=may[0].space, path=_EMAIL) if may else None


def _storage(path: Path) -> Storage:
    folder = upkeep.folder_of(path)
    parts = [path.with_name(path.name + end) for end in ("", "-wal", "-shm")]
    kept = [one for one in folder.rglob("*") if one.is_file()] if folder.is_dir() else []
    return Storage(path, sum(map(_size, parts)), sum(map(_size, kept)), folder)


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def choose(desk: Desk, name: str) -> None:
    """Let somebody be working from now on; a new name is added."""
    people.choose(desk, " ".join(name.split()))


def correct(desk: Desk, name: str, fresh: str) -> None:
    """Write a person's name otherwise from now on."""
    people.correct(desk, name, fresh)


def remove(desk: Desk, name: str) -> str:
    """Take a person from the list; the name."""
    people.remove(desk, name)
    return name


def backups(desk: Desk) -> Backups:
    """The backups of this data file, and what is in them."""
    kept = list(map(_kept, upkeep.files(desk.store.path), upkeep.backups(desk.store.path)))
    of_day = Counter(one.made for one in kept)
    return Backups(tuple(replace(one, at=_time(desk, one)) if of_day[one.made] > 1 else one for one in kept))


def _time(desk: Desk, one: Kept) -> time | None:
    """The time of its day at which a backup was written; None where its file is of another day, as a copy may be."""
    at = datetime.fromtimestamp(one.path.stat().st_mtime, desk.clock().tzinfo)
    return at.time() if at.date() == one.made else None


def _kept(path: Path, one: Contents | StoreFault) -> Kept:
    found = _DAY.search(path.stem)
    made = date.fromisoformat(found[1]) if found else None
    if isinstance(one, StoreFault):
        return Kept(path, made, fault=one.what)
    last = date.fromisoformat(one.last[:10]) if one.last else None
    return Kept(path, made, one.saves, last, one.drafts, one.missing)


def back_up(desk: Desk) -> Path:
    """Make a backup now; its file.

    Raises:
        StoreFault: the folder does not allow it.
    """
    return upkeep.back_up(desk)


def restore(desk: Desk, file: Path) -> Path:
    """Put a backup in the place of the data file, which is moved aside; the data file, to be opened again.

    Raises:
        StoreFault: the backup is damaged, or the disk does not allow it.
    """
    place = desk.store.path
    upkeep.contents(file)  # a damaged one is found out while the desk is still open
    desk.close()
    upkeep.restore(file, place)
    return place


def check(desk: Desk) -> Checked:
    """Check the data file from end to end.

    Raises:
        StoreFault: the disk does not allow it.
    """
    found = upkeep.check(desk)
    texts = tuple(dict.fromkeys(one.text for one in found))[:SHOWN]
    return Checked(texts, bool(found) and all(one.part is Part.VIEW for one in found))


def rebuild(desk: Desk) -> Checked:
    """Build anew what lists and screens show, and check again."""
    desk.store.rebuild()
    return check(desk)


def try_kit(desk: Desk, file: Path, passphrase: str) -> None:
    """Open PWON's recovery kit, to know that it still opens.

    Raises:
        DeskFault, Refused, OSError: it does not.
    """
    upkeep.try_recovery_kit(desk, file, passphrase)


def end_theft(desk: Desk, file: Path, passphrase: str) -> tuple[str, ...]:
    """Let what the stolen computer's keys approve count no more: PWON's recovery kit names others.

    Returns:
        Names of the offices that are approved now, for a person to look through.

    Raises:
        DeskFault, Refused, OSError: it cannot be; they count on.
    """
    return recovering.recover(desk, file, passphrase, stolen=True).approved


def return_laptop(desk: Desk, folder: Path) -> tuple[Path, tuple[Path, ...]]:
    """Give this laptop back and erase the office's data on it; where it lay, and the files for the office.

    Raises:
        DeskFault: something on it is not known to have arrived at the office; nothing was erased.
        OSError: the folder does not take the files; nothing was erased.
    """
    place = desk.store.path
    return place, tuple(departures.return_laptop(desk, folder))
