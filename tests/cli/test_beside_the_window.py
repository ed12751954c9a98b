"""Commands, each a program of its own, on a data file that another program has open, as the window does."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.offices import Office
from wopdesk.desk import documents, filing
from wopdesk.desk.desk import Desk, open_desk
from wopdesk.places import forms_folder
from wopdesk.records.ids import PARTNERSHIP, Space

TITLE, OTHER = "about/title", "about/code"


@pytest.fixture
def window(mentee: Office) -> Iterator[Desk]:
    """The desk, open in this process."""
    with closing(open_desk(mentee.file, "Sample Engineer")) as desk:
        yield desk


@pytest.fixture
def record(window: Desk) -> str:
    """A record that was begun in the window."""
    home = Space(PARTNERSHIP, window.office, "f" * 32)
    return filing.start(window, "partnership", home, {TITLE: "Sample: hours of supply"}).id


def command(office: Office, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a program of its own."""
    program = [sys.executable, "-m", "wopdesk", "--data", str(office.file), *arguments]
    return subprocess.run(program, capture_output=True, text=True, check=False)


def answers(office: Office, record: str) -> dict[str, str]:
    told: dict[str, str] = json.loads(command(office, "show", record, "--json").stdout)["answers"]
    return told


def test_what_a_command_writes_is_seen_in_the_window_and_the_other_way_round(
    mentee: Office, window: Desk, record: str
) -> None:
    assert documents.find_document(window, record).answers[TITLE] == "Sample: hours of supply"
    for turn in range(2):
        title, code = f"Sample title {turn}", f"SAMPLE-{turn}"
        assert command(mentee, "set", record, f"{TITLE}={title}").returncode == 0
        assert documents.find_document(window, record).answers[TITLE] == title
        filing.answer(window, record, {OTHER: code})
        told = answers(mentee, record)
        assert (told[TITLE], told[OTHER]) == (title, code)
    assert documents.find_document(window, record).differences == []
    assert command(mentee, "check").returncode == 0


def test_while_the_window_writes_a_command_reads_and_refuses_to_write_in_words(
    mentee: Office, window: Desk, record: str
) -> None:
    with window.store.writing():
        assert answers(mentee, record)[TITLE] == "Sample: hours of supply"
        refused = command(mentee, "set", record, f"{TITLE}=Sample: other")
    assert refused.returncode == 1
    said = " ".join(refused.stderr.split())
    assert "is in use by another program. Nothing was changed. Close the other WOPDesk window, then try again." in said
    assert documents.find_document(window, record).answers[TITLE] == "Sample: hours of supply"
    assert command(mentee, "set", record, f"{TITLE}=Sample: other").returncode == 0
    assert documents.find_document(window, record).answers[TITLE] == "Sample: other"


def test_a_backup_is_not_put_under_the_window(mentee: Office, window: Desk, record: str, tmp_path: Path) -> None:
    made = json.loads(command(mentee, "backup", "--folder", str(tmp_path / "stick"), "--json").stdout)["file"]
    refused = command(mentee, "restore", made)
    assert refused.returncode == 1
    assert "Close the other WOPDesk window" in " ".join(refused.stderr.split())
    filing.answer(window, record, {TITLE: "Sample: after the backup"})
    assert documents.find_document(window, record).answers[TITLE] == "Sample: after the backup"
    window.close()
    assert command(mentee, "restore", made).returncode == 0
    assert answers(mentee, record)[TITLE] == "Sample: hours of supply"


def test_a_form_that_a_command_publishes_is_used_in_the_window(pwon: Office, tmp_path: Path) -> None:
    form = (forms_folder() / "utility" / "form.md").read_text(encoding="utf-8")
    edited = tmp_path / "edited.md"
    edited.write_text(form.replace("| | text | name |", "| | text | called |").replace("${name}", "${called}"))
    with closing(open_desk(pwon.file, "Sample Coordinator")) as desk:
        assert documents.documents(desk, "utility") == []
        assert command(pwon, "forms", "publish", str(edited), "--yes").returncode == 0
        assert documents.documents(desk, "utility") == []
        assert "about/called" in desk.shelf.form("utility").elements
    assert command(pwon, "check").returncode == 0
