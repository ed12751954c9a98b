"""A whole report by keyboard alone: nothing is clicked, and the keyboard is always where one sees it."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.conftest import Sit
from tests.journeys.keyboard import Typist
from wopdesk.desk.desk import opened
from wopdesk.desk.documents import documents

WORK = "Activities of the work plan"


def test_a_report_is_filled_and_sent_without_a_mouse(sit: Sit, desks: Path) -> None:
    with sit("mentee") as person:
        engineer = Typist(person.session, person.qtbot)
        open_report(engineer)
        fill_figures(engineer)
        fill_work(engineer)
        fill_advice(engineer)
        fill_the_rest(engineer)
        submit(engineer)
    with opened(desks / "mentee.wopdesk") as desk:
        (report,) = (one for one in documents(desk, "monthly_report") if one.answers["about/period"] == "2026-11")
    assert report.state == "submitted"
    assert report.answers["progress/produced"] == "612400"
    assert sorted(text for path, text in report.answers.items() if path.endswith("/value")) == [
        "11",
        "33.5",
        "55.5",
        "9",
    ]


def test_tab_goes_round_every_page_and_back(sit: Sit) -> None:
    with sit("mentee") as person:
        engineer = Typist(person.session, person.qtbot)
        open_report(engineer)
        for page in range(8):
            engineer.goes_to("Light or dark")
            engineer.press("Tab")
            engineer.goes_to("Light or dark")
            engineer.press("Shift+Tab")
            engineer.goes_to("Light or dark", "Shift+Tab")
            engineer.press("Ctrl+PgDown")
            assert page == 7 or not engineer.stands_on("Light or dark")


def open_report(engineer: Typist) -> None:
    engineer.sees("Write: Monthly report, November 2026")
    engineer.goes_to("Write: Monthly report, November 2026")
    engineer.press("Space")
    engineer.sees("The calendar month reported on.")


def fill_figures(engineer: Typist) -> None:
    engineer.goes_to("Prepared by")
    engineer.write("Sample Engineer, NRW cell")
    engineer.press("Ctrl+PgDown")
    engineer.sees("Figures of the month")
    for figure in ("11", "33.5", "55.5", "9"):
        engineer.write(figure)
        engineer.press("Return")
    engineer.goes_to("Water produced")
    engineer.write("612400")
    engineer.press("Tab")
    engineer.write("404184")
    engineer.sees("Non-revenue water: 34 %")
    engineer.press("Ctrl+PgDown")


def fill_work(engineer: Typist) -> None:
    engineer.goes_to(f"{WORK}: Add a row")
    engineer.press("Space", "Space")
    engineer.goes_by_list("Leak repair")
    engineer.press("Tab")
    engineer.write("95")
    engineer.press("Tab")
    engineer.write("31 leaks repaired in streets 8 to 12.")
    engineer.press("Tab")
    engineer.sees("31 leaks repaired in streets 8 to 12.")
    engineer.press("Ctrl+PgDown")


def fill_advice(engineer: Typist) -> None:
    """The first is not done yet, the second is; arrows go through choices."""
    engineer.goes_to("Ask for a second feeder")
    engineer.press("Space", "Right")
    engineer.goes_to("Hold 8 m at the inlet")
    engineer.press("Space")
    engineer.goes_to("What was done, or why not, required")
    engineer.write("Held for two weeks; no new leaks.")
    engineer.press("Ctrl+PgDown")


def fill_the_rest(engineer: Typist) -> None:
    """Something is written where something was met, and said to be empty where nothing was."""
    engineer.goes_to("Findings: Add")
    engineer.press("Space")
    engineer.write("Suction pumps are switched off.")
    engineer.press("Ctrl+PgDown")
    for said in ("No obstacles this month", "No request this month"):
        engineer.goes_to(said)
        engineer.press("Space", "Ctrl+PgDown")


def submit(engineer: Typist) -> None:
    engineer.sees("Everything needed is answered.")
    engineer.press("Alt+S")
    engineer.takes_in("Submit version 1?")
    assert engineer.stands_on("Submit it now")
    engineer.press("Space")
    engineer.sees("Version 1 is made. Now send it.")
    engineer.goes_to("Copy the message")
    engineer.press("Space")
    engineer.sees("The message is copied")
    engineer.goes_to("Done")
    engineer.press("Space")
    engineer.sees("To do")
