"""Sets of nodes and their places; shuffles as other engines shuffle."""

import math

import pytest

from tests.xlsform.functions.evaluated import REFUSED, Row, agrees, result

TABLE: tuple[Row, ...] = (
    ("count(/data/row)", 3.0),
    ("count(/data/nowhere)", 0.0),
    ("count(1)", REFUSED),
    ("count-non-empty(/data/row/w)", 2.0),
    ("count-non-empty(/data/nowhere)", 0.0),
    ("count-non-empty('a')", REFUSED),
    ("position(/data/row[2])", 2.0),
    ("position(/data/nowhere)", math.nan),
    ("/data/row[position() = 3]/w", ["z"]),
    ("/data/row[last()]/w", ["z"]),
    ("current()", ["5"]),
    ("local-name(/data/row[1])", "row"),
    ("local-name()", "n"),
    ("name(/data/nowhere)", ""),
    ("namespace-uri(/data)", ""),
    ("lang('en')", False),
    ("count(id('wells'))", 1.0),
    ("indexed-repeat(/data/row/w, /data/row, 3)", ["z"]),
    ("indexed-repeat(/data/row/w, /data/row, 2.9)", [""]),
    ("indexed-repeat(/data/row/w, /data/row, 0)", ["x"]),
    ("indexed-repeat(/data/row/w, /data/row, /data/blank)", ["x"]),
    ("indexed-repeat(/data/row/w, /data/row, /data/nowhere)", []),
    ("indexed-repeat(/data/row/w, /data/row, 9)", []),
    ("indexed-repeat(/data/row/w)", REFUSED),
    ("indexed-repeat(/data/row/w, /data/row)", REFUSED),
    ("indexed-repeat(/data/row/w, /data/row, 1, /data)", REFUSED),
    ("count(randomize(/data/row))", 3.0),
    ("string-length(join('', randomize(/data/row/w, 7)))", 2.0),
    ("randomize(/data/nowhere)", []),
    ("randomize(5)", REFUSED),
    ("randomize(/data/row/w, 42) = /data/row/w", True),
)


@pytest.mark.parametrize(("expression", "expected"), TABLE)
def test_a_function_of_nodes(expression: str, expected: object) -> None:
    assert agrees(result(expression), expected), result(expression)


def test_a_shuffle_is_the_same_for_the_same_seed_and_keeps_every_node() -> None:
    def shuffled(seed: str) -> object:
        return result(f"randomize(/data/mixed/v, {seed})")

    assert shuffled("42") == shuffled("'42'") == shuffled("42.9")
    assert shuffled("''") == shuffled("0")
    assert len({str(shuffled(str(seed))) for seed in range(40)}) > 10
    assert sorted(str(each) for each in shuffled("'علی'")) == ["", "-2", "4", "many"]  # type: ignore[attr-defined]
