"""How figures read, also those that were made to do harm."""

from __future__ import annotations

from datetime import date

import pytest

from tests.programme.documents import report
from wopdesk.programme.datasets import Sources, last_report
from wopdesk.programme.figures import figure

HOSTILE = ["1e999999999", "-1e999999999", "1e-999999999", "NaN", "Infinity"]


def test_thousands_are_separated_and_digits_stay_as_typed() -> None:
    assert figure("1234567.50") == "1,234,567.50"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_figure_is_not_written_out_in_a_thousand_million_noughts(text: str) -> None:
    assert figure(text) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_nor_is_one_of_the_last_report(text: str) -> None:
    earlier = report("2026-03", {"progress/produced": text})
    (last,) = last_report(Sources(date(2026, 6, 3), (earlier,), period="2026-05"))
    assert last["produced_said"] == text
