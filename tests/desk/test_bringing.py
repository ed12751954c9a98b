"""What a bundle would bring is told before it is taken."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from wopdesk.desk.bringing import brought
from wopdesk.desk.clock import at_noon
from wopdesk.desk.desk import opened
from wopdesk.exchange.carriers import search

SAMPLE = Path(__file__).parents[1] / "data" / "first_schema"


def test_a_preview_names_each_document_and_whether_it_is_new(tmp_path: Path) -> None:
    file = Path(shutil.copy(SAMPLE / "mentor.wopdesk", tmp_path))
    (paper,) = search((SAMPLE / "monthly-report-2026-10.pdf").read_bytes()).found
    (early,) = search(next((SAMPLE / "bundles").glob("wasa-faisalabad-to-pwon-2026-10-06-*")).read_bytes()).found
    with opened(file, "Sample Mentor Engineer", at_noon(date(2026, 11, 5))) as desk:
        known = brought(desk, early.read())
        with desk.store.writing() as connection:
            connection.exec_driver_sql("DELETE FROM blob")
        fresh = brought(desk, paper.read())
    assert [one.title for one in known][:2] == ["Monthly report 2026-03", "Monthly report 2026-04"]
    assert {(one.number, one.new) for one in known} == {(1, False)}
    assert "Monthly report 2026-10" in {one.title for one in fresh if one.new}
