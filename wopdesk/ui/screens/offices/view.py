"""The screen of offices as widgets. Knows no desk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from wopdesk.ui.circles.roles import role_name
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.saying import said, written
from wopdesk.ui.screens.offices.codes import Invite, Kit, OwnCode
from wopdesk.ui.screens.offices.content import Asking, Known, OfficesContent, State
from wopdesk.ui.screens.offices.detail import Detail
from wopdesk.ui.screens.offices.request import RequestPart
from wopdesk.ui.theme.tokens import Tone
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.cells import Cell, Chip, Column, Text
from wopdesk.ui.widgets.keyboard import keyboard_kept
from wopdesk.ui.widgets.page import SidedPage, emptied
from wopdesk.ui.widgets.table import Table

_SIDE = 368
_TONES: dict[State, Tone] = {"approved": "good", "waiting": "warn", "own": "info", "own waiting": "warn"}


class OfficesView(SidedPage):
    """The whole of it.

    `decided` tells a request's key, the code typed and the role; `cut` a computer's key; `left` and `joined` a
    partnership and an office, with a role. Cards at the side have signals of their own.
    """

    decided = Signal(str, str, str)
    cut = Signal(str)
    left = Signal(str, str)
    joined = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Offices", parent)
        self.own, self.invite, self.kit = OwnCode(), Invite(), Kit()
        self._content: OfficesContent | None = None
        self._chosen = ""
        self._shown: tuple[object, ...] = ()
        self.requests: dict[str, RequestPart] = {}
        self.detail: Detail | None = None
        columns = (Column("Office"), Column("Short name", width=150, spare=True), Column("Role", width=130))
        self.table = Table("Offices", (*columns, Column("State", width=140), Column("Last heard from", width=120)))
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self._list = Card("Offices")
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._list.body.addWidget(self.table)
        self._waiting = Card("Waiting for approval")
        self._arrange()

    def _arrange(self) -> None:
        self.main.addWidget(self._waiting)
        self.main.addWidget(self._list)
        self.main.addStretch()
        for card in (self.invite, self.own, self.kit):
            card.setFixedWidth(_SIDE)
            self.side.addWidget(card)
        self.side.addStretch()

    def show_content(self, content: OfficesContent) -> None:
        """Show offices and requests; what is typed in a request that still waits stays."""
        self._content = content
        self._show_requests(content)
        self._chosen = _chosen(content.known, self._chosen)
        self.own.show_content(content)
        self.invite.setVisible(content.coordinator)
        self.invite.show_code(content.invitation)
        self.kit.setVisible(content.coordinator)
        self.table.show_rows([_row(one) for one in content.known])
        self.table.setFixedHeight(self.table.sizeHint().height())
        for row in range(len(content.known)):
            if content.known[self.table.rows.source(row)].office == self._chosen:
                self.table.setCurrentIndex(self.table.rows.index(row, 0))
        with keyboard_kept(self):
            self._show_chosen()

    def _show_requests(self, content: OfficesContent) -> None:
        """Show who waits; a request that was shown before stays as it is, with what is typed in it."""
        kept = {one.key: part for one in content.asking if (part := self._shown_of(one)) is not None}
        if kept.keys() == self.requests.keys() and len(kept) == len(content.asking):
            self._waiting.setVisible(bool(kept))
            return
        focused, gone = self.window().focusWidget(), self.requests.keys() - kept.keys()
        was_here = self._waiting.isAncestorOf(focused)
        for part in kept.values():
            part.setParent(None)
        emptied(self._waiting.body, keep=1)
        self.requests = {one.key: kept.get(one.key) or self._request(one) for one in content.asking}
        for number, part in enumerate(self.requests.values()):
            if number:
                self._waiting.body.addWidget(hairline())
            self._waiting.body.addWidget(part)
            part.show()
        self._waiting.setVisible(bool(content.asking))
        if was_here:
            self._choose_office_of(content, gone)
            self._go_on(focused)

    def _shown_of(self, one: Asking) -> RequestPart | None:
        part = self.requests.get(one.key)
        return part if part is not None and _is_same(part.asking, one) else None

    def _request(self, one: Asking) -> RequestPart:
        part = RequestPart(one)
        part.decided.connect(self.decided)
        return part

    def _choose_office_of(self, content: OfficesContent, keys: set[str]) -> None:
        """Choose the office of one of these computers, such as one that waited until now and can take part next."""
        here = (one.office for one in content.known if not keys.isdisjoint(each.key for each in one.computers))
        self._chosen = next(here, self._chosen)

    def _go_on(self, focused: QWidget) -> None:
        """The keyboard stays, or goes to the next who waits; where nobody does, to the list of offices."""
        stays = [focused] if self._waiting.isAncestorOf(focused) else []
        fields = [part.field for part in self.requests.values() if part.field.parent() is part]
        next(iter([*stays, *fields]), self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_at(self, key: str) -> None:
        """Let the keyboard begin with the request of a computer that still waits, or where a known one is cut off."""
        part = self.requests.get(key)
        if part is not None:
            self._begin_with(part.field, part)
        elif key and self._content is not None:
            self._choose_office_of(self._content, {key})
            self.show_content(self._content)
            button = self.detail.cutting.get(key) if self.detail is not None else None
            if button is not None:
                self._begin_with(button, button)

    def _begin_with(self, focused: QWidget, seen: QWidget) -> None:
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, seen, lambda: self.ensureWidgetVisible(seen))  # it has its place after this turn

    def show_mismatch(self, key: str) -> None:
        """The code that was typed for a request is another one."""
        if key in self.requests:
            self.requests[key].show_mismatch()

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and self._content is not None:
            self._chosen = self._content.known[self.table.rows.source(current.row())].office
            self._show_chosen()

    def _show_chosen(self, *, anew: bool = False) -> None:
        """Show the chosen office below the list; what is chosen there stays while nothing of the office changed."""
        content = self._content
        known = next((one for one in content.known if one.office == self._chosen), None) if content else None
        if content is None or known is None:
            return
        shown = (known, content.partnerships, content.coordinator)
        if shown == self._shown and not anew:
            return
        self._shown = shown
        if self.detail is not None:
            self.main.removeWidget(self.detail)
            self.detail.hide()
            self.detail.deleteLater()
        self.detail = Detail(known, content.partnerships, coordinator=content.coordinator)
        self.detail.cut.connect(self.cut)
        self.detail.left.connect(self.left)
        self.detail.joined.connect(self.joined)
        self.main.insertWidget(2, self.detail)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._content is not None:
            self.setAccessibleName(tr("Offices"))
            typed = {key: (part.field.code, part.roles.value) for key, part in self.requests.items()}
            self.requests = {}
            emptied(self._waiting.body, keep=1)
            self.show_content(self._content)
            for key, (code, role) in typed.items():
                self.requests[key].field.setText(code)
                self.requests[key].choose(role)
            self._show_chosen(anew=True)
        super().changeEvent(event)


def _is_same(before: Asking, now: Asking) -> bool:
    """Whether it is the same request, heard of once more."""
    return replace(before, heard=now.heard) == now


def _chosen(known: tuple[Known, ...], before: str) -> str:
    """The office that was chosen; the first one but the own while none was."""
    if any(one.office == before for one in known):
        return before
    return next((one.office for one in known if not one.is_own), known[0].office if known else "")


def _row(one: Known) -> tuple[Cell, ...]:
    states: dict[State, str] = {
        "approved": tr("Approved"),
        "waiting": tr("Not approved yet"),
        "own": tr("Your own office"),
        "own waiting": tr("Not approved yet"),
    }
    heard = written(one.heard.date(), short=True) if one.heard else ""
    return (
        Text(one.name),
        Text(one.code),
        Text(said(role_name(one.role))),
        Chip(states[one.state], _TONES[one.state]),
        Text(heard, one.heard.isoformat() if one.heard else ""),
    )
