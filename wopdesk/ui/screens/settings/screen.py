"""The screen of settings: the view, joined to the desk and to what the window wears and speaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.settings import form_presenter, presenter
from wopdesk.ui.screens.settings.content import Content, Proposed
from wopdesk.ui.screens.settings.view import SettingsView
from wopdesk.ui.shell.folders import Folders
from wopdesk.ui.shell.preferences import Preferences
from wopdesk.ui.shell.screen import Heading, Notice, Screen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told
    from wopdesk.desk.publishing import Proposal


class SettingsScreen(Screen):
    """People, language and look, this office, backups, the data file, keyboard, about, returning a laptop."""

    def __init__(self, office: DeskThread, where: Where, parent: QWidget | None = None) -> None:
        super().__init__(office, where, parent)
        self.view = SettingsView(self)
        self._content: Content | None = None
        self._proposal: Proposal | None = None
        self.folders = Folders(office, self)
        self.fill(self.view)
        self.view.asked.connect(self._asked)
        self.view.opened.connect(lambda _key: self._ask_for_section())
        self._does = self._intents()
        if where.path:
            self.view.open(where.path)

    def _intents(self) -> dict[str, Callable[[object], None]]:
        """What is done for each intent that the view tells."""
        return {
            "person": self._choose_person,
            "correct": self._correct_person,
            "remove": lambda name: self.office.do(partial(presenter.remove, name=str(name)), self._removed),
            "language": lambda said: self.language_chosen.emit(str(said)),
            "theme": self._choose_theme,
            "copy": self._copy,
            "described": self._describe,
            "kit": self._try_kit,
            "backup": lambda _nothing: self._back_up(),
            "folder": lambda _nothing: self._open_folder(),
            "restore": self._restore,
            "check": lambda _nothing: self._check(),
            "rebuild": lambda _nothing: self._rebuild(),
            "leave": self._leave,
            "form_excel": self._form_to_excel,
            "form_look": self._look_at_form,
            "form_publish": self._publish_form,
        }

    @override
    def refresh(self) -> None:
        self.head(Heading(tr("Settings"), tr("People, language and look, backups, this computer")))
        self.view.look.show_theme(Preferences().theme)
        self.folders.look_up()
        self.office.ask(presenter.content, self._show)
        self._ask_for_section()

    def _show(self, content: Content) -> None:
        self._content = content
        self.view.show_content(content)

    def _ask_for_section(self) -> None:
        """Looking into each backup or form takes a while, so it is done where they are seen."""
        if self.view.section == "backups":
            self.office.ask(presenter.backups, self.view.backups.show_backups)
        elif self.view.section == "forms":
            self.office.ask(form_presenter.forms, self.view.forms.show_forms)

    def _asked(self, what: str, of: object) -> None:
        self._does[what](of)

    def _choose_person(self, name: object) -> None:
        self.office.do(partial(presenter.choose, name=str(name)))

    def _correct_person(self, of: object) -> None:
        if isinstance(of, tuple):
            name, fresh = of
            self.office.do(partial(presenter.correct, name=name, fresh=fresh))

    def _removed(self, name: str) -> None:
        self.noticed.emit(Notice(tr("{name} is no longer on the list. What was written stays.", name=name)))

    def _choose_theme(self, theme: object) -> None:
        self.view.look.show_theme(str(theme))
        self.theme_chosen.emit(str(theme))

    def _copy(self, text: object) -> None:
        QGuiApplication.clipboard().setText(str(text))
        self.noticed.emit(Notice(tr("The check code was copied.")))

    def _describe(self, where: object) -> None:
        if isinstance(where, Where):
            self.go(where)

    def _try_kit(self, of: object) -> None:
        if isinstance(of, tuple):
            file, passphrase = of
            if self._content is not None and self._content.office.theft:
                self.office.do(partial(presenter.end_theft, file=file, passphrase=passphrase), self._theft_ended)
            else:
                self.office.ask(partial(presenter.try_kit, file=file, passphrase=passphrase), self._kit_opened)

    def _kit_opened(self, _nothing: None) -> None:
        self.view.office.tried()
        self.noticed.emit(Notice(tr("The recovery kit opens.")))

    def _theft_ended(self, approved: Sequence[str]) -> None:
        self.view.office.tried()
        ended = tr("The stolen keys approve nobody any more. Send to all, so that they learn of it.")
        known = tr("Approved are {names}. Cut off under Offices whom PWON does not know.", names=", ".join(approved))
        self.noticed.emit(Notice(f"{ended}\n{known}" if approved else ended))

    def _back_up(self) -> None:
        self.office.do(presenter.back_up, self._backed_up)

    def _backed_up(self, file: Path) -> None:
        self.noticed.emit(Notice(tr("The backup is made: {file}", file=file.name)))

    def _open_folder(self) -> None:
        if self._content is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._content.storage.folder)))

    def _restore(self, file: object) -> None:
        if isinstance(file, Path):
            self.office.ask(partial(presenter.restore, file=file), self.file_chosen.emit, self._not_restored)

    def _not_restored(self, told: Told) -> None:
        self.view.backups.forget()
        self.office.failed.emit(told)

    def _check(self) -> None:
        self.view.file.show_checking()
        self.office.ask(presenter.check, self.view.file.show_checked, self._not_checked)

    def _rebuild(self) -> None:
        self.view.file.show_checking()
        self.office.do(presenter.rebuild, self.view.file.show_checked, self._not_checked)

    def _not_checked(self, told: Told) -> None:
        self.view.file.show_fault()
        self.office.failed.emit(told)

    def _leave(self, folder: object) -> None:
        if isinstance(folder, Path):
            self.office.ask(partial(presenter.return_laptop, folder=folder), self._left, self._not_left)

    def _left(self, returned: tuple[Path, tuple[Path, ...]]) -> None:
        place, files = returned
        self.noticed.emit(Notice(tr("Give this file to the office: {file}", file=files[0])))
        self.file_chosen.emit(place)

    def _not_left(self, told: Told) -> None:
        self.view.leaving.forget()
        self.office.failed.emit(told)

    def _form_to_excel(self, of: object) -> None:
        if isinstance(of, tuple):
            kind, file = of
            self.office.ask(partial(form_presenter.to_excel, kind=kind, file=file), self._written)

    def _written(self, file: Path) -> None:
        self.noticed.emit(Notice(tr("Saved: {file}", file=file.name)))

    def _look_at_form(self, of: object) -> None:
        if isinstance(of, tuple):
            kind, file = of
            self.office.ask(partial(form_presenter.look, kind=kind, file=file), self._looked)

    def _looked(self, found: tuple[Proposed, Proposal]) -> None:
        proposed, self._proposal = found
        self.view.forms.show_proposed(proposed)

    def _publish_form(self, _nothing: object) -> None:
        if self._proposal is not None:
            publish = partial(form_presenter.publish, proposal=self._proposal)
            self.office.do(publish, self._published, self._not_published)

    def _not_published(self, told: Told) -> None:
        """What differs stays to be read, unless another form is in use by now."""
        self.view.forms.forget()
        self._ask_for_section()
        self.office.failed.emit(told)

    def _published(self, _nothing: None) -> None:
        self.noticed.emit(Notice(tr("The form is published. It goes to every office with what you send next.")))
