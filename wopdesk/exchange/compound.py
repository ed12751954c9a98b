"""Streams of a compound file (MS-CFB), the container of Outlook's saved mails.

Looks at every sector number before it follows it, and at no tree: which stream lies in which folder does not matter
here. The library known for this can be led to fill the memory by one changed byte.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

START = bytes.fromhex("d0cf11e0a1b11ae1")
_HEAD = struct.Struct("<HHHHH6xIIIIIIIII")
_HEAD_AT = 24
_LISTED = struct.Struct("<109I")
_LISTED_AT = 76
_ENTRY = struct.Struct("<64sHBx12x36xIQ")
_SECTOR_SIZES = {(3, 9): 512, (4, 12): 4096}
_SMALL, _SMALL_BELOW = 64, 4096
_LAST = 0xFFFFFFFA
"""Greater numbers mark the end of a chain, or a free sector."""
_STREAM, _ROOT = 2, 5


class Damaged(ValueError):
    """The sectors do not hang together."""


@dataclass(frozen=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


def streams(data: bytes, name: str) -> Iterator[bytes]:
    """The content of each stream of this name, whatever its case.

    Raises:
        Damaged: the file is cut short, or its sectors do not hang together.
    """
    try:
        file = _Compound(data)
    except struct.error:
        raise Damaged("it is cut short") from None
    for entry in file.entries():
        if entry.kind == _STREAM and entry.name.upper() == name.upper():
            yield file.content(entry)


class _Compound:
    """The sectors of a file and the chains that they form."""

    def __init__(self, data: bytes) -> None:
        _, major, _, shift, _, _, _, directory, _, _, small, _, more, _ = _HEAD.unpack_from(data, _HEAD_AT)
        self._size = _SECTOR_SIZES.get((major, shift), 0)
        if not self._size:
            raise Damaged("its sectors have no known size")
        self._data = data
        self._count = len(data) // self._size
        self._next = self._numbers(self._tables(more))
        self._directory = self._whole(directory)
        self._small_next = self._numbers(self._chain(small, self._next, self._room(len(data) // _SMALL)))
        root = next((entry for entry in self.entries() if entry.kind == _ROOT), None)
        self._small = self._whole(root.start) if root else b""

    def entries(self) -> Iterator[_Entry]:
        """What the directory lists."""
        for at in range(0, len(self._directory) - _ENTRY.size + 1, _ENTRY.size):
            name, size, kind, start, length = _ENTRY.unpack_from(self._directory, at)
            yield _Entry(name[: max(0, size - 2)].decode("utf-16-le", "replace"), kind, start, length & 0xFFFFFFFF)

    def content(self, entry: _Entry) -> bytes:
        """What a stream holds."""
        if entry.size > len(self._data):
            raise Damaged("a stream is longer than the file")
        if entry.size < _SMALL_BELOW:
            places = self._chain(entry.start, self._small_next, -(-entry.size // _SMALL))
            content = b"".join(self._small[place * _SMALL : (place + 1) * _SMALL] for place in places)
        else:
            content = self._joined(self._chain(entry.start, self._next, -(-entry.size // self._size)))
        if len(content) < entry.size:
            raise Damaged("a stream is cut short")
        return content[: entry.size]

    def _tables(self, more: int) -> list[int]:
        """The sectors in which the chains are written down, listed in the header and in further sectors."""
        listed = list(_LISTED.unpack_from(self._data, _LISTED_AT))
        enough = self._room(self._count)
        while more < self._count and len(listed) < enough:
            *further, more = struct.unpack(f"<{self._size // 4}I", self._joined([more]))
            listed += further
        return [place for place in listed if place < _LAST][:enough]

    def _room(self, numbers: int) -> int:
        """How many sectors it takes to write down so many sector numbers."""
        return numbers * 4 // self._size + 1

    def _whole(self, start: int) -> bytes:
        return self._joined(self._chain(start, self._next, self._count))

    def _chain(self, start: int, following: tuple[int, ...], limit: int) -> list[int]:
        """Sector numbers from `start` on: to the chain's end, or as many as the limit."""
        places: list[int] = []
        while start < _LAST and len(places) < limit:
            if start >= len(following):
                raise Damaged("a sector is missing")
            places.append(start)
            start = following[start]
        return places

    def _numbers(self, places: list[int]) -> tuple[int, ...]:
        joined = self._joined(places)
        return struct.unpack(f"<{len(joined) // 4}I", joined[: len(joined) // 4 * 4])

    def _joined(self, places: list[int]) -> bytes:
        """Sectors in this order; the first one follows the header, which takes one sector's room."""
        starts = ((place + 1) * self._size for place in places)
        return b"".join(self._data[start : start + self._size] for start in starts)
