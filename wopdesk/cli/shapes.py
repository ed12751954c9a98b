"""Records as JSON. Scripts rely on these names: add to them, never change them."""

from __future__ import annotations

from typing import Any

from wopdesk.desk.documents import Said, Submitted
from wopdesk.desk.listing import Listed
from wopdesk.programme.agenda import Duty
from wopdesk.records.batch import BlobRef, Value
from wopdesk.records.cells import Difference
from wopdesk.store.reading import Entered
from wopdesk.xlsform import Sheet, Unmet

Shape = dict[str, Any]


def summary(listed: Listed) -> Shape:
    """A record in a list. `version` is 0 while nothing was submitted."""
    document = listed.document
    latest = document.latest
    return {
        "id": document.id,
        "kind": document.kind.kind,
        "title": listed.title,
        "owner": listed.office,
        "owner_name": listed.owner,
        "partnership": listed.partnership,
        "space": document.home.id,
        "version": latest.version.number if latest else 0,
        "digest": latest.digest if latest else "",
        "state": document.state,
        "confirmed": latest.confirmed if latest else True,
        "differences": len(document.differences),
    }


def whole(listed: Listed, sheet: Sheet) -> Shape:
    """A record with all that is known of it."""
    document = listed.document
    return summary(listed) | {
        "answers": document.answers,
        "rows": document.rows,
        "computed": sheet.computed(),
        "shown": sheet.shown(),
        "problems": [problem(one) for one in sheet.problems()],
        "differences": [difference(one) for one in document.differences],
        "versions": [version(one) for one in document.versions],
    }


def problem(one: Unmet) -> Shape:
    """An answer that is missing or not good."""
    return {"path": one.path, "lack": one.lack, "message": one.message("en")}


def version(one: Submitted) -> Shape:
    """One version, with what reviewers said of it."""
    return {
        "number": one.version.number,
        "digest": one.digest,
        "at": one.at,
        "by": one.by,
        "current": one.current,
        "confirmed": one.confirmed,
        "answers": dict(one.version.answers),
        "reviews": [_review(said) for said in one.reviews],
    }


def _review(said: Said) -> Shape:
    one = said.review
    spoken = {"office": said.office, "verdict": one.verdict, "reason": one.reason, "remarks": dict(one.remarks)}
    return spoken | {"at": said.at, "by": said.by}


def difference(one: Difference) -> Shape:
    """A difference with the values among which a person chooses."""
    choices = [{"value": text_of(each.value), "by": each.by, "at": each.at} for each in one.choices]
    return {"field": one.field, "choices": choices}


def duty(one: Duty) -> Shape:
    """One thing that an office has to do."""
    return vars(one) | {"due": one.due.isoformat() if one.due else None}


def entered(one: Entered, office: str) -> Shape:
    """One thing that was written."""
    return {
        "op": one.op,
        "record": one.record,
        "kind": one.founding.kind if one.founding else "",
        "space": one.space.id,
        "field": one.field,
        "value": text_of(one.value),
        "author": one.author,
        "office": office,
        "at": one.at,
        "by": one.by,
        "held": str(one.held) if one.held else None,
        "visible": one.visible,
    }


def text_of(value: Value) -> str | None:
    """A value as text; of a file, its SHA-256."""
    return value.sha256 if isinstance(value, BlobRef) else value
