"""The order in which the characters of a line stand on paper: the Unicode bidirectional algorithm (UAX #9)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from bidi import algorithm  # type: ignore[import-untyped]

_STRONG = {"L": 0, "R": 1, "AL": 1}
_MIRROR = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_INVISIBLE = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
"""Signs that only say in which order their neighbours stand; text copied from a phone is full of them."""
_EMBEDDING = {"\u2066": "\u202a", "\u2067": "\u202b", "\u2069": "\u202c"}
_FIRST_STRONG_ISOLATE = "\u2068"


@dataclass(frozen=True)
class Run:
    """Characters of one direction. In a right-to-left run brackets are already mirrored."""

    text: str
    right_to_left: bool


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter outside isolates that has a direction is a right-to-left one (UAX #9 P2 and P3).

    Where isolates hold all letters, what stands between them decides: an Arabic comma parts a list read from the right.
    """
    first = _first_strong(_outside_isolates(text))
    return _STRONG[unicodedata.bidirectional(first)] == 1 if first else needs_order(_outside_isolates(text))


def needs_order(text: str) -> bool:
    """Whether any letter is written from right to left or is an Urdu figure, so that the text needs this module."""
    return not text.isascii() and any(_is_ours(char) for char in text)


def visible(text: str) -> str:
    """The text without the signs that only say in which order the others stand."""
    return text if text.isascii() else text.translate(_INVISIBLE)


@lru_cache(maxsize=2_000)
def levels(text: str, *, right_to_left: bool) -> list[int]:
    """The embedding level of each character of a paragraph (UAX #9 X to I)."""
    base = int(right_to_left)
    text = _without_isolates(text)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage, False, False)  # noqa: FBT003 - their signature
    for place, char in enumerate(storage["chars"]):
        char["place"] = place
    algorithm.explicit_embed_and_overrides(storage, False)  # noqa: FBT003 - their signature
    for resolve in (
        algorithm.resolve_weak_types,
        algorithm.resolve_neutral_types,
        algorithm.resolve_implicit_levels,
    ):
        resolve(storage, False)  # noqa: FBT003 - their signature
    found = [base] * len(text)
    for char in storage["chars"]:
        found[char["place"]] = char["level"]
    return found


def visual_runs(text: str, of: Sequence[int], *, right_to_left: bool) -> list[Run]:
    """The runs of one line from left to right (UAX #9 L1 and L2).

    Args:
        text: the line.
        of: its characters' levels.
        right_to_left: the paragraph's direction, which trailing blanks take.
    """
    base, kept = int(right_to_left), len(text.rstrip())
    line = [*of[:kept], *[base] * (len(text) - kept)]
    runs = [
        (level, "".join(text[at] for at in places)) for level, places in groupby(range(len(text)), line.__getitem__)
    ]
    for threshold in range(max(line, default=0), 0, -1):
        runs = _reversed_above(runs, threshold)
    return [Run(run.translate(_MIRROR) if level % 2 else run, bool(level % 2)) for level, run in runs]


def _reversed_above(runs: list[tuple[int, str]], threshold: int) -> list[tuple[int, str]]:
    ordered: list[tuple[int, str]] = []
    for above, group in groupby(runs, lambda run: run[0] >= threshold):
        members = list(group)
        ordered += members[::-1] if above else members
    return ordered


def _outside_isolates(text: str) -> str:
    """What no isolate holds."""
    if text.isascii():
        return text
    depth, found = 0, []
    for char in text:
        if char in "\u2066\u2067\u2068":
            depth += 1
        elif char == "\u2069":
            depth = max(0, depth - 1)
        elif not depth:
            found.append(char)
    return "".join(found)


def _without_isolates(text: str) -> str:
    """Isolates as the embeddings that come nearest, sign for sign: the algorithm's library is older than isolates."""
    if not any("\u2066" <= char <= "\u2069" for char in text):
        return text
    return "".join(
        _EMBEDDING.get(char, char)
        if char != _FIRST_STRONG_ISOLATE
        else "\u202a\u202b"[reads_right_to_left(_isolate(text[at + 1 :]))]
        for at, char in enumerate(text)
    )


def _isolate(text: str) -> str:
    """What stands before the end of the isolate in which a text begins."""
    depth = 1
    for at, char in enumerate(text):
        depth += (char in "\u2066\u2067\u2068") - (char == "\u2069")
        if not depth:
            return text[:at]
    return text


def _is_ours(char: str) -> bool:
    return unicodedata.bidirectional(char) in {"R", "AL", "AN"} or "\u0600" <= char <= "\u06ff"


def _first_strong(text: str) -> str:
    return next((char for char in text if unicodedata.bidirectional(char) in _STRONG), "")
