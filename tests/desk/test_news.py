"""What came in lately: versions and reviews of others, newest first, and nothing that this office did itself."""

from __future__ import annotations

from datetime import date, timedelta

from tests.desk.offices import Network
from wopdesk.desk import filing, news, reviewing, submitting
from wopdesk.records.review import ACCEPT, COMMENT, RETURN

LONG_AGO = date(2026, 1, 1)


def test_versions_and_reviews_of_others_come_newest_first(net: Network) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.meet(net.a, net.b, net.p)
    reviewing.review(net.b, report.id, COMMENT, "Which zone?")
    reviewing.review(net.p, report.id, RETURN, "Which zone?")
    net.meet(net.a, net.b, net.p)
    first, second, *_ = news.arrived(net.a, net.a.today)
    assert (first.office, first.verdict, first.reason) == ("PWON", RETURN, "Which zone?")
    assert (second.office, second.verdict, second.record) == ("WASA Lahore", COMMENT, report.id)
    assert (first.kind.en, first.mark, first.number) == ("Monthly report", "2026-03", 1)
    came = next(one for one in news.arrived(net.p, net.p.today) if not one.verdict)
    assert (came.office, came.by, came.confirmed) == ("WASA Faisalabad", "Sample Engineer", True)


def test_what_this_office_did_is_no_news_to_it(net: Network) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    assert all(one.office != "WASA Faisalabad" for one in news.arrived(net.a, LONG_AGO))
    assert all(one.record != report.id for one in news.arrived(net.a, LONG_AGO))


def test_news_end_at_the_day_that_was_asked(net: Network) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    day = net.p.today
    assert [one.record for one in news.arrived(net.p, day)] == [report.id]
    assert news.arrived(net.p, day + timedelta(days=1)) == ()


def test_a_correction_is_news_again(net: Network) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    news.arrived(net.p, LONG_AGO)
    reviewing.review(net.p, report.id, ACCEPT, "Good")
    filing.answer(net.a, report.id, {"about/prepared_by": "Another"})
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    assert [one.number for one in news.arrived(net.p, LONG_AGO) if one.record == report.id] == [2, 1]
