"""What is being typed: kept at once on this computer, restored after any end, and turned into a save by the person."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from wopdesk.desk import answering, attaching, grounds, questions
from wopdesk.desk.arranging import Table
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, find_document
from wopdesk.desk.grounds import Draft, Seen
from wopdesk.desk.writing import changes, check_may_write, write_within
from wopdesk.programme.moved import new_place
from wopdesk.records.fields import RowField, enclosing
from wopdesk.store import arrivals, drafts

_ROWS = "@row/"
"""Before the path of a repeat: the draft's field that holds its rows."""
_AS_SAVED: Mapping[str, tuple[str, ...]] = {}


@dataclass(frozen=True)
class Typed:
    """What was done in a record and not saved yet.

    Attributes:
        texts: by path, rows named by ids; an empty text where an answer was taken away.
        rows: the ids that each repeat which was touched is to have, in order; outer rows named by their ids.
    """

    texts: Mapping[str, str]
    rows: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Kept:
    """A file that was made an answer and not saved yet.

    Attributes:
        answer: its SHA-256, or the place that it says where a place on the map is asked.
        beside: the answers beside it that the camera or the file's name gave, by path.
    """

    answer: str
    beside: Mapping[str, str]


def keep_typing(
    desk: Desk,
    record: str,
    texts: Mapping[str, str],
    rows: Mapping[str, tuple[str, ...]] = _AS_SAVED,
    seen: Seen | None = None,
) -> None:
    """Keep what stands in fields and tables now; on disk when this returns. A screen calls it within a second.

    Args:
        desk: the desk.
        record: its id.
        texts: by path, rows named by ids; those that changed are enough.
        rows: all rows of each repeat in which one was added, removed or moved.
        seen: what the person saw in the record, where something may have come in since; None for what it holds now.

    Raises:
        DeskFault: no such record, or another office's.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    present = seen or grounds.seen(document)
    with desk.store.writing() as connection:
        draft = _moved(document, drafts.read_draft(connection, document.id))
        former = _tables(draft) if rows else {}
        tables = {
            _ROWS + repeat: _written(former.get(repeat), present.rows.get(repeat, ()), ids)
            for repeat, ids in rows.items()
        }
        ground = {**grounds.laid(present, texts, draft), **_ground_of_rows(present, tables, draft)}
        drafts.keep_draft(connection, document.id, {**texts, **tables, **ground}, desk.now)


def _ground_of_rows(present: Seen, tables: Mapping[str, str], draft: Draft) -> Draft:
    known = _tables(tables)
    gone = [RowField(at, row) for at, table in known.items() for row in table.before if row not in table.rows]
    back = [RowField(at, row) for at, table in known.items() for row in table.rows]
    return grounds.laid_for_rows(present, gone, back, draft)


def _written(former: Table | None, present: Sequence[str], ids: tuple[str, ...]) -> str:
    """A repeat's rows as the draft holds them, with those that the person saw in the record before."""
    seen = (*former.before, *(row for row in ids if row in present)) if former else present
    return json.dumps({"before": list(dict.fromkeys(seen)), "rows": ids})


def _tables(draft: Draft) -> dict[str, Table]:
    """Tables that were touched, as the draft holds them."""
    fields = {name.removeprefix(_ROWS): text for name, text in draft.items() if name.startswith(_ROWS)}
    said = {repeat: json.loads(text or "{}") for repeat, text in fields.items()}
    return {repeat: Table(tuple(one["before"]), tuple(one["rows"])) for repeat, one in said.items()}


def _meant(draft: Draft) -> dict[str, Table]:
    """Tables as they are meant: a row that somebody took away comes back where something was typed in it."""
    typed_in = {prefix for path in _texts(draft) for prefix in enclosing(path)}
    found = {}
    for repeat, table in _tables(draft).items():
        written = {row for row in table.rows if RowField(repeat, row).prefix in typed_in}
        found[repeat] = Table(tuple(row for row in table.before if row not in written), table.rows)
    return found


def _moved(document: Document, draft: Draft) -> dict[str, str | None]:
    """A draft by the paths of the form in use; it was begun under an older one. What was typed there since counts."""
    moved, found = document.kind.moved, dict[str, str | None]()
    if not moved:
        return dict(draft)
    for name, text in sorted(draft.items(), key=lambda one: _new_name(moved, one[0]) != one[0]):
        is_ground = name.startswith(grounds.GROUND)
        found.setdefault(_new_name(moved, name), grounds.moved_text(moved, text) if text and is_ground else text)
    return found


def _new_name(moved: Mapping[str, str], name: str) -> str:
    if name.startswith(grounds.GROUND):
        return grounds.moved_name(moved, name)
    if name.startswith(_ROWS):
        return _ROWS + new_place(moved, name.removeprefix(_ROWS))
    return new_place(moved, name)


def _with_place(desk: Desk, document: Document, tables: Mapping[str, Table]) -> dict[str, Table]:
    """Tables that the form in use has; rows of others stay as they were saved."""
    form = desk.shelf.form(document.kind.kind)
    return {repeat: table for repeat, table in tables.items() if questions.has_rows(form, repeat)}


def _texts(draft: Draft) -> dict[str, str]:
    return {path: text or "" for path, text in draft.items() if not path.startswith(_ROWS)}


def typed(desk: Desk, record: str) -> Typed:
    """What was done in a record and not saved yet, as it fits what came in meanwhile.

    Raises:
        DeskFault: no such record.
    """
    document = find_document(desk, record)
    with desk.store.reading() as connection:
        draft = grounds.typed_over(_moved(document, drafts.read_draft(connection, document.id)))
    rows = answering.in_order(desk, document, _with_place(desk, document, _meant(draft)))
    return Typed(
        {path: text for path, text in _texts(draft).items() if answering.stands(path, rows)},
        {repeat: tuple(ids) for repeat, ids in rows.items() if answering.stands(repeat, rows)},
    )


def colliding(desk: Desk, record: str) -> frozenset[str]:
    """Fields and rows in which something came in since a person typed there: once saved, both stand side by side."""
    document = find_document(desk, record)
    with desk.store.reading() as connection:
        return grounds.colliding(document.cells, _moved(document, drafts.read_draft(connection, document.id)))


def typed_at(desk: Desk, record: str) -> datetime | None:
    """When something was typed last that is not saved yet, in the desk's own time zone; None where nothing was."""
    document = find_document(desk, record)
    with desk.store.reading() as connection:
        at = drafts.kept_at(connection, document.id)
    return datetime.fromisoformat(at).astimezone(desk.clock().tzinfo) if at else None


def unsaved(desk: Desk) -> list[str]:
    """Records in which something was typed and not saved yet, to be offered when the program starts again."""
    with desk.store.reading() as connection:
        return drafts.drafted_records(connection)


def save_typed(desk: Desk, record: str) -> Document:
    """Make all that was typed one save: rows, answers and files. Where nothing was typed, nothing is written.

    What came in where somebody had typed already is not replaced by it: the two differ, and a person settles it.

    Raises:
        DeskFault: a key answer was typed, which cannot change; what was typed is kept.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    with desk.store.reading() as connection:
        moved = _moved(document, drafts.read_draft(connection, document.id))
    if not moved:
        return document
    known, draft = grounds.grounds(moved), grounds.typed_over(moved)
    aside = answering.without_place(desk, document, _texts(draft))
    texts = {path: text for path, text in _texts(draft).items() if path not in aside}
    wanted = answering.wanted(desk, document, texts, _with_place(desk, document, _meant(draft))) | aside
    with desk.store.writing() as connection:
        at = document.founding, document.draft_space
        writes = grounds.heeding(document.cells, changes(document.cells, wanted), known)
        write_within(desk, connection, at, writes)
        drafts.drop_draft(connection, document.id)
    return find_document(desk, document.id)


def give_up(desk: Desk, record: str) -> None:
    """Forget what was typed in a record and not saved."""
    document = find_document(desk, record)
    with desk.store.writing() as connection:
        drafts.drop_draft(connection, document.id)


def keep_file(desk: Desk, record: str, path: str, data: bytes, name: str = "", *, seen: Seen | None = None) -> Kept:
    """Keep a file as what stands at a question now; on disk when this returns, and sent to nobody before it is saved.

    A photo is made small first; the day and place that its camera or its name tells are kept beside it, where they are
    asked and nothing stands there.

    Args:
        desk: the desk.
        record: its id.
        path: the question's, rows named by ids.
        data: the file.
        name: its name, as a camera or WhatsApp gave it.
        seen: what the person saw in the record when the file was chosen; None for what it holds now.

    Raises:
        DeskFault: no such record or another office's, the question takes no file, or the file is no picture.
    """
    document = find_document(desk, record)
    check_may_write(desk, document.founding)
    known = {**document.answers, **typed(desk, document.id).texts}
    file = attaching.prepare(desk.shelf.form(document.kind.kind), path, (data, name), known)
    with desk.store.writing() as connection:
        arrivals.write_blobs(connection, file.blobs)
        texts = {path: file.answer, **file.beside}
        draft = _moved(document, drafts.read_draft(connection, document.id))
        ground = grounds.laid(seen or grounds.seen(document), texts, draft)
        drafts.keep_draft(connection, document.id, {**texts, **ground}, desk.now)
    return Kept(file.answer, file.beside)
