"""Sends a version that was made: asks where files are to go, has the desk write them, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from wopdesk.ui.circles.awaited import let_in
from wopdesk.ui.i18n import from_left, listed, spoken, tr
from wopdesk.ui.screens.document import presenter
from wopdesk.ui.screens.document.content import Made
from wopdesk.ui.screens.document.send import SendPage
from wopdesk.ui.shell.work import DeskThread

if TYPE_CHECKING:
    from wopdesk.desk.handing import Handed

_UNADDRESSED = (
    "No e-mail address of {names} is known: write it in the mail. "
    "Each office gives its own under Settings, This office."
)


class Sending(QObject):
    """The page on which a version is sent.

    `begun` when there is one, `done` when the person is; `back` to the record, `connecting` to PWON, `approving` to
    the offices.
    """

    begun = Signal()
    done = Signal()
    back = Signal()
    connecting = Signal()
    approving = Signal()

    def __init__(self, office: DeskThread, window: QWidget) -> None:
        super().__init__(window)
        self._office, self._window = office, window
        self.page = SendPage()
        self.page.wanted.connect(self._act)
        self.page.awaited.wanted.connect(self._let_in)
        self.page.awaited.offices.connect(self.approving)
        self.page.awaited.sending.connect(self.connecting)
        self.folder: Path | None = None
        self.choose_file: Callable[[str, str], str] = self._ask_for_file
        self.open_file: Callable[[Path], object] = _open
        self._file: Path | None = None
        self._record, self._way, self._made = "", "", Made(0, "", "", "", ())

    def submit(self, record: str) -> None:
        """Have the next version made, to be sent."""
        self._office.do(partial(presenter.submit, record=record, language=spoken()), partial(self._begin, record))

    def again(self, record: str) -> None:
        """Send the newest version once more."""
        self._office.ask(partial(presenter.made, record=record, language=spoken()), partial(self._begin, record))

    def _begin(self, record: str, made: Made) -> None:
        self._record, self._made = record, made
        self.page.show_made(made)
        self.begun.emit()

    def _act(self, act: str) -> None:
        match act:
            case "pdf":
                self._write(partial(presenter.save_paper, record=self._record, language=spoken()), ".pdf", self._saved)
            case "whatsapp":
                job = partial(presenter.save_paper, record=self._record, language=spoken())
                self._write(job, ".pdf", self._for_whatsapp)
            case "mail":
                self._write(partial(presenter.save_mail, record=self._record, language=spoken()), ".eml", self._mailed)
            case "copy":
                self._copy()
                self.page.report("copy", tr("The message is copied; paste it where you write."))
            case "open" if self._file is not None:
                self.open_file(self._file)
            case "folder" if self._file is not None:
                self.open_file(self._file.parent)
            case "sent":
                self._say_sent(self.page.told.sent_to.chosen)
            case "show":
                self.back.emit()
            case "connect":
                self.connecting.emit()
            case _:
                self.done.emit()

    def _let_in(self) -> None:
        if self._made.awaited is not None:
            self._office.do(partial(let_in, space=self._made.awaited.space), self._added)

    def _added(self, names: tuple[str, ...]) -> None:
        """Whoever was added receives it, too."""
        self.page.awaited.show_added(names)
        self.again(self._record)

    def _write(self, job: partial[Path] | partial[Handed], kind: str, then: object) -> None:
        path = self._chosen(kind)
        if path is not None:
            self._office.do(lambda desk: job(desk, path=path), then)  # type: ignore[arg-type]

    def _chosen(self, kind: str) -> Path | None:
        """The file to be written, asked for with its name in the folder that was chosen last."""
        name = str(Path(self._made.file).with_suffix(kind))
        if self.folder is not None:
            return self.folder / name
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(self._made.folder or documents) / name)
        said = {".pdf": "PDF (*.pdf)", ".eml": tr("E-mail draft") + " (*.eml)"}[kind]
        chosen = self.choose_file(proposed, said)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == kind else path.with_name(f"{path.name}{kind}")

    def _ask_for_file(self, proposed: str, kinds: str) -> str:
        return QFileDialog.getSaveFileName(self._window, tr("Where to?"), proposed, kinds)[0]

    def _saved(self, handed: Handed) -> None:
        self._keep(handed.path)
        self._report("pdf", self._said(handed), handed)

    def _report(self, act: str, text: str, handed: Handed) -> None:
        """What it carries is asked about: only the person knows when the file was handed on."""
        self._way = act
        self.page.report(act, text, file=True, asked=handed.carries and bool(self._made.recipients))

    def _keep(self, file: Path) -> None:
        self._file, self._made = file, replace(self._made, folder=str(file.parent))

    def _for_whatsapp(self, handed: Handed) -> None:
        self._copy()
        self._keep(handed.path)
        large = tr("It may be too large for WhatsApp; a mail or a USB stick takes it.") if handed.too_large else ""
        copied = tr("The message is copied. Attach the PDF as a document, then paste the message.")
        told = "\n".join(part for part in (self._said(handed), copied, large) if part)
        self._report("whatsapp", told, handed)

    def _said(self, handed: Handed) -> str:
        said = tr("Saved: {file}", file=from_left(str(handed.path)))
        if handed.carries:
            return said
        if not self._made.connected:
            return f"{said}\n{tr('It carries no data. Once you have opened the invitation of PWON, save it again.')}"
        if not self._made.recipients:
            return f"{said}\n{tr('It carries no data yet: no other office takes part.')}"
        bare = tr("It is too large to carry its data: send the bundle, too, under Send and receive.")
        return f"{said}\n{bare}"

    def _mailed(self, file: Path) -> None:
        self._keep(file)
        saved = tr("The draft is made: {file}", file=from_left(str(file)))
        names = listed(self._made.unaddressed)
        unknown = tr(_UNADDRESSED, names=names) if names else ""
        asked = tr("Send it in your mail program, then say so here.") if self._made.recipients else ""
        told = "\n".join(part for part in (saved, unknown, asked) if part)
        self._way = "mail"
        likely = () if self._made.unaddressed else self._made.offices
        self.page.report("mail", told, file=True, asked=bool(self._made.recipients), likely=likely)
        if self.folder is None:
            self.open_file(file)

    def _say_sent(self, offices: Sequence[str]) -> None:
        job = partial(presenter.mail_went, record=self._record, offices=offices)
        self._office.do(job, lambda _none: self._note_sent(offices))

    def _note_sent(self, offices: Sequence[str]) -> None:
        """Where it may still have to go to others, it is asked of those."""
        self._made = replace(self._made, went=self._made.went | set(offices))
        self.page.show_sent(self._made)
        asked = self.page.told.sent_to
        noted = tr("Noted as sent to {names}; it is on its way until heard from there.", names=asked.note(offices))
        self.page.report(self._way, noted, file=asked.left, asked=asked.left)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._made.message)


def _open(path: Path) -> None:
    """Let the computer's own program open a file or folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
