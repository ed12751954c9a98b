"""A sample partnership, told as it happens: three offices, real bundles between them, and one month's report."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from wopdesk.desk import authority, filing, inbox, outbox, people, printing, registers, reviewing, submitting, welcome
from wopdesk.desk.clock import at_noon
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, documents, find_document
from wopdesk.desk.welcome import NewOffice
from wopdesk.exchange.codes import short_code
from wopdesk.places import resources_folder
from wopdesk.records.ids import PARTNERSHIP, Key, Space
from wopdesk.records.kinds import FACILITATOR, MENTEE, MENTOR
from wopdesk.records.review import ACCEPT

SENT_ON = {"2026-09": date(2026, 10, 5), "2026-10": date(2026, 11, 4)}
"""Days on which the last two reports are filed; earlier ones on the third of the next month."""

OFFICES = {
    "mentee": NewOffice(MENTEE, "WASA Faisalabad", "Sample Engineer"),
    "mentor": NewOffice(MENTOR, "WASA Lahore", "Sample Mentor Engineer"),
    "coordinator": NewOffice(FACILITATOR, "PWON", "Sample Coordinator"),
}
"""Who takes part; each has a data file of that name."""


@dataclass(frozen=True)
class Offices:
    """The three desks of the sample."""

    mentee: Desk
    mentor: Desk
    coordinator: Desk

    def on(self, day: date) -> None:
        """Let it be this day at all desks."""
        for desk in (self.mentee, self.mentor, self.coordinator):
            desk.clock = at_noon(day)

    def close(self) -> None:
        """Let go of the files."""
        for desk in (self.mentee, self.mentor, self.coordinator):
            desk.close()


def story() -> dict[str, Any]:
    """The sample's data, as resources/sample has it."""
    data: dict[str, Any] = json.loads((resources_folder() / "sample" / "faisalabad.json").read_text("utf-8"))
    return data


def tell(folder: Path) -> Iterator[str]:
    """Make the sample in a folder, one sentence for each step as it is done.

    Leaves there the three data files, `bundles/`, the October report as PDF and the register as workbook.

    Raises:
        StoreFault: data files lie there already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    data, bundles = story(), folder / "bundles"
    offices = _set_up(folder)
    try:
        offices.on(date(2026, 2, 16))
        yield "PWON, WASA Faisalabad and WASA Lahore each have a desk, with a data file and a key of their own."
        _join(offices, bundles)
        yield "Both utilities opened PWON's invitation; PWON approved them after comparing their codes."
        home = _open_partnership(offices, data, bundles)
        yield f"PWON opened partnership {data['partnership']['about/code']} and shared its work plan with both."
        for month in data["months"][:-1]:
            _report(offices.mentee, home, month)
        offices.on(date(2026, 10, 6))
        _send(offices.mentee, "pwon", offices.coordinator, bundles)
        for document in documents(offices.coordinator, "monthly_report"):
            reviewing.review(offices.coordinator, document.id, ACCEPT, "Complete. (sample)")
        yield f"The mentee filed {len(data['months']) - 1} monthly reports without internet; PWON accepted them."
        yield from _advise(offices, home, data, bundles)
        yield from _october(offices, home, data, folder)
    finally:
        offices.close()


def _set_up(folder: Path) -> Offices:
    clock = at_noon(date(2026, 2, 16))
    desks = {name: welcome.set_up(folder / f"{name}.wopdesk", new, clock).desk for name, new in OFFICES.items()}
    for desk in desks.values():
        people.choose(desk, desk.person)
    return Offices(**desks)


def _join(offices: Offices, bundles: Path) -> None:
    coordinator = offices.coordinator
    bundles.mkdir(exist_ok=True)
    invitation = bundles / "invitation-from-pwon.wopx"
    invitation.write_bytes(authority.invitation(coordinator))
    for desk in (offices.mentee, offices.mentor):
        _taken(inbox.receive(desk, [invitation], short_code(Key(coordinator.identity.root))))
        _send(desk, "pwon", coordinator, bundles)
        authority.approve(coordinator, desk.identity.code, short_code(desk.identity.key), desk.identity.role)


def _open_partnership(offices: Offices, data: Mapping[str, Any], bundles: Path) -> Space:
    coordinator = offices.coordinator
    home = Space(PARTNERSHIP, coordinator.office, secrets.token_hex(16))
    partnership = filing.start(coordinator, "partnership", home, data["partnership"])
    for desk in (offices.mentee, offices.mentor):
        authority.make_member(coordinator, home, desk.office, desk.identity.role)
    offices.on(date(2026, 3, 1))
    submitting.submit(coordinator, partnership.id)
    submitting.submit(coordinator, filing.start(coordinator, "work_plan", home, data["work_plan"]).id)
    _send(coordinator, "wasa-faisalabad", offices.mentee, bundles)
    _send(coordinator, "wasa-lahore", offices.mentor, bundles)
    return home


def _report(mentee: Desk, home: Space, month: Mapping[str, Any]) -> Document:
    year, number = map(int, month["period"].split("-"))
    mentee.clock = at_noon(SENT_ON.get(month["period"], date(year, number + 1, 3)))
    answers = {"about/period": month["period"], **report_answers(month)}
    document = filing.start(mentee, "monthly_report", home, answers)
    submitting.submit(mentee, document.id)
    return document


def report_answers(month: Mapping[str, Any]) -> dict[str, str]:
    """The answers of one of the sample's monthly reports, but for its month."""
    answers = {
        "about/prepared_by": "Sample Engineer",
        "about/nil_return": "no",
        "progress/figures[1]/value": month["hours"],
        "progress/figures[2]/value": month["collection"],
    }
    if month["period"] not in {"2026-03", "2026-10"}:
        answers |= {f"progress/figures[{row}]/remark": "Sample figure between the published ones." for row in (1, 2)}
    for row, (title, done) in enumerate(month["done"].items(), start=1):
        answers |= {
            f"work/activities[{row}]/activity": title,
            f"work/activities[{row}]/done": done,
            f"work/activities[{row}]/description": f"{title}: work of the month. (sample)",
        }
    if "action" in month:
        answers |= {"advice/actions[1]/state": "done", "advice/actions[1]/action": month["action"]}
    answers |= _or_nothing("findings/found[1]/finding", "findings/nothing", month.get("finding"))
    answers |= _or_nothing("obstacles/faced[1]/obstacle", "obstacles/nothing", month.get("obstacle"))
    if "obstacle" in month:
        answers["obstacles/faced[1]/owner"] = "government"
    return answers | _or_nothing("requests/asked[1]/question", "requests/nothing", month.get("question"))


def _or_nothing(path: str, nothing: str, text: str | None) -> dict[str, str]:
    return {path: text} if text else {nothing: "OK"}


def _advise(offices: Offices, home: Space, data: Mapping[str, Any], bundles: Path) -> Iterator[str]:
    offices.on(date(2026, 10, 12))
    _send(offices.mentee, "wasa-lahore", offices.mentor, bundles)
    question = data["months"][-2]["question"]
    note = filing.start(offices.mentor, "advice_note", home, {**data["advice"], "advice/items[1]/request": question})
    submitting.submit(offices.mentor, note.id)
    _send(offices.mentor, "wasa-faisalabad", offices.mentee, bundles)
    _send(offices.mentor, "pwon", offices.coordinator, bundles)
    yield "September's report asked the mentor for advice; the mentor answered with an advice note."


def _october(offices: Offices, home: Space, data: Mapping[str, Any], folder: Path) -> Iterator[str]:
    offices.on(SENT_ON["2026-10"])
    report = _report(offices.mentee, home, data["months"][-1])
    paper = folder / "monthly-report-2026-10.pdf"
    paper.write_bytes(printing.paper(offices.mentee, find_document(offices.mentee, report.id)))
    yield f"October's report is submitted. Its PDF carries its signed bundle: {paper}"
    (receipt,) = _taken(inbox.receive(offices.coordinator, [paper]))
    yield f"PWON received the PDF, signed by {receipt.sender} ({'approved' if receipt.confirmed else 'unconfirmed'})."
    reviewing.review(offices.coordinator, report.id, ACCEPT, "Both targets are reached. (sample)")
    register = folder / "register.xlsx"
    register.write_bytes(registers.monthly_reports(offices.coordinator))
    yield f"PWON accepted it; its figures stand in the register: {register}"
    _send(offices.coordinator, "wasa-faisalabad", offices.mentee, folder / "bundles")
    _send(offices.coordinator, "wasa-lahore", offices.mentor, folder / "bundles")
    yield f"Mentee and mentor see that it was accepted. All bundles that travelled lie in {folder / 'bundles'}"


def _send(desk: Desk, to: str, receiver: Desk, bundles: Path) -> None:
    """Export, and receive at the other desk, as if the file had gone by email."""
    _taken(inbox.receive(receiver, outbox.export(desk, to, bundles)))


def _taken(receipts: list[inbox.Receipt]) -> list[inbox.Receipt]:
    """A sample in which a bundle is refused is a bug."""
    for receipt in receipts:
        if receipt.refused is not None:
            raise receipt.refused
    return receipts
