"""The paper of a record: made by the desk, shown in the place of the page, and kept as a file if that is wanted."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.screens.document import presenter
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.view import DocumentView
from wopdesk.ui.shell.work import DeskThread


class Papers(QObject):
    """Shows the paper of a record in its view."""

    def __init__(self, office: DeskThread, view: DocumentView, window: QWidget) -> None:
        super().__init__(window)
        self._office, self._view, self._window = office, view, window
        self.file: Path | None = None
        self._name = ""

    def show(self, filling: Filling) -> None:
        """Have the paper made as it would be sent now, or as it was sent, and show it."""
        record, editing = filling.background.record, filling.editing
        asked, standing = self._view.stack.currentWidget(), filling.standing

        def made(paper: presenter.Paper) -> None:
            if editing:
                filling.saved(standing)
            if self._view.stack.currentWidget() is asked:  # else the person went on, and may be typing
                self._name = paper.name
                self._view.show_paper(paper.data)

        self._office.ask(partial(presenter.preview, record=record, language=spoken(), editing=editing), made)

    def save(self) -> None:
        """Keep the paper that is shown as a file."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(folder) / self._name)
        name = self.file or QFileDialog.getSaveFileName(self._window, tr("Save the PDF"), proposed, "PDF (*.pdf)")[0]
        if name:
            self._office.ask(partial(presenter.write, path=Path(name), data=self._view.preview.data), _nothing)


def _nothing(_result: object) -> None:
    """The file lies where the person put it."""
