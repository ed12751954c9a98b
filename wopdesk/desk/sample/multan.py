"""The second story: WASA Multan with WASA Rawalpindi, whose reports come late."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from wopdesk.desk import filing, reviewing, submitting
from wopdesk.desk.sample import opening
from wopdesk.desk.sample.events import Event, day
from wopdesk.desk.sample.offices import Offices, data
from wopdesk.desk.sample.reports import Month, file_report
from wopdesk.records.ids import Space
from wopdesk.records.review import ACCEPT

_NAMES = ("multan", "rawalpindi")


@dataclass
class Multan:
    """Its events.

    Attributes:
        offices: all desks; PWON's is set up.
        home: the partnership.
    """

    offices: Offices
    home: Space = field(init=False)
    _told: dict[str, Any] = field(default_factory=lambda: data("multan"))

    def __post_init__(self) -> None:
        """Find a place for the partnership."""
        self.home = opening.space(self.offices)

    def events(self) -> list[Event]:
        """From the agreement to the report that came late; October's has not come at all."""
        july, august, september = self._told["months"]
        return [
            Event(day("2026-06-30"), self._open, "WASA Multan and WASA Rawalpindi begin a partnership, too."),
            Event(day(july["sent"]), partial(self._file, july)),
            Event(day(august["sent"]), partial(self._send, august)),
            Event(day("2026-09-10"), partial(self._accept, july, august)),
            Event(
                day(september["sent"]),
                partial(self._send, september),
                "WASA Multan's report of September arrived a month late; PWON has to review it.",
            ),
        ]

    def _open(self) -> None:
        for name in _NAMES:
            self.offices.join(name)
            self.offices.approve(name)
        coordinator = self.offices.coordinator
        plan = filing.start(coordinator, "work_plan", self.home, self._told["work_plan"])
        submitting.submit(coordinator, plan.id)
        reviewing.review(coordinator, plan.id, ACCEPT, "As agreed in the meeting of 22 June.")
        opening.open_partnership(self.offices, self.home, self._told["partnership"], _NAMES)

    def _file(self, month: Month) -> None:
        file_report(self.offices["multan"], self.home, month, {})

    def _send(self, month: Month) -> None:
        self._file(month)
        self.offices.send(self.offices["multan"], self.offices.coordinator, self.offices["rawalpindi"])

    def _accept(self, *months: Month) -> None:
        coordinator = self.offices.coordinator
        for month in months:
            report = opening.report(coordinator, self.home, month["period"])
            reviewing.review(coordinator, report.id, ACCEPT, month["accepted"])
        self.offices.send(coordinator, self.offices["multan"])
