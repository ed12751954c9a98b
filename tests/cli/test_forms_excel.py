"""Forms go to Excel and come back; what changed is said in words."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.cli.offices import run
from wopdesk.places import forms_folder

KIND = "utility"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of one kind."""
    shutil.copytree(forms_folder() / KIND, tmp_path / "forms" / KIND)
    return tmp_path / "forms"


@pytest.fixture
def excel(folder: Path, tmp_path: Path) -> Path:
    """Its form as a workbook."""
    result = run("forms", "xlsx", KIND, "--out", tmp_path / "form.xlsx", "--folder", folder)
    assert result.exit_code == 0, result.stderr
    return tmp_path / "form.xlsx"


def edited(file: Path, was: str, now: str) -> None:
    """Replace a cell as a person would."""
    book = openpyxl.load_workbook(file)
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value == was]
    assert cells
    cells[0].value = now
    book.save(file)


def test_the_same_form_comes_back(folder: Path, excel: Path) -> None:
    before = (folder / KIND / "form.md").read_bytes()
    result = run("forms", "import", excel, "--folder", folder)
    assert result.exit_code == 0, result.stderr
    assert "utility: it is the same form." in result.stdout
    assert (folder / KIND / "form.md").read_bytes() == before


def test_an_edit_is_shown_and_then_kept(folder: Path, excel: Path) -> None:
    source, remark = folder / KIND / "form.md", (folder / KIND / "form.md").read_text(encoding="utf-8").split("\n")[0]
    label = openpyxl.load_workbook(excel)["survey"]["C3"].value
    edited(excel, str(label), "Another question")
    before = source.read_bytes()
    shown = run("forms", "import", excel, "--folder", folder, "--preview")
    assert "Another question" in shown.stdout
    assert source.read_bytes() == before
    unsaid = run("forms", "import", excel, "--folder", folder)
    assert unsaid.exit_code == 1
    assert "Another question" in unsaid.stdout
    assert source.read_bytes() == before
    kept = run("forms", "import", excel, "--folder", folder, "--yes")
    assert "1 difference." in kept.stdout
    text = source.read_text(encoding="utf-8")
    assert text.split("\n")[0] == remark
    assert "Another question" in text
    assert b"Another question" in (folder / KIND / "form.xml").read_bytes()
    assert run("forms", "lint", "--folder", folder).exit_code == 0


def test_a_faulty_workbook_changes_nothing(folder: Path, excel: Path) -> None:
    edited(excel, "begin_group", "begin_grup")
    before = (folder / KIND / "form.md").read_bytes()
    result = run("forms", "import", excel, "--folder", folder)
    assert result.exit_code == 1
    assert "survey 2, type: unknown type 'begin_grup'" in " ".join(result.stderr.split())
    assert (folder / KIND / "form.md").read_bytes() == before


def test_a_new_kind_gets_a_folder(folder: Path, excel: Path) -> None:
    result = run("forms", "import", excel, "--folder", folder, "--kind", "visit")
    assert result.exit_code == 0, result.stderr
    assert "no kind.toml" in result.stdout
    assert (folder / "visit" / "form.xml").read_bytes() == (folder / KIND / "form.xml").read_bytes()
    assert run("forms", "import", excel, "--folder", folder, "--kind", "../visit").exit_code == 1


def test_differences_for_scripts(folder: Path, excel: Path) -> None:
    edited(excel, "text", "note")
    [one] = json.loads(run("forms", "diff", KIND, excel, "--folder", folder, "--json").stdout)
    assert one["sort"] == "retyped"
    assert one["said"] == "was text, is now note"
    assert "They are the same form." in run("forms", "diff", KIND, KIND, "--folder", folder).stdout
    assert run("forms", "diff", KIND, "nothing", "--folder", folder).exit_code == 1


def test_the_workbook_is_made_to_be_edited(excel: Path) -> None:
    sheet = openpyxl.load_workbook(excel)["survey"]
    assert sheet.freeze_panes == "C2"
    assert sheet["A1"].font.bold
    assert all(line[0].alignment.wrap_text for line in sheet.iter_rows())
    assert all(cell.data_type in {"s", "n"} for line in sheet.iter_rows() for cell in line)
    assert {cell.number_format for line in sheet.iter_rows() for cell in line} == {"@"}


def test_a_form_is_never_half_written(folder: Path, excel: Path) -> None:
    edited(excel, str(openpyxl.load_workbook(excel)["survey"]["C3"].value), "Another question")
    place = folder / KIND
    (place / "form.xml.part").mkdir()
    before = {file.name: file.read_bytes() for file in place.iterdir() if file.is_file()}
    assert run("forms", "import", excel, "--folder", folder, "--yes").exit_code == 1
    (place / "form.xml.part").rmdir()
    assert {file.name: file.read_bytes() for file in place.iterdir()} == before
