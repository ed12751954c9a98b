"""A version goes out as files: where they are proposed, what can be done with them, and what counts as sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from tests.ui.screens.document.shown import Seat
from wopdesk.desk import documents, filing, gathering, going, handing, starting, submitting, unsent
from wopdesk.desk.desk import Desk
from wopdesk.ui.saying import said
from wopdesk.ui.screens.document import presenter
from wopdesk.ui.screens.document.confirm import Confirm
from wopdesk.ui.screens.document.content import Made
from wopdesk.ui.screens.document.notices import banners
from wopdesk.ui.screens.document.opening import open_filling
from wopdesk.ui.screens.document.send import SendPage
from wopdesk.ui.screens.document.sending import Sending
from wopdesk.ui.shell.where import Where
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import Label

Sit = Callable[[str], Seat]


@pytest.fixture
def report(net: Network) -> str:
    """A report that was submitted and went nowhere."""
    net.meet(net.a, net.b, net.p)
    made = net.report(net.a, "2026-10")
    submitting.submit(net.a, made.id)
    return made.id


def page(qtbot: QtBot, made: Made) -> SendPage:
    shown = SendPage()
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    shown.show_made(made)
    shown.show()
    return shown


def at_send_page(seat: Seat, record: str) -> Sending:
    screen = seat.open(Where("document", record=record))
    screen.view.foot.send_button.click()
    seat.wait(screen.sending.page.isVisible)
    return screen.sending


def sent_to(sending: Sending, *offices: str) -> None:
    """Say that it was sent to these."""
    for office, tick in sending.page.told.sent_to.ticks.items():
        tick.setChecked(office in offices)
    sending.page.buttons["sent"].click()


def test_a_file_is_proposed_by_its_name_where_the_last_one_went(sit: Sit, report: str, tmp_path: Path) -> None:
    seat = sit("a")
    asked: list[Path] = []
    sending, folder = at_send_page(seat, report), tmp_path / "papers"
    folder.mkdir()

    def choose(proposed: str, _kinds: str) -> str:
        asked.append(Path(proposed))
        return str(folder / "Sample")

    opened: list[Path] = []
    sending.choose_file = choose
    sending.open_file = opened.append
    sending.page.buttons["pdf"].click()
    seat.wait(sending.page.results["pdf"].isVisible)
    assert asked[0].name == "WOP-PK-001 WASA Faisalabad MR 2026-10.pdf"
    assert [file.name for file in folder.iterdir()] == ["Sample.pdf"]
    sending.page.buttons["open"].click()
    sending.page.buttons["folder"].click()
    assert opened == [folder / "Sample.pdf", folder]
    sending.page.buttons["mail"].click()
    seat.wait(sending.page.results["mail"].isVisible)
    assert asked[1] == folder / "WOP-PK-001 WASA Faisalabad MR 2026-10.eml"
    later = at_send_page(seat, report)
    later.choose_file = choose
    later.page.buttons["pdf"].click()
    assert asked[2].parent == folder


def test_a_drafted_mail_is_sent_when_the_person_says_so(net: Network, sit: Sit, report: str, tmp_path: Path) -> None:
    seat = sit("a")
    sending = at_send_page(seat, report)
    sending.folder = tmp_path
    sending.page.buttons["mail"].click()
    seat.wait(sending.page.buttons["sent"].isVisible)
    waiting: list[bool] = []
    seat.office.ask(lambda desk: report in going.not_gone(desk), waiting.append)
    seat.wait(lambda: bool(waiting))
    assert waiting == [True]
    sent_to(sending, net.p.office, net.b.office)
    seat.wait(lambda: not sending.page.buttons["sent"].isVisible())
    seat.stand_up()
    assert report not in going.not_gone(net.a)
    assert [said(one.title) for one in banners(open_filling(net.a, report, "en"))] == ["Version 1 was sent"]


def test_a_saved_paper_is_sent_when_the_person_says_so(net: Network, sit: Sit, report: str, tmp_path: Path) -> None:
    seat = sit("a")
    sending = at_send_page(seat, report)
    sending.folder = tmp_path
    sending.page.buttons["pdf"].click()
    seat.wait(sending.page.buttons["sent"].isVisible)
    title, text = banner(net, report)
    assert title == "Version 1 was saved, not yet sent"
    assert "Send and receive" in text
    sent_to(sending, net.p.office, net.b.office)
    seat.wait(lambda: not sending.page.buttons["sent"].isVisible())
    assert banner(net, report)[0] == "Version 1 was sent"


def titled(sending: Sending) -> str:
    """All that the page says."""
    return "\n".join(one.text() for one in sending.page.findChildren(Label))


def test_what_was_sent_is_not_told_to_be_sent_now(net: Network, sit: Sit, report: str, tmp_path: Path) -> None:
    seat = sit("a")
    sending = at_send_page(seat, report)
    sending.folder = tmp_path
    assert "Now send it" in titled(sending)
    sending.page.buttons["pdf"].click()
    seat.wait(sending.page.buttons["sent"].isVisible)
    assert "Now send it" in titled(sending)  # a file that was saved went nowhere yet
    sent_to(sending, net.b.office)
    seat.wait(lambda: "Version 1 was sent to WASA Lahore." in titled(sending))
    assert "Now send it" not in titled(sending)
    later = at_send_page(seat, report)
    assert "Version 1 was sent to WASA Lahore." in titled(later)


def only_saved_for(desk: Desk) -> set[str]:
    """The offices of which nobody said that what was saved for them was handed on."""
    return {str(one.office) for one in unsent.waiting_to_go(desk) if one.saved}


def test_once_all_have_it_the_next_thing_is_to_be_done(net: Network, sit: Sit, report: str, tmp_path: Path) -> None:
    seat = sit("a")
    sending = at_send_page(seat, report)
    sending.folder = tmp_path
    buttons = sending.page.buttons
    buttons["pdf"].click()
    seat.wait(buttons["sent"].isVisible)
    sent_to(sending, net.b.office)
    seat.wait(lambda: "Version 1 was sent to WASA Lahore." in titled(sending))
    assert [one for one in primaries(sending.page) if one.isVisible()] == [buttons["pdf"]]
    sent_to(sending, net.p.office)
    seat.wait(lambda: not buttons["sent"].isVisible())
    assert [one for one in primaries(sending.page) if one.isVisible()] == [buttons["done"]]
    assert sending.page.focusWidget() is buttons["done"]


def test_what_was_sent_to_one_office_is_asked_of_the_other_still(
    net: Network, sit: Sit, report: str, tmp_path: Path
) -> None:
    seat = sit("a")
    sending = at_send_page(seat, report)
    sending.folder = tmp_path
    sending.page.buttons["whatsapp"].click()
    sent, ticks = sending.page.buttons["sent"], sending.page.told.sent_to.ticks
    seat.wait(sent.isVisible)
    assert [one.isChecked() for one in ticks.values()] == [False, False]
    assert not sent.isEnabled()
    sent_to(sending, net.p.office)
    seat.wait(lambda: not ticks[net.p.office].isVisible())
    assert sent.isVisible()
    assert ticks[net.b.office].isVisible()
    went: list[set[str]] = []
    seat.office.ask(only_saved_for, went.append)
    seat.wait(lambda: bool(went))
    assert went == [{net.b.office}]
    sent_to(sending, net.b.office)
    seat.wait(lambda: not sent.isVisible())


def test_a_mail_goes_to_all_of_whom_an_address_is_known(qtbot: QtBot, net: Network, report: str) -> None:
    made = presenter.made(net.a, report, "en")
    shown = page(qtbot, made)
    shown.report("mail", "The draft is made.", file=True, asked=True, likely=made.offices)
    assert set(shown.told.sent_to.chosen) == {net.p.office, net.b.office}
    assert shown.buttons["sent"].isEnabled()


def banner(net: Network, record: str, office: str = "a") -> tuple[str, str]:
    """What stands above a record, as its office sees it when it comes back."""
    (one,) = banners(open_filling(net.desk(office), record, "en"))
    return said(one.title), said(one.text or "")


def test_nothing_moves_when_it_is_told_what_came_of_a_way(net: Network, qtbot: QtBot, report: str) -> None:
    shown = page(qtbot, presenter.made(net.a, report, "en"))

    def places() -> list[QPoint]:
        shown.column.activate()
        return [shown.buttons[act].mapTo(shown, QPoint()) for act in ("pdf", "whatsapp", "mail", "copy", "done")]

    with qtbot.waitExposed(shown):
        before = places()
    shown.report("pdf", "Saved: /sample/a.pdf\nIt carries no data yet.", file=True)
    assert places() == before
    shown.report("mail", "The draft is made: /sample/a.eml\nSend it in your mail program.", file=True, asked=True)
    assert places() == before


def test_who_has_no_mail_address_is_named(net: Network, report: str) -> None:
    assert set(presenter.made(net.a, report, "en").unaddressed) == {"PWON", "WASA Lahore"}


def test_what_goes_to_nobody_says_so_before_it_is_made(qtbot: QtBot) -> None:
    confirm = Confirm()
    qtbot.addWidget(confirm)

    def told(*recipients: str) -> set[str]:
        confirm.ask(1, recipients)
        return {one.text() for one in confirm.findChildren(Label) if one.isVisible()}

    somebody, nobody = told("PWON"), told()
    assert [text for text in somebody - nobody if "PWON" in text]
    assert len(nobody) == len(somebody)
    assert nobody - somebody


def test_the_paper_of_a_partnership_says_what_it_is(net: Network) -> None:
    (partnership,) = documents.documents(net.a, "partnership", net.home)
    name = handing.paper_name(net.a, partnership, draft=True)
    assert name.startswith("WOP-PK-001 PWON Partnership")


def primaries(page: QWidget) -> list[Button]:
    """Buttons that look like the one thing to do next."""
    return [one for one in page.findChildren(Button) if one.property("kind") == "primary"]


def test_a_partnership_in_which_nobody_takes_part_yet_was_not_sent(net: Network) -> None:
    record = starting.start_partnership(net.p, "Less water lost")
    names = {"about/mentee": net.a.office, "about/mentor": net.b.office, "about/subjects": "nrw"}
    filing.answer(net.p, record.id, names)
    submitting.submit(net.p, record.id)
    (lies,) = banners(open_filling(net.p, record.id, "en"))
    assert said(lies.title) == "Version 1 is submitted and went to nobody yet"
    assert lies.act == "send"
    gathering.let_in(net.p, record.home)
    assert banner(net, record.id, "p")[0] == "Version 1 is submitted and still has to be sent"


def test_right_after_submitting_pwon_adds_those_whom_the_partnership_names(sit: Sit, net: Network) -> None:
    record = starting.start_partnership(net.p, "Less water lost")
    names = {"about/mentee": net.a.office, "about/mentor": net.b.office, "about/subjects": "nrw"}
    filing.answer(net.p, record.id, names)
    submitting.submit(net.p, record.id)
    seat = sit("p")
    sending = at_send_page(seat, record.id)
    panel = sending.page.awaited
    assert panel.adds
    assert sending.page.focusWidget() is panel.add
    told = " ".join(one.text() for one in sending.page.findChildren(Label))
    assert "First add who is to have it" in told
    assert "Now send it" not in told
    seat.wait(lambda: [one for one in primaries(sending.page) if one.isVisible()] == [panel.add])
    panel.add.click()
    both = "It goes to WASA Faisalabad, WASA Lahore."
    seat.wait(lambda: both in [one.text() for one in sending.page.findChildren(Label)])
    assert not panel.adds
    seat.wait(panel.isVisible)
    assert "one of the two is enough" in titled(sending)
    seat.wait(lambda: [one for one in primaries(sending.page) if one.isVisible()] == [sending.page.buttons["pdf"]])
