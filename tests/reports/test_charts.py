import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.shapes import PolyLine, String

from wopdesk.reports import charts
from wopdesk.reports.blocks import Bar, Chart

VALUE = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 3))


@given(VALUE, VALUE)
def test_an_axis_holds_both_ends_in_a_few_round_steps(one: float, other: float) -> None:
    low, high = sorted((one, other))
    ticks = charts.scale(low, high)
    slack = 1e-6 * max(1.0, abs(low), abs(high))
    assert ticks[0] <= low + slack
    assert ticks[-1] >= high - slack
    assert 2 <= len(ticks) <= 8
    assert ticks == sorted(set(ticks))


def _lines(chart: Chart) -> list[PolyLine]:
    return [shape for shape in charts.line_chart(chart, 480).contents if isinstance(shape, PolyLine)]


def _words(chart: Chart) -> list[str]:
    return [shape.text for shape in charts.line_chart(chart, 480).contents if isinstance(shape, String)]


def test_a_month_without_figure_is_a_gap() -> None:
    months = ("May", "Jun", "Jul", "Aug", "Sep")
    assert len(_lines(Chart("NRW", months, (3.0, 2.0, None, 2.0, 1.0)))) == 2
    assert len(_lines(Chart("NRW", months, (3.0, 2.0, 2.5, 2.0, 1.0)))) == 1


def test_last_value_and_target_are_written_and_never_on_each_other() -> None:
    chart = Chart("NRW", ("May", "Jun"), (31.0, 30.1), target=30)
    assert {"30.1", "Target 30"} <= set(_words(chart))
    places = [
        shape.y for shape in charts.line_chart(chart, 480).contents if isinstance(shape, String) and shape.x > 400
    ]
    assert abs(places[0] - places[1]) >= 8


@pytest.mark.parametrize("values", [(None, None), (5.0, None), (0.0, 0.0)])
def test_few_or_equal_values_make_a_chart_all_the_same(values: tuple[float | None, ...]) -> None:
    assert "May" in _words(Chart("NRW", ("May", "Jun"), values))


@pytest.mark.parametrize("done", [-5, 0, 100, 140])
def test_a_bar_stays_in_its_room(done: int) -> None:
    assert all(shape.width <= 80 for shape in charts.bar(Bar(done, 120), 80).contents if hasattr(shape, "width"))
