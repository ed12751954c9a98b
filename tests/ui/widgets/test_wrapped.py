import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery import grabbed
from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.ui.widgets.row import Row, Saying
from wopdesk.ui.widgets.words import label

WORDS = " ".join(["واسا"] * 60)
"""The same word again and again, so that each line begins with the same letter."""
WIDE = 400


def begins(picture: QImage, area: QRect) -> list[int]:
    """Where each line of an area begins at its right, in pixels from the left."""
    paper = picture.pixelColor(0, 0)
    found: list[int] = []
    inside = False
    for y in range(area.top(), area.bottom() + 1):
        inked = [x for x in range(area.left(), area.right() + 1) if dark(picture.pixelColor(x, y), paper)]
        if not inked:
            inside = False
        elif inside:
            found[-1] = max(found[-1], inked[-1])
        else:
            found.append(inked[-1])
            inside = True
    return found


def dark(ink: QColor, paper: QColor) -> bool:
    return abs(ink.lightness() - paper.lightness()) > 60


@pytest.mark.parametrize("role", ["", "hint"])
def test_in_urdu_each_line_of_a_label_begins_below_the_other(qtbot: QtBot, qapp: QApplication, role: str) -> None:
    wear(qapp, Appearance("light", "ur"))
    picture = laid(qtbot, label(WORDS, role, wrap=True))
    assert_lines(begins(picture, picture.rect()))


def test_in_urdu_each_line_of_a_row_begins_below_the_other(qtbot: QtBot, qapp: QApplication) -> None:
    wear(qapp, Appearance("light", "ur"))
    row = Row("file-text", Saying(WORDS))
    picture = laid(qtbot, row)
    text = row.places(WIDE).text
    assert_lines(begins(picture, QRect(WIDE - text.right(), 0, text.width(), picture.height())))


def laid(qtbot: QtBot, widget: QWidget) -> QImage:
    """A picture of a widget on the canvas, as high as it has to be."""
    canvas = QWidget()
    qtbot.addWidget(canvas)
    canvas.setObjectName("canvas")
    canvas.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setParent(canvas)
    canvas.resize(WIDE, widget.heightForWidth(WIDE))
    widget.resize(canvas.size())
    canvas.show()
    return grabbed(canvas)


def assert_lines(found: list[int]) -> None:
    assert len(found) > 3
    assert max(found) - min(found) <= 1
