"""`search()` in an appearance: the choices are rows of a file, of which the sheet of choices names the columns.

As ODK Collect reads it (`ExternalDataUtil`): of the choices as written, a whole number is a choice like any other, and
anything else is the column of the values, its label the columns of the labels.
"""

from __future__ import annotations

import re

from wopdesk.sentence import Sentence
from wopdesk.xlsform.choosing import Found, Search
from wopdesk.xlsform.expressions.expression import Expression, Faulty
from wopdesk.xlsform.expressions.parser import parse
from wopdesk.xlsform.expressions.site import Names, Site
from wopdesk.xlsform.expressions.tokens import NotAnExpression
from wopdesk.xlsform.expressions.tree import Call, Literal, Node
from wopdesk.xlsform.formulas import shortened
from wopdesk.xlsform.reader.source import Source
from wopdesk.xlsform.xml import Element, attribute

_CALL = re.compile(r"\bsearch\s*\(.*\)", re.DOTALL)
_WHERE = "appearance"
_SUFFIX = ".csv"
_MANNERS = frozenset({1, 4, 6})
"""How many arguments there may be."""


def without_search(appearance: str) -> str:
    """The other words of an appearance."""
    return " ".join(_CALL.sub(" ", appearance).split())


def read_search(source: Source, names: Names, node: Element, written: tuple[Found, ...]) -> Search | None:
    """Where the choices of a question are found; `None` where they are those that are written, or a fault is noted.

    Args:
        source: What faults are noted in.
        names: The question.
        node: Where it is asked.
        written: The choices as written.
    """
    found = _CALL.search(attribute(node, _WHERE))
    if found is None:
        return None
    try:
        tree = parse(found[0])
        arguments = tree.arguments if isinstance(tree, Call) and tree.name == "search" else ()
        return _made(source, names, arguments, written)
    except NotAnExpression as fault:
        source.fault(
            names, node, Sentence("{fault} in {formula}", fault=fault.fault, formula=shortened(found[0])), _WHERE
        )
    except Faulty as fault:
        for message in fault.faults:
            source.fault(names, node, message, _WHERE)
    return None


def _made(source: Source, names: Names, arguments: tuple[Node, ...], written: tuple[Found, ...]) -> Search:
    """The search that arguments ask for.

    Raises:
        Faulty: They ask for none.
    """
    if len(arguments) not in _MANNERS or not isinstance(arguments[0], Literal):
        raise Faulty(
            (Sentence("search() needs the name of its file in quotes, and three or five further values, or none"),)
        )
    if all(one.is_choice for one in written):
        raise Faulty((Sentence("search() needs a choice whose name and label are columns of its file"),))
    asked = tuple(Expression("", Site(source.shape, names), tree=one) for one in arguments[1:])
    return Search(arguments[0].value.strip().removesuffix(_SUFFIX), written, asked)
