"""The wizard as one sees it: banners, the list of pages, the page, what stands beside, and the foot. Knows no desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.form.intents import Telling
from wopdesk.ui.form.page import FormPage
from wopdesk.ui.form.parts import Page
from wopdesk.ui.form.tab_order import beyond, lead_on, stops
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.document.background import Background
from wopdesk.ui.screens.document.banner import Banners
from wopdesk.ui.screens.document.confirm import Confirm
from wopdesk.ui.screens.document.content import Review
from wopdesk.ui.screens.document.foot import Foot
from wopdesk.ui.screens.document.page_stack import PageStack
from wopdesk.ui.screens.document.progress import PageState
from wopdesk.ui.screens.document.review_page import ReviewPage
from wopdesk.ui.screens.document.side import Side
from wopdesk.ui.screens.document.undoing import UndoKeys
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.photo import read_photo
from wopdesk.ui.widgets.stages import Stage, Stages

if TYPE_CHECKING:
    from wopdesk.ui.screens.document.preview import Preview

_ROOMY, _WIDE, _NARROW = 1320, 232, 184
"""From which width there is room beside the pages; how wide the list of pages is, and beside a reviewer's panel."""
_KEYS: Mapping[str, str] = {
    "Ctrl+Z": "undo",
    "Ctrl+Y": "redo",
    "Ctrl+Shift+Z": "redo",
    "Ctrl+S": "save",
    "Ctrl+PgUp": "back",
    "Ctrl+PgDown": "onward",
    "Alt+B": "back",
    "Alt+C": "onward",
    "Alt+L": "close",
    "Alt+S": "submit",
    "F8": "problem",
    "Shift+F8": "problem_before",
}
"""What is wanted by keys."""


class DocumentView(Telling):
    """The wizard. Signals of pages are told on; `turned` asks for a page by number, `wanted` for an act by name."""

    turned = Signal(int)
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.banners, self.stages, self.foot = Banners(), Stages(), Foot()
        self.side, self.review, self.confirm = Side(), ReviewPage(), Confirm()
        self._preview: Preview | None = None
        self.stack = PageStack()
        self.pages: dict[str, FormPage] = {}
        self._seen: set[str] = set()
        self._stops: Sequence[QWidget] = ()
        self.stack.addWidget(self.review)
        self.fold = Button("Development and dates", "quiet", "chart-line")
        self.fold.setCheckable(True)
        self.fold.clicked.connect(self._fold)
        self._beside: QWidget = self.side
        self._always = False
        self._undo_keys = UndoKeys(self.stack)
        self._arrange()
        self._shortcuts()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(SPACE.huge, SPACE.large, SPACE.huge, SPACE.large)
        body.setSpacing(SPACE.middle)
        body.addWidget(self.banners)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE.large)
        self._row.addWidget(self._card(), 1)
        self._row.addWidget(self.side)
        body.addLayout(self._row, 1)
        column.addLayout(body, 1)
        column.addWidget(self.confirm)
        column.addWidget(self.foot)
        self.confirm.hide()

    def _card(self) -> QFrame:
        card = Card()
        card.body.setContentsMargins(SPACE.middle, SPACE.large, SPACE.small, SPACE.small)
        row = QHBoxLayout()
        row.setSpacing(SPACE.wide)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.stages)
        left.addStretch()
        left.addWidget(self.fold)
        row.addWidget(self._left)
        row.addWidget(self.stack, 1)
        card.body.addLayout(row)
        return card

    def _shortcuts(self) -> None:
        self.stages.opened.connect(self.turned)
        for key, act in _KEYS.items():
            QShortcut(QKeySequence(key), self, lambda act=act: self.wanted.emit(act))
        told = {
            self.foot.back: "back",
            self.foot.onward: "onward",
            self.foot.closed: "close",
            self.foot.submitted: "submit",
            self.foot.sent_again: "send",
            self.foot.problem_wanted: "problem",
            self.review.preview_wanted: "preview",
            self.confirm.agreed: "submit_now",
            self.confirm.refused: "not_yet",
        }
        for signal, act in told.items():
            signal.connect(lambda act=act: self.wanted.emit(act))
        self.banners.acted.connect(self.wanted)

    def show_stages(self, states: Sequence[PageState], last: Stage, current: int) -> None:
        """Show how the pages stand; the last one reviews them."""
        self.stages.set_stages([*map(_stage, states), last], current)

    def show_page(self, page: Page) -> None:
        """Show a page of the form; pages that were shown are kept."""
        shown = self.pages.get(page.path) or self._fresh(page.path)
        self._seen.add(page.path)
        shown.show_page(page)
        self._turn_to(shown)

    def grow_page(self, page: Page) -> None:
        """Show more of the page that is shown; all of it is shown with `show_page` in the end."""
        shown = self.pages.get(page.path)
        if shown is not None:
            shown.show_page(page)

    def prepare(self, page: Page) -> Iterator[None]:
        """Make a page in small steps before it is shown; none are left once it is."""
        if page.path in self._seen:
            return
        fresh = self.pages.get(page.path) or self._fresh(page.path)
        fresh.resize(self.stack.size())
        for _ in fresh.prepare(page):
            yield
            if page.path in self._seen or self.pages.get(page.path) is not fresh:
                return

    def prepare_review(self, review: Review) -> Iterator[None]:
        """Make the last page in small steps before it is shown; none are left once it is."""
        steps = self.review.prepare(review)
        self.review.resize(self.stack.size())
        while self.stack.currentWidget() is not self.review and next(steps, self) is not self:
            yield

    def settle(self) -> None:
        """Whatever is being written in a cell of the page is its answer."""
        shown = self.stack.currentWidget()
        if isinstance(shown, FormPage):
            shown.settle()

    def show_review(self, review: Review, *, anew: bool = False) -> None:
        """Show the last page."""
        self.review.show_review(review, anew=anew)
        self._turn_to(self.review)

    @property
    def preview(self) -> Preview:
        """The place of the paper, made when it is first looked at."""
        if self._preview is None:
            from wopdesk.ui.screens.document.preview import Preview  # noqa: PLC0415  # Qt's PDF takes its time to load

            self._preview = Preview()
            self._preview.closed.connect(lambda: self.wanted.emit("leave_preview"))
            self._preview.save_wanted.connect(lambda: self.wanted.emit("save_paper"))
            self.stack.addWidget(self._preview)
        return self._preview

    @property
    def shows_paper(self) -> bool:
        """Whether the person looks at the paper now."""
        return self._preview is not None and self.stack.currentWidget() is self._preview

    def show_paper(self, data: bytes) -> None:
        """Show the paper in the place of the page."""
        self.preview.show_paper(data)
        self.stack.setCurrentWidget(self.preview)

    def show_picture(self, path: str, data: bytes) -> None:
        """Show what a photo looks like, on whichever page it is."""
        image = read_photo(data)
        for page in self.pages.values():
            page.show_picture(path, image)

    def go_to(self, path: str) -> bool:
        """Give the keyboard to a field of the page that is shown."""
        shown = self.stack.currentWidget()
        return isinstance(shown, FormPage) and shown.go_to(path)

    def path_of(self, widget: QWidget) -> str:
        """The path that something on the page that is shown is about; "" where it is elsewhere."""
        shown = self.stack.currentWidget()
        return shown.path_of(widget) if isinstance(shown, FormPage) else ""

    def focus_first(self) -> None:
        """Give the keyboard to the first field of what is shown; where nothing is asked, to what leads on."""
        shown = self.stack.currentWidget()
        if isinstance(shown, ReviewPage):
            shown.focus_first()
        elif isinstance(shown, FormPage) and not shown.focus_first():
            self.foot.onward_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_background(self, around: Background, language: str) -> None:
        """Show what stands around the record, where there is room for it."""
        self.side.show_background(around, language)
        self._make_room()

    def put_beside(self, panel: QWidget) -> None:
        """Let something stand beside the pages that is always to be seen."""
        self._row.removeWidget(self._beside)
        self._beside.hide()
        self._beside, self._always = panel, True
        self._row.addWidget(panel)
        self._make_room()

    def _turn_to(self, page: FormPage | ReviewPage) -> None:
        """Let it be seen; the keyboard comes along, and from its last stop Tab goes on to the foot."""
        if self.stack.turn_to(page):
            self.focus_first()
        line = page.stops
        if line is not self._stops:
            self._stops = line
            lead_on([line[-1], *self.foot.in_order])

    def _fresh(self, path: str) -> FormPage:
        page = FormPage()
        self.tell_on(page)
        self.pages[path] = page
        self.stack.addWidget(page)
        return page

    def _fold(self) -> None:
        self._beside.setVisible(self.fold.isChecked())

    def _make_room(self) -> None:
        roomy = self.width() >= _ROOMY
        self.stages.setFixedWidth(_NARROW if self._always and not roomy else _WIDE)
        tells = self.side.tells
        self.fold.setVisible(tells and not self._always and not roomy)
        self._beside.setVisible(self._always or (tells and (roomy or self.fold.isChecked())))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """From the foot one goes on to what is around the wizard: Qt would come back to what a page holds."""
        held: QWidget | None = self.window().focusWidget()
        line = [button for button in self.foot.in_order if button.isVisible() and button.isEnabled()]
        if not next or held is None or held not in line:
            return super().focusNextPrevChild(next)
        at = line.index(held) + 1
        follower = line[at] if at < len(line) else beyond(self, forwards=True) or self._first()
        follower.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _first(self) -> QWidget:
        """Where Tab begins in the wizard."""
        return ([stop for stop in stops(self) if stop.isVisible() and stop.isEnabled()] or [self.foot])[0]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)


def _stage(page: PageState) -> Stage:
    """A page in the list, with how many of its answers were remarked on or changed."""
    marks = len(page.remarks | page.changes)
    return Stage(page.title, page.state, page.problems, marks, ", ".join(_marked(page)))


def _marked(page: PageState) -> Iterator[str]:
    if page.remarks:
        yield tr("1 remark") if len(page.remarks) == 1 else tr("{count} remarks", count=len(page.remarks))
    if page.changes:
        yield tr("1 change") if len(page.changes) == 1 else tr("{count} changes", count=len(page.changes))
