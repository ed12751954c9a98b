"""Identifiers, hashes and codes: text that stands for other text; and what identifies form, person and computer."""

from __future__ import annotations

import base64
import hashlib
import math
import uuid

from wopdesk.xlsform.environment import CURRENT
from wopdesk.xlsform.functions.ed25519 import is_signed
from wopdesk.xlsform.functions.registry import function
from wopdesk.xlsform.functions.verhoeff import check_digit
from wopdesk.xlsform.mismatch import Mismatch
from wopdesk.xlsform.values import number, string
from wopdesk.xlsform.xml import is_xml_text

_ALGORITHMS = frozenset({"md5", "sha1", "sha256", "sha384", "sha512"})
_MOST_LETTERS = 10_000
_SIGNATURE = 64


@function("uuid", "text", number, least=0)
def random_identifier(length: float = math.inf) -> str:
    """A random identifier: a UUID, or so many letters and digits.

    Raises:
        Mismatch: The length is none.
    """
    if math.isinf(length):
        return str(uuid.uuid4())
    if not 0 <= length <= _MOST_LETTERS:
        raise Mismatch(f"an identifier has up to {_MOST_LETTERS} letters")
    letters = "".join(uuid.uuid4().hex for _ in range(int(length) // 32 + 1))
    return letters[: int(length)]


@function("digest", "text", string, string, string, least=2)
def digest(text: str, algorithm: str, encoding: str = "base64") -> str:
    """A hash of the text, as base64 or hexadecimal digits.

    Raises:
        Mismatch: The algorithm or the encoding is unknown.
    """
    name, encoding = algorithm.lower().replace("-", ""), encoding.lower()
    if name not in _ALGORITHMS or encoding not in {"base64", "hex"}:
        raise Mismatch(f"unknown digest {algorithm!r} or encoding {encoding!r}")
    made = hashlib.new(name, text.encode(), usedforsecurity=False)
    return made.hexdigest() if encoding == "hex" else base64.b64encode(made.digest()).decode()


@function("checksum", "text", string, string)
def checksum(algorithm: str, digits: str) -> str:
    """The check digit of some digits; "" if they are none. The one algorithm is `verhoeff`, as in CommCare's forms.

    Raises:
        Mismatch: The algorithm is unknown.
    """
    if algorithm != "verhoeff":
        raise Mismatch(f"unknown checksum {algorithm!r}")
    return check_digit(digits) if digits.isascii() and digits.isdecimal() else ""


@function("base64-encode", "text", string)
def base64_encode(text: str) -> str:
    """The text written in base64."""
    return base64.b64encode(text.encode()).decode()


@function("base64-decode", "text", string)
def base64_decode(text: str) -> str:
    """The text that was written in base64; "" if it is none that XML could hold."""
    return _text(_bytes(text))


@function("extract-signed", "text", string, string)
def extract_signed(contents: str, key: str) -> str:
    """The text behind an Ed25519 signature, both in one base64; "" if it was not signed with the key."""
    data = _bytes(contents)
    signature, message = data[:_SIGNATURE], data[_SIGNATURE:]
    return _text(message) if is_signed(message, signature, _bytes(key)) else ""


@function("version", "text")
def version() -> str:
    """The version of the form."""
    return CURRENT.get().version


@function("property", "text", string)
def about(name: str) -> str:
    """What is known of the person or the computer under a name such as `username`."""
    return CURRENT.get().properties.get(name, "")


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except ValueError:
        return b""


def _text(data: bytes) -> str:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return ""
    return text if is_xml_text(text) else ""
