"""Where the choices of a question come from, as its form says it. Which ones are offered, a sheet knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from wopdesk.xlsform.expressions.expression import Expression
from wopdesk.xlsform.expressions.references import Reference
from wopdesk.xlsform.expressions.tree import Call, Node, Path
from wopdesk.xlsform.wording import NOTHING, Template

_WHOLE = re.compile(r"[+-]?[0-9]{1,10}")


@dataclass(frozen=True, slots=True)
class Found:
    """A choice as `search()` reads it: a choice like any other, or the columns of the file that make choices.

    Attributes:
        value: The value, or the column of the values.
        label: The label, or the columns of the labels with commas between them.
        media: Names of files beside it by sort, or the columns of such names.
    """

    value: str
    label: Template = NOTHING
    media: Mapping[str, Template] = field(default_factory=dict, hash=False)

    @property
    def is_choice(self) -> bool:
        """Whether it is a choice like any other."""
        return _WHOLE.fullmatch(self.value.strip()) is not None


@dataclass(frozen=True, slots=True)
class Search:
    """Choices that are rows of a file.

    Attributes:
        file: The list, as it is brought.
        written: The choices as written, in order.
        asked: How, in which columns and what is looked for; the column of a filter and its value.
    """

    file: str
    written: tuple[Found, ...]
    asked: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """Where choices come from: written out, the items of an instance, or what is found in a file.

    Attributes:
        fixed: Values with their labels.
        items: Chooses the items.
        value: Column of an item that holds the value.
        label: Column that holds the label, or the itext id of the label.
        translated: Whether `label` names an itext id.
        reads: What of the form the choices and their labels are made from.
        search: How they are found in a file.
    """

    fixed: tuple[tuple[str, Template], ...] = ()
    items: Expression | None = None
    value: str = "name"
    label: str = "label"
    translated: bool = False
    reads: frozenset[Reference] = frozenset()
    search: Search | None = None

    @property
    def brought(self) -> frozenset[str]:
        """The lists it reads."""
        if self.search is not None:
            return frozenset({self.search.file})
        return self.items.lists if self.items is not None else frozenset()

    @property
    def whole(self) -> ChoiceList:
        """The same choices before any filter."""
        if self.search is not None:
            return replace(self, search=replace(self.search, asked=()), reads=frozenset())
        if self.items is None:
            return self
        items = self.items.unfiltered()
        return replace(self, items=items, reads=item_reads(items, self.value, "" if self.translated else self.label))


def item_reads(items: Expression, *columns: str) -> frozenset[Reference]:
    """What choices are made from: where they are rows of the form itself, also the questions that name them."""
    node: Node = items.tree
    while isinstance(node, Call) and node.name == "randomize":
        node = node.arguments[0]
    chosen = items.site.names(node) if isinstance(node, Path) else None
    return items.references | {Reference((*chosen, column), 0) for column in columns if chosen and column}
