"""Which editor serves which type of question: the one place where types and editors meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from wopdesk.ui.form.acknowledge import AcknowledgeEditor
from wopdesk.ui.form.choices_popup import ChoicesEditor
from wopdesk.ui.form.date import DateEditor
from wopdesk.ui.form.editor import Editor
from wopdesk.ui.form.image import FileEditor, ImageEditor
from wopdesk.ui.form.multiline import MultilineEditor
from wopdesk.ui.form.note import NoteEditor
from wopdesk.ui.form.number import NumberEditor
from wopdesk.ui.form.photo_tile import PhotoTile
from wopdesk.ui.form.place import PlaceEditor
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.select_multiple import SelectMultipleEditor
from wopdesk.ui.form.select_one import select_one
from wopdesk.ui.form.text import TextEditor
from wopdesk.ui.form.typed import MomentEditor, TimeEditor


def text(question: Question, parent: QWidget | None = None) -> Editor:
    """A line, or a page where the form says `multiline`."""
    return MultilineEditor(question, parent) if "multiline" in question.looks else TextEditor(question, parent)


def select_multiple(question: Question, parent: QWidget | None = None) -> Editor:
    """Boxes to tick, in a window of their own where there is a cell's room only."""
    return ChoicesEditor(question, parent) if "cell" in question.looks else SelectMultipleEditor(question, parent)


def image(question: Question, parent: QWidget | None = None) -> Editor:
    """A photo with a small picture, or as large as its tile."""
    return PhotoTile(question, parent) if "tile" in question.looks else ImageEditor(question, parent)


EDITORS: Mapping[str, Callable[[Question, QWidget | None], Editor]] = {
    "text": text,
    "integer": NumberEditor,
    "decimal": NumberEditor,
    "range": NumberEditor,
    "date": DateEditor,
    "select_one": select_one,
    "time": TimeEditor,
    "datetime": MomentEditor,
    "geopoint": PlaceEditor,
    "select_multiple": select_multiple,
    "acknowledge": AcknowledgeEditor,
    "note": NoteEditor,
    "image": image,
    "file": FileEditor,
}
"""By type. A repeat is no question: `ui.form.repeat` shows it with these editors in its cells."""


def editor(question: Question, parent: QWidget | None = None) -> Editor:
    """The editor of a question; a type without one is typed as text, so that nothing is ever out of reach."""
    return EDITORS.get(question.type, text)(question, parent)
