"""The screen with a desk on its own thread, and real files."""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network, taken
from tests.ui.screens.exchange.files import damaged, in_a_mail, printed, report_pdf, rubbish
from tests.ui.screens.running import running
from wopdesk.desk import authority, inbox
from wopdesk.exchange.bundle import Bundle
from wopdesk.exchange.codes import short_code
from wopdesk.records.ids import Key
from wopdesk.ui.screens.exchange.screen import ExchangeScreen
from wopdesk.ui.shell.screen import Notice
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.widgets.words import Label


@pytest.fixture
def office(net: Network, qtbot: QtBot) -> Iterator[DeskThread]:
    """PWON's desk, as the window has it."""
    with running(net, "p", qtbot) as thread:
        yield thread


Open = Callable[..., ExchangeScreen]


@pytest.fixture
def opening(office: DeskThread, qtbot: QtBot, tmp_path: Path) -> Open:
    """Opens the screen as the window does."""

    def opened(*files: Path) -> ExchangeScreen:
        screen = ExchangeScreen(office, Where("exchange", files=files))
        screen.drafts = tmp_path / "drafts"
        screen.resize(1224, 824)
        qtbot.addWidget(screen)
        office.changed.connect(screen.refresh)
        screen.show()
        screen.refresh()
        return screen

    return opened


def noted(tried: list[Path], path: Path, *, taken: bool) -> bool:
    """Notes what is to be opened; whether a program takes it."""
    tried.append(path)
    return taken


def wait_for(qtbot: QtBot, screen: ExchangeScreen, letters: int) -> None:
    qtbot.waitUntil(lambda: len(screen.view.cards) == letters and screen.view.progress is None)
    qtbot.waitUntil(lambda: all(card.isVisible() for card in screen.view.cards.values()))


def test_files_that_were_dropped_on_the_window_are_looked_at_and_taken(
    net: Network, opening: Open, qtbot: QtBot
) -> None:
    report = report_pdf(net)
    screen = opening(report, printed(report), damaged(net), *rubbish(net.folder))
    wait_for(qtbot, screen, 5)
    assert screen.view.takable == [0]
    screen.view.cards[0].take.click()
    qtbot.waitUntil(lambda: screen.view.cards[0].receipt is not None)
    receipt = screen.view.cards[0].receipt
    assert receipt is not None
    with qtbot.waitSignal(screen.gone) as gone:
        receipt.rows[0].click()
    (where,) = gone.args or []
    assert where.screen == "document"
    assert where.record


def held_in_memory() -> int:
    """How many bundles are there with all that they bring."""
    gc.collect()
    return sum(isinstance(one, Bundle) for one in gc.get_objects())


def test_what_a_file_brought_is_let_go_once_it_is_taken_or_put_away(net: Network, opening: Open, qtbot: QtBot) -> None:
    files = report_pdf(net, "2026-09"), report_pdf(net)
    before = held_in_memory()
    screen = opening(*files)
    wait_for(qtbot, screen, 2)
    assert held_in_memory() == before + 2
    screen.view.cards[0].take.click()
    qtbot.waitUntil(lambda: screen.view.cards[0].receipt is not None and screen.view.progress is None)
    screen.view.cards[1].leave.click()
    qtbot.waitUntil(lambda: held_in_memory() == before)
    assert list(screen.view.cards) == [0]


def test_all_are_taken_with_one_click_and_a_second_time_nothing_is_new(
    net: Network, opening: Open, qtbot: QtBot
) -> None:
    september, october = report_pdf(net, "2026-09"), report_pdf(net)
    screen = opening(september, in_a_mail(october))
    wait_for(qtbot, screen, 2)
    screen.view.take_all.click()
    qtbot.waitUntil(lambda: all(card.receipt for card in screen.view.cards.values()))
    screen.receive([october])
    wait_for(qtbot, screen, 3)
    assert screen.view.takable == []


def test_of_several_that_wait_the_card_leads_to_the_office_that_signed_it(
    net: Network, opening: Open, qtbot: QtBot
) -> None:
    strangers = [net.new("d", "mentee", "WASA Multan"), net.new("e", "mentor", "WASA Quetta")]
    (invitation := net.folder / "invitation.wopx").write_bytes(authority.invitation(net.p))
    for one in strangers:
        taken(inbox.receive(one, [invitation], short_code(Key(net.p.identity.root))))
    screen = opening(*(file for one in strangers for file in net.files(one, net.p)))
    wait_for(qtbot, screen, 2)
    screen.view.take_all.click()
    qtbot.waitUntil(lambda: all(card.receipt for card in screen.view.cards.values()))
    gone: list[Where] = []
    screen.gone.connect(gone.append)
    for card in screen.view.cards.values():
        assert card.receipt is not None
        card.receipt.approve.click()
    assert gone == [Where("offices", path=one.identity.key) for one in strangers]


def test_what_was_taken_is_put_away_at_once_and_what_waits_stays(net: Network, opening: Open, qtbot: QtBot) -> None:
    screen = opening(report_pdf(net, "2026-09"), *rubbish(net.folder))
    wait_for(qtbot, screen, 1 + len(rubbish(net.folder)))
    screen.view.cards[0].take.click()
    qtbot.waitUntil(lambda: screen.view.cards[0].receipt is not None and screen.view.progress is None)
    screen.receive([report_pdf(net)])
    qtbot.waitUntil(lambda: bool(screen.view.takable) and screen.view.progress is None)
    waits = screen.view.takable
    assert screen.view.put_all.isVisible()
    screen.view.put_all.click()
    assert list(screen.view.cards) == waits
    assert not screen.view.put_all.isVisible()
    assert screen.view.isAncestorOf(screen.focusWidget())


def test_it_is_done_by_keyboard_alone(net: Network, opening: Open, qtbot: QtBot) -> None:
    screen = opening(report_pdf(net))
    wait_for(qtbot, screen, 1)
    with qtbot.waitActive(screen):
        screen.activateWindow()
    screen.view.drop.files.setFocus()
    take = screen.view.cards[0].take
    qtbot.keyClick(screen.view.drop.files, Qt.Key.Key_Tab)
    assert take.hasFocus()
    qtbot.keyClick(take, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: screen.view.cards[0].receipt is not None)
    receipt = screen.view.cards[0].receipt
    assert receipt is not None
    qtbot.waitUntil(receipt.rows[0].hasFocus)
    with qtbot.waitSignal(screen.gone):
        qtbot.keyClick(receipt.rows[0], Qt.Key.Key_Space)


def test_an_acknowledgement_goes_back_by_mail(net: Network, opening: Open, qtbot: QtBot) -> None:
    screen = opening(report_pdf(net))
    opened: list[Path] = []
    screen.open_file = partial(noted, opened, taken=True)
    wait_for(qtbot, screen, 1)
    screen.view.all_taken.emit()
    qtbot.waitUntil(lambda: screen.view.cards[0].receipt is not None)
    receipt = screen.view.cards[0].receipt
    assert receipt is not None
    menu = receipt.acknowledge.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].suffix == ".eml"
    assert opened[0].is_file()


def test_a_draft_that_no_program_opens_is_told_and_its_folder_shown(net: Network, opening: Open, qtbot: QtBot) -> None:
    screen = opening()
    told: list[Notice] = []
    tried: list[Path] = []
    screen.noticed.connect(told.append)
    screen.open_file = partial(noted, tried, taken=False)
    qtbot.waitUntil(lambda: net.a.office in screen.view.send.rows)
    screen.view.send.rows[net.a.office].mail.click()
    qtbot.waitUntil(lambda: bool(told))
    assert "No program opened it" in told[0].text
    assert str(screen.drafts) in told[0].text
    qtbot.waitUntil(lambda: screen.view.send.rows[net.a.office].partner.drafted is not None)
    screen.view.send.rows[net.a.office].folder.click()
    assert [one.suffix for one in tried] == [".eml", ""]
    assert tried[1] == screen.drafts


def test_files_go_into_the_folder_that_was_chosen(net: Network, opening: Open, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opening()
    qtbot.waitUntil(lambda: net.a.office in screen.view.send.rows)
    chosen: list[Path | None] = [None, tmp_path / "stick"]
    screen.choose_folder = lambda: chosen.pop(0)
    told: list[Notice] = []
    screen.noticed.connect(told.append)
    screen.view.send.rows[net.a.office].save.click()
    assert not told
    screen.view.send.rows[net.a.office].save.click()
    qtbot.waitUntil(lambda: bool(told))
    assert "WASA Faisalabad" in told[0].text
    assert list((tmp_path / "stick").glob("pwon-to-wasa-faisalabad-*.wopx"))


def told_of(screen: ExchangeScreen, office: str) -> str:
    """All that is told with an office."""
    return "\n".join(one.text() for one in screen.view.send.rows[office].findChildren(Label))


@pytest.mark.parametrize("way", ["save", "whatsapp", "mail"])
def test_what_was_written_for_an_office_is_named_with_it_until_it_went(
    net: Network, opening: Open, qtbot: QtBot, tmp_path: Path, way: str
) -> None:
    screen = opening()
    tried: list[Path] = []
    screen.choose_folder = lambda: tmp_path / "stick"
    screen.open_file = partial(noted, tried, taken=True)
    folder = screen.drafts if way == "mail" else tmp_path / "stick"
    qtbot.waitUntil(lambda: net.a.office in screen.view.send.rows)
    getattr(screen.view.send.rows[net.a.office], way).click()
    qtbot.waitUntil(lambda: str(folder) in told_of(screen, net.a.office))
    (file,) = folder.iterdir()
    assert str(file) in told_of(screen, net.a.office)
    screen.view.send.rows[net.a.office].folder.click()
    assert tried[-1] == folder
    screen.view.send.rows[net.a.office].went.click()
    qtbot.waitUntil(lambda: str(file) not in told_of(screen, net.a.office))
    assert screen.view.send.rows[net.a.office].folder.parent() is None


def test_the_message_is_copied(net: Network, opening: Open, qtbot: QtBot) -> None:
    screen = opening()
    qtbot.waitUntil(lambda: net.a.office in screen.view.send.rows)
    with qtbot.waitSignal(screen.noticed):
        screen.view.send.rows[net.a.office].copy.click()
    text = QGuiApplication.clipboard().text()
    assert "WASA Faisalabad" in text
    assert "PWON" in text


def test_for_whatsapp_the_file_is_saved_and_the_message_copied(
    net: Network, opening: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = opening()
    screen.choose_folder = lambda: tmp_path / "phone"
    told: list[Notice] = []
    screen.noticed.connect(told.append)
    qtbot.waitUntil(lambda: net.a.office in screen.view.send.rows)
    screen.view.send.rows[net.a.office].whatsapp.click()
    qtbot.waitUntil(lambda: bool(told))
    (file,) = (tmp_path / "phone").iterdir()
    assert file.name in QGuiApplication.clipboard().text()
    assert "document" in told[0].text
    qtbot.waitUntil(lambda: screen.view.send.rows[net.a.office].partner.saved)  # until it is said that it went


def test_what_is_stopped_shows_what_was_done_until_then(net: Network, opening: Open, qtbot: QtBot) -> None:
    screen = opening()
    screen.receive([report_pdf(net)])
    progress = screen.view.progress
    assert progress is not None
    progress.cancel.click()
    qtbot.waitUntil(lambda: screen.view.progress is None)
    assert len(screen.view.cards) <= 1


def test_a_file_is_put_away_and_nothing_of_it_is_kept(net: Network, opening: Open, qtbot: QtBot) -> None:
    screen = opening(report_pdf(net))
    wait_for(qtbot, screen, 1)
    screen.view.cards[0].leave.click()
    assert not screen.view.cards
    screen.view.all_taken.emit()
    qtbot.waitUntil(lambda: screen.view.progress is None)
    assert _past(screen)
    assert not [line for line in _past(screen) if "monthly-report" in line[1]]


def _past(screen: ExchangeScreen) -> list[tuple[str, str]]:
    """Office and file of the lines of the history."""
    rows = screen.view.past.table.rows
    return [(str(rows.index(row, 2).data()), str(rows.index(row, 3).data())) for row in range(rows.rowCount())]
