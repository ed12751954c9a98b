"""Reads a PDF back: what a person sees on its pages, its fonts and its pictures, without the code that wrote it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf


@dataclass(frozen=True)
class Paper:
    """What was found in a PDF."""

    pages: tuple[str, ...]
    fonts: frozenset[str]
    unembedded: frozenset[str]
    bookmarks: tuple[str, ...]
    info: dict[str, str]
    jpegs: tuple[bytes, ...]

    @property
    def text(self) -> str:
        """Of all pages, blanks and line ends as one blank."""
        return " ".join(" ".join(self.pages).split())


def read(data: bytes) -> Paper:
    """Everything the tests ask of a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = [font for page in pdf.pages for font in page.resources.get("/Font", {}).values()]
        with pdf.open_outline() as outline:
            bookmarks = tuple(item.title for item in outline.root)
        return Paper(
            pages=tuple("".join(_words(page)) for page in pdf.pages),
            fonts=frozenset(str(font.BaseFont) for font in fonts),
            unembedded=frozenset(str(font.BaseFont) for font in fonts if "/FontFile2" not in font.FontDescriptor),
            bookmarks=bookmarks,
            info={str(name): str(value) for name, value in pdf.docinfo.items()},
            jpegs=tuple(_jpegs(pdf)),
        )


def _words(page: pikepdf.Page) -> Iterator[str]:
    """Texts in the order in which they are drawn; what is marked with the text as typed counts as that."""
    tables = {name: _characters(font) for name, font in page.resources.Font.items()}
    table: dict[int, str] = {}
    marked = False
    for step in pikepdf.parse_content_stream(page):
        operands: Any = step.operands
        match str(step.operator):
            case "BDC":
                marked = True
                yield f"{operands[1].ActualText} "
            case "EMC":
                marked = False
            case "Tf":
                table = tables[str(operands[0])]
            case "Tj" if not marked:
                yield "".join(table.get(code, chr(code)) for code in bytes(operands[0]))
            case "T*" | "ET":
                yield " "
            case _:
                pass


def _characters(font: Any) -> dict[int, str]:  # noqa: ANN401 - pikepdf's objects
    """Character codes and what they mean, from the font's ToUnicode."""
    source = font.ToUnicode.read_bytes().decode("latin1")
    pairs = re.findall(r"^<(\w{2})> <(\w{4,})>$", source, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(target).decode("utf-16-be") for code, target in pairs}


def _jpegs(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream) and "/DCTDecode" in repr(one.get("/Filter")):
            yield one.read_raw_bytes()
