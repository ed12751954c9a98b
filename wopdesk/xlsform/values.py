"""What an XPath yields, and how one sort of value becomes another: JavaRosa's rules.

A result is text, a number, a truth value or a list of nodes; a date is its ISO text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import cast

from wopdesk.xlsform.environment import CURRENT
from wopdesk.xlsform.mismatch import Mismatch
from wopdesk.xlsform.moments import days_since_epoch, read_moment
from wopdesk.xlsform.xml import Element

Item = Element | str
Nodes = Sequence[Item]
Value = str | float | bool | Nodes

NEGLIGIBLE = 1e-12  # JavaRosa takes numbers for equal that lie so near to each other
_NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")


def string(value: object) -> str:
    """The text of a value; of nodes, that of the first."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return written(value)
    nodes = cast("Nodes", value)
    return item_text(nodes[0]) if nodes else ""


def number(value: object) -> float:
    """The number of a value: dates count whole days since 1970, a comma may mark decimals; else NaN."""
    if isinstance(value, float):
        return value
    if isinstance(value, bool):
        return float(value)
    text = string(value)
    if text.isascii() and text.isdecimal():
        return float(text)
    text = text.strip().replace(",", ".")
    if _NUMBER.fullmatch(text):
        return float(text)
    return _days(text) if "-" in text else math.nan


def _days(text: str) -> float:
    """The days since 1970 of a date, or of a moment on the clock of the evaluation."""
    environment = CURRENT.get(None)
    zone = environment.now.tzinfo if environment is not None else None
    moment = read_moment(text, zone)
    return math.nan if moment is None else days_since_epoch(moment, zone)


def boolean(value: object) -> bool:
    """The truth of a value: a single leaf node is true when it holds text (JavaRosa; XPath 1.0 would say: exists)."""
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return abs(value) > NEGLIGIBLE
    if isinstance(value, str):
        return value != ""
    nodes = cast("Nodes", value)
    only = nodes[0] if len(nodes) == 1 else None
    return bool(only.text) if only is not None and not isinstance(only, str) and len(only) == 0 else bool(nodes)


def nodes(value: object) -> Nodes:
    """The nodes of a value.

    Raises:
        Mismatch: It is no set of nodes.
    """
    if isinstance(value, list):
        return value
    raise Mismatch("a set of nodes was expected")


def anything(value: object) -> object:
    """The value as it is."""
    return value


def texts(values: Sequence[object]) -> list[str]:
    """The texts of values, sets of nodes laid out one by one."""
    found: list[str] = []
    for value in values:
        found.extend([item_text(item) for item in value] if isinstance(value, list) else [string(value)])
    return found


def item_text(item: Item) -> str:
    """The text of one node, attribute or piece of text."""
    if isinstance(item, str):
        return str(item)
    return "".join(item.itertext()) if len(item) else item.text or ""


def written(value: float) -> str:
    """A number as text: whole where it is whole, never in powers of ten."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")
