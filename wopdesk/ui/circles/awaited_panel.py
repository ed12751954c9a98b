"""Says who is named in a partnership and not in it yet, with the button that adds them. Knows no desk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.circles.content import Awaited
from wopdesk.ui.circles.otherwise import named_otherwise
from wopdesk.ui.i18n import listed, tr
from wopdesk.ui.saying import said
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.page import emptied
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.words import label

_ADD = ("Add it", "Add both", "Add all")
_NAMED = (
    "{office} is named in this partnership and is not in it yet",
    "{office} and {other} are named in this partnership and are not in it yet",
    "{names} are named in this partnership and are not in it yet",
)
_ADDED = ("{office} takes part now.", "{office} and {other} take part now.", "{names} take part now.")


class AwaitedPanel(QWidget):
    """Hidden while there is nobody. `wanted` that they are added, `offices` to go there, `sending` to go to sending.

    `beside_paper`: it stands where the partnership's own PDF can be saved, which brings it to them as well.
    """

    wanted = Signal()
    offices = Signal()
    sending = Signal()

    def __init__(self, *, beside_paper: bool = False) -> None:
        super().__init__()
        self._beside_paper = beside_paper
        self._awaited: Awaited | None = None
        self._added: tuple[str, ...] = ()
        self.add = Button("Add both", "primary", "plus")
        self.go_to_offices, self.send = Button("Offices", "plain", "users"), Button("Send to them", "plain", "send")
        self.add.clicked.connect(self.wanted)
        self.go_to_offices.clicked.connect(self.offices)
        self.send.clicked.connect(self.sending)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        _emptied_of(self._column, self._buttons())  # they lie in it from the first, so that they go with it
        self.hide()

    @property
    def adds(self) -> bool:
        """Whether somebody can be added now."""
        return self._awaited is not None and bool(self._awaited.ready)

    def show_awaited(self, awaited: Awaited | None) -> None:
        """Show who is missing; who was added here stays told."""
        self._awaited = awaited
        self._show()

    def show_added(self, names: Sequence[str]) -> None:
        """Say who takes part now, and how they learn of it; the keyboard goes on there."""
        self._added = tuple(names)
        left = replace(self._awaited, ready=()) if self._awaited else None
        self._awaited = left if left and left.names else None
        self._show()

    def _show(self) -> None:
        focused = any(one.hasFocus() for one in self._buttons())
        missing = tuple(_missing(self._awaited))
        added = tuple(_told_added(self._added, beside_paper=self._beside_paper))
        _emptied_of(self._column, self._buttons())
        self.setVisible(bool(missing or added))
        if not (missing or added):
            return
        wanted = list(self._wanted())
        look = ("caution", "triangle-alert", "warn") if missing else ("note", "circle-check", "good")
        self._column.addWidget(_framed(look, (*missing, *added), wanted))
        for button in wanted:
            button.show()
        if focused:
            wanted[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> tuple[Button, ...]:
        return self.add, self.send, self.go_to_offices

    def _wanted(self) -> Iterator[Button]:
        if self.adds and self._awaited is not None:
            names = [name for name, _ in self._awaited.ready]
            self.add.say(_ADD[min(len(names), len(_ADD)) - 1])
            self.add.setAccessibleName(tr("Add: {names}", names=listed(names)))
            yield self.add
        if self._added:
            yield self.send
        if self._awaited is not None and (self._awaited.waiting or self._awaited.unknown):
            yield self.go_to_offices


def _emptied_of(column: QVBoxLayout, kept: Sequence[QWidget]) -> None:
    """Take everything out of a column, but let these live on, hidden."""
    for one in kept:
        one.setParent(column.parentWidget())
        one.hide()
    emptied(column)


def _framed(look: tuple[str, str, str], texts: Sequence[str], buttons: Sequence[Button]) -> QFrame:
    frame = QFrame()
    frame.setProperty("surface", look[0])
    frame.setAccessibleName(texts[0])
    row = QHBoxLayout(frame)
    row.setContentsMargins(SPACE.large, SPACE.middle, SPACE.middle, SPACE.middle)
    row.setSpacing(SPACE.middle)
    row.addWidget(Picture(look[1], look[2], 20), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(SPACE.tiny)
    for number, text in enumerate(texts):
        words.addWidget(label(text, "" if number else "strong", wrap=True))
    row.addLayout(words, 1)
    for button in buttons:
        row.addWidget(button)
    return frame


def _told_of(texts: tuple[str, str, str], names: Sequence[str]) -> str:
    """What is told of one office, of two, or of more."""
    values = {"office": names[0], "other": names[-1], "names": listed(names)}
    return tr(texts[min(len(names), len(texts)) - 1], **values)


def _missing(awaited: Awaited | None) -> Iterator[str]:
    """Who is not in it yet, and what is to be done about each."""
    if awaited is None:
        return
    yield _told_of(_NAMED, awaited.names)
    yield from named_otherwise(awaited)
    for name, role in awaited.ready:
        yield tr("{office} receives nothing of it until you add it, as {role}.", office=name, role=said(role))
    for name in awaited.waiting:
        yield tr("{office} waits for your approval under Offices; then you can add it here.", office=name)
    for name in awaited.unknown:
        yield tr("{office} is not known here: invite it under Offices, and choose it in the record later.", office=name)


def _told_added(names: Sequence[str], *, beside_paper: bool) -> Iterator[str]:
    if not names:
        return
    yield _told_of(_ADDED, names)
    if beside_paper:
        yield tr("The PDF below brings them this partnership, and so does “Send to them”: one of the two is enough.")
    else:
        yield tr("What is in this partnership goes there with the next file that you send.")
