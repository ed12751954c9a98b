"""What stands around a record, read from the desk: reviews, the month before, what is due, figures so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from wopdesk.desk import answering, authorship, gathering, going, partners, printing, starting
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, Submitted
from wopdesk.programme import agenda, series
from wopdesk.programme.agenda import DONE, FILE, REVIEW, WAITING, Duty
from wopdesk.programme.datasets import Item
from wopdesk.programme.filed import Filed
from wopdesk.programme.months import is_month, month_name
from wopdesk.programme.partnership import read_partnership
from wopdesk.programme.previous import earlier
from wopdesk.programme.wording import Wording
from wopdesk.records.version import short_code
from wopdesk.ui.screens.document import reviewed
from wopdesk.ui.screens.document.background import Background, Coming, Series

_COMING = 4
_SHORT = 60


def background(
    desk: Desk, document: Document, filed: Sequence[Filed], known: Mapping[str, Sequence[Item]]
) -> Background:
    """What surrounds a record.

    Args:
        desk: the desk.
        document: the record.
        filed: the documents of its home.
        known: the lists that its form chooses from.
    """
    return replace(
        _with_standing(desk, document, _itself(document, filed)),
        earlier=_earlier(document, filed),
        reviews=reviewed.reviews(desk, _sent_last(document)),
        given=reviewed.given(desk, document.latest),
        replaced=reviewed.replaced(desk, document),
        indicators={one.name.en: one.name for one in desk.shelf.indicators},
        due=_due(desk, document),
        today=desk.today,
        series=tuple(_series(filed, known.get("targets", ()))) if document.kind.rows else (),
        coming=tuple(_coming(desk, document, filed))[:_COMING],
        gone=document.id not in going.not_gone(desk),
        saved=document.id in going.only_saved(desk),
        recipients=tuple(partners.office_name(desk, one) for one in printing.recipients(desk, document)),
        around=gathering.around(desk, document.home) if _names_offices(desk, document) else None,
    )


def _names_offices(desk: Desk, document: Document) -> bool:
    """Whether it is a record by which PWON lets offices take part."""
    return desk.is_facilitator and document.kind.kind == starting.KIND


def _itself(document: Document, filed: Sequence[Filed]) -> Background:
    """The record as it is."""
    partnership, latest = read_partnership(filed), document.latest
    return Background(
        record=document.id,
        kind=document.kind,
        space=document.home.id,
        partnership=" · ".join(part for part in (partnership.code, partnership.title) if part),
        present=document.filed,
        mark=_mark(document),
        state=document.state,
        number=latest.version.number if latest else 0,
        code=short_code(latest.digest) if latest else "",
        confirmed=latest is None or latest.confirmed,
        differing=frozenset(one.field for one in document.differences),
    )


def _with_standing(desk: Desk, document: Document, around: Background) -> Background:
    """With whose it is, and what this office may do to it."""
    latest, role = document.latest, desk.standing.role(document.home, desk.office) or desk.identity.role
    author, rules = authorship.author_here(desk, document), document.kind.rules
    own, decides = author == desk.office, role == rules.decides
    return replace(
        around,
        own=own,
        author=partners.office_name(desk, author),
        writable=own or role in rules.writers,
        reviewable=bool(latest and latest.confirmed) and role in rules.reviewers and (not own or decides),
        decides=decides,
        fixed=answering.key_answers(desk, document.founding),
    )


def _mark(document: Document) -> Wording:
    """What tells it from others of its kind: the month, or the title it gave itself."""
    if document.founding.by == "key" and document.founding.text:
        return month_name(document.founding.text)
    said = document.answers
    return Wording(said.get("about/title") or said.get("about/name", ""))


def _earlier(document: Document, filed: Sequence[Filed]) -> tuple[Filed, Wording] | None:
    rule = document.kind.previous
    found = earlier(rule, document.filed, filed) if rule else None
    return (found, month_name(found.get(rule.by))) if rule and found else None


def _sent_last(document: Document) -> Submitted | None:
    current = [one for one in document.versions if one.current]
    return current[-1] if current else document.latest


def _due(desk: Desk, document: Document) -> date | None:
    text = document.founding.text
    return agenda.month_due(document.kind, desk.shelf.programme, text) if is_month(text) else None


def _series(filed: Sequence[Filed], targets: Sequence[Item]) -> Iterator[Series]:
    """The figures of each target of the work plan, month by month."""
    known = series.figures(filed)
    for one in targets:
        figures = tuple(known.get(one["id"], {}).items())
        yield Series(one["id"], one["name"], one["unit"], one["target"], one["better"], figures)


def _coming(desk: Desk, document: Document, filed: Sequence[Filed]) -> Iterator[Coming]:
    """What is open in this partnership besides this record: what is overdue or due first, then what waits."""
    duties = agenda.agenda(filed, desk.shelf.kinds, desk.shelf.programme, desk.today)
    for duty in sorted(duties, key=lambda one: one.state == WAITING):
        same = duty.kind == document.kind.kind and duty.period == document.founding.text
        if duty.state != DONE and not same:
            yield Coming(duty.task, _title(desk, duty), duty.due, duty.state)


def _title(desk: Desk, duty: Duty) -> Wording:
    if duty.task in {FILE, REVIEW}:
        kind, month = desk.shelf.kinds[duty.kind].title, month_name(duty.period)
        return Wording(f"{kind.en} {month.en}".strip(), f"{kind.in_language('ur')} {month.in_language('ur')}".strip())
    line = " ".join(duty.text.split())
    return Wording(line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…")
