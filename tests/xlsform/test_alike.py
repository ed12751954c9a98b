"""Which name was probably meant."""

import pytest

from wopdesk.xlsform.alike import Alike

KNOWN = ("reading", "reader", "meter_1", "meter_2", "یونٹ", "a", "x" * 65)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("raeding", "reading"),
        ("readin", "reading"),
        ("readings", "reading"),
        ("Reading", "reading"),
        ("readxng", "reading"),
        ("meter_", "meter_1"),
        ("یونت", "یونٹ"),
        ("b", ""),
        ("ab", ""),
        ("pressure", ""),
        ("x" * 66, ""),
        ("", ""),
    ],
)
def test_one_letter_too_many_too_few_wrong_or_out_of_place(name: str, meant: str) -> None:
    assert Alike(KNOWN).nearest(name) == meant
