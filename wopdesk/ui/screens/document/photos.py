"""Files that are dropped on a question or on a list of photos: each is made small, kept, and shown.

Reading a photo takes a while, in which the person types on, takes the row away, or the record is read again. So what
comes of it goes to the record as it is then, never to the one that was there when the file was dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from shiboken6 import isValid

from wopdesk.desk.typing import Typed
from wopdesk.ui.i18n import tr
from wopdesk.ui.screens.document import presenter
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.keeper import Keeper
from wopdesk.ui.screens.document.pager import Pager
from wopdesk.ui.shell.work import DeskThread

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told
    from wopdesk.desk.typing import Kept


@dataclass(frozen=True)
class Around:
    """What the photos need of the screen.

    Attributes:
        open: where the person is in what is filled now; None where nothing is.
        show: shows the page again, with the path to go to; "" to leave the keyboard where it is.
        say: tells the person a sentence.
    """

    open: Callable[[], Pager | None]
    show: Callable[[str], None]
    say: Callable[[str], None]


@dataclass(frozen=True)
class _Place:
    """Where a file belongs: the record, the question, and the row that was added for it with its repeat."""

    record: str
    path: str
    repeat: str = ""
    row: str = ""


class Photos:
    """Takes files for one record."""

    def __init__(self, office: DeskThread, keeper: Keeper, around: Around) -> None:
        self._office, self._keeper, self._around = office, keeper, around

    def take(self, pager: Pager, path: str, files: Sequence[str]) -> None:
        """Let a file be the answer of a question, or each a new row of a list of photos."""
        filling = pager.filling
        question, places = filling.first_in(path), [_Place(filling.background.record, path)]
        if question:
            places = pager.beside(lambda: _added(filling, path, question, len(files)))
        self._keeper.flush()  # the rows are there before the files
        self._around.show(places[0].path if places else "")
        for file, place in zip(files, places, strict=False):
            job = partial(presenter.attach, record=place.record, path=place.path, file=Path(file), seen=filling.held)
            self._office.ask(job, partial(self._kept, place), partial(self._not_kept, place))
        self._tell_left(len(files) - len(places))

    def _tell_left(self, count: int) -> None:
        """Say how many files found no place."""
        if count == 1:
            self._around.say(tr("1 file was not taken: there is no place for it here."))
        elif count > 1:
            self._around.say(tr("{count} files were not taken: there is no place for them here.", count=count))

    def _kept(self, place: _Place, found: Kept) -> None:
        """The desk keeps it, and the draft holds it: where the screen is gone, nothing is left to do."""
        if not isValid(self._keeper):
            return
        pager = self._now(place)
        if pager is None or not pager.filling.takes(place.path):
            self._drop(place, found)
            return
        pager.beside(lambda: pager.filling.attach(place.path, found.answer, found.beside))
        self._around.show("")

    def _drop(self, place: _Place, found: Kept) -> None:
        """Its row was taken away meanwhile, or all is sent: the draft is not to hold it either."""
        empty = dict.fromkeys((place.path, *found.beside), "")
        self._office.keep(partial(presenter.keep, record=place.record, typed=Typed(empty, {})))
        self._around.say(tr("A photo was not taken: its place in the record is gone."))

    def _not_kept(self, place: _Place, told: Told) -> None:
        """It is no photo, or cannot be read: the row that was made for it goes, unless something was typed there."""
        pager = self._now(place) if isValid(self._keeper) else None
        if pager is not None:
            pager.beside(lambda: place.row and pager.filling.take_out_row(place.repeat, place.row))
            self._around.show("")
        self._office.failed.emit(told)

    def _now(self, place: _Place) -> Pager | None:
        found = self._around.open()
        return found if found is not None and found.filling.background.record == place.record else None


def _added(filling: Filling, repeat: str, question: str, count: int) -> list[_Place]:
    """A new row for each of some files."""
    rows = (filling.add_row(repeat) for _ in range(count))
    return [_Place(filling.background.record, f"{repeat}[{row}]/{question}", repeat, row) for row in rows if row]
