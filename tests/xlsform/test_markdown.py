"""form.md is read by line; what is no row is told by line."""

import pytest

from wopdesk.xlsform import FormError
from wopdesk.xlsform.markdown import read_markdown


def test_cells_keep_line_breaks_and_bars() -> None:
    table = read_markdown("# a remark\n\n| survey |\n| | type | label |\n| | note | one<br>two \\| three |\n")["survey"]
    assert table.columns == ("type", "label")
    assert table.rows[0].number == 5
    assert table.rows[0].cells == {"type": "note", "label": "one\ntwo | three"}


def test_empty_cells_and_rows_and_rules_are_left_out() -> None:
    text = "| survey |\n| | type | name |\n|---|---|---|\n| | text |  |\n| | | |\n"
    assert [row.cells for row in read_markdown(text)["survey"].rows] == [{"type": "text"}]


def test_every_bad_line_is_told() -> None:
    text = "| | text |\n| survey |\n| | type | type |\n| | text | a | b |\n| text | b |\n| | x |\n"
    with pytest.raises(FormError) as refused:
        read_markdown(text)
    assert [(problem.sheet, problem.row) for problem in refused.value.problems] == [
        ("form", 1),
        ("survey", 3),
        ("survey", 4),
        ("text", 5),
    ]


def test_a_form_needs_a_survey() -> None:
    with pytest.raises(FormError, match="no sheet called survey"):
        read_markdown("| settings |\n| | form_title |\n| | X |\n")
