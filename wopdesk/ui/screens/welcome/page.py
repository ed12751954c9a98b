"""The welcome's page: the side, the open leaf with its heading, and the foot. Knows no desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from wopdesk.ui.overriding import override
from wopdesk.ui.screens.welcome.foot import Foot, Top
from wopdesk.ui.screens.welcome.how import HowLeaf
from wopdesk.ui.screens.welcome.kit import KitLeaf
from wopdesk.ui.screens.welcome.leaf import Leaf
from wopdesk.ui.screens.welcome.office import OfficeLeaf
from wopdesk.ui.screens.welcome.presenter import STEPS, Content, Step
from wopdesk.ui.screens.welcome.ready import ReadyLeaf
from wopdesk.ui.screens.welcome.recover import RecoverLeaf
from wopdesk.ui.screens.welcome.restore import RestoreLeaf
from wopdesk.ui.screens.welcome.side import Side
from wopdesk.ui.screens.welcome.who import WhoLeaf
from wopdesk.ui.screens.welcome.whom import WhomLeaf
from wopdesk.ui.screens.welcome.working import WorkingLeaf
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.fault import FaultPanel, fault_of
from wopdesk.ui.widgets.words import Words

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told

_WIDEST, _NARROW, _LOW = 680, 1200, 760
_KIT = "It keeps the key by which all offices know PWON. Records need a backup besides. Do this now."
_RECOVER = "For PWON alone. Another office brings back its backup, or asks PWON for an invitation and starts anew."
_HEADINGS = {
    "who": ("Who are you?", "Your name stands beside what you save, and on papers."),
    "office": ("Which office?", "All computers of an office work together; other offices see what you send them."),
    "how": ("How to begin", "Choose what fits; the rest can follow later."),
    "working": ("One moment", ""),
    "kit": ("PWON's recovery kit", _KIT),
    "ready": ("", ""),
    "whom": ("As whom do you want to look?", "Each has a desk of its own. Nothing you do here leaves the sample."),
    "restore": ("Bring back a backup", "Backups end in .backup and lie in the folder 'backups', or on a USB stick."),
    "recover": ("Open PWON's recovery kit", _RECOVER),
}


class Page(QWidget):
    """The page. `typed` and `wanted` as its leaves; `forward` and `back` from the foot."""

    typed = Signal(str, object)
    wanted = Signal(str)
    forward = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._content: Content | None = None
        self._shape: object = None
        self._fault: FaultPanel | None = None
        self.leaf: Leaf | None = None
        self.side, self.top, self.foot = Side(), Top(), Foot()
        self.foot.forwarded.connect(self.forward)
        self.foot.back.clicked.connect(self.back)
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._scrolled(), 1)
        column.addWidget(self.foot)
        row.addLayout(column, 1)

    def _leaves(self) -> QWidget:
        """The heading, and below it the leaf that is open."""
        self._title, self._subtitle = Words("", "title"), Words("", "quiet", wrap=True)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, SPACE.small, 0, SPACE.huge)
        self._column.setSpacing(SPACE.large)
        words = QVBoxLayout()
        words.setSpacing(SPACE.tiny)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._column.addLayout(words)
        self._column.addStretch()
        return inner

    def _scrolled(self) -> QScrollArea:
        body = QWidget()
        body.setObjectName("canvas")
        row = QHBoxLayout(body)
        row.setContentsMargins(SPACE.huge, SPACE.small, SPACE.huge, 0)
        row.addStretch(1)
        row.addWidget(self._leaves(), 100)
        row.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        self._area = area
        return area

    def show_content(self, content: Content) -> None:
        """Show a page, without disturbing what is being typed on it."""
        before, self._content = self._content, content
        ways = content.ways if content.step == "how" else ()
        sample = content.step != "how" and content.typed.way == "sample"  # where it is chosen, the keyboard stays
        shape = (content.step, ways, content.kit, content.ready, sample)
        if shape != self._shape:
            self._open(content)
            self._shape = shape
        if self.leaf is not None:
            self.leaf.show_content(content)
        if before is None or before.fault != content.fault or before is content:
            self._show_fault(content.fault)
        self.foot.show_step(content)
        if content.step == "ready" and (before is None or before.step != "ready"):
            self.foot.forward.setFocus()  # there is nothing else to do

    def to_problem(self) -> None:
        """Give the keyboard to the first field that cannot stay as it is."""
        if self.leaf is None or self._content is None:
            return
        wrong = [part for field, part in self.leaf.fields().items() if field in self._content.problems]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(wrong[0])

    def _open(self, content: Content) -> None:
        moved = self._shape is None or (isinstance(self._shape, tuple) and self._shape[0] != content.step)
        if self.leaf is not None:
            self._column.removeWidget(self.leaf)
            self.leaf.hide()
            self.leaf.deleteLater()
        title, subtitle = _HEADINGS[content.step]
        self._title.say(title)
        self._title.setVisible(bool(title))
        self._subtitle.say(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.leaf = _leaf(content)
        self.leaf.typed.connect(self.typed)
        self.leaf.wanted.connect(self.wanted)
        self._column.insertWidget(self._column.count() - 1, self.leaf)
        self.leaf.show_content(content)
        self.side.steps.show_step(STEPS.index(content.step) if content.step in STEPS else _beyond(content))
        self.leaf.show()  # now, since what is hidden cannot have the keyboard
        if moved:
            self.leaf.take_keyboard()

    def _show_fault(self, told: Told | None) -> None:
        if self._fault is not None:
            self._column.removeWidget(self._fault)
            self._fault.hide()
            self._fault.deleteLater()
            self._fault = None
        if told is not None:
            self._fault = FaultPanel(fault_of(told))
            self._column.insertWidget(1, self._fault)
            self._fault.show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.leaf is not None:
            self.leaf.take_keyboard()  # it could not have it before it was seen

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, and takes a choice that is not taken; else it goes on."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QRadioButton) and not focused.isChecked():
            focused.click()
            return
        pressed = isinstance(focused, QAbstractButton) and not isinstance(focused, QRadioButton)
        button = focused if isinstance(focused, QAbstractButton) and pressed else self.foot.forward
        if button.isVisible():
            button.click()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._content is not None:
            self._shape = (self._content.step,)
            self.show_content(self._content)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.side.set_narrow(narrow=self.width() < _NARROW)
        above = max(SPACE.small, (self.height() - _LOW) // 2)
        self._column.setContentsMargins(0, above, 0, SPACE.huge)
        super().resizeEvent(event)


def _beyond(content: Content) -> int:
    """Beside the first step, or after the last."""
    beside = content.step in {"whom", "restore", "recover"} or content.typed.way == "sample"
    return 0 if beside else len(STEPS)


def _leaf(content: Content) -> Leaf:
    """The leaf for a step."""
    leaf = _PLAIN.get(content.step)
    if leaf is not None:
        return leaf()
    if content.step == "how":
        return HowLeaf(content)
    if content.kit is not None and content.step == "kit":
        return KitLeaf(content.kit)
    if content.ready is not None and content.step == "ready":
        return ReadyLeaf(content.ready)
    return WorkingLeaf(content)


_PLAIN: Mapping[Step, Callable[[], Leaf]] = {
    "who": WhoLeaf,
    "office": OfficeLeaf,
    "whom": WhomLeaf,
    "restore": RestoreLeaf,
    "recover": RecoverLeaf,
}
