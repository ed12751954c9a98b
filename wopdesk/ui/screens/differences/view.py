"""The screen of differences as widgets: a card for each document. Knows no desk."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.moments import titled
from wopdesk.ui.screens.differences.content import Difference, DifferencesContent, Differing
from wopdesk.ui.screens.differences.difference_part import DifferencePart
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.empty import Empty
from wopdesk.ui.widgets.keyboard import keyboard_kept
from wopdesk.ui.widgets.page import Page, emptied
from wopdesk.ui.widgets.words import Words, label

Key = tuple[str, str]


class DifferencesView(Page):
    """All differences.

    `settled` tells which, the value that is kept, and how it reads; `opened` a record; `all_wanted` that those of
    other documents are to be shown as well.
    """

    settled = Signal(object, str, str)
    opened = Signal(str)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Differences", parent)
        self.parts: dict[Key, DifferencePart] = {}
        self._content: DifferencesContent | None = None

    def show_content(self, content: DifferencesContent, settled: Collection[Key] = ()) -> None:
        """Show the differences, but for those that were settled just now; what is typed in the others stays."""
        wanted = [one for document in content.documents for one in document.differences if one.key not in settled]
        if content == self._content and [part.difference for part in self.parts.values()] == wanted:
            return
        self._content = content
        with keyboard_kept(self):
            self._show(content, wanted)

    def _show(self, content: DifferencesContent, wanted: Collection[Difference]) -> None:
        kept = {key: part for key, part in self.parts.items() if part.difference in wanted}
        for part in kept.values():
            part.setParent(None)
        self.parts = {}
        emptied(self.column)
        for document in content.documents:
            open_ones = [one for one in document.differences if one in wanted]
            if open_ones:
                self.column.addWidget(self._card(document, [self._part(document, one, kept) for one in open_ones]))
        if not wanted:
            self.column.addWidget(self._empty(content), 1)
        elif content.elsewhere:
            self.column.addWidget(self._elsewhere(content))
        self.column.addStretch()

    def _part(self, document: Differing, one: Difference, kept: Mapping[Key, DifferencePart]) -> DifferencePart:
        part = kept.get(one.key)
        if part is None:
            part = DifferencePart(one, may_settle=document.may_settle)
            part.settled.connect(self.settled)
        self.parts[one.key] = part
        return part

    def _card(self, document: Differing, parts: Sequence[DifferencePart]) -> Card:
        look = Button("Open the document", "quiet", "eye")
        look.setAccessibleName(f"{tr('Open the document')}: {titled(document.title, document.mark)}")
        look.clicked.connect(lambda: self.opened.emit(document.record))
        card = Card(_TITLE, look)
        for words in card.findChildren(Words):
            words.say(_TITLE, title=titled(document.title, document.mark))
        card.body.setSpacing(SPACE.middle)
        card.body.addWidget(label(document.owner, "quiet"))
        if not document.may_settle:
            card.body.addWidget(
                Words("{office} settles these; you only see them.", "quiet", wrap=True, office=document.owner)
            )
        for part in parts:
            card.body.addWidget(hairline())
            card.body.addWidget(part)
            part.show()
        return card

    def _empty(self, content: DifferencesContent) -> Card:
        card = Card()
        text = "When two persons answer one question differently, both answers are kept and wait here."
        action = "Show those of other documents" if content.elsewhere else ""
        empty = Empty("Nothing to settle", text, action, "circle-check")
        empty.acted.connect(self.all_wanted)
        card.body.addWidget(empty)
        return card

    def _elsewhere(self, content: DifferencesContent) -> Button:
        button = Button("Show those of other documents", "quiet", "git-merge")
        button.clicked.connect(self.all_wanted)
        button.setToolTip(str(content.elsewhere))
        return button


_TITLE = "{title}"
