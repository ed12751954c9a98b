"""What the document screen asks of the desk; each function is one job on its thread."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wopdesk.desk import (
    attaching,
    bookmarks,
    documents,
    files,
    filing,
    folders,
    going,
    grounds,
    handing,
    mailing,
    opinions,
    partners,
    printing,
    reviewing,
    submitting,
    typing,
)
from wopdesk.desk.circle import circle
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.grounds import Seen
from wopdesk.desk.handing import Handed
from wopdesk.desk.opinions import Opinion
from wopdesk.desk.typing import Kept, Typed
from wopdesk.records.ids import PARTNERSHIP
from wopdesk.records.version import short_code
from wopdesk.sentence import Sentence
from wopdesk.ui.circles.awaited import awaited
from wopdesk.ui.screens.document.content import Judgement, Made
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.opening import open_filling
from wopdesk.ui.shell.where import Where

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is attached: no camera makes larger photos, and no mail takes more."""
Stamp = Hashable
"""Tells whether a record is still what it was when it was looked at."""


@dataclass(frozen=True)
class Paper:
    """A PDF, and what it may be called as a file.

    Attributes:
        name: as a file.
        data: the PDF.
        seen: what the record held then.
    """

    name: str
    data: bytes
    seen: Seen


@dataclass(frozen=True)
class Opened:
    """A record that was opened: what is filled, and what it was then."""

    filling: Filling
    stamp: Stamp


@dataclass(frozen=True)
class Saved:
    """A record that was saved.

    Attributes:
        at: when, by the desk's clock.
        before: what it was before.
        now: what it is since.
        differing: what two persons answered differently.
        seen: what it holds since.
    """

    at: datetime
    before: Stamp
    now: Stamp
    differing: frozenset[str]
    seen: Seen


def open_record(desk: Desk, where: Where, language: str) -> Opened:
    """Open the record, or start the one that is to be begun.

    Raises:
        DeskFault: there is none, or this office may not start one.
    """
    record = where.record or _started(desk, where)
    return Opened(open_filling(desk, record, language), stamp(desk, record))


def _started(desk: Desk, where: Where) -> str:
    home = desk.space(where.space) if where.space else partners.find_partnership(desk, None)
    return filing.start(desk, where.kind, home, dict(where.answers)).id


def stamp(desk: Desk, record: str) -> Stamp:
    """What a record is now: operations, versions, reviews, its form, and whether it still has to be sent."""
    document = documents.find_document(desk, record)
    answered = frozenset(one.op for visible in document.cells.values() for one in visible)
    sent = tuple((one.digest, one.current, one.confirmed, len(one.reviews)) for one in document.versions)
    return answered, sent, document.kind.form, document.id in going.not_gone(desk)


def keep(desk: Desk, record: str, typed: Typed, seen: Seen | None = None) -> datetime:
    """Keep what was typed over what a person saw in the record; when that was, by the desk's clock."""
    typing.keep_typing(desk, record, typed.texts, typed.rows, seen)
    return desk.clock()


def note_place(desk: Desk, record: str, path: str, told: Collection[str]) -> None:
    """Note where in a record the person is, and of which paths something was told."""
    bookmarks.keep(desk, record, path, told)


def save(desk: Desk, record: str) -> Saved:
    """Make what was typed the record's answers."""
    before = stamp(desk, record)
    document = typing.save_typed(desk, record)
    differing = frozenset(one.field for one in document.differences)
    return Saved(desk.clock(), before, stamp(desk, record), differing, grounds.seen(document))


def attach(desk: Desk, record: str, path: str, file: Path, seen: Seen | None = None) -> Kept:
    """Keep a file from the disk as the answer of a question, over what a person saw in the record.

    Raises:
        DeskFault: it is too large or no picture, or the question takes no file.
        OSError: it cannot be read.
    """
    with file.open("rb") as opened:
        data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise DeskFault(
            Sentence("{file} is too large to be sent to anybody.", file=file.name),
            "Attach a smaller file, or a photo of what matters in it.",
        )
    return typing.keep_file(desk, record, path, data, file.name, seen=seen)


def picture(desk: Desk, blob: str) -> bytes:
    """An attached picture as a JPEG; empty where it has not arrived or is none."""
    return attaching.attached(desk, blob)


def preview(desk: Desk, record: str, language: str, *, editing: bool) -> Paper:
    """The record as it will be sent, or as it was sent."""
    if editing:
        typing.save_typed(desk, record)
    document = documents.find_document(desk, record)
    drawn = (printing.draft_paper if editing else printing.paper)(desk, document, language)
    return Paper(handing.paper_name(desk, document, draft=editing), drawn, grounds.seen(document))


def write(desk: Desk, path: Path, data: bytes) -> None:
    """Write a file where the person wants it.

    Raises:
        OSError: it cannot be written there.
    """
    files.write_out(desk, path, data)


def submit(desk: Desk, record: str, language: str) -> Made:
    """Save what was typed and make the next version of it.

    Raises:
        DeskFault: something is missing or wrong, must be settled first, or nothing changed.
    """
    typing.save_typed(desk, record)
    submitting.submit(desk, record)
    bookmarks.keep(desk, record, "")
    return made(desk, record, language)


def made(desk: Desk, record: str, language: str) -> Made:
    """The newest version, ready to be sent.

    Raises:
        DeskFault: nothing was submitted.
    """
    document = documents.find_document(desk, record)
    name, text = handing.file_name(desk, record), handing.message(desk, record, language)
    latest = document.latest
    to, place = printing.recipients(desk, document), folders.last(desk)
    number, code = (latest.version.number, short_code(latest.digest)) if latest else (0, "")
    return Made(
        number,
        code,
        name,
        text,
        tuple(partners.office_name(desk, one) for one in to),
        connected=bool(desk.identity.root),
        unaddressed=tuple(partners.office_name(desk, one) for one in to if not handing.addresses(desk, [one])),
        folder=str(place or ""),
        awaited=awaited(desk, circle(desk, document.home)) if document.home.type == PARTNERSHIP else None,
        offices=tuple(to),
        went=going.sent_to(desk, document),
    )


def save_paper(desk: Desk, record: str, path: Path, language: str) -> Handed:
    """Write the PDF of the newest version, with its data in it.

    Raises:
        DeskFault: nothing was submitted.
        OSError: it cannot be written there.
    """
    return handing.write_paper(desk, record, path, language)


def save_mail(desk: Desk, record: str, path: Path, language: str) -> Path:
    """Write a mail draft with the PDF; the file. It went once the person says so.

    Raises:
        DeskFault: nothing was submitted.
        OSError: it cannot be written there.
    """
    handing.write_mail(desk, record, path, language)
    return path


def mail_went(desk: Desk, record: str, offices: Collection[str]) -> None:
    """The person says that the drafted mail, or the saved file, was sent to these offices."""
    mailing.sent_for(desk, record, offices)


def judge(desk: Desk, record: str, said: Judgement) -> None:
    """Say what this office thinks of the newest version.

    Raises:
        DeskFault: it may not, or gives no reason for returning it.
    """
    reason = "\n".join(part for part in (said.good.strip(), said.next_step.strip()) if part)
    reviewing.review(desk, record, said.verdict, reason, {path: text for path, text in said.remarks.items() if text})
    opinions.keep(desk, record, Opinion())


def keep_judgement(desk: Desk, record: str, said: Judgement) -> None:
    """Keep what a reviewer has written and not said yet."""
    opinions.keep(desk, record, Opinion(said.good, said.next_step, dict(said.remarks)))


def judgement(desk: Desk, record: str) -> Judgement:
    """What a reviewer had written and not said, without a verdict."""
    kept = opinions.kept(desk, record)
    return Judgement("", kept.good, kept.next_step, kept.remarks)
