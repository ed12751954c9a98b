"""Filing: start a record, answer, add and remove rows, attach files. Each is one saved batch or nothing."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from wopdesk.desk import answering, attaching, filling, paths, questions
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, find_document, find_founded
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.roles import either
from wopdesk.desk.writing import changes, check_may_write, found_within, write, write_within
from wopdesk.records.batch import BlobRef, Value
from wopdesk.records.cells import is_present
from wopdesk.records.fields import RowField
from wopdesk.records.founding import KEY, NONCE
from wopdesk.records.ids import BlobId, Founding, OfficeId, Space
from wopdesk.records.standing import FOUNDER
from wopdesk.sentence import Sentence
from wopdesk.xlsform import Sheet


def start(desk: Desk, kind: str, home: Space, answers: Mapping[str, str]) -> Document:
    """Start a record, or go on with the one that its key names; the form's defaults and the answers are saved.

    Raises:
        DeskFault: this office may not start one, a key answer is missing or no choice, or an answer has no place in
            the form.
    """
    founding = founding_of(desk, kind, home, answers)
    document = find_founded(desk, founding, home)
    key = answering.key_answers(desk, founding)
    typed = {path: text for path, text in answers.items() if path not in key}
    wanted = key | answering.begin_from(desk, document) | answering.wanted(desk, document, typed)
    begun = {path: value for path, value in _begun(desk, document, key).items() if path not in wanted or path in key}
    rest = {path: value for path, value in wanted.items() if path not in begun}
    at = founding, document.draft_space
    with desk.store.writing() as connection:
        desk.store.names.space(connection, home)
        if begun:
            found_within(desk, connection, at, begun)
        write_within(desk, connection, at, changes(document.cells, rest))
    return find_document(desk, founding.record)


def _begun(desk: Desk, document: Document, key: Mapping[str, str]) -> dict[str, Value]:
    """What the form answers by itself when a record is begun, with its key."""
    if document.cells or document.versions:
        return {}
    return {**filling.empty_sheet(desk, document.kind, document.home).answers(), **key}


def founding_of(desk: Desk, kind: str, home: Space, answers: Mapping[str, str]) -> Founding:
    """What the new record's id is made from: the key that kind.toml asks for, else something random."""
    known = desk.shelf.kinds.get(kind)
    if known is None:
        raise DeskFault(
            Sentence("There is no kind of document called '{kind}'.", kind=kind),
            Sentence("There are: {listed}.", listed=", ".join(sorted(desk.shelf.kinds))),
        )
    role = desk.standing.role(home, desk.office) or FOUNDER
    if role not in known.rules.founders and not (role == FOUNDER and desk.identity.role in known.rules.founders):
        raise DeskFault(
            Sentence(
                "A {kind} is started by the {offices}.",
                kind=known.title.within,
                offices=either(known.rules.founders),
            ),
            "Ask that office.",
        )
    owner = OfficeId(home.office) if known.rules.owner == "founder" else desk.office
    if known.one_per is None:
        return Founding(home.id, owner, kind, NONCE, secrets.token_hex(16))
    sheet = filling.empty_sheet(desk, known, home)
    return Founding(home.id, owner, kind, KEY, "/".join(_key(sheet, path, answers) for path in known.one_per))


def _key(sheet: Sheet, path: str, answers: Mapping[str, str]) -> str:
    """A key answer in canonical form; it cannot be mended later, so it must be right from the start."""
    text = answers.get(path, "").strip()
    if not text:
        raise DeskFault(Sentence("This document needs {path} from the start.", path=path), "Give it, as PATH=VALUE.")
    value = answering.canonical_answer(sheet, path, text)
    field = sheet.field(path)
    if not isinstance(value, str) or field.problem is not None:
        listed = ", ".join(choice.value for choice in field.choices)
        raise DeskFault(
            Sentence("'{text}' cannot be {path} here.", text=text, path=path),
            Sentence("Choose one of: {listed}.", listed=listed),
        )
    return value


def answer(desk: Desk, record: str, answers: Mapping[str, str]) -> Document:
    """Set answers, by path; an empty text takes an answer away. A row may be named by its number, counted from 1.

    What does not fit its question is saved all the same and shown as a problem: nothing that was typed is lost.

    Raises:
        DeskFault: another office's record, no such question or row, or a key answer, which cannot change.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    wanted = answering.wanted(desk, document, answers)
    write(desk, document.founding, document.draft_space, changes(document.cells, wanted))
    return find_document(desk, record)


def add_row(desk: Desk, record: str, repeat: str) -> str:
    """Add an empty row at the end of a repeat; its id.

    Raises:
        DeskFault: another office's record, or no such repeat.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    rows = filling.known_rows(desk, document)
    place = paths.named(repeat, rows)
    questions.check_repeat(desk.shelf.form(document.kind.kind), place)
    if place in document.kind.rows:
        raise DeskFault(
            Sentence("The rows of {place} are made from a list.", place=place),
            "Change that list, for instance the work plan.",
        )
    row = RowField(place, paths.new_row())
    wanted = answering.begin_from(desk, document)
    wanted[row.field] = answering.key_after(rows.get(place, ()), document.cells, place)
    write(desk, document.founding, document.draft_space, changes(document.cells, wanted))
    return row.row


def remove_row(desk: Desk, record: str, repeat: str, row: str) -> None:
    """Remove a row with all that stands in it. What somebody else writes in it meanwhile is not lost: it is shown.

    Raises:
        DeskFault: there is no such row.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    step = paths.steps(paths.named(f"{repeat}[{row}]/_", filling.known_rows(desk, document)))[-1]
    place = RowField(step.repeat, step.row)
    if step.row in filling.brought_rows(desk, document).get(step.repeat, ()):
        raise DeskFault("This row is made from a list and would come back.", "Leave it blank, or change that list.")
    if not is_present(document.cells, place):
        raise DeskFault(
            Sentence("There is no row '{row}' in {repeat}.", row=row, repeat=repeat),
            Sentence("wopdesk show {record} lists its rows.", record=document.id[:8]),
        )
    gone = [place.field, *filter(place.holds, document.cells)]
    wanted = answering.begin_from(desk, document) | dict.fromkeys(gone)
    write(desk, document.founding, document.draft_space, changes(document.cells, wanted))


def attach(desk: Desk, record: str, path: str, data: bytes, name: str = "") -> str:
    """Make a file the answer of a question; its SHA-256, or the place of a photo where a place on the map is asked.

    A photo is made small first; the day and place that its camera noted answer the questions beside it.

    Raises:
        DeskFault: the question takes no file, or the file is no picture.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    rows = filling.known_rows(desk, document)
    place = next(iter(answering.named({path: ""}, rows)))
    answering.check_paths(desk, document, [place])
    file = attaching.prepare(desk.shelf.form(document.kind.kind), place, (data, name), document.answers)
    wanted = answering.rows_on(place, document.cells, rows) | answering.begin_from(desk, document)
    wanted |= {**file.beside, place: BlobRef(BlobId(file.answer)) if file.blobs else file.answer}
    write(desk, document.founding, document.draft_space, changes(document.cells, wanted), file.blobs)
    return file.answer
