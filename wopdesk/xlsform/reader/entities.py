"""The entities a form writes: read and kept for whoever takes filled forms to a server; nothing here acts on them."""

from __future__ import annotations

from wopdesk.xlsform import xml
from wopdesk.xlsform.definition import Entity
from wopdesk.xlsform.expressions.site import Names
from wopdesk.xlsform.reader.source import Source
from wopdesk.xlsform.xml import Element

_SAVED = "}saveto"


def read_entities(source: Source) -> tuple[Entity, ...]:
    """The entities of a form, as its model declares them (ODK XForms specification, Entities)."""
    return tuple(_entity(source, node) for node in source.root.iter("entity") if node.get("dataset"))


def _entity(source: Source, node: Element) -> Entity:
    around = _names(node)[:-2]  # without `meta/entity`
    return Entity(
        dataset=xml.attribute(node, "dataset"),
        path="/".join(around),
        creates=node.get("create") is not None,
        updates=node.get("update") is not None,
        saves=dict(_saved(source, around)),
    )


def _names(node: Element) -> Names:
    """The names from below the root down to a node of the instance."""
    found: list[str] = []
    parent = node.getparent()
    while parent is not None and parent.getparent() is not None:
        found.insert(0, node.tag)
        node, parent = parent, parent.getparent()
    return tuple(found)


def _saved(source: Source, around: Names) -> list[tuple[str, str]]:
    """The properties and the questions that fill them, inside the element that the entity belongs to."""
    found: list[tuple[str, str]] = []
    for bind in source.model.findall(f"{xml.XFORMS}bind"):
        names = source.names(xml.attribute(bind, "nodeset"))
        columns = [text for name, text in bind.attrib.items() if name.endswith(_SAVED)]
        found.extend((column, "/".join(names)) for column in columns if names[: len(around)] == around)
    return found
