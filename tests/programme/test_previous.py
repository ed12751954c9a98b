from dataclasses import replace
from pathlib import Path

import pytest

from tests.programme.documents import draft, report, row
from wopdesk.places import forms_folder
from wopdesk.programme.filed import Filed
from wopdesk.programme.kinds import Kind, load_kind
from wopdesk.programme.previous import previous_values
from wopdesk.programme.references import reference


@pytest.fixture
def monthly(tmp_path: Path) -> Kind:
    folder = tmp_path / "monthly_report"
    folder.mkdir()
    (folder / "kind.toml").write_bytes((forms_folder() / "monthly_report" / "kind.toml").read_bytes())
    (folder / "form.xml").write_bytes(b"<h:html/>")
    return load_kind(folder)


def _report(period: str, figure: str, activity_row: str = "v") -> Filed:
    activity = f"work/activities[{row(activity_row)}]"
    answers = {
        f"progress/figures[{row('t')}]/value": figure,
        f"progress/figures[{row('t')}]/remark": "read at night",
        f"{activity}/activity": "step-tests",
        f"{activity}/done": figure,
    }
    return report(period, answers, progress__figures=("t",), work__activities=(activity_row,))


def test_C322_03_previous_figures_stand_beside_each_field(monthly: Kind) -> None:
    april, may = _report("2026-04", "38"), _report("2026-05", "37", activity_row="w")
    assert previous_values(monthly, may, [april, may]) == {
        f"progress/figures[{row('t')}]/value": "38",
        f"work/activities[{row('w')}]/done": "38",
    }


def test_C322_03_a_month_without_report_is_stepped_over(monthly: Kind) -> None:
    filed = [_report("2026-03", "39"), draft(_report("2026-04", "38")), _report("2026-06", "35")]
    values = previous_values(monthly, _report("2026-05", ""), filed)
    assert values[f"progress/figures[{row('t')}]/value"] == "39"


def test_the_first_report_has_nothing_before_it(monthly: Kind) -> None:
    assert previous_values(monthly, _report("2026-04", "38"), [_report("2026-05", "37")]) == {}
    no_month = replace(_report("2026-04", "38"), answers={})
    assert previous_values(monthly, no_month, [_report("2026-03", "37")]) == {}


def test_reference_is_filled_from_code_and_answers(monthly: Kind) -> None:
    answers = {"about/period": "2026-10"}
    assert reference(monthly.reference, answers, "WOP-PK-014") == "WOP-PK-014/MR/2026-10"
    assert reference(monthly.reference, {}, "") == "…/MR/…"
