"""Sends a version that was made: asks where files are to go, has the desk write them, and says what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from wopdesk.ui.i18n import from_left, spoken, tr
from wopdesk.ui.screens.document import presenter
from wopdesk.ui.screens.document.content import Made
from wopdesk.ui.screens.document.send import SendPage
from wopdesk.ui.shell.work import DeskThread

if TYPE_CHECKING:
    from wopdesk.desk.handing import Handed


class Sending(QObject):
    """The page on which a version is sent.

    `begun` when there is one, `done` when the person is; `back` to the record, `connecting` to PWON.
    """

    begun = Signal()
    done = Signal()
    back = Signal()
    connecting = Signal()

    def __init__(self, office: DeskThread, window: QWidget) -> None:
        super().__init__(window)
        self._office, self._window = office, window
        self.page = SendPage()
        self.page.wanted.connect(self._act)
        self.folder: Path | None = None
        self._record, self._made = "", Made(0, "", "", "", ())

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
                self._write(partial(presenter.save_paper, record=self._record, language=spoken()), self._saved)
            case "whatsapp":
                self._write(partial(presenter.save_paper, record=self._record, language=spoken()), self._for_whatsapp)
            case "mail":
                self._write(partial(presenter.save_mail, record=self._record, language=spoken()), self._mailed)
            case "copy":
                self._copy()
                self.page.report("copy", tr("The message is copied; paste it where you write."))
            case "show":
                self.back.emit()
            case "connect":
                self.connecting.emit()
            case _:
                self.done.emit()

    def _write(self, job: partial[Path] | partial[Handed], then: object) -> None:
        folder = self._chosen()
        if folder is not None:
            self._office.do(lambda desk: job(desk, folder=folder), then)  # type: ignore[arg-type]

    def _chosen(self) -> Path | None:
        """The folder for files, asked for each time from the one that was chosen last."""
        if self.folder is not None:
            return self.folder
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = QFileDialog.getExistingDirectory(self._window, tr("Where to?"), documents)
        return Path(chosen) if chosen else None

    def _saved(self, handed: Handed) -> None:
        self.page.report("pdf", self._said(handed))

    def _for_whatsapp(self, handed: Handed) -> None:
        self._copy()
        large = tr("It may be too large for WhatsApp; a mail or a USB stick takes it.") if handed.too_large else ""
        copied = tr("The message is copied. Attach the PDF as a document, then paste the message.")
        self.page.report("whatsapp", "\n".join(part for part in (self._said(handed), copied, large) if part))

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
        self.page.report("mail", tr("Saved: {file}", file=from_left(str(file))))
        if self.folder is None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._made.message)
