"""What can be said against an expression before it is ever evaluated: all of it, not only the first fault."""

from __future__ import annotations

from collections.abc import Iterator

from wopdesk.xlsform.expressions.references import references
from wopdesk.xlsform.expressions.site import Names, Shape, Site
from wopdesk.xlsform.expressions.special import known
from wopdesk.xlsform.expressions.tree import Call, Literal, Node, Path, Variable, walk


def faults(node: Node, site: Site) -> Iterator[str]:
    """Unknown functions, wrong numbers of arguments, unknown instances, variables and questions."""
    for part in walk(node):
        match part:
            case Call(name, arguments):
                yield from _call(name, arguments, site)
            case Variable(name):
                yield f"a form knows no variable ${name}"
    if site.shape.types:
        yield from _unknown_questions(node, site)


def _unknown_questions(node: Node, site: Site) -> Iterator[str]:
    for part in walk(node):
        match part:
            case Path("/", steps) if steps and not steps[0].deep and steps[0].test not in {site.shape.root, "*"}:
                yield f"unknown question /{'/'.join(step.test for step in steps)}"
    for reference in sorted(references(node, site), key=lambda found: found.names):
        if not _exists(reference.names, site.shape):
            yield f"unknown question {'/'.join(reference.names)}"


def _call(name: str, arguments: tuple[Node, ...], site: Site) -> Iterator[str]:
    function = known(name)
    if function is None:
        yield f"unknown function {name}()"
        return
    if refusal := function.refusal(len(arguments)):
        yield refusal
    match name, arguments:
        case "instance", (Literal(identifier),) if identifier not in site.shape.instances:
            yield f"no list is called {identifier!r}"
        case "instance", (argument,) if not isinstance(argument, Literal):
            yield "instance() needs the name of a list in quotes"
        case "jr:choice-name", (_, argument) if not isinstance(argument, Literal):
            yield "jr:choice-name() needs its question in quotes"
        case "indexed-repeat", (target, *pairs):
            if not all(isinstance(part, Path) and site.names(part) for part in (target, *pairs[::2])):
                yield "indexed-repeat() needs plain paths of a question and its repeats"


def _exists(names: Names, shape: Shape) -> bool:
    if not names or names[0] == "meta" or "*" in names or "**" in names:
        return True
    return names in shape.types
