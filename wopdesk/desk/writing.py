"""Saving: what a person wants in a record becomes operations that name what they replace, and one batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.records.batch import Operation, Value, write_batch
from wopdesk.records.cells import Cells
from wopdesk.records.fields import BEHALF, KIND
from wopdesk.records.founding import write_founding
from wopdesk.records.ids import Founding, OpId, Space
from wopdesk.store import arrivals, drafts, reading
from wopdesk.store.changes import Changed
from wopdesk.store.sqlite import Connection

Write = tuple[str, Value, Sequence[str]]
"""Field, value, and the operations that it replaces; they may stand where an older form asked for it."""


def changes(cells: Cells, wanted: Mapping[str, Value]) -> list[Write]:
    """What must be written so that these fields hold these values; what holds already is left alone."""
    written: list[Write] = []
    for field, value in wanted.items():
        visible = cells.get(field, ())
        if [one.value for one in visible] == [value] or (value is None and not visible):
            continue
        written.append((field, value, [one.op for one in visible]))
    return written


def write(
    desk: Desk, founding: Founding, space: Space, writes: Iterable[Write], blobs: Mapping[str, bytes] | None = None
) -> Changed:
    """Save operations on one record in one space, its founding with them where it is not founded there yet.

    Raises:
        DeskFault: PWON's desk writes in another office's record; it must say so (`behalf`).
        StoreFault, Unreadable: it cannot be kept; nothing was written.
    """
    with desk.store.writing() as connection:
        return write_within(desk, connection, (founding, space), writes, blobs)


def write_within(
    desk: Desk,
    connection: Connection,
    at: tuple[Founding, Space],
    writes: Iterable[Write],
    blobs: Mapping[str, bytes] | None = None,
) -> Changed:
    """`write` inside the caller's transaction."""
    founding, space = at
    here = reading.cells(connection, founding.record, space.id)
    writes = list(_in_place(connection, here, writes))
    if KIND not in here and any(not field.startswith("@") for field, _, _ in writes):
        found_within(desk, connection, at)
        here = reading.cells(connection, founding.record, space.id)
    elif KIND not in here:
        writes.insert(0, (KIND, write_founding(founding), ()))
    if not writes:
        return Changed()
    if not _only_reviews(writes) and _stands_in(desk, founding, space):
        writes.append((BEHALF, desk.office, [one.op for one in here.get(BEHALF, ())]))
    arrivals.write_blobs(connection, blobs or {})
    return _enter(desk, connection, at, writes)


def _in_place(connection: Connection, here: Cells, writes: Iterable[Write]) -> Iterator[Write]:
    """Writes, with nulls where an older form wrote what they replace: an operation replaces only within its field."""
    for field, value, parents in writes:
        known = {one.op for one in here.get(field, ())}
        stands = reading.fields_of(connection, [op for op in parents if op not in known])
        own = [op for op in parents if stands.get(op, field) == field]
        if own or value is not None or not parents:
            yield field, value, own
        away: dict[str, list[str]] = {}
        for op in parents:
            if op not in own:
                away.setdefault(stands[op], []).append(op)
        yield from ((place, None, ops) for place, ops in away.items())


def found_within(
    desk: Desk, connection: Connection, at: tuple[Founding, Space], begun: Mapping[str, Value] | None = None
) -> None:
    """Found a record in a space, inside the caller's transaction.

    Args:
        desk: the desk.
        connection: the caller's.
        at: the founding, and the space.
        begun: what the form answers by itself. Nothing that a person typed stands in this batch: by that others know
            it, so that two computers that begin the same record do not differ in it.
    """
    writes: list[Write] = [(KIND, write_founding(at[0]), ())]
    if _stands_in(desk, *at):
        writes.append((BEHALF, desk.office, ()))
    _enter(desk, connection, at, [*writes, *((field, value, ()) for field, value in (begun or {}).items())])


def _enter(desk: Desk, connection: Connection, at: tuple[Founding, Space], writes: Sequence[Write]) -> Changed:
    """One batch of these writes; where a record is shared only once it is submitted, it waits for that."""
    founding, space = at
    ops = tuple(Operation(founding.record, field, value, tuple(map(OpId, parents))) for field, value, parents in writes)
    changed = desk.store.enter(connection, space, write_batch(desk.batch({founding.kind}, ops)))
    if changed and not _only_reviews(writes) and desk.shelf.kinds[founding.kind].rules.drafted == "home":
        drafts.keep_back(connection, founding.record)
    return changed


def _only_reviews(writes: Sequence[Write]) -> bool:
    written = [field for field, _, _ in writes if field != KIND]
    return bool(written) and all(field.startswith("@review/") for field in written)


def _stands_in(desk: Desk, founding: Founding, space: Space) -> bool:
    """Whether PWON writes in the home of a record that belongs to another office."""
    kind = desk.shelf.kinds[founding.kind]
    own = founding.owner == desk.office or desk.identity.role in kind.rules.writers
    return desk.is_facilitator and not own and space.id == founding.home


def check_may_write(desk: Desk, founding: Founding) -> None:
    """Refuse before anything is typed what would only be held later.

    Raises:
        DeskFault: the record belongs to another office.
    """
    kind = desk.shelf.kinds[founding.kind]
    home = desk.space(founding.home)
    role = desk.standing.role(home, desk.office) or desk.identity.role
    if founding.owner != desk.office and role not in kind.rules.writers and not desk.is_facilitator:
        raise DeskFault(
            "This record belongs to another office, which alone writes it.", "Send a comment or an advice note instead."
        )
