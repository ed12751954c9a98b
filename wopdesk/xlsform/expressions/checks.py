"""What can be said against an expression before it is ever evaluated: all of it, not only the first fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wopdesk.sentence import Sentence
from wopdesk.xlsform.expressions.references import Reference
from wopdesk.xlsform.expressions.site import Names, Shape, Site
from wopdesk.xlsform.expressions.special import known
from wopdesk.xlsform.expressions.tree import Call, Literal, Node, Path, Step, Variable, walk
from wopdesk.xlsform.xml import PREFIXES, is_xml_text

_AXES = frozenset({"", "@"}) | {
    f"{name}::"
    for name in [
        "ancestor",
        "ancestor-or-self",
        "attribute",
        "child",
        "descendant",
        "descendant-or-self",
        "following",
        "following-sibling",
        "namespace",
        "parent",
        "preceding",
        "preceding-sibling",
        "self",
    ]
}


def faults(parts: Sequence[Node], reads: Iterable[Reference], site: Site) -> Iterator[str]:
    """Unknown functions, wrong numbers of arguments, unknown instances, variables and questions.

    Args:
        parts: The expression and everything in it.
        reads: What it reads of the form.
        site: Where it stands; where the form's shape is empty, any question may be meant.
    """
    for part in parts:
        match part:
            case Call(name, arguments):
                yield from _call(name, arguments, site)
            case Variable(name):
                yield Sentence("a form knows no variable ${name}", name=name)
            case Literal(value) if not is_xml_text(value):
                yield Sentence("a text holds control characters")
            case Path("/", (Step(test=first, deep=False), *_)) if site.shape.types and first not in {
                site.shape.root,
                "*",
            }:
                yield _unknown("/" + "/".join(step.test for step in part.steps))
    for step in (step for part in parts if isinstance(part, Path) for step in part.steps):
        yield from _step(step, site)
        if site.shape.types and _is_wild(step) and any(map(_is_wild, _within(step))):
            yield Sentence("* or // within the brackets of * or // would read the form over and over")
    missing = {reference.names for reference in reads if not _exists(reference.names, site.shape)}
    for names in sorted(missing):
        yield _unknown("/".join(names))


def _unknown(path: str) -> Sentence:
    return Sentence("unknown question {question}", question=path)


def _call(name: str, arguments: tuple[Node, ...], site: Site) -> Iterator[str]:
    function = known(name)
    refusal = function.refusal(len(arguments)) if function else Sentence("unknown function {name}()", name=name)
    if refusal and not site.shape.lazy:
        yield refusal
    match name, arguments:
        case "instance", (Literal(identifier),) if identifier not in site.shape.instances:
            yield Sentence("no list is called {name!r}", name=identifier)
        case "instance", (argument,) if not isinstance(argument, Literal):
            yield Sentence("instance() needs the name of a list in quotes")
        case "jr:choice-name", (_, argument) if not isinstance(argument, Literal):
            yield Sentence("jr:choice-name() needs its question in quotes")
        case "indexed-repeat", (target, *pairs):
            yield from _indexed(target, tuple(pairs), site)


def _indexed(target: Node, pairs: tuple[Node, ...], site: Site) -> Iterator[str]:
    """`indexed-repeat` names a question, and in pairs a repeat around it and which of its rows."""
    asked = site.names(target) if isinstance(target, Path) else None
    around = [site.names(part) if isinstance(part, Path) else None for part in pairs[::2]]
    if len(pairs) % 2:
        yield Sentence("indexed-repeat() needs a number after each repeat")
    if not asked or not all(around):
        yield Sentence("indexed-repeat() needs plain paths of a question and its repeats")
    elif site.shape.types and not all(names == asked[: len(names)] for names in around if names):
        yield Sentence("indexed-repeat() needs repeats that the question is in")


def _step(step: Step, site: Site) -> Iterator[str]:
    """Axes and prefixes that libxml2 would refuse; where the form's shape is empty, any prefix may be meant."""
    if step.axis not in _AXES:
        yield Sentence("unknown axis {axis}", axis=step.axis)
    prefix, colon, _ = step.test.partition(":")
    if colon and site.shape.types and prefix not in PREFIXES:
        yield Sentence("unknown prefix in {name}", name=step.test)


def _is_wild(step: Step) -> bool:
    """Whether a step may lead anywhere."""
    return step.deep or step.test in {"*", "node()"} or step.axis.startswith(("descend", "follow", "preced"))


def _within(step: Step) -> Iterator[Step]:
    """The steps of all paths in the brackets of a step."""
    for predicate in step.predicates:
        for part in walk(predicate):
            yield from part.steps if isinstance(part, Path) else ()


def _exists(names: Names, shape: Shape) -> bool:
    if not shape.types or not names or names[0] == "meta" or "*" in names or "**" in names:
        return True
    return names in shape.types
