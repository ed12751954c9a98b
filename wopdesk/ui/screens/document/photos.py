"""Files that are dropped on a question or on a list of photos: each is made small, kept, and shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from wopdesk.ui.screens.document import presenter
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.keeper import Keeper
from wopdesk.ui.shell.work import DeskThread

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told
    from wopdesk.desk.typing import Kept


class Photos:
    """Takes files for one record. `changed` is called when a page is to be shown again, with the path to go to."""

    def __init__(self, office: DeskThread, keeper: Keeper, changed: Callable[[str], None]) -> None:
        self._office, self._keeper, self._changed = office, keeper, changed

    def take(self, filling: Filling, path: str, files: Sequence[str]) -> None:
        """Let files be the answer of a question, or a new row each of a list of photos."""
        question = filling.first_in(path)
        places = [(path, "")] if not question else []
        for _ in files if question else ():
            row = filling.add_row(path)
            if row:
                places.append((f"{path}[{row}]/{question}", row))
        self._keeper.touch()
        self._keeper.flush()  # the rows are there before the files
        self._changed(places[0][0] if places else "")
        for file, (place, row) in zip(files, places, strict=False):
            self._attach(filling, Path(file), (place, path if row else "", row))

    def _attach(self, filling: Filling, file: Path, at: tuple[str, str, str]) -> None:
        place, repeat, row = at

        def kept(found: Kept) -> None:
            filling.attach(place, found.blob, found.beside)
            self._keeper.touch()
            self._changed(place)

        def failed(told: Told) -> None:
            if row:
                filling.remove_row(repeat, row)
                self._keeper.touch()
            self._changed("")
            self._office.failed.emit(told)

        record = filling.background.record
        self._office.ask(partial(presenter.attach, record=record, path=place, file=file), kept, failed)
