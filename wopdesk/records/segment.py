"""A segment: what an author signs when sending. A header line, then batch lines, at most 1 MiB."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from wopdesk.records.digest import sha256
from wopdesk.records.ids import Key, SegmentId, Space, is_hex, read_space
from wopdesk.records.text import Unreadable, canonical, is_first, read_json

SIZE_LIMIT = 1024 * 1024
LINE_LEAST = 64
"""Bytes: no batch of any version is shorter, so a file full of nothing is refused before each line is looked at."""
NAMESPACE = "segment@wopdesk"
"""SSHSIG namespace of a segment's signature."""
_MEMBERS = {"v", "space", "author", "after"}


@dataclass(frozen=True)
class Segment:
    """One signed file of batches by one author in one space.

    Attributes:
        after: the author's own complete heads in this space when it was signed.
        lines: batch lines without LF, exactly as written, readable or not.
    """

    space: Space
    author: Key
    after: tuple[SegmentId, ...]
    lines: tuple[bytes, ...]

    @cached_property
    def header(self) -> bytes:
        """The first line, without its LF."""
        return canonical({"v": 1, "space": self.space.parts, "author": self.author, "after": list(self.after)})

    @property
    def data(self) -> bytes:
        """The file."""
        return b"\n".join((self.header, *self.lines, b""))

    @cached_property
    def id(self) -> SegmentId:
        """SHA-256 of the file."""
        return SegmentId(sha256(self.data))


def read_segment(data: bytes) -> Segment:
    """The segment in a file.

    Raises:
        Unreadable: the header is not one that this version writes, or the file breaks a limit. Lines are not judged.
    """
    if len(data) > SIZE_LIMIT:
        raise Unreadable("a segment is longer than 1 MiB")
    if not data.endswith(b"\n"):
        raise Unreadable("a segment's last line has no end")
    first, *lines = data[:-1].split(b"\n")
    head = read_json(first)
    if not isinstance(head, dict) or head.keys() != _MEMBERS or not is_first(head["v"]):
        raise Unreadable("a segment's first line is {v, space, author, after}")
    after = head["after"]
    if not is_hex(head["author"]) or not isinstance(after, list) or not all(map(is_hex, after)):
        raise Unreadable("a segment's author or predecessors are not named by ids")
    if not lines or min(map(len, lines)) < LINE_LEAST:
        raise Unreadable("a segment holds no batch, or a line too short to be one")
    segment = Segment(read_space(head["space"]), head["author"], tuple(after), tuple(lines))
    if segment.header != first:
        raise Unreadable("a segment's first line is not in canonical form")
    return segment


def fill_segments(lines: Iterable[bytes], header_room: int = 8192) -> Iterator[tuple[bytes, ...]]:
    """Cut lines into groups that each fit one segment, in order; `header_room` bytes are left for the first line."""
    group: list[bytes] = []
    size = 0
    for line in lines:
        if group and size + len(line) + 1 > SIZE_LIMIT - header_room:
            yield tuple(group)
            group, size = [], 0
        group.append(line)
        size += len(line) + 1
    if group:
        yield tuple(group)
