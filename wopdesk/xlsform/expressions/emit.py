"""Tree → an XPath for lxml: every function in a private namespace, paths bound to `$root` and `$here`.

libxml2 lets nobody replace its own functions, and they differ from ODK's: so each call becomes `o:name(…)`. An
absolute path inside the predicate of a secondary instance would look in that instance's document: hence `$root`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from wopdesk.xlsform.expressions.site import Site
from wopdesk.xlsform.expressions.tree import (
    Binary,
    Call,
    Filter,
    Literal,
    Negate,
    Node,
    Number,
    Path,
    Step,
    Variable,
)
from wopdesk.xlsform.functions.registry import REGISTRY, Function, Gives

NATIVE = {
    name: Function(name, gives, least, most)
    for name, gives, least, most in (
        ("true", "truth", 0, 0),
        ("false", "truth", 0, 0),
        ("last", "number", 0, 0),
        ("position", "number", 0, 1),
        ("local-name", "text", 0, 1),
        ("name", "text", 0, 1),
        ("namespace-uri", "text", 0, 1),
        ("lang", "truth", 1, 1),
        ("id", "nodes", 1, 1),
        ("current", "nodes", 0, 0),
        ("indexed-repeat", "nodes", 3, 7),
        ("once", "text", 1, 1),
        ("jr:choice-name", "text", 2, 2),
        ("jr:itext", "text", 1, 1),
    )
}
_COMPARISONS = {"<": "less", "<=": "at-most", ">": "more", ">=": "at-least"}
_ARITHMETIC = frozenset({"+", "-", "*", "div", "mod"})


@dataclass(slots=True)
class _Emission:
    """Where emission stands: at the expression's own level, or inside a predicate, where `.` is another node."""

    site: Site
    inside: bool = False


def emit(node: Node, site: Site) -> str:
    """The XPath of an expression that stands at a site.

    Functions and references must have been checked before; what lxml still refuses is refused by lxml.
    """
    return _node(node, _Emission(site))


def gives(node: Node, site: Site) -> Gives:
    """The sort of value an expression yields, as far as its text tells."""
    match node:
        case Number() | Negate():
            return "number"
        case Literal():
            return "text"
        case Binary(operator, _, _):
            return "number" if operator in _ARITHMETIC else "nodes" if operator == "|" else "truth"
        case Call(name, _):
            known = NATIVE.get(name) or REGISTRY.get(name)
            return known.gives if known else "any"
        case Path():
            return "number" if site.is_numeric(node) else "nodes"
        case Filter():
            return "nodes"
        case Variable():
            return "any"
        case _:
            assert_never(node)


def _node(node: Node, at: _Emission) -> str:
    match node:
        case Number(text):
            return text
        case Literal(value):
            return _quoted(value)
        case Variable(name):
            return f"${name}"
        case Negate(operand):
            return f"-{_number(operand, at)}"
        case Binary(operator, left, right):
            return _binary(operator, left, right, at)
        case Call(name, arguments):
            return _call(name, arguments, at)
        case Filter(subject, predicates):
            return f"({_node(subject, at)}){_predicates(predicates, at)}"
        case Path():
            return _path(node, at)
        case _:
            assert_never(node)


def _binary(operator: str, left: Node, right: Node, at: _Emission) -> str:
    if operator in _ARITHMETIC:
        return f"({_number(left, at)} {operator} {_number(right, at)})"
    if operator in {"and", "or"}:
        return f"({_truth(left, at)} {operator} {_truth(right, at)})"
    if operator in _COMPARISONS:
        return f"o:{_COMPARISONS[operator]}({_node(left, at)}, {_node(right, at)})"
    if operator in {"=", "!="} and _compares_numbers(left, right, at.site):
        return f"o:{'equal' if operator == '=' else 'unequal'}({_node(left, at)}, {_node(right, at)})"
    return f"({_node(left, at)} {operator} {_node(right, at)})"


def _compares_numbers(left: Node, right: Node, site: Site) -> bool:
    """Whether equality must be JavaRosa's: a computed number, or a value of unknown sort, on either side.

    A written number against a path and text against anything mean the same in XPath 1.0.
    """
    sorts = {gives(left, site), gives(right, site)}
    if "truth" in sorts or "text" in sorts:
        return False
    plain = isinstance(left, Number | Path) and isinstance(right, Number | Path)
    return not plain and sorts != {"nodes"}


def _number(node: Node, at: _Emission) -> str:
    """An operand of arithmetic: dates count days, which libxml2 does not know."""
    return _node(node, at) if gives(node, at.site) == "number" else f"o:number({_node(node, at)})"


def _truth(node: Node, at: _Emission) -> str:
    """An operand of `and` and `or`: an empty answer is false, though its node exists."""
    return _node(node, at) if gives(node, at.site) in {"truth", "number"} else f"o:boolean({_node(node, at)})"


def _call(name: str, arguments: tuple[Node, ...], at: _Emission) -> str:
    match name, arguments:
        case "current", ():
            return "$here"
        case "position", (node,):
            return f"o:place({_node(node, at)})"
        case "indexed-repeat", (target, *pairs):
            return _indexed(target, tuple(pairs), at)
        case "once", (value,):
            return f"o:once($here, {_node(value, at)})"
        case "jr:choice-name", (value, Literal(question)):
            return f"o:choice-label({_node(value, at)}, {_quoted(question.strip())}, $here)"
        case "jr:itext", (identifier,):
            return f"o:itext({_node(identifier, at)})"
    called = name if name in NATIVE else f"o:{name}"
    return f"{called}({', '.join(_node(argument, at) for argument in arguments)})"


def _path(path: Path, at: _Emission) -> str:
    row = at.site.shared_row(path)
    if row:
        up = "/".join([".."] * (len(at.site.here or ()) - row)) or "."
        return ("$here/" if at.inside else "") + up + _steps(path.steps[row + 1 :], at)
    match path.start:
        case "/":
            top = "" if at.site.native else "$root"
            return top + _steps(path.steps, at) or "/"
        case "":
            return _steps(path.steps, at)[1:]
        case str():
            raise AssertionError(path)
        case Call() | Variable():
            return _node(path.start, at) + _steps(path.steps, at)
        case _:
            return f"({_node(path.start, at)})" + _steps(path.steps, at)


def _steps(steps: tuple[Step, ...], at: _Emission) -> str:
    return "".join(_step(step, at) for step in steps)


def _step(step: Step, at: _Emission) -> str:
    return ("//" if step.deep else "/") + step.axis + step.test + _predicates(step.predicates, at)


def _predicates(predicates: tuple[Node, ...], at: _Emission) -> str:
    inner = _Emission(at.site, inside=True)
    return "".join(f"[{_node(predicate, inner)}]" for predicate in predicates)


def _indexed(target: Node, pairs: tuple[Node, ...], at: _Emission) -> str:
    """`indexed-repeat(target, repeat, index, …)` as a path whose repeats are chosen by place."""
    places = {
        at.site.names(repeat): f"[position() = o:number({_from_here(index, at)})]"
        for repeat, index in zip(pairs[::2], pairs[1::2], strict=False)
        if isinstance(repeat, Path)
    }
    names = at.site.names(target) if isinstance(target, Path) else None
    if names is None:
        return "''"
    top = f"/{at.site.shape.root}" if at.site.native else f"$root/{at.site.shape.root}"
    return top + "".join(f"/{name}{places.get(names[: depth + 1], '')}" for depth, name in enumerate(names))


def _from_here(index: Node, at: _Emission) -> str:
    """An index is computed where the expression stands, though it is written into a predicate."""
    match index:
        case Path("", steps):
            return "$here" + _steps(steps, at)
        case Call("position", (Path("", steps),)):
            return "o:place($here" + _steps(steps, at) + ")"
        case Binary(operator, left, right) if operator in _ARITHMETIC:
            return f"(o:number({_from_here(left, at)}) {operator} o:number({_from_here(right, at)}))"
        case _:
            return _node(index, _Emission(at.site, inside=True))


def _quoted(value: str) -> str:
    return f'"{value}"' if '"' not in value else f"'{value}'"
