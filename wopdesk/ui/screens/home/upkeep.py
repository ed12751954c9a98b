"""What keeps a desk in order: what was typed and not saved, what was not sent, differences, approvals. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from wopdesk.desk import authority, documents, gathering, passphrase, recovering, typing, unsent
from wopdesk.desk.authority import Request
from wopdesk.desk.circle import Circle
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, find_document
from wopdesk.desk.unsent import ToSend
from wopdesk.ui.circles.reader import Reader
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.home.content import Line
from wopdesk.ui.shell.where import Where

_NAMED = 3
"""Offices that are named one by one when something waits to be sent to them."""


def kept(desk: Desk, said: Reader) -> tuple[Line, ...]:
    """What was typed and not saved when the program ended."""
    lines = []
    for record in typing.unsaved(desk):
        text = Phrase("What you typed in “{title}” was kept", {"title": said.title(find_document(desk, record))})
        detail, where = Phrase("Nothing is lost. Go on where you stopped."), Where("document", record=record)
        lines.append(Line("save", text, detail, Phrase("Continue"), "info", where))
    return tuple(lines)


def to_let_in(desk: Desk, seen: Circle) -> tuple[Line, ...]:
    """Offices that a partnership names and that only have to be added; nothing of it reaches them before."""
    names = [one.name for one in gathering.outside(desk, seen) if one.state == "approved"]
    if not names:
        return ()
    text = Phrase("Add {office} to its partnership", {"office": names[0]})
    if len(names) > 1:
        text = Phrase("Add {count} offices to their partnership", {"count": len(names)})
    if len(names) == 2:  # noqa: PLR2004  # who can be named one by one
        text = Phrase("Add {office} and {other} to their partnership", {"office": names[0], "other": names[1]})
    detail = Phrase("Named in {partnership}, and not in it yet", {"partnership": seen.name})
    where = Where("partnership", space=seen.space.id)
    return (Line("handshake", text, detail, Phrase("Add"), "warn", where),)


def upkeep(desk: Desk) -> tuple[Line, ...]:
    """Differences to settle, computers that wait for approval, one that was lost, and a kit without its paper."""
    found = sum(_differences(desk, one) for one in documents.documents(desk))
    waiting = [one for one in authority.requests(desk) if desk.is_facilitator or one.own]
    return (*_to_settle(found), *map(_to_approve, waiting), *_to_end(desk), *_to_cut(desk), *_to_print(desk))


def waiting_to_go(desk: Desk) -> tuple[Line, ...]:
    """To whom something is to be sent, and for whom it was only saved.

    Statements go along with what is sent; only PWON, who makes them, sends for their sake.
    """
    found = unsent.waiting_to_go(desk)
    waits = [one for one in found if one.saves or one.files or _states(desk, one)]
    return (*_waiting(waits), *_saved([one.name for one in found if one.saved and one not in waits]))


def _waiting(offices: Sequence[ToSend]) -> tuple[Line, ...]:
    """Office by office, or all in one line where they are many."""
    if len(offices) > _NAMED:
        return (_send(Phrase("Something waits to be sent to {count} offices", {"count": len(offices)})),)
    return tuple(_pass_on(one) if _only_copies(one) else _send(_things(one.name, len(one.records))) for one in offices)


def _saved(offices: Sequence[str]) -> tuple[Line, ...]:
    """What lies in files, and nobody said that it was handed on."""
    texts = [Phrase("Saved for {office}, not yet sent", {"office": one}) for one in offices]
    if len(offices) > _NAMED:
        texts = [Phrase("Saved for {count} offices, not yet sent", {"count": len(offices)})]
    return tuple(Line("send", text, "", Phrase("Saved"), "warn", Where("exchange")) for text in texts)


def _only_copies(one: ToSend) -> bool:
    """Whether only others wrote what waits, and the office did not ask for it."""
    return bool(one.records) and one.records == one.copies and not one.files


def _pass_on(one: ToSend) -> Line:
    count = len(one.copies)
    text = Phrase("{count} things of others can be passed on to {office}", {"count": count, "office": one.name})
    if count == 1:
        text = Phrase("One thing of others can be passed on to {office}", {"office": one.name})
    detail = Phrase("A copy only, in case what they sent did not arrive there.")
    return Line("send", text, detail, Phrase("Pass on"), "quiet", Where("exchange"))


def _states(desk: Desk, one: ToSend) -> bool:
    return desk.is_facilitator and one.statements


def _things(office: str, count: int) -> Phrase:
    if count == 0:
        return Phrase("Something waits to be sent to {office}", {"office": office})
    if count == 1:
        return Phrase("One thing waits to be sent to {office}", {"office": office})
    return Phrase("{count} things wait to be sent to {office}", {"count": count, "office": office})


def _send(text: Phrase) -> Line:
    return Line("send", text, "", Phrase("Send"), "info", Where("exchange"))


def _differences(desk: Desk, document: Document) -> int:
    """How many there are in a document; counted again only when it changed."""
    return desk.remembered.once(("differences", document.id), (document,), lambda: len(document.differences))


def _to_settle(count: int) -> tuple[Line, ...]:
    if not count:
        return ()
    text = Phrase("Answers differ in {count} places", {"count": count})
    if count == 1:
        text = Phrase("Two answers differ in one place")
    status, where = Phrase("Differences"), Where("differences")
    return (Line("git-merge", text, Phrase("Choose which one holds"), status, "warn", where),)


def _to_end(desk: Desk) -> tuple[Line, ...]:
    """What the authority of PWON's stolen computer says, as long as it counts."""
    if not recovering.is_theft_open(desk):
        return ()
    text = Phrase("Open the recovery kit once more: PWON's computer was lost or stolen")
    detail = Phrase("Once every office has sent what it holds. The stolen keys then approve nobody.")
    return (Line("lock", text, detail, Phrase("Open the kit"), "bad", Where("settings", path="office")),)


def _to_cut(desk: Desk) -> tuple[Line, ...]:
    """PWON's former computer, as long as it speaks for PWON."""
    former = recovering.former_keys(desk)
    if not former:
        return ()
    text = Phrase("Cut off PWON's former computer")
    detail = Phrase("Once every office has sent what it holds. Until then whoever has it speaks for PWON.")
    return (Line("lock", text, detail, Phrase("Cut it off"), "bad", Where("offices", path=former[0])),)


def _to_print(desk: Desk) -> tuple[Line, ...]:
    """The passphrase of PWON's recovery kit, as long as it stands nowhere but in a PDF."""
    if not passphrase.is_awaited(desk):
        return ()
    text = Phrase("Put the passphrase of the recovery kit on paper")
    detail = Phrase("Print the PDF that you saved, try the kit with the page, then delete the PDF.")
    return (Line("printer", text, detail, Phrase("Try the kit"), "warn", Where("settings", path="office")),)


def _to_approve(request: Request) -> Line:
    text = Phrase("{office} waits for approval", {"office": request.name})
    detail = Phrase("Telephone them and compare the check code")
    return Line("shield-check", text, detail, Phrase("Approve"), "warn", Where("offices", path=request.key))
