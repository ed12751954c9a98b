"""Papers: a record as a PDF, which carries its signed bundle once it was submitted, and workbooks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wopdesk.desk import filling, outbox, partners
from wopdesk.desk.belonging import Belonging
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.submitting import make_version
from wopdesk.exchange import pdf
from wopdesk.exchange.bundle import write
from wopdesk.programme import series
from wopdesk.programme.agenda import agenda
from wopdesk.programme.filed import Filed
from wopdesk.programme.partnership import read_partnership
from wopdesk.programme.references import reference
from wopdesk.records.ids import OfficeId, is_hex
from wopdesk.records.version import Version
from wopdesk.reports import generic, monthly_report
from wopdesk.reports.blocks import Document as Paper
from wopdesk.reports.context import Context, Party
from wopdesk.reports.generic import Answer, Entry, Rows, Section
from wopdesk.reports.pdf import render
from wopdesk.store import reading
from wopdesk.xlsform import Group, Question

LAYOUTS = {"monthly_report": monthly_report.document}
"""Layouts by their name in kind.toml; any other kind is printed in the form's order."""


def paper(desk: Desk, document: Document) -> bytes:
    """The record as a PDF. A submitted one of this office carries its bundle for those who receive it."""
    filed = filling.neighbours(desk, document)
    version = document.latest.version if document.latest else _draft(desk, document, filed)
    context = _context(desk, document, version, filed)
    printed = render(_laid_out(desk, document, version, context))
    to = recipients(desk, document)
    if document.latest is None or document.founding.owner != desk.office or not to:
        return printed
    bundle = outbox.compose(desk, to, pause=False).bundle  # a bundle that went before may be lost; the paper is here
    drawn = pdf.photos(printed) & bundle.blobs.keys()
    try:
        carried = write(bundle, desk.key(), leave_out=drawn)
    except ValueError:  # larger than one file may be: the paper goes alone, what it says by `outbox.export` in parts
        return printed
    return pdf.attach(printed, carried, f"{file_name(context.reference)}.wopx")


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


def _context(desk: Desk, document: Document, version: Version, filed: tuple[Filed, ...]) -> Context:
    partnership = read_partnership(filed)
    duties = agenda(filed, desk.shelf.kinds, desk.shelf.programme, desk.today)
    submitted = document.filed.submitted
    return Context(
        reference=reference(document.kind.reference, version.answers, partnership.code),
        state=document.state,
        author=_party(desk, document.founding.owner, document),
        mentee=_party(desk, partnership.mentee),
        mentor=_party(desk, partnership.mentor),
        facilitator=_facilitator(desk),
        partnership=partnership.code,
        subject=partnership.title,
        submitted=submitted,
        due=next((one.due for one in duties if (one.record, one.kind) == (document.id, document.kind.kind)), None),
        lists=filling.lists(desk, document, filed),
        history=series.figures(filed),
        photos=_photos(desk, document, version),
    )


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
    return generic.document(document.kind.title.en, _entries(desk, document, version), version, context)


def _entries(desk: Desk, document: Document, version: Version) -> list[Entry]:
    entries: list[Entry] = []
    for page in desk.shelf.form(document.kind.kind).pages:
        body = _page(page, version)
        entries += [Section(page.label("en")), *body] if body else []
    return entries


def _page(page: Group, version: Version) -> list[Entry]:
    found: list[Entry] = []
    for part in page.parts:
        if isinstance(part, Question):
            text = _said(version, part.path)
            found += [Answer(part.label("en"), text)] if text else []
        elif part.repeats:
            found += _repeat(part, version)
        else:
            found += _page(part, version)
    return found


def _repeat(part: Group, version: Version) -> list[Entry]:
    ids = version.rows.get(part.path, ())
    if not ids:
        return []
    labels = {
        one.path.removeprefix(f"{part.path}/"): one.label("en") for one in part.parts if isinstance(one, Question)
    }
    shown = [name for name in labels if any(_said(version, f"{part.path}[{row}]/{name}") for row in ids)]
    rows = tuple(tuple(_said(version, f"{part.path}[{row}]/{name}") for name in shown) for row in ids)
    return [Rows(part.label("en"), tuple(labels[name] or name for name in shown), rows)]


def _said(version: Version, path: str) -> str:
    labels: Mapping[str, str] = version.shown.get(path, {})
    return labels.get("en") or version.answers.get(path) or version.computed.get(path, "")
