"""Joins one partnership to the desk."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from wopdesk.ui.circles.awaited import let_in
from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.saying import said
from wopdesk.ui.screens.partnership import presenter
from wopdesk.ui.screens.partnership.content import Partnership
from wopdesk.ui.screens.partnership.joining import MemberDialog
from wopdesk.ui.screens.partnership.members import add_member
from wopdesk.ui.screens.partnership.view import PartnershipView
from wopdesk.ui.shell.screen import Heading, Notice, Screen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.starting.start import start_document
from wopdesk.ui.widgets.dialog import show


class PartnershipScreen(Screen):
    """The screen of one partnership, named by the space it lives in."""

    def __init__(self, office: DeskThread, where: Where, parent: QWidget | None = None) -> None:
        super().__init__(office, where, parent)
        self.view = PartnershipView(self)
        self._content: Partnership | None = None
        self.fill(self.view)
        self.view.opened.connect(self.go)
        self.view.document_wanted.connect(lambda: start_document(self, where.space))
        self.view.member_wanted.connect(self._add_member)
        self.view.awaited.wanted.connect(self._let_in)
        self.head(Heading(tr("Partnership")))

    @override
    def refresh(self) -> None:
        self.office.ask(partial(presenter.content, space=self.where.space, language=spoken()), self._show)

    def _show(self, content: Partnership) -> None:
        self._content = content
        self.head(heading(content))
        self.view.show_content(content)

    def _let_in(self) -> None:
        self.office.do(partial(let_in, space=self.where.space), self.view.awaited.show_added)

    def _add_member(self) -> None:
        if self._content is None or self._content.invitable is None:
            return
        if not self._content.invitable.offices:
            self.noticed.emit(Notice(tr("Every approved office takes part already.")))
            return
        dialog = MemberDialog(self._content.invitable, self)
        dialog.accepted.connect(lambda: self._added(dialog))
        show(dialog)

    def _added(self, dialog: MemberDialog) -> None:
        added = Notice(tr("{office} takes part. Send, so that it knows.", office=dialog.office.currentText()))
        job = partial(add_member, space=self.where.space, office=dialog.office.value, role=dialog.role.value)
        self.office.do(job, lambda _: self.noticed.emit(added))


def heading(content: Partnership) -> Heading:
    """Who works with whom, which step goes on, and how it stands."""
    stage = content.stages[content.now]
    values = {"partnership": content.code, "code": stage.code, "step": stage.title}
    below = tr("{partnership} · {code} {step}", **values) if content.code else tr("{code} {step}", **values)
    return Heading(said(content.title), below, said(content.status), content.tone)
