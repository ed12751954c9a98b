"""form.md → Excel → form.md is the same form, for our own forms and for any other."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.xlsform.generated import surveys
from tests.xlsform.written import FORMS
from wopdesk.reports.form_workbook import form_workbook
from wopdesk.xlsform.differences import differences
from wopdesk.xlsform.files import read_excel
from wopdesk.xlsform.loading import compiled_text
from wopdesk.xlsform.markdown import read_markdown, remarks, write_markdown
from wopdesk.xlsform.workbook import SHEETS, Row, Table, Workbook

SOURCES = sorted(FORMS.glob("*/form.md"))
TEXT = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], include_characters="\n|\\<>&='\"+-@"
    ),
    max_size=30,
).map(lambda text: "\n".join(" ".join(line.split()) for line in text.split("\n")).strip())
NAME = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.lists(NAME, min_size=1, max_size=6, unique=True))
    filled = st.lists(TEXT, min_size=len(columns), max_size=len(columns))
    rows = [dict(zip(columns, cells, strict=True)) for cells in draw(st.lists(filled, max_size=6))]
    kept = [{column: text for column, text in row.items() if readable(text)} for row in rows]
    return Table(
        tuple(columns), tuple(Row(at, row) for at, row in enumerate(kept, 2) if "".join(row.values()).strip("-: "))
    )


def readable(text: str) -> bool:
    """Whether both carriers can say it: a written <br> means a line break, and Excel has a spelling for characters."""
    return text != "" and "<br" not in text and "_x" not in text and not text.endswith("\\")


WORKBOOKS = st.dictionaries(st.sampled_from(SHEETS[1:]), tables(), max_size=3).flatmap(
    lambda others: tables().map(lambda survey: {"survey": survey, **others})
)


def cells(workbook: Workbook) -> dict[str, tuple[tuple[str, ...], list[dict[str, str]]]]:
    return {name: (table.columns, [row.cells for row in table.rows]) for name, table in workbook.items()}


@given(WORKBOOKS)
def test_any_sheets_come_back(workbook: Workbook) -> None:
    assert cells(read_markdown(write_markdown(workbook))) == cells(workbook)
    assert cells(read_excel("form.xlsx", form_workbook(workbook))) == cells(workbook)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.name)
def test_our_own_forms_come_back_to_the_byte(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    workbook = read_markdown(text)
    back = read_excel("form.xlsx", form_workbook(workbook))
    assert cells(back) == cells(workbook)
    assert differences(workbook, back) == ()
    assert write_markdown(back, remarks(text)) == text
    assert compiled_text(write_markdown(back)) == (source.parent / "form.xml").read_bytes()


@settings(max_examples=15)
@given(surveys())
def test_any_form_comes_back_as_the_same_form(text: str) -> None:
    workbook = read_markdown(text)
    back = read_excel("form.xlsx", form_workbook(workbook))
    assert differences(workbook, back) == ()
    assert compiled_text(write_markdown(back)) == compiled_text(text)
