"""A batch: one save in one space, as one line of JSON that is never written again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from wopdesk.records.ids import HEX64, BlobId, OpId, RecordId
from wopdesk.records.text import Unreadable, canonical, is_first, read_json

LINE_LIMIT = 512 * 1024
VALUE_LIMIT = 64 * 1024
PARENT_LIMIT = 1000
FIELD_LIMIT = 4096
_SURELY_SHORT = VALUE_LIMIT // 4
"""Characters that cannot take more bytes than the limit, as none takes more than four."""
_AT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z")
_OP_ID = re.compile(r"[0-9a-f]{64}:(?:0|[1-9][0-9]{0,5})")
_MEMBERS = {"v", "at", "by", "forms", "ops"}


@dataclass(frozen=True)
class BlobRef:
    """A value that is a file: its SHA-256."""

    sha256: BlobId


Value = str | BlobRef | None
"""A canonical text, a file, or no answer."""


class Operation(NamedTuple):
    """One field of one record gets one value, in place of the operations that the writer saw there.

    A parent that is not present yet never holds an operation; one of another record or field does.
    """

    rec: RecordId
    field: str
    value: Value
    parents: tuple[OpId, ...]


_operation = tuple.__new__
"""Makes an operation of its four parts without asking for their names; a bundle holds hundreds of thousands."""


@dataclass(frozen=True)
class Batch:
    """A readable batch line.

    Attributes:
        at: UTC time of the save, for display only.
        by: the name that the person chose; a claim.
        forms: form id per kind of the records in it.
        ops: in the order written; an operation's id is `<batch>:<position>`.
    """

    at: str
    by: str
    forms: Mapping[str, str]
    ops: tuple[Operation, ...]


def write_batch(batch: Batch) -> bytes:
    """The line of a batch, without its LF.

    Raises:
        Unreadable: a limit of docs/format.md is broken; nobody could read it.
    """
    ops = [[op.rec, op.field, _json_value(op.value), list(op.parents)] for op in batch.ops]
    body = {"v": 1, "at": batch.at, "by": batch.by, "forms": dict(batch.forms), "ops": ops}
    line = canonical(body)
    read_batch(line)
    return line


def read_batch(line: bytes) -> Batch:
    """The batch in a line given without its LF.

    Raises:
        Unreadable: such a batch is kept, relayed and held, never refused.
    """
    if len(line) > LINE_LIMIT:
        raise Unreadable("the batch is longer than 512 KiB")
    body = read_json(line)
    if not isinstance(body, dict) or body.keys() != _MEMBERS:
        raise Unreadable("a batch has the members v, at, by, forms and ops")
    if not is_first(body["v"]):
        raise Unreadable("the batch was written by a newer version of WOPDesk")
    at, by, forms, ops = body["at"], body["by"], body["forms"], body["ops"]
    if not isinstance(at, str) or not _is_time(at) or not isinstance(by, str):
        raise Unreadable("the batch does not say when and by whom")
    _check_forms(forms)
    if not isinstance(ops, list) or not ops:
        raise Unreadable("the batch holds no operations")
    return Batch(at, by, forms, _operations(ops))


def _is_time(at: str) -> bool:
    """Whether this is a moment that the calendar has."""
    found = _AT.fullmatch(at)
    try:
        return found is not None and bool(date.fromisoformat(found[1]))
    except ValueError:
        return False


def _check_forms(forms: object) -> None:
    if not isinstance(forms, dict):
        raise Unreadable("the forms are not named")
    for kind, form in forms.items():
        if not kind or not isinstance(form, str) or not HEX64.fullmatch(form):
            raise Unreadable("a form is not named by its id")


def _operations(items: list[Any]) -> tuple[Operation, ...]:
    """Each item checked. Most batches write one record, whose id is looked at once."""
    read: list[Operation] = []
    record, records = None, 0
    for item in items:
        if not isinstance(item, list) or len(item) != 4:  # noqa: PLR2004 - record, field, value, parents
            raise Unreadable("an operation is [record, field, value, parents]")
        rec, field, value, parents = item
        if rec != record:
            if not isinstance(rec, str) or not HEX64.fullmatch(rec):
                raise Unreadable("an operation names no record")
            record = rec
            records += 1
        if not isinstance(field, str) or not 0 < len(field) <= FIELD_LIMIT:
            raise Unreadable("an operation names no field")
        if not isinstance(value, str) or len(value) > _SURELY_SHORT:
            value = _value(value)
        read.append(_operation(Operation, (rec, field, value, _parents(parents) if parents != [] else ())))
    if len({op[1] for op in read} if records == 1 else {op[:2] for op in read}) != len(read):
        raise Unreadable("a field is written twice in one batch")
    return tuple(read)


def _parents(parents: Any) -> tuple[OpId, ...]:  # noqa: ANN401 - checked here
    if not isinstance(parents, list) or len(parents) > PARENT_LIMIT:
        raise Unreadable("an operation has no list of parents, or one of more than 1000")
    for parent in parents:
        if not isinstance(parent, str) or not _OP_ID.fullmatch(parent):
            raise Unreadable("a parent is not an operation's id")
    return tuple(parents)


def _value(value: Any) -> Value:  # noqa: ANN401 - checked here
    if value is None:
        return None
    if isinstance(value, str):
        if len(value.encode()) > VALUE_LIMIT:
            raise Unreadable("a value is longer than 64 KiB")
        return value
    if isinstance(value, dict) and value.keys() == {"blob"}:
        name = value["blob"]
        if isinstance(name, str) and HEX64.fullmatch(name):
            return BlobRef(BlobId(name))
    raise Unreadable("a value is a text, a blob or null")


def _json_value(value: Value) -> object:
    return {"blob": value.sha256} if isinstance(value, BlobRef) else value


def op_ids(batch: str, ops: Sequence[Operation]) -> list[OpId]:
    """The ids of a batch's operations, in order."""
    return [OpId(f"{batch}:{index}") for index in range(len(ops))]
