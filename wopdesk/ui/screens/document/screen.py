"""Joins the document screen to the desk: opens a record, keeps what is typed, submits, and goes on to sending."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from wopdesk.records.review import ACCEPT, RETURN
from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.document import presenter
from wopdesk.ui.screens.document.arrival import Arrival
from wopdesk.ui.screens.document.bookmark import Bookmark
from wopdesk.ui.screens.document.entered import told_of
from wopdesk.ui.screens.document.entering import Entering
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.heading import heading
from wopdesk.ui.screens.document.judging import Judging
from wopdesk.ui.screens.document.keeper import Keeper
from wopdesk.ui.screens.document.pager import Pager
from wopdesk.ui.screens.document.papers import Papers
from wopdesk.ui.screens.document.photos import Around, Photos
from wopdesk.ui.screens.document.reading import Reading
from wopdesk.ui.screens.document.sending import Sending
from wopdesk.ui.screens.document.stepping import Stepping
from wopdesk.ui.screens.document.view import DocumentView
from wopdesk.ui.shell.screen import Notice, Screen
from wopdesk.ui.shell.where import HOME, SEND, Where
from wopdesk.ui.shell.work import DeskThread

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told


class DocumentScreen(Screen):
    """One record: filled by its office, read and judged by others."""

    def __init__(self, office: DeskThread, where: Where, parent: QWidget | None = None) -> None:
        super().__init__(office, where, parent)
        self._language, self._to_send = spoken(), where.kind == SEND
        self.view, self.keeper = DocumentView(self), Keeper(office, self)
        self.sending, self.judging = Sending(office, self), Judging(office, self)
        self.papers = Papers(office, self.view, self)
        self._reading = Reading(office, self.keeper, self._filled_now)
        self._photos = Photos(office, self.keeper, Around(self._open_now, self._show_photo, self._say))
        self.arrival = Arrival(self.view, where.path, self._pager_of, self)
        self.stepping = Stepping(self._say, self)
        self._bookmark = Bookmark(office, self.view, lambda: self.pager)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.sending.page)
        self._acts = {**self._acts_of_pages(), **self._acts_of_record()}
        self._connect()

    @property
    def pager(self) -> Pager | None:
        """Where one is in the record; None before it is there."""
        return self.arrival.pager

    def _acts_of_pages(self) -> dict[str, Callable[[Pager], object]]:
        return {
            "undo": self.stepping.undo,
            "redo": self.stepping.redo,
            "back": lambda pager: pager.turn(pager.number - 1),
            "onward": lambda pager: pager.turn(pager.number + 1),
            "problem": lambda pager: self._find_problem(pager, 1),
            "problem_before": lambda pager: self._find_problem(pager, -1),
            "leave_preview": lambda pager: pager.turn(len(pager.filling.pages)),
        }

    def _acts_of_record(self) -> dict[str, Callable[[Pager], object]]:
        return {
            "save": lambda _pager: self.keeper.save(),
            "close": lambda _pager: self.keeper.save(lambda: self.go(HOME)),
            "submit": self._ask_to_submit,
            "submit_now": self._submit,
            "not_yet": self._not_yet,
            "preview": self._preview,
            "save_paper": lambda _pager: self.papers.save(),
            "correct": self._correct,
            "do_without": self._do_without,
            "settle": lambda pager: self.go(Where("differences", record=pager.filling.background.record)),
            "approve": lambda _pager: self.go(Where("offices")),
            "answer": lambda _pager: self.go(Where("exchange")),
            "send": lambda pager: self.sending.again(pager.filling.background.record),
        }

    def _connect(self) -> None:
        view = self.view
        view.answered.connect(lambda path, text: self._with(Pager.answer, path, text))
        view.writing.connect(self.keeper.write)
        view.row_wanted.connect(lambda repeat: self._with(Pager.add_row, repeat))
        view.rows_dropped.connect(lambda repeat, rows: self._with(Pager.drop_rows, repeat, rows))
        view.pasted.connect(lambda *pasted: self._with(Pager.paste, *pasted))
        view.filled.connect(lambda *filled: self._with(Pager.fill, *filled))
        view.turned.connect(self._turn)
        view.review.gone_to.connect(lambda path: self._with(Pager.go_to, path))
        view.files_offered.connect(lambda path, files: self._with(self._take_files, path, files))
        view.picture_wanted.connect(self._ask_picture)
        view.remark_wanted.connect(self.judging.remark)
        view.wanted.connect(self._act)
        self.keeper.kept.connect(view.foot.show_kept)
        self.keeper.waits.connect(lambda: view.foot.show_kept("", typing=True))
        self.keeper.kept.connect(self._bookmark.keep)
        self._bookmark.left.connect(self._leave_field)
        self._reading.opened.connect(self.arrival.open)
        self.arrival.arrived.connect(self._arrived)
        self.arrival.differs.connect(self._differs)
        self._reading.refused.connect(self._refused)
        self.judging.judged.connect(self._judged)
        self.sending.begun.connect(self._show_made)
        self.sending.done.connect(lambda: self.go(HOME))
        self.sending.connecting.connect(lambda: self.go(Where("exchange")))
        self.sending.approving.connect(lambda: self.go(Where("offices")))
        self.sending.back.connect(lambda: self._stack.setCurrentWidget(self.view))

    def _with(self, act: Callable[..., object], *values: object) -> None:
        if self.pager is not None:
            self.pager.settle()
            act(self.pager, *values)
            self._bookmark.turn()

    def _turn(self, number: int) -> None:
        if self.pager is None:
            self.arrival.turn(number)
        self._with(Pager.turn, number)

    def _act(self, name: str) -> None:
        self._with(self._acts[name])

    # Opening

    @override
    def refresh(self) -> None:
        if self.pager is None:
            self._reading.read(self.where)
            return
        if spoken() != self._language:
            self._speak(self.pager)
        self._reading.look(self.pager.filling.background.record)

    def _speak(self, pager: Pager) -> None:
        pager.settle()
        pager.filling.speak(spoken(), tr)
        self._show_around(pager.filling)
        pager.show(anew=True)

    def _refused(self, told: Told) -> None:
        self.office.failed.emit(told)
        if self.pager is None:
            self.go(HOME)

    def _pager_of(self, filling: Filling) -> Pager:
        """All that is around a record that was read, with its pages."""
        filling.speak(spoken(), tr)
        self.keeper.hold(filling)
        pager = self._paged(filling)
        self._show_around(filling)
        self.judging.begin(filling, self.view)
        return pager

    def _arrived(self) -> None:
        """What was read is there; what came in while its first page was made is shown then."""
        self._reading.arrived()
        if self._to_send:
            self._to_send = False
            self._act("send")
        self.refresh()

    def _differs(self) -> None:
        self.overtaken.emit()
        self._say(tr("This record changed elsewhere: what changed there stays, whatever you undo here."))

    def _paged(self, filling: Filling) -> Pager:
        pager = Pager(self.view, filling, self)
        for overtakes in (pager.edited, pager.finished):  # what was done before is not what would be taken back now
            overtakes.connect(self.overtaken)
        pager.edited.connect(self.keeper.touch)
        pager.stepped.connect(self.stepped)
        self.stepping.follow(pager)
        pager.entered.connect(self.view.foot.show_entering)
        pager.pasted.connect(self._pasted)
        pager.dropped.connect(lambda told: self.noticed.emit(Notice(told, undo=True)))
        return pager

    def _show_around(self, filling: Filling) -> None:
        self._language = spoken()
        self.head(heading(filling.background, spoken()))
        self.view.show_background(filling.background, spoken())

    # Filling

    @override
    def undo(self) -> None:
        self._with(Pager.undo)

    @override
    def leave(self) -> None:
        self.view.settle()
        self.keep()
        self.keeper.save()

    @override
    def keep(self) -> None:
        self._with(Pager.settle)
        self._bookmark.keep()
        self.judging.flush()
        self.keeper.flush()

    def _leave_field(self, path: str) -> None:
        """What is being pasted goes on meanwhile."""
        if self.pager is not None:
            self.pager.leave_field(path)

    def _find_problem(self, pager: Pager, step: int) -> None:
        if not pager.next_problem(step):
            self.noticed.emit(Notice(tr("There is nothing to fix.")))

    def _do_without(self, pager: Pager) -> None:
        pager.do_without()
        self.noticed.emit(Notice(tr("What came back is set aside."), undo=True))

    def _take_files(self, pager: Pager, path: str, files: list[str]) -> None:
        self._photos.take(pager, path, files)

    def _open_now(self) -> Pager | None:
        self._with(Pager.settle)
        return self.pager

    def _filled_now(self) -> Filling | None:
        found = self._open_now()
        return found.filling if found is not None else None

    def _show_photo(self, path: str) -> None:
        if self.pager is None or (self.view.shows_paper and not path):
            return
        self.pager.settle()
        self.pager.show()
        if path:
            self.view.go_to(path)

    def _pasted(self, entering: Entering, done: bool) -> None:  # noqa: FBT001  # the signal's own arguments
        said = told_of(entering)
        if said:
            self.noticed.emit(Notice(said, undo=done))

    def _say(self, text: str) -> None:
        self.noticed.emit(Notice(text))

    def _ask_picture(self, path: str, blob: str) -> None:
        self.office.ask(partial(presenter.picture, blob=blob), lambda data: self.view.show_picture(path, data))

    def _correct(self, pager: Pager) -> None:
        pager.filling.correct()
        pager.reviewing = False
        pager.show()
        self.view.focus_first()

    # Sending

    def _preview(self, pager: Pager) -> None:
        self.keeper.flush()
        self.papers.show(pager.filling)

    def _ask_to_submit(self, pager: Pager) -> None:
        if not pager.filling.editing:
            return
        if pager.review is None:
            pager.turn(len(pager.filling.pages))
        review = pager.review
        if review is not None and not review.problems and review.settled:
            self.view.confirm.ask(review.number, review.recipients, review.awaited, review.staying)
            pager.show()
        else:
            self.view.focus_first()

    def _not_yet(self, pager: Pager) -> None:
        self.view.confirm.hide()
        pager.show()
        self.view.foot.submit_button.setFocus()

    def _submit(self, pager: Pager) -> None:
        self.view.confirm.hide()
        pager.show()
        self.keeper.flush()
        self.sending.submit(pager.filling.background.record)

    def _show_made(self) -> None:
        self._stack.setCurrentWidget(self.sending.page)

    def _judged(self, verdict: str) -> None:
        said = {ACCEPT: tr("Accepted."), RETURN: tr("Returned.")}.get(verdict, tr("The comment is saved."))
        self.noticed.emit(Notice(f"{said} {tr('It goes with what you send next.')}"))
