"""What depends on the answer that stands there already."""

from __future__ import annotations

from wopdesk.xlsform.functions.registry import function
from wopdesk.xlsform.values import Nodes, nodes, string


@function("once", "text", nodes, string)
def once(here: Nodes, value: str) -> str:
    """The answer that stands there, or the value if there is none yet; the emitter adds the node itself."""
    return string(here) or ("" if value == "NaN" else value)
