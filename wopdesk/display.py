"""Whether this computer can show a window. Every way in may ask; this module asks nobody."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """Whether a window can be seen: on Linux where a display or a Qt platform is named."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
