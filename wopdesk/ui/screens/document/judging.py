"""A reviewer's part of the screen: says what this office thinks of the version that is read, and keeps it till then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from wopdesk.records.review import COMMENT
from wopdesk.ui.screens.document import presenter
from wopdesk.ui.screens.document.background import Background
from wopdesk.ui.screens.document.content import Judgement
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.judge_panel import JudgePanel
from wopdesk.ui.screens.document.keeper import PAUSE
from wopdesk.ui.screens.document.view import DocumentView
from wopdesk.ui.shell.work import DeskThread

if TYPE_CHECKING:
    from wopdesk.desk.faults import Told


class Judging(QObject):
    """Puts the panel beside a version that may be judged; `judged` tells the verdict when it is saved."""

    judged = Signal(str)

    def __init__(self, office: DeskThread, window: QWidget) -> None:
        super().__init__(window)
        self._office, self._window = office, window
        self._filling: Filling | None = None
        self.panel: JudgePanel | None = None
        self._unkept = False
        self.clock = QTimer(self, singleShot=True, interval=PAUSE)
        self.clock.timeout.connect(self.flush)

    def begin(self, filling: Filling, view: DocumentView) -> None:
        """Offer the panel where this office reviews; what is written in it stays when the record is read again."""
        self._filling = filling
        around = filling.background
        if around.reviewable and self.panel is None:
            self._offer(around, view)
        if self.panel is not None:
            self.panel.show_version(around.number, around.author)
            self.panel.show_given(around.given, filling.name_of)

    def _offer(self, around: Background, view: DocumentView) -> None:
        self.panel = JudgePanel(decides=around.decides)
        self.panel.judged.connect(self._judge)
        self.panel.written.connect(self._wait)
        view.put_beside(self.panel)
        self._office.ask(partial(presenter.judgement, record=around.record), self._bring_back)

    def _wait(self) -> None:
        self._unkept = True
        if not self.clock.isActive():
            self.clock.start()

    def _bring_back(self, said: Judgement) -> None:
        if self.panel is not None and self._filling is not None and self.panel.empty:
            self.panel.show_said(said, self._filling.name_of)
            self._rest()

    def flush(self) -> None:
        """Keep what is written now."""
        if self._unkept and self.panel is not None and self._filling is not None:
            self._rest()
            record = self._filling.background.record
            self._office.keep(partial(presenter.keep_judgement, record=record, said=self.panel.said))

    def remark(self, path: str) -> None:
        """Something is to be said at a field."""
        if self.panel is not None and self._filling is not None:
            self.panel.remark(path, self._filling.name_of(path))

    def _judge(self, said: Judgement) -> None:
        if self._filling is None:
            return
        self.flush()
        if self.panel is not None and said.verdict != COMMENT:
            self._window.setFocus(Qt.FocusReason.OtherFocusReason)  # from the button that was pressed, which goes
            self.panel.setEnabled(False)  # a verdict is given once
        record = self._filling.background.record
        job = partial(presenter.judge, record=record, said=said)
        self._office.do(job, lambda _done: self._told(said), self._refused)

    def _refused(self, told: Told) -> None:
        if self.panel is not None:
            self.panel.setEnabled(True)
        self._office.failed.emit(told)

    def _told(self, said: Judgement) -> None:
        if self.panel is not None:
            self.panel.clear()
        self._rest()
        self.judged.emit(said.verdict)

    def _rest(self) -> None:
        """What is written now is kept, or was kept before."""
        self._unkept = False
        self.clock.stop()
