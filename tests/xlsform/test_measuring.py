"""What is measured of a workbook is what will be read of it: texts kept once, and no other format in the same ZIP."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.xlsform.excel import locked, replaced, written
from wopdesk.xlsform import FormError, load
from wopdesk.xlsform.bounds import MOST_MARKS, MOST_TEXT

SHEET, SHARED = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SURVEY = (("type", "name", "label"), ("text", "a", "A"))
LONG = "x" * 30_000
OFTEN = MOST_TEXT // len(LONG) + 1
CELL = b'<row r="%d"><c r="C%d" t="s"><v>%d</v></c></row>'


def workbook(folder: Path) -> Path:
    return written(folder / "form.xlsx", survey=SURVEY)


def part(file: Path, name: str) -> bytes:
    with zipfile.ZipFile(file) as archive:
        return archive.read(name)


def shared(file: Path, texts: bytes) -> Path:
    """The workbook with a part for texts that are kept once."""
    name = "xl/_rels/workbook.xml.rels"
    target = f'<Relationship Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml" Id="rId99"/>'
    relations = part(file, name).replace(b"</Relationships>", target.encode() + b"</Relationships>")
    return replaced(file, {name: relations, SHARED: texts})


def kept_once(file: Path, prefix: str, further: str) -> Path:
    """The workbook with each text kept once, under a prefix of XML; a further one is kept along."""
    texts = list(dict.fromkeys(text for row in SURVEY for text in row))
    items = "".join(f"<{prefix}:si><{prefix}:t>{text}</{prefix}:t></{prefix}:si>" for text in (*texts, further))
    sheet = re.sub(
        rb't="inlineStr"><is><t>(\w+)</t></is>',
        lambda found: b't="s"><v>%d</v>' % texts.index(found[1].decode()),
        part(file, SHEET),
    )
    said = f'<{prefix}:sst xmlns:{prefix}="{MAIN}">{items}</{prefix}:sst>'
    return replaced(shared(file, said.encode()), {SHEET: sheet})


def test_a_workbook_whose_part_for_shared_texts_holds_none_is_read(tmp_path: Path) -> None:
    file = shared(workbook(tmp_path), f'<sst xmlns="{MAIN}" count="0"/>'.encode())
    assert load(file).questions[0].label() == "A"


@pytest.mark.parametrize("prefix", ["a", "a-b", "a.b", "é"])
def test_shared_texts_are_counted_under_any_prefix(tmp_path: Path, prefix: str) -> None:
    file = kept_once(workbook(tmp_path), prefix, LONG)
    assert load(file).questions[0].label() == "A"
    place = len({text for row in SURVEY for text in row})
    cells = b"".join(CELL % (row, row, place) for row in range(3, 3 + OFTEN))
    replaced(file, {SHEET: part(file, SHEET).replace(b"</sheetData>", cells + b"</sheetData>")})
    with pytest.raises(FormError, match="says its texts so often"):
        load(file)


def opened(file: Path) -> Path:
    """A workbook with a sheet of OpenDocument beside it, whose form is read where the workbook's cannot be."""
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    names = " ".join(f'xmlns:{name}="{office}{name}:1.0"' for name in ("office", "table", "text"))
    rows = "".join(f"<table:table-row>{''.join(map(_opened_cell, row))}</table:table-row>" for row in SURVEY)
    table = f'<table:table table:name="survey">{rows}</table:table>'
    content = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    return replaced(
        file,
        {
            "xl/workbook.xml": b"<",
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": b"<manifest/>",
            "content.xml": f"<office:document-content {names}>{content}</office:document-content>".encode(),
        },
    )


def _opened_cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def binary(file: Path) -> Path:
    """A workbook with one of Excel's binary ones beside it."""
    relation = f'<Relationship Type="{OFFICE}/worksheet" Target="worksheets/sheet1.bin" Id="rId1"/>'
    sheet = bytes(8) + _wide("rId1") + _wide("survey")
    book = _record(131) + _record(143) + _record(156, sheet) + _record(144) + _record(132)
    rows = b"".join(
        _record(0, _number(at) + bytes(13))
        + b"".join(_record(6, _number(column) + bytes(4) + _wide(text)) for column, text in enumerate(row))
        for at, row in enumerate(SURVEY)
    )
    extent = _record(148, _number(0) + _number(len(SURVEY) - 1) + _number(0) + _number(2))
    cells = _record(129) + extent + _record(145) + rows + _record(146) + _record(130)
    return replaced(
        file,
        {
            "xl/workbook.xml": b"<",
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": f"<Relationships>{relation}</Relationships>".encode(),
            "xl/worksheets/sheet1.bin": cells,
        },
    )


def _record(kind: int, content: bytes = b"") -> bytes:
    """A record of the binary format: its kind and length in sevens of bits, then what it holds."""
    return (
        b"".join(
            bytes([number]) if number < 128 else bytes([number & 127 | 128, number >> 7])
            for number in (kind, len(content))
        )
        + content
    )


def _wide(text: str) -> bytes:
    return _number(len(text)) + text.encode("utf-16-le")


def _number(number: int) -> bytes:
    return number.to_bytes(4, "little")


@pytest.mark.parametrize("beside", [opened, binary])
def test_no_other_format_in_the_same_file_is_read(tmp_path: Path, beside: Callable[[Path], Path]) -> None:
    with pytest.raises(FormError, match="cannot be read as an Excel workbook"):
        load(beside(workbook(tmp_path)))


def test_a_cell_with_attributes_without_end_is_no_work(tmp_path: Path) -> None:
    file = workbook(tmp_path)
    endless = b"<c " + b't="s" ' * 200_000
    replaced(file, {SHEET: part(file, SHEET).replace(b"</sheetData>", endless + b"</sheetData>")})
    with pytest.raises(FormError, match="cannot be read as an Excel workbook"):
        load(file)


def test_a_workbook_that_is_locked_by_a_password_is_told_as_that(tmp_path: Path) -> None:
    with pytest.raises(FormError, match="is protected by a password; save it without one"):
        load(locked(tmp_path / "form.xlsx"))


def test_a_workbook_of_empty_cells_without_end_is_refused(tmp_path: Path) -> None:
    cells = b"<row>" + b"<c/>" * MOST_MARKS + b"</row>"
    sheet = part(workbook(tmp_path), SHEET).replace(b"</sheetData>", cells + b"</sheetData>")
    with pytest.raises(FormError, match="tags of XML; no form needs more"):
        load(replaced(workbook(tmp_path), {SHEET: sheet}))
