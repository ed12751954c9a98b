"""What a person does on a page of a form, told in one place however deep the field lies."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class Intents(QObject):
    """Handed to all parts of a page.

    Attributes:
        answered: Path, and the answer as XForm text.
        writing: A cell in which somebody writes, and what stands there so far.
        row_wanted: The repeat that is to have one more row.
        rows_dropped: The repeat, and the ids of the rows to remove.
        pasted: The repeat, number of row and column of the first cell, and the cells as lists of text, for the columns
            that are seen.
        filled: Likewise, of cells that are to stand exactly there.
        files_offered: The question or the repeat, and the paths of the files.
        picture_wanted: The question, and its answer: `show_picture` is to show what it looks like.
        remark_wanted: The question, row or repeat at which a reviewer wants to say something.
        rearranged: Parts came, went or changed places.
    """

    answered = Signal(str, str)
    writing = Signal(str, str)
    row_wanted = Signal(str)
    rows_dropped = Signal(str, list)
    pasted = Signal(str, int, int, list)
    filled = Signal(str, int, int, list)
    files_offered = Signal(str, list)
    picture_wanted = Signal(str, str)
    remark_wanted = Signal(str)
    rearranged = Signal()


_WITHIN = frozenset(["rearranged"])
"""What only the page itself wants to know."""


class Telling(QWidget):
    """A widget that tells on what a person does within it; its signals are those of `Intents`."""

    answered = Signal(str, str)
    writing = Signal(str, str)
    row_wanted = Signal(str)
    rows_dropped = Signal(str, list)
    pasted = Signal(str, int, int, list)
    filled = Signal(str, int, int, list)
    files_offered = Signal(str, list)
    picture_wanted = Signal(str, str)
    remark_wanted = Signal(str)

    def tell_on(self, source: Intents | Telling, *, but: str = "") -> None:
        """Tell all that another tells, but for one signal that it takes care of itself."""
        for name, one in vars(Intents).items():
            if isinstance(one, Signal) and name not in _WITHIN and name != but:
                getattr(source, name).connect(getattr(self, name))
