"""The welcome joined to the application: what is typed goes to the presenter, what is to be made away from the window.

The desk is imported there, so that the first page appears at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.welcome import kit_paper, making, presenter, recovery
from wopdesk.ui.screens.welcome.begin import Beginning
from wopdesk.ui.screens.welcome.page import Page
from wopdesk.ui.screens.welcome.presenter import Backup, Content, Kit, Letter, Ready, Step

if TYPE_CHECKING:
    from wopdesk.desk.beginning import Founding
    from wopdesk.desk.faults import Told

T = TypeVar("T")
_SAMPLE = "sample"


class WelcomePage(QWidget):
    """What a person sees where there is no data file yet; it tells the theme and the language that are chosen.

    `stepped` when another page is shown.
    """

    stepped = Signal()
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    _told = Signal(object)

    def __init__(self, beginning: Beginning, default_file: Path) -> None:
        super().__init__()
        self._beginning = beginning
        self._folder = default_file.parent / _SAMPLE
        self._founding: Founding | None = None
        self._left: Step = "how"
        self.page = Page()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.page.typed.connect(self._typed)
        self.page.wanted.connect(self._wanted)
        self.page.forward.connect(self._forward)
        self.page.back.connect(self._back)
        self.page.top.language_chosen.connect(self.language_chosen)
        self.page.top.theme_chosen.connect(self.theme_chosen)
        self._told.connect(self._say, Qt.ConnectionType.QueuedConnection)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.give_up)
        self.content = presenter.first(default_file, sample=self._folder.exists())
        self._show(self.content)

    def _show(self, content: Content) -> None:
        if content.step != self.content.step:
            self.stepped.emit()
        self.content = content
        self.page.show_content(content)

    def _typed(self, name: str, value: object) -> None:
        if name in {"kit", "paper"} and isinstance(value, Path) and self.content.kit is not None:
            self._save(name, value, self.content.kit)
            return
        self._show(presenter.typed(self.content, name, value))
        if isinstance(value, Path):
            self._look(name, value)

    def _look(self, name: str, file: Path) -> None:
        """Look away from the window at what was chosen."""
        background = self._beginning.background
        if name in {"invitation", "introduction"}:
            background(partial(making.look, file), self._looked, partial(self._not_looked, name, file))
        elif name == "kit":
            background(partial(making.look_at_kit, file), self._kit_seen, partial(self._no_use, name, file))
        elif name == "left":
            background(partial(making.look_at_left, file), self._left_seen, partial(self._no_use, name, file))
        elif name == "backup":
            background(partial(making.look_at_backup, file), self._seen, self._failed)
        elif name == "place":
            background(partial(making.check_place, file), self._placed, self._failed)

    def _looked(self, found: tuple[Path, Letter]) -> None:
        self._show(presenter.looked(self.content, *found))

    def _not_looked(self, name: str, file: Path, told: Told) -> None:
        self._show(presenter.unreadable(self.content, name, file, told))

    def _seen(self, found: tuple[Path, Backup]) -> None:
        if found[0] == self.content.typed.backup:
            self._show(replace(self.content, backup=found[1], fault=None))

    def _kit_seen(self, file: Path) -> None:
        self._show(recovery.opens(self.content, file))

    def _left_seen(self, seen: tuple[Path, Letter | Backup]) -> None:
        self._show(recovery.found(self.content, *seen))

    def _no_use(self, name: str, file: Path, told: Told) -> None:
        self._show(recovery.unreadable(self.content, name, file, told))

    def _placed(self, place: Path) -> None:
        if place == self.content.typed.place:
            self._show(replace(self.content, fault=None))

    def _save(self, half: str, file: Path, kit: Kit) -> None:
        """Save the kit's file or its paper, unless both would lie together."""
        self._show(presenter.saving(self.content, half, file))
        if half not in self.content.problems:
            data = kit.file if half == "kit" else kit_paper.pdf(kit.passphrase)
            self._beginning.background(partial(making.save, file, data), partial(self._saved, half), self._failed)

    def _saved(self, half: str, file: Path) -> None:
        self._show(replace(presenter.typed(self.content, half, file), fault=None))

    def _forward(self) -> None:
        said = self.content.typed
        if self.content.step == "ready" and self.content.ready is not None:
            self._beginning.begin_at(self.content.ready.path)
        elif self.content.step == "kit" and self._founding is not None and said.kit is not None:
            self._work(partial(making.try_kit, self._founding, said.kit, said), self._made)
        elif self.content.step == "restore":
            self._work(partial(making.bring_back, said), self._beginning.begin_at)
        elif self.content.step == recovery.RECOVER:
            self._go(recovery.forward(self.content))
        else:
            self._go(presenter.forward(self.content))

    def _go(self, after: Content) -> None:
        """Go to the next page; after the last step, make what was asked for."""
        if after.step != "working":
            self._show(after)
            self.page.to_problem()
        elif after.typed.way == _SAMPLE:
            self._tell_sample()
        elif after.typed.way == recovery.RECOVER and after.typed.kit and after.typed.left:
            self._work(partial(making.recover, after.typed, after.typed.kit, after.typed.left), self._made)
        else:
            self._work(partial(making.make, after.typed), self._made)

    def _back(self) -> None:
        back = recovery.closed if self.content.step == recovery.RECOVER else presenter.back
        self._show(back(self.content))

    def _work(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """Wait on a page of its own; a fault comes back to the page that was left."""
        self._left = self.content.step
        self._show(replace(self.content, step="working", said=(), fault=None, problems={}))
        self._beginning.background(job, then, self._failed)

    def _made(self, made: Ready | Founding) -> None:
        if isinstance(made, Ready):
            self._founding = None
            self._show(replace(self.content, step="ready", ready=made, kit=None))
        else:
            self._founding = made
            self._show(replace(self.content, step="kit", kit=Kit(made.kit.passphrase, made.kit.file)))

    def give_up(self) -> None:
        """The program ends: a network whose recovery kit was not tried is not founded."""
        if self._founding is not None:
            making.give_up(self._founding)

    def _wanted(self, what: str) -> None:
        if what == "restore":
            self._show(replace(self.content, step="restore", fault=None))
        elif what == recovery.RECOVER:
            self._show(recovery.opened(self.content))
        elif what == _SAMPLE and self.content.sample:
            self._show(replace(self.content, step="whom", fault=None))
        elif what in {_SAMPLE, "again"}:
            self._tell_sample()
        else:
            self._work(partial(making.sample_file, self._folder, what), self._beginning.begin_sample)

    def _tell_sample(self) -> None:
        self.content = presenter.typed(self.content, "way", _SAMPLE)
        self._work(partial(making.tell_sample, self._folder, self._told.emit), self._sample_told)

    def _say(self, phrase: Phrase) -> None:
        if self.content.step == "working":
            self._show(replace(self.content, said=(*self.content.said, phrase)))

    def _sample_told(self, _nothing: object) -> None:
        self._show(replace(self.content, step="whom", sample=True))

    def _failed(self, told: Told) -> None:
        begun = self.content.step == "working"
        self._show(presenter.failed(self.content, told, self._left))
        if begun and self.page.leaf is not None:
            self.page.leaf.take_refusal(self.content)
