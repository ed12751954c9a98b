"""A form's layout with the rows that stand in it now: which questions there are, in order, by path with row ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wopdesk.xlsform import Group, Part, Question

Rows = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Around:
    """Where in the form something stands: a path of the layout, and the same with the ids of the rows around."""

    template: str = ""
    path: str = ""

    def place(self, template: str) -> str:
        """The path of something inside."""
        return self.path + template.removeprefix(self.template)

    def inside(self, group: Group, row: str = "") -> Around:
        """Inside a group, or one row of a repeat. A group without a name is no place of its own."""
        if not group.path:
            return self
        path = self.place(group.path)
        return Around(group.path, f"{path}[{row}]" if row else path)


def questions(parts: Sequence[Part], rows: Rows, around: Around) -> Iterator[str]:
    """Paths of all questions in the parts, those in rows among them."""
    for part in parts:
        if isinstance(part, Question):
            yield around.place(part.path)
        elif not part.repeats:
            yield from questions(part.parts, rows, around.inside(part))
        else:
            for row in rows.get(around.place(part.path), ()):
                yield from questions(part.parts, rows, around.inside(part, row))


def repeats(parts: Sequence[Part]) -> Iterator[Group]:
    """The repeats among the parts, nested ones after those around them."""
    for part in parts:
        if isinstance(part, Group):
            if part.repeats:
                yield part
            yield from repeats(part.parts)
