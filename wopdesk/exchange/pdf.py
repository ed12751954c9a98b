"""A PDF that carries its bundle: attached when it is made, and found again by its bytes.

The reader runs no PDF parser over a stranger's file. Our own PDFs hold the bundle and the photos as they are, each in
a stream of its own, so looking through the streams is enough; what is found is proved by digests and signatures. A PDF
that was printed or saved again by another program has other streams, and carries nothing.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import AttachedFileSpec, Name, ObjectStreamMode, StreamDecodeLevel

from wopdesk.exchange import archive
from wopdesk.exchange.refusal import NOTHING_TAKEN, Refused, too_large
from wopdesk.records.digest import sha256

START = b"%PDF-"
MAKER = "WOPDesk"
"""Stands in the document's properties; a PDF that names it and carries nothing was printed or saved again."""
_BEFORE = 1024
_KEY = b"/Length "
_NUMBER = re.compile(rb"[0-9]{1,9}\b(?! [0-9]+ R)")
_STREAM = re.compile(rb">>\s{0,2}stream\r?\n")
_STREAM_LIMIT = 100_000
_JPEG = b"\xff\xd8\xff"
_END = re.compile(rb"\r?\n?endstream")


@dataclass(frozen=True)
class Carried:
    """What a PDF holds for us.

    Attributes:
        bundles: each `.wopx` attached to it.
        photos: the JPEG files that its pages draw, by SHA-256.
    """

    bundles: tuple[bytes, ...]
    photos: dict[str, bytes]


def attach(document: bytes, bundle: bytes, name: str) -> bytes:
    """The PDF with a bundle attached, the same bytes each time.

    Args:
        document: a PDF of our own making.
        bundle: the `.wopx` file, best written without the photos that are on the pages: see `photos`.
        name: the file name that PDF readers show, ending in `.wopx`.
    """
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(document)) as pdf:
        meant_for = "The data of this document, for WOPDesk"
        attached = AttachedFileSpec(
            pdf,
            bundle,
            filename=name,
            mime_type="application/zip",
            description=meant_for,
            creation_date="",
            mod_date="",
        )
        attached.obj.AFRelationship = Name.Data
        pdf.attachments[name] = attached
        if MAKER not in str(pdf.docinfo.get("/Creator", "")):
            pdf.docinfo["/Creator"] = MAKER
        pdf.save(
            target,
            deterministic_id=True,
            compress_streams=False,
            stream_decode_level=StreamDecodeLevel.none,
            object_stream_mode=ObjectStreamMode.disable,
        )
    return target.getvalue()


def photos(document: bytes) -> frozenset[str]:
    """SHA-256 of each JPEG that the pages draw: what a bundle attached to it may leave out."""
    return frozenset(carried(document).photos)


def carried(document: bytes) -> Carried:
    """What a PDF carries. Takes time in proportion to its size, whatever it holds.

    Raises:
        Refused: it is made of more parts than any document of ours.
    """
    bundles: list[bytes] = []
    drawn: dict[str, bytes] = {}
    for stream in _streams(document):
        if archive.looks_like_ours(stream):
            bundles.append(stream)
        elif stream.startswith(_JPEG):
            drawn[sha256(stream)] = stream
    return Carried(tuple(bundles), drawn)


def names_us(document: bytes) -> bool:
    """Whether the document's properties say that WOPDesk made it."""
    return MAKER.encode() in document


def carries_nothing(document: bytes) -> Refused:
    """Why a PDF without a bundle is of no use here."""
    if names_us(document):
        happened = (
            "This PDF was made by WOPDesk, but it is a draft, or was printed or saved again, and carries no data."
        )
    else:
        happened = "This PDF carries no data."
    return Refused(
        happened,
        next="Ask the sender for the file as WOPDesk wrote it, sent as a document and not as a photo or print.",
        safe=NOTHING_TAKEN,
    )


def _streams(document: bytes) -> Iterator[bytes]:
    at = 0
    for _ in range(_STREAM_LIMIT):
        mark = _STREAM.search(document, at)
        if mark is None:
            return
        at = start = mark.end()
        key = document.rfind(_KEY, max(0, start - _BEFORE), start)
        length = _NUMBER.match(document, key + len(_KEY)) if key >= 0 else None
        if length and _END.match(document, end := start + int(length[0])):
            yield document[start:end]
            at = end
    raise too_large("the PDF has more parts than a document of ours")
