"""The navigation as a narrow rail: every place keeps its name, and nothing of it is cut."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wopdesk.ui.i18n import Language
from wopdesk.ui.shell.places import PLACES
from wopdesk.ui.shell.status import Status
from wopdesk.ui.theme.appearance import Appearance, wear, worn
from wopdesk.ui.theme.fonts import sized, words_width
from wopdesk.ui.theme.tokens import LAYOUT
from wopdesk.ui.widgets.navigation import Navigation
from wopdesk.ui.widgets.rail_button import RailButton

_LOWEST = 600
"""How low a window may be."""


def rail(qtbot: QtBot) -> Navigation:
    """The navigation with its foot, as a low and narrow window shows it in the sample."""
    made, status = Navigation(PLACES), Status()
    made.foot.addWidget(status)
    status.show_sample(sample=True)
    made.set_narrow(narrow=True)
    status.set_narrow(narrow=True)
    qtbot.addWidget(made)
    made.resize(LAYOUT.navigation_narrow, _LOWEST)
    made.show()
    QApplication.processEvents()
    return made


@pytest.mark.parametrize("language", ["en", "ur"])
def test_no_caption_of_a_rail_is_cut(qapp: QApplication, qtbot: QtBot, language: Language) -> None:
    wear(qapp, Appearance("light", language))
    buttons = rail(qtbot).findChildren(RailButton)
    assert len(buttons) == len(PLACES) + 1
    for button in buttons:
        assert button.rect().contains(button.caption_area), button.accessibleName()
        font = sized(button.font(), worn().sizes.tiny, QFont.Weight.DemiBold)
        assert max(words_width(font, word) for word in button.accessibleName().split()) <= button.width() - 2


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_rail_has_room_in_the_lowest_window(qapp: QApplication, qtbot: QtBot, language: Language) -> None:
    wear(qapp, Appearance("light", language))
    made = rail(qtbot)
    assert made.minimumSizeHint().height() <= _LOWEST
    assert made.minimumSizeHint().width() <= LAYOUT.navigation_narrow
    areas = [
        QRect(button.mapTo(made, button.rect().topLeft()), button.size()) for button in made.findChildren(RailButton)
    ]
    assert all(one.bottom() < other.top() for one, other in pairwise(areas))


def test_a_rail_speaks_the_language_that_is_chosen_while_it_is_open(qapp: QApplication, qtbot: QtBot) -> None:
    made = rail(qtbot)
    home = made.buttons["home"]
    before = home.caption_area
    wear(qapp, Appearance("dark", "ur"))
    assert home.accessibleName() == "صفحۂ اول"
    assert home.toolTip() == ""  # it would lie over the neighbours and say what stands there
    assert home.caption_area != before
    assert home.height() >= home.caption_area.bottom()


def test_a_rail_made_wide_again_shows_its_names_beside_the_icons(qtbot: QtBot) -> None:
    made = rail(qtbot)
    tall = made.buttons["home"].sizeHint().height()
    made.set_narrow(narrow=False)
    assert made.buttons["home"].sizeHint().height() < tall
    assert made.buttons["home"].toolTip() == ""
    name = made.buttons["home"]
    assert made.width() > QFontMetrics(name.font()).horizontalAdvance(name.text())


def test_up_and_down_move_along_a_rail(qtbot: QtBot) -> None:
    made = rail(qtbot)
    made.activateWindow()
    made.take_keyboard("home")
    qtbot.waitUntil(made.buttons["home"].hasFocus)
    qtbot.keyClick(made.buttons["home"], Qt.Key.Key_Down)
    assert made.buttons["partnerships"].hasFocus()
