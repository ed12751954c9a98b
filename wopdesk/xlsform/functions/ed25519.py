"""Checking Ed25519 signatures (RFC 8032 §5.1.7) for `extract-signed`: whole numbers, no keys, no secrets.

The ciphers of the desk are the exchange's and stay there; a form that reads a signed code must be read without them.
"""

from __future__ import annotations

import hashlib

_PRIME = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_CURVE = -121665 * pow(121666, -1, _PRIME) % _PRIME
_ROOT = pow(2, (_PRIME - 1) // 4, _PRIME)
_KEY, _SIGNATURE = 32, 64

Place = tuple[int, int, int, int]  # a point of the curve in extended coordinates


def is_signed(message: bytes, signature: bytes, key: bytes) -> bool:
    """Whether a signature of 64 bytes over a message was made with the key whose public part is given."""
    if len(key) != _KEY or len(signature) != _SIGNATURE:
        return False
    owner, mark = _place(key), _place(signature[:_KEY])
    factor = int.from_bytes(signature[_KEY:], "little")
    if owner is None or mark is None or factor >= _ORDER:
        return False
    hashed = int.from_bytes(hashlib.sha512(signature[:_KEY] + key + message).digest(), "little") % _ORDER
    return _is_same(_times(factor, _BASE), _sum(mark, _times(hashed, owner)))


def _place(written: bytes) -> Place | None:
    """The point written in 32 bytes (RFC 8032 §5.1.3); `None` if they are none."""
    y = int.from_bytes(written, "little")
    odd, y = y >> 255, y & (2**255 - 1)
    x = _x_at(y, odd) if y < _PRIME else None
    return None if x is None else (x, y, 1, x * y % _PRIME)


def _x_at(y: int, odd: int) -> int | None:
    square = (y * y - 1) * pow(_CURVE * y * y + 1, -1, _PRIME) % _PRIME
    x = pow(square, (_PRIME + 3) // 8, _PRIME)
    if (x * x - square) % _PRIME:
        x = x * _ROOT % _PRIME
    if (x * x - square) % _PRIME or (x == 0 and odd):
        return None
    return _PRIME - x if x & 1 != odd else x


def _sum(one: Place, other: Place) -> Place:
    """Addition of points (RFC 8032 §5.1.4)."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % _PRIME
    b = (one[1] + one[0]) * (other[1] + other[0]) % _PRIME
    c = 2 * one[3] * other[3] * _CURVE % _PRIME
    d = 2 * one[2] * other[2] % _PRIME
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _PRIME, g * h % _PRIME, f * g % _PRIME, e * h % _PRIME


def _times(factor: int, place: Place) -> Place:
    found: Place = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            found = _sum(found, place)
        place, factor = _sum(place, place), factor >> 1
    return found


def _is_same(one: Place, other: Place) -> bool:
    return (one[0] * other[2] - other[0] * one[2]) % _PRIME == 0 and (
        one[1] * other[2] - other[1] * one[2]
    ) % _PRIME == 0


_BASE_Y = 4 * pow(5, -1, _PRIME) % _PRIME
_BASE_X = _x_at(_BASE_Y, 0) or 0
_BASE: Place = (_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % _PRIME)
