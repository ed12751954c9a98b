"""The entities a form writes: read and kept for whoever takes filled forms to a server; nothing here acts on them."""

from __future__ import annotations

from collections.abc import Iterable

from wopdesk.sentence import Sentence
from wopdesk.xlsform import xml
from wopdesk.xlsform.bounds import MOST_ENTITIES
from wopdesk.xlsform.definition import Entity
from wopdesk.xlsform.expressions.site import Names
from wopdesk.xlsform.reader.source import Source
from wopdesk.xlsform.xml import Element

_SAVED = "}saveto"


def read_entities(source: Source) -> tuple[Entity, ...]:
    """The entities of a form, as its model declares them (ODK XForms specification, Entities)."""
    nodes = [node for node in source.root.iter("entity") if node.get("dataset")]
    if len(nodes) > MOST_ENTITIES:
        said = Sentence("it writes {count} entities; at most {most} can be read", count=len(nodes), most=MOST_ENTITIES)
        source.fault((), None, said)
        return ()
    saved = _saved(source) if nodes else []
    return tuple(_entity(node, saved) for node in nodes)


def _entity(node: Element, saved: Iterable[tuple[str, Names]]) -> Entity:
    around = _names(node)[:-2]  # without `meta/entity`
    return Entity(
        dataset=xml.attribute(node, "dataset"),
        path="/".join(around),
        creates=node.get("create") is not None,
        updates=node.get("update") is not None,
        saves={column: "/".join(names) for column, names in saved if names[: len(around)] == around},
    )


def _names(node: Element) -> Names:
    """The names from below the root down to a node of the instance."""
    found: list[str] = []
    parent = node.getparent()
    while parent is not None and parent.getparent() is not None:
        found.insert(0, node.tag)
        node, parent = parent, parent.getparent()
    return tuple(found)


def _saved(source: Source) -> list[tuple[str, Names]]:
    """The properties and the questions that fill them."""
    binds = [(bind, source.names(xml.attribute(bind, "nodeset"))) for bind in source.model.findall(f"{xml.XFORMS}bind")]
    return [(text, names) for bind, names in binds for name, text in bind.attrib.items() if name.endswith(_SAVED)]
