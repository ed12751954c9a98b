"""The third story: WASA Gujranwala asks for a mentor, PWON works on it at two computers, and another office asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wopdesk.desk import calls, filing, sharing
from wopdesk.desk.documents import documents
from wopdesk.desk.sample import opening
from wopdesk.desk.sample.events import Event, day
from wopdesk.desk.sample.offices import SECOND, Offices, data
from wopdesk.exchange.codes import short_code
from wopdesk.records.ids import Space


@dataclass
class Gujranwala:
    """Its events.

    Attributes:
        offices: all desks; PWON's is set up.
        home: the partnership.
    """

    offices: Offices
    home: Space = field(init=False)
    _told: dict[str, Any] = field(default_factory=lambda: data("gujranwala"))

    def __post_init__(self) -> None:
        """Find a place for the partnership."""
        self.home = opening.space(self.offices)

    def events(self) -> list[Event]:
        """From the letter of request to a difference at PWON's desk, long before the Letter of Intent."""
        return [
            Event(day("2026-10-07"), self._open, "WASA Gujranwala asked for a partnership; WASA Lahore may help."),
            Event(day("2026-11-05"), self._second),
            Event(
                day("2026-11-10"),
                self._differ,
                "PWON's two computers answered one question of WASA Gujranwala's partnership differently.",
            ),
            Event(day("2026-11-11"), self._ask, "WSSP Peshawar opened PWON's invitation and waits for approval."),
            Event(day("2026-11-12"), self._meet),
        ]

    def _open(self) -> None:
        self.offices.join("gujranwala")
        self.offices.approve("gujranwala")
        opening.open_partnership(self.offices, self.home, self._told["partnership"], ("gujranwala", "mentor"))

    def _second(self) -> None:
        self.offices.further("Sample Programme Officer")

    def _differ(self) -> None:
        """Both write before they meet."""
        for desk, answers in ((self.offices.coordinator, "first"), (self.offices[SECOND], "second")):
            (partnership,) = documents(desk, "partnership", self.home)
            filing.answer(desk, partnership.id, self._told[answers])
        self._share(SECOND, "coordinator")

    def _ask(self) -> None:
        """It has no telephone on which whoever plays PWON could ask for its code."""
        key = self.offices.join("peshawar").identity.key
        calls.pretend(self.offices.coordinator, key, short_code(key))

    def _meet(self) -> None:
        self._share("coordinator", SECOND)

    def _share(self, sender: str, receiver: str) -> None:
        (partnership,) = documents(self.offices[sender], "partnership", self.home)
        sharing.share(self.offices[sender], partnership.id)
        self.offices.send(self.offices[sender], self.offices[receiver])
