"""A compound file as Outlook saves a mail: as much of MS-CFB and MS-OXMSG as it takes to hold one attachment."""

from __future__ import annotations

import struct

_SECTOR, _SMALL, _SMALL_BELOW = 512, 64, 4096
_NONE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5


class _Sectors:
    """Sectors of one size, and for each the one that follows it."""

    def __init__(self, size: int) -> None:
        self.size, self.body, self.following = size, b"", list[int]()

    def put(self, data: bytes) -> int:
        """Append data; the number of its first sector."""
        count = -(-len(data) // self.size)
        first = len(self.following)
        self.body += data.ljust(count * self.size, b"\0")
        self.following += [*range(first + 1, first + count), _END] if count else []
        return first if count else _END


def _entry(name: str, kind: int, links: tuple[int, int, int], start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    head = text.ljust(64, b"\0") + struct.pack("<HBB3I", len(text), kind, 1, *links)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def saved_mail(name: str, attached: bytes) -> bytes:
    """A `.msg` with one attached file; what is short lies in the small sectors, as it must."""
    large, small = _Sectors(_SECTOR), _Sectors(_SMALL)
    large.put(bytes(_SECTOR))
    streams = [attached, name.encode("utf-16-le")]
    starts = [(small if len(data) < _SMALL_BELOW else large).put(data) for data in streams]
    small_table = large.put(struct.pack(f"<{len(small.following)}I", *small.following))
    root = large.put(small.body)
    directory = (
        _entry("Root Entry", _ROOT, (_NONE, _NONE, 1), root, len(small.body)),
        _entry("__attach_version1.0_#00000000", _STORAGE, (_NONE, _NONE, 2), 0, 0),
        _entry("__substg1.0_37010102", _STREAM, (_NONE, 3, _NONE), starts[0], len(streams[0])),
        _entry("__substg1.0_3707001F", _STREAM, (_NONE, _NONE, _NONE), starts[1], len(streams[1])),
    )
    return _assembled(b"".join(directory) + large.body[_SECTOR:], large.following, small_table)


def _assembled(body: bytes, following: list[int], small_table: int) -> bytes:
    at, per_sector = len(following), _SECTOR // 4
    tables = more = 0
    while tables * per_sector < at + tables + more:
        tables += 1
        more = -(-max(0, tables - 109) // (per_sector - 1))
    numbers = [*following, *[_TABLE] * (tables + more)]
    numbers += [_NONE] * (tables * per_sector - len(numbers))
    listed = [*range(at, at + tables)]
    further = b"".join(
        struct.pack(
            "<128I",
            *(listed[109:][n * 127 : (n + 1) * 127] + [_NONE] * 127)[:127],
            at + tables + n + 1 if n + 1 < more else _END,
        )
        for n in range(more)
    )
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    first_more = at + tables if more else _END
    head += struct.pack("<9I", 0, tables, 0, 0, _SMALL_BELOW, small_table, 1, first_more, more)
    head += struct.pack("<109I", *(listed + [_NONE] * 109)[:109])
    return head + body + struct.pack(f"<{len(numbers)}I", *numbers) + further
