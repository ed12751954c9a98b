"""Texts that others wrote, such as names, answers and remarks, as they may be shown: they steer nothing here.

Knows what is made of a text in each place, and no Qt.
"""

from __future__ import annotations

import html
import re

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but for tabs and line ends
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"  # which turn `fdp.exe` into `exe.pdf`
    "\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]"
)


def harmless(text: str) -> str:
    """A text without characters that are not seen and change how others are."""
    return _STEERING.sub("", text)


def tip(text: str) -> str:
    """A text for a tooltip, which Qt would read as HTML where it looks like that."""
    plain = harmless(text)
    return f"<qt>{html.escape(plain)}</qt>".replace("\n", "<br>") if "<" in plain else plain


def caption(text: str) -> str:
    """A text for a button or a menu, where Qt takes `&` for the sign of a key."""
    return harmless(text).replace("&", "&&")
