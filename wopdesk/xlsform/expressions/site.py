"""Where an expression stands in a form, and which questions its paths mean from there.

Names are the steps below the form's root element: `("about", "period")`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wopdesk.xlsform.expressions.tree import Path, Step

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """What expressions must know of a form.

    Attributes:
        root: Name of the root element.
        types: The type of each element, "" where it has none.
        repeats: The elements that repeat.
        instances: The lists that can be read.
        numeric: The elements that hold a number or nothing.
        lazy: Whether a call that cannot be made is refused only when it would be made; no form may ask for it.
    """

    root: str = ""
    types: Mapping[Names, str] = field(default_factory=dict)
    repeats: frozenset[Names] = frozenset()
    instances: frozenset[str] = frozenset()
    numeric: frozenset[Names] = frozenset()
    lazy: bool = False


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

    def shared(self, path: Path) -> int | None:
        """How many names of an absolute path lead the way this site stands too; `None` if that cannot be told.

        JavaRosa reads an absolute path into the own repeat as one into the own row, unless a predicate chooses
        another. The last name is never shared: a path to the own repeat means all its rows.
        """
        if path.start != "/" or self.here is None or not self.shape.types or not path.steps or path.steps[0].deep:
            return None
        shared = 0
        for step, name in zip(path.steps[1:-1], self.here, strict=False):
            if step.test != name or step.predicates or not is_plain(step):
                break
            shared += 1
        return shared

    def common(self, names: Names) -> int:
        """How many of the first names lead to elements around this site."""
        pairs = enumerate(zip(names, self.here or (), strict=False))
        return next((length for length, (one, other) in pairs if one != other), min(len(names), len(self.here or ())))

    def is_numeric(self, path: Path) -> bool:
        """Whether a path means a question that holds a number or nothing."""
        names = self.names(path)
        return names is not None and names in self.shape.numeric

    def names(self, path: Path) -> Names | None:
        """The names a path leads to when seen from here; `None` where that cannot be told from the text."""
        if path.start == "/":
            return follow((), path.steps[1:])
        return follow(self.here, path.steps) if path.start == "" and self.here is not None else None


def located(path: str, here: Names) -> Names:
    """The names that a written path leads to, seen from some names: pyxform makes `../payer` of `${payer}`."""
    steps = path.strip().strip("/").split("/")
    if path.strip().startswith("/"):
        return tuple(steps[1:])
    for step in steps:
        here = here[:-1] if step == ".." else here if step == "." else (*here, step)
    return here


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
