"""The screen of differences: the view, joined to the desk.

What was settled last is written when the message about it is gone, or as soon as the person goes on: until then it can
be taken back as if nothing had been. A write could not be taken back so, since it joins what both had said.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.differences import presenter
from wopdesk.ui.screens.differences.content import DifferencesContent
from wopdesk.ui.screens.differences.view import DifferencesView, Key
from wopdesk.ui.shell.screen import Heading, Notice, Screen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told

_LONGEST = 60
_LASTS = 30_000
"""Milliseconds until it is written at the latest; the message may stay a while below the pointer."""


@dataclass(frozen=True)
class _Settled:
    """What was settled and is not written yet."""

    key: Key
    value: str


class DifferencesScreen(Screen):
    """Differences of one record, or of all."""

    def __init__(self, office: DeskThread, where: Where, parent: QWidget | None = None) -> None:
        super().__init__(office, where, parent)
        self.view = DifferencesView(self)
        self._record = where.record
        self._settled: _Settled | None = None
        self._written: set[Key] = set()
        self._content = DifferencesContent()
        self.clock = QTimer(self, singleShot=True, interval=_LASTS)
        self.clock.timeout.connect(self._write)
        self.fill(self.view)
        self.view.settled.connect(self._settle)
        self.view.opened.connect(lambda record: self.go(Where("document", record=record)))
        self.view.all_wanted.connect(self._show_all)

    @override
    def refresh(self) -> None:
        self._say_heading()
        self.office.ask(partial(presenter.content, language=spoken(), record=self._record), self._show)

    def _show(self, content: DifferencesContent) -> None:
        self._content = content
        settled = self._written | ({self._settled.key} if self._settled else set())
        self.view.show_content(content, settled)
        shown = {one.key for document in content.documents for one in document.differences}
        left = len(shown - settled)
        self._say_heading(tr("{count} to settle", count=left) if left else "")

    def _say_heading(self, status: str = "") -> None:
        self.head(Heading(tr("Differences"), tr("Both answers are kept until one of you decides"), status, "warn"))

    def _show_all(self) -> None:
        self._record = ""
        self.refresh()

    def _settle(self, key: Key, value: str, said: str) -> None:
        self._write()
        self._settled = _Settled(key, value)
        self.clock.start()
        self._show(self._content)
        short = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
        self.noticed.emit(Notice(tr("Settled: {answer}", answer=short), undo=True))

    @override
    def undo(self) -> None:
        if self._taken() is None:
            self.noticed.emit(
                Notice(tr("It is settled for everybody already. Open the document to change the answer."))
            )
        self._show(self._content)

    def _write(self) -> None:
        settled = self._taken()
        if settled is not None:
            self._written.add(settled.key)
            self.office.do(_job(settled), self._forget, self._tell_fault)

    def _forget(self, key: Key) -> None:
        """It is written, and the desk is asked again at once."""
        self._written.discard(key)

    def _tell_fault(self, told: Told) -> None:
        self._written.clear()
        self._show(self._content)
        self.office.failed.emit(told)

    def _taken(self) -> _Settled | None:
        self.clock.stop()
        settled, self._settled = self._settled, None
        return settled

    @override
    def leave(self) -> None:
        self._write()

    @override
    def keep(self) -> None:
        settled = self._taken()
        if settled is not None:
            self.office.keep(_job(settled))


def _job(settled: _Settled) -> partial[Key]:
    record, field = settled.key
    return partial(presenter.settle, record=record, field=field, value=settled.value)
