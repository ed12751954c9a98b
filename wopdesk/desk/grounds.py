"""On what unsaved typing stands: what the record held there when a person began to type, or took a row away.

What came in since is not replaced unseen: what is saved names only what the person saw, so that both stand beside each
other, and a person settles it. Knows drafts as texts by name; who reads and keeps them is `typing`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wopdesk.desk.documents import Document
from wopdesk.desk.writing import Write
from wopdesk.programme.moved import new_field
from wopdesk.records.batch import Value
from wopdesk.records.cells import Cells, Visible
from wopdesk.records.fields import RowField, enclosing, row_field

GROUND = "@ground/"
"""Before the name of a field or row: the draft's field that holds what stood there."""
Draft = Mapping[str, str | None]


@dataclass(frozen=True)
class Ground:
    """What a person saw in a field and the rows that it lies in, or in all fields of a row.

    Attributes:
        ops: the operations, by field.
        text: the answer, of a field.
    """

    ops: Mapping[str, Sequence[str]]
    text: str = ""


@dataclass(frozen=True)
class Seen:
    """What a record held when a person looked at it.

    Attributes:
        ops: the visible operations, by field.
        answers: by path.
        rows: by repeat, in order.
    """

    ops: Mapping[str, Sequence[str]]
    answers: Mapping[str, str]
    rows: Mapping[str, Sequence[str]]


def seen(document: Document) -> Seen:
    """What a record holds now."""
    ops = {field: tuple(one.op for one in visible) for field, visible in document.cells.items()}
    return Seen(ops, document.answers, document.rows)


def laid(present: Seen, typed: Iterable[str], draft: Draft) -> dict[str, str]:
    """What is to be kept of fields in which somebody types for the first time."""
    fresh = [path for path in typed if path not in draft and draft.get(GROUND + path) is None]
    return {
        GROUND + path: _written(present, [path, *_rows_around(path)], present.answers.get(path, "")) for path in fresh
    }


def _rows_around(field: str) -> list[str]:
    """The fields by which the rows stand that hold a field, the outermost first."""
    split = (prefix.removesuffix("]/").rpartition("[") for prefix in enclosing(field))
    return [RowField(repeat, row).field for repeat, _, row in split]


def moved_name(moved: Mapping[str, str], name: str) -> str:
    """The name of what is kept of a field or row, as the form in use asks it."""
    return GROUND + new_field(moved, name.removeprefix(GROUND))


def moved_text(moved: Mapping[str, str], text: str) -> str:
    """What is kept of a field or row, by the fields of the form in use."""
    kept = json.loads(text)
    return json.dumps({**kept, "ops": {new_field(moved, field): ops for field, ops in kept["ops"].items()}})


def laid_for_rows(present: Seen, gone: Iterable[RowField], back: Iterable[RowField], draft: Draft) -> Draft:
    """What is to be kept of rows that are taken away, and forgotten of those that are there again."""
    found: dict[str, str | None] = {GROUND + row.field: None for row in back if GROUND + row.field in draft}
    for row in gone:
        if draft.get(GROUND + row.field) is None:
            found[GROUND + row.field] = _written(present, [row.field, *filter(row.holds, present.ops)])
    return found


def _written(present: Seen, fields: Sequence[str], text: str = "") -> str:
    return json.dumps({"ops": {field: [*present.ops.get(field, ())] for field in fields}, "text": text})


def grounds(draft: Draft) -> dict[str, Ground]:
    """All that is kept, by field."""
    return {
        name.removeprefix(GROUND): Ground(**json.loads(text))
        for name, text in draft.items()
        if name.startswith(GROUND) and text
    }


def typed_over(draft: Draft) -> dict[str, str | None]:
    """What was typed, without fields in which by now stands again what stood there before."""
    known = grounds(draft)
    return {
        name: text
        for name, text in draft.items()
        if not name.startswith(GROUND) and not (name in known and known[name].text == (text or ""))
    }


def heeding(cells: Cells, writes: Iterable[Write], known: Mapping[str, Ground]) -> list[Write]:
    """What is to be written, so that it replaces nothing that the person did not see."""
    return list(_heeding(cells, writes, known))


def _heeding(cells: Cells, writes: Iterable[Write], known: Mapping[str, Ground]) -> Iterator[Write]:
    unseen_by_row = _removals(cells, known.values())
    for field, value, parents in writes:
        row = _removed_with(field, known) if value is None else None
        ground = known.get(row or field)
        if value is not None and field in unseen_by_row:
            yield field, value, [op for op in parents if op not in unseen_by_row[field]]
        elif ground is None or row_field(field) is not None:
            yield field, value, parents
        elif row is None or ground.ops.get(field):  # what came into a row that was taken away is left there
            yield field, value, _replaced(cells, field, ground)


def _removals(cells: Cells, known: Iterable[Ground]) -> dict[str, set[str]]:
    """By the field of a row in which somebody typed: the operations that removed it since, unseen by who typed."""
    found: dict[str, set[str]] = {}
    for ground in known:
        for field, there in ground.ops.items():
            if row_field(field) is not None:
                since = {one.op for one in cells.get(field, ()) if one.value is None} - set(there)
                found.setdefault(field, set()).update(since)
    return {field: ops for field, ops in found.items() if ops}


def _removed_with(field: str, known: Mapping[str, Ground]) -> str | None:
    """The row that was taken away with a field in it."""
    prefixes = set(enclosing(field))
    return next((name for name in known if (one := row_field(name)) is not None and one.prefix in prefixes), None)


def _replaced(cells: Cells, field: str, ground: Ground) -> list[str]:
    """The operations to be named: all but those that were not seen."""
    new = {one.op for one in unseen(cells, field, ground)}
    visible = [one.op for one in cells.get(field, ()) if one.op not in new]
    return list(dict.fromkeys([*(ground.ops.get(field, ()) if new else ()), *visible]))


def unseen(cells: Cells, field: str, ground: Ground) -> list[Visible]:
    """What came in since and says something else; that an answer went with its row says nothing against it."""
    known = set(ground.ops.get(field, ()))
    fresh = [one for one in cells.get(field, ()) if one.op not in known and text_of(one.value) != ground.text]
    gone = any(one.value is None for row in _rows_around(field) for one in cells.get(row, ())) if fresh else False
    return [one for one in fresh if one.value is not None or not gone]


def colliding(cells: Cells, draft: Draft) -> frozenset[str]:
    """Fields in which something was typed, and rows that were taken away, where something else came in since.

    Rows in which something was typed are among them where they were taken away since.
    """
    known, typed = grounds(draft), typed_over(draft)
    under = {name: known[name] for name in typed if name in known}
    fields = {
        name
        for name, ground in under.items()
        if any(text_of(one.value) != (typed[name] or "") for one in unseen(cells, name, ground))
    }
    rows = {name: row for name in known if (row := row_field(name)) is not None}
    came_in = {
        name
        for name, row in rows.items()
        if any(row.holds(field) and unseen(cells, field, known[name]) for field in cells)
    }
    return frozenset(fields | came_in | _removals(cells, under.values()).keys())


def text_of(value: Value) -> str:
    """A value as typing holds it."""
    return value if isinstance(value, str) else "" if value is None else value.sha256
