from dataclasses import replace

import pytest

from wopdesk.drawing.line import Plot, Series, line_chart, nearest
from wopdesk.drawing.marks import Dot, Line, Path, Tag, Words

MONTHS = ("May", "Jun", "Jul", "Aug", "Sep")
SERIES = Series(MONTHS, (33.0, 32.0, None, 31.0, 30.1), target=28, unit="%")
PAPER = Plot(480, 118)
SCREEN = Plot(312, 176, (30, 14, 30, 24), 11, most_labels=6, beside=False, dot=0)


def test_a_period_without_figure_cuts_the_line() -> None:
    assert sum(isinstance(mark, Path) for mark in line_chart(SERIES, PAPER)) == 2
    assert sum(isinstance(mark, Path) for mark in line_chart(replace(SERIES, values=(1, 2, 3, 4, 5)), PAPER)) == 1


def test_paper_and_screen_say_the_same_in_different_places() -> None:
    beside = {mark.text for mark in line_chart(SERIES, PAPER) if isinstance(mark, Words)}
    within = {mark.text for mark in line_chart(SERIES, SCREEN) if isinstance(mark, Words | Tag)}
    assert {"30.1%", "Target 28%", "Sep"} <= beside & within


def test_a_value_that_is_pointed_at_gets_the_tag() -> None:
    at = nearest(SERIES, SCREEN, 31)
    assert [mark.text for mark in line_chart(SERIES, SCREEN, at) if isinstance(mark, Tag)] == ["33%"]
    assert [mark.text for mark in line_chart(SERIES, SCREEN, 2) if isinstance(mark, Tag)] == ["30.1%"]


def test_from_right_to_left_everything_changes_sides() -> None:
    turned = replace(SCREEN, from_right=True)
    for one, other in zip(line_chart(SERIES, SCREEN), line_chart(SERIES, turned), strict=True):
        if isinstance(one, Dot) and isinstance(other, Dot):
            assert one.centre[0] == pytest.approx(SCREEN.width - other.centre[0])
        if isinstance(one, Words) and isinstance(other, Words):
            assert {one.anchor, other.anchor} in ({"middle"}, {"start", "end"})
    assert nearest(SERIES, turned, 280) == 0


def test_the_last_period_is_always_written() -> None:
    series = Series(tuple(str(number) for number in range(30)), (1.0,) * 30)
    written = [mark.text for mark in line_chart(series, SCREEN) if isinstance(mark, Words) and mark.anchor == "middle"]
    assert written[-1] == "29"
    assert len(written) <= 6


@pytest.mark.parametrize("values", [(None, None), (5.0, None), (0.0, 0.0)])
def test_few_or_equal_values_make_a_chart_all_the_same(values: tuple[float | None, ...]) -> None:
    for plot in (PAPER, SCREEN):
        assert any(isinstance(mark, Line) for mark in line_chart(Series(("May", "Jun"), values), plot))


def test_beside_an_urdu_word_the_target_keeps_its_unit_behind_its_figure() -> None:
    series = Series(MONTHS, (33.0, 32.0, 31.5, 31.0, 30.1), target=12, unit=" h/day", target_label="ہدف")
    said = [mark.text for mark in line_chart(series, Plot(300, 200)) if isinstance(mark, Words)]
    assert "ہدف \u206612 h/day\u2069" in said
