"""What ODK Collect would refuse, though it is evaluated here: a form that is to run there too must do without it.

JavaRosa knows the axes child, parent, self and attribute, no `//`, no unions and no predicates on expressions (ODK
XForms specification, XPath Axes), and wants a question where a place is measured.
"""

from __future__ import annotations

from collections.abc import Iterator

from wopdesk.xlsform.expressions.tree import Binary, Call, Filter, Node, Path, Step, walk

_NOT_THERE = frozenset(
    {
        "ceiling",
        "checksum",
        "floor",
        "id",
        "lang",
        "last",
        "local-name",
        "name",
        "namespace-uri",
        "substring",
    }
)
_MEASURES = frozenset({"area", "distance", "enclosed-area", "geofence"})
_NEEDY = frozenset({"number", "string"})
_BASES = frozenset({"current", "instance", "randomize"})
_AXES = frozenset({"", "@", "attribute::", "child::", "parent::", "self::"})


def refusals(tree: Node) -> Iterator[str]:
    """What Collect would say against an expression, with everything in it."""
    for part in walk(tree):
        match part:
            case Call(name, arguments):
                yield from _call(name, arguments)
            case Binary("|"):
                yield "ODK Collect does not join nodes with |"
            case Filter() | Path(Filter() | Binary()):
                yield "ODK Collect takes no steps or predicates behind brackets"
            case Path(Call(name)) if name not in _BASES:
                yield f"ODK Collect takes no steps behind {name}()"
            case Path(_, steps):
                yield from (message for step in steps for message in _step(step))


def _call(name: str, arguments: tuple[Node, ...]) -> Iterator[str]:
    if name in _NOT_THERE:
        yield f"ODK Collect does not know {name}()"
    if name in _MEASURES and not isinstance(arguments[-1], Path):
        yield f"ODK Collect needs a question in {name}()"
    if name in _NEEDY and not arguments:
        yield f"ODK Collect needs a value in {name}()"


def _step(step: Step) -> Iterator[str]:
    if step.deep:
        yield "ODK Collect does not search with //"
    if step.axis not in _AXES:
        yield f"ODK Collect does not know {step.axis}"
    if step.test.endswith(")") and step.test != "node()":
        yield f"ODK Collect does not know {step.test}"
