"""The screen of offices: the view, joined to the desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from wopdesk.ui.circles.roles import role_name
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.saying import said
from wopdesk.ui.screens.offices import presenter
from wopdesk.ui.screens.offices.content import Decided, OfficesContent
from wopdesk.ui.screens.offices.view import OfficesView
from wopdesk.ui.shell.folders import Folders
from wopdesk.ui.shell.screen import Heading, Notice, Screen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread


class OfficesScreen(Screen):
    """Offices, approvals, invitations.

    Attributes:
        choose_file: asks where an invitation is saved; None when the person does not say.
    """

    def __init__(self, office: DeskThread, where: Where, parent: QWidget | None = None) -> None:
        super().__init__(office, where, parent)
        self.view = OfficesView(self)
        self.folders = Folders(office, self)
        self.choose_file: Callable[[], Path | None] = self._ask_for_file
        self._begin = where.path
        self.fill(self.view)
        self.view.decided.connect(self._decide)
        self.view.cut.connect(self._cut)
        self.view.left.connect(self._leave_part)
        self.view.joined.connect(self._take_part)
        self.view.invite.wanted.connect(self._invite)
        self.view.invite.copied.connect(self._copy)
        self.view.kit.wanted.connect(lambda: self.go(Where("settings", path="office")))

    @override
    def refresh(self) -> None:
        self.head(Heading(tr("Offices"), tr("Who is known, who waits for approval, who takes part where")))
        self.folders.look_up()
        self.office.ask(presenter.content, self._show)

    def _show(self, content: OfficesContent) -> None:
        """Show it; the first time, the keyboard begins where one came to decide."""
        self.view.show_content(content)
        begin, self._begin = self._begin, ""
        self.view.begin_at(begin)

    def _decide(self, key: str, code: str, role: str) -> None:
        self.office.do(
            partial(presenter.decide, key=key, typed=code, role=role), lambda decided: self._tell_decided(key, decided)
        )

    def _tell_decided(self, key: str, decided: Decided) -> None:
        if not decided.right:
            self.view.show_mismatch(key)
            return
        if decided.role:
            role = said(role_name(decided.role))
            text = tr("{office} is approved as {role}. Send to it now.", office=decided.name, role=role)
        else:
            text = tr("The computer works for your office now. Send to it now.")
        self.noticed.emit(Notice(text))

    def _cut(self, key: str) -> None:
        told = Notice(tr("The computer is cut off. Send to all, so that they learn of it."))
        self.office.do(partial(presenter.cut_off, key=key), lambda _: self.noticed.emit(told))

    def _leave_part(self, space: str, office: str) -> None:
        self.office.do(partial(presenter.leave_part, space=space, office=office), self._tell_left)

    def _tell_left(self, name: str) -> None:
        self.noticed.emit(Notice(tr("{office} takes part there no more.", office=name)))

    def _take_part(self, space: str, office: str, role: str) -> None:
        self.office.do(partial(presenter.take_part, space=space, office=office, role=role), self._tell_joined)

    def _tell_joined(self, name: str) -> None:
        self.noticed.emit(Notice(tr("{office} takes part now. Send to it, so that it learns of it.", office=name)))

    def _ask_for_file(self) -> Path | None:
        name = "invitation-from-pwon.wopx"
        return self.folders.file_to_save(tr("Save an invitation …"), name, "WOPDesk (*.wopx)")

    def _invite(self) -> None:
        file = self.choose_file()
        if file is not None:
            self.office.do(partial(presenter.invite, file=file), self.view.invite.show_invited)

    def _copy(self) -> None:
        text = tr(
            "Dear colleagues,\n\n"
            "PWON invites your office to work together through WOPDesk; the invitation is attached. Save it, then drop "
            "it on the WOPDesk window. It asks for the invitation code: telephone PWON on a number that you know "
            "already, and we read it to you.\n"
        )
        QGuiApplication.clipboard().setText(text)
        self.noticed.emit(Notice(tr("The message is copied; paste it where you write to them.")))
