"""One office: in which partnerships it takes part, which computers work for it, and how either ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.circles.roles import role_name
from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.saying import said, written
from wopdesk.ui.screens.offices.content import ROLES, Computer, Known, Part
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.combo import Combo
from wopdesk.ui.widgets.confirm import Confirm
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import Words, label

_CUT = (
    "From now on nothing that this computer writes counts: for a laptop that was stolen or lost, or whose user left. "
    "What it sent before stays. This cannot be taken back by a click."
)
_LEAVE = (
    "From now on {office} gets nothing of this partnership, and nothing it writes there counts. What it sent before "
    "stays."
)


class Detail(Card):
    """An office that was chosen. `cut` tells a computer, `left` a partnership, `joined` a partnership and a role."""

    cut = Signal(str)
    left = Signal(str, str)
    joined = Signal(str, str, str)

    def __init__(self, known: Known, partnerships: Sequence[tuple[str, str]], *, coordinator: bool) -> None:
        super().__init__()
        self.known, self._coordinator = known, coordinator
        self.confirm: Confirm | None = None
        self.body.setSpacing(SPACE.small)
        self.body.addWidget(label(known.name, "section", wrap=True))
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self.body.addWidget(Words("Takes part in", "label"))
        self.leaving: dict[str, Button] = {}
        self.cutting: dict[str, Button] = {}
        for part in known.parts:
            self.body.addLayout(self._part(part))
        if not known.parts:
            self.body.addWidget(Words("No partnership yet", "quiet"))
        self.space, self.role, self.take_part = Combo(), Combo(), Button("Let it take part")
        open_ones = [one for one in partnerships if one[0] not in {part.space for part in known.parts}]
        if coordinator and open_ones and known.state == "approved":
            self.body.addWidget(self._joining(open_ones))
        self.body.addWidget(hairline())
        self.body.addWidget(Words("Computers", "label"))
        for computer in known.computers:
            self.body.addLayout(self._computer(computer))
        if not known.computers:
            self.body.addWidget(Words("None is approved yet.", "quiet"))

    def _part(self, part: Part) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.middle)
        row.addWidget(Picture("handshake"))
        row.addWidget(label(part.title))
        row.addWidget(label(said(role_name(part.role)), "hint"), 1)
        if self._coordinator and not self.known.is_own:
            button = Button("Ends …", "quiet")
            button.setAccessibleName(
                tr("{office} takes part no more in {partnership} …", office=self.known.name, partnership=part.title)
            )
            button.clicked.connect(lambda: self._ask_to_leave(part))
            self.leaving[part.space] = button
            row.addWidget(button)
        return row

    def _computer(self, computer: Computer) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.middle)
        row.addWidget(_sign(computer))
        row.addWidget(label(_computer_name(computer)))
        row.addWidget(label(from_left(computer.code), "hint"), 1)
        if computer.cut:
            row.addWidget(Pill("Cut off", "bad"))
        elif (self._coordinator or self.known.is_own) and not computer.this:
            button = Button("Cut off …", "quiet")
            button.setAccessibleName(tr("Cut off {computer} …", computer=computer.code))
            button.clicked.connect(lambda: self._ask_to_cut(computer))
            self.cutting[computer.key] = button
            row.addWidget(button)
        return row

    def _joining(self, partnerships: Sequence[tuple[str, str]]) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        self.space.offer(partnerships, partnerships[0][0])
        self.role.offer([(one, said(role_name(one))) for one in ROLES[:3]], self.known.role or "mentee")
        self.space.setMinimumContentsLength(12)
        self.role.setMinimumContentsLength(10)
        self.space.setAccessibleName(tr("Partnership"))
        self.role.setAccessibleName(tr("Role"))
        self.take_part.clicked.connect(self._join)
        for widget in (self.space, self.role, self.take_part):
            row.addWidget(widget)
        row.addStretch()
        return holder

    def _join(self) -> None:
        if self.space.value and self.role.value:
            self.joined.emit(self.space.value, self.known.office, self.role.value)

    def _ask_to_cut(self, computer: Computer) -> None:
        panel = Confirm("Cut off the computer {code}?", _CUT, "Cut it off", code=computer.code)
        panel.confirmed.connect(lambda: self.cut.emit(computer.key))
        self._show_question(panel, self.cutting[computer.key])

    def _ask_to_leave(self, part: Part) -> None:
        values = {"office": self.known.name, "partnership": part.title}
        panel = Confirm("Shall {office} take part no more in {partnership}?", _LEAVE, "End it", **values)
        panel.confirmed.connect(lambda: self.left.emit(part.space, self.known.office))
        self._show_question(panel, self.leaving[part.space])

    def _show_question(self, panel: Confirm, asked_by: Button) -> None:
        self._drop_question()
        self.confirm = panel
        panel.refused.connect(self._drop_question)
        panel.refused.connect(asked_by.setFocus)
        self._place.addWidget(panel)
        panel.no.setFocus()

    def _drop_question(self) -> None:
        if self.confirm is not None:
            self.confirm.hide()
            self.confirm.deleteLater()
            self.confirm = None


def _sign(computer: Computer) -> Picture:
    if computer.former:
        return Picture("triangle-alert", "bad")
    return Picture("lock" if computer.cut else "shield-check")


def _computer_name(computer: Computer) -> str:
    if computer.this:
        return tr("This computer")
    if computer.former:
        return tr("Former computer, not cut off yet")
    if computer.heard is None:
        return tr("Not heard from at this desk")
    return tr("Heard from on {day}", day=written(computer.heard.date(), short=True))
