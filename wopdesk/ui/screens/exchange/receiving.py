"""Receiving, as the screen asks for it: a file is looked at, told in words, and taken. Knows no Qt."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wopdesk.desk import authorship, documents, inbox, joining, listing, looking, partners, posting, previewing, remarks
from wopdesk.desk.addressing import check_addressed
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import FAULTS, DeskFault, tell
from wopdesk.desk.looking import Incoming, Receipt
from wopdesk.desk.previewing import Preview
from wopdesk.exchange.codes import short_code
from wopdesk.exchange.envelope import Sender
from wopdesk.sentence import Sentence
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.exchange.content import (
    Curious,
    Invitation,
    Item,
    Letter,
    Link,
    Outcome,
    Paper,
    Sentences,
    Standing,
)

Watch = Callable[[int, int], None]
"""Called with how much is done, of how much; what it raises stops the work."""
_CHUNK, _WHOLE = 1024 * 1024, 1000
_NAMED = 20
"""So many changed documents are read to be named; a large bundle changes thousands."""
_TOLD = 6
"""So many documents with new answers are named one by one."""


def unwatched(done: int, total: int) -> None:
    """Nobody looks on."""


_REVIEWS = {
    "accept": ("circle-check", "1 report accepted", "{count} reports accepted"),
    "return": ("undo-2", "1 report returned", "{count} reports returned"),
    "comment": ("message-square", "1 comment", "{count} comments"),
}


@dataclass(frozen=True)
class Tray:
    """A file that lies before the person.

    Attributes:
        letter: what it says.
        sender: who signed it; None where it is of no use.
        incoming: what is taken when the person wants it, with all that it brings; None once it is taken.
    """

    letter: Letter
    sender: Sender | None = None
    incoming: Incoming | None = None

    @property
    def taken(self) -> Tray:
        """The same without what it brought, which the desk has by now."""
        return replace(self, incoming=None)


def look(desk: Desk, paths: Sequence[Path], language: str, first: int = 0, watch: Watch = unwatched) -> Iterator[Tray]:
    """Every bundle in files and folders, one after another, and why others are of no use.

    Args:
        desk: the desk.
        paths: files and folders.
        language: of titles.
        first: the number of the first one.
        watch: told how far it is.
    """
    number = first
    for at, path in enumerate(paths):
        nothing = True
        for one in looking.look(desk, [path], _step(watch, at, len(paths))):
            nothing = False
            yield _tray(desk, number, path, (one, language))
            number += 1
        if nothing:
            yield Tray(_empty(number, path))
            number += 1


def _step(watch: Watch, at: int, count: int) -> Callable[[int, int, str], None]:
    """How far one of several is, as a part of all of them."""
    return lambda done, total, _where: watch(at * _WHOLE + done * _WHOLE // max(total, 1), count * _WHOLE)


def _empty(number: int, path: Path) -> Letter:
    told = Sentences(
        "There is nothing for WOPDesk in this folder.",
        "Your records are unchanged.",
        "Choose the folder into which you saved the files, or the files themselves.",
    )
    return Letter(number, path.name, refused=told)


def _tray(desk: Desk, number: int, path: Path, found: tuple[Incoming | Receipt, str]) -> Tray:
    one, language = found
    if isinstance(one, Receipt):
        return Tray(Letter(number, one.where, refused=sentences(one.refused)))
    letter = _letter(desk, number, one, (path, language))
    return Tray(letter) if letter.refused else Tray(letter, one.bundle.envelope.sender, one)


def _letter(desk: Desk, number: int, one: Incoming, where: tuple[Path, str]) -> Letter:
    path, language = where
    brings = previewing.preview(desk, one.bundle, language)
    envelope = one.bundle.envelope
    invitation, refused = _judged(desk, one)
    return Letter(
        number=number,
        where=one.where,
        sender=one.sender,
        standing=_standing(desk, envelope.sender),
        made=posting.local(desk, envelope.at),
        part=envelope.part,
        papers=tuple(Paper(*_facts(each)) for each in brings.submissions),
        items=tuple(_items(brings)),
        new=brings.new,
        receipt=brings.word,
        decides=_decides(desk, one),
        invitation=invitation,
        refused=refused,
        curious=_curious(one, path),
    )


def _judged(desk: Desk, one: Incoming) -> tuple[Invitation, Sentences | None]:
    """Whether it is an invitation, and why it is none of this desk's where it is not."""
    try:
        if one.invitation:
            return ("open" if joining.root_of(one.bundle) == desk.identity.root else "closed"), None
        check_addressed(desk, one.bundle.envelope)
    except DeskFault as fault:
        return "", sentences(fault)
    return "", None


def _facts(one: previewing.Submission) -> tuple[str, str, str, int, bool]:
    return one.title, one.mark, one.owner, one.number, one.new


def _standing(desk: Desk, sender: Sender) -> Standing:
    if sender.office == desk.office:
        return "own"
    voice = desk.standing.voices.get(sender.key)
    return "approved" if voice is not None and voice.office == sender.office else "unapproved"


def _decides(desk: Desk, one: Incoming) -> bool:
    """Whether its sender is another office that waits for this desk's approval."""
    return desk.is_facilitator and not one.invitation and _standing(desk, one.bundle.envelope.sender) == "unapproved"


def standings(desk: Desk, tray: Sequence[Tray]) -> dict[int, Standing]:
    """How those who signed what lies on the tray stand by now."""
    return {one.letter.number: _standing(desk, one.sender) for one in tray if one.sender is not None}


def _curious(one: Incoming, path: Path) -> Curious:
    """The code of an office that is not approved is read on the telephone, and so it does not stand here."""
    envelope = one.bundle.envelope
    code = short_code(envelope.sender.key) if one.confirmed else ""
    return Curious(envelope.id, _digest(path), code, envelope.app)


def _digest(path: Path) -> str:
    if not path.is_file():
        return ""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _items(brings: Preview) -> Iterator[Item]:
    for verdict, (picture, one, several) in _REVIEWS.items():
        yield from _counted(picture, brings.reviews.get(verdict, 0), one, several)
    for title in brings.drafts[:_TOLD]:
        yield Item("pencil", Phrase("New answers in: {title}", {"title": title}))
    more, several = len(brings.drafts) - _TOLD, "New answers in {count} more documents"
    yield from _counted("pencil", max(0, more), "New answers in 1 more document", several)
    yield from _counted("image", brings.photos, "1 photo or file", "{count} photos and files")
    for name in brings.offices:
        yield Item("shield-check", Phrase("PWON approves {office}", {"office": name}))
    yield from _counted(
        "handshake", brings.members, "1 office added to a partnership", "{count} offices added to partnerships"
    )
    yield from _counted("handshake", brings.roles, "1 office in another role", "{count} offices in other roles")
    yield from _counted("users", brings.computers, "1 further computer", "{count} further computers")
    yield from _counted("lock", brings.cuts, "1 computer or office that counts no more", "{count} that count no more")
    yield from _counted("package", brings.pieces, "1 piece of a large file", "{count} pieces of large files")


def _counted(picture: str, count: int, one: str, several: str) -> Iterator[Item]:
    if count:
        yield Item(picture, Phrase(one if count == 1 else several, {} if count == 1 else {"count": count}))


def take(
    desk: Desk, tray: Sequence[Tray], language: str, code: str = "", watch: Watch = unwatched
) -> Iterator[Outcome]:
    """Take what lies on the tray, one after another; one that cannot be taken does not stop the others."""
    for at, one in enumerate(tray):
        if one.incoming is not None:
            how = _How(language, code, _step(watch, at, len(tray)))
            yield _taken(desk, one.letter, one.incoming, how)


@dataclass(frozen=True)
class _How:
    """In which language titles come, the code that was typed, and who is told how far it is."""

    language: str
    code: str
    watch: Callable[[int, int, str], None]


def _taken(desk: Desk, letter: Letter, incoming: Incoming, how: _How) -> Outcome:
    try:
        receipt = inbox.accept(desk, incoming, how.code, how.watch)
    except FAULTS as fault:
        return Outcome(letter.number, sentences(fault))
    if receipt.refused is not None:
        return Outcome(letter.number, sentences(receipt.refused))
    if letter.invitation:  # what is to be done next stands with how far one came
        return Outcome(letter.number, new=True, office=_answers_to(desk, incoming), joining="begun")
    links, differences = _changed(desk, receipt, how.language)
    return Outcome(
        number=letter.number,
        new=receipt.new,
        links=links,
        more=max(0, len(receipt.records) - _NAMED),
        differences=differences,
        notes=receipt.notes,
        until_approved=_until_approved(desk, incoming),
        asked=_decides(desk, incoming),
        office=_answers_to(desk, incoming),
    )


def _until_approved(desk: Desk, incoming: Incoming) -> tuple[Sentence, ...]:
    sender = incoming.bundle.envelope.sender
    return tuple(remarks.of_sender(desk, sender)[:1]) if partners.waits(desk, sender.key, sender.office) else ()


def _changed(desk: Desk, receipt: Receipt, language: str) -> tuple[tuple[Link, ...], int]:
    """The documents that changed, as far as a person reads them, and how many differences stand in those."""
    names = listing.office_names(desk)
    links, differences = [], 0
    for record in receipt.records[:_NAMED]:
        try:
            document = documents.find_document(desk, record)
        except DeskFault:  # of a kind that this version does not know: kept, and shown by none of its screens
            continue
        author = authorship.author_here(desk, document)
        title, mark = document.kind.title.in_language(language), documents.mark_of(document)
        links.append(Link(document.id, title, mark, names.get(author, author[:8])))
        differences += len(document.differences)
    return tuple(links), differences


def _answers_to(desk: Desk, incoming: Incoming) -> str:
    """The office to which an acknowledgement goes; a file of the own computers needs one as well."""
    sender = incoming.bundle.envelope.sender
    return "" if sender.key in desk.identity.keys else sender.office


def sentences(fault: BaseException | None) -> Sentences | None:
    """The three sentences of a fault."""
    if fault is None:
        return None
    told = tell(fault)
    return Sentences(told.what, told.safe, told.next)
