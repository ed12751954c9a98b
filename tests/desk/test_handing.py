"""From submitted to sent: the file, the mail and the words beside it, and what still waits to go."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from email.policy import SMTP
from pathlib import Path

import pytest

from tests.desk.offices import Network, taken
from wopdesk.desk import (
    authority,
    documents,
    filing,
    handing,
    inbox,
    outbox,
    reviewing,
    sharing,
    starting,
    submitting,
    unsent,
)
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.unsent import ToSend
from wopdesk.records.review import RETURN

QUESTION = "How do we find leaks at night without stopping the supply?"


def submitted(net: Network, **answers: str) -> Document:
    report = net.report(net.a, "2026-10", **answers)
    submitting.submit(net.a, report.id)
    return documents.find_document(net.a, report.id)


def asking(net: Network, *questions: str) -> Document:
    rows = {f"requests/asked[{at}]/question": text for at, text in enumerate(questions, start=1)}
    report = net.report(net.a, "2026-10", requests__nothing="")
    filing.answer(net.a, report.id, rows)
    submitting.submit(net.a, report.id)
    return documents.find_document(net.a, report.id)


def test_the_message_says_what_it_is_what_it_tells_and_what_is_wanted(net: Network) -> None:
    text = handing.message(net.a, asking(net, QUESTION).id)
    lines = text.splitlines()
    assert lines[0] == "WOP-PK-001 – Monthly report October 2026 – WASA Faisalabad"
    assert lines[1] == "Submitted on 3 November 2026, due by 7 November 2026."
    assert "Hours of supply: 4 h/day (target 12)" in lines
    assert any(line.startswith("Collection ratio: 49 %") for line in lines)
    assert f"We ask for advice: {QUESTION}" in lines
    assert "Attached: WOP-PK-001 WASA Faisalabad MR 2026-10.pdf" in lines


def test_the_message_is_said_in_urdu_with_the_same_figures(net: Network) -> None:
    text = handing.message(net.a, asking(net, QUESTION, f"{QUESTION} And by day?").id, "ur")
    assert text.startswith("WOP-PK-001 – ماہانہ رپورٹ اکتوبر 2026 – WASA Faisalabad\n3 نومبر 2026 کو")
    assert ": 4 h/day (ہدف" in text
    assert f"2 سوالات پر مشورہ درکار ہے:\n– {QUESTION}" in text


def test_a_month_in_which_nothing_was_done_says_why(net: Network) -> None:
    text = handing.message(net.a, submitted(net, about__nil_return="yes", about__nil_reason="Flood").id)
    assert "Nothing was done this month: Flood" in text
    assert "h/day" not in text


def test_an_advice_note_says_what_it_is_about(net: Network) -> None:
    given = {"about/subject": "Clamps", "advice/items[1]/kind": "solution", "advice/items[1]/text": "Use a clamp."}
    note = filing.start(net.b, "advice_note", net.home, given)
    submitting.submit(net.b, note.id)
    assert "About: Clamps" in handing.message(net.b, note.id).splitlines()


def test_a_correction_is_told_with_its_version(net: Network) -> None:
    report = submitted(net)
    net.send(net.a, net.p)
    reviewing.review(net.p, report.id, RETURN, "Which zone?")
    net.send(net.p, net.a)
    assert "It came back to be corrected." in handing.message(net.a, report.id)
    filing.answer(net.a, report.id, {"about/prepared_by": "Another"})
    submitting.submit(net.a, report.id)
    text = handing.message(net.a, report.id)
    assert "This is version 2." in text
    assert "Attached: WOP-PK-001 WASA Faisalabad MR 2026-10 v2.pdf" in text


def test_a_paper_is_called_so_that_every_system_takes_it(net: Network) -> None:
    alone = net.new("q", "mentee", f"WASA: North/South {'very ' * 20}long?")
    opened = starting.start_partnership(alone, "Less water lost")
    plan = filing.start(alone, "work_plan", opened.home, {})
    name = handing.paper_name(alone, plan, draft=True)
    assert name.startswith("WASA North South very")
    assert name.endswith(" WP draft.pdf")
    assert len(name) <= handing.LONGEST
    assert not set(name) & set('<>:"/\\|?*…')


def test_a_draft_is_not_handed_over(net: Network, tmp_path: Path) -> None:
    report = net.report(net.a)
    for hand in (handing.message, handing.mail, handing.file_name):
        with pytest.raises(DeskFault, match="not submitted"):
            hand(net.a, report.id)
    with pytest.raises(DeskFault, match="not submitted"):
        handing.hand_over(net.a, report.id, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_paper_is_written_and_what_it_carries_arrives(net: Network, tmp_path: Path) -> None:
    report = submitted(net)
    path = handing.hand_over(net.a, report.id, tmp_path / "out")
    assert path == tmp_path / "out" / "WOP-PK-001 WASA Faisalabad MR 2026-10.pdf"
    taken(inbox.receive(net.p, [path]))
    assert documents.find_document(net.p, report.id).state == "submitted"
    whatsapp = handing.whatsapp(net.a, report.id, tmp_path / "whatsapp")
    assert (whatsapp.carries, whatsapp.too_large) == (True, False)
    assert whatsapp.size == whatsapp.path.stat().st_size


def read(data: bytes) -> Message:
    return message_from_bytes(data, policy=SMTP)


def with_address(desk: Desk, address: str) -> None:
    programme = desk.identity.programme
    assert programme is not None
    record = filing.start(desk, "utility", programme, {"about/name": desk.identity.name, "contact/email": address})
    sharing.share(desk, record.id)


def test_the_mail_is_addressed_and_brings_the_report(net: Network, tmp_path: Path) -> None:
    with_address(net.p, "wops@example.org")
    with_address(net.b, "not an address\r\nBcc: other@example.org")
    net.meet(net.a, net.b, net.p)
    report = asking(net, QUESTION)
    data = handing.mail(net.a, report.id)
    mail = read(data)
    assert (mail["X-Unsent"], mail["To"], mail["Bcc"]) == ("1", "wops@example.org", None)
    assert mail["Subject"] == "WOP-PK-001 – Monthly report October 2026 – WASA Faisalabad"
    (tmp_path / "report.eml").write_bytes(data)
    taken(inbox.receive(net.p, [tmp_path / "report.eml"]))
    assert documents.find_document(net.p, report.id).state == "submitted"


def test_a_bundle_goes_by_mail_too(net: Network, tmp_path: Path) -> None:
    report = submitted(net)
    ((name, data),) = handing.mail_bundle(net.a, net.p.office, "ur")
    assert name.endswith(".eml")
    assert read(data)["Subject"] == "WOPDesk: WASA Faisalabad کی جانب سے PWON کو"
    (tmp_path / name).write_bytes(data)
    taken(inbox.receive(net.p, [tmp_path / name]))
    assert documents.find_document(net.p, report.id).state == "submitted"
    text = handing.office_message(net.a, net.p.office, ["a.wopx", "b.wopx"])
    assert "Attached: a.wopx\nAttached: b.wopx" in text


def to_send(desk: Desk, other: Desk) -> ToSend:
    return next(one for one in unsent.waiting_to_go(desk) if one.office == other.office)


def test_what_waits_is_counted_until_it_was_sent(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    before = to_send(net.a, net.p)
    assert not before.anything
    report = submitted(net)
    waits = to_send(net.a, net.p)
    assert waits.records == {report.id}
    assert waits.saves >= 1
    assert unsent.waiting_to_go(net.a)[0].anything
    handing.hand_over(net.a, report.id, net.folder / "out")
    after = to_send(net.a, net.p)
    assert not after.anything
    assert after.sent is not None
    assert before.sent is None or after.sent > before.sent
    assert after.heard == before.heard is not None


def test_what_was_sent_and_not_confirmed_waits_again_after_a_while(net: Network) -> None:
    submitted(net)
    net.files(net.a, net.p)
    assert not to_send(net.a, net.p).saves
    net.clock.later(8)
    assert to_send(net.a, net.p).saves


def test_drafts_wait_for_no_partner_but_for_the_offices_other_computer(net: Network) -> None:
    second = net.second()
    net.meet(net.a, second, net.p)
    net.report(net.a, "2026-10")
    assert not to_send(net.a, net.p).saves
    assert to_send(net.a, second).saves


def test_what_pwon_stated_waits_until_it_was_sent(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    assert not to_send(net.p, net.b).statements
    authority.make_member(net.p, net.home, net.b.office, "supporting")
    waits = to_send(net.p, net.b)
    assert waits.statements
    assert waits.anything
    net.files(net.p, net.b)
    assert not to_send(net.p, net.b).anything


def test_counting_signs_and_writes_nothing(net: Network) -> None:
    submitted(net)
    before = (net.folder / "a.wopdesk").stat().st_mtime_ns, net.a.store.changes.last
    unsent.waiting_to_go(net.a)
    assert ((net.folder / "a.wopdesk").stat().st_mtime_ns, net.a.store.changes.last) == before


def test_a_bundle_that_could_not_be_written_still_waits(net: Network) -> None:
    submitted(net)
    blocked = net.folder / "blocked"
    blocked.touch()
    with pytest.raises(OSError, match="blocked"):
        outbox.export(net.a, "pwon", blocked)
    assert to_send(net.a, net.p).saves
