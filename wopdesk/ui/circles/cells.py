"""How a table shows what is told of a partnership. Knows no desk."""

from __future__ import annotations

from wopdesk.ui.circles.content import Standing
from wopdesk.ui.widgets.cells import Cell, Share, Text

_GOOD = 80
"""Share of reports on time, in per cent, from which it is good."""


def punctuality(one: Standing) -> Cell:
    """The share of reports on time."""
    if one.on_time is None:
        return Text("–", -1)
    return Share(one.on_time, tone="good" if one.on_time >= _GOOD else "warn")
