"""Workbooks as a form's author makes them, and as an attacker would."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

Cells = Sequence[Sequence[object]]


def written(path: Path, **sheets: Cells) -> Path:
    """An .xlsx written by openpyxl."""
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.remove(book.worksheets[0])
    book.save(path)
    return path


def replaced(path: Path, parts: Mapping[str, bytes]) -> Path:
    """The workbook with the bytes of some parts exchanged, or with further parts."""
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    kept = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in {**kept, **parts}.items():
            target.writestr(name, content)
    return path


def locked(path: Path) -> Path:
    """A workbook as Excel writes one that is locked by a password: the ZIP is encrypted within an OLE file."""
    size, free, end, table = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0, 0)
    head += struct.pack("<108I", *[free] * 108)
    sectors = struct.pack("<128I", table, end, *range(3, 10), end, *[free] * 118)
    root = _entry("Root Entry", 5, child=1)
    package = _entry("EncryptedPackage", 2, start=2, length=8 * size)
    path.write_bytes(head + sectors + root + package + bytes(2 * 128) + bytes(8 * size))
    return path


def _entry(name: str, sort: int, *, child: int = 0xFFFFFFFF, start: int = 0, length: int = 0) -> bytes:
    """An entry of the directory of an OLE file."""
    text = name.encode("utf-16-le")
    none = 0xFFFFFFFF
    return struct.pack("<64sHBBIII36xIQ", text, len(text) + 2, sort, 1, none, none, child, start, length)
