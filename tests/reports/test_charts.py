import pytest
from reportlab.graphics.shapes import PolyLine, String

from wopdesk.reports import charts
from wopdesk.reports.blocks import Bar, Chart


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
