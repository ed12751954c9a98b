"""Sending, as the screen asks for it: to whom something can go, what waits, and the files that carry it. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from wopdesk.desk import handing, mailing, outbox, partners, unsent
from wopdesk.desk.desk import Desk
from wopdesk.desk.files import write_out
from wopdesk.desk.unsent import ToSend
from wopdesk.exchange.codes import short_code
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.exchange.content import Partner, Sent, Standing


def partners_of(desk: Desk) -> list[Partner]:
    """Offices to which something can be sent: what waits first, then by name, this office's own computers last."""
    found = [_partner(desk, one) for one in unsent.waiting_to_go(desk)]
    return sorted(found, key=lambda one: (not one.waiting, one.copied, one.standing == "own", one.name))


def _partner(desk: Desk, one: ToSend) -> Partner:
    standing: Standing = "own" if one.office == desk.office else "approved" if one.confirmed else "unapproved"
    waiting = tuple(_waiting(desk, one))
    known = (one.sent, one.heard, one.drafted, one.on_its_way, one.saved)
    code = short_code(desk.identity.key) if _is_to_approve(desk, one) else ""
    copied = bool(one.copies) and len(waiting) == 1 and one.records == one.copies
    return Partner(one.office, one.name, standing, waiting, *known, code=code, copied=copied)


def _is_to_approve(desk: Desk, one: ToSend) -> bool:
    """Whether it is PWON, and did not approve this computer yet."""
    return desk.identity.key not in desk.standing.voices and one.office in desk.standing.facilitators


def _waiting(desk: Desk, one: ToSend) -> Iterator[Phrase]:
    """What waits to go to an office, in words. The first message to PWON counts by itself: it asks to be approved."""
    documents, copies = len(one.records - one.copies), len(one.copies)
    if one.sent is None and _is_to_approve(desk, one):
        yield Phrase("Your first message, by which PWON approves your office")
    if documents:
        yield (
            Phrase("News in 1 document")
            if documents == 1
            else Phrase("News in {count} documents", {"count": documents})
        )
    if copies:
        yield (
            Phrase("A copy of 1 document of others")
            if copies == 1
            else Phrase("Copies of {count} documents of others", {"count": copies})
        )
    if one.statements:
        yield Phrase("Approvals and partnerships")
    if one.files:
        yield (
            Phrase("1 file they asked for")
            if one.files == 1
            else Phrase("{count} files they asked for", {"count": one.files})
        )


def save(desk: Desk, offices: Sequence[str], folder: Path) -> list[Sent]:
    """Write what each of these offices lacks into a folder, for a USB stick or any other way.

    Raises:
        DeskFault: no such office.
        OSError: the folder does not take it.
    """
    return [
        Sent(office, partners.office_name(desk, office), _names(outbox.export(desk, office, folder)), str(folder))
        for office in offices
    ]


def save_for_whatsapp(desk: Desk, office: str, folder: Path, language: str) -> Sent:
    """`save` for one office, with the message that goes with the files.

    Raises:
        DeskFault: no such office.
        OSError: the folder does not take it.
    """
    files = outbox.export(desk, office, folder)
    too_large = any(one.stat().st_size > handing.WHATSAPP_LIMIT for one in files)
    said, name = handing.office_message(desk, office, _names(files), language), partners.office_name(desk, office)
    return Sent(office, name, _names(files), str(folder), message=said, too_large=too_large)


def _names(files: Sequence[Path]) -> tuple[str, ...]:
    return tuple(file.name for file in files)


def draft_mails(desk: Desk, offices: Sequence[str], folder: Path, language: str) -> list[Sent]:
    """Write e-mail drafts that carry what each of these offices lacks into a folder.

    They went once the person says so.

    Raises:
        DeskFault: no such office.
        OSError: the folder does not take it.
    """
    return [_draft_mail(desk, office, folder, language) for office in offices]


def _draft_mail(desk: Desk, office: str, folder: Path, language: str) -> Sent:
    drafts = []
    for name, data in handing.mail_bundle(desk, office, language):
        write_out(desk, folder / name, data)
        drafts.append(folder / name)
    return Sent(office, partners.office_name(desk, office), _names(drafts), str(folder), tuple(map(str, drafts)))


def sent_to(desk: Desk, office: str) -> None:
    """The person says that the drafts for an office, and the file saved for it last, were sent."""
    mailing.sent_to(desk, office)


def message(desk: Desk, office: str, language: str) -> str:
    """The words that go with a file for an office."""
    return handing.office_message(desk, office, (), language)
