"""Keeps Python's None, True and False alive under Qt. See docs/decisions/0005-none-is-held-before-qt-starts.md.

PySide6 6.12 is built for Pythons in which None cannot die (PEP 683, from 3.12 on) and gives one reference too few for
every call that returns nothing. In Python 3.11 some thousands of calls use up the references to None, which ends the
process. Likewise for True and False where Qt asks a method of ours, such as `hitButton`, for one.
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 60
"""More references than a desk that runs for a thousand years can use up."""


def hold_none() -> None:
    """Give them so many references that Qt's calls cannot use them up, once; nothing to do from Python 3.12 on."""
    for single in (None, True, False):
        if sys.version_info < (3, 12) and sys.getrefcount(single) < _PLENTY // 2:
            ctypes.c_ssize_t.from_address(id(single)).value += _PLENTY
