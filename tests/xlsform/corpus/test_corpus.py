"""Forms of the water field, written for these tests: whatever is answered, every field is as the specification says.

Beside each form stand its cases (see `script`). What they expect was worked out from the ODK XForms and XLSForm
specifications, by hand or by another program, never from what the engine gave.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.xlsform.corpus.playing import Play
from tests.xlsform.corpus.script import Case, read_cases
from wopdesk.reports.form_workbook import form_workbook
from wopdesk.xlsform import Form
from wopdesk.xlsform.differences import differences
from wopdesk.xlsform.files import read_excel
from wopdesk.xlsform.loading import compiled_text, form_of
from wopdesk.xlsform.markdown import read_markdown, remarks, write_markdown

HERE = Path(__file__).parent
FORMS = sorted(HERE.glob("*.md"))
CASES = [(file, case) for file in FORMS for case in read_cases(file.with_suffix(".txt").read_text(encoding="utf-8"))]


@cache
def form(file: Path) -> Form:
    return form_of(read_markdown(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize(("file", "case"), CASES, ids=[f"{file.stem}: {case.title}" for file, case in CASES])
def test_every_field_is_as_specified(file: Path, case: Case) -> None:
    Play(form(file)).run(case)


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_a_form_goes_to_excel_and_comes_back(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    workbook = read_markdown(text)
    back = read_excel("form.xlsx", form_workbook(workbook))
    assert differences(workbook, back) == ()
    assert write_markdown(back, remarks(text)) == text
    assert compiled_text(write_markdown(back)) == compiled_text(text)
