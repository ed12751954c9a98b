"""The cells of a filled form: one for each element of the instance, with what was answered and computed."""

from __future__ import annotations

import re
import secrets
from base64 import b32encode
from collections.abc import Collection, Iterator
from copy import deepcopy

from wopdesk.xlsform.definition import Bind, Definition
from wopdesk.xlsform.expressions.site import Names
from wopdesk.xlsform.xml import Element

ROW_ID = re.compile(r"[a-z2-7]{16}")
_STEP = re.compile(r"([^/\[\]]+)(?:\[([^\[\]]+)\])?")


class Cell:
    """One element of the instance.

    Attributes:
        names: Which element of the form.
        path: Which of them, with the ids of the rows around: `activities[k3f9…]/done`.
        row: Its own row id, "" if it is no row.
        bind: Its rules.
        element: Where expressions find it; it holds the value only while the cell is relevant.
        value: Its answer or computed value, kept while the cell is not relevant.
        wanted: Whether its own rule finds it relevant.
        relevant: Whether it and everything around it is.
        removed: Whether it is a row that was taken out of the sheet.
    """

    __slots__ = (
        "bind",
        "children",
        "element",
        "names",
        "parent",
        "path",
        "relevant",
        "removed",
        "row",
        "value",
        "wanted",
    )

    def __init__(self, names: Names, bind: Bind, element: Element, parent: Cell | None, row: str = "") -> None:
        self.names = names
        self.bind = bind
        self.element = element
        self.parent = parent
        self.row = row
        self.path = _path(parent, names, row)
        self.children: dict[str, list[Cell]] = {}
        self.value = element.text or "" if len(element) == 0 else ""
        self.wanted = True
        self.relevant = True
        self.removed = False

    @property
    def is_leaf(self) -> bool:
        """Whether it can hold a value."""
        return not self.children

    def ancestor(self, depth: int) -> Cell:
        """The cell around it that has so many names."""
        cell = self
        while len(cell.names) > depth and cell.parent is not None:
            cell = cell.parent
        return cell

    def below(self, names: Names) -> list[Cell]:
        """The cells of an element inside this cell; itself if it is one."""
        found = [self]
        for name in names[len(self.names) :]:
            found = [inner for cell in found for inner in cell.children.get(name, ())]
        return found

    def walk(self, within: Collection[Names] | None = None) -> Iterator[Cell]:
        """This cell and all inside it, in the order of the form.

        Args:
            within: The elements into which to look; None for all.
        """
        waiting = [self]
        while waiting:
            cell = waiting.pop()
            yield cell
            if cell.children and (within is None or cell.names in within):
                for inner in reversed(cell.children.values()):
                    waiting.extend(reversed(inner))


def grow(definition: Definition, element: Element, names: Names, parent: Cell | None, row: str = "") -> Cell:
    """Cells for an element and everything in it; repeats inside begin without rows."""
    bind = definition.binds.get(names) or Bind(names)
    cell = Cell(names, bind, element, parent, row)
    nodes = {node.tag: node for node in element}
    for name in definition.children.get(names, ()):
        inner = (*names, name)
        repeats = inner in definition.repeats
        cell.children[name] = [] if repeats else [grow(definition, nodes[name], inner, cell)]
    return cell


def new_row(definition: Definition, parent: Cell, names: Names, row: str, place: int | None = None) -> Cell:
    """Add a row to a repeat, in the instance and among the cells; last if no place is given."""
    element = deepcopy(definition.repeats[names].template)
    rows = parent.children[names[-1]]
    place = len(rows) if place is None else place
    _insert(definition, parent, names, place, element)
    cell = grow(definition, element, names, parent, row)
    rows.insert(place, cell)
    return cell


def drop_row(cell: Cell) -> None:
    """Take a row out of the instance and from among the cells."""
    cell.removed = True
    if cell.parent is not None:
        cell.parent.children[cell.names[-1]].remove(cell)
        cell.parent.element.remove(cell.element)


def restore_row(definition: Definition, cell: Cell) -> None:
    """Put a row that was taken out behind its like."""
    if cell.parent is not None:
        rows = cell.parent.children[cell.names[-1]]
        _insert(definition, cell.parent, cell.names, len(rows), cell.element)
        rows.append(cell)
        cell.removed = False


def steps(path: str) -> list[tuple[str, str]]:
    """Names and row ids of a path; `[("activities", "k3f9…"), ("done", "")]`.

    Raises:
        KeyError: It is no path.
    """
    found = [_STEP.fullmatch(part) for part in path.split("/")]
    if not all(found):
        raise KeyError(path)
    return [(step[1], step[2] or "") for step in found if step is not None]


def fresh_row_id() -> str:
    """A row id that no other installation will draw (FORMAT.md, row: 16 characters of a-z2-7)."""
    return b32encode(secrets.token_bytes(10)).decode().lower()


def _insert(definition: Definition, parent: Cell, names: Names, place: int, element: Element) -> None:
    """Put a row's element where it belongs: beside its like, else before what follows in the form."""
    rows = parent.children[names[-1]]
    if not rows:
        siblings = definition.children[parent.names]
        following = set(siblings[siblings.index(names[-1]) + 1 :])
        at = next((at for at, node in enumerate(parent.element) if node.tag in following), len(parent.element))
        parent.element.insert(at, element)
    elif place < len(rows):
        rows[place].element.addprevious(element)
    else:
        rows[-1].element.addnext(element)


def _path(parent: Cell | None, names: Names, row: str) -> str:
    if not names:
        return ""
    name = f"{names[-1]}[{row}]" if row else names[-1]
    return f"{parent.path}/{name}" if parent is not None and parent.path else name
