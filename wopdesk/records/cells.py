"""A record as it stands: the visible values of its fields, its rows, and what a person must settle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from wopdesk.records.batch import Value
from wopdesk.records.fields import RETIRED, RowField, enclosing, row_field
from wopdesk.records.order import is_order_key


@dataclass(frozen=True)
class Visible:
    """One visible operation of a field, with what a person needs to judge it."""

    op: str
    value: Value
    at: str
    by: str
    author: str


Cells = Mapping[str, Sequence[Visible]]
"""Visible operations by field, smallest id first: the first one is displayed."""


@dataclass(frozen=True)
class Difference:
    """Several visible values that are not equal: a person settles it.

    Attributes:
        field: the answer's path; for a row removed in one place and edited in another, its `@row` field.
        choices: the visible operations; for a row, all that stand in it, nulls of the removal among them.
    """

    field: str
    choices: tuple[Visible, ...]


def typed(cells: Cells, founding: Collection[str]) -> dict[str, Sequence[Visible]]:
    """Cells without what forms answered by themselves, where a person answered or several computers began the record.

    Args:
        cells: the record as it stands.
        founding: the batches that found it. The answers in them are the form's own: beside what somebody typed they
            say nothing, and of several one is as good as another.
    """
    found: dict[str, Sequence[Visible]] = {}
    for field, visible in cells.items():
        own = [one for one in visible if one.op.partition(":")[0] not in founding]
        found[field] = visible if field.startswith("@") else own or visible[:1]
    return found


def shown(cells: Cells, field: str) -> Value:
    """The displayed value of a field; None when it has no answer."""
    visible = cells.get(field)
    return visible[0].value if visible else None


def answers(cells: Cells) -> dict[str, str]:
    """Displayed texts of answers by path, those in removed rows left out."""
    gone = {row.prefix for row in _rows(cells)} - {row.prefix for row in _present(cells)}
    found = {}
    for field in cells:
        value = None if field.startswith("@") else shown(cells, field)
        if value is None or not gone.isdisjoint(enclosing(field)):
            continue
        found[field] = value if isinstance(value, str) else value.sha256
    return found


def rows(cells: Cells) -> dict[str, list[str]]:
    """Row ids in order, by repeat. Order keys compare bytewise, then by row id."""
    present = _present(cells)
    gone = {row.prefix for row in _rows(cells)} - {row.prefix for row in present}
    found: dict[str, list[tuple[str, str]]] = {}
    for row in present:
        if gone.isdisjoint(enclosing(row.field)):
            found.setdefault(row.repeat, []).append((_order_key(cells, row), row.row))
    return {repeat: [row for _, row in sorted(pairs)] for repeat, pairs in found.items()}


def is_present(cells: Cells, row: RowField) -> bool:
    """Whether the row is there: not removed, or removed beside something that somebody wrote in it meanwhile."""
    visible = cells.get(row.field, ())
    if any(one.value is None for one in visible):
        return bool(_survivors_by_row(cells).get(row.prefix))
    return bool(visible)


def differences(cells: Cells) -> list[Difference]:
    """What a person must settle: fields first, then rows, each in order of field name."""
    found = []
    survivors = _survivors_by_row(cells)
    removed = {row.prefix for row in _rows(cells) if _is_removed(row.field, cells[row.field])}
    for field in sorted(cells):
        row, values = row_field(field), {one.value for one in cells[field]}
        if row:
            found += _row_difference(cells, row, survivors)
        elif len(values) > 1 and not (None in values and not removed.isdisjoint(enclosing(field))):
            found.append(Difference(field, tuple(cells[field])))  # a null in a removed row is told by the row's own
    return found


def is_retired(cells: Cells) -> bool:
    """Whether the record was retired and nobody wrote against it."""
    visible = cells.get(RETIRED, ())
    return bool(visible) and all(one.value is not None for one in visible)


def _rows(cells: Cells) -> list[RowField]:
    return [row for row in map(row_field, cells) if row]


def _order_key(cells: Cells, row: RowField) -> str:
    """The smallest visible order key; order keys never conflict, and beside a null one is nothing."""
    keys = [one.value for one in cells[row.field] if is_order_key(one.value)]
    return min((key for key in keys if isinstance(key, str)), default="")


def _present(cells: Cells) -> list[RowField]:
    """The rows of which `is_present` is true; the whole record is looked through once."""
    survivors = _survivors_by_row(cells)
    found = []
    for row in _rows(cells):
        removed = _is_removed(row.field, cells[row.field])
        if survivors.get(row.prefix) if removed else cells[row.field]:
            found.append(row)
    return found


def _survivors_by_row(cells: Cells) -> dict[str, list[Visible]]:
    """What stands in each row in spite of a removal, by the row's prefix.

    Beside a null, a nested row's order key is nothing.
    """
    found: dict[str, list[Visible]] = defaultdict(list)
    for field, visible in cells.items():
        standing = [] if _is_removed(field, visible) else [one for one in visible if one.value is not None]
        for prefix in enclosing(field) if standing else ():
            found[prefix] += standing
    return found


def _is_removed(field: str, visible: Sequence[Visible]) -> bool:
    return row_field(field) is not None and any(one.value is None for one in visible)


def _row_difference(cells: Cells, row: RowField, survivors: Mapping[str, list[Visible]]) -> list[Difference]:
    removals = [one for one in cells[row.field] if one.value is None]
    standing = survivors.get(row.prefix, []) if removals else []
    return [Difference(row.field, (*removals, *standing))] if standing else []


def settling(
    cells: Cells, difference: Difference, keep: Value, removed: Mapping[str, Value] | None = None
) -> list[tuple[str, Value, tuple[str, ...]]]:
    """What to write, as (field, value, parents), so that `keep` stands.

    For a row, None lets the removal stand and any text keeps the row: what survived is written again over the removal,
    and so is what the removal replaced.

    Args:
        cells: the record as it stands.
        difference: one of its differences.
        keep: the value that is to stand.
        removed: for a row, what its removal replaced, by field.
    """
    row = row_field(difference.field)
    if row is None:
        return [(difference.field, keep, tuple(one.op for one in cells[difference.field]))]
    fields = [row.field, *(field for field in sorted(cells) if row.holds(field))]
    written = []
    for field in fields:
        standing = [one.value for one in cells[field] if one.value is not None]
        value = None
        if keep is not None:
            value = standing[0] if standing else (removed or {}).get(field)
        if field == row.field and keep is not None:
            value = _order_key(cells, row) or value or "1"
        written.append((field, value, tuple(one.op for one in cells[field])))
    return written
