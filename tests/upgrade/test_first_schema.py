"""What the first schema wrote stays readable: its data files, its bundles, its paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from wopdesk.desk import upkeep
from wopdesk.desk.clock import at_noon
from wopdesk.desk.desk import Desk, opened
from wopdesk.desk.documents import documents
from wopdesk.desk.shelf import open_shelf
from wopdesk.exchange.carriers import search
from wopdesk.places import forms_folder
from wopdesk.records.batch import read_batch
from wopdesk.records.segment import read_segment
from wopdesk.store import reading

DATA = Path(__file__).parents[1] / "data" / "first_schema"
OFFICES = ("coordinator", "mentee", "mentor")
BUNDLES = sorted((DATA / "bundles").glob("*.wopx"))


@pytest.fixture(params=OFFICES)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """One office's data file, opened by this version."""
    file = shutil.copy(DATA / f"{request.param}.wopdesk", tmp_path)
    with opened(Path(file), "Sample Engineer", at_noon(date(2026, 11, 5))) as desk:
        yield desk


def test_data_files_open_and_are_sound(desk: Desk) -> None:
    assert upkeep.check(desk) == []


def test_data_files_show_what_was_accepted(desk: Desk) -> None:
    reports = [one for one in documents(desk, "monthly_report") if one.state == "accepted"]
    assert [one.founding.text for one in reports][-1] == "2026-10"
    assert len(reports) == 8
    figures = [text for path, text in reports[-1].answers.items() if path.endswith("/value")]
    assert sorted(figures) == ["12", "56.9"]


def test_nothing_that_counted_is_held(desk: Desk) -> None:
    with desk.store.reading() as connection:
        assert reading.held(connection) == []
        assert reading.unreadable(connection) == []


@pytest.mark.parametrize("file", BUNDLES, ids=lambda file: file.stem)
def test_bundles_are_read_and_name_forms_that_are_known(file: Path) -> None:
    (found,) = search(file.read_bytes()).found
    known = {form for rules in open_shelf(forms_folder()).rules.values() for form in rules.forms}
    lines = [line for signed in found.read().segments for line in read_segment(signed.data).lines]
    assert {form for line in lines for form in read_batch(line).forms.values()} <= known


def test_the_paper_carries_its_report(tmp_path: Path) -> None:
    file = shutil.copy(DATA / "coordinator.wopdesk", tmp_path)
    (found,) = search((DATA / "monthly-report-2026-10.pdf").read_bytes()).found
    with opened(Path(file)) as desk:
        sender = found.read().envelope.sender
        assert desk.standing.names[sender.office] == ("wasa-faisalabad", "WASA Faisalabad")
