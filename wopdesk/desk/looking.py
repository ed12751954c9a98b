"""Looking at files: which bundles they bring and who signed them; a bad one is refused in words and kept aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from wopdesk.desk.clock import utc_text
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault, tell
from wopdesk.desk.watching import Watch, unwatched
from wopdesk.exchange.bundle import Bundle
from wopdesk.exchange.carriers import Search, files_in, search_file
from wopdesk.exchange.envelope import Sender
from wopdesk.exchange.refusal import Refused
from wopdesk.records.digest import sha256
from wopdesk.sentence import Sentence, kept
from wopdesk.store import aside

_KEPT_ASIDE = timedelta(days=365)
"""For so long the bytes of a refused file stay; the entry that says why stays longer."""
_OURS = ".wopx"
_HEAD = 64 * 1024


@dataclass(frozen=True)
class Incoming:
    """A bundle that was verified and can be taken.

    Attributes:
        where: the file, and the names inside it on the way to the bundle.
        bundle: what it holds.
        sender: the sending office's name: as PWON states it, or as it calls itself.
        confirmed: whether PWON approved the sending key.
        invitation: whether it only says who PWON is.
    """

    where: str
    bundle: Bundle
    sender: str
    confirmed: bool
    invitation: bool


@dataclass(frozen=True)
class Receipt:
    """What became of one file or bundle.

    Attributes:
        where: the file, and the names inside it.
        refused: three sentences when it was not taken; None when it was.
        sender, confirmed: who signed it.
        new: whether it brought anything that was not here.
        records: ids of records that changed.
        notes: sentences for the person: an approval that waits, a message that is missing, a key that was renewed.
    """

    where: str
    refused: DeskFault | None = None
    sender: str = ""
    confirmed: bool = False
    new: bool = False
    records: tuple[str, ...] = ()
    notes: tuple[Sentence, ...] = field(default=())


def look(desk: Desk | None, paths: Iterable[Path], watch: Watch = unwatched) -> Iterator[Incoming | Receipt]:
    """Every bundle in files and folders, verified but not taken; a receipt for what cannot be.

    Args:
        desk: the receiving desk, whose approved offices are known and where refused files are kept; none to only look.
        paths: files and folders.
        watch: told of each file before it is read and of each bundle before it is verified, in bytes.
    """
    chosen = tuple(paths)
    files = files_in(chosen)
    total, done = sum(map(_size, files)), 0
    keys = tuple(desk.key(key) for key in desk.identity.keys if desk.holds(key)) if desk is not None else ()
    for path in files:
        watch(done, total, path.name)
        search = search_file(path, keys)
        watch(done + _size(path) // 2, total, path.name)
        yield from _looked(desk, path, search, chosen=path in chosen)
        done += _size(path)
        if path in chosen and not search.found and not search.troubles:
            yield _refused(desk, path, ((path.name,), _nothing(path)), b"")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _nothing(path: Path) -> Refused:
    if path.suffix.lower() == _OURS:
        return Refused(
            Sentence(
                "{file} is called like a file of WOPDesk, but holds something else, such as a photo.", file=path.name
            ),
            next="Ask the sender for the file that WOPDesk wrote; a photo of it carries nothing.",
        )
    return Refused(
        Sentence("{file} carries nothing for WOPDesk.", file=path.name),
        next="Choose the .wopx file, the report's PDF or the mail it came in.",
    )


def _looked(desk: Desk | None, path: Path, search: Search, *, chosen: bool) -> Iterator[Incoming | Receipt]:
    for trouble in search.troubles:
        # What lies in a folder and only might have carried something is told, but is no event for the history.
        yield _refused(desk if chosen else None, path, (trouble.where, trouble.refused), b"")
    for found in search.found:
        where = " > ".join((path.name, *found.where[1:]))
        try:
            bundle = found.read()
        except Refused as refused:
            yield _refused(desk, path, (found.where, refused), found.data)
            continue
        yield _incoming(desk, where, bundle)


def _refused(desk: Desk | None, path: Path, why: tuple[Sequence[str], Refused], data: bytes) -> Receipt:
    told = tell(why[1])
    where = " > ".join((path.name, *why[0][1:]))
    if desk is not None:
        with desk.store.writing() as connection:
            row = (sha256(data or _mark(path, where)), where, desk.now, kept(told.what), data)
            aside.note_refused(connection, row, utc_text(desk.clock() - _KEPT_ASIDE))
    return Receipt(where, DeskFault(told.what, told.next, told.safe))


def _mark(path: Path, where: str) -> bytes:
    """What tells a file of which nothing is kept from others: where it lay, and how it begins."""
    try:
        with path.open("rb") as file:
            return where.encode() + b"\0" + file.read(_HEAD)
    except OSError:
        return where.encode()


def _incoming(desk: Desk | None, where: str, bundle: Bundle) -> Incoming:
    sender = bundle.envelope.sender
    confirmed = desk is not None and is_confirmed(desk, sender)
    stated = desk.standing.names.get(sender.office) if desk and confirmed else None
    return Incoming(where, bundle, stated[1] if stated else sender.name, confirmed, not bundle.envelope.to)


def is_confirmed(desk: Desk, sender: Sender) -> bool:
    """Whether PWON approved the key for the very office that the bundle names."""
    voice = desk.standing.voices.get(sender.key)
    return voice is not None and voice.office == sender.office
