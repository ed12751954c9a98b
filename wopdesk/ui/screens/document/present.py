"""A filled form as it is at one moment: which pages are asked, and which questions stand on each."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wopdesk.desk.paths import template
from wopdesk.ui.screens.document import layout
from wopdesk.ui.screens.document.fields import Fields
from wopdesk.ui.screens.document.layout import Around
from wopdesk.ui.screens.document.pages import PageMaker
from wopdesk.ui.screens.document.progress import Listed, listed
from wopdesk.ui.screens.document.tables import Repeat, row_title
from wopdesk.xlsform import Form, Group


class Present:
    """One moment; after every change there is a new one.

    Attributes:
        pages: the pages that are asked.
        paths: of the questions on each of them, in order.
        maker: makes the pages' values.
    """

    def __init__(self, form: Form, fields: Fields, maker: PageMaker) -> None:
        self.maker, self._fields = maker, fields
        self.pages: tuple[Group, ...] = tuple(group for group in form.pages if maker.is_asked(group))
        self.paths = tuple(tuple(self._questions(group)) for group in self.pages)

    @property
    def all_paths(self) -> list[str]:
        """Of every question that stands on a page."""
        return [path for paths in self.paths for path in paths]

    def number_of(self, path: str) -> int | None:
        """The number of the page on which a question, row or repeat stands; None where it is not asked."""
        bare = path.partition("[")[0]
        numbers = (number for number, group in enumerate(self.pages) if f"{bare}/".startswith(f"{group.path}/"))
        named = next((number for number in numbers if self.pages[number].path), None)
        return named if named is not None else next((n for n, paths in enumerate(self.paths) if path in paths), None)

    def title(self, number: int, language: str) -> str:
        """The title of a page."""
        group = self.pages[number]
        found = self._fields.find(group.path) if group.path else None
        return (found.label(language) if found is not None else "") or group.label(language)

    def problems(self, language: str, shown: Collection[str] | None = None) -> tuple[Listed, ...]:
        """Every problem in the order of the form; only those of the paths that are shown, if that is asked."""
        fields = self._fields
        return tuple(
            listed((number, self.title(number, language)), fields[path], self.row_of(path), language)
            for number, paths in enumerate(self.paths)
            for path in paths
            if fields[path].problem is not None and (shown is None or path in shown)
        )

    def repeat(self, path: str) -> Repeat | None:
        """The repeat at a path, None where there is none."""
        bare, inside = template(path), path.rfind("]")
        for group in layout.repeats(self.pages):
            if group.path == bare:
                outer = template(path[: inside + 1])
                return self.maker.repeat(group, Around(outer, path[: inside + 1]))
        return None

    def label(self, path: str, language: str) -> str:
        """What a repeat is called; "" where there is none."""
        repeat = self.repeat(path)
        return repeat.group.label(language) if repeat is not None else ""

    def row_of(self, path: str) -> str:
        """In which row a question stands, in a few words; "" outside rows."""
        inside = path.rfind("]")
        if inside < 0:
            return ""
        place, _, row = path[:inside].rpartition("[")
        repeat = self.repeat(place)
        return row_title(repeat, row, self._fields, self.maker.manner) if repeat is not None else ""

    def _questions(self, group: Group) -> Iterator[str]:
        parts = (group,) if group.repeats else group.parts
        around = Around() if group.repeats else Around().inside(group)
        return layout.questions(parts, self.maker.rows, around)
