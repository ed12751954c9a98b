"""Turns the pages of one record and brings what is typed into it; knows the view and the filling, and no desk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from wopdesk.ui.form.growing import by_rows
from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.screens.document import notices, summary
from wopdesk.ui.screens.document.content import Review
from wopdesk.ui.screens.document.editing import Done, Going
from wopdesk.ui.screens.document.entering import Entering
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.foot import Footing
from wopdesk.ui.screens.document.standing import Standing
from wopdesk.ui.screens.document.view import DocumentView
from wopdesk.ui.shell.slicing import Slicing, Steps
from wopdesk.ui.widgets.stages import Stage

T = TypeVar("T")
_MANY = 100
"""Answers that a step back or forth changes, after which the window has its turn before they are shown."""
_FIGURES = ("progress/figures", "value")
"""The repeat whose rows are indicators, and the question that holds an indicator's figure."""


class Pager(QObject):
    """Where one is in a record.

    `edited` after every change; `stepped` when another page is turned to, `finished` when it is the last; `dropped`
    says that rows were removed; `entered` tells how many lines of how many that were pasted are there, `pasted` what
    came of all, and whether anything changed.
    """

    edited = Signal()
    stepped = Signal()
    finished = Signal()
    dropped = Signal(str)
    entered = Signal(int, int)
    pasted = Signal(object, bool)

    def __init__(self, view: DocumentView, filling: Filling, parent: QObject) -> None:
        super().__init__(parent)
        self.view, self.filling = view, filling
        self.path = filling.pages[0].path if filling.pages else ""
        self.reviewing = False
        self._problem = ""
        self._review: Review | None = None
        self._slicing = Slicing(self)

    @property
    def number(self) -> int:
        """The page one is on; the review comes after the last."""
        if self.reviewing:
            return len(self.filling.pages)
        found = (number for number, group in enumerate(self.filling.pages) if group.path == self.path)
        return next(found, 0)

    @property
    def review(self) -> Review | None:
        """What the last page shows; None while another is shown."""
        return self._review if self.reviewing else None

    def show(self, *, anew: bool = False) -> None:
        """Show how everything stands now; `anew` in another language."""
        if self.reviewing:
            self._review = summary.review(self.filling)
            self.view.show_review(self._review, anew=anew)
        else:
            self.view.show_page(self.filling.page(self.number))
        self.show_around()

    def show_around(self) -> None:
        """Show what is around the page: the list of pages, banners, the foot, the chart."""
        view, filling = self.view, self.filling
        states = filling.stages()
        view.show_stages(states, self._last(wrong=any(one.problems for one in states)), self.number)
        view.foot.show_progress(filling.progress())
        view.foot.show_footing(self._footing(self.number))
        view.foot.setVisible(not view.confirm.isVisible())
        view.banners.show_banners(notices.banners(filling), spoken())
        view.side.show_figures(self._figures())

    def turn(self, number: int, *, focus: bool = True) -> None:
        """Go to a page; what is wrong on the one that is left is told from now on."""
        self.settle()
        left, number = self.number, max(0, min(number, len(self.filling.pages)))
        if self.filling.editing and number != left and not self.reviewing:
            self.filling.check(self.number)
        self.reviewing = number == len(self.filling.pages)
        if self.reviewing and self.filling.editing:
            self.filling.check()
            self.finished.emit()
        if not self.reviewing:
            self.path = self.filling.pages[number].path
        self.view.confirm.hide()
        self.show()
        if focus:
            self.view.focus_first()
        if number != left:
            self.stepped.emit()

    def go_to(self, path: str) -> None:
        """Go to a field, on whichever page it is."""
        number = self.filling.page_of(path)
        if number is not None:
            self.turn(number, focus=False)
            if not self.view.go_to(path):
                self.view.focus_first()

    def next_problem(self, step: int = 1) -> bool:
        """Go to the next field that shows a problem, round and round; whether there is one.

        What is wrong on the page one is on is told from now on, as what was asked only after another answer.
        """
        self.settle()
        if self.filling.editing and not self.reviewing:
            self.filling.check(self.number)
        found = [one.path for one in self.filling.problems(shown=True)]
        if not found:
            self.show()
            return False
        at = found.index(self._problem) + step if self._problem in found else 0 if step > 0 else -1
        self._problem = found[at % len(found)]
        self.go_to(self._problem)
        return True

    def answer(self, path: str, text: str) -> None:
        """A question was answered."""
        self.settle()
        self._did(self.filling.answer(path, text))

    def leave_field(self, path: str) -> None:
        """The keyboard left a question, whereto ever: what is wrong in it is told from now on."""
        if self.filling.is_typed(path):
            self.filling.leave()
            self.show()

    def add_row(self, repeat: str) -> None:
        """A row is wanted: there it is, with the keyboard in it."""
        self.settle()
        row = self.filling.add_row(repeat)
        if row:
            self.edited.emit()
            self.show()
            self.view.go_to(f"{repeat}[{row}]")

    def drop_rows(self, repeat: str, rows: list[str]) -> None:
        """Rows are to go."""
        self.settle()
        if self._did(self.filling.remove_rows(repeat, rows)):
            photo = self.filling.holds_photos(repeat)
            one = tr("The photo was removed.") if photo else tr("The row was removed.")
            self.dropped.emit(one if len(rows) == 1 else tr("{count} rows were removed.", count=len(rows)))

    def paste(self, repeat: str, row: int, column: int, cells: list[list[str]], *, moves: bool = True) -> None:
        """Cells were pasted: many come in while the window goes on, and whatever else is done waits for them."""
        self.settle()
        entering = self.filling.begin_paste(repeat, row, column, cells, moves=moves)
        if entering is not None:
            self._slicing.begin(self._entered(entering))

    def fill(self, repeat: str, row: int, column: int, cells: list[list[str]]) -> None:
        """Cells are to stand exactly where they lie: as pasted ones, but none goes elsewhere to be read better."""
        self.paste(repeat, row, column, cells, moves=False)

    def settle(self) -> None:
        """Let all that was pasted be there."""
        self._slicing.finish()

    def _entered(self, entering: Entering) -> Steps:
        """All that is to be done with what was pasted, in small steps."""
        while entering.go_on(1):
            self.entered.emit(entering.done, entering.total)
            yield None
        entering.go_on()
        done = self.filling.take_paste(entering)
        yield from self.filling.judged(entering)
        if done:
            self.edited.emit()
        yield from self._grown(entering.repeat, entering.begun)
        self.entered.emit(entering.total, entering.total)
        if done or entering.left.cells:
            self.pasted.emit(entering, bool(done))

    def _grown(self, repeat: str, begun: int) -> Steps:
        """As `show`, of a table that may have many more rows than before: some of them at a time."""
        yield from self.filling.ready(repeat)
        *some, page = by_rows(self.filling.page(self.number), repeat, begun)
        for grown in some:
            yield True
            self.view.grow_page(grown)
        if some:
            yield True
            page = self.filling.page(self.number)  # as it stands by then
        self.view.show_page(page)
        if some:
            yield True
        self.show_around()

    def beside(self, act: Callable[[], T]) -> T:
        """Something is done to the record that comes from elsewhere than its page, and is shown by whoever does it."""
        self.settle()
        done = act()
        if done:
            self.edited.emit()
        return done

    def undo(self) -> None:
        """Take back what was done last, and go there."""
        self._step(self.filling.undoing)

    def redo(self) -> None:
        """Do again what was taken back, and go there."""
        self._step(self.filling.redoing)

    def do_without(self) -> None:
        """Set aside what came back."""
        self.settle()
        before = self.filling.standing
        deque(self._gone_to(self.filling.do_without(), before), maxlen=0)

    def _step(self, act: Callable[[], Going]) -> None:
        """Go a step back or forth; one of many answers goes on while the window does, and all else waits for it."""
        self.settle()
        self._slicing.begin(self._stepped(act()))

    def _stepped(self, going: Going) -> Steps:
        before = self.filling.standing
        done = yield from going
        if len(done.paths) > _MANY:
            yield True
        yield from self._gone_to(done, before)

    def _gone_to(self, done: Done, before: Standing) -> Steps:
        """Show what was done where it was done."""
        if not done:
            return
        self.edited.emit()
        yield from self.filling.looking()
        number, repeat = self.filling.page_of(done.at), done.at.partition("[")[0]
        if number is not None and (number != self.number or self.reviewing):
            self.path, self.reviewing = self.filling.pages[number].path, False
            self.show()
        elif self.reviewing:
            self.show()
        else:
            yield from self._grown(repeat, len(before.rows.get(repeat, ())))
        self.view.go_to(done.at)

    def _did(self, done: Done) -> Done:
        if done:
            self.edited.emit()
        self.show()
        return done

    def _last(self, *, wrong: bool) -> Stage:
        if not self.filling.editing:
            return Stage(tr("What was sent"), "done")
        return Stage(tr("Review and send"), "problem" if wrong else "open")

    def _footing(self, number: int) -> Footing:
        around = self.filling.background
        ready = self._review is not None and not self._review.problems and self._review.settled
        return Footing(
            first=number == 0,
            last=self.reviewing,
            editing=self.filling.editing,
            number=around.number + 1,
            ready=self.reviewing and ready,
            own=around.own and around.number > 0,
            gone=around.gone,
        )

    def _figures(self) -> dict[str, str]:
        """Figures as they are typed now, by indicator, for the chart."""
        repeat, name = _FIGURES
        return {
            path[len(repeat) + 1 : path.index("]")]: text
            for path, text in self.filling.standing.texts.items()
            if path.startswith(f"{repeat}[") and path.endswith(f"]/{name}")
        }
