"""Pages of a form as values, made of its layout and of the fields as they are now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from wopdesk.ui.form.parts import Page, Part, Section
from wopdesk.ui.form.rows import RepeatRow, RepeatTable
from wopdesk.ui.screens.document import tables
from wopdesk.ui.screens.document.asking import Manner, asked
from wopdesk.ui.screens.document.fields import Fields
from wopdesk.ui.screens.document.fresh import Fresh
from wopdesk.ui.screens.document.layout import Around
from wopdesk.ui.screens.document.tables import Repeat
from wopdesk.xlsform import Group, Question, Sheet

_AT_ONCE = 5
"""Rows that are made without a pause."""


class PageMaker:
    """Makes the pages of one sheet.

    Attributes:
        manner: how everything is asked.
        rows: ids of the rows that are asked, by repeat.
    """

    def __init__(self, sheet: Sheet, fields: tuple[Fields, Fresh], manner: Manner, brought: Collection[str]) -> None:
        """With its fields, those of rows that are fresh, and the repeats whose rows lists bring."""
        self._sheet, (self._fields, self._fresh), self.manner, self._brought = sheet, fields, manner, brought
        self.rows: Mapping[str, Sequence[str]] = sheet.rows()
        self._made: dict[str, dict[str, RepeatRow]] = {}

    def page(self, group: Group) -> Page:
        """A top-level group as a page."""
        found = self._fields.find(group.path) if group.path else None
        title, hint = group.label(self.manner.language), ""
        if found is not None:
            title, hint = found.label(self.manner.language) or title, found.hint(self.manner.language)
        parts = (group,) if group.repeats else group.parts
        around = Around() if group.repeats else Around().inside(group)
        return Page(group.path, title, hint, self.parts(parts, around))

    def is_asked(self, group: Group) -> bool:
        """Whether anything of a page is asked now."""
        found = self._fields.find(group.path) if group.path else None
        return found.relevant if found is not None else bool(self.page(group).parts)

    def parts(self, parts: Sequence[object], around: Around) -> tuple[Part, ...]:
        """Whatever is asked among some parts of the layout, in order."""
        made = (self._part(part, around) for part in parts)
        return tuple(part for part in made if part is not None)

    def repeat(self, group: Group, around: Around) -> Repeat:
        """A repeat with its rows."""
        path = around.place(group.path)
        return Repeat(group, around, self.rows.get(path, ()), group.path in self._brought)

    def table(self, repeat: Repeat) -> RepeatTable:
        """A repeat as a table; without rows it has the columns that its first row will have."""
        if repeat.rows or repeat.path != repeat.group.path:
            return tables.table(repeat, self._fields, self.manner, self._made.get(repeat.path, {}))
        return tables.blank_table(repeat, self._fresh.fields, self.manner)

    def ready(self, repeat: Repeat) -> Iterator[None]:
        """Make the rows of a table, with a pause after some, so that `table` finds most of its work done."""
        made = self._made.setdefault(repeat.path, {})
        rows = tables.rows_of(repeat, self._fields, self.manner) if repeat.is_table else ()
        for number, row in enumerate(rows, start=1):
            made[row.id] = row
            if number % _AT_ONCE == 0:
                yield

    def _part(self, part: object, around: Around) -> Part | None:
        if isinstance(part, Question):
            found = self._fields.find(around.place(part.path))
            return asked(found, self.manner) if found is not None and found.relevant else None
        if not isinstance(part, Group):
            return None
        return self._repeat(part, around) if part.repeats else self._section(part, around)

    def _section(self, group: Group, around: Around) -> Part | None:
        inside = around.inside(group)
        found = self._fields.find(inside.path) if group.path else None
        if found is not None and not found.relevant:
            return None
        label = found.label(self.manner.language) if found is not None else group.label(self.manner.language)
        made = self.parts(group.parts, inside)
        return Section(inside.path, label, made) if made else None

    def _repeat(self, group: Group, around: Around) -> Part | None:
        repeat = self.repeat(group, around)
        if not self._sheet.offers(repeat.path) or (not repeat.rows and (repeat.fixed or self.manner.readonly)):
            return None
        if repeat.is_table:
            return self.table(repeat)
        return tables.cards(repeat, self.parts, self._fields, self.manner)
