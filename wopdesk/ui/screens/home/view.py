"""The first screen: what to do, what others do, what came in, and how partnerships stand. Knows no desk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.circles.content import Standing
from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.saying import said
from wopdesk.ui.screens.home.content import Home, Line
from wopdesk.ui.screens.home.sections import Section, Sections, in_tab_order
from wopdesk.ui.screens.home.table import StandingsCard
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.empty import Empty
from wopdesk.ui.widgets.page import Page
from wopdesk.ui.widgets.row import LongCard, Row, RowCard, Saying
from wopdesk.ui.widgets.words import Words

SIDE = 344
"""Width of the cards beside, in pixels."""


class HomeView(QWidget):
    """Shows a `Home`. `opened` tells where a line leads; the other two what is to be started."""

    opened = Signal(object)
    document_wanted = Signal()
    partnership_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Home, str] | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._page = Page("Home", self)
        outer.addWidget(self._page)
        self._above, self._work, self._beside = Sections(), Sections(), Sections()
        for column in (self._work, self._beside):
            column.addStretch()
        columns = QHBoxLayout()
        columns.setSpacing(SPACE.large)
        columns.addLayout(self._work, 1)
        columns.addLayout(self._beside)
        self._page.column.addLayout(self._above)
        self._page.column.addLayout(columns)
        self._page.column.addStretch()

    @property
    def _cards(self) -> list[QWidget]:
        columns = (self._above, self._work, self._beside)
        return [card for column in columns for card in column.cards.values()]

    @property
    def rows(self) -> list[Row]:
        """Every line that shows now."""
        return [row for card in self._cards if isinstance(card, LongCard) for row in card.rows]

    def show_content(self, content: Home) -> None:
        """Show it. What shows the same stays as it is, and the keyboard in the line where it was."""
        if self._shown == (content, spoken()):
            return
        before = self._lines()
        focused = next((number for number, (row, _) in enumerate(before) if row.hasFocus()), None)
        self._shown = (content, spoken())
        self._above.show_sections([self._lined("Kept for you", content.kept)] if content.kept else [])
        self._work.show_sections(list(self._to_work(content)))
        self._beside.show_sections(list(self._to_start(content)))
        in_tab_order(self._cards)
        if focused is not None and before[focused][0] not in self.rows:
            self._focus(before[focused][1], focused)

    def _lines(self) -> list[tuple[Row, Line]]:
        """Every row with what it says."""
        content = self._shown[0] if self._shown else Home("", date.min)
        lines = {"Kept for you": content.kept, "What comes first": content.first, "To do": content.mine}
        lines |= {"Waiting for others": content.others, "To send": content.unsent, "Came in": content.arrived}
        cards = {**self._above.cards, **self._work.cards, **self._beside.cards}
        rows = [(cards.get(name), said) for name, said in lines.items()]
        shown = [(card.rows, said) for card, said in rows if isinstance(card, LongCard)]
        return [pair for made, said in shown for pair in zip(made, said, strict=False)]  # more come as they are wanted

    def _focus(self, line: Line, place: int) -> None:
        """Give the keyboard to the line that says this, else to the one that leads there, else to what lies there."""
        rows = self._lines()
        same = [row for row, one in rows if one == line] + [row for row, one in rows if one.where == line.where]
        there = same or [row for row, _ in rows[: place + 1]][-1:]
        if there:
            there[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_work(self, content: Home) -> Iterator[Section]:
        if content.first:
            yield self._lined("What comes first", content.first)
        if content.mine:
            yield self._lined("To do", content.mine)
        elif not content.first:
            yield Section("Nothing to do", spoken(), _calm)
        if content.others:
            yield self._lined("Waiting for others", content.others, 5)
        if content.partnerships:
            shown = (content.partnerships, spoken())
            yield Section("Partnerships", shown, lambda: self._table(content.partnerships))

    def _to_start(self, content: Home) -> Iterator[Section]:
        if content.unsent:
            yield _beside(self._lined("To send", content.unsent))
        yield _beside(Section("Start", (bool(content.partnerships), spoken()), lambda: self._start(content)))
        yield _beside(Section("Came in", (content.arrived, spoken()), lambda: self._arrived(content.arrived)))

    def _table(self, standings: Sequence[Standing]) -> StandingsCard:
        table = StandingsCard(standings)
        table.opened.connect(lambda space: self.opened.emit(Where("partnership", space=space)))
        return table

    def _arrived(self, lines: Sequence[Line]) -> LongCard:
        card = self._card("Came in", lines)
        if not lines:
            words = Words("What partners send you will be listed here.", "quiet", wrap=True)
            words.setContentsMargins(SPACE.small, 0, SPACE.small, SPACE.tiny)
            card.body.addWidget(words)
        return card

    def _start(self, content: Home) -> RowCard:
        """What this office may begin; lines as all others, so that what is to do stays louder."""
        card = RowCard("Start something")
        self.new_document: Row | None = None
        if content.partnerships:
            self.new_document = Row("plus", Saying(tr("New document …")), "info")
            self.new_document.clicked.connect(self.document_wanted)
            card.add(self.new_document)
        self.new_partnership = Row("handshake", Saying(tr("New partnership …")), "info")
        self.new_partnership.clicked.connect(self.partnership_wanted)
        receive = Row("inbox", Saying(tr("Receive a file")), "info")
        receive.clicked.connect(lambda: self.opened.emit(Where("exchange")))
        for row in (self.new_partnership, receive):
            card.add(row)
        return card

    def _lined(self, title: str, lines: Sequence[Line], shows: int = 8) -> Section:
        """A card of lines; one that was made longer stays so."""
        known = {**self._above.cards, **self._work.cards, **self._beside.cards}.get(title)
        most = max(shows, len(known.rows) if isinstance(known, LongCard) else 0)
        return Section(title, (tuple(lines), spoken()), lambda: self._card(title, lines, most))

    def _card(self, title: str, lines: Sequence[Line], shows: int = 8) -> LongCard:
        return LongCard(title, [partial(self._row, line) for line in lines], shows)

    def _row(self, line: Line) -> Row:
        words = Saying(said(line.text), said(line.detail), said(line.status) if line.status else "")
        row = Row(line.picture, words, line.tone, leads=line.where is not None)
        row.clicked.connect(lambda: self.opened.emit(line.where))
        return row


def _calm() -> Card:
    card = Card("To do")
    text = "What comes due, or comes back to be corrected, will be here."
    card.body.addWidget(Empty("Nothing to do now", text, picture="circle-check"))
    return card


def _beside(section: Section) -> Section:
    """The same, as wide as what stands beside the work."""

    def make() -> QWidget:
        card = section.make()
        card.setFixedWidth(SIDE)
        return card

    return Section(section.name, section.shown, make)
