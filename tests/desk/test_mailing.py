"""A draft of a mail went nowhere until somebody says so, or its recipient is heard of and has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.offices import Network, approve, join, taken
from wopdesk.desk import (
    authority,
    filing,
    going,
    handing,
    inbox,
    mailing,
    outbox,
    posting,
    submitting,
    unsent,
)
from wopdesk.desk.desk import Desk
from wopdesk.desk.unsent import ToSend
from wopdesk.exchange.codes import short_code
from wopdesk.records.ids import Key, RecordId
from wopdesk.store import posted


@pytest.fixture
def record(net: Network) -> RecordId:
    """A report that was submitted and went nowhere."""
    net.meet(net.a, net.b, net.p)
    net.on("2026-11-05")
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    return report.id


def to_send(desk: Desk, other: Desk) -> ToSend:
    return next(one for one in unsent.waiting_to_go(desk) if one.office == other.office)


def drafted(net: Network, folder: Path) -> Path:
    ((name, data),) = handing.mail_bundle(net.a, net.p.office)
    (folder / name).write_bytes(data)
    return folder / name


def drafted_for(desk: Desk) -> set[str]:
    with desk.store.reading() as connection:
        return {one.record for one in posted.drafted(connection)}


def is_only_saved(desk: Desk, record: RecordId) -> bool:
    return record in going.only_saved(desk)


def test_a_draft_for_an_office_was_not_sent(net: Network, record: RecordId, tmp_path: Path) -> None:
    before, lines = to_send(net.a, net.p), posting.history(net.a)
    assert before.drafted is None
    drafted(net, tmp_path)
    after = to_send(net.a, net.p)
    assert after.drafted is not None
    assert (after.sent, after.records, after.on_its_way) == (before.sent, before.records, False)
    assert posting.history(net.a) == lines
    assert record in going.not_gone(net.a)


def test_a_drafted_mail_went_once_the_person_says_so(net: Network, record: RecordId, tmp_path: Path) -> None:
    drafted(net, tmp_path)
    net.on("2026-11-06")
    mailing.sent_to(net.a, net.p.office)
    after = to_send(net.a, net.p)
    assert (after.anything, after.drafted, after.on_its_way) == (False, None, True)
    assert after.sent is not None
    assert after.sent.date().isoformat() == "2026-11-06"
    assert posting.history(net.a)[0].way == "said"
    assert record not in going.not_gone(net.a)


def test_a_drafted_mail_of_a_report_went_once_the_person_says_so(net: Network, record: RecordId) -> None:
    handing.mail(net.a, record)
    assert drafted_for(net.a) == {record}
    assert record in going.not_gone(net.a)
    mailing.sent_for(net.a, record)
    assert not drafted_for(net.a)
    assert record not in going.not_gone(net.a)


def test_a_record_may_be_named_by_the_beginning_of_its_id(net: Network, record: RecordId) -> None:
    handing.mail(net.a, record[:8])
    assert drafted_for(net.a) == {record}
    mailing.sent_for(net.a, record[:8])
    assert record not in going.not_gone(net.a)


def test_to_be_heard_of_settles_what_nobody_said(net: Network, record: RecordId, tmp_path: Path) -> None:
    taken(inbox.receive(net.p, [drafted(net, tmp_path)]))
    assert record in going.not_gone(net.a)
    net.send(net.p, net.a)
    after = to_send(net.a, net.p)
    assert (after.anything, after.drafted, after.on_its_way) == (False, None, False)
    assert record not in going.not_gone(net.a)


def test_the_first_message_to_pwon_is_told_from_others(net: Network) -> None:
    new = net.new("d", "mentee", "Sample WASA")
    join(net, new)
    net.on("2026-11-06")
    net.files(new, net.p)
    assert [one.first for one in posting.history(new) if one.what == "sent"] == [False, True]
    assert not [one for one in posting.history(net.p) if one.first]


def test_what_is_new_after_a_draft_was_received_is_no_draft(net: Network, record: RecordId, tmp_path: Path) -> None:
    taken(inbox.receive(net.p, [drafted(net, tmp_path)]))
    net.send(net.p, net.a)
    filing.answer(net.a, record, {"about/prepared_by": "Another"})
    submitting.submit(net.a, record)
    after = to_send(net.a, net.p)
    assert after.anything
    assert after.drafted is None


def test_a_saved_file_is_on_its_way_until_its_office_is_heard_of(net: Network, record: RecordId) -> None:
    (file,) = net.files(net.a, net.p)
    assert record not in going.not_gone(net.a)
    assert to_send(net.a, net.p).on_its_way
    assert posting.history(net.a)[0].way == "saved"
    taken(inbox.receive(net.p, [file]))
    net.send(net.p, net.a)
    assert not to_send(net.a, net.p).on_its_way


def test_what_is_sent_again_leaves_the_list_as_it_was(net: Network, record: RecordId, tmp_path: Path) -> None:
    net.files(net.a, net.p)
    before = posting.history(net.a)
    net.on("2026-11-20")
    outbox.export(net.a, "pwon", tmp_path)
    after = posting.history(net.a)
    assert after[1:] == before
    assert after[0].items > 0
    assert record not in going.not_gone(net.a)


def test_a_list_that_was_only_counted_stays_as_it_was(net: Network) -> None:
    rows = [("office", item, "2026-05-05T10:00:00Z") for item in ("one", "two", "three", "statements 1")]
    with net.a.store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO sent VALUES (?, ?, ?)", rows)  # as releases before wrote it
        before = posted.went(connection)
        posted.note_sent(connection, "office", ["one", "two", "three"], "2026-05-06T10:00:00Z")
        after = posted.went(connection)
    assert [(one.at[:10], one.items) for one in before if one.office == "office"] == [("2026-05-05", 3)]
    assert [(one.at[:10], one.items) for one in after if one.office == "office"] == [
        ("2026-05-06", 3),
        ("2026-05-05", 3),
    ]


def test_a_saved_file_was_sent_once_the_person_says_so(net: Network, record: RecordId) -> None:
    net.files(net.a, net.p)
    after = to_send(net.a, net.p)
    assert after.saved
    assert is_only_saved(net.a, record)
    assert posting.contacts(net.a)[net.p.office].is_unsure
    net.on("2026-11-06")
    mailing.sent_to(net.a, net.p.office)
    after = to_send(net.a, net.p)
    assert (after.saved, after.on_its_way, after.anything) == (False, True, False)
    assert after.sent is not None
    assert after.sent.date().isoformat() == "2026-11-06"
    assert not is_only_saved(net.a, record)


def test_a_file_that_was_saved_and_then_sent_is_one_line_of_what_went(net: Network, record: RecordId) -> None:
    net.files(net.a, net.p)
    (saved, *before) = posting.history(net.a)
    net.on("2026-11-06")
    mailing.sent_to(net.a, net.p.office)
    (said, *rest) = posting.history(net.a)
    assert (saved.way, said.way) == ("saved", "said")
    assert said.items == saved.items
    assert rest == before
    assert record not in going.not_gone(net.a)


def test_a_saved_paper_was_sent_once_the_person_says_so(net: Network, record: RecordId, tmp_path: Path) -> None:
    handing.hand_over(net.a, record, tmp_path)
    assert is_only_saved(net.a, record)
    mailing.sent_for(net.a, record)
    assert not is_only_saved(net.a, record)
    assert not to_send(net.a, net.p).saved


def test_a_paper_that_was_handed_to_one_office_is_still_to_go_to_the_other(
    net: Network, record: RecordId, tmp_path: Path
) -> None:
    handing.hand_over(net.a, record, tmp_path)
    mailing.sent_for(net.a, record, [net.b.office])
    assert (to_send(net.a, net.p).saved, to_send(net.a, net.b).saved) == (True, False)
    assert is_only_saved(net.a, record)  # who decides of it does not have it
    mailing.sent_for(net.a, record, [net.p.office])
    assert not to_send(net.a, net.p).saved
    assert not is_only_saved(net.a, record)


def test_a_mail_that_was_sent_to_one_office_is_a_draft_for_the_other(net: Network, record: RecordId) -> None:
    handing.mail(net.a, record)
    mailing.sent_for(net.a, record, [net.p.office])
    assert to_send(net.a, net.p).drafted is None
    assert to_send(net.a, net.b).drafted is not None
    assert record not in going.not_gone(net.a)


def test_what_went_for_the_sake_of_a_record_names_it(net: Network, record: RecordId, tmp_path: Path) -> None:
    handing.hand_over(net.a, record, tmp_path)
    mailing.sent_for(net.a, record, [net.p.office])
    net.on("2026-11-06")
    handing.mail(net.a, record)
    mailing.sent_for(net.a, record, [net.b.office])
    net.on("2026-11-07")
    net.files(net.a, net.p)
    found = [(one.way, one.record) for one in posting.history(net.a)[:4]]
    assert found == [("saved", ""), ("said", record), ("said", record), ("saved", record)]


def test_what_the_person_says_is_kept_of_draft_and_saved_file_or_of_neither(
    net: Network, record: RecordId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handing.hand_over(net.a, record, tmp_path)
    handing.mail(net.a, record)
    with monkeypatch.context() as dying:
        dying.delattr(posted, "note_handed_on")
        with pytest.raises(AttributeError):
            mailing.sent_for(net.a, record)
        with pytest.raises(AttributeError):
            mailing.sent_to(net.a, net.p.office)
    assert posting.history(net.a)[0].way == "saved"
    mailing.sent_for(net.a, record)
    assert posting.history(net.a)[0].way == "said"


def test_a_saved_file_went_when_its_office_is_heard_of_and_has_it(net: Network, record: RecordId) -> None:
    files = net.files(net.a, net.p)
    net.on("2026-11-06")
    net.send(net.p, net.a)
    assert to_send(net.a, net.p).saved
    assert is_only_saved(net.a, record)
    taken(inbox.receive(net.p, files))
    net.on("2026-11-07")
    net.send(net.p, net.a)
    assert not to_send(net.a, net.p).saved
    assert not is_only_saved(net.a, record)


def test_who_says_that_one_saved_file_was_sent_says_nothing_of_another(
    net: Network, record: RecordId, tmp_path: Path
) -> None:
    outbox.export(net.a, net.p.office, tmp_path)
    net.on("2026-11-06")
    later = net.report(net.a, "2026-04")
    submitting.submit(net.a, later.id)
    outbox.export(net.a, net.p.office, tmp_path)
    net.on("2026-11-07")
    mailing.sent_for(net.a, later.id)
    assert (is_only_saved(net.a, record), is_only_saved(net.a, later.id)) == (True, False)
    net.on("2026-11-08")
    mailing.sent_for(net.a, record)
    assert not is_only_saved(net.a, record)


def test_a_drafted_mail_that_was_sent_says_nothing_of_a_file_saved_before(
    net: Network, record: RecordId, tmp_path: Path
) -> None:
    outbox.export(net.a, net.p.office, tmp_path)
    net.on("2026-11-06")
    later = net.report(net.a, "2026-04")
    submitting.submit(net.a, later.id)
    drafted(net, tmp_path)
    mailing.sent_to(net.a, net.p.office)
    assert (is_only_saved(net.a, record), is_only_saved(net.a, later.id)) == (True, False)


def newcomer(net: Network) -> Desk:
    """An office that opened PWON's invitation and wrote nothing yet."""
    desk = net.new("d", "mentee", "WASA Multan")
    path = net.folder / "invitation.wopx"
    path.write_bytes(authority.invitation(net.p))
    taken(inbox.receive(desk, [path], short_code(Key(net.p.identity.root))))
    return desk


def test_the_first_mail_of_an_office_is_a_draft_until_the_person_says_that_it_went(net: Network) -> None:
    desk = newcomer(net)
    assert to_send(desk, net.p).drafted is None
    handing.mail_bundle(desk, net.p.office)
    assert to_send(desk, net.p).drafted is not None
    mailing.sent_to(desk, net.p.office)
    assert to_send(desk, net.p).drafted is None
    assert [one.way for one in posting.history(desk)] == ["said"]


def test_the_answer_of_pwon_settles_the_first_mail(net: Network, tmp_path: Path) -> None:
    desk = newcomer(net)
    ((name, data),) = handing.mail_bundle(desk, net.p.office)
    (tmp_path / name).write_bytes(data)
    inbox.receive(net.p, [tmp_path / name])
    approve(net, desk)
    net.send(net.p, desk)
    assert to_send(desk, net.p).drafted is None
