"""Where an expression stands in a form, and which questions its paths mean from there.

Names are the steps below the form's root element: `("about", "period")`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wopdesk.xlsform.expressions.tree import Path, Step

Names = tuple[str, ...]

_NUMERIC = frozenset({"int", "integer", "decimal", "long", "double"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What expressions must know of a form: its elements with their types, and which of them repeat."""

    root: str = ""
    types: Mapping[Names, str] = field(default_factory=dict)
    repeats: frozenset[Names] = frozenset()
    instances: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Site:
    """A place in a form.

    Attributes:
        shape: The form.
        here: The element at which the expression is evaluated; `None` where nothing is known of it.
        native: Absolute paths start at the document node, not at `$root`.
    """

    shape: Shape = field(default_factory=Shape)
    here: Names | None = None
    native: bool = False

    def shared_row(self, path: Path) -> int:
        """How many names of an absolute path lead to the row in which this site stands, 0 if it is in no such row.

        JavaRosa reads an absolute path into the own repeat as one into the own row, unless a predicate chooses
        another. The repeat itself always means all its rows.
        """
        if path.start != "/" or self.here is None:
            return 0
        shared = 0
        steps = path.steps[1:]
        for count, (step, name) in enumerate(zip(steps[:-1], self.here, strict=False), 1):
            if step.test != name or step.predicates or not is_plain(step):
                break
            if self.here[:count] in self.shape.repeats:
                shared = count
        return shared

    def is_numeric(self, path: Path) -> bool:
        """Whether a path means one question that is answered with a number."""
        names = self.names(path)
        return names is not None and self.shape.types.get(names, "") in _NUMERIC

    def names(self, path: Path) -> Names | None:
        """The names a path leads to when seen from here; `None` where that cannot be told from the text."""
        if path.start == "/":
            return follow((), path.steps[1:])
        return follow(self.here, path.steps) if path.start == "" and self.here is not None else None


def follow(names: Names | None, steps: tuple[Step, ...]) -> Names | None:
    """Walk steps from names; `None` where a step is not a plain name, `.` or `..`."""
    for step in steps:
        names = advance(names, step)
    return names


def advance(names: Names | None, step: Step) -> Names | None:
    """Walk one step from names."""
    if names is None or step.deep:
        return None
    if step.test == ".":
        return names
    if step.test == "..":
        return names[:-1] if names else None
    return (*names, step.test) if is_plain(step) else None


def is_plain(step: Step) -> bool:
    """Whether a step names one sort of child element."""
    return not step.deep and step.axis in {"", "child::"} and not step.test.endswith(("*", ")")) and step.test[0] != "."
