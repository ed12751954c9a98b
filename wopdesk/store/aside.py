"""What is kept aside, within bounds: files that were refused, and pieces of large files that wait for the others.

Anybody may send either, so neither may fill the disk. Of a refused file the entry that says why stays for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import accumulate

import sqlalchemy as sa

from wopdesk.store import schema
from wopdesk.store.sqlite import insert_rows

REFUSED_LIMIT = 128 * 1024 * 1024
"""Bytes of refused files; beyond it the oldest are let go."""
PIECES_LIMIT = 256 * 1024 * 1024
"""Bytes of waiting pieces; four files of the largest size that can be attached."""


def note_refused(connection: sa.Connection, row: tuple[str, str, str, str, bytes], since: str) -> None:
    """Keep a refused file aside, and let go the bytes of former ones that are too old or too many.

    Args:
        connection: of the file.
        row: SHA-256, name, when, why, bytes.
        since: bytes of what was refused before this UTC time are let go.
    """
    insert_rows(connection, schema.refused, [row], ignore=True)
    refused = schema.refused.c
    query = sa.select(refused.sha256, refused.at, sa.func.length(refused.data)).where(sa.func.length(refused.data) > 0)
    rows = connection.execute(query.order_by(sa.text("rowid DESC"))).all()
    sums = accumulate(size for _, _, size in rows)
    gone = [name for (name, at, _), size in zip(rows, sums, strict=True) if size > REFUSED_LIMIT or at < since]
    for name in gone:
        connection.execute(sa.update(schema.refused).where(refused.sha256 == name).values(data=b""))


def keep_pieces(connection: sa.Connection, pieces: Mapping[str, bytes]) -> dict[str, bytes]:
    """Keep pieces of large blobs; all that wait here now of the same blobs, by name."""
    insert_rows(connection, schema.piece, list(pieces.items()), ignore=True)
    found = {}
    for blob in {_blob(name) for name in pieces}:
        rows = connection.execute(sa.select(schema.piece).where(_of(blob)))
        found.update({row.name: row.data for row in rows})
    return found


def drop_pieces(connection: sa.Connection, blobs: Iterable[str]) -> None:
    """Forget the pieces of blobs that are whole now, or that nobody can make whole."""
    for blob in blobs:
        connection.execute(sa.delete(schema.piece).where(_of(blob)))


def crowd_out(connection: sa.Connection, named: Callable[[], Collection[str]]) -> bool:
    """Let go pieces beyond the bound: first of blobs that nothing here names, then those that have waited longest.

    Args:
        connection: of the file.
        named: blobs that something here names; they are asked for again. Called only where the bound is passed.

    Returns:
        Whether any were let go.
    """
    piece = schema.piece.c
    rows = connection.execute(sa.select(piece.name, sa.func.length(piece.data)).order_by(sa.text("rowid"))).all()
    sizes: dict[str, int] = {}
    for name, size in rows:
        sizes[_blob(name)] = sizes.get(_blob(name), 0) + size
    over = sum(sizes.values()) - PIECES_LIMIT
    if over <= 0:
        return False
    wanted = named()
    for blob in sorted(sizes, key=lambda one: one in wanted):
        if over > 0:
            drop_pieces(connection, [blob])
            over -= sizes[blob]
    return True


def _blob(piece: str) -> str:
    return piece.partition(".")[0]


def _of(blob: str) -> sa.ColumnElement[bool]:
    return schema.piece.c.name.startswith(f"{blob}.", autoescape=True)
