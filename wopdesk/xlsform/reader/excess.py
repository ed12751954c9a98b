"""An XForm with more of anything than a form needs is refused before anybody tries to understand it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from wopdesk.sentence import Sentence
from wopdesk.xlsform.bounds import (
    MOST_ATTRIBUTES,
    MOST_ELEMENTS,
    MOST_LANGUAGES,
    MOST_LISTED,
    MOST_NAMED,
    MOST_NESTED,
    MOST_REPEATS,
    MOST_TAGS,
    MOST_WORDINGS,
    too_many_formulas,
)
from wopdesk.xlsform.problems import FormError, Problem
from wopdesk.xlsform.xml import XFORMS, Element

_RULES = frozenset({"relevant", "calculate", "constraint", "required", "readonly"})
_ASKED = ("input", "select1", "select", "rank", "upload", "trigger", "range", "secret")
_PARTS: Mapping[str, Mapping[str, int]] = {
    "model": dict.fromkeys(("bind", "setvalue", "instance", "output"), MOST_ELEMENTS)
    | {"translation": MOST_LANGUAGES, "value": MOST_WORDINGS},
    "body": dict.fromkeys((*_ASKED, "group", "setvalue", "output"), MOST_ELEMENTS)
    | {"item": MOST_LISTED, "repeat": MOST_REPEATS},
}
"""What may be too many, and where it stands."""
_PATH = re.compile(r"(?<![\w./*)\]-])\.{0,2}/")
"""Where a path begins."""
NAMES_TOO_MUCH = Problem("form", 0, Sentence("its formulas name questions more than {most} times", most=MOST_NAMED))


def refuse_tags(data: bytes) -> None:
    """Refuse an XForm whose elements alone would fill the memory: it is not even parsed.

    Raises:
        FormError: It holds more elements than a form needs.
    """
    tags = data.count(b"<")
    if tags > MOST_TAGS:
        said = Sentence("it holds {count} tags of XML; at most {most} can be read", count=tags, most=MOST_TAGS)
        raise FormError([Problem("xform", 0, said)])


def refuse_excess(model: Element, body: Element, instance: Element) -> None:
    """Refuse a form of which nobody could say what it is for.

    Raises:
        FormError: It holds more than a form needs; lists every sort of which there is too much.
    """
    if found := [Problem("xform", 0, said) for said in _excess(model, body, instance)]:
        raise FormError(found)
    rules = [text for bind in model.findall(f"{XFORMS}bind") for name, text in bind.attrib.items() if name in _RULES]
    if sum(len(_PATH.findall(text)) for text in rules) > MOST_NAMED:
        raise FormError([NAMES_TOO_MUCH])
    if said := too_many_formulas(rules):
        raise FormError([Problem("form", 0, said)])


def _excess(model: Element, body: Element, instance: Element) -> Iterator[Sentence]:
    asked = sum(1 for _ in instance.iter("*"))
    if asked > MOST_ELEMENTS:
        yield Sentence("it holds {count} questions; at most {most} can be read", count=asked, most=MOST_ELEMENTS)
    for part, bounds in ((model, _PARTS["model"]), (body, _PARTS["body"])):
        for name, most in bounds.items():
            count = sum(1 for _ in part.iter(f"{XFORMS}{name}"))
            if count > most:
                yield Sentence(
                    "it holds <{name}> {count} times; at most {most} can be read", name=name, count=count, most=most
                )
    if model.xpath(f"boolean(//*[count(@*) > {MOST_ATTRIBUTES}])"):
        yield Sentence("an element has more than {most} attributes", most=MOST_ATTRIBUTES)
    if model.xpath("boolean(" + "/*" * (MOST_NESTED + 1) + ")"):
        yield Sentence("elements are nested more than {most} deep", most=MOST_NESTED)
