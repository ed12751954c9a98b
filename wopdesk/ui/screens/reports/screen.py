"""Joins the list of documents to the desk."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.reports import presenter
from wopdesk.ui.screens.reports.content import Reports
from wopdesk.ui.screens.reports.view import ReportsView
from wopdesk.ui.shell.folders import Folders
from wopdesk.ui.shell.screen import Heading, Notice, Screen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.starting.start import start_document


class ReportsScreen(Screen):
    """The list of documents; `where.kind` narrows it to one kind at first."""

    def __init__(self, office: DeskThread, where: Where, parent: QWidget | None = None) -> None:
        super().__init__(office, where, parent)
        self.view = ReportsView(self)
        self._narrowed = False
        self.folders = Folders(office, self)
        self.fill(self.view)
        self.view.opened.connect(lambda record: self.go(Where("document", record=record)))
        self.view.document_wanted.connect(lambda: start_document(self))
        self.view.register_wanted.connect(self._save_register)
        self.head(Heading(tr("Monthly reports and other documents")))

    @override
    def refresh(self) -> None:
        self.folders.look_up()
        self.office.ask(partial(presenter.content, language=spoken()), self._show)

    def _show(self, reports: Reports) -> None:
        count = len(reports.filed)
        below = tr("1 document") if count == 1 else tr("{count} documents", count=count)
        self.head(Heading(tr("Monthly reports and other documents"), below))
        self.view.show_content(reports)
        if self.where.kind and not self._narrowed:
            self.view.show_kind(self.where.kind)
        self._narrowed = True

    def _save_register(self) -> None:
        chosen = self.folders.file_to_save(tr("Register as workbook …"), "register.xlsx", "Excel (*.xlsx)")
        if chosen is not None:
            job = partial(presenter.save_register, file=chosen.with_suffix(".xlsx"))
            self.office.ask(job, lambda file: self.noticed.emit(Notice(tr("Saved as {file}", file=file.name))))
