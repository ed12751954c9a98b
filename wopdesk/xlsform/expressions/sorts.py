"""The sort of value an expression yields, as far as its text tells."""

from __future__ import annotations

from functools import singledispatch

from wopdesk.xlsform.expressions.site import Site
from wopdesk.xlsform.expressions.special import known
from wopdesk.xlsform.expressions.tree import Binary, Call, Literal, Negate, Node, Number, Path, Variable
from wopdesk.xlsform.functions.registry import Gives

_ANYWHERE = Site()
ARITHMETIC = frozenset({"+", "-", "*", "div", "mod"})


def is_number(node: Node) -> bool:
    """Whether an expression yields a number wherever it stands."""
    return sort_of(node, _ANYWHERE) == "number"


@singledispatch
def sort_of(_node: Node, _site: Site) -> Gives:
    """The sort of an expression's value; `number` also for a path to one question answered with a number."""
    return "nodes"


@sort_of.register(Number)
@sort_of.register(Negate)
def _(_node: Number | Negate, _site: Site) -> Gives:
    return "number"


@sort_of.register(Literal)
def _(_node: Literal, _site: Site) -> Gives:
    return "text"


@sort_of.register(Variable)
def _(_node: Variable, _site: Site) -> Gives:
    return "any"


@sort_of.register(Binary)
def _(node: Binary, _site: Site) -> Gives:
    if node.operator in ARITHMETIC:
        return "number"
    return "nodes" if node.operator == "|" else "truth"


@sort_of.register(Call)
def _(node: Call, _site: Site) -> Gives:
    function = known(node.name)
    return function.gives if function else "any"


@sort_of.register(Path)
def _(node: Path, site: Site) -> Gives:
    return "number" if site.is_numeric(node) else "nodes"
