"""What opens for a moment is read aloud, too: calendars, lists, menus, questions, messages and dialogs of files."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.journeys.hearing import nameless, opened, report
from tests.journeys.seat import MISSING, Seat, seat
from wopdesk.desk import documents, filing, printing, submitting
from wopdesk.desk.desk import opened as desk_opened

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


class Heard(dict[str, list[str]]):
    """By surface, what on it has no name."""

    def note(self, there: Seat, surface: str, words: str) -> None:
        """Read a surface aloud once its words stand on the screen."""
        there.sees(words)
        self[surface] = nameless(there)


@contextmanager
def walk(home: Path, file: Path, *brought: Path, begins: str = "What to do next") -> Iterator[tuple[Seat, Heard]]:
    """Walk through a desk, whose first screen has these words; in the end everything that was read had a name."""
    heard = Heard()
    with seat(home, opened(file, *brought)) as there:
        there.sees(begins)
        yield there, heard
        there.close()
    assert {surface: found for surface, found in heard.items() if found} == {}


def press(there: Seat, button: str) -> None:
    there.goes_to(button)
    there.press("Return")


def pages(there: Seat, *words: str) -> None:
    """Turn to the next pages of a document, each known by its words."""
    for one in words:
        there.press("ctrl+Next")
        there.sees(one)


def first_partnership(there: Seat) -> None:
    there.press("alt+2")
    there.goes_to("All partnerships")
    there.press("Home", "Return")
    there.sees("Work plan implementation")


def test_a_calendar_and_what_was_removed(desks: Path, tmp_path: Path) -> None:
    with walk(tmp_path / "home", desks / "mentee.wopdesk") as (there, heard):
        report(there)
        pages(there, "Figures of the month", "Activities of the work plan", "Open advice", "No findings this month")
        pages(there, "No obstacles this month")
        press(there, "Obstacles: Add")
        heard.note(there, "card", "Obstacle 1")
        there.goes_to("Since")
        there.press("F4")
        heard.note(there, "calendar", "The month before")
        there.press("Right")
        there.hears("2026")
        there.press("Escape")
        press(there, "Remove: Obstacle 1")
        there.hears("The row was removed.")
        heard.note(there, "message", "Undo")


def test_photos_a_paper_and_whether_it_is_to_be_sent(desks: Path, tmp_path: Path) -> None:
    with walk(tmp_path / "home", desks / "mentee.wopdesk") as (there, heard):
        press(there, "Correct: Monthly report, October 2026")
        there.sees("Figures of the month")
        pages(there, "Activities of the work plan")
        heard.note(there, "photos", "Remove: Photo 3")
        press(there, "Photos: Choose photos …")
        heard.note(there, "dialog of files", "File name:")
        there.press("Escape")
        pages(there, "Open advice", "No findings this month", "No obstacles this month", "No request this month")
        pages(there, "Everything needed is answered.")
        press(there, "Look at the paper")
        heard.note(there, "paper", "Back to the record")
        there.press("Escape")
        press(there, "Submit …")
        heard.note(there, "question", "Submit version 2?")


def test_choices_in_a_table(desks: Path, tmp_path: Path) -> None:
    with walk(tmp_path / "home", desks / "mentor.wopdesk") as (there, heard):
        first_partnership(there)
        there.goes_to("Documents")
        there.goes_to("Work plan", key="Down")
        there.press("Return")
        press(there, "Correct it")
        there.sees("You are correcting version 1")
        pages(there, "Targets of the pilot")
        there.goes_to("Continuity of supply")
        there.press("F2", "alt+Down")
        heard.note(there, "list", "Water coverage")
        there.press("Escape", "Escape", "Right", "Right", "Right", "F2", "F4")
        heard.note(there, "boxes", "Serves which goals?: Affordability")
        there.press("Escape", "Escape")


def test_an_arrival_and_what_is_answered(desks: Path, tmp_path: Path) -> None:
    paper = tmp_path / "report.pdf"
    paper.write_bytes(corrected(desks / "mentee.wopdesk"))
    with walk(tmp_path / "home", desks / "coordinator.wopdesk", paper, begins="Put away") as (there, heard):
        heard.note(there, "letter", "Put away: report.pdf")
        press(there, "Details for the curious")
        heard.note(there, "details", "Written by")
        press(there, "Take in: report.pdf")
        heard.note(there, "receipt", "Taken in.")
        press(there, "Send an acknowledgement")
        heard.note(there, "menu", "Save for USB stick …")
        there.press("Escape")
        press(there, "Choose a folder …")
        heard.note(there, "dialog of folders", "Directory:")
        there.press("Escape")


def corrected(file: Path) -> bytes:
    """The paper of October's report, which came back and was corrected."""
    with desk_opened(file, person="Sample Engineer") as desk:
        (record,) = (one.id for one in documents.documents(desk, "monthly_report") if one.state == "returned")
        filing.answer(desk, record, {"progress/billed": "130000"})
        submitting.submit(desk, record)
        return printing.paper(desk, documents.find_document(desk, record))


def test_an_office_and_what_is_asked_of_it(desks: Path, tmp_path: Path) -> None:
    with walk(tmp_path / "home", desks / "coordinator.wopdesk") as (there, heard):
        there.press("alt+5")
        heard.note(there, "office", "Let it take part")
        press(there, "WASA Faisalabad takes part no more")
        heard.note(there, "whether it ends", "Shall WASA Faisalabad take part no more")
        there.press("Escape")
        press(there, "Cut off ")
        heard.note(there, "whether it is cut off", "Cut it off")
        there.press("Escape")


def test_a_backup_and_whether_it_is_brought_back(desks: Path, tmp_path: Path) -> None:
    with walk(tmp_path / "home", desks / "mentee.wopdesk") as (there, heard):
        there.press("alt+6")
        there.goes_to("People")
        there.goes_to("Backups", key="Down")
        there.press("space")
        press(there, "Back up now")
        there.sees("Bring it back")
        press(there, "Bring it back")
        heard.note(there, "whether it is brought back", "Bring back")
        there.press("Escape")


def test_further_pages_of_the_welcome(tmp_path: Path) -> None:
    heard = Heard()
    with seat(tmp_path / "home", [sys.executable, "-m", "wopdesk"]) as there:
        there.sees("Who are you?")
        there.write("Sample Coordinator")
        there.press("Return")
        there.sees("Which office?")
        there.goes_to("PWON", key="Down")
        there.press("space")
        heard.note(there, "PWON's office", "PWON needs no further name.")
        there.press("Return")
        there.sees("How to begin")
        heard.note(there, "founding", "Your data will lie in")
        there.goes_to("Try it with a sample", key="Down")
        heard.note(there, "sample", "Make the sample")
        there.goes_to("Found the programme", key="Up")
        there.press("Return")
        heard.note(there, "recovery kit", "Show that both are there")
        there.close()
    assert {surface: found for surface, found in heard.items() if found} == {}


def test_pages_of_the_welcome_that_begin_with_a_file(tmp_path: Path) -> None:
    heard = Heard()
    with seat(tmp_path / "home", [sys.executable, "-m", "wopdesk"]) as there:
        there.sees("Who are you?")
        for row, words in {
            "Bring back a backup": "Drop the backup here",
            "Open PWON's": "Drop the recovery kit",
        }.items():
            press(there, row)
            heard.note(there, row, words)
            press(there, "Back")
        there.goes_to("Your name")
        there.write("Sample Engineer")
        there.press("Return")
        there.goes_to("Mentee utility", key="Down")
        there.press("space")
        there.goes_to("Name of the organisation")
        there.write("WASA Multan")
        there.press("Return")
        heard.note(there, "invitation", "Invitation code, heard on the telephone")
        there.goes_to("This is a further computer of our office", key="Down")
        there.press("space")
        heard.note(there, "further computer", "Drop the file of the first computer here")
        there.close()
    assert {surface: found for surface, found in heard.items() if found} == {}


def test_a_data_file_that_another_program_uses(desks: Path, tmp_path: Path) -> None:
    heard, file = Heard(), desks / "mentee.wopdesk"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with seat(tmp_path / "home", opened(file)) as there:
            heard.note(there, "in use", "is in use by another program.")
            other.close()
            press(there, "Try again")
            there.sees("What to do next")
            there.close()
    assert {surface: found for surface, found in heard.items() if found} == {}


def test_why_a_desk_cannot_be_opened(desks: Path, tmp_path: Path) -> None:
    damaged, newer = (desks / f"{name}.wopdesk" for name in ("mentor", "coordinator"))
    damaged.write_bytes(damaged.read_bytes()[:4096] + bytes(4096) + damaged.read_bytes()[8192:])
    with closing(sqlite3.connect(newer)) as raw:
        raw.execute("PRAGMA user_version = 999")
    heard = Heard()
    for file in (damaged, newer):
        with seat(tmp_path / file.stem, opened(file)) as there:
            heard.note(there, file.stem, "The desk cannot be opened")
            there.goes_to("Try again")
            there.close()
    assert {surface: found for surface, found in heard.items() if found} == {}
