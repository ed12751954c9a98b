"""The paper of a record: made by the desk, shown in the place of the page, and kept as a file if that is wanted."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.screens.document import presenter
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.view import DocumentView
from wopdesk.ui.shell.folders import Folders
from wopdesk.ui.shell.work import DeskThread


class Papers(QObject):
    """Shows the paper of a record in its view."""

    def __init__(self, office: DeskThread, view: DocumentView, window: QWidget) -> None:
        super().__init__(window)
        self._office, self._view = office, view
        self._folders = Folders(office, window)
        self.file: Path | None = None
        self._name = ""

    def show(self, filling: Filling) -> None:
        """Have the paper made as it would be sent now, or as it was sent, and show it."""
        self._folders.look_up()
        record, editing = filling.background.record, filling.editing
        asked, standing = self._view.stack.currentWidget(), filling.standing

        def made(paper: presenter.Paper) -> None:
            if editing:
                filling.saved(standing, paper.seen)
            if self._view.stack.currentWidget() is asked:  # else the person went on, and may be typing
                self._name = paper.name
                self._view.show_paper(paper.data)

        self._office.ask(partial(presenter.preview, record=record, language=spoken(), editing=editing), made)

    def save(self) -> None:
        """Keep the paper that is shown as a file."""
        file = self.file or self._folders.file_to_save(tr("Save the PDF"), self._name, "PDF (*.pdf)")
        if file is not None:
            self._office.ask(partial(presenter.write, path=file, data=self._view.preview.data), _nothing)


def _nothing(_result: object) -> None:
    """The file lies where the person put it."""
