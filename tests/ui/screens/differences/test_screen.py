"""The screen of differences with a desk on its own thread: settled, taken back, written when the person goes on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from tests.ui.screens.running import running
from wopdesk.desk import documents, filing
from wopdesk.desk.desk import Desk
from wopdesk.ui.screens.differences.screen import DifferencesScreen
from wopdesk.ui.shell.screen import Notice
from wopdesk.ui.shell.where import Where
from wopdesk.ui.widgets.button import Button

Key = tuple[str, str]


@pytest.fixture
def record(net: Network) -> str:
    """A report in which two questions were answered differently."""
    second = net.second()
    report = net.report(net.a)
    net.meet(net.a, second)
    for desk, name in ((net.a, "One"), (second, "Two")):
        filing.answer(desk, report.id, {"about/prepared_by": name, "progress/figures[1]/value": str(len(name) + 9)})
        filing.answer(desk, report.id, {"progress/figures[1]/remark": name})
    net.meet(net.a, second)
    return report.id


@pytest.fixture
def screen(net: Network, record: str, qtbot: QtBot) -> Iterator[DifferencesScreen]:
    with running(net, "a", qtbot) as office:
        shown = DifferencesScreen(office, Where("differences", record=record))
        qtbot.addWidget(shown)
        office.changed.connect(shown.refresh)
        shown.resize(1224, 824)
        shown.show()
        shown.refresh()
        qtbot.waitUntil(lambda: len(shown.view.parts) == 2)
        yield shown


def answer(screen: DifferencesScreen, qtbot: QtBot, record: str) -> str:
    """Who prepared the report, as the desk has it now; empty while that is not settled."""
    found: list[str] = []

    def read(desk: Desk) -> str:
        document = documents.find_document(desk, record)
        differing = {one.field for one in document.differences}
        return "" if "about/prepared_by" in differing else document.answers["about/prepared_by"]

    screen.office.ask(read, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def keep(screen: DifferencesScreen, record: str, said: str, field: str = "about/prepared_by") -> None:
    """Press the button beside an answer."""
    part = screen.view.parts[record, field]
    (panel,) = [one for one in part.sides if one.keep.accessibleName().endswith(f": {said}")]
    panel.keep.click()


def test_it_is_written_when_the_person_goes_on(screen: DifferencesScreen, record: str, qtbot: QtBot) -> None:
    told: list[Notice] = []
    screen.noticed.connect(told.append)
    keep(screen, record, "Two")
    assert told == [Notice("Settled: Two", undo=True)]
    assert (record, "about/prepared_by") not in screen.view.parts
    assert answer(screen, qtbot, record) == ""
    screen.leave()
    assert answer(screen, qtbot, record) == "Two"


def test_it_is_taken_back_as_if_nothing_had_been(screen: DifferencesScreen, record: str, qtbot: QtBot) -> None:
    keep(screen, record, "Two")
    screen.undo()
    assert (record, "about/prepared_by") in screen.view.parts
    screen.leave()
    assert answer(screen, qtbot, record) == ""


def test_the_next_one_writes_the_one_before(screen: DifferencesScreen, record: str, qtbot: QtBot) -> None:
    keep(screen, record, "One")
    (other,) = screen.view.parts.values()
    other.sides[0].keep.click()
    assert answer(screen, qtbot, record) == "One"
    assert not screen.view.parts


def test_it_is_written_when_its_time_is_over(screen: DifferencesScreen, record: str, qtbot: QtBot) -> None:
    keep(screen, record, "Two")
    assert screen.clock.isActive()
    screen.clock.timeout.emit()
    assert answer(screen, qtbot, record) == "Two"
    told: list[Notice] = []
    screen.noticed.connect(told.append)
    screen.undo()
    assert "already" in told[0].text


def test_it_is_kept_when_the_program_ends(screen: DifferencesScreen, record: str, qtbot: QtBot) -> None:
    keep(screen, record, "Two")
    screen.keep()
    assert answer(screen, qtbot, record) == "Two"


def test_it_is_done_by_keyboard_alone(screen: DifferencesScreen, record: str, qtbot: QtBot) -> None:
    part = screen.view.parts[record, "about/prepared_by"]
    button = part.sides[0].keep
    qtbot.waitUntil(button.isVisible)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    screen.leave()
    assert answer(screen, qtbot, record) in {"One", "Two"}


def test_an_answer_that_has_no_place_there_is_told_and_shown_again(
    screen: DifferencesScreen, record: str, qtbot: QtBot
) -> None:
    told: list[object] = []
    screen.office.failed.connect(told.append)
    key = (record, "about/prepared_by")
    screen.view.settled.emit(key, "x" * 70_000, "x")
    assert key not in screen.view.parts
    screen.leave()
    qtbot.waitUntil(lambda: bool(told))
    assert key in screen.view.parts


def test_the_heading_counts_what_is_left(screen: DifferencesScreen, record: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen.heading.status == "2 to settle")
    keep(screen, record, "Two")
    assert screen.heading.status == "1 to settle"


def test_after_one_is_settled_the_keyboard_goes_on_in_the_next_and_stays_on_the_screen(
    screen: DifferencesScreen, qtbot: QtBot
) -> None:
    def settle_the_first() -> None:
        view, count = screen.view, len(screen.view.parts)
        button = next(iter(view.parts.values())).sides[0].findChildren(Button)[0]
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: len(view.parts) < count)

    settle_the_first()
    (left,) = screen.view.parts.values()
    assert left.isAncestorOf(screen.focusWidget())
    settle_the_first()
    assert screen.focusWidget() is screen.view
