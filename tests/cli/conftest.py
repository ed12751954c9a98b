"""PWON and a mentee, from two empty data files to a partnership that both know."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import story
from tests.cli.offices import Network, Office, write_json


@pytest.fixture
def pwon(tmp_path: Path) -> Office:
    """PWON's desk."""
    office = Office(tmp_path / "pwon.wopdesk")
    office.done("init", "--role", "facilitator", "--utility", "PWON", "--person", "Sample Coordinator")
    return office


@pytest.fixture
def mentee(tmp_path: Path) -> Office:
    """A utility's desk that has not joined yet."""
    office = Office(tmp_path / "mentee.wopdesk")
    office.done("init", "--role", "mentee", "--utility", "WASA Faisalabad", "--person", "Sample Engineer")
    return office


@pytest.fixture
def invitation(pwon: Office, tmp_path: Path) -> tuple[Path, str]:
    """PWON's invitation and its code."""
    said = pwon.json("invite", "WASA Faisalabad", "--out", tmp_path / "invitation.wopx")
    return Path(said["file"]), said["code"]


@pytest.fixture
def network(pwon: Office, mentee: Office, invitation: tuple[Path, str], tmp_path: Path) -> Network:
    """The mentee joined, and PWON sent it the partnership and the work plan."""
    mentee.done("import", invitation[0], "--code", invitation[1])
    pwon.done("import", *mentee.json("export", "--to", "pwon", "--out", tmp_path / "to-pwon")["files"])
    pwon.done("approve", "WASA Faisalabad", "--code", mentee.code)
    about = {path: text for path, text in story.PARTNERSHIP.items() if path != "about/mentor"}
    about["about/mentor_name"] = story.PARTNERSHIP["about/mentor"]
    partnership = pwon.done("new", "partnership", "--answers", write_json(tmp_path / "partnership.json", about))
    pwon.done("member", "WOP-PK-001", "wasa-faisalabad", "mentee")
    pwon.done("submit", partnership)
    plan = write_json(tmp_path / "plan.json", story.WORK_PLAN)
    work_plan = pwon.done("new", "work_plan", "--partnership", "WOP-PK-001", "--answers", plan)
    pwon.done("submit", work_plan)
    mentee.done("import", *pwon.json("export", "--to", "wasa-faisalabad", "--out", tmp_path / "to-mentee")["files"])
    return Network(pwon, mentee, partnership, work_plan)


@pytest.fixture
def report_answers(tmp_path: Path) -> Path:
    """The answers of the first month."""
    return write_json(tmp_path / "report.json", story.REPORT)
