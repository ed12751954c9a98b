"""How figures read on paper, also those that were made to do harm."""

from __future__ import annotations

import pytest

from wopdesk.reports.phrasing import figure, number


def test_thousands_are_separated_and_digits_stay_as_typed() -> None:
    assert figure("1234567.50") == "1,234,567.50"


@pytest.mark.parametrize("text", ["1e999999999", "-1e999999999", "1e-999999999", "NaN", "Infinity"])
def test_a_figure_is_not_written_out_in_a_thousand_million_noughts(text: str) -> None:
    assert figure(text) == text
    assert number(text) in {None, 0.0}
