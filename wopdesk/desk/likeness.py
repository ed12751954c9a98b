"""Names that look alike: a stranger may call itself as a known office does, with other letters of like shape."""

from __future__ import annotations

import unicodedata

_CYRILLIC = "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
_GREEK = "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
_ARABIC = "\u0643\u064a\u0649\u06c1"
_SHAPES = (
    str.maketrans(_CYRILLIC, "ABEKMHOPCTYXSIJ")
    | str.maketrans(_GREEK, "ABEZHIKMNOPTYX")
    | str.maketrans(_ARABIC, "\u06a9\u06cc\u06cc\u0647")
    | str.maketrans("01L", "OII")
)
"""Capital letters, digits and letters of Arabic, and those of Latin and Urdu that they look like."""


def look_alike(one: str, other: str) -> bool:
    """Whether a person who reads one name may take it for the other."""
    return _seen(one) == _seen(other) != ""


def _seen(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).upper().translate(_SHAPES)
    return "".join(filter(str.isalnum, plain))
