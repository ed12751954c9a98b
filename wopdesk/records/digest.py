"""SHA-256 as the formats use it: plain over bytes, or tagged over several parts."""

from __future__ import annotations

import hashlib

_FIRST = b"wopdesk/1"


def sha256(data: bytes) -> str:
    """The lower-case hex SHA-256 of plain bytes: the id of segments, statements, versions and blobs."""
    return hashlib.sha256(data).hexdigest()


def tagged(*parts: str | bytes) -> hashlib._Hash:
    """A running SHA-256 over the format's prefix and `parts`, each preceded by its length as a big-endian u64."""
    running = hashlib.sha256()
    for part in (_FIRST, *parts):
        data = part.encode() if isinstance(part, str) else part
        running.update(len(data).to_bytes(8, "big"))
        running.update(data)
    return running


def digest(tag: str, *parts: str | bytes) -> str:
    """`H(tag, part …)` of docs/format.md, as lower-case hex. Ids enter as their hex text."""
    return tagged(tag, *parts).hexdigest()
