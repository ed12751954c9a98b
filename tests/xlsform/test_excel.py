"""A form out of Excel: its cells as people mean them, all its faults with row and column, and no harm from any file."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.xlsform.excel import replaced, written
from wopdesk.xlsform import FormError, Problem, load
from wopdesk.xlsform.bounds import MOST_ROWS
from wopdesk.xlsform.files import read_workbook

HEAD = ("type", "name", "label", "calculation", "relevant", "repeat_count")
PART = "xl/worksheets/sheet1.xml"


def problems(file: Path) -> list[Problem]:
    with pytest.raises(FormError) as refused:
        load(file)
    return list(refused.value.problems)


def test_cells_are_read_as_people_mean_them(tmp_path: Path) -> None:
    rows = [HEAD, ("text", "a", "A", 1.0, True, 2.5), (), ("note", "b", " one\ntwo\xa0 ", dt.datetime(2026, 10, 31))]  # noqa: DTZ001 - Excel knows no zones
    table = read_workbook(written(tmp_path / "form.xlsx", survey=rows))["survey"]
    assert table.columns == HEAD
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, {"type": "text", "name": "a", "label": "A", "calculation": "1", "relevant": "TRUE", "repeat_count": "2.5"}),
        (4, {"type": "note", "name": "b", "label": "one\ntwo", "calculation": "2026-10-31"}),
    ]


def test_a_sheet_alone_is_the_survey_whatever_it_is_called(tmp_path: Path) -> None:
    assert load(written(tmp_path / "form.xlsx", Sheet1=[HEAD, ("text", "a", "A")])).questions[0].path == "a"


def test_every_fault_of_a_workbook_is_told_with_sheet_row_and_column(tmp_path: Path) -> None:
    survey = [
        ("type", "name", "label::English (en)", "relevance", "calculation", "choice_filter"),
        ("text", "a", "A ${gone}", "${b} = ("),
        ("text", "a", "Again"),
        ("select_one yes_on", "b", "B"),
        ("txt", "c", "C"),
        ("", "d", "D"),
        ("text", "", "E"),
        ("text", "1f", "F"),
        ("integer", "g"),
        ("calculate", "h", "", "", "roond(1.5)"),
        ("calculate", "i", "", "", "round()"),
        ("calculate", "j", "", "", "${k} + 1"),
        ("calculate", "k", "", "", "${j} + 1"),
        ("calculate", "l", "", "", "../nothing/here"),
        ("select_one yes_no", "m", "M", "", "", "'a"),
        ("begin_group", "n", "N"),
        ("end_repeat",),
        ("begin_repeat", "o", "O"),
    ]
    choices = [
        ("list_name", "name", "label::English (en)"),
        ("yes_no", "yes", "Yes"),
        ("yes_no", "yes", "Yes"),
        ("yes_no", "", "No"),
        ("", "no", "No"),
    ]
    settings = [("form_title", "instance_name"), ("X", "concat(${nobody})")]
    found = problems(written(tmp_path / "form.xlsx", survey=survey, choices=choices, settings=settings))
    assert [(one.sheet, one.row, one.column) for one in found] == [
        ("choices", 3, "name"),
        ("choices", 4, "name"),
        ("choices", 5, "list_name"),
        ("settings", 2, "instance_name"),
        ("survey", 2, "label::English (en)"),
        ("survey", 2, "relevance"),
        ("survey", 3, "name"),
        ("survey", 4, "type"),
        ("survey", 5, "type"),
        ("survey", 6, "type"),
        ("survey", 7, "name"),
        ("survey", 8, "name"),
        ("survey", 9, "label::English (en)"),
        ("survey", 10, "calculation"),
        ("survey", 11, "calculation"),
        ("survey", 12, "calculation"),
        ("survey", 14, "calculation"),
        ("survey", 15, "choice_filter"),
        ("survey", 17, "type"),
        ("survey", 18, "type"),
    ]
    said = "\n".join(map(str, found))
    assert "survey 4, type: no list of choices is called 'yes_on' in the sheet choices; is 'yes_no' meant?" in said
    assert "survey 5, type: unknown type 'txt'; is 'text' meant?" in said
    assert "survey 3, name: the name 'a' is taken already by row 2" in said
    assert "survey 12, calculation: these depend on each other: j → k → j" in said


def test_a_name_that_two_questions_have_cannot_be_meant(tmp_path: Path) -> None:
    rows = [HEAD, *(row for group in "gh" for row in (("begin_group", group, "G"), ("text", "a", "A"), ("end_group",)))]
    form = load(written(tmp_path / "form.xlsx", survey=rows))
    assert [question.path for question in form.questions] == ["g/a", "h/a"]
    [one] = problems(written(tmp_path / "form.xlsx", survey=[*rows, ("calculate", "c", "", "${a}")]))
    assert (one.row, one.column) == (8, "calculation")
    assert "rows 3, 6" in one.message


def test_a_cycle_of_a_thousand_is_told_in_one_line(tmp_path: Path) -> None:
    rows = [HEAD, *(("calculate", f"c{at}", "", f"${{c{(at + 1) % 1000}}} + 1") for at in range(1000))]
    [one] = problems(written(tmp_path / "form.xlsx", survey=rows))
    assert (one.row, one.column) == (2, "calculation")
    assert one.message == ("these depend on each other: c0 → c999 → c998 → c997 → c996 → … (994 more) → c1 → c0")


def test_five_hundred_cycles_are_told_one_by_one(tmp_path: Path) -> None:
    rows = [HEAD, *(("calculate", f"c{at}", "", f"${{c{at ^ 1}}} + 1") for at in range(1000))]
    found = problems(written(tmp_path / "form.xlsx", survey=rows))
    assert [one.row for one in found] == list(range(2, 1002, 2))


@pytest.mark.parametrize(
    ("rows", "row", "column"),
    [
        ([("text", "a", "A" * 32_768)], 2, "label"),
        ([("begin_repeat", "r", "R", "", "", "1000000000"), ("text", "a", "A"), ("end_repeat",)], 2, "repeat_count"),
        (
            [
                *(("begin_repeat", f"r{at}", "R", "", "", "1000") for at in range(3)),
                ("text", "a", "A"),
                *[("end_repeat",)] * 3,
            ],
            3,
            "repeat_count",
        ),
        ([*(("begin_group", f"g{at}", "G") for at in range(500)), *[("end_group",)] * 500], 22, "type"),
        ([("calculate", "a", "", "(" * 5000 + "1" + ")" * 5000)], 2, "calculation"),
        ([("calculate", "a", "", "not(" * 5000 + "1" + ")" * 5000)], 2, "calculation"),
        ([("calculate", "a", "", "-" * 5000 + "1")], 2, "calculation"),
        ([("calculate", "a", "", "1" + " + 1" * 5000)], 2, "calculation"),
        ([("text", "a", "${" + " " * 32_000 + "x")], 2, "label"),
        ([("text", "a", "${" * 16_000)], 2, "label"),
        ([("text", "a", "${ x x" * 5_000)], 2, "label"),
        ([("calculate", "a", "", "'" + "x" * 32_000)], 2, "calculation"),
        ([("select_one " + "x or " * 6_000, "a", "A")], 2, "type"),
        ([("begin " * 5_000, "a", "A")], 2, "type"),
        ([("text", "a", "A")] * 6000, MOST_ROWS + 2, ""),
    ],
    ids=[
        "cell",
        "count",
        "counts",
        "groups",
        "brackets",
        "calls",
        "signs",
        "sum",
        "blanks",
        "openings",
        "crooked",
        "quote",
        "list",
        "edge",
        "rows",
    ],
)
def test_what_no_form_needs_is_a_problem(tmp_path: Path, rows: list[tuple[object, ...]], row: int, column: str) -> None:
    """openpyxl cuts long cells, and an attacker would not; so form.md is the carrier."""
    lines = ["| survey |", "| | " + " | ".join(HEAD) + " |"]
    lines += ["| | " + " | ".join(map(str, cells)) + " |" for cells in rows]
    file = tmp_path / "form.md"
    file.write_text("\n".join(lines))
    found = problems(file)
    assert (found[0].row - 1, found[0].column) == (row, column)


def bomb(path: Path) -> Path:
    """A hundred kilobytes that become a hundred megabytes."""
    return replaced(path, {PART: b"<worksheet>" + b" " * (1 << 27)})


def lying_bomb(path: Path) -> Path:
    """The same, and the archive says that it is small."""
    data = bytearray(replaced(path, {PART: b"<worksheet>" + b" " * (1 << 26)}).read_bytes())
    size = (len(b"<worksheet>") + (1 << 26)).to_bytes(4, "little")
    path.write_bytes(data.replace(size, (1000).to_bytes(4, "little")))
    return path


def entities(path: Path) -> Path:
    """Ten to the ninth laughs."""
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (at, b"ha" if at == 0 else b"&l%d;" % (at - 1) * 10) for at in range(10))
    return replaced(path, {PART: b'<?xml version="1.0"?><!DOCTYPE x [' + laughs + b"]><worksheet>&l9;</worksheet>"})


def far_cell(path: Path) -> Path:
    """One cell in the last corner: whoever keeps a grid keeps 17 thousand million cells."""
    sheet = zipfile.ZipFile(io.BytesIO(path.read_bytes())).read(PART)
    return replaced(path, {PART: sheet.replace(b'r="A2"', b'r="XFD1048576"')})


def huge_cell(path: Path) -> Path:
    """Ten megabytes of text in one cell."""
    sheet = zipfile.ZipFile(io.BytesIO(path.read_bytes())).read(PART)
    return replaced(path, {PART: sheet.replace(b">A<", b">" + b"x" * 10_000_000 + b"<")})


def cut_off(path: Path) -> Path:
    """Half of a workbook."""
    path.write_bytes(path.read_bytes()[:2000])
    return path


def echo(path: Path) -> Path:
    """One text of thirty thousand letters, which five thousand cells say again."""
    sheet = zipfile.ZipFile(io.BytesIO(path.read_bytes())).read(PART)
    cells = b"".join(b'<row r="%d"><c r="C%d" t="s"><v>0</v></c></row>' % (row, row) for row in range(3, 5003))
    shared = b"<sst><si><t>" + b"x" * 30_000 + b"</t></si></sst>"
    sheet = sheet.replace(b"</sheetData>", cells + b"</sheetData>")
    return replaced(path, {PART: sheet, "xl/sharedStrings.xml": shared})


def behind(path: Path) -> Path:
    """A bomb behind something else, where only some readers look for it."""
    path.write_bytes(b"junk" + bomb(path).read_bytes())
    return path


def disguised(path: Path) -> Path:
    """A bomb behind the first bytes of the old format."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + bomb(path).read_bytes())
    return path


def document(path: Path) -> Path:
    """A text document that was given another name."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return path


@pytest.mark.parametrize(
    "harm", [bomb, lying_bomb, entities, far_cell, huge_cell, cut_off, echo, behind, disguised, document]
)
def test_a_hostile_workbook_ends_as_a_problem(tmp_path: Path, harm: Callable[[Path], Path]) -> None:
    file = harm(inline(written(tmp_path / "form.xlsx", survey=[HEAD, ("text", "a", "A")])))
    assert [one.sheet for one in problems(file)] == ["survey" if harm is huge_cell else "form"]


def inline(path: Path) -> Path:
    """The workbook with its texts written in the cells."""
    sheet = zipfile.ZipFile(io.BytesIO(path.read_bytes())).read(PART)
    texts = [*HEAD, "text", "a", "A"]
    for at, text in enumerate(texts):
        sheet = sheet.replace(b't="s"><v>%d</v>' % at, b't="inlineStr"><is><t>' + text.encode() + b"</t></is>")
    return replaced(path, {PART: sheet})


def test_a_workbook_with_texts_in_its_cells_is_read(tmp_path: Path) -> None:
    assert load(inline(written(tmp_path / "form.xlsx", survey=[HEAD, ("text", "a", "A")]))).questions[0].label() == "A"


@pytest.mark.parametrize("name", ["form.xml", "form.md", "form.csv", "form.xls"])
def test_what_is_nothing_is_a_problem(tmp_path: Path, name: str) -> None:
    for content in (b"", b"\x00" * 100, b"\xff\xfe\x00", b"<!DOCTYPE x>", b"| survey |", b"PK\x03\x04"):
        (tmp_path / name).write_bytes(content)
        assert problems(tmp_path / name)


XFORM = (
    '{doctype}<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>'
    '<instance><data id="x">{data}</data></instance></model></h:head><h:body>{body}</h:body></h:html>'
)


@pytest.mark.parametrize(
    ("doctype", "data", "body"),
    [
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "<a>&e;</a>", ""),
        ('<!DOCTYPE x [<!ENTITY e "ha">]>', "<a>&e;</a>", ""),
        ("", "<a>" * 5000 + "</a>" * 5000, ""),
        ("", "<a/>", "<group>" * 5000 + "</group>" * 5000),
        ("", "<a>" + "x" * 11_000_000 + "</a>", ""),
    ],
    ids=["file", "entity", "deep", "groups", "text"],
)
def test_a_hostile_xform_ends_as_a_problem(tmp_path: Path, doctype: str, data: str, body: str) -> None:
    (tmp_path / "form.xml").write_text(XFORM.format(doctype=doctype, data=data, body=body))
    assert len(problems(tmp_path / "form.xml")) == 1
