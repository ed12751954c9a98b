"""Tables without rows: what their columns are, and what is pasted into them."""

from __future__ import annotations

import pytest

from tests.ui.screens.document.opened import table_of
from wopdesk.places import forms_folder
from wopdesk.programme.filed import DRAFT, Filed
from wopdesk.programme.kinds import load_kind
from wopdesk.programme.wording import Wording
from wopdesk.ui.form.rows import RepeatTable
from wopdesk.ui.screens.document.background import Background
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.xlsform import load

TABLES = ("targets/targets", "targets/learning", "activities/activities")


def plan() -> Filling:
    """A work plan in which nothing is answered."""
    form, kind = load(forms_folder() / "work_plan" / "form.xml"), load_kind(forms_folder() / "work_plan")
    present = Filed("r", kind.kind, "s", "o", 0, "", None, DRAFT, {}, {})
    around = Background("r", kind, "s", "WOP-PK-001", present, Wording(""))
    return Filling(form, form.sheet(), around, "en")


def heads(table: RepeatTable) -> list[tuple[str, bool]]:
    """The columns that are seen."""
    return [(column.label, column.required) for column, seen in zip(table.columns, table.asked, strict=True) if seen]


@pytest.mark.parametrize("path", TABLES)
def test_a_table_without_rows_has_the_columns_of_its_first_row(path: str) -> None:
    filling = plan()
    before = heads(table_of(filling, path))
    assert filling.add_row(path)
    assert before == heads(table_of(filling, path))


def test_what_is_pasted_into_an_empty_table_comes_into_the_columns_that_are_seen() -> None:
    filling = plan()
    columns = [label for label, _ in heads(table_of(filling, "targets/targets"))]
    line = [""] * len(columns)
    line[columns.index("Baseline")], line[columns.index("Target")] = "40", "30"
    filling.paste("targets/targets", 0, 0, [line])
    (row,) = table_of(filling, "targets/targets").rows
    values = {cell.path.rpartition("/")[2]: cell.value for cell in row.cells if cell is not None and cell.value}
    assert (values["baseline"], values["target"]) == ("40", "30")
