"""To which offices something was sent, which only the person knows: one tick for each where there are several."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wopdesk.ui.i18n import listed
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.tick import Tick
from wopdesk.ui.widgets.words import Words


class SentTo(QWidget):
    """Ticks for those of which it is not known yet. `changed` when another one is ticked, or none any more."""

    changed = Signal()

    def __init__(self, offices: Mapping[str, str]) -> None:
        """With names by the offices' ids."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        column.addWidget(Words("To whom did you send it?", "quiet"))
        self.ticks = {office: Tick(name) for office, name in offices.items()}
        for tick in self.ticks.values():
            tick.toggled.connect(self.changed)
            column.addWidget(tick)
        self._left = set(offices)
        self.hide()

    @property
    def left(self) -> bool:
        """Whether there is one of which it is not known yet."""
        return bool(self._left)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The offices to which it was sent; the only one needs no tick."""
        return tuple(one for one, tick in self.ticks.items() if one in self._left and (tick.isChecked() or self._alone))

    @property
    def _alone(self) -> bool:
        return len(self.ticks) == 1

    def ask(self, likely: Collection[str]) -> None:
        """Ask of those that are left, else of all once more; those to which it is likely to have gone are ticked."""
        self._left = self._left or set(self.ticks)
        for office, tick in self.ticks.items():
            tick.setChecked(office in likely)
            tick.setVisible(office in self._left)
        self.setVisible(not self._alone)

    def note(self, offices: Collection[str]) -> str:
        """It is known of these now; their names."""
        self._left -= set(offices)
        return listed(tick.text() for office, tick in self.ticks.items() if office in offices)
