from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.gallery import grabbed
from tests.ui.screens.exchange.scaled import at_125_percent
from tests.ui.screens.pictures import LOOKS, Look, picture, shown
from tests.ui.screens.reports.contents import make, offers, reports
from tests.ui.test_gallery import compare
from wopdesk.ui.i18n import Language
from wopdesk.ui.screens.reports.starting import PartnershipDialog, StartDialog
from wopdesk.ui.screens.reports.view import ReportsView
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.appearance import Appearance, wear


@pytest.mark.parametrize("state", ["many", "none"])
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_looks_as_it_was_agreed(qtbot: QtBot, state: str, look: Look, tmp_path: Path) -> None:
    picture(qtbot, lambda: make(state), f"reports-{state}", look, tmp_path)


def test_it_is_crisp_at_125_percent(tmp_path: Path) -> None:
    taken = at_125_percent("tests.ui.screens.reports.contents", "many", tmp_path / "large.png")
    compare(taken, "reports-many-125-percent", tmp_path)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_dialogs_look_as_they_were_agreed(
    qapp: QApplication, qtbot: QtBot, language: Language, tmp_path: Path
) -> None:
    wear(qapp, Appearance("light", language))
    dialogs = {"start-document": StartDialog(offers()), "start-partnership": PartnershipDialog()}
    for name, dialog in dialogs.items():
        qtbot.addWidget(dialog)
        shown(dialog, (420, dialog.sizeHint().height()))
        compare(grabbed(dialog), f"{name}-{language}", tmp_path)


@pytest.fixture
def view(qtbot: QtBot) -> ReportsView:
    view = make("many")
    qtbot.addWidget(view)
    shown(view, (1224, 824))
    return view


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


def test_a_document_is_started_with_what_makes_it_the_one_it_is(qtbot: QtBot) -> None:
    dialog = StartDialog(offers())
    qtbot.addWidget(dialog)
    assert list(dialog.answers) == ["about/period"]
    dialog.answers["about/period"].setCurrentIndex(2)
    dialog.start.click()
    answers = (("about/period", "2026-10"),)
    assert dialog.where == Where("document", kind="monthly_report", space="s1", answers=answers)


def test_another_partnership_offers_its_own_documents(qtbot: QtBot) -> None:
    dialog = StartDialog(offers())
    qtbot.addWidget(dialog)
    dialog.circle.setCurrentIndex(2)
    dialog.circle.activated.emit(2)
    assert (dialog.kind.value, dialog.answers) == ("work_plan", {})
    dialog.start.click()
    assert dialog.where == Where("document", kind="work_plan", space="s2")


def test_nothing_starts_while_the_month_is_open(qtbot: QtBot) -> None:
    dialog = StartDialog(offers())
    qtbot.addWidget(dialog)
    month = dialog.answers["about/period"]
    month.setCurrentIndex(0)
    month.activated.emit(0)
    assert not dialog.start.isEnabled()


def test_a_partnership_needs_a_title(qtbot: QtBot) -> None:
    dialog = PartnershipDialog()
    qtbot.addWidget(dialog)
    assert not dialog.start.isEnabled()
    qtbot.keyClicks(dialog.line, " Less  water lost ")
    assert dialog.start.isEnabled()
    assert dialog.title == "Less water lost"
