"""The secondary instances of a sheet: lists the form carries, and lists that were brought for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wopdesk.xlsform import xml
from wopdesk.xlsform.definition import Definition
from wopdesk.xlsform.xml import Element

LAST_SAVED = "__last-saved"  # the instance that pyxform names for `${last-saved#…}`
Dataset = Sequence[Mapping[str, str]]


def instances(definition: Definition, datasets: Mapping[str, Dataset]) -> dict[str, Element]:
    """The instances by id; a list that was not brought is empty."""
    brought = {name: build_list(name, datasets.get(name, ())) for name in definition.external}
    return {**definition.lists, **brought}


def build_list(name: str, items: Dataset) -> Element:
    """A list as an instance, the way ODK reads a CSV: `root/item/column`."""
    held = xml.element("instance")
    held.set("id", name)
    root = xml.child(held, "root")
    for columns in items:
        item = xml.child(root, "item")
        for column, text in columns.items():
            xml.child(item, xml.tag(column), text)
    return held
