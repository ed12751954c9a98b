"""From submitted to sent: a report's PDF under a good name, a mail with it, and the words that go beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wopdesk.desk import authorship, documents, folders, letters, mailing, outbox, partners, printing
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, find_document
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.files import write_out
from wopdesk.exchange import mail as mails
from wopdesk.exchange.mail import Attachment
from wopdesk.programme.partnership import read_partnership
from wopdesk.programme.references import reference
from wopdesk.records.ids import OfficeId

WHATSAPP_LIMIT = 16 * 1000 * 1000
"""Bytes that every version of WhatsApp takes."""
LONGEST = 80
"""Letters of a paper's name, its ending included: with its folders it stays within what Windows takes."""
_UNFIT = re.compile(r"[^\w .,()&+-]+")
_ADDRESS = re.compile(r"[^@\s,;<>\"()\\]+@[^@\s,;<>\"()\\]+\.[A-Za-z0-9-]+", re.ASCII)


@dataclass(frozen=True)
class Handed:
    """A paper that was written for others.

    Attributes:
        path: the file.
        size: its bytes.
        carries: whether it carries its data; if not, the bundle is to be sent as well.
        too_large: whether WhatsApp may refuse it. It can go by mail or on a USB stick, or with fewer photos.
    """

    path: Path
    size: int
    carries: bool
    too_large: bool


def file_name(desk: Desk, record: str) -> str:
    """What the PDF of a submitted record is called, as `paper_name`.

    Raises:
        DeskFault: no such record, or it was not submitted.
    """
    return paper_name(desk, _submitted(desk, record))


def paper_name(desk: Desk, document: Document, *, draft: bool = False) -> str:
    """What a record's PDF is called: partnership, utility, document and month, then its version from the second on.

    `WOP-PK-001 WASA Faisalabad MR 2026-10 v2.pdf`; every system takes such a name, and it is no longer than
    `LONGEST`: what is too long of the utility's name is left out.

    Args:
        desk: the desk.
        document: the record.
        draft: whether what is drafted is printed, and not the newest version.
    """
    number = document.latest.version.number if document.latest else 1
    last = ["draft"] if draft else [f"v{number}"] if number > 1 else []
    said = reference(document.kind.reference, document.answers if draft else document.filed.answers, "")
    kind = [part for part in (_plain(one) for one in said.split("/")) if part]
    before, after = _plain(_code(desk, document)), " ".join([*kind, *last])
    if set(kind) <= {before}:
        kind = [_plain(document.kind.title.en)]
        after = " ".join([*kind, *last])
    before = "" if before in kind else before
    office = _plain(partners.office_name(desk, authorship.author_here(desk, document)))
    room = LONGEST - len(".pdf") - len(before) - len(after) - 2
    parts = (before, office[: max(0, room)].strip(" .-"), after)
    return (" ".join(part for part in parts if part)[: LONGEST - len(".pdf")].strip(" .") or "document") + ".pdf"


def _plain(text: str) -> str:
    """Without what no file name may hold, and without what stands for a missing answer."""
    return " ".join(_UNFIT.sub(" ", text).split()).strip(" .")


def _submitted(desk: Desk, record: str) -> Document:
    document = find_document(desk, record)
    if document.latest is None:
        raise DeskFault("This was not submitted yet.", "Submit it first; then it can be sent.")
    return document


def _code(desk: Desk, document: Document) -> str:
    return read_partnership(one.filed for one in documents.documents(desk, "partnership", document.home)).code


def message(desk: Desk, record: str, language: str = "en") -> str:
    """A short message to be copied into WhatsApp or a mail, with the figures and what is wanted.

    Raises:
        DeskFault: no such record, or it was not submitted.
    """
    return letters.of_record(desk, _submitted(desk, record), file_name(desk, record), language)


def hand_over(desk: Desk, record: str, folder: Path, language: str = "en") -> Path:
    """Write a submitted record's PDF into a folder; the file. It counts as sent to those who receive its kind.

    Raises:
        DeskFault: no such record, or it was not submitted.
        OSError: the folder does not take it; nothing counts as sent.
    """
    return whatsapp(desk, record, folder, language).path


def whatsapp(desk: Desk, record: str, folder: Path, language: str = "en") -> Handed:
    """`hand_over`, telling whether the file is small enough for WhatsApp.

    Raises:
        DeskFault: no such record, or it was not submitted.
        OSError: the folder does not take it; nothing counts as sent.
    """
    return write_paper(desk, record, folder / file_name(desk, record), language)


def write_paper(desk: Desk, record: str, path: Path, language: str = "en") -> Handed:
    """`hand_over` as a file of any name.

    Raises:
        DeskFault: no such record, or it was not submitted.
        OSError: it cannot be written there; nothing counts as sent.
    """
    document = _submitted(desk, record)
    paper = printing.paper(desk, document, language)
    write_out(desk, path, paper)
    folders.keep(desk, path.parent)
    carries = _note_sent(desk, document, paper)
    return Handed(path, len(paper), carries, len(paper) > WHATSAPP_LIMIT)


def write_mail(desk: Desk, record: str, path: Path, language: str = "en") -> None:
    """`mail` as a file.

    Raises:
        DeskFault: no such record, or it was not submitted.
        OSError: it cannot be written there.
    """
    write_out(desk, path, mail(desk, record, language))
    folders.keep(desk, path.parent)


def mail(desk: Desk, record: str, language: str = "en") -> bytes:
    """A mail with a submitted record's PDF, to be saved as `.eml` and opened by the mail program, which sends it.

    It is addressed to the offices that receive its kind, as far as their records name a mail address. It counts as a
    draft until somebody says that it was sent (`mailing`).

    Raises:
        DeskFault: no such record, or it was not submitted.
    """
    document, name = _submitted(desk, record), file_name(desk, record)
    paper = printing.paper(desk, document, language)
    subject, text = letters.subject(desk, document, language), letters.of_record(desk, document, name, language)
    to = printing.recipients(desk, document)
    drafted = mails.draft(addresses(desk, to), subject, text, [Attachment(name, paper)])
    if to and _carries(desk, document, paper):
        mailing.note_drafted(desk, to, outbox.compose(desk, to, pause=False).items, document.id)
    return drafted


def mail_bundle(desk: Desk, office: str, language: str = "en") -> list[tuple[str, bytes]]:
    """Mails with what an office lacks: a name ending in `.eml` and the draft, one for each part.

    They count as drafts until somebody says that they were sent (`mailing`).

    Raises:
        DeskFault: no such office.
    """
    packed, to = outbox.pack(desk, office), partners.find_office(desk, office)
    names = tuple(name for name, _ in packed.files)
    subject, text = letters.bundle_subject(desk, to.name, language), office_message(desk, to.id, names, language)
    found = []
    for number, (name, data) in enumerate(packed.files, start=1):
        part = f" ({number}/{len(names)})" if len(names) > 1 else ""
        drafted = mails.draft(addresses(desk, [to.id]), subject + part, text, [Attachment(name, data)])
        found.append((f"{name.removesuffix('.wopx')}.eml", drafted))
    mailing.note_drafted(desk, (to.id,), packed.items)
    return found


def office_message(desk: Desk, office: str, files: Sequence[str], language: str = "en") -> str:
    """A short message to be copied beside bundles for an office.

    Args:
        desk: the desk.
        office: its id.
        files: names of the files that go with it.
        language: `en` or `ur`.
    """
    return letters.of_bundle(desk, partners.office_name(desk, office), files, language)


def addresses(desk: Desk, offices: Iterable[str]) -> list[str]:
    """Mail addresses of offices, as the newest records of themselves name them; those without one are left out."""
    contacts = {
        one.founding.owner: one.filed.get("contact/email").strip() for one in documents.documents(desk, "utility")
    }
    return [found for office in offices if _ADDRESS.fullmatch(found := contacts.get(OfficeId(office), ""))]


def _note_sent(desk: Desk, document: Document, paper: bytes) -> bool:
    """Remember what a paper carries as sent; whether it carries anything."""
    to, carries = printing.recipients(desk, document), _carries(desk, document, paper)
    if carries and to:
        outbox.note_sent(desk, to, outbox.compose(desk, to, pause=False).items, document.id)
    return carries


def _carries(desk: Desk, document: Document, paper: bytes) -> bool:
    return document.author == desk.office and printing.carries_data(paper)
