"""A file with its signature and the key that made it: what travels under its author's name, however often relayed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from wopdesk.exchange import sshsig
from wopdesk.exchange.keys import SigningKey
from wopdesk.records import segment, statement
from wopdesk.records.digest import sha256
from wopdesk.records.ids import Key, StatementId
from wopdesk.records.segment import Segment
from wopdesk.records.statement import Body, Statement

SEGMENT, STATEMENT = segment.NAMESPACE, statement.NAMESPACE


@dataclass(frozen=True)
class Signed:
    """A segment or statement file as it is relayed from office to office.

    Attributes:
        data: the file's bytes, never written again.
        signature: its `.sig`.
        signer: the key that made the signature.
    """

    data: bytes
    signature: bytes
    signer: Key

    @cached_property
    def id(self) -> str:
        """SHA-256 of the file: the segment's or the statement's id."""
        return sha256(self.data)


def sign(data: bytes, key: SigningKey, namespace: str) -> Signed:
    """The file signed by this key for this purpose."""
    return Signed(data, key.sign(data, namespace), key.public)


def sign_segment(unsigned: Segment, key: SigningKey) -> Signed:
    """The segment signed by its author.

    Raises:
        ValueError: the segment names another author.
    """
    if unsigned.author != key.public:
        raise ValueError("a segment is signed by its author")
    return sign(unsigned.data, key, SEGMENT)


def sign_statement(body: Body, key: SigningKey, replaces: Sequence[StatementId] = ()) -> Signed:
    """A statement signed by an authority, the root, or for `join`, `admit` and an own `cut` by an office's key."""
    return sign(Statement(body, key.public, tuple(replaces)).data, key, STATEMENT)


def check(data: bytes, signature: bytes, namespace: str) -> Signed:
    """The file with the key that signed it for this purpose.

    Raises:
        BadSignature: the signature does not hold.
    """
    return Signed(data, signature, sshsig.verify(data, signature, namespace))
