"""Filing: start a record, answer, add and remove rows, attach files. Each is one saved batch or nothing."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence

from wopdesk.desk import filling, paths, photos
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, find_document
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.photos import Photo
from wopdesk.desk.writing import changes, check_may_write, write, write_within
from wopdesk.records.batch import BlobRef, Value
from wopdesk.records.canonical import order_between
from wopdesk.records.cells import Cells, is_present
from wopdesk.records.digest import sha256
from wopdesk.records.fields import RowField
from wopdesk.records.founding import KEY, NONCE
from wopdesk.records.ids import BlobId, Founding, Space, is_hex
from wopdesk.records.standing import FOUNDER
from wopdesk.store import reading
from wopdesk.xlsform import Sheet

FILES = frozenset({"image", "file", "audio", "video", "binary"})
"""Question types whose answer is a file."""


def start(desk: Desk, kind: str, home: Space, answers: Mapping[str, str]) -> Document:
    """Start a record, or go on with the one that its key names; the answers are saved.

    Raises:
        DeskFault: this office may not start one, a key answer is missing, or an answer has no place in the form.
    """
    founding = founding_of(desk, kind, home, answers)
    key = key_answers(desk, founding)
    space = desk.identity.team if desk.shelf.kinds[kind].rules.drafted == "team" else home
    with desk.store.writing() as connection:
        desk.store.names.space(connection, home)
        here = reading.cells(connection, founding.record, space.id)
        write_within(desk, connection, (founding, space), changes(here, key))
    rest = {path: text for path, text in answers.items() if path not in key}
    if rest:
        answer(desk, founding.record, rest)
    return find_document(desk, founding.record)


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
    missing = [path for path in known.one_per or () if not answers.get(path, "").strip()]
    if missing:
        raise DeskFault(
            f"A {known.title.en.lower()} needs {', '.join(missing)} from the start.", "Give it, as PATH=VALUE."
        )
    owner = home.office if known.rules.owner == "founder" else desk.office
    if known.one_per is None:
        return Founding(home.id, owner, kind, NONCE, secrets.token_hex(16))  # type: ignore[arg-type]
    return Founding(home.id, owner, kind, KEY, "/".join(answers[path].strip() for path in known.one_per))  # type: ignore[arg-type]


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
    rows = filling.known_rows(desk, document)
    texts = _named(answers, rows)
    _check_paths(desk, document, texts)
    wanted = _begin_from_version(document)
    for path in texts:
        wanted |= _rows_on(path, document.cells, rows)
    sheet = filling.sheet_of(desk, document, added=rows)
    for path, text in texts.items():
        wanted[path] = _value(sheet, path, text)
    write(desk, document.founding, document.draft_space, changes(document.cells, wanted))
    return find_document(desk, record)


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
    questions = {question.path for question in desk.shelf.form(document.kind.kind).questions}
    fixed = key_answers(desk, document.founding)
    for path in texts:
        if path in fixed:
            raise DeskFault(
                f"{path} makes this record what it is and cannot change.", "Start the right one, or use wopdesk move."
            )
        if paths.template(path) not in questions:
            raise DeskFault(
                f"There is no question '{paths.template(path)}' in this form.",
                f"wopdesk show {document.id[:8]} lists its questions.",
            )


def _begin_from_version(document: Document) -> dict[str, Value]:
    """Where only versions are here, editing starts from the newest: its rows and answers become the draft."""
    if document.has_draft or document.latest is None:
        return {}
    wanted: dict[str, Value] = {}
    for repeat, ids in document.latest.version.rows.items():
        last = ""
        for row in ids:
            last = order_between(last)
            wanted[RowField(repeat, row).field] = last
    return wanted | {path: _file_or_text(text) for path, text in document.latest.version.answers.items()}


def _file_or_text(text: str) -> Value:
    return BlobRef(BlobId(text)) if is_hex(text) else text


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


def _value(sheet: Sheet, path: str, text: str) -> Value:
    """The answer in canonical form: a choice may be named by its label, a file is named by its digest."""
    sheet.set(path, text)
    field = sheet.field(path)
    named = [choice.value for choice in field.choices if text in choice.label.said.values()]
    if text and len(named) == 1 and text not in {choice.value for choice in field.choices}:
        sheet.set(path, named[0])
        field = sheet.field(path)
    if field.value == "":
        return None
    return BlobRef(BlobId(field.value)) if field.type in FILES and is_hex(field.value) else field.value


def add_row(desk: Desk, record: str, repeat: str) -> str:
    """Add an empty row at the end of a repeat; its id."""
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    rows = filling.known_rows(desk, document)
    row = RowField(repeat, paths.new_row())
    known = rows.setdefault(repeat, [])
    wanted = _begin_from_version(document)
    wanted[row.field] = _key_after(known, document.cells, repeat)
    write(desk, document.founding, document.draft_space, changes(document.cells, wanted))
    return row.row


def remove_row(desk: Desk, record: str, repeat: str, row: str) -> None:
    """Remove a row with all that stands in it. What somebody else writes in it meanwhile is not lost: it is shown.

    Raises:
        DeskFault: there is no such row.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    step = paths.steps(paths.named(f"{repeat}[{row}]/_", document.rows))[-1]
    place = RowField(step.repeat, step.row)
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
    types = {question.path: question.type for question in desk.shelf.form(document.kind.kind).questions}
    if types[paths.template(place)] not in FILES:
        raise DeskFault(f"{paths.template(place)} does not take a file.", "Choose a question for a photo or file.")
    wanted = _begin_from_version(document) | _rows_on(place, document.cells, rows)
    if types[paths.template(place)] == "image":
        photo = photos.prepare(data, name)
        data = photo.jpeg
        wanted |= _beside(photo, place, types, document.answers)
    blob = BlobRef(BlobId(sha256(data)))
    wanted[place] = blob
    write(desk, document.founding, document.draft_space, changes(document.cells, wanted), {blob.sha256: data})
    return blob.sha256


def _beside(photo: Photo, path: str, types: Mapping[str, str], known: Mapping[str, str]) -> dict[str, Value]:
    """What the camera noted, as answers to `taken` and `place` beside the photo, where they are asked and open."""
    group = path.rpartition("/")[0]
    noted = {"taken": photo.taken.isoformat() if photo.taken else "", "place": photo.place}
    answers = {f"{group}/{name}": text for name, text in noted.items() if text}
    return {one: text for one, text in answers.items() if paths.template(one) in types and one not in known}
