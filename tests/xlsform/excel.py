"""Workbooks as a form's author makes them, and as an attacker would."""

from __future__ import annotations

import io
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
