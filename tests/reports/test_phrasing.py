"""The values of figures, also those that were made to do harm."""

from __future__ import annotations

import pytest

from wopdesk.reports.phrasing import number


@pytest.mark.parametrize("text", ["1e999999999", "-1e999999999", "1e-999999999", "NaN", "Infinity"])
def test_a_figure_that_nobody_can_draw_is_none(text: str) -> None:
    assert number(text) in {None, 0.0}
