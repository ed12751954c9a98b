"""Names of things: what each id is a hash of, and the shapes that ids have as text."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from functools import cached_property
from typing import NewType

from wopdesk.records.digest import digest, tagged
from wopdesk.records.text import Unreadable

OfficeId = NewType("OfficeId", str)
"""32 random lower-case hex digits; an office's code is only a label."""
Key = NewType("Key", str)
"""A raw Ed25519 public key, 64 lower-case hex digits: one installation, or PWON's root or authority."""
SpaceId = NewType("SpaceId", str)
BatchId = NewType("BatchId", str)
SegmentId = NewType("SegmentId", str)
StatementId = NewType("StatementId", str)
RecordId = NewType("RecordId", str)
FormId = NewType("FormId", str)
BlobId = NewType("BlobId", str)
OpId = NewType("OpId", str)
"""`<batch>:<index>`."""

PROGRAMME, PARTNERSHIP, TEAM = "programme", "partnership", "team"
_SPACE_TYPES = (PROGRAMME, PARTNERSHIP, TEAM)

HEX64 = re.compile(r"[0-9a-f]{64}")
HEX32 = re.compile(r"[0-9a-f]{32}")
ROW = re.compile(r"[a-z2-7]{16}")


@dataclass(frozen=True)
class Space:
    """A circle of offices that share records, named by what it is founded on.

    Attributes:
        type: `programme`, `partnership` or `team`.
        office: the founder's; empty for the programme.
        nonce: the root key for the programme, the founding installation's key for a team space, random hex otherwise.
    """

    type: str
    office: str
    nonce: str

    @cached_property
    def id(self) -> SpaceId:
        """`H("space", type, office, nonce)`."""
        return SpaceId(digest("space", self.type, self.office, self.nonce))

    @property
    def parts(self) -> list[str]:
        """The three members as a segment's header carries them."""
        return [self.type, self.office, self.nonce]


def read_space(parts: object) -> Space:
    """The space that a segment's header names.

    Raises:
        Unreadable: not three texts of the right shape.
    """
    if not (isinstance(parts, list) and len(parts) == 3 and all(isinstance(part, str) for part in parts)):  # noqa: PLR2004
        raise Unreadable("the space is not named by three texts")
    kind, office, nonce = parts
    right_office = office == "" if kind == PROGRAMME else HEX32.fullmatch(office)
    right_nonce = re.fullmatch(r"[0-9a-f]{32,64}", nonce)
    if kind not in _SPACE_TYPES or not right_office or not right_nonce:
        raise Unreadable("the space is of no known type")
    return Space(kind, office, nonce)


def is_hex(text: object) -> bool:
    """Whether this is the hex text of a SHA-256 or of a key."""
    return isinstance(text, str) and HEX64.fullmatch(text) is not None


def is_office(text: object) -> bool:
    """Whether this has the shape of an office id."""
    return isinstance(text, str) and HEX32.fullmatch(text) is not None


class BatchIds:
    """Ids of one author's batches in one space: `H("batch", space, author key, line)`, the fixed part hashed once."""

    def __init__(self, space: SpaceId, author: Key) -> None:
        """Prepare for one space and author."""
        self._prefix = tagged("batch", space, author)

    def of(self, line: bytes) -> BatchId:
        """The id of one line, given without its LF."""
        running = self._prefix.copy()
        running.update(len(line).to_bytes(8, "big"))
        running.update(line)
        return BatchId(running.hexdigest())


@dataclass(frozen=True)
class Founding:
    """What a record's id is made from, revealed by its `@kind` operation.

    Attributes:
        home: the space to which the record belongs, even while it is drafted in a team space.
        owner: the office that alone writes its fields, unless the kind says otherwise.
        kind: the document kind.
        by: `key` when kind.toml's `one_per` says so, else `nonce`.
        text: the key or the nonce.
    """

    home: SpaceId
    owner: OfficeId
    kind: str
    by: str
    text: str

    @cached_property
    def record(self) -> RecordId:
        """`H("record", home, owner, kind, "key" or "nonce", text)`."""
        return RecordId(digest("record", self.home, self.owner, self.kind, self.by, self.text))


def row_of_item(record: str, item: str) -> str:
    """The id of a repeat's row that stands for an item of another record: 16 characters of `a-z2-7`."""
    raw = bytes.fromhex(digest("row", record, item))
    return base64.b32encode(raw).decode().lower()[:16]
