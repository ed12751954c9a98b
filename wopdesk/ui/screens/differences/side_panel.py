"""One side of a difference: what was said, by whom and when, and the button that keeps it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wopdesk.ui.form.days import to_date
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.rows import plain
from wopdesk.ui.i18n import day, tr
from wopdesk.ui.moments import moment
from wopdesk.ui.screens.differences.content import Side, Who
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.photo import read_photo
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import Words, label

_PHOTO, _LONG = 160, 40


class SidePanel(QFrame):
    """A side; `kept` when the person decides for it."""

    kept = Signal()

    def __init__(self, side: Side, *, is_row: bool, may_settle: bool) -> None:
        super().__init__()
        self.setProperty("surface", "note")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.large, SPACE.middle, SPACE.large, SPACE.middle)
        column.setSpacing(SPACE.small)
        column.addWidget(_shown(side, is_row=is_row))
        for who in side.who:
            column.addLayout(_who(who))
        column.addStretch()
        self.keep = Button(_action(side, is_row=is_row), "plain", "check")
        self.keep.setAccessibleName(f"{tr(_action(side, is_row=is_row))}: {text_of(side, is_row=is_row)}")
        self.keep.clicked.connect(self.kept)
        self.keep.setVisible(may_settle)
        column.addWidget(self.keep)


def _action(side: Side, *, is_row: bool) -> str:
    if not is_row:
        return "Keep this"
    return "Remove the row" if side.value == "remove" else "Keep the row"


def _shown(side: Side, *, is_row: bool) -> QWidget:
    if side.picture:
        return _photo(side.picture)
    if side.lines:
        return _lines(side.lines)
    text = text_of(side, is_row=is_row)
    words = label(text, "section" if side.said and len(text) < _LONG else "label", wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words


def text_of(side: Side, *, is_row: bool) -> str:
    """What a side says, in one text."""
    if side.said is not None:
        return answer(side.said)
    if not is_row:
        return tr("The answer was taken away")
    if side.value == "remove":
        return tr("The row was removed")
    return "; ".join(f"{one.label}: {answer(one)}" for one in side.lines) or tr("The row was changed")


def answer(question: Question) -> str:
    """An answer as people write it."""
    date = to_date(question.value) if question.type == "date" else None
    if date is not None:
        return day(date)
    return tr("A photo") if question.type == "image" else plain(question)


def _photo(data: bytes) -> QLabel:
    shown = QLabel()
    shown.setAccessibleName(tr("A photo"))
    picture = QPixmap.fromImage(read_photo(data))
    if picture.isNull():
        shown.setText(tr("A photo"))
    else:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        shown.setPixmap(picture.scaled(_PHOTO, _PHOTO, keep, smooth))
    return shown


def _lines(lines: tuple[Question, ...]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE.middle)
    grid.setVerticalSpacing(SPACE.tiny)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    for number, one in enumerate(lines):
        grid.addWidget(label(one.label, "quiet", wrap=True), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(answer(one), "strong", wrap=True), number, 1, Qt.AlignmentFlag.AlignTop)
    return holder


def _who(who: Who) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.small)
    row.addWidget(Picture("user", "text_faint", 15), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(who.name or tr("Nobody named"), "label", wrap=True))
    places = {
        "here": "At this computer, {moment}",
        "own": "At another computer of your office, {moment}",
        "other": "At {office}, {moment}",
    }
    values = {"moment": moment(who.at)} | ({"office": who.office} if who.place == "other" else {})
    words.addWidget(Words(places[who.place], "hint", wrap=True, **values))
    row.addLayout(words, 1)
    return row
