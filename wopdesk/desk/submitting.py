"""Submitting: what is answered becomes an immutable version in the record's home space."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from wopdesk.desk import filling
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, find_document
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.writing import changes, check_may_write, write_within
from wopdesk.programme.consent import withheld
from wopdesk.records.batch import BlobRef, Value
from wopdesk.records.fields import VERSION
from wopdesk.records.ids import BlobId
from wopdesk.records.version import HIGHEST, Version
from wopdesk.sentence import Sentence
from wopdesk.store import drafts, reading
from wopdesk.xlsform import Sheet, Unmet

_SHOWN = 3


class Unanswered(DeskFault):
    """A record that cannot be submitted yet.

    Attributes:
        problems: every missing answer and unmet constraint.
    """

    def __init__(self, problems: Iterable[Unmet]) -> None:
        """With what must be answered or mended."""
        self.problems = tuple(problems)
        count = len(self.problems)
        listed = "; ".join(f"{one.path}: {one.message('en').rstrip('.')}" for one in self.problems[:_SHOWN])
        if count > _SHOWN:
            listed = Sentence("{listed}; and {count} more", listed=listed, count=count - _SHOWN)
        what = Sentence("{count} answers are missing or need another look: {listed}.", count=count, listed=listed)
        if count == 1:
            what = Sentence("1 answer is missing or needs another look: {listed}.", listed=listed)
        super().__init__(what, "Answer these, then submit again.", "All that is answered is saved.")


def submit(desk: Desk, record: str) -> str:
    """Submit a record: the next version of it; its digest.

    Raises:
        Unanswered: answers are missing or wrong.
        DeskFault: another office's record, differences to settle, or nothing changed since the last version.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    if document.differences:
        raise DeskFault("Two persons answered the same question differently.", "Settle the differences first.")
    filed = filling.neighbours(desk, document)
    sheet = filling.sheet_of(desk, document, filed)
    problems = list(sheet.problems())
    if problems:
        raise Unanswered(problems)
    previous = filling.previous_of(document, sheet, filed)
    if _says_the_same(document, make_version(document, sheet, previous)):
        raise DeskFault("Nothing changed since the last version.", "Send the version that was submitted.")
    ended = finished(sheet, desk.clock())
    version = make_version(document, sheet, previous)
    _store(desk, document, version, ended)
    return version.digest


def _store(desk: Desk, document: Document, version: Version, ended: Mapping[str, Value]) -> None:
    """Write a version, what ended with it, and that the draft is shared: all of it or nothing."""
    with desk.store.writing() as connection:
        if ended:
            at = document.founding, document.draft_space
            write_within(desk, connection, at, changes(document.cells, ended))
        home = reading.cells(connection, document.id, document.home.id)
        parents = [one.op for one in home.get(VERSION, ())]
        answer = (VERSION, BlobRef(BlobId(version.digest)), parents)
        write_within(desk, connection, (document.founding, document.home), [answer], {version.digest: version.blob})
        drafts.share(connection, document.id)


def finished(sheet: Sheet, now: datetime) -> dict[str, Value]:
    """What is answered by the end of filling itself, where the form asks for it; it stands in the draft, too."""
    seen, answers = sheet.finish(now), sheet.answers()
    return {path: answers[path] for path in seen if path in answers}


def make_version(document: Document, sheet: Sheet, previous: dict[str, str]) -> Version:
    """The version that the filled form makes; photos without consent stay behind with all that tells of them."""
    current = [one for one in document.versions if one.current]
    secret = withheld(sheet.answers())
    return Version(
        number=min(HIGHEST, 1 + max((one.version.number for one in current), default=0)),
        record=document.id,
        form=document.kind.form,
        after=tuple(sorted(one.digest for one in current)),
        answers={path: text for path, text in sheet.answers().items() if path not in secret},
        rows={repeat: tuple(ids) for repeat, ids in sheet.rows().items() if ids},
        computed=sheet.computed(),
        shown=sheet.shown(),
        previous=previous,
    )


def _says_the_same(document: Document, version: Version) -> bool:
    last = document.versions[-1].version if document.versions else None
    if last is None or document.state == "returned":
        return False
    return (last.answers, last.rows, last.computed) == (version.answers, version.rows, version.computed)
