"""Tokens → tree, by recursive descent over the grammar of XPath 1.0 §3."""

from __future__ import annotations

from functools import lru_cache

from wopdesk.sentence import Sentence
from wopdesk.xlsform.expressions.tokens import NotAnExpression, Token, tokens
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
    is_deeper,
)

_LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
_BINDS = {operator: level for level, operators in enumerate(_LEVELS) for operator in operators}
"""How closely each operator holds its operands together."""
_SIGNS = frozenset({"mark", "operator"})
_OPENING, _CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
_NODE_TESTS = frozenset({"node", "text", "comment", "processing-instruction"})
_LONGEST = 100_000
"""Of an expression; a cell of a workbook holds a third of that."""
_DEEPEST = 500
"""Of parts within parts, operators in a row among them; libxml2 takes 600."""
_MOST_BRACKETS = 100
"""Within each other, and of minus signs in a row; each is several calls of ours."""
_MOST_STEPS = 100
"""Of a path; groups within groups are a fifth of that."""


@lru_cache(maxsize=4096)
def parse(text: str) -> Node:
    """Parse an expression.

    Raises:
        NotAnExpression: The text breaks the grammar, or is larger than anybody writes.
    """
    if len(text) > _LONGEST:
        raise NotAnExpression(Sentence("more than {most} letters", most=_LONGEST))
    found = tokens(text)
    if _deepest(found) > _MOST_BRACKETS:
        raise NotAnExpression(Sentence("more than {most} brackets within each other", most=_MOST_BRACKETS))
    parser = _Parser(found)
    node = parser.expression()
    parser.expect_end()
    if len(found) > _DEEPEST and is_deeper(node, _DEEPEST):
        raise NotAnExpression(Sentence("more than {most} operators in a row", most=_DEEPEST))
    return node


def _deepest(found: list[Token]) -> int:
    """How many brackets are open at most, or how many minus signs there are at most in a row."""
    deepest = depth = signs = 0
    for token in found:
        if token.kind == "mark":
            depth += (token.text in _OPENING) - (token.text in _CLOSING)
        signs = signs + 1 if token.text == "-" else 0
        deepest = max(deepest, depth, signs)
    return deepest


class _Parser:
    def __init__(self, found: list[Token]) -> None:
        self._tokens = (*found, found[-1])  # one further end, to be looked ahead at
        self._next = 0

    def expect_end(self) -> None:
        if self._peek().kind != "end":
            raise NotAnExpression(Sentence("unexpected {text!r}", text=self._peek().text))

    def expression(self, level: int = 0) -> Node:
        """Operands with operators between them that hold as closely as a level, or closer (precedence climbing)."""
        left = self._unary()
        while (token := self._peek()).kind == "operator" and _BINDS.get(token.text, -1) >= level:
            operator = self._take().text
            left = Binary(operator, left, self.expression(_BINDS[operator] + 1))
        return left

    def _unary(self) -> Node:
        if self._at("-"):
            self._take()
            return Negate(self._unary())
        left = self._path()
        while self._peek().kind == "operator" and self._peek().text == "|":
            self._take()
            left = Binary("|", left, self._path())
        return left

    def _path(self) -> Node:
        primary = self._primary()
        if primary is None:
            return self._location()
        predicates = self._predicates()
        subject: Node = Filter(primary, predicates) if predicates else primary
        return Path(subject, self._steps()) if self._at("/", "//") else subject

    def _primary(self) -> Node | None:
        token = self._peek()
        if token.kind == "number":
            return Number(self._take().text)
        if token.kind == "literal":
            return Literal(self._take().text[1:-1])
        if self._at("$"):
            self._take()
            return Variable(self._take().text)
        if self._at("("):
            self._take()
            inner = self.expression()
            self._expect(")")
            return inner
        is_call = token.kind == "name" and self._at("(", ahead=1) and token.text not in _NODE_TESTS
        return self._call() if is_call else None

    def _call(self) -> Call:
        name = self._take().text
        self._expect("(")
        arguments: list[Node] = []
        while not self._at(")"):
            if arguments:
                self._expect(",")
            arguments.append(self.expression())
        self._expect(")")
        return Call(name, tuple(arguments))

    def _location(self) -> Path:
        if self._at("//"):
            return Path("/", self._steps())
        if not self._at("/"):
            return Path("", (self._step(deep=False), *self._steps()))
        if self._starts_step(self._peek(1)):
            return Path("/", self._steps())
        self._take()
        return Path("/", ())

    def _steps(self) -> tuple[Step, ...]:
        """Further steps, each after its slash."""
        found = []
        while self._at("/", "//"):
            found.append(self._step(deep=self._take().text == "//"))
        if len(found) > _MOST_STEPS:
            raise NotAnExpression(Sentence("a path of more than {most} steps", most=_MOST_STEPS))
        return tuple(found)

    def _step(self, *, deep: bool) -> Step:
        if self._at(".", ".."):
            return Step(self._take().text, deep=deep)
        axis = self._axis()
        token = self._take()
        if token.kind != "name":
            raise NotAnExpression(
                Sentence("a step was expected before {text!r}", text=token.text)
                if token.text
                else Sentence("it ends too early")
            )
        test = self._node_test(token.text) if token.text in _NODE_TESTS and self._at("(") else token.text
        return Step(test, axis, self._predicates(), deep)

    def _axis(self) -> str:
        if self._at("@"):
            return self._take().text
        if self._peek().kind == "name" and self._at("::", ahead=1):
            return self._take().text + self._take().text
        return ""

    def _node_test(self, name: str) -> str:
        self._expect("(")
        argument = self._take().text if self._peek().kind == "literal" else ""
        self._expect(")")
        return f"{name}({argument})"

    def _predicates(self) -> tuple[Node, ...]:
        found = []
        while self._at("["):
            self._take()
            found.append(self.expression())
            self._expect("]")
        return tuple(found)

    def _starts_step(self, token: Token) -> bool:
        return token.kind == "name" or (token.kind == "mark" and token.text in {".", "..", "@"})

    def _peek(self, ahead: int = 0) -> Token:
        return self._tokens[self._next + ahead]

    def _take(self) -> Token:
        token = self._tokens[self._next]
        self._next += token.kind != "end"
        return token

    def _at(self, *marks: str, ahead: int = 0) -> bool:
        token = self._tokens[self._next + ahead]
        return token.text in marks and token.kind in _SIGNS

    def _expect(self, mark: str) -> None:
        if not self._at(mark):
            found = self._peek().text
            raise NotAnExpression(
                Sentence("{mark!r} was expected before {text!r}", mark=mark, text=found)
                if found
                else Sentence("{mark!r} was expected at the end", mark=mark)
            )
        self._take()
