"""The XML of a form under reading: its parts, its shape, and the faults found so far."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field

from wopdesk.sentence import Sentence, quoted
from wopdesk.xlsform import xml
from wopdesk.xlsform.bounds import MOST_NAMED
from wopdesk.xlsform.expressions.expression import Expression, Faulty
from wopdesk.xlsform.expressions.parser import parse
from wopdesk.xlsform.expressions.site import Names, Shape, Site
from wopdesk.xlsform.expressions.sorts import is_number
from wopdesk.xlsform.expressions.tokens import NotAnExpression
from wopdesk.xlsform.formulas import shortened
from wopdesk.xlsform.problems import MOST_TOLD, FormError, Problem
from wopdesk.xlsform.reader.excess import NAMES_TOO_MUCH, refuse_excess, refuse_tags
from wopdesk.xlsform.reader.texts import Texts
from wopdesk.xlsform.xml import JAVAROSA, XFORMS, XHTML, Element

_LIST = re.compile(r"instance\(\s*['\"]([^'\"]+)['\"]\s*\)")
_NUMBERS = frozenset({"int", "integer", "decimal", "long", "double"})


@dataclass(slots=True)
class Source:
    """What the readers of the parts share.

    Attributes:
        model: The `model` element.
        body: The `body` element.
        instance: Holds the form's root element, without namespaces.
        shape: What expressions know of the form.
        rows: Row of the survey by element.
        queried: The lists that only questions name (`select_one_external`).
        searched: The lists in which `search()` finds choices, as far as the body was read.
        problems: Found so far.
        named: How many elements the formulas read so far, each counted once in each formula.
    """

    title: str
    model: Element
    body: Element
    instance: Element
    shape: Shape
    rows: Mapping[Names, int]
    texts: Texts
    queried: frozenset[str] = frozenset()
    searched: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    named: int = 0

    @classmethod
    def of(cls, data: bytes, rows: Mapping[Names, int]) -> Source:
        """Parse the XML and find its parts.

        Raises:
            FormError: The data is no XForm at all.
        """
        refuse_tags(data)
        try:
            html = xml.parse(data)
        except xml.NotWellFormed as fault:
            raise FormError(
                [Problem("xform", 0, Sentence("this is no XML: {reason}", reason=quoted(fault)))]
            ) from fault
        model, body = html.find(f"{XHTML}head/{XFORMS}model"), html.find(f"{XHTML}body")
        instance = model.find(f"{XFORMS}instance") if model is not None else None
        if model is None or body is None or instance is None or len(instance) != 1:
            raise FormError([Problem("xform", 0, "this XML is no XForm: it has no model, body or instance")])
        refuse_excess(model, body, instance)
        held = xml.without_namespace(deepcopy(instance))
        title = xml.text_at(html, f"{XHTML}head/{XHTML}title")
        queried = frozenset(
            name for node in body.iter(f"{XFORMS}input") for name in _LIST.findall(node.get("query") or "")
        )
        shape = _shape(model, body, held[0], queried)
        return cls(title, model, body, held, shape, rows, Texts.of(model), queried)

    @property
    def root(self) -> Element:
        """The form's root element in the instance."""
        return self.instance[0]

    def names(self, path: str) -> Names:
        """The names below the root of an absolute path."""
        return tuple(path.strip().strip("/").split("/"))[1:]

    def expression(self, text: str, names: Names, where: Element | None, column: str) -> Expression | None:
        """The expression of an attribute; `None` if there is none or it is faulty, which is noted.

        Raises:
            FormError: All formulas together read more than a form may.
        """
        if not text.strip():
            return None
        try:
            return self._counted(Expression(text, Site(self.shape, names)))
        except NotAnExpression as fault:
            said = Sentence("{fault} in {formula}", fault=Sentence.of(fault.fault), formula=shortened(text))
            self.fault(names, where, said, column)
        except Faulty as fault:
            for message in fault.faults:
                self.fault(names, where, message, column)
        return None

    def _counted(self, expression: Expression) -> Expression:
        """Stop where the form reads too much, before what follows from what is worked out."""
        self.named += len(expression.references)
        if self.named > MOST_NAMED:
            raise FormError([*self.problems, NAMES_TOO_MUCH])
        return expression

    def fault(self, names: Names, where: Element | None, message: str, column: str = "") -> None:
        """Note a fault of an element, by its row in the survey where that is known.

        Raises:
            FormError: There are so many by now that nobody reads further.
        """
        known = next((names[:length] for length in range(len(names), 0, -1) if names[:length] in self.rows), None)
        if known is not None:
            self.problems.append(Problem("survey", self.rows[known], message, column))
        else:
            line = (where.sourceline or 0) if where is not None and not self.rows else 0
            told = Sentence("{column}: {fault}", column=column, fault=Sentence.of(message)) if column else message
            path = "/".join(names)
            placed = Sentence("{question}: {fault}", question=path, fault=Sentence.of(told))
            self.problems.append(Problem("xform", line, placed))
        if len(self.problems) > MOST_TOLD:
            raise FormError(self.problems)


def _shape(model: Element, body: Element, root: Element, queried: frozenset[str]) -> Shape:
    """What expressions must know of the form, before any of them is read."""
    types: dict[Names, str] = {}
    _collect(root, (), types)
    for bind in model.findall(f"{XFORMS}bind"):
        names = _names(bind, "nodeset")
        if names in types:
            types[names] = xml.local(xml.attribute(bind, "type", "string").replace(":", "}"))
    repeats = frozenset(_names(node, "nodeset") for node in body.iter(f"{XFORMS}repeat"))
    instances = frozenset(
        xml.attribute(node, "id") for node in model.findall(f"{XFORMS}instance") if xml.attribute(node, "id")
    )
    return Shape(root.tag, types, repeats, instances | queried, _numeric(model, types))


def _numeric(model: Element, types: Mapping[Names, str]) -> frozenset[Names]:
    """The elements that hold a number or nothing: by their type, or because a number is computed for them."""
    found = {names for names, kind in types.items() if kind in _NUMBERS}
    for bind in model.findall(f"{XFORMS}bind"):
        with suppress(NotAnExpression):
            if types.get(_names(bind, "nodeset")) == "string" and is_number(
                parse(xml.attribute(bind, "calculate", "''"))
            ):
                found.add(_names(bind, "nodeset"))
    return frozenset(found)


def _names(node: Element, attribute: str) -> Names:
    return tuple(xml.attribute(node, attribute).strip().strip("/").split("/"))[1:]


def _collect(parent: Element, names: Names, types: dict[Names, str]) -> None:
    for node in parent:
        inner = (*names, node.tag)
        types[inner] = ""
        _collect(node, inner, types)


TEMPLATE = f"{JAVAROSA}template"
