"""Functions of numbers: what is no number, what is no finite one, halves, and cells without anything."""

import math

import pytest

from tests.xlsform.functions.evaluated import REFUSED, Row, agrees, result

NAN, INFINITE = math.nan, math.inf

TABLE: tuple[Row, ...] = (
    ("number(/data/n)", 5.0),
    ("number(/data/comma)", 2.5),
    ("number(/data/blank)", NAN),
    ("number('')", NAN),
    ("number('12abc')", NAN),
    ("number('1e3')", NAN),
    ("number('- 1')", NAN),
    ("number(' -.5 ')", -0.5),
    ("number(true())", 1.0),
    ("number('\u06f5')", NAN),
    ("number()", 5.0),
    ("int(-3.9)", -3.0),
    ("int('x')", NAN),
    ("int(1 div 0)", INFINITE),
    ("round(2.5)", 3.0),
    ("round(-2.5)", -2.0),
    ("round(2.345, 2)", 2.35),
    ("round(1234.5, -2)", 1200.0),
    ("round(2.345 * 1, 2)", 2.35),
    ("round('x', 2)", NAN),
    ("round(1, 'x')", NAN),
    ("round(1.5, 31)", NAN),
    ("round(-1 div 0)", -INFINITE),
    ("floor(-2.5)", -3.0),
    ("floor('')", NAN),
    ("ceiling(-2.5)", -2.0),
    ("ceiling(2.1)", 3.0),
    ("abs(-3)", 3.0),
    ("abs('')", NAN),
    ("pow(2, 10)", 1024.0),
    ("pow(-8, 1 div 3)", NAN),
    ("pow(10, 400)", INFINITE),
    ("sqrt(16)", 4.0),
    ("sqrt(-1)", NAN),
    ("exp(0)", 1.0),
    ("exp(1000)", INFINITE),
    ("exp10(3)", 1000.0),
    ("log(1)", 0.0),
    ("log(0)", -INFINITE),
    ("log(-1)", NAN),
    ("log10(1000)", 3.0),
    ("sin(0)", 0.0),
    ("cos(0)", 1.0),
    ("tan(0)", 0.0),
    ("asin(2)", NAN),
    ("asin(1)", math.pi / 2),
    ("acos(1)", 0.0),
    ("acos(-2)", NAN),
    ("atan(1)", math.pi / 4),
    ("atan2(1, -1)", 3 * math.pi / 4),
    ("pi()", math.pi),
    ("sum(/data/row/v)", 4.0),
    ("sum(/data/mixed/v)", 2.0),
    ("sum(/data/nowhere)", 0.0),
    ("sum(5)", REFUSED),
    ("max(/data/row/v)", 3.0),
    ("max(/data/mixed/v)", 4.0),
    ("max(-5, -3)", -3.0),
    ("max('')", NAN),
    ("max(/data/nowhere)", NAN),
    ("min(/data/mixed/v)", -2.0),
    ("min(/data/row/v, 0)", 0.0),
    ("min(/data/nowhere)", NAN),
    ("5 mod 2", 1.0),
    ("-5 mod 2", -1.0),
    ("1 div 0", INFINITE),
    ("'a' + 1", NAN),
    ("/data/blank + 1", NAN),
    ("0.1 + 0.2 = 0.3", True),
    ("random() < 1 and random() >= 0", True),
    ("random(1)", REFUSED),
)


@pytest.mark.parametrize(("expression", "expected"), TABLE)
def test_a_function_of_numbers(expression: str, expected: object) -> None:
    assert agrees(result(expression), expected), result(expression)
