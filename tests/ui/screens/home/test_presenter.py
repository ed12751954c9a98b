from contextlib import closing
from dataclasses import replace

from tests.desk.offices import NAMES, REPORT, Network, approve, join, taken
from wopdesk.desk import (
    authority,
    beginning,
    departures,
    documents,
    filing,
    inbox,
    mailing,
    passphrase,
    people,
    recovering,
    reviewing,
    starting,
    submitting,
    typing,
    upkeep,
)
from wopdesk.desk.desk import opened
from wopdesk.desk.welcome import NewOffice, set_up
from wopdesk.exchange.codes import short_code
from wopdesk.records.ids import Key
from wopdesk.records.review import ACCEPT, RETURN
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.saying import said
from wopdesk.ui.screens.document.opening import open_filling
from wopdesk.ui.screens.home.content import Line
from wopdesk.ui.screens.home.presenter import content
from wopdesk.ui.screens.home.screen import heading as home_heading
from wopdesk.ui.screens.home.upkeep import waiting_to_go
from wopdesk.ui.screens.partnerships.screen import heading
from wopdesk.ui.shell.where import SEND, Where

QUESTION = "How should night pressure be set?"
ASKING = {
    **{path: text for path, text in REPORT.items() if path != "requests/nothing"},
    "requests/asked[1]/question": QUESTION,
    "requests/asked[1]/needed_by": "2026-11-20",
}


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [said(line.text) for line in lines]


def line(lines: tuple[Line, ...], begins: str) -> Line:
    return next(one for one in lines if said(one.text).startswith(begins))


def status(one: Line) -> str:
    return said(one.status) if one.status else ""


def ask(net: Network) -> str:
    """The mentee's report of September asks the mentor something; everybody has it."""
    report = filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-09", **ASKING})
    submitting.submit(net.a, report.id)
    net.meet(net.a, net.p, net.b)
    return report.id


def test_overdue_reports_come_first_and_lead_to_the_report_of_their_month(net: Network) -> None:
    net.on("2026-11-04")
    shown = content(net.a, "en")
    assert texts(shown.mine)[0] == "Write: Monthly report, March 2026"
    last = line(shown.mine, "Write: Monthly report, October 2026")
    assert (status(last), last.tone) == ("Due in 3 days", "warn")
    assert [one.tone for one in shown.mine] == ["bad"] * 7 + ["warn"]
    assert shown.overdue == 7
    where = last.where
    assert where == Where("document", kind="monthly_report", space=net.home.id, answers=(("about/period", "2026-10"),))
    opened = filing.start(net.a, where.kind, net.home, dict(where.answers))
    assert opened.founding.text == "2026-10"
    filing.answer(net.a, opened.id, {"progress/description": "Sample words"})
    begun = line(content(net.a, "en").mine, "Finish: Monthly report, October 2026")
    assert begun.where is not None
    assert documents.find_document(net.a, begun.where.record).founding.text == "2026-10"


def test_what_was_begun_unasked_is_not_forgotten(net: Network) -> None:
    net.on("2026-03-15")
    note = filing.start(net.b, "advice_note", net.home, {"about/subject": "Clamps"})
    begun = line(content(net.b, "en").mine, "Finish: Advice note")
    assert begun.where == Where("document", record=note.id)
    assert "Finish" not in " ".join(texts(content(net.p, "en").mine))


def test_what_was_only_opened_is_not_begun(net: Network) -> None:
    net.on("2026-11-04")
    before = {name: content(net.desk(name), "en") for name in "abp"}
    for line_ in before["a"].mine[-1:]:
        assert line_.where is not None
        filing.start(net.a, line_.where.kind, net.home, dict(line_.where.answers))
    filing.start(net.b, "advice_note", net.home, {})
    net.meet(net.a, net.b, net.p)
    assert {name: content(net.desk(name), "en") for name in "abp"} == before


def test_titles_come_in_the_language_asked(net: Network) -> None:
    net.on("2026-11-07")
    told = content(net.a, "ur").mine[-1].text.values["title"]
    assert isinstance(told, Phrase)
    assert told.values == {"kind": "ماہانہ رپورٹ", "month": "اکتوبر 2026"}


def test_a_returned_report_says_why_until_it_is_corrected(net: Network) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.meet(net.a, net.p)
    reviewing.review(net.p, report.id, RETURN, "The hours of zone 3 are missing.")
    net.meet(net.a, net.p)
    shown = line(content(net.a, "en").mine, "Correct: Monthly report, March 2026")
    assert (said(shown.detail), status(shown)) == ("PWON: “The hours of zone 3 are missing.”", "Returned")
    assert "PWON returned: Monthly report, March 2026" in texts(content(net.a, "en").arrived)
    assert "WASA Faisalabad corrects: Monthly report, March 2026" in texts(content(net.p, "en").others)
    filing.answer(net.a, report.id, {"progress/figures[1]/value": "5"})
    submitting.submit(net.a, report.id)
    assert not [text for text in texts(content(net.a, "en").mine) if text.startswith("Correct")]


def test_the_mentor_is_asked_and_the_click_begins_the_answer(net: Network) -> None:
    net.on("2026-10-07")
    ask(net)
    shown = line(content(net.b, "en").mine, "WASA Faisalabad asks: How should")
    assert status(shown) == "Needed by 20 Nov 2026"
    assert shown.where is not None
    assert shown.where.kind == "advice_note"
    note = filing.start(net.b, shown.where.kind, net.home, dict(shown.where.answers))
    assert note.answers["about/subject"] == QUESTION
    rest = {
        "about/subject": "Pressure",
        "advice/items[1]/kind": "solution",
        "advice/items[1]/text": "Hold 8 m at night.",
    }
    filing.answer(net.b, note.id, rest)
    submitting.submit(net.b, note.id)
    assert not [text for text in texts(content(net.b, "en").mine) if "asks" in text]
    net.meet(net.b, net.a)
    acting = line(content(net.a, "en").mine, "Act on: Hold 8 m at night.")
    assert acting.where is not None
    assert (acting.where.kind, acting.where.path) == ("monthly_report", "advice")
    assert "WASA Faisalabad acts on one piece of advice" in texts(content(net.b, "en").others)


def test_advice_leads_to_the_report_that_lists_it_and_to_no_earlier_one_that_is_overdue(net: Network) -> None:
    net.on("2026-10-22")
    given = {"about/subject": "Clamps", "advice/items[1]/kind": "solution", "advice/items[1]/text": "Use a clamp."}
    note = filing.start(net.b, "advice_note", net.home, given)
    submitting.submit(net.b, note.id)
    net.meet(net.b, net.a)
    shown = content(net.a, "en").mine
    assert texts(shown)[0] == "Write: Monthly report, March 2026"
    acting = line(shown, "Act on: Use a clamp.")
    assert said(acting.detail) == "Advice of WASA Lahore · in the report of October 2026"
    assert acting.where is not None
    begun = filing.start(net.a, acting.where.kind, net.home, dict(acting.where.answers))
    assert line(content(net.a, "en").mine, "Act on: Use a clamp.").where == acting.where
    filing.answer(net.a, begun.id, {"progress/description": "Sample words"})
    rows = open_filling(net.a, begun.id, "en").page_of("advice/actions")
    assert (begun.founding.text, rows is not None) == ("2026-10", True)
    assert line(content(net.a, "en").mine, "Act on: Use a clamp.").where == Where(
        "document", record=begun.id, space=net.home.id, path="advice"
    )


def test_advice_that_no_report_will_list_leads_to_the_partnership(net: Network) -> None:
    net.on("2026-11-22")
    given = {"about/subject": "Clamps", "advice/items[1]/kind": "solution", "advice/items[1]/text": "Use a clamp."}
    submitting.submit(net.b, filing.start(net.b, "advice_note", net.home, given).id)
    net.meet(net.b, net.a)
    assert line(content(net.a, "en").mine, "Act on: Use a clamp.").where == Where("partnership", space=net.home.id)


def test_a_question_whose_answer_was_begun_is_one_line_that_leads_to_the_note(net: Network) -> None:
    net.on("2026-11-07")
    ask(net)
    asked = line(content(net.b, "en").mine, "WASA Faisalabad asks: How should").where
    assert asked is not None
    note = filing.start(net.b, asked.kind, net.home, dict(asked.answers))
    shown = line(content(net.b, "en").mine, "WASA Faisalabad asks: How should")
    assert shown.where == Where("document", record=note.id)
    assert (said(shown.detail), status(shown)) == ("WOP-PK-001 · begun, not sent yet", "Needed by 20 Nov 2026")
    assert not any(text.startswith("Finish") for text in texts(content(net.b, "en").mine))
    unasked = filing.start(net.b, "advice_note", net.home, {"about/subject": "Clamps"})
    assert line(content(net.b, "en").mine, "Finish: Advice note").where == Where("document", record=unasked.id)


def test_a_question_of_a_report_that_came_back_is_answered_by_the_click(net: Network) -> None:
    net.on("2026-11-07")
    report = ask(net)
    reviewing.review(net.p, report, RETURN, "The hours of zone 3 are missing.")
    net.meet(net.a, net.p, net.b)
    asked = line(content(net.b, "en").mine, "WASA Faisalabad asks: How should").where
    assert asked is not None
    rest = {"about/subject": "Pressure", "advice/items[1]/kind": "solution", "advice/items[1]/text": "Hold 8 m."}
    note = filing.start(net.b, asked.kind, net.home, {**dict(asked.answers), **rest})
    filing.answer(net.b, note.id, {"advice/items[1]/text": "Hold 8 m at night."})
    submitting.submit(net.b, note.id)
    assert not [text for text in texts(content(net.b, "en").mine) if "asks" in text]


def test_who_asked_waits_for_the_answer(net: Network) -> None:
    net.on("2026-11-07")
    ask(net)
    shown = line(content(net.a, "en").others, "WASA Lahore answers: How should")
    assert status(shown) == "Needed by 20 Nov 2026"


def test_nobody_is_waited_for_who_was_not_asked_yet(net: Network) -> None:
    net.on("2026-11-07")
    net.meet(net.a, net.b, net.p)
    report = filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-09", **ASKING})
    submitting.submit(net.a, report.id)
    net.files(net.a, net.p)
    shown = content(net.a, "en")
    assert not [text for text in texts(shown.others) if "answers" in text]
    assert "One thing waits to be sent to WASA Lahore" in texts(waiting_to_go(net.a))
    net.files(net.a, net.b)
    assert "WASA Lahore answers: How should night pressure be set?" in texts(content(net.a, "en").others)
    filing.answer(net.a, report.id, {"about/prepared_by": "Another"})
    submitting.submit(net.a, report.id)
    assert "WASA Lahore answers: How should night pressure be set?" in texts(content(net.a, "en").others)


def test_what_another_office_asked_is_waited_for_as_it_may_have_gone_to_the_mentor(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    report = filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-09", **ASKING})
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    assert [text for text in texts(content(net.p, "en").others) if "WASA Lahore answers" in text]


def test_what_pwon_passed_on_is_asked_of_the_mentor(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    report = filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-09", **ASKING})
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    net.send(net.p, net.b)
    assert [text for text in texts(content(net.p, "en").others) if "WASA Lahore answers" in text]
    net.send(net.b, net.a)
    assert [text for text in texts(content(net.a, "en").others) if "WASA Lahore answers" in text]


def test_pwon_reviews_what_came_and_sees_who_is_late(net: Network) -> None:
    net.on("2026-11-07")
    ask(net)
    shown = content(net.p, "en")
    review = line(shown.mine, "Review: Monthly report, September 2026")
    assert (said(review.detail), status(review)) == ("WASA Faisalabad · WOP-PK-001", "Submitted 7 Nov 2026")
    late = line(shown.others, "WASA Faisalabad writes: Monthly report, March 2026")
    assert late.tone == "bad"
    (standing,) = shown.partnerships
    assert (standing.partner, standing.on_time) == ("WASA Faisalabad – WASA Lahore", 0)
    assert (said(standing.status), standing.tone) == ("6 overdue", "bad")
    reviewing.review(net.p, review.where.record if review.where else "", ACCEPT, "")
    assert "Review: Monthly report, September 2026" not in texts(content(net.p, "en").mine)


def test_what_comes_first_says_whether_the_first_message_went(net: Network) -> None:
    new = net.new("d", "mentee", NAMES["d"])
    invitation = net.folder / "invitation.wopx"
    invitation.write_bytes(authority.invitation(net.p))
    taken(inbox.receive(new, [invitation], short_code(Key(net.p.identity.root))))
    assert [status(one) for one in content(new, "en").first] == ["Done", "", ""]
    net.files(new, net.p)
    assert [status(one) for one in content(new, "en").first] == ["Done", "Saved, to be sent", ""]
    mailing.sent_to(new, net.p.office)
    assert [status(one) for one in content(new, "en").first] == ["Done", "Sent, PWON is awaited", ""]


def test_the_first_message_of_an_office_came_in_until_its_documents_do(net: Network) -> None:
    new, text = net.new("d", "mentee", NAMES["d"]), "WASA Multan sent its first message"
    assert text not in texts(content(net.p, "en").arrived)
    join(net, new)
    assert status(line(content(net.p, "en").arrived, text)) == "Not approved yet"
    approve(net, new)
    assert status(line(content(net.p, "en").arrived, text)) == ""
    net.meet(new, net.p)
    assert text not in texts(content(new, "en").arrived)
    authority.make_member(net.p, net.home, new.office, "supporting")
    assert text not in texts(content(net.p, "en").arrived)


def test_an_office_that_wrote_waits_for_approval(net: Network) -> None:
    new = net.new("d", "mentee", NAMES["d"])
    join(net, new)
    shown = line(content(net.p, "en").mine, "WASA Multan waits for approval")
    assert shown.where == Where("offices", path=new.identity.key)
    approve(net, new)
    assert "WASA Multan waits for approval" not in texts(content(net.p, "en").mine)
    net.meet(new, net.p)
    assert [status(one) for one in content(new, "en").first] == ["Done", "Done", ""]


def test_what_was_typed_before_a_crash_is_offered(net: Network) -> None:
    report = net.report(net.a, "2026-10")
    typing.keep_typing(net.a, report.id, {"findings/nothing": ""})
    (kept,) = content(net.a, "en").kept
    assert said(kept.text) == "What you typed in “Monthly report, October 2026” was kept"
    assert kept.where == Where("document", record=report.id)
    typing.give_up(net.a, report.id)
    assert content(net.a, "en").kept == ()


def test_a_fresh_office_is_told_what_comes_first(net: Network) -> None:
    shown = content(net.new("d", "mentee", NAMES["d"]), "en")
    assert texts(shown.first) == [
        "Open PWON's invitation",
        "Send to PWON, and read your check code on the telephone",
        "Start your partnership",
    ]
    assert (shown.mine, shown.partnerships) == ((), ())
    pwon = content(net.new("q", "facilitator", "PWON"), "en")
    assert texts(pwon.first) == ["Invite an office", "Start a partnership record"]


def test_a_supporting_partner_is_not_told_to_start_a_partnership(net: Network) -> None:
    shown = content(net.new("d", "supporting", "Sample Bank"), "en")
    assert "Open PWON's invitation" in texts(shown.first)
    assert "Start your partnership" not in texts(shown.first)


def test_pwon_is_reminded_of_the_paper_of_its_kit_until_it_is_there(net: Network) -> None:
    reminder = "Put the passphrase of the recovery kit on paper"
    assert reminder not in texts(content(net.p, "en").mine)
    passphrase.put_off(net.p)
    (line,) = [one for one in content(net.p, "en").mine if said(one.text) == reminder]
    assert line.where == Where("settings", path="office")
    passphrase.note_tried(net.p)
    assert reminder not in texts(content(net.p, "en").mine)


def test_pwon_is_reminded_of_a_theft_until_its_keys_approve_nobody(net: Network) -> None:
    reminder = "Open the recovery kit once more: PWON's computer was lost or stolen"
    founded = set_up(net.folder / "q.wopdesk", NewOffice("facilitator", "PWON", "Sample Coordinator"))
    assert founded.kit is not None
    kit, invitation, again = net.folder / "kit", net.folder / "i.wopx", net.folder / "again" / "q.wopdesk"
    kit.write_bytes(founded.kit.file)
    with closing(founded.desk) as stolen:
        invitation.write_bytes(authority.invitation(stolen))
    beginning.recovered(
        again, invitation, (kit, founded.kit.passphrase), ("Sample Coordinator", net.clock), stolen=True
    )
    with opened(again) as desk:
        assert line(content(desk, "en").mine, reminder).where == Where("settings", path="office")
        recovering.recover(desk, kit, founded.kit.passphrase, stolen=True)
        assert reminder not in texts(content(desk, "en").mine)


def test_pwon_is_reminded_of_its_former_computer_until_that_is_cut_off(net: Network) -> None:
    reminder = "Cut off PWON's former computer"
    founded = set_up(net.folder / "q.wopdesk", NewOffice("facilitator", "PWON", "Sample Coordinator"))
    assert founded.kit is not None
    kit, again = net.folder / "kit", net.folder / "again" / "q.wopdesk"
    kit.write_bytes(founded.kit.file)
    with closing(founded.desk) as lost:
        assert reminder not in texts(content(lost, "en").mine)
        backup, former = upkeep.back_up(lost), lost.identity.key
    who = ("Sample Coordinator", net.clock)
    beginning.recovered(again, backup, (kit, founded.kit.passphrase), who, stolen=True)
    with opened(again) as desk:
        assert line(content(desk, "en").mine, reminder).where == Where("offices", path=former)
        departures.cut(desk, former)
        assert reminder not in texts(content(desk, "en").mine)


def test_an_office_that_started_alone_is_led_to_pwon_until_it_is_approved(net: Network) -> None:
    alone = net.new("d", "mentee", NAMES["d"])
    opened = starting.start_partnership(alone, "Less water lost")
    shown = content(alone, "en")
    assert texts(shown.first) == ["Open PWON's invitation", "Send to PWON, and read your check code on the telephone"]
    assert [one.where is not None for one in shown.first] == [True, False]
    needed = {"about/mentee": alone.office, "about/subjects": "nrw"}
    filing.answer(alone, opened.id, needed)
    submitting.submit(alone, opened.id)
    (paper,) = content(alone, "en").mine
    assert said(paper.text).startswith("Hand on the paper: Partnership")
    assert not waiting_to_go(alone)


def test_a_mentor_that_is_not_known_yet_is_shown_as_it_was_written(net: Network) -> None:
    alone = net.new("d", "mentee", NAMES["d"])
    opened = starting.start_partnership(alone, "Less water lost")
    filing.answer(alone, opened.id, {"about/mentor_name": "Sample Mentor"})
    (shown,) = content(alone, "en").partnerships
    assert (shown.mentor, shown.partner) == ("Sample Mentor", "Sample Mentor")


def test_C316_01_the_work_plan_is_asked_for_before_the_reports_that_need_it(net: Network) -> None:
    alone = net.new("d", "mentee", NAMES["d"])
    opened = starting.start_partnership(alone, "Less water lost")
    assert not any("Work plan" in text for text in texts(content(alone, "en").mine))
    filing.answer(alone, opened.id, {"pilot/start": "2026-10-01", "pilot/end": "2027-04-30"})
    net.on("2026-11-02")
    shown = content(alone, "en")
    first = next(one for one in shown.mine if said(one.text).startswith("Write:"))
    assert (said(first.text), status(first)) == ("Write: Work plan", "Not begun")
    assert first.where == Where("document", kind="work_plan", space=opened.home.id)
    plan = filing.start(alone, first.where.kind, opened.home, {"about/steps": "Sample steps"})
    assert line(content(alone, "en").mine, "Finish: Work plan").where == Where("document", record=plan.id)
    assert not any(text == "Write: Work plan" for text in texts(content(alone, "en").mine))


def test_the_heading_counts_what_the_partnerships_count(net: Network) -> None:
    ask(net)
    net.on("2026-12-08")
    for name in "abp":
        shown = content(net.desk(name), "en")
        (standing,) = shown.partnerships
        assert said(standing.status) == f"{shown.overdue} overdue"
        assert heading(shown.partnerships).status == said(standing.status)


def test_what_is_overdue_with_partners_is_told_as_theirs(net: Network) -> None:
    net.on("2026-11-08")
    assert home_heading(content(net.a, "en")).status == "8 overdue"
    shown = home_heading(content(net.b, "en"))
    assert (shown.status, shown.tone) == ("8 overdue with partners", "warn")


def test_what_this_office_owes_is_counted_apart_from_what_others_do(net: Network) -> None:
    ask(net)
    net.on("2026-12-08")
    shown = content(net.b, "en")
    told = home_heading(shown)
    assert (told.status, told.tone, shown.late) == ("1 overdue", "bad", 1)
    assert told.subtitle.endswith(f" · {shown.overdue - 1} overdue with partners")
    assert "with partners" not in home_heading(replace(shown, overdue=1)).subtitle


def test_what_is_due_today_is_not_overdue_and_what_was_due_yesterday_is(net: Network) -> None:
    net.on("2026-04-07")
    assert {(content(one, "en").overdue, content(one, "en").late) for one in (net.a, net.b)} == {(0, 0)}
    net.on("2026-04-08")
    own, theirs = content(net.a, "en"), content(net.b, "en")
    assert (own.overdue, own.late, home_heading(own).status) == (1, 1, "1 overdue")
    assert (theirs.overdue, theirs.late, home_heading(theirs).status) == (1, 0, "1 overdue with partners")


def test_a_returned_report_that_is_overdue_is_its_writers(net: Network) -> None:
    net.on("2026-04-02")
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.meet(net.a, net.p)
    reviewing.review(net.p, report.id, RETURN, "The hours of zone 3 are missing.")
    net.meet(net.a, net.p)
    net.on("2026-04-20")
    assert home_heading(content(net.a, "en")).status == "1 overdue"


def test_a_report_that_has_not_gone_is_to_be_sent_and_nobody_reviews_it(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    shown = content(net.a, "en")
    waiting = line(shown.mine, "Send: Monthly report, March 2026")
    assert (status(waiting), waiting.where) == ("To be sent", Where("document", record=report.id, kind=SEND))
    assert not any("March 2026" in text for text in texts(shown.others))
    assert said(shown.partnerships[0].status) != "In review"
    net.files(net.a, net.p)
    shown = content(net.a, "en")
    assert "PWON reviews: Monthly report, March 2026" in texts(shown.others)
    assert not any(text.startswith("Send:") for text in texts(shown.mine))


def test_what_is_not_sent_yet_is_told_office_by_office(net: Network) -> None:
    net.meet(net.a, net.p)
    submitting.submit(net.a, net.report(net.a).id)
    told = texts(waiting_to_go(net.a))
    assert "One thing waits to be sent to PWON" in told


def test_what_only_others_wrote_is_told_as_a_copy(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    submitting.submit(net.a, net.report(net.a).id)
    net.send(net.a, net.b)
    assert texts(waiting_to_go(net.b)) == ["One thing of others can be passed on to PWON"]


def test_what_was_saved_stands_there_until_it_is_said_that_it_was_sent(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.meet(net.a, net.p)
    reviewing.review(net.p, report.id, RETURN, "The hours of zone 3 are missing.")
    net.files(net.p, net.a)
    net.files(net.p, net.b)
    shown = waiting_to_go(net.p)
    assert sorted(texts(shown)) == ["Saved for WASA Faisalabad, not yet sent", "Saved for WASA Lahore, not yet sent"]
    assert {(status(one), one.where) for one in shown} == {("Saved", Where("exchange"))}
    mailing.sent_to(net.p, net.a.office)
    assert texts(waiting_to_go(net.p)) == ["Saved for WASA Lahore, not yet sent"]


def test_reading_again_without_a_change_gives_the_same(told: Network) -> None:
    first, again = content(told.p, "en"), content(told.p, "en")
    assert first == again
    assert first.partnerships[0] is again.partnerships[0]
    people.choose(told.p, "Another")
    assert replace(content(told.p, "en"), arrived=()) == replace(first, arrived=())
