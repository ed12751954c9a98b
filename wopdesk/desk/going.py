"""What this computer submitted and did not hand on yet: nobody reviews what has gone to nobody."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping

from wopdesk.desk import documents, lacking, printing
from wopdesk.desk.circle import Circle
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.programme import advice
from wopdesk.programme.filed import SUBMITTED
from wopdesk.records.ids import RecordId
from wopdesk.store import outgoing, posted
from wopdesk.store.sqlite import Connection


def not_gone(desk: Desk) -> frozenset[RecordId]:
    """Records of this office whose newest version still has to be sent to whoever is to have it.

    Versions that were made at another computer of the office may have gone from there, so that they are not among
    them. What somebody accepted or returned has arrived, whatever is noted here, and so has what an office says that
    it has.
    """
    waiting = _waiting(desk)
    with desk.store.reading() as connection:
        went = outgoing.went_to(connection, waiting)
        left = {digest: one for digest, one in waiting.items() if not _any_awaits(desk, one, went.get(digest, ()))}
        has = _had_by(desk, connection, left) if left else {}
    return frozenset(one.id for digest, one in left.items() if not _any_awaits(desk, one, has[digest]))


def only_saved(desk: Desk) -> frozenset[RecordId]:
    """Those whose newest version lies in saved files, and nobody has it.

    Nobody said that one was handed on to whoever is to have it.
    """
    waiting = _waiting(desk)
    with desk.store.reading() as connection:
        files = posted.only_saved(connection, waiting)
        saved = [digest for digest, one in waiting.items() if _lies_here(desk, one, files[digest])]
        has = _had_by(desk, connection, saved) if saved else {}
    return frozenset(waiting[digest].id for digest in saved if not has[digest])


def sent_to(desk: Desk, document: Document) -> frozenset[str]:
    """Ids of the offices to which its newest version went, as is noted here; a file that was only saved did not."""
    if document.latest is None:
        return frozenset()
    digest = document.latest.digest
    with desk.store.reading() as connection:
        saved = posted.only_saved(connection, [digest])[digest]
    return frozenset(office for office, only in saved.items() if not only)


def unasked(desk: Desk, seen: Circle) -> frozenset[str]:
    """Ids of this office's open questions there that no version has put to the mentor yet, as far as is known here.

    Where nobody is the mentor, a question is asked once it went to anybody.
    """
    asking, mentor = dict(_asking(desk, seen)), seen.partnership.mentor
    digests = {one for versions in asking.values() for one in versions}
    if not digests:
        return frozenset()
    with desk.store.reading() as connection:
        went = outgoing.went_to(connection, digests)
        left = {one for one in digests if not _is_met(went.get(one, ()), mentor)}
        has = _had_by(desk, connection, left) if left else {}
    unmet = {one for one in left if not _is_met(has[one], mentor)}
    return frozenset(question for question, versions in asking.items() if unmet.issuperset(versions))


def _is_met(offices: Collection[str], wanted: str) -> bool:
    return wanted in offices if wanted else bool(offices)


def _asking(desk: Desk, seen: Circle) -> Iterator[tuple[str, list[str]]]:
    """Open questions, each with the versions that ask it, where all of these were made at this computer."""
    for request in [one.request for one in seen.ledger if one.request and one.stage == advice.ASKED]:
        document = seen.document(request.record)
        versions = document.versions if document is not None else ()
        asking = [one for one in versions if request.row in one.version.rows.get(advice.QUESTIONS, ())]
        if asking and all(one.key in desk.identity.keys for one in asking):
            yield request.id, [one.digest for one in asking]


def _waiting(desk: Desk) -> dict[str, Document]:
    """What was submitted here and nobody settled, by the digest of its newest version."""
    return {one.latest.digest: one for one in documents.documents(desk) if one.latest and _waits(desk, one)}


def _had_by(desk: Desk, connection: Connection, blobs: Collection[str]) -> dict[str, set[str]]:
    """The offices that say that they have these versions: what names one is there, and it is not asked for."""
    named, graph = outgoing.segments_naming(connection, blobs), outgoing.read_graph(connection, desk.standing.closed)
    found: dict[str, set[str]] = {blob: set() for blob in blobs}
    for peer in lacking.spoken_for(desk, outgoing.peers(connection)):
        holds, wants = lacking.held_by(peer, graph), set(json.loads(peer.want)["blobs"])
        for blob in blobs:
            if blob not in wants and named[blob] & holds:
                found[blob].add(peer.office)
    return found


def _lies_here(desk: Desk, document: Document, files: Mapping[str, bool]) -> bool:
    """Whether there are files with it, and all of those for whom it was submitted, else of all, were only saved."""
    awaited = [saved for office, saved in files.items() if _awaits(desk, document, office)]
    return bool(files) and all(awaited or files.values())


def _any_awaits(desk: Desk, document: Document, offices: Iterable[str]) -> bool:
    return any(_awaits(desk, document, office) for office in offices)


def _waits(desk: Desk, document: Document) -> bool:
    """Whether a version was submitted here of which nobody has said anything that settles it."""
    latest, decides = document.latest, document.kind.rules.decides
    if latest is None or document.state != SUBMITTED or document.author != desk.office:
        return False
    own = desk.standing.role(document.home, desk.office) or desk.identity.role
    somebody = not desk.is_facilitator or bool(printing.recipients(desk, document))
    return latest.key in desk.identity.keys and not latest.reviews and own != decides and somebody


def _awaits(desk: Desk, document: Document, office: str) -> bool:
    """Whether an office is one of those for which it was submitted: who decides, else any that receives its kind."""
    role, decides = desk.standing.role(document.home, office), document.kind.rules.decides
    return role == decides if decides else role in document.kind.receives
