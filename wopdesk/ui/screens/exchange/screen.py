"""The screen of sending and receiving: the view, joined to the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from wopdesk.desk.desk import Desk
from wopdesk.desk.watching import Stopped
from wopdesk.ui.i18n import from_left, listed, spoken, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.exchange import presenter, receiving, sending
from wopdesk.ui.screens.exchange.content import Outcome, Sent
from wopdesk.ui.screens.exchange.receipt import MAIL, WHATSAPP
from wopdesk.ui.screens.exchange.receiving import Tray
from wopdesk.ui.screens.exchange.view import ExchangeView
from wopdesk.ui.shell.folders import Folders
from wopdesk.ui.shell.screen import Heading, Notice, Screen
from wopdesk.ui.shell.watch import Watch
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.widgets.drop import dragged

T = TypeVar("T")


class ExchangeScreen(Screen):
    """Send and receive. Files given with `where`, or dropped here, are looked at at once.

    Attributes:
        drafts: the folder for drafts of e-mails.
        choose_folder: asks for the folder into which files go; None when the person does not say.
        open_file: lets the computer's own program open a file or folder; whether one did.
    """

    notices_at_start = True

    def __init__(self, office: DeskThread, where: Where, parent: QWidget | None = None) -> None:
        super().__init__(office, where, parent)
        self.view = ExchangeView(self)
        self.drafts = (
            Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)) / "WOPDesk"
        )
        self.folders = Folders(office, self)
        self.choose_folder: Callable[[], Path | None] = self._ask_for_folder
        self.open_file: Callable[[Path], bool] = _open
        self._tray: dict[int, Tray] = {}
        self._next, self._files = 0, where.files
        self._watch: Watch | None = None
        self.setAcceptDrops(True)
        self.fill(self.view)
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.offered.connect(self.receive)
        view.drop.files_wanted.connect(lambda: self._offer(self.folders.files_to_read(tr("Choose files …"))))
        view.drop.folder_wanted.connect(lambda: self._offer(self.folders.folder_to_read(tr("Choose a folder …"))))
        view.taken.connect(lambda number, code: self._take([number], code))
        view.all_taken.connect(lambda: self._take(view.takable))
        view.put_away.connect(lambda number: self._put_away([number]))
        view.all_put_away.connect(lambda: self._put_away(view.settled))
        view.stopped.connect(self._stop)
        view.opened.connect(lambda record: self.go(Where("document", record=record)))
        view.approving.connect(self._approve)
        view.differing.connect(lambda record: self.go(Where("differences", record=record)))
        view.answered.connect(self._answer)
        view.send.shared.connect(self._share)
        view.send.saved.connect(self._save)
        view.send.mailed.connect(self._mail)
        view.send.went.connect(self._note_sent)
        view.send.copied.connect(self._copy)
        view.send.located.connect(lambda office: self.open_file(view.send.folder_of(office) or self.drafts))

    @override
    def refresh(self) -> None:
        self.head(Heading(tr("Send and receive"), tr("By e-mail, WhatsApp or USB stick; a stick needs no internet")))
        self.folders.look_up()
        self.office.ask(partial(presenter.content, language=spoken()), self.view.show_content)
        self.office.ask(partial(receiving.standings, tray=tuple(self._tray.values())), self.view.show_standings)
        files, self._files = self._files, ()
        if files:
            self.receive(files)

    def _offer(self, files: Sequence[Path]) -> None:
        if files:
            self.receive(files)

    def receive(self, files: Sequence[Path]) -> None:
        """Look at files and lay them on the tray."""
        self.view.start("Reading what came in …")
        look = partial(_looked, files=tuple(files), language=spoken(), first=self._next)
        self._watch = self.office.run(look, self._lay, self.view.advance, self._finish)

    def _finish(self, _none: None) -> None:
        self.view.finish()

    def _lay(self, found: list[Tray]) -> None:
        self._tray |= {one.letter.number: one for one in found}
        self._next = max([self._next, *(number + 1 for number in self._tray)])
        self.view.show_letters([one.letter for one in found])

    def _take(self, numbers: Sequence[int], code: str = "") -> None:
        chosen = tuple(self._tray[number] for number in numbers if number in self._tray)
        self.view.start("Taking it in …")
        take = partial(_taken, tray=chosen, language=spoken(), code=code)
        self._watch = self.office.run(take, self._show_taken, self.view.advance, self._finish)

    def _show_taken(self, outcomes: list[Outcome]) -> None:
        """What was taken in lies in memory no longer."""
        done = [one.number for one in outcomes if one.refused is None]
        self._tray |= {number: self._tray[number].taken for number in done if number in self._tray}
        self.view.show_outcomes(outcomes)

    def _stop(self) -> None:
        if self._watch is not None:
            self._watch.stop()

    def _approve(self, number: int) -> None:
        """Lead to the request of the computer that signed it; several offices may wait there."""
        sender = self._tray[number].sender
        self.go(Where("offices", path=sender.key if sender is not None else ""))

    def _put_away(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            self._tray.pop(number, None)
        self.view.remove_letters(numbers)

    def _ask_for_folder(self) -> Path | None:
        return self.folders.folder_to_save(tr("Where to?"))

    def _answer(self, to: str, way: str) -> None:
        if way == WHATSAPP:
            self._share(to)
        elif way == MAIL:
            self._mail([to])
        else:
            self._save([to])

    def _share(self, office: str) -> None:
        folder = self.choose_folder()
        if folder is not None:
            job = partial(sending.save_for_whatsapp, office=office, folder=folder, language=spoken())
            self.office.do(job, self._tell_shared)

    def _tell_shared(self, sent: Sent) -> None:
        QGuiApplication.clipboard().setText(sent.message)
        self.view.send.note_written([sent])
        saved = _saved([sent])
        copied = tr("The message is copied. Attach the file as a document, then paste the message.")
        large = tr("It may be too large for WhatsApp; a mail or a USB stick takes it.") if sent.too_large else ""
        asked = tr("Once you have sent it, press “I sent it”.")
        self.noticed.emit(Notice("\n".join(line for line in (saved, copied, large, asked) if line)))

    def _save(self, offices: Sequence[str]) -> None:
        folder = self.choose_folder()
        if folder is not None:
            self.office.do(partial(sending.save, offices=tuple(offices), folder=folder), self._tell_saved)

    def _tell_saved(self, sent: list[Sent]) -> None:
        self.view.send.note_written(sent)
        self.noticed.emit(Notice(_saved(sent)))

    def _mail(self, offices: Sequence[str]) -> None:
        job = partial(sending.draft_mails, offices=tuple(offices), folder=self.drafts, language=spoken())
        self.office.do(job, self._open_drafts)

    def _open_drafts(self, sent: list[Sent]) -> None:
        self.view.send.note_written(sent)
        opened = [self.open_file(Path(draft)) for one in sent for draft in one.drafts]
        names = listed(one.name for one in sent)
        lies = tr("The e-mail draft for {office} lies in {folder}", office=names, folder=sent[0].folder)
        unopened = "" if all(opened) else tr("No program opened it: open it there, or attach it to a mail yourself.")
        asked = tr("Once you have sent it, press “I sent it”.")
        self.noticed.emit(Notice("\n".join(line for line in (lies, unopened, asked) if line)))

    def _note_sent(self, office: str) -> None:
        self.office.do(partial(sending.sent_to, office=office), lambda _none: self.view.send.forget_written(office))

    def _copy(self, office: str) -> None:
        self.office.ask(partial(sending.message, office=office, language=spoken()), self._put_on_clipboard)

    def _put_on_clipboard(self, message: str) -> None:
        QGuiApplication.clipboard().setText(message)
        self.noticed.emit(Notice(tr("The message is copied; paste it where you write to them.")))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.receive(dragged(event.mimeData()))


def _open(path: Path) -> bool:
    """Let the computer's own program open a file or folder; whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _saved(sent: Sequence[Sent]) -> str:
    """For whom something was saved; a file by its name."""
    names = listed(one.name for one in sent)
    files = [name for one in sent for name in one.files]
    if len(files) == 1:
        return tr("Saved for {office}: {file}", office=names, file=from_left(files[0]))
    return tr("Saved for {office} in {folder}", office=names, folder=sent[0].folder)


def _looked(desk: Desk, watch: Watch, files: Sequence[Path], language: str, first: int) -> list[Tray]:
    """Look at files one by one; when the person stops it, those that were looked at are shown."""
    return _until_stopped(receiving.look(desk, files, language, first, watch))


def _taken(desk: Desk, watch: Watch, tray: Sequence[Tray], language: str, code: str) -> list[Outcome]:
    """Take files one by one; when the person stops it, those that were taken stay so."""
    return _until_stopped(receiving.take(desk, tray, language, code, watch))


def _until_stopped(work: Iterable[T]) -> list[T]:
    done: list[T] = []
    try:
        for one in work:
            done.append(one)  # noqa: PERF402  # those before it was stopped are kept
    except Stopped:
        pass
    return done
