"""Filing: start a record, answer, add and remove rows, attach files. Each is one saved batch or nothing."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence

from wopdesk.desk import filling, paths, photos, questions
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, find_document, find_founded
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.photos import Photo
from wopdesk.desk.writing import changes, check_may_write, write, write_within
from wopdesk.records.batch import BlobRef, Value
from wopdesk.records.cells import Cells, is_present
from wopdesk.records.digest import sha256
from wopdesk.records.fields import RowField
from wopdesk.records.founding import KEY, NONCE
from wopdesk.records.ids import BlobId, Founding, OfficeId, Space, is_hex
from wopdesk.records.order import order_between
from wopdesk.records.standing import FOUNDER
from wopdesk.xlsform import Form, Sheet

FILES = frozenset({"image", "file", "audio", "video", "binary"})
"""Question types whose answer is a file."""


def start(desk: Desk, kind: str, home: Space, answers: Mapping[str, str]) -> Document:
    """Start a record, or go on with the one that its key names; the form's defaults and the answers are saved.

    Raises:
        DeskFault: this office may not start one, a key answer is missing or no choice, or an answer has no place in
            the form.
    """
    founding = founding_of(desk, kind, home, answers)
    document = find_founded(desk, founding, home)
    key = key_answers(desk, founding)
    wanted = _defaults(desk, document) | _begin_from_version(desk, document) | key
    wanted |= _wanted(desk, document, {path: text for path, text in answers.items() if path not in key})
    with desk.store.writing() as connection:
        desk.store.names.space(connection, home)
        write_within(desk, connection, (founding, document.draft_space), changes(document.cells, wanted))
    return find_document(desk, founding.record)


def _defaults(desk: Desk, document: Document) -> dict[str, Value]:
    """What the form answers by itself when a record is begun."""
    if document.cells or document.versions:
        return {}
    return dict(filling.empty_sheet(desk, document.kind, document.home).answers())


def founding_of(desk: Desk, kind: str, home: Space, answers: Mapping[str, str]) -> Founding:
    """What the new record's id is made from: the key that kind.toml asks for, else something random."""
    known = desk.shelf.kinds.get(kind)
    if known is None:
        raise DeskFault(
            f"There is no kind of document called '{kind}'.", f"There are: {', '.join(sorted(desk.shelf.kinds))}."
        )
    role = desk.standing.role(home, desk.office) or FOUNDER
    if role not in known.rules.founders and not (role == FOUNDER and desk.identity.role in known.rules.founders):
        raise DeskFault(
            f"A {known.title.en.lower()} is started by the {' or '.join(sorted(known.rules.founders))}.",
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
        raise DeskFault(f"This document needs {path} from the start.", "Give it, as PATH=VALUE.")
    value = canonical_answer(sheet, path, text)
    field = sheet.field(path)
    if not isinstance(value, str) or field.problem is not None:
        listed = ", ".join(choice.value for choice in field.choices)
        raise DeskFault(f"'{text}' cannot be {path} here.", f"Choose one of: {listed}.")
    return value


def key_answers(desk: Desk, founding: Founding) -> dict[str, str]:
    """The answers that make a record's key; they cannot be changed."""
    one_per = desk.shelf.kinds[founding.kind].one_per
    return dict(zip(one_per, founding.text.split("/"), strict=True)) if one_per else {}


def answer(desk: Desk, record: str, answers: Mapping[str, str]) -> Document:
    """Set answers, by path; an empty text takes an answer away. A row may be named by its number, counted from 1.

    What does not fit its question is saved all the same and shown as a problem: nothing that was typed is lost.

    Raises:
        DeskFault: another office's record, no such question or row, or a key answer, which cannot change.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    wanted = _wanted(desk, document, answers)
    write(desk, document.founding, document.draft_space, changes(document.cells, wanted))
    return find_document(desk, record)


def _wanted(desk: Desk, document: Document, answers: Mapping[str, str]) -> dict[str, Value]:
    """What fields are to hold, so that these questions are answered."""
    rows = filling.known_rows(desk, document)
    texts = _named(answers, rows)
    _check_paths(desk, document, texts)
    wanted = _begin_from_version(desk, document)
    for path in texts:
        wanted |= _rows_on(path, document.cells, rows)
    sheet = filling.sheet_of(desk, document, added=rows)
    for path, text in texts.items():
        wanted[path] = canonical_answer(sheet, path, text)
    return wanted


def _named(answers: Mapping[str, str], rows: dict[str, list[str]]) -> dict[str, str]:
    """Answers by path with row ids; `rows` grows by the rows that are new."""
    texts = {}
    for path, text in answers.items():
        name = paths.named(path, rows)
        texts[name] = text
        for step in paths.steps(name):
            known = rows.setdefault(step.repeat, [])
            if step.row not in known:
                known.append(step.row)
    return texts


def _check_paths(desk: Desk, document: Document, texts: Iterable[str]) -> None:
    form, fixed = desk.shelf.form(document.kind.kind), key_answers(desk, document.founding)
    for path in texts:
        if path in fixed:
            raise DeskFault(f"{path} makes this record what it is and cannot change.", "Start the right one.")
        questions.type_of(form, path)


def _begin_from_version(desk: Desk, document: Document) -> dict[str, Value]:
    """Where only versions are here, editing starts from the newest: its rows and answers become the draft."""
    if document.has_draft or document.latest is None:
        return {}
    wanted: dict[str, Value] = {}
    for repeat, ids in document.latest.version.rows.items():
        last = ""
        for row in ids:
            last = order_between(last)
            wanted[RowField(repeat, row).field] = last
    types = {question.path: question.type for question in desk.shelf.form(document.kind.kind).questions}
    for path, text in document.latest.version.answers.items():
        wanted[path] = _file_or_text(types.get(paths.template(path), ""), text)
    return wanted


def _file_or_text(kind: str, text: str) -> Value:
    return BlobRef(BlobId(text)) if kind in FILES and is_hex(text) else text


def _rows_on(path: str, cells: Cells, rows: Mapping[str, Sequence[str]]) -> dict[str, Value]:
    """Existence of the rows that a path leads through, where they have none yet."""
    wanted: dict[str, Value] = {}
    for step in paths.steps(path):
        row = RowField(step.repeat, step.row)
        if not is_present(cells, row):
            before = rows[step.repeat][: rows[step.repeat].index(step.row)]
            wanted[row.field] = _key_after(before, cells, step.repeat)
    return wanted


def _key_after(before: Sequence[str], cells: Cells, repeat: str) -> str:
    """An order key behind the rows before it; each place without a key of its own counts one on."""
    last = ""
    for row in before:
        visible = cells.get(RowField(repeat, row).field, ())
        own = next((one.value for one in visible if isinstance(one.value, str)), None)
        last = max(last, own) if own else order_between(last)
    return order_between(last)


def canonical_answer(sheet: Sheet, path: str, text: str) -> Value:
    """An answer as it is kept: a choice may be named by its label, a file is named by its digest."""
    sheet.set(path, text)
    field = sheet.field(path)
    named = [choice.value for choice in field.choices if text in choice.label.said.values()]
    if text and len(named) == 1 and text not in {choice.value for choice in field.choices}:
        sheet.set(path, named[0])
        field = sheet.field(path)
    if field.value == "":
        return None
    return _file_or_text(field.type, field.value)


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
        raise DeskFault(f"The rows of {place} are made from a list.", "Change that list, for instance the work plan.")
    row = RowField(place, paths.new_row())
    wanted = _begin_from_version(desk, document)
    wanted[row.field] = _key_after(rows.get(place, ()), document.cells, place)
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
        raise DeskFault(f"There is no row '{row}' in {repeat}.", f"wopdesk show {document.id[:8]} lists its rows.")
    gone = [place.field, *(field for field in document.cells if place.holds(field))]
    write(desk, document.founding, document.draft_space, changes(document.cells, dict.fromkeys(gone)))


def attach(desk: Desk, record: str, path: str, data: bytes, name: str = "") -> str:
    """Make a file the answer of a question; its SHA-256.

    A photo is made small first; the day and place that its camera noted answer the questions beside it.

    Raises:
        DeskFault: the question takes no file, or the file is no picture.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    rows = filling.known_rows(desk, document)
    place = next(iter(_named({path: ""}, rows)))
    _check_paths(desk, document, [place])
    form = desk.shelf.form(document.kind.kind)
    kind_of_file = questions.type_of(form, place)
    if kind_of_file not in FILES:
        raise DeskFault(f"{paths.template(place)} does not take a file.", "Choose a question for a photo or file.")
    wanted = _begin_from_version(desk, document) | _rows_on(place, document.cells, rows)
    if kind_of_file == "image":
        photo = photos.prepare(data, name)
        data = photo.jpeg
        wanted |= _beside(photo, place, form, document.answers)
    blob = BlobRef(BlobId(sha256(data)))
    wanted[place] = blob
    write(desk, document.founding, document.draft_space, changes(document.cells, wanted), {blob.sha256: data})
    return blob.sha256


def _beside(photo: Photo, path: str, form: Form, known: Mapping[str, str]) -> dict[str, Value]:
    """What the camera noted, as answers to `taken` and `place` beside the photo, where they are asked and open."""
    group = path.rpartition("/")[0]
    asked = {question.path for question in form.questions}
    noted = {"taken": photo.taken.isoformat() if photo.taken else "", "place": photo.place}
    answers = {f"{group}/{name}": text for name, text in noted.items() if text}
    return {one: text for one, text in answers.items() if paths.template(one) in asked and one not in known}
