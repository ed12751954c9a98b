"""Tree → an XPath for lxml: every function in a private namespace, paths bound to `$root` and `$here`.

libxml2 lets nobody replace its own functions, and they differ from ODK's: so each call becomes `o:name(…)`. An
absolute path inside the predicate of a secondary instance would look in that instance's document: hence `$root`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import singledispatch

from wopdesk.xlsform.expressions.site import Site
from wopdesk.xlsform.expressions.sorts import ARITHMETIC, sort_of
from wopdesk.xlsform.expressions.special import ON_ITSELF, SPECIAL, known
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
    chain,
)
from wopdesk.xlsform.functions.registry import Gives
from wopdesk.xlsform.moments import read_moment
from wopdesk.xlsform.xml import reads_exactly

_COMPARISONS = {"<": "less", "<=": "at-most", ">": "more", ">=": "at-least"}
_HERE = Path("", (Step("."),))
_EQUALITIES = {"=": "equal", "!=": "unequal"}


@dataclass(frozen=True, slots=True)
class _Emission:
    """Where emission stands.

    Attributes:
        site: The expression's own place.
        inside: Whether this is inside a predicate, where `.` is another node.
        before: Written before relative paths; "" where the expression is evaluated at its own node.
    """

    site: Site
    inside: bool = False
    before: str = ""

    def sort(self, node: Node) -> Gives:
        """The sort of a part; inside a predicate a relative path may mean anything."""
        return sort_of(node, Site(self.site.shape) if self.inside else self.site)


def emit(node: Node, site: Site, *, before: str = "") -> str:
    """The XPath of an expression that stands at a site.

    Functions and references must have been checked before; what lxml still refuses is refused by lxml.

    Args:
        node: The expression.
        site: Where it stands.
        before: The path of its node, ending in a slash, where lxml cannot start there: an attribute, a text.
    """
    return _emit(node, _Emission(site, before=before))


@singledispatch
def _emit(node: Node, at: _Emission) -> str:
    """The XPath of a node; each sort of node has its own function below."""
    raise AssertionError(node, at)


@_emit.register
def _(node: Number, _at: _Emission) -> str:
    return node.text if reads_exactly(node.text) else f'o:number("{node.text}")'


@_emit.register
def _(node: Literal, _at: _Emission) -> str:
    return f'"{node.value}"' if '"' not in node.value else f"'{node.value}'"


@_emit.register
def _(node: Variable, _at: _Emission) -> str:
    return f"${node.name}"


@_emit.register
def _(node: Negate, at: _Emission) -> str:
    return f"-{_number(node.operand, _emit(node.operand, at), at)}"


@_emit.register
def _(node: Filter, at: _Emission) -> str:
    return f"({_emit(node.subject, at)}){_predicates(node.predicates, at)}"


@_emit.register
def _(node: Binary, at: _Emission) -> str:
    row = chain(node)
    said = _emit(row[0].left, at)
    for one in row:
        said = _binary(one, said, at)
    return said


def _binary(node: Binary, left: str, at: _Emission) -> str:
    """The XPath of an operator whose left side is emitted already: there may be hundreds of them in a row."""
    operator, sides = node.operator, (left, _emit(node.right, at))
    if operator in ARITHMETIC:
        return f"({_number(node.left, sides[0], at)} {operator} {_number(node.right, sides[1], at)})"
    if operator in {"and", "or"}:
        return f"({_truth(node.left, sides[0], at)} {operator} {_truth(node.right, sides[1], at)})"
    called = _comparison(node, at)
    if operator in _EQUALITIES and at.sort(node.left) == at.sort(node.right) == "moment":
        sides = f"o:date({sides[0]})", f"o:date({sides[1]})"  # JavaRosa compares the days of moments
    return f"o:{called}({', '.join(sides)})" if called else f"({f' {operator} '.join(sides)})"


@_emit.register
def _(node: Call, at: _Emission) -> str:
    function = known(node.name)
    if function is None or function.refusal(len(node.arguments)):
        return (
            f"o:{node.name}.refused()"  # no function has this name, so that calling it, and nothing else, is an error
        )
    prefix = "" if node.name in SPECIAL else "o:"
    if node.name in ON_ITSELF and not node.arguments:
        stands = at.before != "/" or not prefix  # the root itself holds no value
        return f"{prefix}{node.name}({_emit(_HERE, at)})" if stands else f"o:{node.name}.refused()"
    rewrite = _REWRITTEN.get(node.name)
    rewritten = rewrite(node.arguments, at) if rewrite else ""
    arguments = ", ".join(_emit(argument, at) for argument in node.arguments)
    return rewritten or f"{prefix}{node.name}({arguments})"


@_emit.register
def _(node: Path, at: _Emission) -> str:
    shared = at.site.shared(node)
    if shared is not None:
        up = "/".join([".."] * (len(at.site.here or ()) - shared)) or "."
        return ("$here/" if at.inside else "") + up + _steps(node.steps[shared + 1 :], at)
    if node.start == "/":
        return ("" if at.site.native else "$root") + _steps(node.steps, at) or "/"
    if isinstance(node.start, str):
        return ("" if at.inside else at.before) + _steps(node.steps, at)[1:]
    start = _emit(node.start, at)
    return (start if isinstance(node.start, Call | Variable) else f"({start})") + _steps(node.steps, at)


def _comparison(node: Binary, at: _Emission) -> str:
    """Our function for a comparison, "" where libxml2's own means the same.

    It does where both sides are numbers that it reads alike, except for fractions that were computed; where text is
    compared with anything; and where a written number is compared with a path. It knows no dates.
    """
    sides = node.left, node.right
    sorts = {at.sort(side) for side in sides}
    written = all(isinstance(side, Path) or (isinstance(side, Number) and reads_exactly(side.text)) for side in sides)
    if node.operator in _COMPARISONS:
        alike = written or not any(isinstance(side, Path) for side in sides)
        return "" if sorts == {"number"} and alike else _COMPARISONS[node.operator]
    compares_numbers = "number" in sorts and "truth" not in sorts and not written
    return _EQUALITIES.get(node.operator, "") if compares_numbers else ""


def _number(node: Node, said: str, at: _Emission) -> str:
    """An operand of arithmetic: dates count days, which libxml2 does not know, and fractions must be read exactly."""
    known = at.sort(node) == "number" and not isinstance(node, Path)
    return said if known else f"o:number({said})"


def _truth(node: Node, said: str, at: _Emission) -> str:
    """An operand of `and` and `or`: an empty answer is false, though its node exists."""
    is_path = isinstance(node, Path)
    return f"o:boolean({said})" if is_path or at.sort(node) == "any" else said


def _steps(steps: tuple[Step, ...], at: _Emission) -> str:
    return "".join(
        ("//" if step.deep else "/") + step.axis + step.test + _hidden(step) + _predicates(step.predicates, at)
        for step in steps
    )


def _hidden(step: Step) -> str:
    """libxml2 counts the namespace `xml` among those of every element, browsers do not."""
    return '[name() != "xml"]' if step.axis == "namespace::" else ""


def _predicates(predicates: tuple[Node, ...], at: _Emission) -> str:
    inner = _Emission(at.site, inside=True)
    return "".join(f"[{_emit(predicate, inner)}]" for predicate in predicates)


def _moment(arguments: tuple[Node, ...], at: _Emission) -> str:
    """Where a time is asked for, `date` of a text keeps the time of day (JavaRosa)."""
    match arguments:
        case (Call("date", (Literal() as text,)),):
            return f"o:decimal-date-time({_emit(text, at)})"
        case _:
            return ""


def _count(arguments: tuple[Node, ...], at: _Emission) -> str:
    """The number of a quoted moment: whole days by UTC, as ODK Web Forms counts; JavaRosa makes no number of it."""
    match arguments:
        case (Literal(text),) if isinstance(read_moment(text), datetime):
            return f"floor(o:decimal-date-time({_emit(arguments[0], at)}))"
        case _:
            return ""


def _current(_arguments: tuple[Node, ...], at: _Emission) -> str:
    return (at.before.rstrip("/") or "/") if at.before else "$here"


def _place(arguments: tuple[Node, ...], at: _Emission) -> str:
    """`position(..)` is the place of a row; without an argument it is libxml2's own."""
    return f"o:place({_emit(arguments[0], at)})" if arguments else ""


def _once(arguments: tuple[Node, ...], at: _Emission) -> str:
    return f"o:once($here, {_emit(arguments[0], at)})"


def _randomize(arguments: tuple[Node, ...], at: _Emission) -> str:
    """libxml2 puts nodes back into the order of the document: only their texts stay shuffled inside an expression."""
    return f"o:shuffled({', '.join(_emit(argument, at) for argument in arguments)})"


def _choice_name(arguments: tuple[Node, ...], at: _Emission) -> str:
    return f"o:choice-label({_emit(arguments[0], at)}, {_emit(arguments[1], at)}, $here)"


def _translation(arguments: tuple[Node, ...], at: _Emission) -> str:
    return f"o:itext({_emit(arguments[0], at)})"


def _indexed_repeat(arguments: tuple[Node, ...], at: _Emission) -> str:
    """`indexed-repeat(target, repeat, index, …)` as a path whose repeats are chosen by place.

    Repeats for which no index is given are those that the expression itself stands in.
    """
    target, pairs = arguments[0], arguments[1:]
    places = {
        at.site.names(repeat): f"[position() = {_index(index, at)}]"
        for repeat, index in zip(pairs[::2], pairs[1::2], strict=False)
        if isinstance(repeat, Path)
    }
    names = (at.site.names(target) if isinstance(target, Path) else None) or ()
    free = next(length for length in range(len(names) + 1) if length == len(names) or names[: length + 1] in places)
    shared = at.site.common(names[:free])
    top = "/".join(["$here", *[".."] * (len(at.site.here or ()) - shared)])
    if not shared:
        top = f"/{at.site.shape.root}" if at.site.native else f"$root/{at.site.shape.root}"
    steps = [f"/{names[depth]}{places.get(names[: depth + 1], '')}" for depth in range(shared, len(names))]
    return top + "".join(steps)


def _index(index: Node, at: _Emission) -> str:
    """An index is computed where the expression stands, though it is written into a predicate."""
    return f"o:row({_emit(index, _Emission(at.site, before='$here/'))})"


_Rewriter = Callable[[tuple[Node, ...], _Emission], str]
_REWRITTEN: dict[str, _Rewriter] = {
    "current": _current,
    "position": _place,
    "once": _once,
    "randomize": _randomize,
    "decimal-date-time": _moment,
    "number": _count,
    "indexed-repeat": _indexed_repeat,
    "jr:choice-name": _choice_name,
    "jr:itext": _translation,
}
