"""The check digit of Verhoeff (1969) for `checksum`: it tells every wrong digit and every two that changed places.

Digits are the ten symmetries of a pentagon: five turns, then five turns of its back.
"""

from __future__ import annotations

_SIDES = 5
_MOVED = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)  # each place moves its digit once more than the place on its right


def check_digit(digits: str) -> str:
    """The digit that belongs behind some digits."""
    turned = 0
    for times, digit in enumerate(reversed(digits), 1):
        turned = _joined(turned, _moved(int(digit), times))
    return str((_SIDES - turned) % _SIDES if turned < _SIDES else turned)


def _moved(digit: int, times: int) -> int:
    for _ in range(times % 8):  # eight moves bring every digit back
        digit = _MOVED[digit]
    return digit


def _joined(one: int, other: int) -> int:
    """One symmetry after the other."""
    back, turn = divmod(other, _SIDES)
    turned = one % _SIDES + (turn if one < _SIDES else -turn)
    return turned % _SIDES + _SIDES * ((one >= _SIDES) != bool(back))
