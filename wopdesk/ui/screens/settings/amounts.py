"""Amounts of bytes and days of backups, in words."""

from __future__ import annotations

from datetime import date

from wopdesk.ui.i18n import from_left
from wopdesk.ui.saying import written

_STEP = 1024


def bytes_said(amount: int) -> str:
    """An amount of bytes as people say it: `3.4 MB`."""
    size, unit = float(amount), "B"
    for larger in ("KB", "MB", "GB"):
        if size < _STEP:
            break
        size, unit = size / _STEP, larger
    return from_left(f"{size:.0f} {unit}" if size >= 100 or unit == "B" else f"{size:.1f} {unit}")  # noqa: PLR2004


def day_said(when: date | None) -> str:
    """A day in words, nothing for none."""
    return written(when) if when else ""
