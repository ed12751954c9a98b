"""Reviewing: accept, return with remarks, or comment on a version that was submitted."""

from __future__ import annotations

from collections.abc import Mapping

from wopdesk.desk import paths, questions
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, Submitted, find_document
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.roles import either
from wopdesk.desk.writing import changes, write_within
from wopdesk.records.fields import ReviewField
from wopdesk.records.review import RETURN, VERDICTS, Review
from wopdesk.sentence import Sentence
from wopdesk.store import reading


def review(desk: Desk, record: str, verdict: str, reason: str, remarks: Mapping[str, str] | None = None) -> Document:
    """Say what this office thinks of the newest version.

    Raises:
        DeskFault: no version is here, this office may not review it, a return gives no reason, or a remark stands at
            what the version does not have.
    """
    document = find_document(desk, record)
    version = _to_review(document)
    _check(desk, document, verdict, reason)
    field = ReviewField(version.digest, desk.office).field
    text = Review(verdict, reason.strip(), _placed(desk, document, version, remarks or {})).text
    with desk.store.writing() as connection:
        here = reading.cells(connection, document.id, document.home.id)
        write_within(desk, connection, (document.founding, document.home), changes(here, {field: text}))
    return find_document(desk, record)


def _placed(desk: Desk, document: Document, version: Submitted, remarks: Mapping[str, str]) -> dict[str, str]:
    """Remarks by path with the row ids of the version, so that they stand where everybody finds them."""
    form, rows = desk.shelf.form(document.kind.kind), version.version.rows
    placed = {paths.named(path, rows): text for path, text in remarks.items()}
    for path in placed:
        questions.check_place(form, path)
        for step in paths.steps(path):
            if step.row not in rows.get(step.repeat, ()):
                raise DeskFault(
                    Sentence("The submitted version has no row for '{path}'.", path=path),
                    Sentence("wopdesk show {record} lists its rows.", record=document.id[:8]),
                )
    return placed


def _check(desk: Desk, document: Document, verdict: str, reason: str) -> None:
    """Raise `DeskFault` where this office may not review it, or the review is none."""
    rules, role = document.kind.rules, desk.standing.role(document.home, desk.office)
    if role not in rules.reviewers:
        raise DeskFault(
            Sentence(
                "A {kind} is reviewed by the {offices}.",
                kind=document.kind.title.within,
                offices=either(rules.reviewers),
            ),
            "Leave it to that office.",
        )
    if verdict not in VERDICTS:
        raise DeskFault(
            Sentence("'{verdict}' is no verdict.", verdict=verdict),
            Sentence("Say one of: {listed}.", listed=", ".join(VERDICTS)),
        )
    if verdict == RETURN and not reason.strip():
        raise DeskFault("A report that is returned needs a reason.", "Say what is to be corrected.")


def _to_review(document: Document) -> Submitted:
    if document.latest is None:
        raise DeskFault("Nothing was submitted yet.", "Wait for the report, or ask for it.")
    if not document.latest.confirmed:
        raise DeskFault("The office that sent this is not approved yet.", "Approve it first.")
    return document.latest
