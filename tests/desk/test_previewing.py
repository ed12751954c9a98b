"""What a bundle brings is told in words before it is taken, and nothing is taken by telling it."""

from __future__ import annotations

from dataclasses import replace

from tests import story
from tests.desk.offices import Network, join, open_partnership
from wopdesk.desk import authority, documents, filing, inbox, looking, reviewing, submitting
from wopdesk.desk.desk import Desk
from wopdesk.desk.looking import Incoming
from wopdesk.desk.previewing import Preview, preview
from wopdesk.exchange import keys
from wopdesk.exchange.codes import short_code
from wopdesk.exchange.signed import sign_statement
from wopdesk.records.ids import OfficeId
from wopdesk.records.review import ACCEPT
from wopdesk.records.statement import EVERY_SPACE, Admit, Authority, Cut, Member, Office


def told(net: Network, sender: Desk, receiver: Desk, language: str = "en") -> Preview:
    """What the next bundle between two desks would bring."""
    (one,) = looking.look(receiver, net.files(sender, receiver))
    assert isinstance(one, Incoming)
    return preview(receiver, one.bundle, language)


def report(net: Network) -> str:
    """A submitted report of the mentee's."""
    found = net.report(net.a)
    submitting.submit(net.a, found.id)
    return found.id


def test_a_submitted_report_with_its_office_and_version(net: Network) -> None:
    record = report(net)
    brings = told(net, net.a, net.p)
    (one,) = [each for each in brings.submissions if each.record == record]
    assert (one.title, one.mark, one.owner, one.number, one.new) == (
        "Monthly report",
        "2026-03",
        "WASA Faisalabad",
        1,
        True,
    )
    assert brings.new
    assert brings.word
    assert not [each for each in documents.documents(net.p) if each.id == record]


def test_what_is_here_already_is_not_new(net: Network) -> None:
    report(net)
    files = net.files(net.a, net.p)
    inbox.receive(net.p, files)
    (again,) = looking.look(net.p, files)
    assert isinstance(again, Incoming)
    brings = preview(net.p, again.bundle)
    assert not brings.new
    assert not brings.word
    assert [each.new for each in brings.submissions] == [False] * len(brings.submissions)


def test_reviews_are_counted_by_what_they_say(net: Network) -> None:
    record = report(net)
    net.send(net.a, net.p)
    reviewing.review(net.p, record, ACCEPT, "Good. (sample)")
    assert told(net, net.p, net.a).reviews == {ACCEPT: 1}


def test_drafts_come_between_computers_of_one_office_only(net: Network) -> None:
    second = net.second()
    started = net.report(net.a)
    assert told(net, net.a, second).drafts == ("Monthly report 2026-03",)
    assert told(net, net.a, net.p).drafts == ()
    filing.answer(net.a, started.id, {"about/prepared_by": "Sample Engineer Two"})
    submitting.submit(net.a, started.id)
    assert told(net, net.a, second).drafts == ()


def test_approvals_and_places_in_partnerships(net: Network) -> None:
    stranger = net.new("d", "mentee", "WASA Multan")
    join(net, stranger)
    key = stranger.identity.key
    office = authority.approve(net.p, key, short_code(key), "mentee")
    authority.make_member(net.p, net.home, office, "mentee")
    brings = told(net, net.p, net.a)
    assert brings.offices == ("WASA Multan",)
    assert brings.members == 1  # that it belongs to the programme goes without saying


def test_an_office_is_counted_once_however_many_partnerships_it_comes_into(net: Network) -> None:
    second = open_partnership(net.p, (net.a, net.b), story.PARTNERSHIP)
    for office in (net.a.office, net.b.office):
        authority.make_member(net.p, net.home, office, "mentee" if office == net.b.office else "mentor")
    assert second != net.home
    brings = told(net, net.p, net.a)
    assert (brings.members, brings.roles) == (2, 0)


def test_another_role_is_no_new_office(net: Network) -> None:
    authority.make_member(net.p, net.home, net.b.office, "mentee")
    brings = told(net, net.p, net.a)
    assert (brings.members, brings.roles) == (0, 1)


def test_what_a_stranger_states_does_not_change_what_a_preview_says(net: Network) -> None:
    report(net)
    (one,) = looking.look(net.p, net.files(net.a, net.p))
    assert isinstance(one, Incoming)
    root, stranger = keys.generate(), keys.generate()
    said = (
        sign_statement(Authority(stranger.public), root),
        sign_statement(Office(OfficeId("0" * 32), "quetta", "WASA Quetta", stranger.public), stranger),
        sign_statement(Member(net.home.id, OfficeId("0" * 32), "mentee"), stranger),
        sign_statement(Admit(keys.generate().public, (EVERY_SPACE,)), stranger),
        sign_statement(Cut(net.b.identity.key, (), {}, ()), stranger),
    )
    assert preview(net.p, replace(one.bundle, statements=(*one.bundle.statements, *said))) == preview(net.p, one.bundle)


def test_a_further_computer(net: Network) -> None:
    second = net.further("a2", "a")
    assert told(net, second, net.a).computers == 1


def test_titles_come_in_the_language_asked(net: Network) -> None:
    report(net)
    english = {each.title for each in told(net, net.a, net.p).submissions}
    assert english.isdisjoint(each.title for each in told(net, net.a, net.p, "ur").submissions)
