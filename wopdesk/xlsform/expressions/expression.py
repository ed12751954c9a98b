"""An expression ready to be evaluated: parsed and checked at once, compiled when it is first needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from wopdesk.xlsform import xml
from wopdesk.xlsform.environment import CURRENT, Environment
from wopdesk.xlsform.expressions.checks import faults
from wopdesk.xlsform.expressions.emit import emit
from wopdesk.xlsform.expressions.parser import parse
from wopdesk.xlsform.expressions.references import references
from wopdesk.xlsform.expressions.site import Site, located
from wopdesk.xlsform.expressions.tree import Call, Filter, Literal, Node, Path, walk
from wopdesk.xlsform.functions.nodesets import randomize
from wopdesk.xlsform.functions.registry import REGISTRY
from wopdesk.xlsform.mismatch import Mismatch
from wopdesk.xlsform.values import Nodes, Value, boolean, nodes, string
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
        labelled: The questions whose choices it names: it reads whatever those are chosen from.
        keeps: Whether it keeps an answer that stands there already: it says `once`.
        constant: Its value where no form could change it, else `None`.
    """

    __slots__ = (
        "_before",
        "_compiled",
        "_namespaces",
        "_shuffles",
        "constant",
        "keeps",
        "labelled",
        "lists",
        "references",
        "site",
        "source",
        "tree",
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
        known = _Known.of_text(self.source) if tree is None else _Known.of(tree)
        self.tree, self.site = known.tree, site
        self.references = references(self.tree, site)
        if found := tuple(faults(known.parts, self.references, site)):
            raise Faulty(found)
        self.constant, self.keeps, self.lists = known.constant, known.keeps, known.lists
        self.labelled = frozenset(located(question, site.here) for question in known.labelled if site.here is not None)
        self._namespaces, self._before, self._shuffles = namespaces, before, known.shuffles
        self._compiled: tuple[_Compiled, ...] | None = None

    @property
    def xpath(self) -> str:
        """What lxml evaluates; of a shuffle, what is shuffled."""
        return self._xpaths[0]

    @property
    def _xpaths(self) -> tuple[str, ...]:
        """What lxml evaluates. A shuffle is left to Python: libxml2 would put the nodes back into their order."""
        parts = self.tree.arguments if self._shuffles and isinstance(self.tree, Call) else (self.tree,)
        return tuple(emit(part, self.site, before=self._before) for part in parts)

    def value(self, node: Element, environment: Environment) -> Value:
        """Evaluate at a node.

        Raises:
            Mismatch: A value cannot be what a function needs, and the environment is strict.
            XPathRefused: The same, of what libxml2 itself does.
        """
        if self._compiled is None:
            self._compiled = tuple(_Compiled.of(xpath, tuple(self._namespaces.items())) for xpath in self._xpaths)
        token = CURRENT.set(environment)
        try:
            first, *others = (compiled.value(node, environment) for compiled in self._compiled)
            return randomize(nodes(first), *others) if self._shuffles else first
        except (Mismatch, xml.XPathRefused):
            if environment.strict:
                raise
            return ""
        finally:
            CURRENT.reset(token)

    def unfiltered(self) -> Expression:
        """What chooses all nodes among which the last predicates choose, in whatever order."""
        return Expression(
            self.source, self.site, tree=_unfiltered(self.tree), namespaces=self._namespaces, before=self._before
        )

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


@dataclass(frozen=True, slots=True)
class _Known:
    """What can be said of an expression wherever it stands; many questions of a form share one, such as `. >= 0`.

    Attributes:
        tree: As parsed.
        parts: The tree and everything in it.
        constant: As `Expression.constant`.
        keeps: As `Expression.keeps`.
        lists: As `Expression.lists`.
        labelled: The questions whose choices it names, as written.
        shuffles: Whether it is a shuffle as a whole.
    """

    tree: Node
    parts: tuple[Node, ...]
    constant: bool | str | None
    keeps: bool
    lists: frozenset[str]
    labelled: frozenset[str]
    shuffles: bool

    @classmethod
    def of(cls, tree: Node) -> _Known:
        parts = tuple(walk(tree))
        keeps = any(isinstance(part, Call) and part.name == "once" for part in parts)
        return cls(
            tree,
            parts,
            _constant(tree),
            keeps,
            frozenset(_lists(parts)),
            frozenset(_labelled(parts)),
            _is_shuffle(tree),
        )

    @staticmethod
    @lru_cache(maxsize=4096)
    def of_text(text: str) -> _Known:
        return _Known.of(parse(text))


@dataclass(frozen=True, slots=True)
class _Compiled:
    """What lxml needs: the program, and which of `$root` and `$here` it reads."""

    program: xml.Program
    variables: tuple[str, ...]

    @classmethod
    def of(cls, xpath: str, namespaces: tuple[tuple[str, str], ...]) -> _Compiled:
        return cls(xml.program(xpath, namespaces), tuple(name for name in ("root", "here") if f"${name}" in xpath))

    def value(self, node: Element, environment: Environment) -> Value:
        given = {name: environment.root if name == "root" else node for name in self.variables}
        return cast("Value", self.program(node, **given))


def _is_shuffle(tree: Node) -> bool:
    return (
        isinstance(tree, Call) and tree.name == "randomize" and not REGISTRY["randomize"].refusal(len(tree.arguments))
    )


def _unfiltered(tree: Node) -> Node:
    match tree:
        case Call("randomize", (chosen, *_)) | Filter(chosen, _):
            return _unfiltered(chosen)
        case Path(start, (*steps, last)):
            return Path(start, (*steps, replace(last, predicates=())))
        case _:
            return tree


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


def _labelled(parts: tuple[Node, ...]) -> Iterator[str]:
    for part in parts:
        match part:
            case Call("jr:choice-name", (_, Literal(question))):
                yield question
