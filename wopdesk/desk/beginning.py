"""Beginning at a computer that has no data file yet, each way whole or not at all.

A desk is set up in a folder beside the place where it is to lie, and moved there when everything went well. So a wrong
code or a full disk leaves nothing behind, and PWON's network is not founded before its recovery kit was tried.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from wopdesk.desk import further, inbox, joining, looking, passphrase, people, recovering, sample, upkeep, welcome
from wopdesk.desk.clock import Clock, system_clock
from wopdesk.desk.desk import Desk, opened
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.looking import Incoming, Receipt
from wopdesk.desk.welcome import NewOffice
from wopdesk.exchange import keyfolder, recovery
from wopdesk.exchange.codes import normalised, short_code
from wopdesk.exchange.recovery import RecoveryKit
from wopdesk.sentence import Sentence
from wopdesk.store.backup import Contents
from wopdesk.store.location import refuse_bad_place

_ENDING = ".new"
_LAST = 4


@dataclass(frozen=True)
class Begun:
    """A desk that was set up and closed again.

    Attributes:
        path: its data file.
        office: the office's name.
        code: of this installation's key, to be read on the telephone.
        invited: whether PWON's invitation was opened.
    """

    path: Path
    office: str
    code: str
    invited: bool = False


@dataclass(frozen=True)
class Founding:
    """PWON's desk, set up aside until its recovery kit was tried.

    Attributes:
        path: where the data file is to lie.
        kit: the kit, which is kept nowhere.
    """

    path: Path
    kit: RecoveryKit = field(repr=False)


def check_place(path: Path) -> None:
    """Whether a new data file may lie there; its folder is made.

    Raises:
        StoreFault: there is one already, others write to that place too, or the folder cannot be made.
    """
    refuse_bad_place(path)


def letter(file: Path) -> Incoming:
    """The one bundle in a file, verified; whoever begins with it is shown who wrote it.

    Raises:
        DeskFault: there is none, it cannot be used, or there are several.
    """
    (first, *others) = looking.look(None, [file])
    if isinstance(first, Receipt):
        raise first.refused or DeskFault(Sentence("{file} cannot be used.", file=file.name), "Ask for it again.")
    if others:
        raise DeskFault(
            Sentence("{file} holds several bundles.", file=file.name), "Choose the one that was made for this computer."
        )
    return first


def alone(path: Path, new: NewOffice, clock: Clock = system_clock) -> Begun:
    """Set up a new office that PWON approves later.

    Raises:
        DeskFault: the office needs a name.
        StoreFault: the data file cannot lie there.
    """
    with _aside(path) as place, closing(welcome.set_up(place, new, clock).desk) as desk:
        return _begun(desk, path, new.person)


def invited(path: Path, new: NewOffice, invitation: Path, code: str, clock: Clock = system_clock) -> Begun:
    """Set up a new office and open PWON's invitation with the code that was heard on the telephone.

    Raises:
        DeskFault: the file is no invitation, or the code is another one.
        StoreFault: the data file cannot lie there.
    """
    first = letter(invitation)
    if not first.invitation:
        raise DeskFault("The file is no invitation.", "Choose the file that PWON sent to invite this office.")
    joining.check_code(joining.root_of(first.bundle), code)
    with _aside(path) as place, closing(welcome.set_up(place, new, clock).desk) as desk:
        for receipt in inbox.receive(desk, [invitation], code):
            if receipt.refused:
                raise receipt.refused
        return _begun(desk, path, new.person)


def joined(path: Path, introduction: Path, who: tuple[str, str], clock: Clock = system_clock) -> Begun:
    """Set up a further computer of an office, from the file that the first one made for it.

    Args:
        path: the new data file.
        introduction: that file.
        who: the office's profile, and the person who is working.
        clock: gives the present moment.

    Raises:
        DeskFault: the file introduces nobody.
        StoreFault: the data file cannot lie there.
    """
    with _aside(path) as place, closing(further.begin(place, introduction, who, clock)) as desk:
        return _begun(desk, path, who[1])


def found(path: Path, new: NewOffice, clock: Clock = system_clock) -> Founding:
    """Set up PWON's desk aside. It counts when `finish` was done.

    Raises:
        StoreFault: the data file cannot lie there.
    """
    refuse_bad_place(path)
    abandon(path)
    place = _place(path)
    founded = welcome.set_up(place, new, clock)
    with closing(founded.desk):
        people.choose(founded.desk, new.person)
    if founded.kit is None:
        raise DeskFault("Only PWON founds the programme.", "Choose another way to begin.")
    return Founding(path, founded.kit)


def try_kit(founding: Founding, file: Path, last: str | None) -> None:
    """Open the kit as it will be opened one day: the file from its disk, with the passphrase that stands on paper.

    Args:
        founding: the kit as it was made.
        file: where it was saved.
        last: the last four characters of the passphrase, as somebody read them from the paper; None where that is
            only to be made.

    Raises:
        DeskFault: they are other ones, or the file holds another key.
        Refused: the file is damaged.
        OSError: the file cannot be read.
    """
    whole = founding.kit.passphrase
    if last is not None and normalised(last) != normalised(whole[-_LAST:]):
        raise DeskFault(
            "These are not the last four characters of the passphrase.",
            "Read them from the paper, not from memory. If the paper says something else, write it again.",
        )
    if recovery.open_kit(file.read_bytes(), whole).public != founding.kit.root:
        raise DeskFault("This is another recovery kit.", "Save the kit again, under another name.")


def finish(founding: Founding, *, on_paper: bool = True) -> Begun:
    """Move PWON's desk to its place, once its kit was tried; where its paper is only to be made, that is remembered.

    Raises:
        StoreFault: a data file lies there now.
    """
    refuse_bad_place(founding.path)
    _move(founding.path)
    with opened(founding.path) as desk:
        if not on_paper:
            passphrase.put_off(desk)
        return Begun(founding.path, desk.identity.name, short_code(desk.identity.key), invited=True)


def abandon(path: Path) -> None:
    """Let go of a desk that was set up aside and not finished."""
    shutil.rmtree(_place(path).parent, ignore_errors=True)


def brought_back(path: Path, backup: Path, keys: Path | None = None) -> Contents:
    """Begin with a backup, and with the keys that were kept apart from it.

    Args:
        path: the new data file.
        backup: the backup.
        keys: the folder of keys that was copied; without it this computer reads, and cannot sign what it sends.

    Raises:
        StoreFault: the backup is damaged, or the file cannot lie there.
        Refused: a key cannot be read or is damaged.
        OSError: the keys cannot be copied.
    """
    refuse_bad_place(path)
    folder = keyfolder.folder_of(path)
    fresh = keyfolder.copy(keys, folder) if keys is not None else ()
    try:
        return upkeep.restore(backup, path)[0]
    except BaseException:
        keyfolder.forget(folder, fresh)
        raise


def recovered(path: Path, left: Path, kit: tuple[Path, str], who: tuple[str, Clock], *, stolen: bool = False) -> Begun:
    """Begin at PWON with the recovery kit, where its computer is lost.

    With a backup its records are there at once. Otherwise what partners hold comes back with their files, after the
    first message to each of them.

    Args:
        path: the new data file.
        left: a backup of PWON's, or any bundle that says who PWON is, such as a former invitation.
        kit: the kit's file, and its passphrase as a person typed it from paper.
        who: the person who is working, and the clock.
        stolen: whether somebody else may have the former keys (`recovering.recover`).

    Raises:
        DeskFault: the file does not say who PWON is under the kit's key, or the backup is another office's.
        Refused: the kit is damaged, or the passphrase another one.
        OSError: the kit or the file cannot be read.
        StoreFault: the backup is damaged, or the data file cannot lie there.
    """
    kept = left if upkeep.is_backup(left) else letter(left).bundle
    with _aside(path) as place, closing(recovering.begin(place, kept, kit, who, stolen=stolen)) as desk:
        return _begun(desk, path, who[0])


def sample_files(folder: Path) -> dict[str, Path]:
    """The data files of a sample that was told in a folder, by role; empty where there is none."""
    files = {new.role: folder / f"{name}.wopdesk" for name, new in sample.OFFICES.items()}
    return files if all(file.exists() for file in files.values()) else {}


def tell_sample(folder: Path) -> Iterator[str]:
    """Tell the sample anew, one sentence for each step; it lies in the folder when all of it was told.

    Raises:
        StoreFault: the folder does not take it.
    """
    unfinished = folder.with_name(folder.name + _ENDING)
    shutil.rmtree(unfinished, ignore_errors=True)
    yield from sample.tell(unfinished)
    shutil.rmtree(folder, ignore_errors=True)
    unfinished.replace(folder)


def _place(path: Path) -> Path:
    """Where a desk is set up before it lies at its place."""
    return path.with_name(path.name + _ENDING) / path.name


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A place to set up a desk; it is moved to `path` when nothing went wrong, and let go otherwise."""
    refuse_bad_place(path)
    abandon(path)
    try:
        yield _place(path)
        _move(path)
    finally:
        abandon(path)


def _move(path: Path) -> None:
    """The keys first: a file without its key could not be written in. Where it cannot follow, they do not stay."""
    place, folder = _place(path), keyfolder.folder_of(path)
    fresh = keyfolder.copy(keyfolder.folder_of(place), folder)
    try:
        place.replace(path)
    except BaseException:
        keyfolder.forget(folder, fresh)
        raise
    abandon(path)


def _begun(desk: Desk, path: Path, person: str) -> Begun:
    people.choose(desk, person)
    own = desk.identity
    return Begun(path, own.name, short_code(own.key), invited=bool(own.root))
