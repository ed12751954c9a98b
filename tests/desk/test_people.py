"""Who is working is picked from those who worked here before and from colleagues at the office's other computers."""

from __future__ import annotations

from tests.desk.offices import Network
from wopdesk.desk import filing, history, people


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


def test_a_name_is_corrected_and_what_was_written_under_it_stays(net: Network) -> None:
    people.choose(net.a, "Sample Clark")
    report = net.report(net.a)
    people.correct(net.a, "Sample Clark", "  Sample Clerk,  Revenue ")
    assert net.a.person == people.working(net.a) == "Sample Clerk, Revenue"
    net.close("a")
    assert people.known(net.a) == ("Sample Clerk, Revenue",)
    assert {entered.by for entered in history.history(net.a, report.id)} == {"Sample Clark"}


def test_the_name_of_somebody_who_does_not_work_now_is_corrected(net: Network) -> None:
    people.choose(net.a, "Sample Clark")
    people.choose(net.a, "Sample Engineer")
    people.correct(net.a, "Sample Clark", "Sample Clerk")
    assert (people.working(net.a), people.known(net.a)) == ("Sample Engineer", ("Sample Engineer", "Sample Clerk"))
    people.correct(net.a, "Sample Clerk", "   ")
    assert people.known(net.a) == ("Sample Engineer", "Sample Clerk")
    people.correct(net.a, "Sample Clerk", "Sample Engineer")
    assert people.known(net.a) == ("Sample Engineer",)


def test_a_name_that_was_removed_comes_back_only_when_that_person_works_again(net: Network) -> None:
    people.choose(net.a, "Sample Clerk")
    net.report(net.a)
    people.choose(net.a, "Sample Engineer")
    people.remove(net.a, "Sample Clerk")
    people.remove(net.a, "Sample Engineer")  # who works now
    assert people.known(net.a) == ("Sample Engineer",)
    people.choose(net.a, "Sample Clerk")
    assert people.known(net.a) == ("Sample Clerk", "Sample Engineer")
