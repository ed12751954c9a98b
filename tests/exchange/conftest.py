"""A small bundle with one of everything, and the keys behind it."""

from __future__ import annotations

import pytest

from wopdesk.exchange import keys
from wopdesk.exchange.bundle import Bundle, write
from wopdesk.exchange.envelope import AuthorHave, Envelope, Sender, SpaceHave, Want
from wopdesk.exchange.keys import SigningKey
from wopdesk.exchange.signed import Signed, sign_segment, sign_statement
from wopdesk.records.digest import sha256
from wopdesk.records.ids import Key, OfficeId, Space
from wopdesk.records.segment import Segment
from wopdesk.records.statement import Office

MENTEE = OfficeId("1" * 32)
FACILITATOR = OfficeId("2" * 32)
LINES = tuple(
    b'{"v":1,"at":"2026-10-31T09:12:44Z","by":"Sample Engineer","forms":{},"ops":"opaque here %d"}' % n
    for n in range(9)
)


@pytest.fixture(scope="session")
def key() -> SigningKey:
    return keys.from_seed(bytes(range(32)))


@pytest.fixture(scope="session")
def stranger() -> SigningKey:
    return keys.from_seed(b"s" * 32)


@pytest.fixture(scope="session")
def segment(key: SigningKey) -> Signed:
    space = Space("partnership", FACILITATOR, "a" * 64)
    return sign_segment(Segment(space, key.public, (), LINES), key)


@pytest.fixture(scope="session")
def statement(stranger: SigningKey, key: SigningKey) -> Signed:
    return sign_statement(Office(MENTEE, "wasa-sample", "WASA Sample", key.public), stranger)


@pytest.fixture(scope="session")
def envelope(key: SigningKey, segment: Signed) -> Envelope:
    space = Space("partnership", FACILITATOR, "a" * 64).id
    held = SpaceHave(sha256(b"statements"), {Key("c" * 64): AuthorHave((segment.id,), ("d" * 64,))})  # type: ignore[arg-type]
    return Envelope(
        id="0123456789abcdef0123456789abcdef",
        sender=Sender(MENTEE, key.public, "واسا Sample"),
        to=(FACILITATOR,),
        at="2026-10-31T09:12:44Z",
        app="WOPDesk 0.1.0",
        have={space: held},
        want=Want(blobs=("e" * 64,)),  # type: ignore[arg-type]
    )


@pytest.fixture(scope="session")
def bundle(envelope: Envelope, segment: Signed, statement: Signed) -> Bundle:
    photo = bytes((n * n * 31 + n // 7) % 256 for n in range(300))
    version = b'{"answers":{"about/period":"2026-10"}}' * 8
    return Bundle(envelope, (segment,), (statement,), {sha256(data): data for data in (photo, version)})


@pytest.fixture(scope="session")
def file(bundle: Bundle, key: SigningKey) -> bytes:
    return write(bundle, key)
