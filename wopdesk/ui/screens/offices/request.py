"""One who waits: what to do on the telephone, where to type the code that is read, and which role it will have."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.circles.roles import role_name
from wopdesk.ui.i18n import from_left, tr
from wopdesk.ui.moments import moment
from wopdesk.ui.saying import said
from wopdesk.ui.screens.offices.content import ROLES, Asking
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.code_field import CodeField
from wopdesk.ui.widgets.fault import Fault, FaultPanel
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.segments import Segments
from wopdesk.ui.widgets.words import Words, label

_STEPS = (
    "Telephone {office} on a number that you know already, not one from their message.",
    "Ask them to open Offices in their WOPDesk and to read their check code aloud.",
    "Type what you hear. The two codes are compared for you; this one is not shown, so that nobody just copies it.",
)
_OWN_STEPS = (
    "Go to the other computer, or telephone the colleague who sits at it.",
    "Open Offices there, and read the check code of that computer.",
    "Type it here. The two codes are compared for you.",
)
_SAYS = {
    "mentee": "It says it is a mentee. Ask on the telephone whether that is right.",
    "mentor": "It says it is a mentor. Ask on the telephone whether that is right.",
    "supporting": "It says it is a supporting partner. Ask on the telephone whether that is right.",
}
_SAYS_NOTHING = "Choose its role, too: ask on the telephone what it takes part as."


class RequestPart(QWidget):
    """A request; `decided` tells the code that was typed and the role that was chosen."""

    decided = Signal(str, str, str)

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self.asking = asking
        self._fault: FaultPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE.tiny, 0, SPACE.tiny)
        self._column.setSpacing(SPACE.small)
        self._column.addLayout(self._head())
        self.field = CodeField(tr("Check code that {office} reads to you", office=asking.name))
        self.roles = Segments([(role, said(role_name(role))) for role in ROLES[:3]])
        self.roles.name(tr("Role"))
        self._asks_role = not asking.own and not asking.further
        self.roles.set_value(asking.role if self._asks_role else "mentee")
        self.approve = Button("Compare and admit" if asking.own else "Compare and approve", "primary")
        warning = _warning(asking)
        if warning is not None:
            self._column.addWidget(warning)
            return
        if asking.like:
            self._column.addWidget(_alike(asking))
        for number, step in enumerate(_OWN_STEPS if asking.own else _STEPS, start=1):
            self._column.addLayout(_step(number, step, asking.name))
        if asking.pretended:
            self._column.addWidget(_pretended(asking))
        self._column.addLayout(self._typing())
        if self._asks_role:
            hint = Words(_SAYS.get(asking.role, _SAYS_NOTHING), "hint", wrap=True)
            hint.setContentsMargins(_INDENT, 0, 0, 0)
            self._column.addLayout(_indented(self.roles))
            self._column.addWidget(hint)
            self._column.addLayout(_indented(self.approve))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.middle)
        row.addWidget(Picture("users" if self.asking.own else "circle-help", "warn", 22), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        line.addWidget(label(self.asking.name, "strong"))
        line.addWidget(Pill(_kind(self.asking), "warn"))
        line.addStretch()
        words.addLayout(line)
        words.addWidget(Words("Last heard from {moment}", "hint", moment=moment(self.asking.heard)))
        row.addLayout(words, 1)
        return row

    def _typing(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_INDENT, SPACE.tiny, 0, 0)
        row.setSpacing(SPACE.middle)
        row.addWidget(self.field)
        if not self._asks_role:
            row.addWidget(self.approve)
        row.addStretch()
        self.approve.setEnabled(False)
        self.field.textChanged.connect(self._enable)
        self.roles.changed.connect(self._enable)
        self.field.returnPressed.connect(self._decide)
        self.approve.clicked.connect(self._decide)
        return row

    @property
    def _is_complete(self) -> bool:
        """Whether a code stands there, and a role is chosen: which one a silent office has, nobody can guess."""
        return self.field.complete and bool(self.roles.value)

    def choose(self, role: str) -> None:
        """Take a role, as it was taken before."""
        self.roles.set_value(role)
        self._enable()

    def _enable(self) -> None:
        self.approve.setEnabled(self._is_complete)

    def _decide(self) -> None:
        if self._is_complete:
            self.decided.emit(self.asking.key, self.field.code, self.roles.value)

    def show_mismatch(self) -> None:
        """Say that the code is another one, and let it be typed again."""
        if self._fault is not None:
            self._fault.hide()
            self._fault.deleteLater()
        self._fault = FaultPanel(
            Fault(
                tr("This is not the check code of the computer that wrote to you."),
                tr("Nobody was approved; nothing was changed."),
                tr(
                    "Let them read it once more, slowly. If it stays different, somebody else may have made the file: "
                    "do not approve it, and tell {office} so on a number that you know.",
                    office=self.asking.name,
                ),
            )
        )
        self._column.addWidget(self._fault)
        self.field.show_problem(wrong=True)
        self.field.setFocus()
        self.field.selectAll()


_INDENT = 34


def _indented(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(_INDENT, SPACE.tiny, 0, 0)
    row.addWidget(widget)
    row.addStretch()
    return row


def _kind(asking: Asking) -> str:
    if asking.own:
        return "A further computer of your office"
    return "A further computer" if asking.further else "Waits for approval"


def _warning(asking: Asking) -> FaultPanel | QFrame | None:
    """Why it is not decided here."""
    if asking.known_as:
        return FaultPanel(
            Fault(
                tr(
                    "{name} asks to speak for {office}, which is approved already.",
                    name=asking.name,
                    office=asking.known_as,
                ),
                tr("Nothing of it counts."),
                tr("Ask {office}, on a number that you know, whether it has a new computer.", office=asking.known_as),
            )
        )
    if not asking.ready:
        return _note("That computer has not signed yet that it works for this office. Receive a file of it first.")
    if not asking.may_decide:
        return _note("PWON approves offices. What this one sent is shown as unconfirmed until then.")
    return None


def _alike(asking: Asking) -> FaultPanel:
    """That another office is called so, which stops nothing."""
    told = Fault(
        tr("This name looks like that of {office}, which is another office.", office=asking.like),
        tr("Nothing of it counts."),
        tr("Approve it only if you know that there are two. Otherwise tell {office} of it.", office=asking.like),
    )
    return FaultPanel(told, severity="caution")


def _note(text: str, **values: object) -> QFrame:
    frame = QFrame()
    frame.setProperty("surface", "note")
    row = QHBoxLayout(frame)
    row.setContentsMargins(SPACE.middle, SPACE.small, SPACE.middle, SPACE.small)
    row.addWidget(Words(text, "quiet", wrap=True, **values))
    return frame


def _pretended(asking: Asking) -> QFrame:
    """Nobody can be telephoned in the sample."""
    values = {"office": asking.name, "code": from_left(asking.pretended)}
    return _note("Sample: nobody can be called here. {office} would read you this check code: {code}", **values)


def _step(number: int, text: str, office: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(SPACE.tiny, 0, 0, 0)
    row.setSpacing(SPACE.middle)
    sign = label(str(number), "strong")
    sign.setFixedWidth(18)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(text, "", wrap=True, office=office), 1)
    return row
