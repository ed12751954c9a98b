"""What the screen of sending and receiving is told, and what its buttons do, with real desks."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desk.offices import Network, approve, taken
from tests.ui.screens.exchange.files import damaged, in_a_mail, printed, report_pdf, rubbish
from wopdesk.desk import authority, filing, handing, inbox, reviewing, sharing, submitting
from wopdesk.desk.desk import Desk
from wopdesk.exchange.codes import short_code
from wopdesk.records.ids import Key
from wopdesk.records.review import ACCEPT
from wopdesk.ui.screens.exchange import presenter, receiving, sending
from wopdesk.ui.screens.exchange.content import Letter, Outcome
from wopdesk.ui.screens.exchange.receiving import Tray


def look(desk: Desk, *files: Path, language: str = "en") -> list[Tray]:
    return list(receiving.look(desk, files, language))


def letter(desk: Desk, file: Path, language: str = "en") -> Letter:
    (one,) = look(desk, file, language=language)
    return one.letter


def take(desk: Desk, *files: Path, code: str = "") -> list[Outcome]:
    return list(receiving.take(desk, look(desk, *files), "en", code))


def invitation(net: Network) -> Path:
    path = net.folder / "invitation.wopx"
    path.write_bytes(authority.invitation(net.p))
    return path


def test_a_report_is_told_before_it_is_taken(net: Network) -> None:
    file = report_pdf(net)
    told = letter(net.p, file)
    assert (told.sender, told.standing, told.where) == ("WASA Faisalabad", "approved", "monthly-report-2026-10.pdf")
    assert told.made is not None
    assert told.made.date().isoformat() == "2026-11-03"
    (paper,) = [one for one in told.papers if one.title == "Monthly report"]
    assert (paper.mark, paper.owner, paper.number, paper.new) == ("2026-10", "WASA Faisalabad", 1, True)
    assert told.can_be_taken
    assert inbox.receive(net.p, [file])[0].new, "looking took something"


def test_titles_come_in_the_language_of_the_screen(net: Network) -> None:
    (paper, *_) = letter(net.p, report_pdf(net), "ur").papers
    assert paper.title == net.p.shelf.kinds["monthly_report"].title.in_language("ur") != "Monthly report"


def test_taking_it_links_the_report_and_offers_to_acknowledge(net: Network) -> None:
    (done,) = take(net.p, report_pdf(net))
    assert done.refused is None
    assert done.new
    assert done.office == net.a.office
    assert [(one.title, one.mark, one.owner) for one in done.links] == [
        ("Monthly report", "2026-10", "WASA Faisalabad")
    ]


def test_the_same_file_brings_nothing_new_the_second_time(net: Network) -> None:
    file = report_pdf(net)
    take(net.p, file)
    again = letter(net.p, file)
    assert not again.new
    assert not again.can_be_taken
    assert not any(one.new for one in again.papers)


def test_a_review_and_its_acknowledgement_are_told(net: Network) -> None:
    report_in, file = report_pdf(net), net.folder
    (done,) = take(net.p, report_in)
    reviewing.review(net.p, done.links[0].record, ACCEPT, "Good. (sample)")
    (sent,) = sending.save(net.p, [net.a.office], file)
    told = letter(net.a, file / sent.files[0])
    assert [one.said.text for one in told.items] == ["1 report accepted"]
    take(net.a, file / sent.files[0])
    (back,) = sending.save(net.a, [net.p.office], file)
    answer = letter(net.p, file / back.files[0])
    assert not answer.new
    assert answer.receipt
    assert answer.can_be_taken


def test_an_office_that_is_not_approved_is_marked_and_its_code_is_not_shown(net: Network) -> None:
    stranger = net.new("d", "mentee", "WASA Multan")
    taken(inbox.receive(stranger, [invitation(net)], short_code(Key(net.p.identity.root))))
    (file,) = net.files(stranger, net.p)
    told = letter(net.p, file)
    assert (told.sender, told.standing) == ("WASA Multan", "unapproved")
    assert told.curious is not None
    assert told.curious.code == ""
    assert len(told.curious.digest) == 64
    (done,) = take(net.p, file)
    assert any("not approved yet" in note.text for note in done.notes)


def test_details_tell_the_code_of_an_approved_signer(net: Network) -> None:
    told = letter(net.p, report_pdf(net))
    assert told.curious is not None
    assert told.curious.code == short_code(net.a.identity.key)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_what_cannot_be_used_says_so_in_three_sentences(net: Network, language: str) -> None:
    report = report_pdf(net)
    files = [printed(report), damaged(net), *rubbish(net.folder)]
    for file in files:
        told = letter(net.p, file, language)
        assert told.refused is not None, file
        assert all((told.refused.what, told.refused.safe, told.refused.next))
        assert not told.can_be_taken
    what = letter(net.p, files[0]).refused
    assert what is not None
    assert "printed or saved again" in what.what


def test_a_mail_and_a_folder_are_looked_through(net: Network, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    report = report_pdf(net)
    told = letter(net.p, in_a_mail(report))
    assert told.where == "monthly-report-2026-10.eml > monthly-report-2026-10.pdf"
    report.rename(folder / report.name)
    assert letter(net.p, folder).papers
    (folder / report.name).unlink()
    nothing = letter(net.p, folder)
    assert nothing.refused is not None
    assert "nothing for WOPDesk" in nothing.refused.what


def test_files_for_others_and_own_ones_are_not_taken(net: Network) -> None:
    report_pdf(net)
    (mine,) = net.files(net.a, net.p)
    for desk, words in ((net.b, "another office"), (net.a, "your own office")):
        told = letter(desk, mine)
        assert told.refused is not None
        assert words in told.refused.what


def test_an_invitation_is_opened_by_its_code_and_shows_the_own_one(net: Network) -> None:
    stranger = net.new("d", "mentee", "WASA Multan")
    assert presenter.content(stranger).alone
    file = invitation(net)
    assert letter(stranger, file).invitation == "closed"
    assert not letter(stranger, file).can_be_taken
    (wrong,) = take(stranger, file, code="7K3M-Q0ZD-2PXA")
    assert wrong.refused is not None
    (done,) = take(stranger, file, code=short_code(Key(net.p.identity.root)))
    assert (done.joining, done.office) == ("begun", net.p.office)
    assert letter(stranger, file).invitation == "open"
    assert [(one.name, one.code) for one in presenter.content(stranger).partners] == [
        ("PWON", short_code(stranger.identity.key))
    ]


def test_an_opened_invitation_is_followed_until_the_office_is_approved(net: Network, tmp_path: Path) -> None:
    stranger = net.new("d", "mentee", "WASA Multan")
    take(stranger, invitation(net), code=short_code(Key(net.p.identity.root)))
    (pwon,) = presenter.content(stranger).partners
    assert pwon.joining == "begun"
    sending.save(stranger, [pwon.office], tmp_path)
    assert presenter.content(stranger).partners[0].joining == "asked"
    net.send(stranger, net.p)
    approve(net, stranger)
    net.send(net.p, stranger)
    assert presenter.content(stranger).partners[0].joining == "approved"


def test_one_that_is_refused_does_not_stop_the_others(net: Network) -> None:
    report = report_pdf(net)
    outcomes = take(net.p, damaged(net), report, *rubbish(net.folder))
    assert [one.number for one in outcomes] == [1]
    assert outcomes[0].new


def test_partners_tell_when_they_were_sent_to_and_heard_of(net: Network) -> None:
    net.on("2026-11-05")
    net.send(net.a, net.p)
    (faisalabad,) = [one for one in presenter.content(net.p).partners if one.name == "WASA Faisalabad"]
    assert faisalabad.heard is not None
    assert faisalabad.heard.date().isoformat() == "2026-11-05"
    assert faisalabad.office == net.a.office
    assert {one.name for one in presenter.content(net.a).partners} == {"PWON", "WASA Lahore"}


def test_what_waits_is_told_until_it_went(net: Network, tmp_path: Path) -> None:
    report_pdf(net)
    (pwon, *_) = presenter.content(net.a).partners
    assert pwon.waiting
    assert pwon.waiting[0].text in {"News in 1 document", "News in {count} documents"}
    sending.save(net.a, [one.office for one in presenter.content(net.a).partners], tmp_path)
    assert not any(one.waiting for one in presenter.content(net.a).partners)


def test_what_others_send_there_themselves_waits_quietly_behind_what_this_office_wrote(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    report = net.report(net.a, "2026-10")
    submitting.submit(net.a, report.id)
    assert not any(one.copied for one in presenter.content(net.a).partners)
    net.send(net.a, net.b)
    assert [(one.name, one.copied) for one in presenter.content(net.b).partners if one.waiting] == [("PWON", True)]
    reviewing.review(net.b, report.id, "comment", "Sample remark")
    (pwon,) = [one for one in presenter.content(net.b).partners if one.name == "PWON"]
    assert pwon.waiting
    assert not pwon.copied


def test_an_office_that_is_given_its_own_invitation_is_told_so(net: Network) -> None:
    mine = letter(net.p, invitation(net))
    assert (mine.invitation, mine.standing) == ("open", "own")
    assert letter(net.a, invitation(net)).standing != "own"


def test_the_message_names_both_offices_in_the_language_of_the_screen(net: Network) -> None:
    for language in ("en", "ur"):
        text = sending.message(net.a, net.p.office, language)
        assert "WASA Faisalabad" in text
        assert "PWON" in text


def test_the_own_office_is_sent_to_when_it_has_a_further_computer(net: Network) -> None:
    net.second()
    assert ("WASA Faisalabad", "own") in [(one.name, one.standing) for one in presenter.content(net.a).partners]


def test_the_history_tells_all_ways(net: Network) -> None:
    net.on("2026-11-06")
    report = report_pdf(net)
    take(net.p, report, damaged(net))
    past = presenter.content(net.p).past
    assert {"received", "refused"} <= {one.what for one in past if one.at >= datetime(2026, 11, 6, tzinfo=UTC)}
    net.on("2026-11-07")
    filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-09"})
    net.send(net.p, net.a)
    assert [one.at for one in past] == sorted((one.at for one in past), reverse=True)


def test_the_history_names_the_report_for_whose_sake_something_went(net: Network, tmp_path: Path) -> None:
    report = net.report(net.a, "2026-10")
    submitting.submit(net.a, report.id)
    handing.hand_over(net.a, report.id, tmp_path)
    told = {(one.title, one.mark) for one in presenter.content(net.a).past if one.office in {"PWON", "WASA Lahore"}}
    assert ("Monthly report", "2026-10") in told
    title = net.a.shelf.kinds["monthly_report"].title.in_language("ur")
    assert presenter.content(net.a, "ur").past[0].title == title


def test_a_draft_of_a_mail_carries_what_the_office_lacks(net: Network, tmp_path: Path) -> None:
    report_pdf(net)
    (sent,) = sending.draft_mails(net.a, [net.p.office], tmp_path, "en")
    (draft,) = sent.drafts
    told = letter(net.p, Path(draft))
    assert ("2026-10", True) in [(one.mark, one.new) for one in told.papers]
    assert b"X-Unsent: 1" in Path(draft).read_bytes()


def test_several_offices_are_sent_to_at_once(net: Network, tmp_path: Path) -> None:
    report_pdf(net)
    sent = sending.save(net.a, [net.p.office, net.b.office], tmp_path)
    assert [one.name for one in sent] == ["PWON", "WASA Lahore"]
    assert all((tmp_path / one.files[0]).is_file() for one in sent)


def test_very_many_documents_with_new_answers_are_told_in_a_few_lines(net: Network) -> None:
    programme = net.a.identity.programme
    assert programme is not None
    for number in range(30):
        record = filing.start(net.a, "utility", programme, {"about/name": f"Sample {number}"}).id
        sharing.share(net.a, record)
    (file,) = net.files(net.a, net.p)
    lines = [one.said for one in letter(net.p, file).items if one.picture == "pencil"]
    assert len(lines) < 10
    assert lines[-1].text == "New answers in {count} more documents"
    assert len(lines) - 1 + int(str(lines[-1].values["count"])) >= 30


def test_a_draft_is_no_sending_until_the_person_says_so(net: Network, tmp_path: Path) -> None:
    report_pdf(net)
    before = presenter.content(net.a).past
    sending.draft_mails(net.a, [net.p.office], tmp_path, "en")
    (pwon,) = [one for one in presenter.content(net.a).partners if one.office == net.p.office]
    assert pwon.waiting
    assert pwon.drafted is not None
    assert presenter.content(net.a).past == before
    sending.sent_to(net.a, net.p.office)
    (pwon,) = [one for one in presenter.content(net.a).partners if one.office == net.p.office]
    assert (pwon.waiting, pwon.drafted, pwon.on_its_way) == ((), None, True)
    assert len(presenter.content(net.a).past) == len(before) + 1


def test_an_office_that_asks_to_take_part_is_told_as_that_where_it_is_decided(net: Network) -> None:
    stranger = net.new("d", "mentee", "WASA Multan")
    taken(inbox.receive(stranger, [invitation(net)], short_code(Key(net.p.identity.root))))
    (file,) = net.files(stranger, net.p)
    tray = look(net.p, file)
    assert not tray[0].letter.new
    assert tray[0].letter.decides
    (done,) = receiving.take(net.p, tray, "en")
    assert done.asked
    assert done.until_approved
    assert set(done.until_approved) <= set(done.notes)
    assert receiving.standings(net.p, tray) == {0: "unapproved"}
    approve(net, stranger)
    assert receiving.standings(net.p, tray) == {0: "approved"}
    assert not letter(net.p, report_pdf(net)).decides


def test_the_first_message_waits_to_go_to_pwon_and_is_among_what_went(net: Network, tmp_path: Path) -> None:
    stranger = net.new("d", "mentee", "WASA Multan")
    taken(inbox.receive(stranger, [invitation(net)], short_code(Key(net.p.identity.root))))
    (pwon,) = presenter.content(stranger).partners
    assert pwon.waiting
    sending.save(stranger, [pwon.office], tmp_path)
    shown = presenter.content(stranger)
    assert not shown.partners[0].waiting
    assert shown.partners[0].sent is not None
    assert [(one.what, one.office, one.first) for one in shown.past] == [("sent", "PWON", True)]


def test_the_code_stands_where_the_first_message_goes_until_pwon_approves(net: Network) -> None:
    stranger = net.new("d", "mentee", "WASA Multan")
    taken(inbox.receive(stranger, [invitation(net)], short_code(Key(net.p.identity.root))))
    (pwon,) = presenter.content(stranger).partners
    assert pwon.code == short_code(stranger.identity.key)
    assert not [one for one in presenter.content(net.a).partners if one.code]
