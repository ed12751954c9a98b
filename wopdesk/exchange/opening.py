"""Reading a bundle: everything is verified before anything is returned, and any other bytes are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from wopdesk.exchange import archive, bag
from wopdesk.exchange.archive import Member
from wopdesk.exchange.bag import Fixity
from wopdesk.exchange.bundle import Bundle
from wopdesk.exchange.envelope import Envelope, NewerEnvelope, read_envelope
from wopdesk.exchange.payload import (
    BLOBS,
    DATA,
    SEGMENT_END,
    SEGMENTS,
    STATEMENT_END,
    STATEMENTS,
    assemble,
    fits,
)
from wopdesk.exchange.refusal import Refused, damaged, forged, malformed, newer
from wopdesk.exchange.signed import SEGMENT, STATEMENT, Signed, check
from wopdesk.exchange.sshsig import BadSignature, verify
from wopdesk.records import statement
from wopdesk.records.digest import sha256
from wopdesk.records.segment import read_segment
from wopdesk.records.text import Unreadable, read_canonical
from wopdesk.sentence import Sentence

_NOTHING: Mapping[str, bytes] = {}
_LISTED = re.compile(rb"^[0-9a-f]{64}  (data/blobs/([0-9a-f]{64}))$", re.MULTILINE)


def read(data: bytes, elsewhere: Mapping[str, bytes] = _NOTHING) -> Bundle:
    """The bundle in a file, verified whole: layout, sizes, digests, every signature, every segment's author.

    Args:
        data: the `.wopx` file.
        elsewhere: blobs by SHA-256 that were found beside it, on the pages of its PDF.

    Raises:
        Refused: and nothing else, for any bytes.
    """
    members = archive.read_archive(data)
    files = {name: member.data for name, member in members.items() if name.startswith(DATA)}
    files |= _left_out(members, elsewhere)
    digests = {name: sha256(content) for name, content in files.items()}
    envelope = _envelope(members, {name: Fixity(digests[name], len(files[name])) for name in files})
    _accounted(files, digests)
    blobs, pieces = _blobs(files)
    return Bundle(
        envelope=envelope,
        segments=tuple(map(_segment, _pairs(files, SEGMENTS))),
        statements=tuple(map(_statement, _pairs(files, STATEMENTS))),
        blobs=blobs,
        pieces=pieces,
    )


def _left_out(members: Mapping[str, Member], elsewhere: Mapping[str, bytes]) -> dict[str, bytes]:
    listed = _LISTED.findall(_tag(members, bag.MANIFEST))
    away = {name.decode(): blob.decode() for name, blob in listed if name.decode() not in members}
    missing = [blob for blob in away.values() if blob not in elsewhere]
    if missing:
        raise Refused(
            "The photos that belong to this file are not all here; they lie on the pages of the PDF that it came in.",
            next="Receive the PDF itself, whole; if this is the PDF, ask the sender to send it again.",
        )
    return {name: elsewhere[blob] for name, blob in away.items()}


def _tag(members: Mapping[str, Member], name: str) -> bytes:
    member = members.get(name)
    if member is None or member.stream is not None:
        raise damaged("a part of it is not there, or is packed")
    return member.data


def _envelope(members: Mapping[str, Member], fixities: Mapping[str, Fixity]) -> Envelope:
    try:
        envelope = read_envelope(_tag(members, bag.ENVELOPE))
    except NewerEnvelope:
        raise newer() from None
    except Unreadable as error:
        raise damaged(error.detail) from None
    tags = bag.tag_files(envelope, fixities, archive.deflated_digest(members.values()))
    for name, content in tags.items():
        if _tag(members, name) != content:
            raise damaged("a part of it does not agree with what came")
    signature = _tag(members, bag.SIGNATURE)
    if any(not name.startswith(DATA) and name not in tags and name != bag.SIGNATURE for name in members):
        raise malformed("it holds a file that no bundle has")
    _check_sender(envelope, tags[bag.TAG_MANIFEST], signature)
    return envelope


def _check_sender(envelope: Envelope, signed: bytes, signature: bytes) -> None:
    try:
        signer = verify(signed, signature, bag.NAMESPACE)
    except BadSignature as error:
        raise forged(Sentence("of the sender's signature, {error}", error=Sentence(str(error)))) from None
    if signer != envelope.sender.key:
        raise forged("it is signed by another key than the sender that it names")


def _accounted(files: Mapping[str, bytes], digests: Mapping[str, str]) -> None:
    """Every file below `data/` has the name that its content gives, and every signed file its signature."""
    for name, content in files.items():
        signed = name.removesuffix(".sig")
        if name.startswith(BLOBS):
            blob = name.removeprefix(BLOBS)
            right = fits(blob, len(content)) and ("." in blob or digests[name] == blob)
        elif signed != name:
            right = signed in files and signed.startswith((SEGMENTS, STATEMENTS))
        else:
            named = (SEGMENTS + digests[name] + SEGMENT_END, STATEMENTS + digests[name] + STATEMENT_END)
            right = name in named and name + ".sig" in files
        if not right:
            raise malformed("a part of it is not what its name says")


def _blobs(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    found = {name.removeprefix(BLOBS): data for name, data in files.items() if name.startswith(BLOBS)}
    assembled = assemble({name: data for name, data in found.items() if "." in name})
    if assembled.wrong:
        raise malformed("the pieces of a large file do not give the file")
    return {name: data for name, data in found.items() if "." not in name} | assembled.blobs, assembled.waiting


def _pairs(files: Mapping[str, bytes], folder: str) -> Iterator[tuple[bytes, bytes]]:
    for name in sorted(files):
        if name.startswith(folder) and name + ".sig" in files:
            yield files[name], files[name + ".sig"]


def _segment(pair: tuple[bytes, bytes]) -> Signed:
    signed = _check(pair, SEGMENT)
    try:
        author = read_segment(signed.data).author
    except Unreadable as error:
        raise malformed(error.detail) from None
    if author != signed.signer:
        raise forged("entries are signed by another key than their author's")
    return signed


def _statement(pair: tuple[bytes, bytes]) -> Signed:
    signed = _check(pair, STATEMENT)
    if len(signed.data) > statement.SIZE_LIMIT:
        raise malformed("a statement is longer than 1 MiB")
    try:
        said = read_canonical(signed.data)
    except Unreadable as error:
        raise malformed(Sentence("of a statement, {error}", error=error.detail)) from None
    if said.get("by", signed.signer) != signed.signer:
        raise forged("a statement is signed by another key than it says")
    return signed


def _check(pair: tuple[bytes, bytes], namespace: str) -> Signed:
    try:
        return check(*pair, namespace)
    except BadSignature as error:
        raise forged(Sentence("of a signature inside, {error}", error=Sentence(str(error)))) from None
