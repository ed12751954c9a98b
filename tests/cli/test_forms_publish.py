"""PWON changes a form in Excel and publishes it; offices go by it with what they receive next."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.offices import Network, sentences
from tests.cli.test_forms_excel import edited

KIND = "monthly_report"


@pytest.fixture
def excel(network: Network, tmp_path: Path) -> Path:
    """The monthly report in Excel, with another name for a question."""
    file = tmp_path / "monthly.xlsx"
    network.pwon.done("forms", "xlsx", KIND, "--out", file)
    edited(file, "prepared_by", "written_by")
    return file


def test_from_excel_to_every_office(network: Network, excel: Path, tmp_path: Path) -> None:
    shown = network.pwon.done("forms", "publish", excel, "--preview")
    assert "about/prepared_by" in shown
    assert "about/written_by" in shown
    assert network.pwon.run("forms", "publish", excel).exit_code == 1  # nobody said yes
    assert {one["state"] for one in network.pwon.json("forms", "list")} == {"in use"}
    network.pwon.done("forms", "publish", excel, "--yes")
    network.pwon.done("export", "--to", "wasa-faisalabad", "--out", tmp_path / "out")
    assert "changed the form" in network.mentee.done("import", *(tmp_path / "out").iterdir())
    for office in (network.pwon, network.mentee):
        (one,) = [one for one in office.json("forms", "list") if one["kind"] == KIND]
        assert (one["version"], one["state"]) == ("1", "in use")
    assert "is in use already" in network.pwon.done("forms", "publish", excel, "--yes")
    again = tmp_path / "again.xlsx"
    network.mentee.done("forms", "xlsx", KIND, "--out", again)
    assert any(
        cell.value == "written_by" for line in openpyxl.load_workbook(again)["survey"].iter_rows() for cell in line
    )


def test_offices_do_not_publish(network: Network, excel: Path) -> None:
    assert "Only PWON" in sentences(network.mentee.run("forms", "publish", excel, "--yes"))[0]


def test_a_form_that_offices_could_not_use_is_not_published(network: Network, excel: Path) -> None:
    edited(excel, "select_one_from_file month.csv", "select_one_from_file months.csv")
    said = sentences(network.pwon.run("forms", "publish", excel, "--yes"))
    assert any("the form reads a list months, and nothing says where it comes from" in one for one in said)
    assert said[-2] == "Nothing was changed."
    edited(excel, "select_one yes_no", "select_one maybe")
    assert network.pwon.run("forms", "publish", excel, "--yes").exit_code == 1
