import pytest

from tests.desk.offices import NAMES, Network, approve, join
from wopdesk.desk import filing, partners, reviewing, starting, submitting
from wopdesk.desk.faults import DeskFault
from wopdesk.records.ids import PARTNERSHIP, Space
from wopdesk.records.review import ACCEPT, RETURN
from wopdesk.ui.circles.roles import role_name
from wopdesk.ui.saying import said
from wopdesk.ui.screens.partnership.content import Paper, Partnership
from wopdesk.ui.screens.partnership.members import add_member
from wopdesk.ui.screens.partnership.presenter import content
from wopdesk.ui.shell.where import Where

ADVICE = {
    "about/subject": "Pressure",
    "advice/items[1]/kind": "solution",
    "advice/items[1]/text": "Hold 8 m at night.",
}


def read(net: Network, name: str = "a", language: str = "en") -> Partnership:
    return content(net.desk(name), net.home.id, language)


def papers(one: Partnership) -> dict[str, Paper]:
    return {said(paper.title): paper for paper in one.papers}


def test_the_timeline_says_what_blocks_the_next_step(net: Network) -> None:
    net.on("2026-11-04")
    one = read(net)
    now = one.stages[one.now]
    assert (now.code, now.state) == ("3.2.2", "overdue")
    assert str(now.when) == "2026-04-07"
    assert now.reason == "Still to come: Monthly report"
    assert one.stages[10].reason == "Waits for: Work plan implementation"
    assert [one.stages[number].state for number in (0, 5, 6, 9, 10)] == ["done", "done", "done", "ahead", "ahead"]
    assert read(net, language="ur").stages[one.now].short == "عمل درآمد"


def test_what_came_before_a_signed_agreement_is_not_said_to_be_done(net: Network) -> None:
    opened = starting.start_partnership(net.a, "Less water lost")
    days = {"agreements/moa": "2026-03-01", "about/subjects": "nrw"}
    filing.answer(net.a, opened.id, days)
    submitting.submit(net.a, opened.id)
    one = content(net.a, opened.home.id, "en")
    plan = papers(one)["Work plan"]
    assert (said(plan.state), plan.where) == ("Not begun", Where("document", kind="work_plan", space=opened.home.id))
    assert [stage.code for stage in one.stages if stage.state == "done"] == ["3.1.7"]
    assert one.stages[3].state == "passed"
    assert (one.stages[one.now].code, one.stages[one.now].state) == ("3.1.6", "current")


def test_documents_that_are_due_stand_before_those_that_are_there(net: Network) -> None:
    net.on("2026-11-04")
    submitting.submit(net.a, net.report(net.a).id)
    one = read(net)
    first = one.papers[0]
    assert (said(first.title), said(first.state), first.tone) == ("Monthly report, October 2026", "Due", "warn")
    assert first.where is not None
    assert first.where.answers == (("about/period", "2026-10"),)
    march = papers(one)["Monthly report, March 2026"]
    assert (march.version, said(march.state), march.office) == (1, "To be sent", "WASA Faisalabad")
    net.meet(net.a, net.b, net.p)
    assert said(papers(read(net))["Monthly report, March 2026"].state) == "In review"
    (elsewhere,) = [paper for paper in read(net, "b").papers if said(paper.title) == "Monthly report, October 2026"]
    assert elsewhere.where is None


def test_what_was_done_names_persons_and_offices(net: Network) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.meet(net.a, net.p)
    reviewing.review(net.p, report.id, RETURN, "The hours are missing.")
    one = read(net, "p")
    assert [(said(each.text), each.detail) for each in one.history[:2]] == [
        ("Sample Engineer, PWON, returned Monthly report, March 2026", "The hours are missing."),
        ("Sample Engineer, WASA Faisalabad, submitted Monthly report, March 2026, version 1", ""),
    ]
    assert said(papers(one)["Monthly report, March 2026"].state) == "Returned"
    reviewing.review(net.p, report.id, ACCEPT, "")
    assert said(papers(read(net, "p"))["Monthly report, March 2026"].state) == "Accepted"


@pytest.mark.parametrize(
    ("day", "said_of_it"),
    [("2026-10-12", "Given today"), ("2026-10-13", "Given 1 day ago"), ("2026-10-14", "Given 2 days ago")],
)
def test_the_age_of_advice_is_said_as_people_say_it(net: Network, day: str, said_of_it: str) -> None:
    net.on("2026-10-12")
    note = filing.start(net.b, "advice_note", net.home, ADVICE)
    submitting.submit(net.b, note.id)
    net.on(day)
    (piece,) = read(net, "b").advice
    assert said(piece.state) == said_of_it


def test_the_ledger_says_how_old_what_is_open_is(net: Network) -> None:
    net.on("2026-10-12")
    note = filing.start(net.b, "advice_note", net.home, ADVICE)
    submitting.submit(net.b, note.id)
    net.meet(net.a, net.b)
    net.on("2026-11-20")
    (piece,) = read(net).advice
    assert (piece.text, said(piece.state), piece.tone) == ("Hold 8 m at night.", "Given 39 days ago", "warn")
    assert piece.where == Where("document", record=note.id)
    assert [said(figure.value) for figure in read(net).figures] == ["0 of 8", "0 of 1", "0 %"]


def test_an_indicator_ends_with_the_last_month_reported(net: Network) -> None:
    submitting.submit(net.a, net.report(net.a, "2026-03").id)
    hours, collection = read(net).trends
    assert (hours.name, hours.months, hours.values, hours.target) == ("Hours of supply", ("Mar",), (4.0,), 12.0)
    assert hours.verdict is not None
    assert said(hours.verdict) == "Improving"
    assert collection.values == (49.0,)


def test_a_month_without_report_is_a_gap(net: Network) -> None:
    for period in ("2026-03", "2026-05"):
        submitting.submit(net.a, net.report(net.a, period).id)
    hours, _ = read(net).trends
    assert (hours.months, hours.values) == (("Mar", "Apr", "May"), (4.0, None, 4.0))


def test_pwon_adds_an_office_that_was_approved(net: Network) -> None:
    new = net.new("d", "mentee", NAMES["d"])
    join(net, new)
    approve(net, new)
    one = read(net, "p")
    assert one.invitable is not None
    assert one.invitable.offices == ((new.office, "WASA Multan"),)
    assert ("mentor", role_name("mentor")) in one.invitable.roles
    add_member(net.p, net.home.id, new.office, "supporting")
    after = read(net, "p")
    assert after.invitable is not None
    assert after.invitable.offices == ()
    assert "WASA Multan" in [member.name for member in after.members]
    net.meet(net.p, new)
    assert net.home in partners.partnership_spaces(new)


def test_pwon_adds_an_office_that_the_record_names_in_that_role_alone(net: Network) -> None:
    opened = starting.start_partnership(net.p, "Less water lost")
    filing.answer(net.p, opened.id, {"about/mentor": net.b.office})
    who = content(net.p, opened.home.id, "en").invitable
    assert who is not None
    assert [role for role, _ in who.roles_of(net.b.office)] == ["mentor"]
    assert {role for role, _ in who.roles_of(net.a.office)} == {"mentee", "mentor", "supporting"}


def test_others_add_nobody(net: Network) -> None:
    assert read(net).invitable is None
    with pytest.raises(DeskFault):
        add_member(net.a, net.home.id, net.b.office, "mentor")


def test_one_that_was_just_opened_can_be_shown(net: Network) -> None:
    opened = starting.start_partnership(net.a, "Less water lost")
    one = content(net.a, opened.home.id, "en")
    assert (one.title, said(one.status), one.tone) == ("Less water lost", "In preparation", "quiet")
    assert [said(figure.value) for figure in one.figures] == ["–", "–", "–"]
    assert one.now == 0
    assert (one.trends, one.advice, one.history) == ((), (), ())


def test_offices_are_added_in_the_role_that_the_record_or_their_approval_gives_them(net: Network) -> None:
    new = net.new("d", "mentor", NAMES["d"])
    join(net, new)
    approve(net, new)
    opened = Space(PARTNERSHIP, net.p.office, "5a" * 16)
    filing.start(net.p, "partnership", opened, {"about/mentee": net.b.office})
    one = content(net.p, opened.id, "en").invitable
    assert one is not None
    assert one.offices[0] == (net.b.office, "WASA Lahore")
    roles = [one.role_of(office) for office in (net.b.office, net.a.office, new.office)]
    assert roles == ["mentee", "mentee", "mentor"]
