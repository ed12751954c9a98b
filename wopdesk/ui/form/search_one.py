"""One of many choices: a line in which one types some letters, and a list of what has them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.line import Line
from wopdesk.ui.form.question import Question
from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.icons import icon
from wopdesk.ui.widgets.second_press import SecondPress

_TAKE = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
_OPEN = {Qt.Key.Key_Down, Qt.Key.Key_F4}
_WIDEST, _BESIDE = 480, 32
"""How wide a list may be that is wider than its line, as in a cell; and its room beside the words."""


class SearchEditor(Editor):
    """For `select_one` with many choices.

    Typing shows the choices that have the letters, Enter or Tab takes the first of them, Down shows all. Letters that
    are no choice are no answer: when the keyboard leaves, the line says again what is taken.
    """

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._taken = question.value
        self.line = Line(self)
        self._words = QStringListModel(self)
        self.list = QListView()
        self.completer = self._complete()
        self._arrow = QAction(self)
        self._arrow.triggered.connect(self.show_all)
        self.line.addAction(self._arrow, QLineEdit.ActionPosition.TrailingPosition)
        self.line.textEdited.connect(self._search)
        self.line.installEventFilter(self)
        self.hold(self.line)
        self._dress()
        self.show_question(question)

    def value(self) -> str:
        """The choice's value."""
        return self._taken

    @property
    @override
    def unsettled(self) -> bool:
        return self.line.isModified()

    @override
    def settle(self) -> None:
        if self.line.isModified() and self.line.text():
            self._take_typed()

    def show_question(self, question: Question) -> None:
        """Show it; a choice that is not offered any more stays visible."""
        searching = self.has_keyboard and self.line.isModified() and question.value == self._taken
        super().show_question(question)
        self._taken = question.value
        labels = [label for _, label in question.choices]
        if labels != self._words.stringList():
            self._words.setStringList(labels)
        if not searching:
            self._say()
        self.line.setReadOnly(question.readonly)
        self._arrow.setEnabled(not question.readonly)
        self.name_parts(self.line)

    def show_all(self) -> None:
        """Show all choices below the line."""
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._select()
        self._offer("")

    def _complete(self) -> QCompleter:
        completer = QCompleter(self._words, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(10)
        completer.setWidget(self.line)
        self.list.setProperty("surface", "choices")
        completer.setPopup(self.list)
        self._second = SecondPress(self.list)
        completer.activated.connect(self._take)
        return completer

    def _search(self, text: str) -> None:
        if not text:
            self.list.hide()
            self._answer("")
            return
        self._offer(text)

    def _offer(self, letters: str) -> None:
        """Show the choices that have these letters, the first one marked."""
        self.completer.setCompletionPrefix(letters)
        self.list.setMinimumWidth(min(_WIDEST, self.list.sizeHintForColumn(0) + _BESIDE))
        self.completer.complete()
        self.list.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def _take(self, label: str) -> None:
        values = [value for value, known in self.question.choices if known == label]
        self._answer(values[0] if values else self._taken)
        self._say()
        self._select()

    def _select(self) -> None:
        """Select all with the keyboard at the beginning, which is what one sees of words longer than the line."""
        long = len(self.line.text())
        self.line.setSelection(long, -long)

    def _answer(self, value: str) -> None:
        if value != self._taken:
            self._taken = value
            self.changed.emit(value)

    def _say(self) -> None:
        self.line.setText(dict(self.question.choices).get(self._taken, self._taken))
        self.line.setModified(False)
        self.line.setCursorPosition(0)

    def _take_typed(self) -> None:
        """Take what the letters lead to: the choice that is marked in the list, else the first that has them."""
        marked = str(self.list.currentIndex().data() or "") if self.list.isVisible() else ""
        self.completer.setCompletionPrefix(self.line.text())
        found = marked or self.completer.currentCompletion()
        self.list.hide()
        if found:
            self._take(found)

    def _dress(self) -> None:
        colours = worn().colours
        self._arrow.setIcon(icon("chevron-down", colours.text_soft, faint=colours.text_faint))
        self._arrow.setText(tr("Show all choices"))
        self.line.setPlaceholderText(tr("Search …"))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self.line.isReadOnly():
            return self._key(Qt.Key(event.key()))
        popup = Qt.FocusReason.PopupFocusReason
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() != popup:
            self._say()
        return False

    def _key(self, key: Qt.Key) -> bool:
        if key in _OPEN and not self.list.isVisible():
            self.show_all()
            return True
        if key in _TAKE and self.line.isModified() and self.line.text():
            self.settle()
            return key != Qt.Key.Key_Tab
        if key == Qt.Key.Key_Escape and self.line.isModified():
            self._say()
            return True
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.PaletteChange}:
            self._dress()
        super().changeEvent(event)
