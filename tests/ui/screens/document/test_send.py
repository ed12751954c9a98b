"""After submitting: what an office can do that is connected with PWON, and one that started alone."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.desk.offices import NAMES, Network
from wopdesk.desk import filing, mailing, starting, submitting
from wopdesk.desk.desk import Desk
from wopdesk.ui.saying import said
from wopdesk.ui.screens.document import presenter
from wopdesk.ui.screens.document.notices import banners
from wopdesk.ui.screens.document.opening import open_filling
from wopdesk.ui.screens.document.send import SendPage

QUIET = {
    "about/period": "2026-10",
    "about/nil_return": "yes",
    "about/nil_reason": "Flood",
    "obstacles/nothing": "OK",
    "requests/nothing": "OK",
}


def alone(net: Network) -> tuple[Desk, str]:
    """An office without an invitation, and the report that it submitted."""
    desk = net.new("d", "mentee", NAMES["d"])
    home = starting.start_partnership(desk, "Less water lost").home
    report = filing.start(desk, "monthly_report", home, QUIET)
    submitting.submit(desk, report.id)
    return desk, report.id


def test_an_office_alone_saves_its_paper_and_learns_how_it_is_connected(net: Network, qtbot: QtBot) -> None:
    made = presenter.made(*alone(net), "en")
    assert (made.connected, made.recipients) == (False, ())
    page = SendPage()
    qtbot.addWidget(page)
    page.show_made(made)
    assert {"pdf", "whatsapp", "mail", "connect"} <= page.buttons.keys()
    with qtbot.waitSignal(page.wanted) as wanted:
        page.buttons["connect"].click()
    assert wanted.args == ["connect"]


def test_who_is_connected_needs_no_such_way(net: Network, qtbot: QtBot) -> None:
    report = net.report(net.a, "2026-10")
    submitting.submit(net.a, report.id)
    page = SendPage()
    qtbot.addWidget(page)
    page.show_made(presenter.made(net.a, report.id, "en"))
    assert "connect" not in page.buttons


def test_what_was_submitted_is_said_to_be_sent_only_when_it_was(net: Network) -> None:
    report = net.report(net.a, "2026-10")
    submitting.submit(net.a, report.id)
    before = presenter.stamp(net.a, report.id)
    titles = [said(one.title) for one in banners(open_filling(net.a, report.id, "en"))]
    assert titles == ["Version 1 is submitted and still has to be sent"]
    net.files(net.a, net.p)
    assert presenter.stamp(net.a, report.id) != before
    titles = [said(one.title) for one in banners(open_filling(net.a, report.id, "en"))]
    assert titles == ["Version 1 was saved, not yet sent"]
    mailing.sent_to(net.a, net.p.office)
    assert [said(one.title) for one in banners(open_filling(net.a, report.id, "en"))] == ["Version 1 was sent"]


def test_an_office_that_is_not_approved_is_not_sent_to_approve_itself(net: Network) -> None:
    desk, record = alone(net)
    assert [one.act for one in banners(open_filling(desk, record, "en"))] == ["answer", "correct"]
