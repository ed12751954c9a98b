"""The screen of sending and receiving as widgets: the tray and the history beside the offices. Knows no desk."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.exchange.content import ExchangeContent, Joining, Letter, Outcome, Standing
from wopdesk.ui.screens.exchange.drop import DropZone
from wopdesk.ui.screens.exchange.letter_card import LetterCard
from wopdesk.ui.screens.exchange.past_card import PastCard
from wopdesk.ui.screens.exchange.send_card import SendCard
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.keyboard import go_on_at_first, keyboard_kept
from wopdesk.ui.widgets.page import SidedPage
from wopdesk.ui.widgets.progress import Progress

_NONE = -1
_SIDE = 400
AT_ONCE = 20
"""So many files lie open on the tray; a thousand cards would take a window half a minute."""


class ExchangeView(SidedPage):
    """The whole of it.

    `offered` tells files, `taken` the number of a letter and a code, `all_taken` that everything is wanted,
    `all_put_away` that nothing is to lie there with which nothing is to be done, `stopped` that the work is to end.
    `approving` tells the number of a letter whose sender is to be approved; `opened`, `answered` and `differing` come
    from receipts, see `LetterCard`.
    """

    offered = Signal(list)
    taken = Signal(int, str)
    all_taken = Signal()
    all_put_away = Signal()
    stopped = Signal()
    put_away = Signal(int)
    opened = Signal(str)
    answered = Signal(str, str)
    differing = Signal(str)
    approving = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Send and receive", parent)
        self.drop, self.send, self.past = DropZone(), SendCard(), PastCard()
        self.take_all = Button("Take all", "plain", "download")
        self.take_all.clicked.connect(self.all_taken)
        self.put_all = Button("Put all away", "quiet")
        self.put_all.clicked.connect(self.all_put_away)
        self.drop.offered.connect(self.offered)
        self.cards: dict[int, LetterCard] = {}
        self._outcomes: dict[int, Outcome] = {}
        self._below: list[Letter] = []
        self._newest = _NONE
        self.more = Button("Show more", "quiet", "chevron-down")
        self.more.clicked.connect(self._show_more)
        self.progress: Progress | None = None
        self._receive = Card("Receive", _side_by_side(self.put_all, self.take_all))
        self._receive.body.addWidget(self.drop)
        self._letters = QVBoxLayout()
        self._letters.setSpacing(SPACE.middle)
        self._arrange()
        self.show_letters(())

    def _arrange(self) -> None:
        self.main.addWidget(self._receive)
        self.main.addLayout(self._letters)
        self.main.addWidget(self.more)
        self.main.addWidget(self.past)
        self.main.addStretch()
        self.side.addWidget(self.send)
        self.side.addStretch()
        self.send.setFixedWidth(_SIDE)

    def show_content(self, content: ExchangeContent) -> None:
        """Show offices and history; the tray stays as it is."""
        self.send.show_partners(content.partners, alone=content.alone)
        self._follow_joining({one.office: one.joining for one in content.partners})
        self.past.show_past(content.past)

    def show_letters(self, letters: Sequence[Letter]) -> None:
        """Lay further files on the tray, above those that lie there; of many, the first ones are open.

        What was taken before is folded to a line, so that one sees what came now.
        """
        for card in self.cards.values():
            card.fold()
        before, self.cards = self.cards, {}
        self._below = [*letters, *self._below]
        for letter in letters[:AT_ONCE]:
            self._below.remove(letter)
            self._lay(LetterCard(letter), len(self.cards))
        self._newest = next(iter(self.cards), self._newest)
        self.cards |= before
        self._open(0)
        self._go_to_newest()

    def _go_to_newest(self) -> None:
        """Show what came now, and let the keyboard go on there, once it can be taken."""
        if self._newest in self.cards and self.isVisible() and self.progress is None:
            self._go_on_in(self.cards[self._newest])
            self.verticalScrollBar().setValue(0)
            self._newest = _NONE

    def _open(self, count: int) -> None:
        """Open so many of the files that lie below the others."""
        count = max(0, count)
        shown, self._below = self._below[:count], self._below[count:]
        for letter in shown:
            self._lay(LetterCard(letter))
        self.more.setVisible(bool(self._below))
        self._count()

    def _show_more(self) -> None:
        first = self._below[0].number
        self._open(AT_ONCE)
        self._go_on_in(self.cards[first])

    def _lay(self, card: LetterCard, place: int = -1) -> None:
        card.taken.connect(self.taken)
        card.put_away.connect(self.put_away)
        card.opened.connect(self.opened)
        card.answered.connect(self.answered)
        card.differing.connect(self.differing)
        number = card.letter.number
        card.approving.connect(lambda: self.approving.emit(number))
        self.cards[number] = card
        self._letters.insertWidget(place, card)
        if number in self._outcomes:
            card.show_outcome(self._outcomes[number])
        card.set_busy(busy=self.progress is not None)

    def remove_letter(self, number: int) -> None:
        """Take a file off the tray."""
        card = self.cards.pop(number)
        self._outcomes.pop(number, None)
        self._letters.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._open(AT_ONCE - len(self.cards))

    def remove_letters(self, numbers: Collection[int]) -> None:
        """Take files off the tray, also those that are not open; the keyboard goes on where it can."""
        self._below = [one for one in self._below if one.number not in numbers]
        with keyboard_kept(self):
            for number in [one for one in self.cards if one in numbers]:
                self.remove_letter(number)

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show what became of files."""
        below = {letter.number for letter in self._below}
        for outcome in outcomes:
            if outcome.number in self.cards:
                self.cards[outcome.number].show_outcome(outcome)
            if outcome.number in self.cards or outcome.number in below:
                self._outcomes[outcome.number] = outcome
        self._count()
        if len(outcomes) == 1 and outcomes[0].number in self.cards:
            self._go_on_in(self.cards[outcomes[0].number])

    def show_standings(self, standings: Mapping[int, Standing]) -> None:
        """Show how those who signed the files stand by now: a card of one that was approved meanwhile says so."""
        for number, standing in standings.items():
            if number in self.cards and self.cards[number].letter.standing != standing:
                self._show_anew(replace(self.cards[number].letter, standing=standing))
        self._below = [replace(one, standing=standings.get(one.number, one.standing)) for one in self._below]
        self._count()

    def _follow_joining(self, joining: Mapping[str, Joining]) -> None:
        """Say on the card of an opened invitation how far one came with it since."""
        for number, outcome in self._outcomes.items():
            now = joining.get(outcome.office, outcome.joining)
            if outcome.joining and outcome.joining != now:
                self._outcomes[number] = replace(outcome, joining=now)
                if number in self.cards:
                    with keyboard_kept(self):
                        self._show_anew(self.cards[number].letter)
                        self._count()

    def _show_anew(self, letter: Letter) -> None:
        """Put another card in the place of a file's."""
        before = self.cards[letter.number]
        place = self._letters.indexOf(before)
        self._lay(LetterCard(letter), place)
        self.cards[letter.number].type_code(before.code)
        before.hide()
        before.deleteLater()

    def _go_on_in(self, card: LetterCard) -> None:
        """The keyboard goes on where the button was that is gone now."""
        go_on_at_first(card.stops, self)

    def _count(self) -> None:
        """Offer to take all where there are several to take, and let the keyboard go in the order of reading."""
        self.take_all.setVisible(len(self.takable) > 1)
        self.put_all.setVisible(len(self.settled) > 1)
        stops: list[QWidget] = [self.put_all, self.take_all, self.drop.folder, self.drop.files]
        for card in self.cards.values():
            stops += card.stops
        stops.append(self.more)
        for before, after in pairwise([*stops, self.past.table, self.send.save_all]):
            QWidget.setTabOrder(before, after)

    @property
    def takable(self) -> list[int]:
        """Numbers of the files that one click takes."""
        shown = [number for number, card in self.cards.items() if card.letter.can_be_taken and not card.take.isHidden()]
        below = [one.number for one in self._below if one.can_be_taken and one.number not in self._outcomes]
        return shown + below

    @property
    def settled(self) -> list[int]:
        """Numbers of the files with which nothing is to be done any more, or can be."""
        lying = [*(card.letter for card in self.cards.values()), *self._below]
        return [one.number for one in lying if self._is_settled(one)]

    def _is_settled(self, letter: Letter) -> bool:
        outcome = self._outcomes.get(letter.number)
        if letter.invitation == "closed":  # a wrong code can be typed again
            return outcome is not None and outcome.refused is None
        return outcome is not None or not letter.can_be_taken

    def start(self, text: str) -> None:
        """Show that long work has begun: a text of the desk."""
        self.finish()
        self.progress = Progress(text)
        self.progress.advance(0, 0)
        self.progress.cancelled.connect(self.stopped)
        self._receive.body.addWidget(self.progress)
        self._set_busy(busy=True)

    def advance(self, done: int, total: int) -> None:
        """Show how far it is."""
        if self.progress is not None:
            self.progress.advance(done, total)

    def finish(self) -> None:
        """The work is done or was stopped."""
        if self.progress is not None:
            self.progress.hide()
            self.progress.deleteLater()
            self.progress = None
        self._set_busy(busy=False)
        self._go_to_newest()

    def _set_busy(self, *, busy: bool) -> None:
        self.take_all.setDisabled(busy)
        self.put_all.setDisabled(busy)
        for card in self.cards.values():
            card.set_busy(busy=busy)

    def _say_again(self) -> None:
        """Say everything on the tray in the language that is spoken now; codes that are being typed stay."""
        self.setAccessibleName(tr("Send and receive"))
        letters, outcomes = [card.letter for card in self.cards.values()], list(self._outcomes.values())
        typed = {number: card.code for number, card in self.cards.items()}
        below, self._below = self._below, []
        for number in list(self.cards):
            self.remove_letter(number)
        self._outcomes = {outcome.number: outcome for outcome in outcomes}
        self._below = letters + below
        self._open(len(letters))
        for number, code in typed.items():
            self.cards[number].type_code(code)
        self._set_busy(busy=self.progress is not None)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say_again()
        super().changeEvent(event)


def _side_by_side(*buttons: Button) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.small)
    for button in buttons:
        row.addWidget(button)
    return part
