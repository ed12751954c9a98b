"""How far two lists begin alike, so that only what follows is shown anew. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence


def same_beginning(one: Sequence[object], other: Sequence[object]) -> int:
    """How many of the first are the same in both."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (here, there) in pairs if here != there), min(len(one), len(other)))
