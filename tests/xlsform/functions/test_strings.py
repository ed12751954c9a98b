"""Functions of text, with blanks, wrong sorts and Urdu."""

import pytest

from tests.xlsform.functions.evaluated import REFUSED, Row, agrees, result

TABLE: tuple[Row, ...] = (
    ("string(/data/n)", "5"),
    ("string(/data/blank)", ""),
    ("string(/data/nowhere)", ""),
    ("string(1 div 3)", "0.3333333333333333"),
    ("string(1000000 * 1000000)", "1000000000000"),
    ("string(0 div 0)", "NaN"),
    ("string(1 = 1)", "true"),
    ("string()", "5"),
    ("string(1, 2)", REFUSED),
    ("concat('a', 1, true(), /data/blank)", "a1true"),
    ("concat(/data/row/w)", "xz"),
    ("concat()", ""),
    ("concat('لاہور', ' ', /data/urdu)", "لاہور پانی کا بل"),
    ("join(', ', /data/row/w)", "x, , z"),
    ("join('-', 1, 'b')", "1-b"),
    ("join(',')", ""),
    ("join()", REFUSED),
    ("contains(/data/urdu, 'کا')", True),
    ("contains('a', '')", True),
    ("contains('', 'a')", False),
    ("starts-with(/data/name, 'A')", True),
    ("starts-with('', '')", True),
    ("ends-with(/data/name, 'li')", True),
    ("ends-with('a', 'ab')", False),
    ("substring-before('a-b-c', '-')", "a"),
    ("substring-before('abc', '-')", ""),
    ("substring-after('a-b-c', '-')", "b-c"),
    ("substring-after('abc', '-')", ""),
    ("substring-after('abc', '')", "abc"),
    ("substring('12345', 2, 3)", "234"),
    ("substring('12345', 1.5, 2.6)", "234"),
    ("substring('12345', 0 div 0)", ""),
    ("substring('12345', -42, 1 div 0)", "12345"),
    ("substring('پانی', 2)", "انی"),
    ("substr('hello', 1, 3)", "el"),
    ("substr('hello', -2)", "lo"),
    ("substr('hello', 3, 1)", ""),
    ("substr('hello', 0, 99)", "hello"),
    ("substr('hello', -99, 2)", "he"),
    ("substr('hello', 'x')", ""),
    ("substr('hello', 1 div 0)", ""),
    ("substr('hello', -1 div 0, 2)", "he"),
    ("substr('hello', 0, -1 div 0)", ""),
    ("string-length(/data/urdu)", 10.0),
    ("string-length('')", 0.0),
    ("string-length()", 1.0),
    ("string-length(12.50)", 4.0),
    ("normalize-space(' 5\u00a0km  away ')", "5\u00a0km away"),
    ("normalize-space('  a \t\n b ')", "a b"),
    ("normalize-space()", "5"),
    ("normalize-space(/data/blank)", ""),
    ("translate('bar', 'abc', 'AB')", "BAr"),
    ("translate('cab', 'abc', '')", ""),
    ("translate('\u06f1\u06f2', '\u06f1\u06f2', '12')", "12"),
    ("regex('03001234567', '[0-9]{11}')", True),
    ("regex('x0300', '[0-9]+')", False),
    ("regex('', '')", True),
    ("regex(/data/urdu, '[\u0600-\u06ff ]+')", True),
    ("regex('a', '(')", REFUSED),
    ("jr:itext('pump')", ["Pump"]),
    ("string(jr:itext('nothing'))", ""),
)


@pytest.mark.parametrize(("expression", "expected"), TABLE)
def test_a_function_of_text(expression: str, expected: object) -> None:
    assert agrees(result(expression), expected), result(expression)


def test_itext_speaks_the_language_asked_for() -> None:
    assert result("string(jr:itext('pump'))", language="ur") == "پمپ"
    assert result("string(jr:itext('pump'))", language="fr") == "Pump"
