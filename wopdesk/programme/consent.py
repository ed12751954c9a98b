"""What stays in the office of a photo whose persons do not agree: the picture, and what may tell who they are.

A row that asks for a `photo` asks beside it for `consent`. Knows no file and no screen.
"""

from __future__ import annotations

from collections.abc import Mapping

_CONSENT, _NO = "]/consent", "no"
_WITHHELD = ("photo", "caption", "place", "taken")


def disagreeing(answers: Mapping[str, str]) -> tuple[str, ...]:
    """Rows with a photo of persons who do not agree, from answers by path: `work/photos[1]`."""
    found = [path for path, text in answers.items() if path.endswith(_CONSENT) and text == _NO]
    return tuple(path.removesuffix(_CONSENT) + "]" for path in found)


def withheld(answers: Mapping[str, str]) -> frozenset[str]:
    """Paths of answers that no other office is given, whether anything is answered there or not."""
    return frozenset(f"{row}/{name}" for row in disagreeing(answers) for name in _WITHHELD)
