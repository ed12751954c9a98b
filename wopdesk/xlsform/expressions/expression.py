"""An expression ready to be evaluated: parsed and checked once, compiled at its first use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import cast

from wopdesk.xlsform import xml
from wopdesk.xlsform.environment import CURRENT, Environment
from wopdesk.xlsform.expressions.emit import emit
from wopdesk.xlsform.expressions.parser import parse
from wopdesk.xlsform.expressions.references import Reference, references
from wopdesk.xlsform.expressions.site import Site
from wopdesk.xlsform.expressions.tree import Call, Literal, Node, walk
from wopdesk.xlsform.values import Mismatch, Nodes, Value, boolean, nodes, string
from wopdesk.xlsform.xml import Element

_NO_NAMESPACES: Mapping[str, str] = {}


class Expression:
    """An expression at its site.

    Attributes:
        source: As written.
        tree: As parsed.
        site: Where it stands.
    """

    def __init__(
        self,
        source: str,
        site: Site,
        *,
        tree: Node | None = None,
        namespaces: Mapping[str, str] = _NO_NAMESPACES,
        before: str = "",
    ) -> None:
        """Parse the source, or take over a tree.

        Args:
            source: As written.
            site: Where it stands.
            tree: What to evaluate instead of the parsed source.
            namespaces: By prefix; forms have none.
            before: As in `emit`.

        Raises:
            NotAnExpression: The source breaks the grammar.
        """
        self.source = source.strip()
        self.tree = parse(self.source) if tree is None else tree
        self.site = site
        self._namespaces = namespaces
        self._before = before

    @cached_property
    def references(self) -> frozenset[Reference]:
        """What it reads of the form."""
        return references(self.tree, self.site)

    @cached_property
    def constant(self) -> bool | str | None:
        """Its value where no form could change it, else `None`."""
        match self.tree:
            case Call("true", ()):
                return True
            case Call("false", ()):
                return False
            case Literal(value):
                return value
            case _:
                return None

    @cached_property
    def keeps(self) -> bool:
        """Whether it keeps an answer that stands there already: it says `once`."""
        return any(isinstance(part, Call) and part.name == "once" for part in walk(self.tree))

    @cached_property
    def lists(self) -> frozenset[str]:
        """The secondary instances it reads."""
        calls = (part for part in walk(self.tree) if isinstance(part, Call) and part.name in {"instance", "pulldata"})
        first = (call.arguments[0] for call in calls if call.arguments)
        return frozenset(argument.value for argument in first if isinstance(argument, Literal))

    @cached_property
    def xpath(self) -> str:
        """What lxml evaluates."""
        return emit(self.tree, self.site, before=self._before)

    def refusal(self) -> str:
        """Why lxml cannot evaluate it; "" if it can."""
        try:
            self._program  # noqa: B018 - compiling is the test
        except xml.XPathRefused as fault:
            return str(fault)
        return ""

    def value(self, node: Element, environment: Environment) -> Value:
        """Evaluate at a node.

        Raises:
            Mismatch: A value cannot be what a function needs, and the environment is strict.
        """
        token = CURRENT.set(environment)
        try:
            return cast("Value", self._program(node, **self._variables(node, environment)))
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

    def _variables(self, node: Element, environment: Environment) -> dict[str, object]:
        given: dict[str, object] = {}
        if "$root" in self.xpath:
            given["root"] = environment.root
        if "$here" in self.xpath:
            given["here"] = node
        return given

    @cached_property
    def _program(self) -> xml.Program:
        return xml.program(self.xpath, dict(self._namespaces))
