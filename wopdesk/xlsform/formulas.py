"""The formulas of an XLSForm as their author wrote them: whether each can mean anything, cell by cell.

What they mean in the form as a whole (paths, cycles) is judged where the form is read; here every cell speaks for
itself, so that all that is wrong is told at once and in the author's own words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from wopdesk.sentence import Sentence
from wopdesk.xlsform.expressions.expression import Expression, Faulty
from wopdesk.xlsform.expressions.site import Shape, Site
from wopdesk.xlsform.expressions.tokens import NotAnExpression
from wopdesk.xlsform.expressions.tree import Node, Path, walk
from wopdesk.xlsform.workbook import meaning

_FORMULAS = {
    "survey": {"relevant", "calculation", "constraint", "required", "readonly", "choice_filter", "repeat_count"},
    "settings": {"instance_name"},
}
QUESTION = re.compile(r"\$\{\s*+(?:last-saved#)?+([^}\s$]*+)\s*+\}")
_OPEN = re.compile(r"\$\{(?![^}$]*+\})")
_CROOKED = re.compile(r"\$\{([^}$]*+)\}")
_PLAIN = frozenset({"yes", "no", "true", "false", "true()", "false()"})
_LIST = re.compile(r"""instance\s*\(\s*(?:'([^']*)'|"([^"]*)")""")
_STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
"""Quotes as word processors curl them; the compiler straightens them, too."""
_STAND_IN = "/_asked_/"
"""Where the paths lead that stand in the place of questions: nobody calls a group so."""
_DEEPEST = 60


def computes(sheet: str, column: str) -> bool:
    """Whether the cells of a column are formulas."""
    return meaning(column)[0] in _FORMULAS.get(sheet, ())


def broken_references(text: str) -> Iterator[str]:
    """What is wrong with the way a text names questions."""
    if _OPEN.search(text):
        yield Sentence(
            "a question is named with {opening} but the closing {closing} is missing", opening="${", closing="}"
        )
    for name in _CROOKED.findall(text):
        if len(name.split()) > 1:
            yield Sentence("${{{name}}} holds a blank; the name of a question has none", name=name)


def formula_faults(text: str, column: str) -> Iterator[str]:
    """What is wrong with a formula, whatever form it stands in."""
    if column in {"required", "readonly"} and text.strip().lower() in _PLAIN:
        return
    text = text.translate(_STRAIGHT)
    if found := _unfinished(text):
        yield found
        return
    lists = frozenset(one or other for one, other in _LIST.findall(text))
    try:
        made = Expression(as_expression(text), Site(Shape(instances=lists)))
        yield from _run_together(made.tree)
    except NotAnExpression as fault:
        yield Sentence("{fault} in {formula}", fault=_own_words(Sentence.of(fault.fault)), formula=shortened(text))
    except Faulty as fault:
        yield from (_own_words(Sentence.of(one)) for one in fault.faults)


def _run_together(tree: Node) -> Iterator[str]:
    """Questions that stand behind something else with nothing between: to XPath, that is a path which leads to them."""
    for part in walk(tree):
        steps = part.steps if isinstance(part, Path) else ()
        begins = isinstance(part, Path) and part.start == "/"
        for before, step in pairwise(steps):
            if before.test == _STAND_IN.strip("/") and not (begins and before is steps[0]):
                yield Sentence("an operator is missing before ${{{name}}}", name=step.test)


def as_expression(formula: str) -> str:
    """A formula with a path in the place of each question that it names."""
    return QUESTION.sub(lambda found: f" {_STAND_IN}{found[1]} ", formula)


def unknown_questions(text: str, known: Collection[str]) -> Iterator[str]:
    """The names in a text that no question has, each once."""
    for name in dict.fromkeys(QUESTION.findall(text)):
        if name not in known:
            yield name


def shortened(text: str) -> str:
    """A cell as it is quoted in a message."""
    plain = " ".join(text.split())
    return repr(plain if len(plain) <= 80 else plain[:77] + "…")  # noqa: PLR2004 - what can be read at a glance


def _own_words(message: Sentence) -> Sentence:
    """A message in which questions are named as the author names them."""
    said = {name: re.sub(rf"{_STAND_IN}([\w.\-]+)", r"${\1}", str(one)) for name, one in message.values.items()}
    return Sentence(message.text, **said)


def _unfinished(text: str) -> Sentence | None:
    """What is open at the end, or too deep."""
    deepest, depth, quote = 0, 0, ""
    for one in text:
        if quote:
            quote = "" if one == quote else quote
        elif one in "'\"":
            quote = one
        else:
            depth += (one in "([") - (one in ")]")
            deepest = max(deepest, depth)
    if quote:
        return Sentence("a quote {quote} is opened but never closed in {formula}", quote=quote, formula=shortened(text))
    return Sentence("the brackets are nested more than {most} deep", most=_DEEPEST) if deepest > _DEEPEST else None
