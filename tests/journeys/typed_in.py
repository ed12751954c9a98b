"""What people wrote, as the data file of their office holds it: it stands in the language in which it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from wopdesk.desk import authority, documents
from wopdesk.desk.desk import Desk
from wopdesk.store import drafts, reading

_CODE = re.compile(r"[a-z0-9_ ]*")
"""A choice, which is said by its label and never as it is kept."""


def typed(desk: Desk) -> frozenset[str]:
    """Names, answers, remarks and reasons, whole and by lines; without the blanks that a screen leaves out."""
    said = {" ".join(part.split()) for text in _typed(desk) for part in (text, *text.splitlines())}
    return frozenset(text for text in said if not _CODE.fullmatch(text))


def _typed(desk: Desk) -> Iterator[str]:
    yield from (desk.person, *(part for known in desk.standing.names.values() for part in known))
    yield from (one.name for one in authority.requests(desk))
    with desk.store.reading() as connection:
        rows = reading.records(connection)
        entered = [one for row in rows for one in reading.history(connection, row.id)]
        for record in drafts.drafted_records(connection):
            yield from filter(None, drafts.read_draft(connection, record).values())
    for one in entered:
        yield one.by
        yield from _texts(one.value) if isinstance(one.value, str) else ()
    for document in documents.documents(desk):
        for each in document.versions:
            yield from each.version.answers.values()


def _texts(value: str) -> Iterator[str]:
    """A text, or those of a review, which is kept as one."""
    if not value.startswith("{"):
        yield value
        return
    said = json.loads(value)
    yield from (said.get("reason", ""), *said.get("remarks", {}).values())
