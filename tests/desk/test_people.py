"""Who is working is picked from those who worked here before and from colleagues at the office's other computers."""

from __future__ import annotations

from tests.desk.offices import Network
from wopdesk.desk import filing, people


def test_names_that_were_chosen_come_first_the_last_one_before_all(net: Network) -> None:
    for name in ("Sample Operator", "  Sample   Clerk ", "Sample Operator"):
        people.choose(net.a, name)
    net.report(net.a)
    net.close("a")
    assert people.known(net.a) == ("Sample Operator", "Sample Clerk")
    net.report(net.a, "2026-04")  # by the engineer whom `open_at` makes work
    assert people.known(net.a) == ("Sample Operator", "Sample Clerk", "Sample Engineer")


def test_colleagues_at_other_computers_of_the_office_are_known_and_partners_are_not(net: Network) -> None:
    second = net.second()
    second.person = "Sample Colleague"
    report = net.report(second)
    net.b.person = "Sample Mentor"
    filing.start(net.b, "advice_note", net.home, {"about/subject": "Valves"})
    net.meet(net.a, second, net.b, net.p)
    assert people.known(net.a)[0] == "Sample Colleague"
    filing.answer(net.a, report.id, {"about/prepared_by": "Another"})
    assert people.known(net.a) == ("Sample Engineer", "Sample Colleague")


def test_nobody_is_known_at_a_desk_that_is_new(net: Network) -> None:
    assert people.known(net.new("c", "mentee", "WASA Lahore")) == ()
    people.choose(net.desk("c"), "   ")
    assert people.known(net.desk("c")) == ()
