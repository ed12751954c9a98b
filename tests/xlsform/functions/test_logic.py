"""Truth, choices and lists: what an empty answer means, and what is found where."""

import pytest

from tests.xlsform.functions.evaluated import REFUSED, Row, agrees, result

TABLE: tuple[Row, ...] = (
    ("true()", True),
    ("false()", False),
    ("true(1)", REFUSED),
    ("boolean('false')", True),
    ("boolean('')", False),
    ("boolean(/data/blank)", False),
    ("boolean(/data/nowhere)", False),
    ("boolean(0 div 0)", False),
    ("boolean(0.0000000000001)", False),
    ("not(/data/blank)", True),
    ("not(/data/n)", False),
    ("boolean-from-string('TRUE')", True),
    ("boolean-from-string('1')", True),
    ("boolean-from-string(/data/blank)", False),
    ("boolean-from-string('yes')", False),
    ("if(/data/blank, 'yes', 'no')", "no"),
    ("if(/data/n > 4, 1, 'no')", 1.0),
    ("if(true(), /data/row/w, '')", ["x", "", "z"]),
    ("coalesce(/data/blank, 'other')", "other"),
    ("coalesce(number('x'), 2)", 2.0),
    ("coalesce('', '')", ""),
    ("coalesce(0, 1)", 0.0),
    ("once('new')", "5"),
    ("depend(/data/n, /data/blank)", ["5"]),
    ("depend()", REFUSED),
    ("selected(/data/several, 'c')", True),
    ("selected(/data/several, ' c ')", True),
    ("selected(/data/blank, 'a')", False),
    ("selected('abc', 'b')", False),
    ("selected('پانی بجلی', 'بجلی')", True),
    ("is-selected(/data/several, 'b')", True),
    ("count-selected(/data/several)", 3.0),
    ("count-selected('')", 0.0),
    ("count-selected('  a  b ')", 2.0),
    ("selected-at(/data/several, 1)", "c"),
    ("selected-at(/data/several, 3)", ""),
    ("selected-at(/data/several, -1)", ""),
    ("selected-at(/data/blank, 0)", ""),
    ("selected-at(/data/several, 'x')", ""),
    ("checklist(1, 2, true(), false(), 'x')", True),
    ("checklist(-1, 0, true())", False),
    ("checklist(2, -1, /data/row/v)", True),
    ("weighted-checklist(3, 5, true(), 3, false(), 9)", True),
    ("weighted-checklist(-1, -1, true(), 1)", False),
    ("weighted-checklist(4, 4, /data/row/v, /data/row/v)", True),
    ("instance('wells')/root/item[name = 'w2']/depth", ["120"]),
    ("count(instance('nowhere')/root/item)", REFUSED),
    ("pulldata('wells', 'depth', 'name', 'w1')", "80"),
    ("pulldata('wells', 'depth', 'name', 'w9')", ""),
    ("pulldata('wells', 'color', 'name', 'w1')", ""),
    ("pulldata('wells')", REFUSED),
    ("jr:choice-name('a', '/data/several')", ""),
    ("1 = 1.0", True),
    ("'' = /data/blank", True),
    ("/data/row/v = 3", True),
    ("/data/row/v != 3", True),
    ("/data/nowhere = 3", False),
    ("/data/blank < 1", False),
    ("'10' > '9'", True),
    ("true() = 'x'", True),
)


@pytest.mark.parametrize(("expression", "expected"), TABLE)
def test_a_function_of_truth_or_choice(expression: str, expected: object) -> None:
    assert agrees(result(expression), expected), result(expression)


def test_once_takes_the_value_where_nothing_stands() -> None:
    assert result("once('new')", "/data/blank") == "new"
    assert result("once(number('x'))", "/data/blank") == ""
