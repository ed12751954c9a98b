"""What the screen shows of differences, read from the desk, and how one is settled. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wopdesk.desk import attaching, documents, filling, listing, posting, settling
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.paths import Step, steps, template
from wopdesk.desk.writing import check_may_write
from wopdesk.records.batch import BlobRef, Value
from wopdesk.records.cells import Difference as Found
from wopdesk.records.cells import Visible
from wopdesk.records.fields import RowField, row_field
from wopdesk.ui.form.question import Question
from wopdesk.ui.screens.differences.content import (
    Difference,
    DifferencesContent,
    Differing,
    Place,
    Side,
    Who,
)
from wopdesk.xlsform import Form, Group, Sheet

_FILES = frozenset({"image", "audio", "video", "file"})
_LINES = 6


@dataclass(frozen=True)
class _Reading:
    """A document that is being read: its desk, its filled form, names of offices, the language of the screen."""

    desk: Desk
    document: Document
    sheet: Sheet
    names: Mapping[str, str]
    language: str


def content(desk: Desk, language: str, record: str = "") -> DifferencesContent:
    """All differences, or those of one record."""
    differing = [one for one in documents.documents(desk) if one.differences]
    wanted = [one for one in differing if not record or one.id == record]
    elsewhere = sum(len(one.differences) for one in differing if one not in wanted)
    names = listing.office_names(desk)
    return DifferencesContent(tuple(_differing(desk, one, names, language) for one in wanted), elsewhere)


def _differing(desk: Desk, document: Document, names: Mapping[str, str], language: str) -> Differing:
    read = _Reading(desk, document, filling.sheet_of(desk, document), names, language)
    founding = document.founding
    return Differing(
        record=document.id,
        title=document.kind.title.in_language(language),
        mark=documents.mark_of(document),
        owner=names.get(founding.owner, founding.owner[:8]),
        may_settle=_may_settle(desk, document),
        differences=tuple(_difference(read, one) for one in document.differences),
    )


def _may_settle(desk: Desk, document: Document) -> bool:
    try:
        check_may_write(desk, document.founding)
    except DeskFault:
        return False
    return True


def _difference(read: _Reading, found: Found) -> Difference:
    row = row_field(found.field)
    if row is not None:
        return _row_difference(read, found, row)
    asked = _question(read, found.field)
    through = steps(found.field)
    other = None if asked.type in _FILES or asked.readonly else replace(asked, value="", required=True)
    sides = tuple(_side(read, asked, same) for same in _grouped(found.choices))
    part, number = _part(read, found.field), _number(read, through[-1] if through else None)
    return Difference(read.document.id, found.field, asked.label, part, number, sides, other=other)


def _row_difference(read: _Reading, found: Found, row: RowField) -> Difference:
    gone = [one for one in found.choices if one.value is None]
    standing = [one for one in found.choices if one.value is not None]
    sides = (
        Side(settling.KEEP, _who(read, standing), lines=_lines(read, row)),
        Side(settling.REMOVE, _who(read, gone)),
    )
    label = _label_of(read, row.repeat)
    part, number = _part(read, row.repeat), _number(read, Step(row.repeat, row.row))
    return Difference(read.document.id, found.field, label, part, number, sides, is_row=True)


def _lines(read: _Reading, row: RowField) -> tuple[Question, ...]:
    """What stands in a row, as far as it is told in a few lines."""
    cells = read.document.cells
    form = read.desk.shelf.form(read.document.kind.kind)
    order = {question.path: number for number, question in enumerate(form.questions)}
    inside = [field for field in cells if field.startswith(row.prefix)]
    standing = {
        field: next((one.value for one in cells[field] if one.value is not None), None)
        for field in sorted(inside, key=lambda field: (order.get(template(field), len(order)), field))
    }
    said = [replace(_question(read, field), value=_text(value)) for field, value in standing.items()]
    return tuple(one for one in said if one.value and one.type not in _FILES)[:_LINES]


def _question(read: _Reading, path: str) -> Question:
    """What is asked at a path; one that this form does not know any more is told by its path."""
    try:
        field = read.sheet.field(path)
    except KeyError:
        return Question(path, "text", template(path).rpartition("/")[2])
    return Question(
        path=path,
        type=field.type,
        label=field.label(read.language) or template(path).rpartition("/")[2],
        hint=field.hint(read.language),
        readonly=field.readonly,
        choices=tuple((choice.value, choice.label(read.language)) for choice in field.choices),
        appearance=field.appearance,
        parameters=field.parameters,
    )


def _side(read: _Reading, asked: Question, same: Sequence[Visible]) -> Side:
    value = same[0].value
    if value is None:
        return Side("", _who(read, same))
    picture = b""
    if isinstance(value, BlobRef) and asked.type == "image":
        picture = attaching.attached(read.desk, value.sha256)
    return Side(_text(value), _who(read, same), replace(asked, value=_text(value), required=False), picture)


def _text(value: Value) -> str:
    return value.sha256 if isinstance(value, BlobRef) else value or ""


def _grouped(choices: Sequence[Visible]) -> list[list[Visible]]:
    """Those who said the same together, in the order in which they are shown."""
    groups: dict[str, list[Visible]] = {}
    for one in choices:
        groups.setdefault(repr(one.value), []).append(one)
    return list(groups.values())


def _who(read: _Reading, said: Sequence[Visible]) -> tuple[Who, ...]:
    """Each person once, at the last moment at which they said it."""
    found: dict[tuple[str, str], Who] = {}
    for one in sorted(said, key=lambda each: each.at):
        place, office = _place(read, one.author)
        found[one.by, one.author] = Who(one.by, place, office, posting.local(read.desk, one.at))
    return tuple(found.values())


def _place(read: _Reading, author: str) -> tuple[Place, str]:
    desk = read.desk
    if author in desk.identity.keys:
        return "here", ""
    voice = desk.standing.voices.get(author) or desk.standing.hopeful.get(author)
    if voice is None or voice.office == desk.office:
        return "own", ""
    return "other", read.names.get(voice.office, voice.office[:8])


def _number(read: _Reading, step: Step | None) -> int:
    """The number of a row, from 1; 0 for none."""
    known = read.sheet.kept_rows().get(step.repeat, []) if step else []
    return known.index(step.row) + 1 if step and step.row in known else 0


def _part(read: _Reading, path: str) -> str:
    """The part of the document in which a path lies."""
    form = read.desk.shelf.form(read.document.kind.kind)
    first = template(path).split("/", maxsplit=1)[0]
    return next((page.label(read.language) for page in form.pages if page.path == first), "")


def _label_of(read: _Reading, repeat: str) -> str:
    """What a table is called."""
    form: Form = read.desk.shelf.form(read.document.kind.kind)
    place = template(repeat)
    groups = [group for page in form.pages for group in _groups(page)]
    return next((group.label(read.language) for group in groups if group.path == place), "") or _part(read, repeat)


def _groups(group: Group) -> list[Group]:
    inside = [part for part in group.parts if isinstance(part, Group)]
    return [group, *(each for part in inside for each in _groups(part))]


def settle(desk: Desk, record: str, field: str, value: str) -> tuple[str, str]:
    """Settle a difference; its record and field.

    Raises:
        DeskFault: it is settled already, or the answer has no place there.
    """
    settling.settle(desk, record, field, value)
    return record, field
