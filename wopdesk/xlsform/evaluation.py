"""Evaluating one expression over a document, without a form: for conformance cases and for trying things out."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import UTC, datetime
from functools import partial

from wopdesk.xlsform import xml
from wopdesk.xlsform.environment import Environment
from wopdesk.xlsform.expressions.expression import Expression, Faulty
from wopdesk.xlsform.expressions.portability import refusals
from wopdesk.xlsform.expressions.site import Names, Shape, Site
from wopdesk.xlsform.expressions.tokens import NotAnExpression
from wopdesk.xlsform.mismatch import Mismatch
from wopdesk.xlsform.values import Value
from wopdesk.xlsform.xml import Element

_NO_NAMESPACES: Mapping[str, str] = {}


class NotEvaluated(ValueError):
    """The expression is faulty, or a value in it cannot be what a function needs."""


def evaluate(
    expression: str,
    document: Element,
    context: str = "/",
    *,
    root: str = "/",
    now: datetime | None = None,
    namespaces: Mapping[str, str] = _NO_NAMESPACES,
    language: str = "",
    collect: bool = False,
) -> Value:
    """Evaluate an expression strictly: what cannot be converted is an error, not an empty answer.

    Args:
        expression: ODK's XPath.
        document: The root element.
        context: Plain XPath of the context node; an attribute or a text too.
        root: Plain XPath of the node at which absolute paths start.
        now: The moment, with its zone; the computer's if not given.
        namespaces: By prefix.
        language: Of itext; the document's default if not given or not there.
        collect: Whether to refuse what ODK Collect refuses, though we could evaluate it.

    Raises:
        NotEvaluated: It has no value.
    """
    document = xml.without_namespace(deepcopy(document))
    top = document if root == "/" else document.xpath(root)[0]
    node = _element(document, context)
    site = Site(_shape(document, top, native=root == "/"), _names(node, top), native=root == "/")
    try:
        made = Expression(expression, site, namespaces=namespaces, before=_before(node, context))
        if collect and (refused := tuple(refusals(made.tree))):
            raise NotEvaluated("; ".join(refused))
        return made.value(node if node is not None else document, _environment(document, top, now, language))
    except (NotAnExpression, Faulty, Mismatch, xml.XPathRefused) as fault:
        raise NotEvaluated(str(fault)) from fault


def _environment(document: Element, top: Element, now: datetime | None, language: str) -> Environment:
    """A strict one, with the instances and texts of a document."""
    environment = Environment(now or datetime.now(UTC), top, _instances(document), strict=True)
    environment.translation = partial(_translation, document, language)
    return environment


def _element(document: Element, context: str) -> Element | None:
    """The context node, if it is an element.

    Raises:
        NotEvaluated: There is no such node.
    """
    if context == "/":
        return None
    found = document.xpath(context) if context else []
    if not found:
        raise NotEvaluated("there is no such context")
    return found[0] if isinstance(getattr(found[0], "tag", None), str) else None


def _before(node: Element | None, context: str) -> str:
    """What must be written before relative paths: nothing at an element, the whole path at any other node."""
    if node is not None:
        return ""
    return "/" if context == "/" else f"{context}/"


def _shape(document: Element, top: Element, *, native: bool) -> Shape:
    return Shape(root=top.tag if native else top[0].tag, instances=frozenset(_instances(document)), lazy=True)


def _names(node: Element | None, top: Element) -> Names | None:
    """The names below the root element on the way to a node, `None` where the node lies elsewhere."""
    names: list[str] = []
    while node is not None and node is not top:
        names.insert(0, xml.local(node.tag))
        node = node.getparent()
    return tuple(names[1:]) if node is not None and names else () if node is not None else None


def _translation(document: Element, language: str, identifier: str) -> list[Element]:
    """The values of an itext id in a language, else in the default one, else in the first."""
    translations = sorted(document.iter("translation"), key=lambda spoken: _rank(spoken, language))
    found = (text for spoken in translations for text in spoken if text.get("id") == identifier)
    return next((text.findall("value") for text in found), [])


def _rank(translation: Element, language: str) -> int:
    if language and translation.get("lang") == language:
        return 0
    return 1 if translation.get("default") is not None else 2


def _instances(document: Element) -> dict[str, Element]:
    return {xml.attribute(node, "id"): node for node in document.iter("instance") if node.get("id")}
