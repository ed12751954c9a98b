"""How values read on paper: rows, labels of choices, the beginning of a long text."""

from __future__ import annotations

import math
from decimal import Decimal, InvalidOperation

from wopdesk.programme.filed import FiledRow, read_rows
from wopdesk.records.version import Version


def rows_of(version: Version, repeat: str) -> list[FiledRow]:
    """The rows of a repeat, with answers and calculated values."""
    return list(read_rows(repeat, version.rows, (version.computed, version.answers)))


def number(text: str) -> float | None:
    """The value of a figure for charts and comparisons, None when it is not a finite number."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    found = float(value) if value.is_finite() else math.inf
    return found if math.isfinite(found) else None


def label(version: Version, path: str, language: str = "en") -> str:
    """The label of a chosen item as the version keeps it, else the value in plain words."""
    labels = version.shown.get(path, {})
    return labels.get(language) or labels.get("en") or version.answers.get(path, "").replace("_", " ").capitalize()


def beginning(text: str, length: int) -> str:
    """The whole text where it is short, else its first words with an ellipsis; it stands in full elsewhere."""
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    words = flat[:length].rsplit(" ", 1)[0]
    return f"{words} …"
