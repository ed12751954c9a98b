"""The main story: WASA Faisalabad with WASA Lahore, from the work plan to an October report that came back."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from wopdesk.desk import agenda, filing, printing, reviewing, submitting
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import documents, find_document
from wopdesk.desk.sample import opening
from wopdesk.desk.sample.events import Event, day
from wopdesk.desk.sample.offices import Offices, data
from wopdesk.desk.sample.reports import Month, file_report
from wopdesk.records.ids import Space
from wopdesk.records.review import ACCEPT, COMMENT, RETURN

_NAMES = ("mentee", "mentor")
_SAID = {
    "2026-04": "April's report asked the mentor for advice; PWON accepted it.",
    "2026-06": "May and June are reported: leaks are repaired, the hours of supply rise.",
    "2026-08": "July and August are reported, with photos and what was done about the advice.",
    "2026-09": "",
}
"""What is told after which months; in these the reports go to the mentor and PWON answers."""


@dataclass
class Faisalabad:
    """Its events.

    Attributes:
        offices: all desks; PWON's is set up.
        home: the partnership.
    """

    offices: Offices
    home: Space = field(init=False)
    _told: dict[str, Any] = field(default_factory=lambda: data("faisalabad"))

    def __post_init__(self) -> None:
        """Find a place for the partnership."""
        self.home = opening.space(self.offices)

    def events(self) -> list[Event]:
        """In the order in which they are told where they fall on one day."""
        return [*self._beginning(), *self._months(), *self._notes(), *self._ending()]

    def _beginning(self) -> list[Event]:
        code = self._told["partnership"]["about/code"]
        return [
            Event(day("2026-03-18"), self._open),
            Event(day("2026-03-23"), self._plan),
            Event(
                day("2026-03-27"),
                self._agree,
                f"PWON opened partnership {code}; WASA Lahore wrote its work plan, and all three agreed.",
            ),
            Event(day("2026-04-01"), self._sign),
        ]

    def _months(self) -> list[Event]:
        months = self._told["months"]
        filed = [Event(day(month["sent"]), partial(self._file, month)) for month in months]
        read = [
            Event(day(month["read"]), partial(self._accept, month), _SAID.get(month["period"], "")) for month in months
        ]
        return [*filed, *read]

    def _notes(self) -> list[Event]:
        *others, last = [Event(day(note["on"]), partial(self._advise, note)) for note in self._told["notes"]]
        return [*others, Event(last.day, last.act, "WASA Lahore answered what September's report had asked.")]

    def _ending(self) -> list[Event]:
        again, october = self._told["september_again"], self._told["october"]
        paper = self.offices.folder / f"monthly-report-{october['period']}.pdf"
        asked = "A corrected version of September's report asks one more thing; WASA Lahore has not answered yet."
        return [
            Event(day(again["on"]), partial(self._file_again, again)),
            Event(day(again["read"]), partial(self._accept, {"period": "2026-09", **again}), asked),
            Event(
                day(october["sent"]),
                partial(self._hand_in, october, paper),
                f"October's report is submitted. Its PDF carries its signed bundle: {paper}",
            ),
            Event(
                day(october["returned"]["on"]),
                partial(self._return, october),
                "PWON received the PDF and returned the report with a reason and two remarks.",
            ),
            Event(
                day(october["correcting"]["on"]),
                partial(self._correct, october),
                "WASA Faisalabad has begun to correct it; nothing of that is sent yet.",
            ),
        ]

    def _open(self) -> None:
        opening.open_partnership(self.offices, self.home, self._told["partnership"], _NAMES)
        for name, answers in self._told["utilities"].items():
            desk = self.offices[name]
            if programme := desk.identity.programme:
                submitting.submit(desk, filing.start(desk, "utility", programme, answers).id)

    def _plan(self) -> None:
        mentor = self.offices.mentor
        submitting.submit(mentor, filing.start(mentor, "work_plan", self.home, self._told["work_plan"]).id)
        self.offices.send(mentor, self.offices.mentee, self.offices.coordinator)

    def _agree(self) -> None:
        mentee, coordinator = self.offices.mentee, self.offices.coordinator
        self._review(mentee, "work_plan", ACCEPT, "We agree; the budget of 2026-27 has room for the meters.")
        self.offices.send(mentee, coordinator, self.offices.mentor)
        self._review(coordinator, "work_plan", ACCEPT, "Complete, and measurable. It goes into the agreement.")

    def _review(self, desk: Desk, kind: str, verdict: str, reason: str) -> None:
        (document,) = documents(desk, kind, self.home)
        reviewing.review(desk, document.id, verdict, reason)

    def _sign(self) -> None:
        coordinator = self.offices.coordinator
        (partnership,) = documents(coordinator, "partnership", self.home)
        filing.answer(coordinator, partnership.id, {"agreements/moa": coordinator.today.isoformat()})
        submitting.submit(coordinator, partnership.id)
        self.offices.send(coordinator, self.offices.mentee, self.offices.mentor)

    @property
    def _advice(self) -> dict[str, str]:
        """Texts of the mentor's advice by their names in the data."""
        return {item["name"]: item["text"] for note in self._told["notes"] for item in note["items"]}

    def _file(self, month: Month) -> None:
        """To PWON each month, to the mentor every second one."""
        file_report(self.offices.mentee, self.home, month, self._advice)
        self.offices.send(self.offices.mentee, self.offices.coordinator)
        if month["period"] in _SAID:
            self.offices.send(self.offices.mentee, self.offices.mentor)

    def _accept(self, month: Month) -> None:
        """What the mentor remarks goes with its next note."""
        coordinator, mentor = self.offices.coordinator, self.offices.mentor
        report = opening.report(coordinator, self.home, month["period"])
        reviewing.review(coordinator, report.id, ACCEPT, month["accepted"])
        if month["period"] in _SAID:
            self.offices.send(coordinator, self.offices.mentee)
        if "remark" in month:
            reviewing.review(mentor, report.id, COMMENT, month["remark"])

    def _advise(self, note: Month) -> None:
        mentor, items = self.offices.mentor, note["items"]
        asked = {one.request.period: one.request.id for one in agenda.ledger(mentor, self.home) if one.request}
        answers = {"about/date": note["on"], "about/subject": note["subject"], "about/author": mentor.person}
        for row, item in enumerate(items, start=1):
            told = {name: item[name] for name in ("kind", "text", "due") if name in item}
            told |= {"request": asked[item["answers"]]} if "answers" in item else {}
            answers |= {f"advice/items[{row}]/{name}": text for name, text in told.items()}
        submitting.submit(mentor, filing.start(mentor, "advice_note", self.home, answers).id)
        self.offices.send(mentor, self.offices.mentee, self.offices.coordinator)

    def _file_again(self, again: Month) -> None:
        mentee = self.offices.mentee
        report = opening.report(mentee, self.home, "2026-09")
        filing.answer(mentee, report.id, again["answers"])
        submitting.submit(mentee, report.id)
        self.offices.send(mentee, self.offices.coordinator, self.offices.mentor)

    def _hand_in(self, month: Month, paper: Path) -> None:
        """By paper to PWON, by bundle to the mentor."""
        mentee = self.offices.mentee
        report = file_report(mentee, self.home, month, self._advice)
        paper.write_bytes(printing.paper(mentee, find_document(mentee, report.id)))
        self.offices.receive(self.offices.coordinator, paper)
        self.offices.send(mentee, self.offices.mentor)

    def _return(self, month: Month) -> None:
        coordinator, said = self.offices.coordinator, month["returned"]
        report = opening.report(coordinator, self.home, month["period"])
        reviewing.review(coordinator, report.id, RETURN, said["reason"], said["remarks"])
        self.offices.send(coordinator, self.offices.mentee, self.offices.mentor)

    def _correct(self, month: Month) -> None:
        """One save, and a word to the mentor that has not gone yet."""
        mentee = self.offices.mentee
        report = opening.report(mentee, self.home, month["period"])
        filing.answer(mentee, report.id, month["correcting"]["answers"])
        *_, note = sorted(documents(mentee, "advice_note", self.home), key=lambda one: one.answers["about/date"])
        reviewing.review(mentee, note.id, COMMENT, self._told["thanks"])
