"""Cutting an XPath expression into tokens, by the lexical rules of XPath 1.0 §3.7.

`and`, `or`, `div`, `mod` and `*` are operators exactly where an operand has just ended.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, cast

from wopdesk.sentence import Sentence

Kind = Literal["number", "literal", "name", "operator", "mark", "end"]

_NAME = r"[^\W\d][\w.\-]*"
_OPERAND = re.compile(
    rf"""[ \t\r\n]*(?:
      (?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)
    | (?P<literal>"[^"]*"|'[^']*')
    | (?P<name>{_NAME}(?::(?!:)(?:\*|{_NAME}))?|\*)
    | (?P<mark>//|::|\.\.|[()\[\].@,/\-$])
    )""",
    re.VERBOSE,
)
_OPERATOR = re.compile(
    r"""[ \t\r\n]*(?:
      (?P<operator>and|or|div|mod|!=|<=|>=|[*+\-=<>|])
    | (?P<mark>//|[()\[\],/]|::)
    )""",
    re.VERBOSE,
)
_OPENING = frozenset({"(", "[", ",", "/", "//", "@", "::", "$", "-"})


class NotAnExpression(ValueError):
    """The text is no XPath expression; the message says where and why.

    Attributes:
        fault: a clause.
    """

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class Token(NamedTuple):
    """A token: what it is, its text, and where it began."""

    kind: Kind
    text: str
    at: int


def tokens(text: str) -> list[Token]:
    """Cut a text into tokens, ending with one of kind `end`.

    Raises:
        NotAnExpression: Some character belongs to no token.
    """
    found: list[Token] = []
    at, end = 0, len(text.rstrip(" \t\r\n"))
    while at < end:
        match = _match(text, at, found[-1] if found else None)
        if match is None or match.lastgroup is None:
            raise NotAnExpression(Sentence("unexpected {text!r}", text=text[at:].strip()[:20]))
        kind = cast("Kind", match.lastgroup)  # the groups are named for the kinds
        found.append(Token(kind, match[kind], match.start(kind)))
        at = match.end()
    found.append(Token("end", "", end))
    return found


def _match(text: str, at: int, last: Token | None) -> re.Match[str] | None:
    """The next token, given the last: after an operand only an operator may follow; a lone `/` is an operand too."""
    if last is None or last.kind == "operator" or (last.kind == "mark" and last.text in _OPENING):
        found = _OPERAND.match(text, at)
        return _OPERATOR.match(text, at) if found is None and last is not None and last.text == "/" else found
    return _OPERATOR.match(text, at)
