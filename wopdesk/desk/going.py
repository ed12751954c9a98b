"""What this computer submitted and did not hand on yet: nobody reviews what has gone to nobody."""

from __future__ import annotations

from wopdesk.desk import documents, printing
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.programme.filed import SUBMITTED
from wopdesk.records.ids import RecordId
from wopdesk.store import outgoing


def not_gone(desk: Desk) -> frozenset[RecordId]:
    """Records of this office whose newest version still has to be sent to whoever is to have it.

    Versions that were made at another computer of the office may have gone from there, so that they are not among
    them. What somebody accepted or returned has arrived, whatever is noted here.
    """
    waiting = {one.latest.digest: one for one in documents.documents(desk) if one.latest and _waits(desk, one)}
    with desk.store.reading() as connection:
        went = outgoing.went_to(connection, waiting)
    return frozenset(
        one.id for digest, one in waiting.items() if not any(_awaits(desk, one, to) for to in went.get(digest, ()))
    )


def _waits(desk: Desk, document: Document) -> bool:
    """Whether a version was submitted here of which nobody has said anything that settles it."""
    latest, decides = document.latest, document.kind.rules.decides
    if latest is None or document.state != SUBMITTED or document.founding.owner != desk.office:
        return False
    own = desk.standing.role(document.home, desk.office) or desk.identity.role
    somebody = not desk.is_facilitator or bool(printing.recipients(desk, document))
    return latest.key in desk.identity.keys and not latest.reviews and own != decides and somebody


def _awaits(desk: Desk, document: Document, office: str) -> bool:
    """Whether an office is one of those for which it was submitted: who decides, else any that receives its kind."""
    role, decides = desk.standing.role(document.home, office), document.kind.rules.decides
    return role == decides if decides else role in document.kind.receives
