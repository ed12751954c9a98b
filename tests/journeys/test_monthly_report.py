"""November's report goes from the mentee to PWON, comes back, goes again, and the mentor answers what it asks.

Three persons at three desks. They hand one another files, and see nothing but their windows.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtPdf import QPdfDocument

from tests.journeys.conftest import Sit
from tests.journeys.person import Person
from wopdesk.desk.desk import opened
from wopdesk.desk.documents import Document, documents

FIGURES, WORK = "Figures of the month", "Activities of the work plan"
FEEDER = "Ask for a second feeder at well 2, or for cuts outside of the hours of supply."
PRESSURE = "Hold 8 m at the inlet at night for two weeks, then raise it by 2 m a week while no new leaks are reported."
QUESTION = "How long does a zone need until its pressure is even?"
ADVICE = "Wait two weeks after each step, and read the gauge at the far end every night."


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """As WhatsApp names what comes from the field: it tells the day, and nothing else does."""
    file = tmp_path / "IMG-20261119-WA0007.jpg"
    Image.new("RGB", (1280, 960), "teal").save(file)
    return file


def test_a_report_goes_comes_back_goes_again_and_is_answered(
    sit: Sit, desks: Path, tmp_path: Path, photo: Path
) -> None:
    with sit("mentee") as engineer:
        fill_figures(engineer)
        fill_work(engineer, photo)
        fill_advice(engineer)
        fill_what_was_met(engineer)
        mend(engineer)
        first = submit(engineer, 1, tmp_path / "to PWON")
    with sit("coordinator") as officer:
        receive(officer, first)
        returned = send_back(officer, tmp_path / "to the mentee")
    with sit("mentee") as engineer:
        receive(engineer, returned)
        correct(engineer)
        second = submit(engineer, 2, tmp_path / "to all")
    with sit("coordinator") as officer:
        receive(officer, second)
        accept(officer)
    with sit("mentor") as mentor:
        receive(mentor, second)
        note = answer(mentor, tmp_path / "from the mentor")
    with sit("mentee") as engineer:
        receive(engineer, note)
        find_advice(engineer)
    look_into_files(desks, first, second)


def fill_figures(engineer: Person) -> None:
    engineer.click("Write: Monthly report, November 2026")
    engineer.type_in("Prepared by", "Sample Engineer, NRW cell")
    engineer.click("Continue")
    for row, figure in (("Hours", "11"), ("Non-revenue", "33.5"), ("Collection", "155"), ("Pressure", "9")):
        engineer.type_in_cell(FIGURES, row, "Nov 2026", figure)
    engineer.type_in("Water produced", "612400")
    engineer.type_in("Water billed", "407246")
    engineer.sees("Non-revenue water: 33.5 %")
    engineer.click("Continue")


def fill_work(engineer: Person, photo: Path) -> None:
    engineer.click(f"{WORK}: Add a row")
    engineer.choose_in_cell(WORK, "", "Activity", "Leak repair")
    engineer.type_in_cell(WORK, "", "Done so far", "95")
    engineer.type_in_cell(WORK, "Leak repair", "What was done", "31 leaks repaired in streets 8 to 12.")
    engineer.drop(photo, on="Photos")
    engineer.sees("19 November 2026")
    engineer.type_in("Caption", "Clamp on the main in street 9")
    engineer.click("Do the persons shown agree?, required: Nobody can be recognised")
    engineer.click("Continue")


def fill_advice(engineer: Person) -> None:
    engineer.click(f"{FEEDER}, required: Not yet")
    engineer.click(f"{PRESSURE}, required: Acted on")
    engineer.type_in("What was done, or why not, required", "Held for two weeks; no new leaks.")
    engineer.click("Continue")


def fill_what_was_met(engineer: Person) -> None:
    engineer.click("Findings: Add")
    engineer.type_in("Finding", "Suction pumps are switched off where water comes for eleven hours.")
    engineer.type_in("Evidence", "Visit of 27 November")
    engineer.click("Continue")
    engineer.click("Obstacles: Add")
    engineer.type_in("Obstacle", "Power cuts of two hours at well 2.")
    engineer.choose("Who can remove it?", "Local government")
    engineer.type_in("Since", "5/11/2026")
    engineer.click("Continue")
    engineer.click("Questions to the mentor: Add")
    engineer.type_in("Question", QUESTION)
    engineer.click("Continue")


def mend(engineer: Person) -> None:
    """More than all of it cannot have been collected."""
    engineer.sees("1 to fix before it can be sent")
    engineer.click("Remark: Say why: no figure, more than 100 %")
    engineer.sees("1. Pilot progress data")
    engineer.type_in_cell(FIGURES, "Collection", "Nov 2026", "55.5")
    engineer.click("Review and send")
    engineer.sees("Everything needed is answered.")
    engineer.click("Look at the paper")
    engineer.sees("The paper", "612,400", QUESTION)
    engineer.click("Back to the record")


def submit(person: Person, version: int, folder: Path) -> Path:
    person.click("Submit …")
    person.takes_in(f"Submit version {version}?")
    person.click("Submit it now")
    person.sees(f"Version {version} is made. Now send it.")
    paper = person.click_and_save_in("Save the PDF …", folder, "Saved: ")
    person.click("Done")
    person.sees("To do")
    return paper


def receive(person: Person, file: Path) -> None:
    person.sees("To do")
    person.drop(file)
    person.sees("Approved office", file.name)
    person.click(f"Take in: {file.name}")
    person.sees("Taken in.")


def send_back(officer: Person, folder: Path) -> Path:
    officer.click("Monthly report, November 2026")
    officer.sees("The calendar month reported on.")
    officer.type_in("What was good", "The figures are clear.")
    officer.click("Return it")
    officer.sees("Say what is to be corrected; then it can be returned.")
    officer.click("1. Pilot progress data")
    officer.click("Remark: Water billed")
    officer.type_in("Remark: Water billed", "Is this November alone?")
    officer.type_in("What is to be done next", "Please check what was billed.")
    officer.click("Return it")
    officer.takes_in("Return version 1?")
    officer.sees("It goes to WASA Faisalabad with one remark at a field")
    officer.click("Return it now")
    officer.sees("Returned. It goes with what you send next.")
    officer.click("Send and receive")
    return officer.click_and_save_in("WASA Faisalabad: Save for USB stick …", folder, "Saved for WASA Faisalabad")


def correct(engineer: Person) -> None:
    engineer.click("Home")
    engineer.click("Correct: Monthly report, November 2026")
    engineer.sees("PWON returned it to be corrected", "Please check what was billed.", "Is this November alone?")
    engineer.type_in("Water billed", "404184")
    engineer.sees("Non-revenue water: 34 %")
    engineer.click("Review and send")


def accept(officer: Person) -> None:
    officer.click("Monthly report, November 2026")
    officer.type_in("What was good", "Complete, and measured where it counts.")
    officer.click("Accept")
    officer.takes_in("Accept version 2?")
    officer.click("Accept it now")
    officer.sees("Accepted. It goes with what you send next.")


def answer(mentor: Person, folder: Path) -> Path:
    mentor.click("Home")
    mentor.click(f"WASA Faisalabad asks: {QUESTION}")
    mentor.type_in("Subject", "Pressure, zone by zone")
    mentor.click("Continue")
    mentor.sees(QUESTION)
    mentor.click("Kind, required: Recommendation")
    mentor.type_in("Advice", ADVICE)
    mentor.type_in("To be done by", "31/1/2027")
    mentor.click("Continue")
    return submit(mentor, 1, folder)


def find_advice(engineer: Person) -> None:
    engineer.click("Home")
    engineer.sees("WASA Lahore sent: Advice note: Pressure, zone by zone", f"Act on: {ADVICE}")
    engineer.click("Partnerships")
    engineer.open_row("All partnerships", "WOP-PK-001")
    engineer.sees(ADVICE)


def look_into_files(desks: Path, first: Path, second: Path) -> None:
    """What three files and two papers say, when all windows are closed."""
    asked = {name: november(desks / f"{name}.wopdesk") for name in ("mentee", "coordinator", "mentor")}
    assert [asked[name].state for name in asked] == ["submitted", "accepted", "submitted"]
    assert {report.answers["progress/billed"] for report in asked.values()} == {"404184"}
    returned, accepted = (version.reviews[0].review for version in asked["coordinator"].versions)
    assert (returned.reason, returned.remarks) == (
        "The figures are clear.\nPlease check what was billed.",
        {"progress/billed": "Is this November alone?"},
    )
    assert accepted.reason == "Complete, and measured where it counts."
    (row,) = asked["mentor"].rows["work/photos"]
    assert asked["mentor"].answers[f"work/photos[{row}]/taken"] == date(2026, 11, 19).isoformat()
    assert ("407,246" in words(first), "404,184" in words(second)) == (True, True)


def november(file: Path) -> Document:
    with opened(file) as desk:
        return next(one for one in documents(desk, "monthly_report") if one.answers["about/period"] == "2026-11")


def words(paper: Path) -> str:
    document = QPdfDocument()
    document.load(str(paper))
    return " ".join(document.getAllText(page).text() for page in range(document.pageCount()))
