"""Who is named in a partnership and not in it yet, and what PWON does about it."""

from tests.desk.offices import NAMES, Network, approve, join
from wopdesk.desk import filing, gathering, partners, starting, submitting
from wopdesk.desk.circle import circle
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document


def opened(desk: Desk, **about: str) -> Document:
    """A partnership that a desk opens."""
    record = starting.start_partnership(desk, "Less water lost")
    filing.answer(desk, record.id, {"about/subjects": "nrw", **{f"about/{name}": text for name, text in about.items()}})
    return record


def states(desk: Desk, record: Document) -> list[tuple[str, str, str]]:
    return [(one.name, one.role, one.state) for one in gathering.outside(desk, circle(desk, record.home))]


def test_whoever_a_submitted_partnership_names_is_let_in_with_its_role_and_then_receives_it(net: Network) -> None:
    record = opened(net.p, mentee=net.b.office, mentor=net.a.office)
    assert states(net.p, record) == []
    submitting.submit(net.p, record.id)
    assert states(net.p, record) == [
        ("WASA Lahore", "mentee", "approved"),
        ("WASA Faisalabad", "mentor", "approved"),
    ]
    assert gathering.let_in(net.p, record.home) == ("WASA Lahore", "WASA Faisalabad")
    assert states(net.p, record) == []
    assert net.p.standing.role(record.home, net.a.office) == "mentor"
    net.meet(net.p, net.a)
    assert record.home in partners.partnership_spaces(net.a)
    assert circle(net.a, record.home).partnership.title == "Less water lost"


def test_who_is_not_approved_yet_is_let_in_once_it_is(net: Network) -> None:
    new = net.new("d", "mentee", NAMES["d"])
    join(net, new)
    record = opened(net.p, mentee=new.office, mentor_name="Sample Mentor")
    submitting.submit(net.p, record.id)
    waiting, unknown = (NAMES["d"], "mentee", "waiting"), ("Sample Mentor", "mentor", "unknown")
    assert states(net.p, record) == [waiting, unknown]
    assert gathering.let_in(net.p, record.home) == ()
    approve(net, new)
    assert gathering.let_in(net.p, record.home) == (NAMES["d"],)
    assert states(net.p, record) == [unknown]


def test_a_supporting_partner_that_was_chosen_is_let_in_and_a_written_one_is_not_waited_for(net: Network) -> None:
    bank = net.new("d", "supporting", "Sample Bank")
    join(net, bank)
    approve(net, bank)
    record = opened(net.p, mentee=net.a.office, mentor=net.b.office, supporter=bank.office)
    submitting.submit(net.p, record.id)
    assert gathering.let_in(net.p, record.home) == ("WASA Faisalabad", "WASA Lahore", "Sample Bank")
    assert net.p.standing.role(record.home, bank.office) == "supporting"
    written = opened(net.p, mentee=net.a.office, mentor=net.b.office, supporting="Sample Fund")
    submitting.submit(net.p, written.id)
    assert [role for _, role, _ in states(net.p, written)] == ["mentee", "mentor"]


def test_only_pwon_lets_in(net: Network) -> None:
    record = opened(net.a, mentee=net.a.office, mentor=net.b.office)
    submitting.submit(net.a, record.id)
    assert states(net.a, record) == []
    assert gathering.let_in(net.a, record.home) == ()
    net.meet(net.a, net.p)
    assert states(net.p, record) == [("WASA Lahore", "mentor", "approved")]
    assert gathering.let_in(net.p, record.home) == ("WASA Lahore",)
