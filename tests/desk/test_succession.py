"""A form that changed: its kind still knows the former one, and where questions went."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from wopdesk.desk.faults import DeskFault
from wopdesk.desk.forming import brought, keep, moved_paths
from wopdesk.desk.succession import succeeded
from wopdesk.places import forms_folder
from wopdesk.programme.kinds import load_kind
from wopdesk.xlsform.files import read_workbook
from wopdesk.xlsform.workbook import Row, Table


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A copy of the monthly report."""
    return Path(shutil.copytree(forms_folder() / "monthly_report", tmp_path / "monthly_report"))


def changed(place: Path, was: str, now: str) -> Path:
    """The form with a change, as somebody sends it."""
    file = place.parent / "sent.md"
    text = (place / "form.md").read_text(encoding="utf-8")
    assert was in text
    file.write_text(text.replace(was, now), encoding="utf-8")
    return file


def test_what_was_written_under_the_former_form_still_counts(place: Path) -> None:
    ids, before = [load_kind(place).form], load_kind(place).rules.forms
    for label in ("Name and position.", "Name, position and telephone."):
        keep(brought(changed(place, label, f"{label} Please."), place.parent, "monthly_report"))
        ids.append(load_kind(place).form)
        if label == "Name and position.":
            text = (place / "form.md").read_text(encoding="utf-8")
            (place / "form.md").write_text(text.replace(f"{label} Please.", "Name, position and telephone."))
    assert len(set(ids)) == 3
    assert load_kind(place).rules.forms == before | set(ids)


def test_questions_that_moved_are_named_in_kind_toml(place: Path) -> None:
    before = (place / "kind.toml").read_text(encoding="utf-8")
    keep(brought(changed(place, "| prepared_by |", "| written_by |"), place.parent, "monthly_report"))
    assert load_kind(place).moved == {"about/prepared_by": "about/written_by"}
    keep(brought(changed(place, "| written_by |", "| author |"), place.parent, "monthly_report"))
    assert load_kind(place).moved == {"about/prepared_by": "about/author", "about/written_by": "about/author"}
    after = (place / "kind.toml").read_text(encoding="utf-8")
    kept = [line for line in before.split("\n") if not line.startswith("former")]
    assert [line for line in after.split("\n") if line in kept][: len(kept) - 1] == kept[:-1]


def test_the_same_form_changes_nothing(place: Path) -> None:
    before = {file.name: file.read_bytes() for file in place.iterdir()}
    keep(brought(changed(place, "# Monthly report", "# Monthly report"), place.parent, "monthly_report"))
    assert {file.name: file.read_bytes() for file in place.iterdir()} == before


def test_a_file_that_cannot_be_changed_safely_is_left_to_a_person(place: Path) -> None:
    kind = place / "kind.toml"
    odd = re.sub("former +=.*", "'former' = ['f']", kind.read_text(encoding="utf-8"))
    kind.write_text(odd, encoding="utf-8")
    with pytest.raises(DeskFault, match="cannot be changed here"):
        succeeded(place, {})


def test_a_kind_without_former_forms_gets_the_list(place: Path) -> None:
    kind = place / "kind.toml"
    lines = kind.read_text(encoding="utf-8").split("\n")
    kind.write_text("\n".join(line for line in lines if not line.startswith("former")), encoding="utf-8")
    old = load_kind(place).form
    assert tomllib.loads(succeeded(place, {}))["former"] == [old]


def test_moved_paths_are_those_of_questions(place: Path) -> None:
    sheets = read_workbook(place / "form.md")
    survey = sheets["survey"]
    name = survey.column("name")
    rows = tuple(
        Row(row.number, {**row.cells, name: "start"}) if row.cells.get(name) == "about" else row for row in survey.rows
    )
    from_group = {f"about/{one}": f"start/{one}" for one in ("period", "prepared_by", "nil_return", "nil_reason")}
    assert moved_paths(sheets, {**sheets, "survey": Table(survey.columns, rows)}) == from_group


@pytest.mark.parametrize("name", ["../elsewhere", "con", "nul", "lpt1", "a" * 300, "two/parts", "Report", "x."])
def test_a_kind_has_a_name_that_is_a_folder_on_every_system(place: Path, name: str) -> None:
    before = sorted(place.parent.rglob("*"))
    with pytest.raises(DeskFault, match="cannot be the name"):
        brought(place / "form.md", place.parent, name)
    assert sorted(place.parent.rglob("*")) == before
