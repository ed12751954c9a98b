"""Choices of the sheet `external_choices`: pyxform leaves them to a file beside the form; here the form carries them.

A server of ODK is given the workbook and makes that file itself, so that nothing is different there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wopdesk.xlsform import xml
from wopdesk.xlsform.workbook import Row, Table
from wopdesk.xlsform.xml import XFORMS, XHTML, Element

_LANGUAGE = re.compile(r"(?P<column>.+?)\s*::\s*(?:.*\((?P<code>[^()]+)\)|(?P<name>[^()]+))\s*$")
_LIST = ("list_name", "list name")


def carry(form: Element, table: Table) -> None:
    """Add the lists of the sheet to the model of a form, as secondary instances."""
    model = form.find(f"{XHTML}head/{XFORMS}model")
    if model is None:
        return
    lists: dict[str, list[Row]] = {}
    for row in table.rows:
        lists.setdefault(next((row.cells[name] for name in _LIST if name in row.cells), ""), []).append(row)
    place = 1 + max(at for at, node in enumerate(model) if node.tag == f"{XFORMS}instance")
    for at, (name, rows) in enumerate(lists.items(), place):
        model.insert(at, _instance(name, rows))


def _instance(name: str, rows: list[Row]) -> Element:
    held = xml.element(f"{XFORMS}instance")
    held.set("id", name)
    root = xml.child(held, f"{XFORMS}root")
    for row in rows:
        item = xml.child(root, f"{XFORMS}item")
        for column, text in _columns(row):
            xml.child(item, f"{XFORMS}{column}", text)
    return held


def _columns(row: Row) -> Iterator[tuple[str, str]]:
    """The cells by the names that expressions use; `label` is the first language's, `label_ur` that in Urdu."""
    plain: set[str] = set()
    for header, text in row.cells.items():
        spoken = _LANGUAGE.match(header)
        column = spoken["column"] if spoken else header
        if column in _LIST:
            continue
        if column not in plain:
            plain.add(column)
            yield xml.tag(column), text
        if spoken:
            yield xml.tag(f"{column}_{spoken['code'] or spoken['name']}"), text
