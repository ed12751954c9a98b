import json
import re
import sys
from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QIcon
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from wopdesk.places import resources_folder
from wopdesk.ui.theme.appearance import Appearance, colour, wear, worn
from wopdesk.ui.theme.fonts import body_font, sized
from wopdesk.ui.theme.icons import icon
from wopdesk.ui.theme.style import style_sheet
from wopdesk.ui.theme.tokens import DARK, LIGHT, TYPE
from wopdesk.ui.widgets.words import Words

ICONS = sorted(file.stem for file in (resources_folder() / "icons" / "lucide").glob("*.svg"))


def test_the_bundled_fonts_are_used_in_every_weight(qapp: QApplication) -> None:
    assert QFontInfo(body_font(TYPE["en"])).family() == "Inter"
    weights = QFont.Weight
    for weight in (weights.Normal, weights.Medium, weights.DemiBold, weights.Bold):
        assert QFontInfo(sized(qapp.font(), 13, weight)).weight() == weight


def test_theme_and_language_take_effect_in_open_windows(qapp: QApplication, qtbot: QtBot) -> None:
    words = Words("Home")
    qtbot.addWidget(words)
    wear(qapp, Appearance("dark", "ur"))
    QApplication.processEvents()  # Qt posts the switch
    assert words.text() == "صفحۂ اول"
    assert words.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert colour("text").name().upper() == DARK.text
    wear(qapp, Appearance())
    QApplication.processEvents()
    assert words.text() == "Home"
    assert words.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert worn() == Appearance("light", "en")


def test_what_lies_deep_is_dressed_no_more_often_than_what_holds_it(qapp: QApplication, qtbot: QtBot) -> None:
    outermost = QWidget()
    qtbot.addWidget(outermost)
    deepest = outermost
    for _ in range(20):
        deepest = QWidget(deepest)
    outermost.show()
    dressed: Counter[QObject] = Counter()

    class Dressing(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            dressed[watched] += event.type() == QEvent.Type.StyleChange
            return False

    watch = Dressing()
    for widget in (outermost, deepest):
        widget.installEventFilter(watch)
    wear(qapp, Appearance("dark", "ur"))
    assert dressed[deepest] == dressed[outermost] > 0


def test_the_style_sheet_has_a_value_for_every_name() -> None:
    for colours in (LIGHT, DARK):
        for turned in (False, True):
            sheet = style_sheet(colours, TYPE["ur"], right_to_left=turned)
            assert "$" not in sheet


def test_corners_of_pills_are_at_most_half_their_height() -> None:
    """Qt drops a larger radius without a word."""
    for sizes in TYPE.values():
        sheet = style_sheet(LIGHT, sizes, right_to_left=False)
        rule = re.search(r'pill="true"\] \{ border-radius: (\d+)px; padding: (\d+)px [^}]*min-height: (\d+)px', sheet)
        assert rule
        assert int(rule[1]) * 2 <= int(rule[3]) + 2 * int(rule[2])


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_a_dot_for_each_dot_of_the_screen(ratio: float) -> None:
    picture = icon("house", "#13212B").pixmap(QSize(20, 20), ratio)
    assert picture.width() == round(20 * ratio)


def test_an_icon_takes_the_colour_of_its_state() -> None:
    made = icon("check", "#ff0000", chosen="#00ff00", faint="#0000ff")
    size = QSize(24, 24)
    seen = [
        made.pixmap(size, QIcon.Mode.Normal, QIcon.State.Off),
        made.pixmap(size, QIcon.Mode.Normal, QIcon.State.On),
        made.pixmap(size, QIcon.Mode.Disabled, QIcon.State.Off),
    ]
    strongest = []
    for picture in seen:
        image = picture.toImage()
        dots = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
        strongest.append(max(dots, key=lambda dot: dot.alpha()).name())
    assert strongest == ["#ff0000", "#00ff00", "#0000ff"]


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_can_be_drawn(name: str) -> None:
    image = icon(name, "#000000").pixmap(24, 24).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_none_cannot_be_used_up(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    for _ in range(1000):
        label.setText("")
    assert sys.version_info >= (3, 12) or sys.getrefcount(None) > 1 << 40


def test_the_translations_are_sorted_and_written_once() -> None:
    text = (resources_folder() / "translations" / "ur.json").read_text(encoding="utf-8")
    pairs = json.loads(text, object_pairs_hook=list)
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names))
    assert names == sorted(names, key=lambda name: (name.casefold(), name))
