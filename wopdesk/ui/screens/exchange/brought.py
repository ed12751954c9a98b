"""What a file brings, line by line: documents with their office and version, then everything else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.moments import titled
from wopdesk.ui.saying import said
from wopdesk.ui.screens.exchange.content import Item, Letter, Paper
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import Words, label

_SHOWN, _SHOWN_AGAIN = 6, 2


class Brought(QWidget):
    """The lines; of very many documents the first ones, and how many more there are."""

    def __init__(self, letter: Letter) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        shown = [one for one in letter.papers if one.new or not letter.new][: _SHOWN if letter.new else _SHOWN_AGAIN]
        for paper in shown:
            column.addLayout(_paper(paper))
        if more := len(letter.papers) - len(shown):
            known = not any(one.new for one in letter.papers if one not in shown)
            text = "{count} here already" if known else "{count} more"
            column.addLayout(_line("check" if known else "copy", Words(text, "quiet", count=more)))
        for item in letter.items:
            column.addLayout(_item(item))


def _paper(paper: Paper) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(titled(paper.title, paper.mark), "label", wrap=True))
    words.addWidget(label(_of(paper), "hint", wrap=True))
    row = QHBoxLayout()
    row.setSpacing(SPACE.wide)
    row.addWidget(Picture("file-text"), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    pill = Pill("New", "info") if paper.new else Pill("Here already", "quiet")
    row.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _of(paper: Paper) -> str:
    if not paper.number:
        return paper.owner or tr("Comes in another file")
    return tr("{office} · version {number}", office=paper.owner, number=paper.number)


def _item(item: Item) -> QHBoxLayout:
    return _line(item.picture, label(said(item.said), wrap=True))


def _line(picture: str, words: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.wide)
    row.addWidget(Picture(picture), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row
