import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.shell.conftest import Begin
from tests.ui.shell.test_instance import start_again
from wopdesk.desk.desk import Desk, opened
from wopdesk.desk.people import working
from wopdesk.desk.sample import LAST_DAY
from wopdesk.desk.welcome import NewOffice, set_up
from wopdesk.ui.screens.exchange.screen import ExchangeScreen
from wopdesk.ui.screens.home.screen import HomeScreen
from wopdesk.ui.screens.settings.screen import SettingsScreen
from wopdesk.ui.screens.welcome.screen import WelcomePage
from wopdesk.ui.screens.welcome.who import WhoLeaf
from wopdesk.ui.shell.faults import OpeningFault, taken, unkept
from wopdesk.ui.shell.instance import Lock
from wopdesk.ui.shell.person import PersonDialog
from wopdesk.ui.shell.preferences import Preferences
from wopdesk.ui.shell.screen import Notice
from wopdesk.ui.shell.session import Session
from wopdesk.ui.shell.start import Start
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.fault import FaultPanel


def test_it_begins_at_home(session: Session) -> None:
    assert isinstance(session.window.screen_shown, HomeScreen)
    assert session.frame.focusWidget() is not session.window.navigation.buttons["home"]


def test_places_are_reached_and_left_by_keyboard(session: Session, qtbot: QtBot) -> None:
    qtbot.waitExposed(session.frame)
    QTest.keyClick(session.frame, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(session.window.screen_shown, ExchangeScreen))
    QTest.keyClick(session.frame, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(session.window.screen_shown, HomeScreen))


def test_a_file_dropped_anywhere_is_received(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "something.wopx"
    file.write_bytes(b"no bundle")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    place = session.window.screen_shown
    assert place is not None
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(place, QDragEnterEvent(QPointF(300, 300), *how))
    QApplication.sendEvent(place, QDropEvent(QPointF(300, 300), *how))
    shown = session.window.screen_shown
    assert isinstance(shown, ExchangeScreen)
    assert shown.where.files == (file,)


def test_a_file_named_at_the_start_is_received_when_the_desk_is_open(begin: Begin, file: Path, qtbot: QtBot) -> None:
    session = begin(Start(file, (file.with_name("report.pdf"),), date(2026, 11, 12), "Sample Engineer"))
    qtbot.waitUntil(lambda: isinstance(session.window.screen_shown, ExchangeScreen))


def test_where_there_is_no_data_file_the_person_is_welcomed(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    session = begin(Start(tmp_path / "none.wopdesk"))
    qtbot.waitUntil(lambda: bool(session.frame.findChildren(WelcomePage)))


def test_a_data_file_that_cannot_be_opened_is_told_and_tried_again(
    begin: Begin, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = file.read_bytes()
    damaged = tmp_path / "damaged.wopdesk"
    damaged.write_bytes(b"This is no data file." * 1000)
    session = begin(Start(damaged))
    qtbot.waitUntil(lambda: bool(session.frame.findChildren(OpeningFault)))
    damaged.write_bytes(kept)
    Path(f"{file}.keys").rename(f"{damaged}.keys")
    session.frame.findChildren(OpeningFault)[0].again.emit()
    qtbot.waitUntil(lambda: isinstance(session.window.screen_shown, HomeScreen))


def test_who_is_working_is_asked_once_and_remembered(begin: Begin, file: Path, qtbot: QtBot) -> None:
    with opened(file) as desk:
        desk.person = ""
        first = working(desk)
    session = begin(Start(file))
    if not first:
        qtbot.waitUntil(lambda: bool(session.frame.findChildren(PersonDialog)))
    else:
        qtbot.waitUntil(lambda: isinstance(session.window.screen_shown, HomeScreen))
        session.ask_person()
    dialog = session.frame.findChildren(PersonDialog)[0]
    QTest.keyClicks(dialog.name, "Second Sample, Engineer")
    assert session.office is not None
    with qtbot.waitSignal(session.office.changed):
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    session.frame.close()
    session.end()
    with opened(file) as desk:
        assert working(desk) == "Second Sample, Engineer"


def test_language_and_theme_change_at_once_and_stay(session: Session) -> None:
    before = worn()
    session.window.head.theme.click()
    session.window.head.language.click()
    assert worn().theme != before.theme
    assert worn().language != before.language
    assert session.preferences.appearance() == worn()


def test_the_keyboard_is_on_the_place_that_is_open(session: Session, qtbot: QtBot) -> None:
    buttons = session.window.navigation.buttons
    with qtbot.waitActive(session.frame):
        session.frame.activateWindow()
    buttons["home"].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.mouseClick(buttons["settings"], Qt.MouseButton.LeftButton)
    assert session.frame.focusWidget() is buttons["settings"]
    QTest.keyClick(session.frame, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert session.frame.focusWidget() is buttons["reports"]


def test_the_keyboard_goes_from_one_screen_to_the_next_and_not_to_the_navigation(
    session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitActive(session.frame):
        session.frame.activateWindow()
    window = session.window
    for where in (Where("differences"), Where("home")):
        window.go(where)
        screen, focused = window.screen_shown, session.frame.focusWidget()
        assert screen is not None
        assert focused is screen or screen.isAncestorOf(focused)


def test_who_clicks_twice_presses_nothing_on_the_screen_that_opened(session: Session) -> None:
    pressed: list[bool] = []

    def opened() -> None:
        session.window.go(Where("settings"))
        shown = session.window.screen_shown
        assert shown is not None
        cover = QPushButton(shown)
        cover.resize(shown.size())
        cover.clicked.connect(lambda: pressed.append(True))
        cover.show()

    home = session.window.screen_shown
    assert home is not None
    door = QPushButton(home)
    door.resize(home.size())
    door.clicked.connect(opened)
    door.show()
    window, place = session.frame.windowHandle(), door.mapTo(session.frame, door.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(window, left, none, place)
    assert isinstance(session.window.screen_shown, SettingsScreen)
    assert not pressed
    QTest.mouseClick(window, left, none, place)
    assert len(pressed) == 1
    QTest.mouseDClick(window, left, none, place)
    assert len(pressed) == 3  # nothing else was opened, so both count


def test_who_clicks_twice_goes_one_page_on_while_setting_up(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    session = begin(Start(tmp_path / "new.wopdesk"))
    qtbot.waitUntil(lambda: bool(session.frame.findChildren(WelcomePage)))
    (welcome,) = session.frame.findChildren(WelcomePage)
    leaf = welcome.page.leaf
    assert isinstance(leaf, WhoLeaf)
    qtbot.keyClicks(leaf.name.line, "Sample Engineer")
    forward = welcome.page.foot.forward
    qtbot.waitUntil(lambda: session.frame.childAt(forward.mapTo(session.frame, forward.rect().center())) is forward)
    place = forward.mapTo(session.frame, forward.rect().center())
    QTest.mouseDClick(session.frame.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert (welcome.content.step, welcome.content.problems) == ("office", {})


def test_the_way_back_leads_elsewhere(session: Session) -> None:
    head = session.window.head
    session.window.go(Where("home"))
    assert head.back.isHidden()
    session.window.go(Where("reports"))
    session.window.go(Where("reports"))
    head.back.click()
    assert isinstance(session.window.screen_shown, HomeScreen)
    assert head.back.isHidden()


def test_the_way_back_turns_with_the_language(session: Session, qtbot: QtBot) -> None:
    def seen() -> QImage:
        back = session.window.head.back
        return back.icon().pixmap(back.iconSize()).toImage()

    session.window.go(Where("settings"))
    before = seen()
    session.wardrobe.choose_language("ur")
    qtbot.waitUntil(lambda: seen() != before)
    turned = seen()
    session.window.go(Where("reports"))
    assert turned == seen()


@pytest.mark.qt_no_exception_capture
def test_after_a_fault_of_ours_the_window_says_so_and_goes_on(
    session: Session, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    def slot() -> None:
        raise ZeroDivisionError

    QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: bool(session.window.findChildren(FaultPanel)))
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert list((session.start.data_file.parent / "faults").iterdir())
    QTest.keyClick(session.frame, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert not session.window.findChildren(QLineEdit, "nowhere")
    assert sys.excepthook is not sys.__excepthook__


def test_the_window_does_not_close_over_what_the_disk_did_not_take(session: Session, qtbot: QtBot) -> None:
    room = threading.Event()

    def keeping(_desk: Desk) -> None:
        if not room.is_set():
            raise OSError(28, "No space left on device")

    assert session.office is not None
    with qtbot.waitSignal(session.office.failed):
        session.office.keep(keeping)
    assert not session.frame.close()
    qtbot.waitUntil(lambda: [panel.fault for panel in session.window.findChildren(FaultPanel)][-1:] == [unkept()])
    room.set()
    assert session.frame.close()


def test_the_window_closes_all_the_same_when_the_person_insists(session: Session, qtbot: QtBot) -> None:
    def keeping(_desk: Desk) -> None:
        raise OSError(28, "No space left on device")

    assert session.office is not None
    with qtbot.waitSignal(session.office.failed):
        session.office.keep(keeping)
    assert not session.frame.close()
    assert session.frame.close()


def test_what_one_screen_did_is_not_taken_back_in_another(session: Session) -> None:
    home = session.window.screen_shown
    assert home is not None
    home.noticed.emit(Notice("Sample row removed.", undo=True))
    assert not session.window.toast.undo.isHidden()
    session.window.go(Where("offices"))
    assert session.window.toast.undo.isHidden()
    home.noticed.emit(Notice("Sample row removed.", undo=True))
    assert session.window.toast.undo.isHidden()


def test_what_was_saved_is_not_told_over_the_question_whether_it_was_sent(session: Session, qtbot: QtBot) -> None:
    window = session.window
    window.go(Where("exchange"))
    screen = window.screen_shown
    assert isinstance(screen, ExchangeScreen)
    qtbot.waitUntil(screen.view.send.isVisible)
    screen.noticed.emit(Notice("Saved for WASA Faisalabad, WASA Multan in /media/usb"))
    toast, send = window.toast, screen.view.send
    QApplication.processEvents()
    assert toast.isVisible()
    assert not toast.geometry().intersects(QRect(send.mapTo(window, QPoint()), QSize(send.width(), window.height())))


def test_a_message_goes_when_what_it_offers_is_not_the_last_thing_done(session: Session) -> None:
    home, toast = session.window.screen_shown, session.window.toast
    assert home is not None
    home.noticed.emit(Notice("Sample row removed.", undo=True))
    home.overtaken.emit()
    assert toast.isHidden()
    home.noticed.emit(Notice("Sample words."))
    home.overtaken.emit()
    assert not toast.isHidden()


def test_files_of_several_starts_are_all_received(begin: Begin, file: Path, qtbot: QtBot) -> None:
    first, second = file.with_name("first.pdf"), file.with_name("second.pdf")
    session = begin(Start(file, (first,), date(2026, 11, 12), "Sample Engineer"))
    session.knocked([second])
    qtbot.waitUntil(lambda: isinstance(session.window.screen_shown, ExchangeScreen))
    assert session.window.screen_shown is not None
    assert session.window.screen_shown.where.files == (first, second)


def test_a_data_file_chosen_elsewhere_is_missed_when_it_is_gone(begin: Begin, tmp_path: Path, qtbot: QtBot) -> None:
    gone = tmp_path / "stick" / "office.wopdesk"
    Preferences(tmp_path / "window.ini").data_file = gone
    session = begin(Start(gone))
    qtbot.waitUntil(lambda: bool(session.frame.findChildren(OpeningFault)))
    next(one for one in session.frame.findChildren(Button) if one.text() == "Begin without it").click()
    qtbot.waitUntil(lambda: bool(session.frame.findChildren(WelcomePage)))


def test_the_sample_is_opened_on_its_last_day_and_not_remembered(begin: Begin, file: Path, qtbot: QtBot) -> None:
    session = begin(Start(file.with_name("none.wopdesk")))
    session.begin_sample(file)
    qtbot.waitUntil(lambda: isinstance(session.window.screen_shown, HomeScreen))
    days: list[date] = []
    assert session.office is not None
    session.office.ask(lambda desk: desk.today, days.append)
    qtbot.waitUntil(lambda: days == [LAST_DAY])
    assert session.preferences.data_file is None


def test_from_the_sample_a_way_leads_back_to_the_first_page(begin: Begin, file: Path, qtbot: QtBot) -> None:
    start = Start(file.with_name("none.wopdesk"))
    session = begin(start)
    leave = session.window.status.leave
    assert leave.isHidden()
    session.begin_sample(file)
    qtbot.waitUntil(lambda: isinstance(session.window.screen_shown, HomeScreen))
    assert leave.isVisible()
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(session.frame.findChildren(WelcomePage)))
    assert session.office is None
    assert session.start == start
    assert leave.isHidden()


@pytest.fixture
def another(file: Path) -> Path:
    """A data file that lies in another folder."""
    folder = file.parent / "stick"
    folder.mkdir()
    path = folder / "another.wopdesk"
    set_up(path, NewOffice("mentee", "Sample second utility", "Sample Engineer")).desk.close()
    return path


def test_a_window_that_opens_another_data_file_lets_go_of_the_first(
    session: Session, file: Path, another: Path, qtbot: QtBot
) -> None:
    assert not Lock(file).is_first
    session.begin_at(another)
    qtbot.waitUntil(lambda: isinstance(session.window.screen_shown, HomeScreen))
    assert not Lock(another).is_first
    assert Lock(file).is_first
    further = start_again(another, file.with_name("report.pdf"))
    qtbot.waitUntil(lambda: isinstance(session.window.screen_shown, ExchangeScreen))
    assert further.wait() == 0


@pytest.mark.qt_no_exception_capture
def test_a_fault_of_ours_is_noted_beside_the_data_file_that_is_open(
    session: Session, file: Path, another: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    def slot() -> None:
        raise ZeroDivisionError

    session.begin_at(another)
    qtbot.waitUntil(lambda: isinstance(session.window.screen_shown, HomeScreen))
    QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: bool(session.window.findChildren(FaultPanel)))
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert list((another.parent / "faults").iterdir())
    assert not (file.parent / "faults").exists()


def test_a_data_file_that_another_window_has_is_not_opened_twice(session: Session, another: Path, qtbot: QtBot) -> None:
    elsewhere = Lock(another)
    session.begin_at(another)
    pages = session.frame.findChildren(OpeningFault)
    assert [panel.fault for panel in pages[0].findChildren(FaultPanel)] == [taken()]
    assert session.office is None
    elsewhere.release()
    pages[0].again.emit()
    qtbot.waitUntil(lambda: isinstance(session.window.screen_shown, HomeScreen))
    assert not Lock(another).is_first
