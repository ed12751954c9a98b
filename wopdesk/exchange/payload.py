"""Which file of a bundle's payload holds what: names out of values, and values out of names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from wopdesk.records.digest import sha256

CHUNK = 4 * 1024 * 1024
"""A blob over this size travels as numbered pieces."""
DATA = "data/"
SEGMENTS, STATEMENTS, BLOBS = "data/segments/", "data/statements/", "data/blobs/"
SEGMENT_END, STATEMENT_END = ".ndjson", ".json"
_PIECE = re.compile(r"([0-9a-f]{64})\.([1-9][0-9]{0,2})-([1-9][0-9]{0,2})")
_WHOLE = re.compile(r"[0-9a-f]{64}")


def pieces_of(blob: str, data: bytes) -> dict[str, bytes]:
    """A blob as it travels: under its id alone, or cut into `<id>.<i>-<n>` from 1 to n."""
    count = -(-len(data) // CHUNK) or 1
    if count == 1:
        return {blob: data}
    return {f"{blob}.{i + 1}-{count}": data[i * CHUNK : (i + 1) * CHUNK] for i in range(count)}


def fits(name: str, size: int) -> bool:
    """Whether a file below `data/blobs/` has a name and a size that `pieces_of` gives."""
    piece = _PIECE.fullmatch(name)
    if piece is None:
        return _WHOLE.fullmatch(name) is not None and size <= CHUNK
    index, count = int(piece[2]), int(piece[3])
    return size == CHUNK if index < count else index == count > 1 and 0 < size <= CHUNK


class Assembled(NamedTuple):
    """What pieces gave.

    Attributes:
        blobs: whole ones, by id.
        waiting: the pieces of blobs that are not whole yet.
        wrong: names of pieces that are all there and do not give their blob: to be asked for again.
    """

    blobs: dict[str, bytes]
    waiting: dict[str, bytes]
    wrong: tuple[str, ...]


def assemble(pieces: Mapping[str, bytes]) -> Assembled:
    """Put blobs together from pieces that came in any bundles, in any order."""
    blobs: dict[str, bytes] = {}
    waiting: dict[str, bytes] = {}
    wrong: list[str] = []
    for (blob, count), indexes in _sets(pieces).items():
        names = [f"{blob}.{index}-{count}" for index in sorted(indexes)]
        data = b"".join(pieces[name] for name in names)
        if len(indexes) < count:
            waiting.update({name: pieces[name] for name in names})
        elif sha256(data) == blob:
            blobs[blob] = data
        else:
            wrong += names
    return Assembled(blobs, waiting, tuple(wrong))


def _sets(names: Iterable[str]) -> dict[tuple[str, int], set[int]]:
    found: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for name in names:
        piece = _PIECE.fullmatch(name)
        if piece is not None:
            found[piece[1], int(piece[3])].add(int(piece[2]))
    return found
