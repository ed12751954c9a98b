"""Before a partnership is submitted, PWON reads what then happens: who is added by one press, who is to be invited."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.desk.fixtures import net, offices
from tests.desk.offices import NAMES, Network, join
from wopdesk.desk import filing, gathering, starting, submitting
from wopdesk.desk.circle import circle
from wopdesk.ui.circles.content import Awaited
from wopdesk.ui.screens.document.content import Review
from wopdesk.ui.screens.document.opening import open_filling
from wopdesk.ui.screens.document.summary import review
from wopdesk.ui.screens.document.whereto import whereto

__all__ = ["net", "offices"]


def reviewed(net: Network, **about: str) -> Review:
    """The last page of a partnership that PWON opens, before it is submitted."""
    record = starting.start_partnership(net.p, "Less water lost")
    filing.answer(net.p, record.id, {"about/subjects": "nrw"})
    filling = open_filling(net.p, record.id, "en")
    for name, text in about.items():
        filling.answer(f"about/{name}", text)
    return review(filling)


def test_who_is_added_after_submitting_is_told_before(net: Network) -> None:
    told = reviewed(net, mentee=net.a.office, mentor=net.b.office).awaited
    assert told is not None
    assert [name for name, _ in told.ready] == ["WASA Faisalabad", "WASA Lahore"]
    record = starting.start_partnership(net.p, "The same")
    names = {"about/mentee": net.a.office, "about/mentor": net.b.office, "about/subjects": "nrw"}
    filing.answer(net.p, record.id, names)
    submitting.submit(net.p, record.id)
    assert list(gathering.let_in(net.p, record.home)) == [name for name, _ in told.ready]
    assert gathering.outside(net.p, circle(net.p, record.home)) == ()


def test_roles_that_were_swapped_are_told_before(qapp: QApplication, net: Network) -> None:
    assert qapp is not None
    right = reviewed(net, mentee=net.a.office, mentor=net.b.office).awaited
    swapped = reviewed(net, mentee=net.b.office, mentor=net.a.office).awaited
    assert right is not None
    assert swapped is not None
    assert "Check the roles" not in whereto((), right)
    assert "WASA Lahore is approved as Mentor, and named here as Mentee." in whereto((), swapped)
    assert "WASA Faisalabad is approved as Mentee, and named here as Mentor." in whereto((), swapped)


def test_who_waits_and_who_is_not_known_is_told_before(net: Network) -> None:
    new = net.new("d", "mentee", NAMES["d"])
    join(net, new)
    told = reviewed(net, mentee=new.office, mentor_name="Sample Mentor").awaited
    assert told is not None
    assert (told.ready, told.waiting, told.unknown) == ((), (NAMES["d"],), ("Sample Mentor",))


def test_of_a_report_nobody_is_awaited(net: Network) -> None:
    assert review(open_filling(net.a, net.report(net.a).id, "en")).awaited is None


def test_a_partner_who_adds_nobody_is_told_of_its_recipients_alone(net: Network) -> None:
    record = starting.start_partnership(net.a, "Less water lost")
    told = review(open_filling(net.a, record.id, "en"))
    assert (told.recipients, told.awaited) == (("PWON",), None)


@pytest.mark.parametrize(
    ("awaited", "said"),
    [
        (Awaited("s", ready=(("Sample A", "Mentee"),)), "one press"),
        (Awaited("s", waiting=("Sample A",)), "approved"),
        (Awaited("s", unknown=("Sample A",)), "invited"),
    ],
    ids=["approved", "waiting", "unknown"],
)
def test_nobody_is_told_that_it_goes_to_nobody_where_somebody_is_named(
    qapp: QApplication, awaited: Awaited, said: str
) -> None:
    assert qapp is not None
    told = whereto((), awaited)
    assert "Sample A" in told
    assert said in told
    assert "nobody" not in told
