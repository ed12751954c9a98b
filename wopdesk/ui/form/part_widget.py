"""What all widgets have in common that show a part of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from wopdesk.ui.form.parts import Part


@dataclass(frozen=True)
class Spot:
    """A place on the page: what is to be seen there once all has its place, and how the keyboard gets there."""

    widget: QWidget
    area: Callable[[], QRect]
    take: Callable[[], object]


class PartWidget(QWidget):
    """Shows a part, and finds what lies in it."""

    def show_part(self, part: Part) -> None:
        """Show how it stands now, without disturbing what is typed."""
        raise NotImplementedError

    def spot(self, path: str) -> Spot | None:
        """Where a path is shown; None if it is not here."""
        raise NotImplementedError

    def path_of(self, widget: QWidget) -> str:
        """The path that something in it is about; "" where it is not in it."""
        raise NotImplementedError

    @property
    def only_told(self) -> bool:
        """Whether nothing can be answered here."""
        return False

    @property
    def only_ticked(self) -> bool:
        """Whether it is one tick, which who begins to type would set with the first space."""
        return False

    def take_keyboard(self) -> bool:
        """Give the keyboard to what lies in it; whether anything there can have it."""
        return False

    def head_height(self, width: int) -> int:
        """How much stands above what is filled in, where the part is so wide, in pixels."""
        del width
        return 0

    def leave_above(self, by: int) -> None:
        """Leave so much room above, so that what is filled in begins where that beside it does."""

    def show_picture(self, path: str, picture: QImage) -> bool:
        """Show what a photo looks like, if its question is here."""
        del path, picture
        return False


Make = Callable[[Part, QWidget], PartWidget]
"""Makes the widget of a part within another one, with all that it tells connected.

Qt looks for the style of a widget, and of all that it holds, once more whenever that comes into another one. So every
widget of a page is made where it stays.
"""


def spot_of(widget: QWidget, take: Callable[[], object]) -> Spot:
    """The whole of a widget."""
    return Spot(widget, widget.rect, take)


def holds_keyboard(widget: QWidget) -> bool:
    """Whether the keyboard is in something that a widget holds."""
    held = widget.window().focusWidget()
    if held is None:
        return False
    return widget.isAncestorOf(held)
