"""One record being filled, in memory: what a person may do to what its pages show.

Lives on the window's thread while the desk's thread saves; `opening.open_filling` makes one. Knows no Qt and no desk.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from wopdesk.desk.grounds import Seen
from wopdesk.desk.paths import new_row, template
from wopdesk.desk.typing import Typed
from wopdesk.ui.screens.document.asking import Say, plainly
from wopdesk.ui.screens.document.background import Background
from wopdesk.ui.screens.document.carrying import carry
from wopdesk.ui.screens.document.editing import Done, Going, all_of
from wopdesk.ui.screens.document.entering import Entering, block
from wopdesk.ui.screens.document.showing import Showing, wrong_in
from wopdesk.ui.screens.document.standing import Standing
from wopdesk.ui.screens.document.strokes import Strokes
from wopdesk.xlsform import Form, Sheet

_AT_ONCE = frozenset({"select_one", "select_multiple", "acknowledge", "image", "file"})
"""Types that are answered by one act; others are typed, and judged when the person goes on."""
_NOTHING = Done()
REVIEW = "@review"
"""Where one is on the last page, which shows what will be sent."""


class Filling(Showing):
    """A record being filled.

    Attributes:
        recovered: when what came back was typed, that was not saved; None where nothing came back.
        place: the path at which the person was when it was filled last, `REVIEW` for the last page; "" for nowhere.
        held: what the record itself held when it was read, or saved since; None for what it holds when that is asked.
    """

    def __init__(self, form: Form, sheet: Sheet, background: Background, language: str, tr: Say = plainly) -> None:
        super().__init__(form, sheet, background, language, tr)
        self.recovered: datetime | None = None
        self.place = ""
        self.held: Seen | None = None
        self._at, self._strokes = "", Strokes()

    # What a person does

    def answer(self, path: str, text: str) -> Done:
        """Answer a question; "" takes the answer back. Further letters of a word or figure are the same step."""
        field = self._edits.fields.find(path)
        if not self.editing or field is None or field.readonly or template(path) in self.background.fixed:
            return _NOTHING
        if path != self._at:
            self.leave()
        self._at, at_once = path, field.type in _AT_ONCE
        if at_once:
            self._shown.add(path)
        if not self._strokes.go_on(field.value, text, words=field.type == "text"):
            self.pause()
        return self._did(self._edits.run(path, lambda: self._edits.sheet.set(path, text), goes_on=not at_once))

    def attach(self, path: str, blob: str, beside: Mapping[str, str]) -> Done:
        """Make a file that the desk keeps the answer of a question, with what its camera noted where nobody wrote."""
        if not self.takes(path):
            return _NOTHING
        noted = {at: text for at, text in beside.items() if self.takes(at) and not self.standing.texts.get(at)}
        return self._did(self._edits.run(path, lambda: self._edits.set_all({path: blob, **noted})))

    def takes(self, path: str) -> bool:
        """Whether there is a question at a path, and it can be answered now."""
        return self.editing and self._edits.fields.find(path) is not None

    def add_row(self, repeat: str) -> str:
        """Add a row at the end of a repeat; its id, or "" where none can be added."""
        if not self.is_open(repeat):
            return ""
        self.leave()
        row = new_row()
        self._did(self._edits.run(f"{repeat}[{row}]", lambda: self._edits.sheet.add_row(repeat, row)))
        return row

    def remove_rows(self, repeat: str, rows: Sequence[str]) -> Done:
        """Remove rows with all that stands in them, as one step."""
        if not self.is_open(repeat) or not rows or not set(rows) <= set(self.standing.rows.get(repeat, ())):
            return _NOTHING
        self._at = ""
        return self._did(self._edits.run(repeat, lambda: self._edits.remove_rows(repeat, rows)))

    def take_out_row(self, repeat: str, row: str) -> bool:
        """Remove a row in which nothing is answered as if it had never been: no step leads back to it."""
        if not self.is_open(repeat) or row not in self.standing.rows.get(repeat, ()) or self.is_written(repeat, row):
            return False
        self._edits.take_out(repeat, row)
        self._at, self._seen = "", None
        return True

    def begin_paste(
        self, repeat: str, row: int, column: int, cells: Sequence[Sequence[str]], *, moves: bool = True
    ) -> Entering | None:
        """Cells as they come from Excel, to be entered into a table from one cell on; rows are added as needed.

        `moves` is that of `block`.
        Whoever goes on with it to its end calls `end_paste` or `take_paste`, and does nothing else with it before.
        """
        found = self._present.repeat(repeat)
        if not self.editing or found is None:
            return None
        self.leave()
        shown = block(self._present.maker.table(found), row, column, cells, moves=moves)
        return Entering(self._edits.sheet, repeat, shown, adds=self.is_open(repeat))

    def take_paste(self, entering: Entering) -> Done:
        """All was entered: one step. Whoever goes on with `judged` to its end has its problems told."""
        return self._did(self._edits.run(entering.repeat, lambda: frozenset(entering.seen)))

    def end_paste(self, entering: Entering) -> Done:
        """All was entered: one step, whose problems are told at once."""
        done = self.take_paste(entering)
        deque(self.judged(entering), maxlen=0)
        return done

    def judged(self, entering: Entering) -> Iterator[None]:
        """Look at each field that was pasted, one at a time: what is wrong in it is told from now on."""
        start = f"{entering.repeat}["
        for path in entering.seen:
            if path.startswith(start) and self._is_wrong(path):
                self._shown.add(path)
            yield

    def ready(self, repeat: str) -> Iterator[None]:
        """Make the rows of a table that its page will show, with pauses; what is done to the record ends that."""
        yield from self.looking()
        found = self._present.repeat(repeat)
        yield
        if found is not None:
            yield from self._present.maker.ready(found)

    def paste(self, repeat: str, row: int, column: int, cells: Sequence[Sequence[str]]) -> Done:
        """Enter cells at once, as one step."""
        entering = self.begin_paste(repeat, row, column, cells)
        if entering is None:
            return _NOTHING
        entering.go_on()
        return self.end_paste(entering)

    def undoing(self) -> Going:
        """Take back what was done last, with pauses; whoever begins it goes on to its end and does nothing else."""
        self._at = ""
        return self._did((yield from self._edits.undoing()))

    def redoing(self) -> Going:
        """Do again what was taken back last; as `undoing`."""
        self._at = ""
        return self._did((yield from self._edits.redoing()))

    def undo(self) -> Done:
        """Take back at once what was done last."""
        return all_of(self.undoing())

    def redo(self) -> Done:
        """Do again at once what was taken back last."""
        return all_of(self.redoing())

    def pause(self) -> None:
        """Whatever is typed next is a step of its own."""
        self._edits.history.pause()

    def is_typed(self, path: str) -> bool:
        """Whether a person is typing the answer of a question."""
        return bool(path) and path == self._at

    def leave(self) -> None:
        """The person goes on to another field: what is wrong in this one is told from now on."""
        if self._at:
            self._shown.add(self._at)
        self._at, self._seen = "", None
        self.pause()

    def check(self, number: int | None = None) -> None:
        """Tell what is wrong on a page that was looked at, or on all, from now on.

        What an answer lets be asked only later is not told before somebody could answer it.
        """
        self.leave()
        now, fields = self._present, self._edits.fields
        seen = now.all_paths if number is None else now.paths[number]
        self._shown.update(path for path in seen if fields[path].relevant)
        if number is not None:
            self._shown.add(now.pages[number].path)
        self._seen = None

    def correct(self) -> None:
        """Let a version that was sent be corrected."""
        self.editing, self._seen = self.background.writable, None

    # What is kept

    def succeed(self, before: Filling) -> bool:
        """Go on where a person was in a record that had to be read again; whether each step can be taken back as ever.

        Problems that were told are told still. What came back of the draft is no step: the person has just typed it.
        """
        own = before._edits.saved, self._edits.saved  # one record, read twice
        carried = carry(before._edits.history, before.standing, self.standing, own)
        self._edits.history = carried.history
        self._shown |= before._shown
        self.recovered, self._seen = before.recovered, None
        return carried.whole

    def recover(self, typed: Typed, at: datetime | None) -> None:
        """Bring back what was typed earlier and is kept, but not saved."""
        if self._edits.recover(typed.texts, typed.rows):
            self.editing, self.recovered = True, at
            self.tell(wrong_in(self._edits.sheet))

    def do_without(self) -> Done:
        """Set aside what came back, as one step."""
        return self._did(self._edits.do_without())

    def unsaved(self) -> Typed:
        """What changed since it was kept last."""
        return Typed(*self._edits.unkept().after)

    @property
    def written(self) -> Standing:
        """What stands there, with what is being written in a cell."""
        return self._edits.written

    def write(self, path: str, text: str) -> None:
        """This stands in a cell that somebody writes in; it is no answer yet."""
        self._edits.writing = {path: text}

    def has_unkept(self) -> bool:
        """Whether something changed since it was kept last."""
        return self.editing and bool(self._edits.unkept())

    def kept(self, standing: Standing) -> None:
        """This much is kept now."""
        self._edits.kept(standing)

    def saved(self, standing: Standing, held: Seen) -> None:
        """This much the record itself holds now, in these operations."""
        self._edits.saved = standing
        self.held = held

    def _is_wrong(self, path: str) -> bool:
        """Whether there is an answer that is not good."""
        found = self._edits.fields.find(path)
        return found is not None and bool(found.value) and found.problem is not None

    def _did(self, done: Done) -> Done:
        self._seen, self.recovered = None, None if done else self.recovered
        return done
