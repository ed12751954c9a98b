"""An expression ready to be evaluated: parsed, checked and compiled once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from wopdesk.xlsform import xml
from wopdesk.xlsform.environment import CURRENT, Environment
from wopdesk.xlsform.expressions.checks import faults
from wopdesk.xlsform.expressions.emit import emit
from wopdesk.xlsform.expressions.parser import parse
from wopdesk.xlsform.expressions.references import references
from wopdesk.xlsform.expressions.site import Site
from wopdesk.xlsform.expressions.tree import Call, Literal, Node, walk
from wopdesk.xlsform.values import Mismatch, Nodes, Value, boolean, nodes, string
from wopdesk.xlsform.xml import Element

_NO_NAMESPACES: Mapping[str, str] = {}


class Faulty(ValueError):
    """An expression that cannot mean anything where it stands; `faults` says all that is wrong with it."""

    def __init__(self, found: tuple[str, ...]) -> None:
        self.faults = found
        super().__init__("; ".join(found))


class Expression:
    """An expression at its site.

    Attributes:
        source: As written.
        tree: As parsed.
        site: Where it stands.
        references: What it reads of the form.
        lists: The secondary instances it reads.
        keeps: Whether it keeps an answer that stands there already: it says `once`.
        constant: Its value where no form could change it, else `None`.
    """

    __slots__ = (
        "_program",
        "_variables",
        "constant",
        "keeps",
        "lists",
        "references",
        "site",
        "source",
        "tree",
        "xpath",
    )

    def __init__(
        self,
        source: str,
        site: Site,
        *,
        tree: Node | None = None,
        namespaces: Mapping[str, str] = _NO_NAMESPACES,
        before: str = "",
    ) -> None:
        """Parse and check the source, or take over a tree.

        Args:
            source: As written.
            site: Where it stands.
            tree: What to evaluate instead of the parsed source.
            namespaces: By prefix; forms have none.
            before: As in `emit`.

        Raises:
            NotAnExpression: The source breaks the grammar.
            Faulty: It cannot mean anything at its site.
        """
        self.source = source.strip()
        self.tree = parse(self.source) if tree is None else tree
        self.site = site
        self.references = references(self.tree, site)
        parts = tuple(walk(self.tree))
        if found := tuple(faults(parts, self.references, site)):
            raise Faulty(found)
        self.constant = _constant(self.tree)
        self.keeps = any(isinstance(part, Call) and part.name == "once" for part in parts)
        self.lists = frozenset(_lists(parts))
        self.xpath = emit(self.tree, site, before=before)
        self._variables = tuple(name for name in ("root", "here") if f"${name}" in self.xpath)
        try:
            self._program = xml.program(self.xpath, tuple(namespaces.items()))
        except xml.XPathRefused as fault:
            raise Faulty((f"{fault} in {self.source!r}",)) from fault

    def value(self, node: Element, environment: Environment) -> Value:
        """Evaluate at a node.

        Raises:
            Mismatch: A value cannot be what a function needs, and the environment is strict.
        """
        token = CURRENT.set(environment)
        try:
            return cast("Value", self._program(node, **self._given(node, environment)))
        except Mismatch:
            if environment.strict:
                raise
            return ""
        finally:
            CURRENT.reset(token)

    def text(self, node: Element, environment: Environment) -> str:
        """Its value as text."""
        return self.constant if isinstance(self.constant, str) else string(self.value(node, environment))

    def truth(self, node: Element, environment: Environment) -> bool:
        """Its value as truth."""
        return self.constant if isinstance(self.constant, bool) else boolean(self.value(node, environment))

    def elements(self, node: Element, environment: Environment) -> Nodes:
        """Its value as nodes; none where it yields something else."""
        found = self.value(node, environment)
        return nodes(found) if isinstance(found, list) else []

    def _given(self, node: Element, environment: Environment) -> dict[str, object]:
        return {name: environment.root if name == "root" else node for name in self._variables}


def _constant(tree: Node) -> bool | str | None:
    match tree:
        case Call("true" | "false" as name, ()):
            return name == "true"
        case Literal(value):
            return value
        case _:
            return None


def _lists(parts: tuple[Node, ...]) -> Iterator[str]:
    for part in parts:
        match part:
            case Call("instance" | "pulldata", (Literal(name), *_)):
                yield name
