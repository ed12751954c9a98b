"""Every part of the desk in two windows, to be looked at and compared. `python -m tests.ui.gallery --help`."""

import argparse
import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tests.ui.gallery_content import COLUMNS, PLACES, questions, repeat, rows, said, series, stages, steps
from wopdesk.ui.form.field import Field
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.ui.theme.tokens import SPACE, Tone
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.chart import LineChart
from wopdesk.ui.widgets.empty import Empty
from wopdesk.ui.widgets.fault import Fault, FaultPanel
from wopdesk.ui.widgets.navigation import Navigation
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.progress import Progress, bar
from wopdesk.ui.widgets.segments import Segments
from wopdesk.ui.widgets.stages import Stages
from wopdesk.ui.widgets.stepper import Stepper
from wopdesk.ui.widgets.table import Table
from wopdesk.ui.widgets.toast import Toast
from wopdesk.ui.widgets.words import Words, label

SIZES = {"screen": (1440, 900), "parts": (1440, 900)}
_NARROW = 1400


class Screen(QWidget):
    """The parts as a screen puts them together: navigation, title, timeline, wizard, chart, list, foot."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = _flush(QHBoxLayout(self))
        navigation = Navigation(PLACES)
        navigation.go("partnerships")
        navigation.set_narrow(narrow=width < _NARROW)
        navigation.foot.addWidget(_offline(narrow=width < _NARROW))
        row.addWidget(navigation)
        column = _flush(QVBoxLayout())
        column.addWidget(_top())
        column.addWidget(_scrolled(self._body()), 1)
        column.addWidget(_foot())
        row.addLayout(column, 1)

    def _body(self) -> QWidget:
        body = QWidget()
        body.setObjectName("canvas")
        column = QVBoxLayout(body)
        column.setContentsMargins(SPACE.huge, SPACE.wide, SPACE.huge, SPACE.wide)
        column.setSpacing(SPACE.large)
        timeline = Card("Partnership timeline", label(said("4 of 7 steps done", "7 میں سے 4 مراحل مکمل"), "quiet"))
        timeline.body.addWidget(Stepper(steps()))
        column.addWidget(timeline)
        row = QHBoxLayout()
        row.setSpacing(SPACE.large)
        row.addWidget(_wizard(), 1)
        side = QVBoxLayout()
        side.setSpacing(SPACE.large)
        side.addWidget(_chart())
        side.addWidget(_coming(), 1)
        row.addLayout(side)
        column.addLayout(row, 1)
        return body


class Parts(QWidget):
    """One of each: editors, tables, messages."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[SPACE.large] * 4)
        row.setSpacing(SPACE.large)
        row.addWidget(_editors(), 1)
        side = QVBoxLayout()
        side.setSpacing(SPACE.middle)
        for part in (_work(), _reading(), _pills(), _faults(), _caution()):
            side.addWidget(part)
        side.addWidget(_empty(), 1)
        row.addLayout(side, 1)
        self.toast = Toast(self)
        self.resize(width, 900)
        self.toast.tell("The row was removed.", undo=True)
        self.toast.clock.stop()


def _flush(layout: QHBoxLayout | QVBoxLayout) -> QHBoxLayout | QVBoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout


def _scrolled(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area


def _strip(height: int, edge: str) -> tuple[QFrame, QHBoxLayout]:
    strip = QFrame()
    strip.setProperty("surface", "bar")
    strip.setProperty("edge", edge)
    strip.setFixedHeight(height)
    row = QHBoxLayout(strip)
    row.setContentsMargins(SPACE.huge, 0, SPACE.huge, 0)
    row.setSpacing(SPACE.small)
    return strip, row


def _top() -> QFrame:
    strip, row = _strip(76, "below")
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addStretch()
    line = QHBoxLayout()
    line.setSpacing(10)
    line.addWidget(label(said("WASA Faisalabad with WASA Lahore", "واسا فیصل آباد، مینٹور واسا لاہور"), "title"))
    line.addWidget(Pill("On schedule", "good"))
    line.addStretch()
    column.addLayout(line)
    column.addWidget(label(said("3.2.2 Monthly report · October 2026", "3.2.2 ماہانہ رپورٹ · اکتوبر 2026"), "quiet"))
    column.addStretch()
    row.addLayout(column, 1)
    for name, picture in (("Search", "search"), ("Language", "languages"), ("Theme", "moon")):
        row.addWidget(Button(name, "icon", picture))
    return strip


def _foot() -> QFrame:
    strip, row = _strip(64, "above")
    row.addWidget(Picture("circle-check", "good", 17))
    row.addWidget(Words("Draft saved {time}", "quiet", time="14:32"))
    row.addSpacing(SPACE.middle)
    done = bar(9, 12)
    done.setFixedWidth(110)
    done.setAccessibleName(said("Answered", "جواب"))
    row.addWidget(done)
    row.addWidget(Words("{count} still to answer", "quiet", count=3))
    row.addStretch()
    row.addWidget(Button("Back"))
    row.addWidget(Button("Save and close"))
    row.addWidget(Button("Continue", "primary"))
    return strip


def _wizard() -> Card:
    card = Card()
    row = QHBoxLayout()
    row.setSpacing(SPACE.wide)
    left = QVBoxLayout()
    left.addWidget(Words("Parts", "strong"))
    left.addWidget(Stages(stages(), 1))
    left.addStretch()
    row.addLayout(left)
    column = QVBoxLayout()
    column.setSpacing(SPACE.large)
    column.addWidget(label(said("Pilot progress data", "پائلٹ کی پیش رفت کے اعداد"), "section"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.wide)
    grid.setVerticalSpacing(SPACE.large)
    for number, question in enumerate(questions()[:4]):
        grid.addWidget(Field(question), number // 2, number % 2)
    for half in (0, 1):
        grid.setColumnStretch(half, 1)
    column.addLayout(grid)
    column.addWidget(RepeatEditor(repeat()))
    column.addStretch()
    row.addLayout(column, 1)
    card.body.addLayout(row)
    return card


def _chart() -> Card:
    spans = (("6", said("6 m", "6 ماہ")), ("12", said("12 m", "12 ماہ")), ("all", said("All", "سب")))
    choice = Segments(spans, compact=True)
    choice.set_value("12")
    choice.name(said("Months shown", "دکھائے گئے مہینے"))
    card = Card("Non-revenue water", choice)
    card.setFixedWidth(352)
    line = QHBoxLayout()
    line.setSpacing(SPACE.middle)
    line.addWidget(label("31.4%", "figure"))
    line.addWidget(Pill("Better", "good"))
    line.addStretch()
    card.body.addLayout(line)
    card.body.addWidget(LineChart(said("Non-revenue water by month", "ماہ بہ ماہ غیر محصولاتی پانی"), series()))
    return card


def _coming() -> Card:
    card = Card("Coming up")
    card.setFixedWidth(352)
    lines: tuple[tuple[str, str, str, Tone], ...] = (
        ("file-text", said("October's report", "اکتوبر کی رپورٹ"), "Overdue", "bad"),
        ("git-merge", said("From the second laptop", "دوسرے لیپ ٹاپ سے"), "Differences", "warn"),
        ("clipboard-check", said("Data requested", "مطلوبہ ڈیٹا"), "Waiting", "quiet"),
    )
    for number, (picture, text, status, tone) in enumerate(lines):
        if number:
            card.body.addWidget(hairline())
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE.tiny, 0, SPACE.tiny)
        row.setSpacing(SPACE.middle)
        row.addWidget(Picture(picture))
        row.addWidget(label(text), 1)
        row.addWidget(Pill(status, tone))
        card.body.addLayout(row)
    card.body.addStretch()
    return card


def _editors() -> Card:
    card = Card("Questions")
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.wide)
    grid.setVerticalSpacing(SPACE.middle)
    for number, question in enumerate(questions()):
        grid.addWidget(Field(question), number // 2, number % 2)
    for column in (0, 1):
        grid.setColumnStretch(column, 1)
    card.body.addLayout(grid)
    card.body.addStretch()
    return card


def _work() -> Card:
    card = Card("Work plan")
    table = Table(said("Activities", "سرگرمیاں"), COLUMNS)
    table.show_rows(rows())
    table.setFixedHeight(table.sizeHint().height())
    card.body.addWidget(table)
    return card


def _reading() -> Progress:
    progress = Progress("Reading the file …")
    progress.advance(62, 100)
    return progress


def _pills() -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    tones: tuple[tuple[str, Tone], ...] = (
        ("Accepted", "good"),
        ("Submitted", "info"),
        ("Returned", "warn"),
        ("Overdue", "bad"),
        ("Draft", "quiet"),
    )
    for text, tone in tones:
        row.addWidget(Pill(text, tone))
    row.addStretch()
    return holder


def _faults() -> FaultPanel:
    fault = Fault(
        said("The file could not be read to its end.", "فائل آخر تک نہیں پڑھی جا سکی۔"),
        said(
            "Nothing was taken from it; your records are as they were.",
            "اس سے کچھ نہیں لیا گیا؛ آپ کا ریکارڈ محفوظ ہے۔",
        ),
        said("Ask the sender to send it once more.", "بھیجنے والے سے دوبارہ بھیجنے کو کہیں۔"),
    )
    return FaultPanel(fault, "Try again")


def _caution() -> FaultPanel:
    fault = Fault(
        said("A message is missing: number 4 from Lahore.", "لاہور سے پیغام نمبر 4 غائب ہے۔"),
        said("What came after it is here.", "اس کے بعد کے پیغامات موجود ہیں۔"),
        said("It is asked for when you send next.", "اگلی بار بھیجتے وقت اسے مانگا جائے گا۔"),
    )
    return FaultPanel(fault, severity="caution")


def _offline(*, narrow: bool) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(SPACE.small, 0, SPACE.small, 0)
    picture = Picture("cloud-off", "nav_text")
    row.addWidget(picture)
    row.setAlignment(picture, Qt.AlignmentFlag.AlignHCenter)
    words = label(said("Offline", "آف لائن"), "hint")
    words.setVisible(not narrow)
    row.addWidget(words, 1)
    return holder


def _empty() -> Card:
    card = Card()
    card.body.addWidget(
        Empty("No partnership yet", "Partnerships you take part in will be here.", "Open an invitation")
    )
    return card


def show(name: str, width: int, height: int) -> QWidget:
    """A window of the gallery, laid out, with the keyboard nowhere."""
    window = Screen(width) if name == "screen" else Parts(width)
    window.resize(width, height)
    window.show()
    QApplication.processEvents()
    focused = window.focusWidget()
    if focused is not None:
        focused.clearFocus()
    return window


def grabbed(window: QWidget) -> QImage:
    """The window as a picture without transparency, 1:1."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(1)
    return picture


def main() -> None:
    """Save a picture of a window."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--window", choices=SIZES, default="screen")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("en", "ur"), default="en")
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("out", type=Path)
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_FONT_DPI", "96")
    app = QApplication([])
    wear(app, Appearance(chosen.theme, chosen.language))
    width, height = map(int, chosen.size.split("x"))
    grabbed(show(chosen.window, width, height)).save(str(chosen.out))


if __name__ == "__main__":
    main()
