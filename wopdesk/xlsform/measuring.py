"""How much an Excel workbook holds, told before anything reads it: a ZIP of XML may unpack to anything.

What was measured is packed anew, so that nothing else can be read from it than what was looked at here: no part that
belongs to another format, which the reader would find by itself.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from wopdesk.sentence import Sentence
from wopdesk.xlsform.bounds import MOST_BYTES, MOST_CELLS, MOST_MARKS, MOST_TEXT
from wopdesk.xlsform.problems import FormError, refused

_MOST_OLD = 4 * 1024 * 1024
_MOST_PARTS = 500
_LONGEST = 32_767
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_LABEL = b"\xfd\x00\x0a\x00"
"""How the old format begins a cell that holds a shared text."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What the stream is called in which a workbook lies that is locked by a password ([MS-OFFCRYPTO] §1.3.1)."""
_ZIP, _ZIP_END = b"PK\x03\x04", b"PK\x05\x06"
_WORKBOOK, _BINARY, _SHARED = "xl/workbook.xml", "xl/workbook.bin", "xl/sharedstrings.xml"
_PARTS = ("xl/", "_rels/", "docprops/", "[content_types].xml")
"""Where the parts of a workbook lie; a ZIP may hold a sheet of OpenDocument beside them."""
_CELL = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,4})(\d{1,9})["']""")
_FOREIGN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PREFIX = rb"(?:[^\s<>/:]+:)?"
_ITEM = re.compile(rb"<" + _PREFIX + rb"si[\s/>]")
_SHARES = re.compile(rb"""\bt\s*=\s*["']s["']""")
_SHARED_CELL = re.compile(
    rb"""\bt\s*=\s*["']s["'][^<>]{0,60}+>\s*<%(any)sv>\s*(\d{1,9})\s*</%(any)sv>\s*</%(any)sc\s*>""" % {b"any": _PREFIX}
)
"""A cell with longer attributes is unusual; looking for their end from each of them would take long."""


def measured(name: str, data: bytes) -> bytes:
    """A workbook that holds no more than a form needs.

    Raises:
        FormError: It is none, is locked, or holds more.
    """
    if data.startswith(_OLD) and _LOCKED in data:
        raise locked(name)
    if data.startswith(_OLD) and _ZIP_END not in data:
        if len(data) > _MOST_OLD or data.count(_OLD_LABEL) * min(len(data), _LONGEST) > 8 * MOST_TEXT:
            raise refused(Sentence("{file} is too large for a form in the old format; save it as .xlsx", file=name))
        return data
    parts = _parts(name, data) if data.startswith(_ZIP) else {}
    known = {part.lower() for part in parts}
    if _WORKBOOK not in known or _BINARY in known:
        raise unreadable(name)
    marks = sum(part.count(b"<") for part in parts.values())
    if marks > MOST_MARKS:
        said = Sentence(
            "{file} holds {count} tags of XML; no form needs more than {most}", file=name, count=marks, most=MOST_MARKS
        )
        raise refused(said)
    if _shared(parts) > MOST_TEXT:
        size = MOST_TEXT >> 20
        raise refused(
            Sentence("{file} says its texts so often that they fill more than {size} MB", file=name, size=size)
        )
    return _packed(parts)


def _parts(name: str, data: bytes) -> dict[str, bytes]:
    """The parts of a workbook, unpacked piece by piece.

    Raises:
        FormError: It is broken or would become too large.
    """
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or any(part.flag_bits & 1 for part in parts):
                raise refused(Sentence("{file} is no workbook of a form: too many parts, or locked ones", file=name))
            left = MOST_BYTES
            for part in parts:
                found[part.filename] = _unpacked(data, part, left)
                left -= len(found[part.filename])
                _inspect(name, found[part.filename])
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, IndexError) as fault:
        raise unreadable(name) from fault
    except OverflowError as fault:
        said = Sentence(
            "{file} becomes larger than {size} MB when it is unpacked; no form needs that",
            file=name,
            size=MOST_BYTES >> 20,
        )
        raise refused(said) from fault
    return found


def _unpacked(data: bytes, part: zipfile.ZipInfo, left: int) -> bytes:
    """What a part really unpacks to, whatever its header says.

    Raises:
        OverflowError: More than is left.
        ValueError: It is packed in a way that workbooks are not.
    """
    start = part.header_offset
    names = int.from_bytes(data[start + 26 : start + 28], "little") + int.from_bytes(
        data[start + 28 : start + 30], "little"
    )
    packed = data[start + 30 + names : start + 30 + names + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        content = packed
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, max(left, 0) + 1)
    else:
        raise ValueError(part.filename)
    if len(content) > left:
        raise OverflowError(part.filename)
    return content


def _inspect(name: str, content: bytes) -> None:
    """Refuse what an XML part of a workbook never holds.

    Raises:
        FormError: Entities, an unusual encoding, or a cell so far away that all before it would fill the memory.
    """
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            raise _foreign(name)
        return
    if _FOREIGN.search(content) or b"\x00" in content:
        raise refused(Sentence("{file} defines entities of XML, which no workbook does; it is not opened", file=name))
    if _ITEM.search(content) and b"<!" in content:
        raise _foreign(name)
    rows = columns = 1
    for letters, digits in _CELL.findall(content):
        rows = max(rows, int(digits))
        columns = max(columns, _column(letters.upper()))
    if rows * columns > MOST_CELLS:
        raise refused(
            Sentence(
                "{file} has a cell in row {row} or column {column}; a form ends long before that",
                file=name,
                row=rows,
                column=columns,
            )
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _shared(parts: Mapping[str, bytes]) -> int:
    """How long all texts of the cells are together that are kept once and shared; of an unusual cell, at the most."""
    lengths = [length for name, part in parts.items() if name.lower() == _SHARED for length in _lengths(part)]
    longest = max(lengths, default=0)
    uses = Counter(int(place) for part in parts.values() for place in _SHARED_CELL.findall(part))
    unusual = sum(len(_SHARES.findall(part)) for part in parts.values()) - uses.total()
    known = sum(count * (lengths[place] if place < len(lengths) else 0) for place, count in uses.items())
    return known + unusual * longest


def _lengths(shared: bytes) -> Iterator[int]:
    starts = [found.start() for found in _ITEM.finditer(shared)]
    return (end - start for start, end in pairwise([*starts, len(shared)]))


def _packed(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts.items():
            if name.lower().startswith(_PARTS):
                archive.writestr(zipfile.ZipInfo(name), part)
    return made.getvalue()


def locked(name: str) -> FormError:
    """What to say of a workbook that opens with a password only."""
    return refused(Sentence("{file} is protected by a password; save it without one", file=name))


def unreadable(name: str) -> FormError:
    """What to say of a file that nothing can be made of."""
    return refused(Sentence("{file} cannot be read as an Excel workbook", file=name))


def _foreign(name: str) -> FormError:
    return refused(Sentence("{file} is not written as Excel writes workbooks", file=name))
