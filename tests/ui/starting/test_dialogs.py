from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.gallery import grabbed
from tests.ui.screens.pictures import shown
from tests.ui.starting.fixed import offers
from tests.ui.test_gallery import compare
from wopdesk.ui.i18n import Language
from wopdesk.ui.shell.where import Where
from wopdesk.ui.starting.dialogs import PartnershipDialog, StartDialog
from wopdesk.ui.theme.appearance import Appearance, wear


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
