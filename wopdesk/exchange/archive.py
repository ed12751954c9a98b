"""The ZIP of a bundle: of all the ZIP files that could hold the same content, the one that our writer writes.

Headers follow from names and content, so the reader builds them again and compares. The deflated streams do not (many
decode to the same bytes): whoever reads an archive must hold `deflated_digest` against what the sender signed.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from wopdesk.exchange.refusal import Refused, damaged, too_large
from wopdesk.records.digest import digest

FILE_LIMIT = 32 * 1024 * 1024
COUNT_LIMIT = 20_000
MEMBER_LIMIT = 8 * 1024 * 1024
TOTAL_LIMIT = 128 * 1024 * 1024
RATIO_LIMIT = 100
"""A member that deflates further is stored, so that a reader can refuse it before it grows."""

_TOP = b"bundle/"
_NAME = re.compile(rb"bundle/[0-9a-z](?:[0-9a-z._-]|/(?=[0-9a-z])){0,199}")
_STORED, _DEFLATED = 0, 8
_VERSION, _MADE_ON_UNIX, _DAY_1980, _PLAIN_FILE = 20, 3 << 8, 0x21, 0o100644 << 16
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


@dataclass(frozen=True)
class Member:
    """One file of a bundle.

    Attributes:
        name: its path inside `bundle/`.
        data: its content.
        stream: the deflated content, or None where it is stored.
    """

    name: str
    data: bytes
    stream: bytes | None = None

    @property
    def body(self) -> bytes:
        """The bytes that stand in the ZIP."""
        return self.data if self.stream is None else self.stream

    @property
    def cost(self) -> int:
        """How many bytes the ZIP grows by."""
        return len(self.body) + _LOCAL.size + _CENTRAL.size + 2 * (len(_TOP) + len(self.name))

    @cached_property
    def _facts(self) -> tuple[int, int, int, int]:
        method = _STORED if self.stream is None else _DEFLATED
        return method, zlib.crc32(self.data), len(self.body), len(self.data)

    def local(self) -> bytes:
        """The header before the body."""
        name = _TOP + self.name.encode()
        method, *sizes = self._facts
        return _LOCAL.pack(_LOCAL_MARK, _VERSION, 0, method, 0, _DAY_1980, *sizes, len(name), 0) + name

    def central(self, at: int) -> bytes:
        """The entry in the directory, for a local header at this offset."""
        name = _TOP + self.name.encode()
        method, *sizes = self._facts
        made = _MADE_ON_UNIX | _VERSION
        times = (_VERSION, 0, method, 0, _DAY_1980)
        return _CENTRAL.pack(_CENTRAL_MARK, made, *times, *sizes, len(name), 0, 0, 0, 0, _PLAIN_FILE, at) + name


def packed(name: str, data: bytes, level: int) -> Member:
    """A member deflated where that is worth it and not suspicious, else stored."""
    if not level:
        return Member(name, data)
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    stream = packer.compress(data) + packer.flush()
    worth_it = len(stream) < len(data) * 9 // 10 and len(data) <= len(stream) * RATIO_LIMIT
    return Member(name, data, stream if worth_it else None)


def deflated_digest(members: Iterable[Member]) -> str:
    """`H("deflated", name, stream, …)` over the deflated members in name order."""
    deflated = sorted((member.name, member.stream) for member in members if member.stream is not None)
    return digest("deflated", *(part for pair in deflated for part in pair))


def write_archive(members: Iterable[Member]) -> bytes:
    """The ZIP file of these members.

    Raises:
        ValueError: it would pass a limit that readers keep.
    """
    ordered = sorted(members, key=lambda member: member.name)
    total = sum(len(member.data) for member in ordered)
    size = sum(member.cost for member in ordered) + _END.size
    if size > FILE_LIMIT or total > TOTAL_LIMIT or len(ordered) > COUNT_LIMIT:
        raise ValueError("the bundle is too large to be read again")
    parts: list[bytes] = []
    offsets: list[int] = []
    at = 0
    for member in ordered:
        offsets.append(at)
        parts += (member.local(), member.body)
        at += len(parts[-2]) + len(parts[-1])
    return b"".join((*parts, _directory(ordered, offsets, at)))


def read_archive(data: bytes) -> dict[str, Member]:
    """The members of a ZIP file that our writer could have written, by name.

    Raises:
        Refused: anything else. No more than the limits is ever inflated.
    """
    if len(data) > FILE_LIMIT:
        raise too_large("it is larger than 32 MB")
    members: list[Member] = []
    offsets: list[int] = []
    at = total = 0
    while data[at : at + 4] == _LOCAL_MARK:
        member, end = _read_member(data, at)
        total += len(member.data)
        if len(members) >= COUNT_LIMIT or total > TOTAL_LIMIT:
            raise too_large("it holds too many files, or they grow too large")
        if members and members[-1].name >= member.name:
            raise damaged("a part of it stands there twice or not in its place")
        members.append(member)
        offsets.append(at)
        at = end
    if not members or data[at:] != _directory(members, offsets, at):
        raise damaged("its table of contents does not agree with what it holds")
    return {member.name: member for member in members}


def looks_like_ours(data: bytes) -> bool:
    """Whether this begins as a bundle does; whether it is one, `read_archive` knows."""
    return data.startswith(_LOCAL_MARK) and data[_LOCAL.size : _LOCAL.size + len(_TOP)] == _TOP


def _directory(members: Sequence[Member], offsets: Sequence[int], at: int) -> bytes:
    entries = b"".join(member.central(offset) for member, offset in zip(members, offsets, strict=True))
    return entries + _END.pack(_END_MARK, 0, 0, len(members), len(members), len(entries), at, 0)


def _read_member(data: bytes, at: int) -> tuple[Member, int]:
    if len(data) < at + _LOCAL.size:
        raise damaged("it is cut short")
    _, _, _, method, _, _, _, packed_size, size, name_size, _ = _LOCAL.unpack_from(data, at)
    start = at + _LOCAL.size + name_size
    name = _read_name(data[at + _LOCAL.size : start])
    end = start + packed_size
    if end > len(data):
        raise damaged("it is cut short")
    member = _unpacked(name, data[start:end], method, size)
    if member.local() != data[at:start]:
        raise damaged("a part of it does not begin as our writer lets it begin")
    return member, end


def _read_name(raw: bytes) -> str:
    if not _NAME.fullmatch(raw) or b".." in raw:
        raise Refused(
            "The file holds a name that no bundle has, perhaps one that leads outside its own folder.",
            next="Do not open it with other programs. Ask the sender by telephone where it came from.",
        )
    return raw[len(_TOP) :].decode()


def _unpacked(name: str, body: bytes, method: int, size: int) -> Member:
    if size > MEMBER_LIMIT or len(body) > MEMBER_LIMIT:
        raise too_large("a part of it is too large")
    if method == _STORED:
        return Member(name, body)
    if method != _DEFLATED:
        raise damaged("a part of it is packed in a way that no bundle is")
    if size > len(body) * RATIO_LIMIT:
        raise too_large("a part of it would grow more than a hundredfold")
    return Member(name, _inflated(body, size), body)


def _inflated(body: bytes, size: int) -> bytes:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacker.decompress(body, size + 1)
    except zlib.error:
        raise damaged("a part of it cannot be unpacked") from None
    if not unpacker.eof or unpacker.unused_data or len(content) != size:
        raise damaged("a part of it does not unpack to the size it names")
    return content
