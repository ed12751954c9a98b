"""Papers: a record as a PDF, which carries its signed bundle once it was submitted, and workbooks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from wopdesk.desk import authorship, filling, outbox, partners
from wopdesk.desk.belonging import Belonging
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.entries import Reading
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.submitting import make_version
from wopdesk.desk.versions import verdict
from wopdesk.exchange import pdf
from wopdesk.exchange.bundle import write
from wopdesk.programme import progress, series
from wopdesk.programme.agenda import agenda
from wopdesk.programme.filed import ACCEPTED, AWAITED, DRAFT, RETURNED, SUBMITTED, Filed
from wopdesk.programme.partnership import Partnership, read_partnership
from wopdesk.programme.references import reference
from wopdesk.records.ids import OfficeId, is_hex
from wopdesk.records.review import ACCEPT, RETURN
from wopdesk.records.version import Version
from wopdesk.reports import generic, monthly_report
from wopdesk.reports.blocks import Document as Paper
from wopdesk.reports.context import Context, Opinion, Party
from wopdesk.store import reading

LAYOUTS = {"monthly_report": monthly_report.document}
"""Layouts by their name in kind.toml; any other kind is printed in the form's order."""


def paper(desk: Desk, document: Document, language: str = "en") -> bytes:
    """The record as a PDF. A submitted one of this office carries its bundle for those who receive it.

    Args:
        desk: the desk.
        document: the record.
        language: of headings and fixed words, `en` or `ur`; what people wrote stands as it is.

    Raises:
        DeskFault: of what was submitted nothing has arrived yet, and nothing was written here.
    """
    if document.state == AWAITED and document.latest is None and not document.has_draft:
        raise DeskFault("What was submitted has not arrived yet.", "Ask the office that sent it to send it again.")
    from wopdesk.reports.pdf import render  # noqa: PLC0415  # reportlab and the fonts are loaded when a paper is made

    filed = filling.neighbours(desk, document)
    version = document.latest.version if document.latest else _draft(desk, document, filed)
    context = _context(desk, document, version, (filed, language))
    printed = render(_laid_out(desk, document, version, context))
    if document.latest is None or document.author != desk.office:
        return printed
    return _carrying(desk, document, printed, f"{file_name(context.reference)}.wopx")


def draft_paper(desk: Desk, document: Document, language: str = "en") -> bytes:
    """What is drafted as a PDF, as if nothing had been sent yet but with the number that its version will have.

    Args:
        desk: the desk.
        document: the record.
        language: as of `paper`.
    """
    from wopdesk.reports.pdf import render  # noqa: PLC0415  # as above

    filed = filling.neighbours(desk, document)
    version = _draft(desk, document, filed)
    bare = replace(document, versions=(), newest=None, state=DRAFT)
    return render(_laid_out(desk, bare, version, _context(desk, bare, version, (filed, language))))


def _carrying(desk: Desk, document: Document, printed: bytes, name: str) -> bytes:
    """The paper with what it says attached for those who receive it; their photos stand on its pages already."""
    to = recipients(desk, document)
    if not to:
        return printed
    bundle = outbox.compose(desk, to, pause=False).bundle  # a bundle that went before may be lost; the paper is here
    drawn = pdf.photos(printed) & bundle.blobs.keys()
    try:
        carried = write(bundle, desk.key(), leave_out=drawn)
    except ValueError:  # larger than one file may be: the paper goes alone, what it says by `outbox.export` in parts
        return printed
    return pdf.attach(printed, carried, name)


def carries_data(paper: bytes) -> bool:
    """Whether a printed PDF carries its bundle; if not, what it says is to be sent by `outbox.export`."""
    return bool(pdf.carried(paper).bundles)


def _draft(desk: Desk, document: Document, filed: tuple[Filed, ...]) -> Version:
    sheet = filling.sheet_of(desk, document, filed)
    return make_version(document, sheet, filling.previous_of(document, sheet, filed))


def recipients(desk: Desk, document: Document) -> list[OfficeId]:
    """Offices of the record's home, besides this one, in a role that receives its kind."""
    spaces = [one.id for one in partners.offices(desk) if one.confirmed]
    return [
        office
        for office in spaces
        if office != desk.office and desk.standing.role(document.home, office) in document.kind.receives
    ]


def file_name(text: str) -> str:
    """A reference as part of a file's name."""
    return re.sub(r"[^\w.-]+", "-", text).strip("-") or "document"


def _context(desk: Desk, document: Document, version: Version, around: tuple[tuple[Filed, ...], str]) -> Context:
    filed, language = around
    partnership = read_partnership(filed)
    duties = agenda(filed, desk.shelf.kinds, desk.shelf.programme, desk.today)
    latest = document.latest
    bare = Context(
        reference=reference(document.kind.reference, version.answers, _code(desk, partnership)),
        state=_state(desk, document),
        author=_party(desk, authorship.author(document, partnership), document),
        mentee=_party(desk, partnership.mentee),
        mentor=Party(partnership.mentor_name) if partnership.mentor_name else _party(desk, partnership.mentor),
        facilitator=_facilitator(desk),
        partnership=partnership.code,
        subject=partnership.title,
        submitted=datetime.fromisoformat(latest.at).date() if latest else None,
        first=document.filed.first,
        pilot=progress.pilot(filed),
        due=next((one.due for one in duties if (one.record, one.kind) == (document.id, document.kind.kind)), None),
        today=desk.today,
        changed=_changed(desk, document, filed),
        later=_returned_after(desk, document),
        lists=filling.lists(desk, document, filed),
        indicators={one.code: one.name for one in desk.shelf.indicators},
        history=series.figures(filed),
        photos=_photos(desk, document, version),
        language=language,
    )
    return replace(bare, opinions=_opinions(desk, document, bare))


def _code(desk: Desk, partnership: Partnership) -> str:
    """What papers of a partnership begin with: its code; until PWON has given it one, that of the mentee's office."""
    codes = (one.code.upper() for one in partners.offices(desk) if one.id == partnership.mentee)
    return partnership.code or next(codes, "")


def _state(desk: Desk, document: Document) -> str:
    """Of the version on paper, which need not be the newest."""
    if document.latest is None:
        return DRAFT
    said = verdict(desk, document.kind, document.home, document.latest)
    return {ACCEPT: ACCEPTED, RETURN: RETURNED}.get(said, SUBMITTED)


def _returned_after(desk: Desk, document: Document) -> int:
    """The number of a version after the one on paper that was returned, 0 if there is none."""
    here = document.latest.version.number if document.latest else 0
    after = (one for one in document.versions if one.version.number > here)
    returned = (one for one in after if verdict(desk, document.kind, document.home, one) == RETURN)
    return max((one.version.number for one in returned), default=0)


def _changed(desk: Desk, document: Document, filed: tuple[Filed, ...]) -> bool:
    """Whether somebody has answered otherwise here since the version. A row that a list brought later is no answer."""
    if document.latest is None or not document.has_draft:
        return False
    said, now = document.latest.version.answers, _draft(desk, document, filed).answers
    return any(now.get(path) != said.get(path) for path in {*said, *document.answers})


def _opinions(desk: Desk, document: Document, context: Context) -> tuple[Opinion, ...]:
    said = document.latest.reviews if document.latest else ()
    read = _reading(desk, document, context) if any(one.review.remarks for one in said) else None
    return tuple(
        Opinion(
            verdict=one.review.verdict,
            office=partners.office_name(desk, one.office),
            day=datetime.fromisoformat(one.at).date(),
            reason=one.review.reason,
            remarks=tuple((read.place(path), text) for path, text in one.review.remarks.items()) if read else (),
        )
        for one in said
    )


def _reading(desk: Desk, document: Document, context: Context, version: Version | None = None) -> Reading:
    """The form filled with a version, the newest one if none is given."""
    version = version or (document.latest.version if document.latest else None)
    if version is None:
        raise ValueError(f"{document.id} has no version")
    form = desk.shelf.form(document.kind.kind)
    rows = {repeat: list(ids) for repeat, ids in version.rows.items()}
    sheet = form.sheet(version.answers, today=desk.today, datasets=dict(context.lists), rows=rows)
    return Reading(form, sheet, version, context.language)


def _party(desk: Desk, office: str, document: Document | None = None) -> Party:
    if not office:
        return Party("")
    confirmed = office in desk.standing.names
    name = partners.office_name(desk, office)
    if document is not None and document.latest is not None:
        confirmed = document.latest.confirmed
    return Party(name, confirmed)


def _facilitator(desk: Desk) -> Party:
    offices = sorted(desk.standing.facilitators)
    return Party(partners.office_name(desk, offices[0])) if offices else Party("Pakistan Water Operators Network")


def _photos(desk: Desk, document: Document, version: Version) -> dict[str, bytes]:
    """The version's photos, but none that its author only named: a paper is handed on to all of the record's home."""
    named = {text for text in version.answers.values() if is_hex(text)}
    circles = {document.home.id, document.draft_space.id}
    with desk.store.reading() as connection:
        belonging = Belonging(desk, connection)
        found = {name: reading.blob(connection, name) for name in named if belonging.may_go(name, circles)}
    return {name: data for name, data in found.items() if data is not None}


def _laid_out(desk: Desk, document: Document, version: Version, context: Context) -> Paper:
    layout = LAYOUTS.get(document.kind.layout)
    if layout is not None:
        return layout(version, context)
    entries = _reading(desk, document, context, version).entries()
    return generic.document(document.kind.title.in_language(context.language), entries, version, context)
