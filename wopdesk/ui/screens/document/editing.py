"""The sheet under a person's hands: every change goes through here, is remembered, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from dataclasses import dataclass

from wopdesk.ui.screens.document.carrying import carry
from wopdesk.ui.screens.document.fields import Fields
from wopdesk.ui.screens.document.history import History, Step
from wopdesk.ui.screens.document.standing import Change, Standing, bring_to, bringing, change_between, standing_of
from wopdesk.xlsform import Sheet


@dataclass(frozen=True)
class Done:
    """What a change did.

    Attributes:
        at: the field or repeat where it was made; empty when nothing changed.
        paths: of everything that may read differently now.
    """

    at: str = ""
    paths: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.at)


Going = Generator[None, None, Done]
"""Something that is done with pauses, in which the window has its turn; at its end stands what it did."""


def all_of(going: Going) -> Done:
    """Do it without a pause."""
    while True:
        try:
            next(going)
        except StopIteration as end:
            done: Done = end.value
            return done


class Editing:
    """One sheet with what was done to it.

    Attributes:
        sheet: what is filled; changed here alone.
        fields: its fields as they are now.
        history: steps done and taken back.
        standing: what it holds now, or will when what has been begun is done.
        writing: what stands in a cell that somebody writes in, by its path, until something is answered.
        saved: what the record itself holds, as far as is known here: as it was read, or saved since.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.fields, self.history = sheet, Fields(sheet), History()
        self.standing = standing_of(sheet)
        self.saved = self._kept = self.standing
        self.writing: Mapping[str, str] = {}

    def run(self, at: str, act: Callable[[], frozenset[str]], *, goes_on: bool = False) -> Done:
        """Do something to the sheet, as one step that can be taken back."""
        paths = act()
        change = self._look(paths)
        if not change:
            return Done()
        self.history.add(Step(at, change), goes_on=goes_on)
        return Done(at, paths)

    def set_all(self, texts: Mapping[str, str]) -> frozenset[str]:
        """Set several answers; for use within `run`."""
        seen: set[str] = set()
        for path, text in texts.items():
            seen |= self.sheet.set(path, text)
        return frozenset(seen)

    def remove_rows(self, repeat: str, rows: Sequence[str]) -> frozenset[str]:
        """Remove rows; for use within `run`."""
        return frozenset().union(*[self.sheet.remove_row(f"{repeat}[{row}]") for row in rows])

    def undoing(self) -> Going:
        """Take the last step back, with pauses: a step may be thousands of answers."""
        step = self.history.undo()
        return (yield from self._go(step.at, step.change.reversed)) if step else Done()

    def redoing(self) -> Going:
        """Do again what was taken back last, with pauses."""
        step = self.history.redo()
        return (yield from self._go(step.at, step.change)) if step else Done()

    def recover(self, texts: Mapping[str, str], rows: Mapping[str, tuple[str, ...]]) -> bool:
        """Bring back what was typed and is kept already; no step leads behind it. Whether anything came back."""
        wanted = Standing({**self.standing.texts, **texts}, {**self.standing.rows, **rows})
        change = self._look(bring_to(self.sheet, wanted))
        self._kept = self.standing
        return bool(change)

    def do_without(self) -> Done:
        """Go back to what the record itself holds, as one step that can be taken back."""
        change = change_between(self.standing, self.saved)
        return self.run(next(iter([*change.texts, *change.rows]), ""), lambda: bring_to(self.sheet, self.saved))

    def take_out(self, repeat: str, row: str) -> None:
        """Remove a row together with all that was done to it."""
        before = self.standing
        self._look(self.sheet.remove_row(f"{repeat}[{row}]"))
        self.history = carry(self.history, before, self.standing).history

    @property
    def written(self) -> Standing:
        """What stands there, with what somebody writes in a cell."""
        return Change({path: ("", text) for path, text in self.writing.items()}, {}).onto(self.standing)

    def unkept(self) -> Change:
        """What changed since it was kept last, but not what stood in rows that are gone."""
        change = change_between(self._kept, self.written)
        there = {repeat: frozenset(rows) for repeat, rows in self.standing.rows.items()}
        texts = {path: both for path, both in change.texts.items() if _stands(path, there)}
        return Change(texts, {repeat: both for repeat, both in change.rows.items() if _stands(repeat, there)})

    def kept(self, standing: Standing) -> None:
        """This much is on disk now."""
        self._kept = standing

    def _go(self, at: str, change: Change) -> Going:
        """Bring the sheet to where a change leads; that is what counts and is kept from the first pause on."""
        before, seen = self.standing, set[str]()
        self.standing = change.onto(before)
        yield from bringing(self.sheet, self.standing, seen)
        yield
        self._look(frozenset(seen), before)
        return Done(at, frozenset(seen))

    def _look(self, paths: frozenset[str], before: Standing | None = None) -> Change:
        self.writing = {}
        before, self.standing = before or self.standing, standing_of(self.sheet)
        change = change_between(before, self.standing)
        if change.rows:
            self.fields.forget_all()
        else:
            self.fields.forget(paths)
        return change


def _stands(path: str, there: Mapping[str, Collection[str]]) -> bool:
    """Whether the rows through which a path leads are there."""
    at = path.find("[")
    while at >= 0:
        end = path.index("]", at)
        if path[at + 1 : end] not in there.get(path[:at], ()):
            return False
        at = path.find("[", end)
    return True
