"""When a question is to be answered, in words that a person with a pen can follow: `2.3 is “Yes”`.

Questions are named by their numbers on the paper. What cannot be said this way (because it is computed, or looked up)
is "" here, and the paper says that the question is to be answered where it applies.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from wopdesk.reports.words import Speech, Term
from wopdesk.xlsform.expressions.expression import Expression
from wopdesk.xlsform.expressions.site import Names, Site
from wopdesk.xlsform.expressions.tree import Binary, Call, Literal, Node, Number, Path

_COMPARED = {
    "=": Term("{question} is {answer}"),
    "!=": Term("{question} is not {answer}"),
    ">": Term("{question} is more than {answer}"),
    "<": Term("{question} is less than {answer}"),
    ">=": Term("{question} is at least {answer}"),
    "<=": Term("{question} is at most {answer}"),
}
_TURNED = {"=": "=", "!=": "!=", ">": "<", "<": ">", ">=": "<=", "<=": ">="}
_OPPOSITE = {"=": "!=", "!=": "=", ">": "<=", "<": ">=", ">=": "<", "<=": ">"}
_GIVEN = {
    (False, True): Term("{question} is answered"),
    (False, False): Term("{question} is not answered"),
    (True, True): Term("{question} is ticked"),
    (True, False): Term("{question} is not ticked"),
}
_JOINED = {"and": Term("{one} and {other}"), "or": Term("{one} or {other}")}


@dataclass(frozen=True)
class Conditions:
    """Says conditions of one paper.

    Attributes:
        numbers: the number on paper of each question, and of each table.
        ticked: questions that are a single box to tick.
        label: the label of a choice, by question and value.
        say: the language.
    """

    numbers: Mapping[Names, str]
    ticked: Collection[Names]
    label: Callable[[Names, str], str]
    say: Speech

    def sentence(self, expression: Expression | None) -> str:
        """When a question is to be answered; "" for always."""
        if expression is None or expression.constant is True:
            return ""
        said = self._said(expression.tree, expression.site)
        return self.say("Only if {condition}", condition=said) if said else self.say("Only where it applies")

    def _said(self, node: Node, site: Site) -> str:
        match node:
            case Binary("and" | "or" as word, left, right):
                return self._joined(word, (left, right), site)
            case Binary(sign, Path() as left, right) if sign in _COMPARED:
                return self._compared(sign, left, right, site)
            case Binary(sign, left, Path() as right) if sign in _COMPARED:
                return self._compared(_TURNED[sign], right, left, site)
            case Binary(sign, Call("count", (Path() as table,)), Number(text)):
                return self._counted(sign, table, text, site)
            case Call("selected" | "not"):
                return self._chosen(node, site)
            case _:
                return ""

    def _chosen(self, node: Node, site: Site) -> str:
        match node:
            case Call("selected", (Path() as path, Literal(value))):
                return self._with(path, value, self.say("{question} includes {answer}"), site)
            case Call("not", (Call("selected", (Path() as path, Literal(value))),)):
                return self._with(path, value, self.say("{question} does not include {answer}"), site)
            case Call("not", (Binary(sign, left, right),)) if sign in _OPPOSITE:
                return self._said(Binary(_OPPOSITE[sign], left, right), site)
            case _:
                return ""

    def _joined(self, word: str, parts: tuple[Node, Node], site: Site) -> str:
        flat = _flat(word, parts)
        left = [part for part in flat if word == "or" or not _is_implied(part, flat)]
        said = [self._said(part, site) for part in left]
        if not all(said):
            return ""
        text = said[0]
        for part, other in zip(left[1:], said[1:], strict=True):
            mixed = isinstance(part, Binary) and part.operator in _JOINED and word == "and"
            text = self.say(_JOINED[word]).format(one=text, other=f"({other})" if mixed else other)
        return text

    def _compared(self, sign: str, path: Path, other: Node, site: Site) -> str:
        names = site.names(path)
        number = self.numbers.get(names) if names else None
        if names is None or number is None:
            return ""
        if isinstance(other, Literal) and sign in {"=", "!="} and (other.value == "" or names in self.ticked):
            given = (sign == "=") == (other.value != "")
            return self.say(_GIVEN[names in self.ticked, given], question=number)
        match other:
            case Literal(value):
                answer = f"“{self.label(names, value)}”"
            case Number(text):
                answer = text
            case Path() if (second := site.names(other)) and second in self.numbers:
                answer = self.numbers[second]
            case _:
                return ""
        return self.say(_COMPARED[sign], question=number, answer=answer)

    def _with(self, path: Path, value: str, sentence: str, site: Site) -> str:
        names = site.names(path)
        if names is None or names not in self.numbers:
            return ""
        isolated = self.say.isolated
        return sentence.format(question=isolated(self.numbers[names]), answer=isolated(f"“{self.label(names, value)}”"))

    def _counted(self, sign: str, path: Path, text: str, site: Site) -> str:
        names = site.names(path)
        if names is None or names not in self.numbers or text != "0" or sign not in {"=", ">", "!="}:
            return ""
        number = self.numbers[names]
        return (
            self.say("{table} is empty", table=number)
            if sign == "="
            else self.say("{table} is not empty", table=number)
        )


def _flat(word: str, parts: tuple[Node, ...]) -> list[Node]:
    """What is joined by the same word, however it is nested."""
    found: list[Node] = []
    for part in parts:
        match part:
            case Binary(operator, left, right) if operator == word:
                found += _flat(word, (left, right))
            case _:
                found.append(part)
    return found


def _is_implied(part: Node, others: list[Node]) -> bool:
    """Whether it only says that a question is answered, which another part compares with something anyway."""
    match part:
        case Binary("!=", Path() as path, Literal("")):
            return any(
                isinstance(other, Binary)
                and other.operator in {"<", ">", "<=", ">="}
                and path in (other.left, other.right)
                for other in others
            )
        case _:
            return False
