"""What was said of a record's versions, and what the newest one answers otherwise than the one before; of the desk."""

from __future__ import annotations

from collections.abc import Iterator

from wopdesk.desk import partners
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, Said, Submitted
from wopdesk.records.fields import RowField, enclosing
from wopdesk.records.review import COMMENT
from wopdesk.records.version import Version
from wopdesk.ui.screens.document.background import Replaced, Reviewed


def reviews(desk: Desk, sent: Submitted | None) -> tuple[Reviewed, ...]:
    """What was said of a version, the newest first."""
    said = sorted(sent.reviews, key=lambda one: one.at, reverse=True) if sent is not None else ()
    return tuple(_reviewed(desk, one) for one in said)


def given(desk: Desk, latest: Submitted | None) -> Reviewed | None:
    """The verdict that this office gave of the newest version; a comment is none."""
    said = latest.reviews if latest is not None else ()
    own = (one for one in said if one.office == desk.office and one.review.verdict != COMMENT)
    return next((_reviewed(desk, one) for one in own), None)


def replaced(desk: Desk, document: Document) -> Replaced | None:
    """The version that the newest one replaces, for those who did not write it."""
    latest = document.latest
    if latest is None or document.author == desk.office:
        return None
    before = [one for one in document.versions if one.digest in latest.version.after]
    if not before:
        return None
    last = max(before, key=lambda one: one.version.number)
    return Replaced(last.version.number, reviews(desk, last), dict(_changed(last.version, latest.version)))


def _changed(before: Version, now: Version) -> Iterator[tuple[str, str]]:
    """What was answered where it is answered otherwise now; in rows that are new nothing was asked."""
    known = {RowField(repeat, row).prefix for repeat, rows in before.rows.items() for row in rows}
    for path in dict.fromkeys((*now.answers, *before.answers)):
        was = before.answers.get(path, "")
        if was != now.answers.get(path, "") and known.issuperset(enclosing(path)):
            yield path, was


def _reviewed(desk: Desk, said: Said) -> Reviewed:
    review = said.review
    return Reviewed(partners.office_name(desk, said.office), review.verdict, review.reason, review.remarks, said.at)
