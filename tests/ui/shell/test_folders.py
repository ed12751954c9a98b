"""Files are asked for where they were last, after the program ended, too."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desk.fixtures import net, offices
from tests.desk.offices import Network
from tests.ui.screens.running import running
from wopdesk.desk import folders, handing, submitting
from wopdesk.ui.screens.exchange.screen import ExchangeScreen
from wopdesk.ui.shell.folders import Asked, Folders
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread

__all__ = ["net", "offices"]


def asking(office: DeskThread, qtbot: QtBot, answers: list[str]) -> tuple[Folders, list[Asked]]:
    """A screen's way to ask, that knows where the person was last, and what it asked."""
    asked: list[Asked] = []
    window = QWidget()
    qtbot.addWidget(window)
    made = Folders(office, window)

    def ask(one: Asked) -> list[str]:
        asked.append(one)
        return answers

    made.ask = ask
    made.look_up()
    settled(office, qtbot)
    return made, asked


def settled(office: DeskThread, qtbot: QtBot) -> None:
    """Wait until the desk did what it was asked before."""
    done: list[None] = []
    office.ask(lambda _desk: None, done.append)
    qtbot.waitUntil(lambda: bool(done))


def test_a_dialog_begins_where_the_last_one_ended_after_a_restart_too(
    net: Network, qtbot: QtBot, tmp_path: Path
) -> None:
    stick, came = tmp_path / "stick", tmp_path / "came"
    for folder in (stick, came):
        folder.mkdir()
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    with running(net, "p", qtbot) as office:
        saving, asked = asking(office, qtbot, [str(stick / "register.xlsx")])
        assert saving.file_to_save("Save", "register.xlsx", "") == stick / "register.xlsx"
        assert saving.folder_to_save("Save") is not None
        assert [one.start for one in asked] == [documents / "register.xlsx", stick]
        reading, _ = asking(office, qtbot, [str(came / "a.wopx"), str(came / "b.wopx")])
        assert reading.files_to_read("Open") == [came / "a.wopx", came / "b.wopx"]
        settled(office, qtbot)
    with running(net, "p", qtbot) as office:
        left, asked = asking(office, qtbot, [])
        assert left.files_to_read("Open") == []
        assert left.folder_to_read("Open") == []
        assert left.file_to_save("Save", "invitation.wopx", "") is None
        assert [one.start for one in asked[:2]] == [came, came]


def test_papers_and_other_files_share_the_folder_into_which_they_go(net: Network, tmp_path: Path) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    handing.hand_over(net.a, report.id, tmp_path)
    assert folders.last(net.a) == tmp_path
    assert folders.last(net.a, "in") is None
    folders.keep(net.a, tmp_path / "a stick that was taken away")
    assert folders.last(net.a) is None


def test_files_that_are_chosen_are_looked_at(net: Network, qtbot: QtBot) -> None:
    (file,) = net.files(net.a, net.p)
    with running(net, "p", qtbot) as office:
        screen = ExchangeScreen(office, Where("exchange"))
        qtbot.addWidget(screen)
        screen.folders.ask = lambda asked: [str(file)] if asked.what == "open" else [str(file.parent)]
        screen.view.drop.files.click()
        qtbot.waitUntil(lambda: len(screen.view.cards) == 1)
        screen.view.drop.folder.click()
        qtbot.waitUntil(lambda: len(screen.view.cards) == 2)
