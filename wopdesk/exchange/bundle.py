"""A bundle: what one installation sends to others, as one signed file. Written here, read here, judged nowhere else.

What is read is verified whole before anything of it is returned. Whether a signer may say what it says, and what the
lines inside a segment mean, is for `records`.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from wopdesk.exchange import archive, bag
from wopdesk.exchange.archive import Member, packed
from wopdesk.exchange.bag import Fixity
from wopdesk.exchange.envelope import Envelope, read_envelope
from wopdesk.exchange.keys import SigningKey
from wopdesk.exchange.payload import BLOBS, CHUNK, SEGMENT_END, SEGMENTS, STATEMENT_END, STATEMENTS, fits, pieces_of
from wopdesk.exchange.signed import Signed
from wopdesk.records.digest import digest, sha256

PART_LIMIT = 7 * 1000 * 1000
"""How large a part may be by default: what most mail servers take once it is written in base64."""
_PART_TOTAL = archive.TOTAL_LIMIT // 2
_PART_COUNT = archive.COUNT_LIMIT // 2
_LEVEL = 3
"""Of zlib: a few parts in a hundred larger than 6, in half the time."""
_SAMPLE = 16 * 1024
_PER_FILE = 80
"""What a manifest line takes beside the file's name."""
_SLACK = 4096


@dataclass(frozen=True)
class Bundle:
    """What travels. Read from a file, segments and statements stand in the order of their ids.

    Attributes:
        segments: as their authors signed them.
        statements: as their authorities signed them.
        blobs: whole files by their SHA-256.
        pieces: of blobs over 4 MiB that are not whole here, by `<sha256>.<i>-<n>`; see `payload.assemble`.
    """

    envelope: Envelope
    segments: tuple[Signed, ...] = ()
    statements: tuple[Signed, ...] = ()
    blobs: Mapping[str, bytes] = field(default_factory=dict)
    pieces: Mapping[str, bytes] = field(default_factory=dict)


def write(bundle: Bundle, key: SigningKey, leave_out: Collection[str] = ()) -> bytes:
    """The `.wopx` file.

    Args:
        bundle: its envelope's sender is the owner of `key`.
        key: the sending installation's.
        leave_out: blobs that the reader will find elsewhere, on the pages of the PDF that carries the bundle. They
            stay listed in the manifest. Blobs over 4 MiB are never left out.

    Raises:
        ValueError: nobody could read it: the envelope is malformed, a blob is not what its name says, or the file
            would pass a limit (see `write_parts`).
    """
    away = {BLOBS + blob: data for blob, data in bundle.blobs.items() if blob in leave_out and len(data) <= CHUNK}
    members = [member for group in _groups(bundle) for member in group if member.name not in away]
    return _sealed(bundle.envelope, members, key, away)


def write_parts(bundle: Bundle, key: SigningKey, limit: int = PART_LIMIT) -> tuple[bytes, ...]:
    """The bundle as files that each stay below `limit` bytes and are bundles in their own right.

    Segments keep their order, after the statements and before the blobs. A part is larger than `limit` only where a
    single segment or 4 MiB of a blob is.

    Raises:
        ValueError: nobody could read it: the envelope is malformed, or a blob is not what its name says.
    """
    room = limit - len(bundle.envelope.data) - _SLACK
    parts = _filled(_groups(bundle), room)
    if len(parts) == 1:
        return (_sealed(bundle.envelope, parts[0], key, {}),)
    return tuple(
        _sealed(_part(bundle.envelope, number, len(parts)), members, key, {})
        for number, members in enumerate(parts, start=1)
    )


def _part(envelope: Envelope, number: int, count: int) -> Envelope:
    part = f"{number}/{count}"
    return replace(envelope, id=digest("part", envelope.id, part)[:32], part=part)


def _filled(groups: Iterable[tuple[Member, ...]], room: int) -> list[list[Member]]:
    parts: list[list[Member]] = [[]]
    cost = total = 0
    for group in groups:
        more = sum(member.cost + _PER_FILE + len(member.name) for member in group)
        grown = sum(len(member.data) for member in group)
        full = cost + more > room or total + grown > _PART_TOTAL or len(parts[-1]) + len(group) > _PART_COUNT
        if full and parts[-1]:
            parts.append([])
            cost = total = 0
        parts[-1] += group
        cost, total = cost + more, total + grown
    return parts


def _groups(bundle: Bundle) -> Iterable[tuple[Member, ...]]:
    for signed in bundle.statements:
        yield _signed_members(STATEMENTS, STATEMENT_END, signed)
    for signed in bundle.segments:
        yield _signed_members(SEGMENTS, SEGMENT_END, signed)
    for blob, data in bundle.blobs.items():
        for name, piece in pieces_of(blob, data).items():
            yield (packed(BLOBS + name, piece, _level(piece)),)
    for name, piece in bundle.pieces.items():
        yield (packed(BLOBS + name, piece, _level(piece)),)


def _signed_members(folder: str, suffix: str, signed: Signed) -> tuple[Member, ...]:
    name = f"{folder}{signed.id}{suffix}"
    return packed(name, signed.data, _LEVEL), Member(name + ".sig", signed.signature)


def _level(data: bytes) -> int:
    """No effort for what is packed already, such as JPEG."""
    sample = data[:_SAMPLE]
    return _LEVEL if len(zlib.compress(sample, 1)) < len(sample) * 9 // 10 else 0


def _sealed(envelope: Envelope, members: list[Member], key: SigningKey, away: Mapping[str, bytes]) -> bytes:
    if envelope.sender.key != key.public:
        raise ValueError("a bundle is signed by its sender's key")
    read_envelope(envelope.data)
    payload = {member.name: Fixity(sha256(member.data), len(member.data)) for member in members}
    payload |= {name: Fixity(sha256(data), len(data)) for name, data in away.items()}
    _check_blobs(payload)
    tags = bag.tag_files(envelope, payload, archive.deflated_digest(members))
    signature = key.sign(tags[bag.TAG_MANIFEST], bag.NAMESPACE)
    tag_members = [Member(name, data) for name, data in (*tags.items(), (bag.SIGNATURE, signature))]
    return archive.write_archive([*members, *tag_members])


def _check_blobs(payload: Mapping[str, Fixity]) -> None:
    """A file that went bad on the sender's disk must not make the whole bundle one that all refuse."""
    for name, fixity in payload.items():
        blob = name.removeprefix(BLOBS)
        if blob != name and not fits(blob, fixity.size):
            raise ValueError(f"{blob} is not the name of a blob of this size")
        if blob != name and "." not in blob and blob != fixity.sha256:
            raise ValueError(f"blob {blob} is not what its name says")
