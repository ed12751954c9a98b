"""JSON as the formats allow it: strict to read, RFC 8785 to write where it is hashed as a value."""

from __future__ import annotations

import json
import re
from typing import Any

from wopdesk.sentence import Sentence, quoted

LEVELS = 64
"""How deep a JSON text may nest."""


class Unreadable(ValueError):
    """Bytes that are not what the format says.

    Attributes:
        detail: a clause that says what is wrong, such as "an operation names no field".
    """

    def __init__(self, detail: str) -> None:
        """Keep the clause, whose values stay apart."""
        super().__init__(detail)
        self.detail = Sentence.of(detail)


def read_json(data: bytes) -> Any:  # noqa: ANN401 - the caller checks the shape
    """Parse strict UTF-8 JSON: no duplicate member, lone surrogate, fraction, or number beyond 16 digits.

    Raises:
        Unreadable: saying what is wrong.
    """
    try:
        text = data.decode("utf-8")
        value = _DECODER.decode(text)
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    except UnicodeDecodeError:
        raise Unreadable("it is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise Unreadable(
            Sentence("it is not JSON ({fault} at {place})", fault=quoted(error.msg), place=error.pos)
        ) from None
    if text.count("[") + text.count("{") > LEVELS:
        _refuse_depth(value, LEVELS)
    if "\\ud" in text or "\\uD" in text:
        canonical(value)
    return value


def is_first(version: object) -> bool:
    """Whether a member `v` names the format's first version. In Python, true equals 1; in the format it does not."""
    return version == 1 and not isinstance(version, bool)


def canonical(value: object) -> bytes:
    """RFC 8785 bytes of a value made of dicts, lists, strings, integers, booleans and None.

    Raises:
        Unreadable: a text holds a lone surrogate, which has no bytes.
    """
    try:
        text = _WRITER.encode(value)
        if not text.isascii() and _ASTRAL.search(text):  # only then do Python and RFC 8785 differ about order
            text = _AS_GIVEN.encode(_sorted(value))
        return text.encode()
    except UnicodeEncodeError:
        raise Unreadable("it holds half a character (a lone surrogate)") from None


def read_canonical(data: bytes) -> dict[str, Any]:
    """Parse an object whose bytes must be its own RFC 8785 form: one value, one text, one digest."""
    value = read_json(data)
    if not isinstance(value, dict) or canonical(value) != data:
        raise Unreadable("it is not an object in canonical form (RFC 8785)")
    return value


def read_canonical_list(data: bytes) -> list[Any]:
    """Parse a list whose bytes must be its own RFC 8785 form."""
    value = read_json(data)
    if not isinstance(value, list) or canonical(value) != data:
        raise Unreadable("it is not a list in canonical form (RFC 8785)")
    return value


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value, key=_utf16)}
    if isinstance(value, (list, tuple)):
        return [_sorted(item) for item in value]
    return value


def _utf16(key: str) -> bytes:
    return key.encode("utf-16-be")


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Unreadable("a member stands twice")
    return members


def _no_fraction(text: str) -> Any:  # noqa: ANN401 - never returns
    raise Unreadable(Sentence("the number {number} is not allowed", number=text[:20]))


def _short_integer(text: str) -> int:
    if len(text) > 16:  # noqa: PLR2004 - digits of the largest integer that every JSON reader keeps exact
        _no_fraction(text)
    return int(text)


def _refuse_depth(value: object, left: int) -> None:
    if left == 0:
        raise Unreadable("it is nested too deeply")
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        if isinstance(child, (dict, list)):
            _refuse_depth(child, left - 1)


_AS_GIVEN = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_WRITER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), sort_keys=True)
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_DECODER = json.JSONDecoder(
    object_pairs_hook=_without_duplicates,
    parse_float=_no_fraction,
    parse_constant=_no_fraction,
    parse_int=_short_integer,
)
