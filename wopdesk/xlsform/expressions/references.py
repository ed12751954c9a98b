"""What an expression reads: which questions, and how near they are.

The nearness decides what must be computed again: a reference that never leaves the row concerns that row alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wopdesk.xlsform.expressions.site import Names, Site, advance
from wopdesk.xlsform.expressions.special import NAMING, ON_ITSELF
from wopdesk.xlsform.expressions.tree import Call, Node, Path, Step, children


@dataclass(frozen=True, slots=True)
class Reference:
    """A path of an expression, resolved.

    Attributes:
        names: The element that is read; "*" stands for any name, "**" for any number of them, at least one if last.
        depth: So many leading names belong to the same row as the reader.
    """

    names: Names
    depth: int


def references(node: Node, site: Site) -> frozenset[Reference]:
    """All references of an expression that stands at a site."""
    found = _Collector(site)
    found.visit(node, site.here, len(site.here or ()))
    return frozenset(found.references)


class _Collector:
    def __init__(self, site: Site) -> None:
        self.references: set[Reference] = set()
        self._site = site

    def visit(self, node: Node, here: Names | None, depth: int) -> None:
        """Collect from a node whose relative paths start at some names, of which `depth` lead to the reader's row."""
        waiting = [node]
        while waiting:
            waiting.extend(self._visit(waiting.pop(), here, depth))

    def _visit(self, node: Node, here: Names | None, depth: int) -> Iterable[Node]:
        """Collect from a node; what is inside it and starts at the same names is left to be visited."""
        match node:
            case Path():
                self._path(node, here, depth)
            case Call("position", (Path() as path,)):
                self._place(path, here, depth)
            case Call("indexed-repeat", (Path() as target, *rest)):
                for named in (target, *rest[::2]):
                    if isinstance(named, Path):
                        self._anywhere(named)
                return rest[1::2]
            case Call(name, ()) if name in ON_ITSELF - NAMING:
                self._path(Path("", (Step("."),)), here, depth)
            case _:
                return children(node)
        return ()

    def _place(self, path: Path, here: Names | None, depth: int) -> None:
        """The place of a row changes with its neighbours: it is read from outside the row."""
        before = set(self.references)
        self._path(path, here, depth)
        for reference in self.references - before:
            self.references.discard(reference)
            self.references.add(Reference(reference.names, max(len(reference.names) - 1, 0)))

    def _anywhere(self, path: Path) -> None:
        names = self._site.names(path)
        if names is not None:
            self.references.add(Reference(names, 0))

    def _path(self, path: Path, here: Names | None, depth: int) -> None:
        names, depth, steps = self._start(path, here, depth)
        for step in steps:
            names, depth = self._step(names, depth, step)
        if names is not None:
            self.references.add(Reference(names, depth))

    def _start(self, path: Path, here: Names | None, depth: int) -> tuple[Names | None, int, tuple[Step, ...]]:
        match path.start:
            case "/":
                steps = path.steps if _deep(path.steps[:1]) else path.steps[1:]
                return (), self._site.shared(path) or 0, steps
            case "":
                return here, depth, path.steps
            case Call("current", ()):
                return self._site.here, len(self._site.here or ()), path.steps
            case str():
                return None, 0, path.steps
            case start:
                self.visit(start, here, depth)
                return None, 0, path.steps

    def _step(self, names: Names | None, depth: int, step: Step) -> tuple[Names | None, int]:
        """Advance, keeping how many leading names are still the reader's own; predicates look from where we arrive."""
        following = _loosely(names, step)
        if following is not None and names is not None and len(following) < len(names):
            depth = min(depth, len(following))
        for predicate in step.predicates:
            self.visit(predicate, following, depth)
        return following, depth


def _loosely(names: Names | None, step: Step) -> Names | None:
    """One step, with wildcards where the text does not tell a name."""
    if names is None or step.axis in {"@", "attribute::"} or (names and names[-1] == "**"):
        return names
    if step.deep:
        return (*names, "**", *([step.test] if _is_named(step) else []))
    if step.test == "*" and step.axis in {"", "child::"}:
        return (*names, "*")
    if step.axis in {"self::", "descendant-or-self::"} or step.test in {"node()", "text()"}:
        return names
    if step.axis not in {"", "child::"}:
        return (*names[:-1], "**")
    return advance(names, step)


def _is_named(step: Step) -> bool:
    """Whether a step names elements, of which `//` then means all of that name."""
    return step.axis in {"", "child::"} and not step.test.endswith(("*", ")", "."))


def _deep(steps: tuple[Step, ...]) -> bool:
    return bool(steps) and steps[0].deep
