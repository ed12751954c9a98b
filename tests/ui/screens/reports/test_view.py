from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.screens.exchange.scaled import at_125_percent
from tests.ui.screens.pictures import LOOKS, Look, picture, shown
from tests.ui.screens.reports.contents import make, reports
from tests.ui.test_gallery import compare
from wopdesk.ui.screens.reports.view import ReportsView


@pytest.mark.parametrize("state", ["many", "none"])
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_looks_as_it_was_agreed(qtbot: QtBot, state: str, look: Look, tmp_path: Path) -> None:
    picture(qtbot, lambda: make(state), f"reports-{state}", look, tmp_path)


def test_it_is_crisp_at_125_percent(tmp_path: Path) -> None:
    taken = at_125_percent("tests.ui.screens.reports.contents", "many", tmp_path / "large.png")
    compare(taken, "reports-many-125-percent", tmp_path)


@pytest.fixture
def view(qtbot: QtBot) -> ReportsView:
    view = make("many")
    qtbot.addWidget(view)
    shown(view, (1224, 824))
    return view


def test_no_state_is_cut_where_there_is_little_room(view: ReportsView) -> None:
    view.resize(1013, 538)
    view.grab()
    assert all(one.width() >= one.sizeHint().width() for one in view.state.buttons)


def records(view: ReportsView) -> list[str]:
    """What shows, by opening each line."""
    told: list[str] = []
    view.opened.connect(told.append)
    for line in range(view.table.rows.rowCount()):
        view.table.selectRow(line)
        view.table.opened.emit(view.table.rows.source(line))
    view.opened.disconnect(told.append)
    return told


def test_the_list_is_narrowed_by_kind_and_state(view: ReportsView) -> None:
    assert records(view) == ["1", "2", "3", "4", "5"]
    view.show_kind("monthly_report")
    assert records(view) == ["1", "2", "4"]
    view.state.buttons[3].click()
    assert records(view) == ["4"]
    view.show_content(reports())
    assert records(view) == ["4"]
    view.show_kind("work_plan")
    assert view.table.isHidden()


def test_taking_the_state_back_shows_all(qtbot: QtBot, view: ReportsView) -> None:
    view.state.buttons[4].click()
    assert records(view) == ["5"]
    qtbot.keyClick(view.state.buttons[4], Qt.Key.Key_Delete)
    assert len(records(view)) == 5


def test_enter_opens_a_document(qtbot: QtBot, view: ReportsView) -> None:
    view.table.selectRow(1)
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert told.args == ["2"]


def test_only_pwon_has_the_register(view: ReportsView) -> None:
    assert view.register.isVisible()
    view.show_content(reports(register=False))
    assert view.register.isHidden()
