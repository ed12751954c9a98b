"""The chart beside the form gives way where there is little room, and is not cut."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from wopdesk.ui.i18n import Language
from wopdesk.ui.screens.document.background import Series
from wopdesk.ui.screens.document.development import Development
from wopdesk.ui.theme.appearance import Appearance, wear

FIGURES = tuple((f"2026-{month:02}", str(month)) for month in range(4, 11))


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("height", [280, 300, 400])
def test_it_ends_within_its_card(qapp: QApplication, qtbot: QtBot, language: Language, height: int) -> None:
    wear(qapp, Appearance("light", language))
    beside = QWidget()
    qtbot.addWidget(beside)
    card = Development((Series("1", "Hours of supply", "h/day", "12", "higher", FIGURES),), "2026-10", language)
    card.setParent(beside)
    card.show_figures({})
    card.setGeometry(0, 0, 340, height)
    beside.show()
    QApplication.processEvents()
    assert card.contentsRect().contains(card.chart.geometry())
