"""Reads which forms the offices go by, and lets PWON change one: to Excel, back, looked at, published. Knows no Qt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from wopdesk.desk import files, publishing
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.published import Published
from wopdesk.desk.publishing import Proposal
from wopdesk.places import forms_folder
from wopdesk.sentence import Sentence, joined
from wopdesk.ui.screens.settings.content import Change, Forms, FormSeen, Proposed
from wopdesk.xlsform import FormError
from wopdesk.xlsform.differences import SORTS

_MOST_TOLD = 6


def forms(desk: Desk) -> Forms:
    """Every form, the ones in use first, with those that PWON published and that cannot be used here."""
    published, seen = publishing.published_forms(desk), []
    for name, kind in sorted(desk.shelf.kinds.items()):
        theirs = published.get(name, ())
        used = next((one for one in theirs if one.form == kind.form), None)
        seen.append(FormSeen(name, kind.title, used.number if used else 0, _day(used), kind.form))
        seen += [
            FormSeen(name, kind.title, one.number, _day(one), faults=one.faults) for one in theirs[:1] if one.faults
        ]
    return Forms(tuple(seen))


def _day(one: Published | None) -> date | None:
    return date.fromisoformat(one.at[:10]) if one else None


def to_excel(desk: Desk, kind: str, file: Path) -> Path:
    """Write the form in use as a workbook.

    Raises:
        OSError: it cannot be written there.
    """
    files.write_out(desk, file, publishing.as_excel(desk, kind))
    return file


def look(desk: Desk, file: Path, kind: str) -> tuple[Proposed, Proposal]:
    """Read a changed form and see what differs from the one in use; nothing is changed.

    Returns:
        What there is to show, and what `publish` takes.

    Raises:
        DeskFault: it is no form, or offices could not use it; it names what is wrong.
        OSError: it cannot be read.
    """
    try:
        proposal = publishing.propose(desk, str(file), forms_folder(), kind)
    except FormError as error:
        raise DeskFault(
            Sentence("{file} is no form that can be used: {faults}.", file=file.name, faults=_listed(error)),
            "Mend what is named, then try again.",
        ) from error
    changes = tuple(Change(SORTS[one.sort], one.path, one.said) for one in proposal.changes)
    title = desk.shelf.kinds[proposal.kind].title
    return Proposed(proposal.kind, title, proposal.base, changes, proposal.same), proposal


def _listed(error: FormError) -> Sentence:
    """What is wrong with a form, as much as can be read at once."""
    told = joined(one.told for one in error.problems[:_MOST_TOLD])
    more = len(error.problems) - _MOST_TOLD
    return Sentence("{listed}; and {count} more", listed=told, count=more) if more > 0 else told


def publish(desk: Desk, proposal: Proposal) -> None:
    """Let every office go by it.

    Raises:
        DeskFault: this is not PWON's desk, or another form was published since this one was looked at.
    """
    publishing.publish(desk, proposal)
