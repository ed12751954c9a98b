"""Sending, as the screen asks for it: to whom something can go, what waits, and the files that carry it. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wopdesk.desk import outbox, partners, posting
from wopdesk.desk.desk import Desk
from wopdesk.desk.files import write_out
from wopdesk.desk.partners import OfficeSeen
from wopdesk.desk.posting import Contact
from wopdesk.exchange import mail
from wopdesk.exchange.mail import Attachment
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.exchange.content import Partner, Sent, Standing

_NEVER = Contact()


@dataclass(frozen=True)
class Message:
    """What stands in an e-mail, in the language of the screen."""

    subject: str
    text: str


def partners_of(desk: Desk) -> list[Partner]:
    """Offices to which something can be sent: what waits first, then by name."""
    contacts = posting.contacts(desk)
    found = [
        _partner(desk, one, contacts.get(one.id, _NEVER)) for one in partners.offices(desk) if _is_reached(desk, one)
    ]
    return sorted(found, key=lambda one: (not one.waiting, one.standing == "own", one.name))


def _is_reached(desk: Desk, one: OfficeSeen) -> bool:
    """Whether anything could go there; to the own office where it has further computers."""
    if one.id == desk.office:
        return bool(set(one.keys) - set(desk.identity.keys))
    return bool(partners.shared_spaces(desk, one.id)) or one.id in desk.standing.facilitators


def _partner(desk: Desk, one: OfficeSeen, contact: Contact) -> Partner:
    standing: Standing = "own" if one.id == desk.office else "approved" if one.confirmed else "unapproved"
    return Partner(one.id, one.name, standing, waiting(desk, one.id), contact.sent, contact.heard)


def waiting(_desk: Desk, _office: str) -> tuple[Phrase, ...]:
    """What waits to go to an office, in words."""
    return ()


def save(desk: Desk, offices: Sequence[str], folder: Path) -> list[Sent]:
    """Write what each of these offices lacks into a folder, for a USB stick or any other way.

    Raises:
        DeskFault: no such office.
        OSError: the folder does not take it.
    """
    return [_saved(desk, office, folder) for office in offices]


def _saved(desk: Desk, office: str, folder: Path) -> Sent:
    files = outbox.export(desk, office, folder)
    name = partners.office_name(desk, office)
    return Sent(office, name, tuple(file.name for file in files), str(folder))


def draft_mail(desk: Desk, office: str, folder: Path, message: Message) -> Sent:
    """Write what an office lacks, and for each file an e-mail draft that carries it.

    Raises:
        DeskFault: no such office.
        OSError: the folder does not take it.
    """
    sent = _saved(desk, office, folder)
    drafts = []
    for number, name in enumerate(sent.files, start=1):
        part = f" ({number}/{len(sent.files)})" if len(sent.files) > 1 else ""
        attached = Attachment(name, (folder / name).read_bytes())
        path = (folder / name).with_suffix(".eml")
        write_out(desk, path, mail.draft((), message.subject + part, message.text, [attached]))
        drafts.append(str(path))
    return Sent(sent.office, sent.name, sent.files, sent.folder, tuple(drafts))
