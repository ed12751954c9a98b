"""One of several choices: side by side where they are few and short, else a drop-down list."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.search_one import SearchEditor
from wopdesk.ui.overriding import override
from wopdesk.ui.widgets.combo import Combo
from wopdesk.ui.widgets.segments import Segments

_FEW, _SHORT = 4, 36
"""So many choices, with so many letters together, stand side by side."""
_MANY = 8
"""From more choices than this on one searches."""


def side_by_side(question: Question) -> bool:
    """Whether all choices can be seen at once: unless the form says `minimal`, they are many, or long."""
    letters = sum(len(label) for _, label in question.choices)
    return "minimal" not in question.looks and 0 < len(question.choices) <= _FEW and letters <= _SHORT


class SegmentsEditor(Editor):
    """For `select_one` with few short choices. Delete takes the choice back."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.segments = Segments(question.choices)
        self.segments.changed.connect(self.changed)
        self._offered, self._room = question.choices, 0
        self.hold(self.segments, as_wide_as_needed=True)
        self.show_question(question)

    def value(self) -> str:
        """The choice's value."""
        return self.segments.value

    def show_question(self, question: Question) -> None:
        """Show it."""
        super().show_question(question)
        if question.choices != self._offered:
            self._offered = question.choices
            self.segments.set_choices(question.choices)
        if self.value() != question.value:
            self.segments.set_value(question.value)
        self.segments.setEnabled(not question.readonly)
        self.name_parts(self.segments)
        self.segments.name(self.segments.accessibleName())
        self._fit()

    def _fit(self) -> None:
        """Before it was given any room it says how wide it would like to be."""
        if self._room:
            self.segments.fit(self._room)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._room = event.size().width()
        self._fit()
        super().resizeEvent(event)


class ComboEditor(Editor):
    """For `select_one` with many or long choices."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.combo = Combo(self)
        self.combo.taken.connect(self.changed)
        self.hold(self.combo)
        self.show_question(question)

    def value(self) -> str:
        """The choice's value."""
        return self.combo.value

    def show_question(self, question: Question) -> None:
        """Show it; a choice that is not offered any more stays visible."""
        super().show_question(question)
        self.combo.offer(question.choices, question.value)
        self.combo.setEnabled(not question.readonly)
        self.name_parts(self.combo)


def kind(question: Question) -> type[Editor]:
    """The editor that suits the choices."""
    if side_by_side(question):
        return SegmentsEditor
    return SearchEditor if len(question.choices) > _MANY else ComboEditor


def outgrown(shown: Editor, question: Question) -> bool:
    """Whether there are more choices now than an editor can show well. It is not changed for fewer: that would jump."""
    sizes: list[type[Editor]] = [SegmentsEditor, ComboEditor, SearchEditor]
    return type(shown) in sizes and sizes.index(kind(question)) > sizes.index(type(shown))


def select_one(question: Question, parent: QWidget | None = None) -> Editor:
    """An editor that suits the choices."""
    return kind(question)(question, parent)
