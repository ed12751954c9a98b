"""Tells the sample: every story's events in the order of their days, each done by real use cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from wopdesk.desk import registers
from wopdesk.desk.sample.events import Event
from wopdesk.desk.sample.faisalabad import Faisalabad
from wopdesk.desk.sample.gujranwala import Gujranwala
from wopdesk.desk.sample.multan import Multan
from wopdesk.desk.sample.offices import OFFICES, Offices

FIRST_DAY, LAST_DAY = date(2026, 2, 16), date(2026, 11, 12)
"""It ends five days after October's reports were due."""


def tell(folder: Path) -> Iterator[str]:
    """Make the sample in a folder, one sentence for each step as it is done.

    Leaves there the three data files, those of the other offices in `others/`, all bundles in `bundles/`, October's
    report as PDF and the register as workbook.

    Raises:
        StoreFault: data files lie there already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    offices = Offices(folder, FIRST_DAY)
    try:
        yield from _begin(offices)
        for event in _events(offices):
            offices.on(event.day)
            event.act()
            if event.said:
                yield event.said
        offices.say_sent()
        offices.on(LAST_DAY)
        yield _register(offices)
    finally:
        offices.close()


def _begin(offices: Offices) -> Iterator[str]:
    offices.set_up("coordinator")
    for name in OFFICES:
        if name != "coordinator":
            offices.join(name)
            offices.approve(name)
    yield "PWON, WASA Faisalabad and WASA Lahore each have a desk; PWON approved both after comparing their codes."


def _events(offices: Offices) -> list[Event]:
    stories = (Faisalabad(offices), Multan(offices), Gujranwala(offices))
    return sorted((event for story in stories for event in story.events()), key=lambda event: event.day)


def _register(offices: Offices) -> str:
    file = offices.folder / "register.xlsx"
    file.write_bytes(registers.monthly_reports(offices.coordinator))
    return f"It is {LAST_DAY:%d %B %Y}, and each desk has something to do. PWON's register of all reports: {file}"
