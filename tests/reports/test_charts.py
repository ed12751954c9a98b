import pytest

from wopdesk.drawing.marks import Line, Path, Point, Words
from wopdesk.reports import charts
from wopdesk.reports.blocks import Bar, Chart, Spark
from wopdesk.reports.words import Speech

SIZE = (480.0, 118.0)


def _words(chart: Chart, language: str = "en") -> list[Words]:
    return [mark for mark in charts.line_marks(chart, SIZE, Speech(language)) if isinstance(mark, Words)]


def test_last_value_and_target_are_written_and_never_on_each_other() -> None:
    words = _words(Chart("NRW", ("May", "Jun"), (31.0, 30.1), target=30))
    assert {"30.1", "Target 30"} <= {one.text for one in words}
    places = [one.place[1] for one in words if one.place[0] > 400]
    assert abs(places[0] - places[1]) >= 8


@pytest.mark.parametrize("values", [(None, None), (5.0, None), (0.0, 0.0)])
def test_few_or_equal_values_make_a_chart_all_the_same(values: tuple[float | None, ...]) -> None:
    assert "May" in [one.text for one in _words(Chart("NRW", ("May", "Jun"), values))]


def test_in_urdu_time_runs_from_the_right_and_the_target_is_named() -> None:
    chart = Chart("NRW", ("مئی", "جون"), (31.0, 33.0), target=30)
    may, june = (next(one for one in _words(chart, "ur") if one.text == month).place[0] for month in chart.labels)
    assert may > june
    assert "ہدف 30" in [one.text for one in _words(chart, "ur")]


@pytest.mark.parametrize("values", [(), (None,), (3.0,), (3.0, 3.0), (1.0, None, 9.0), (1e12, -1e12)])
@pytest.mark.parametrize("target", [None, 4.0])
def test_a_small_line_stays_in_its_room(values: tuple[float | None, ...], target: float | None) -> None:
    for mark in charts.spark_marks(Spark(values, target), (60, 12)):
        assert all(0 <= x <= 60 and 0 <= y <= 12 for x, y in _points(mark))


def _points(mark: object) -> list[Point]:
    if isinstance(mark, Path):
        return list(mark.points)
    return [mark.start, mark.end] if isinstance(mark, Line) else []


def test_a_month_without_figure_is_a_gap_in_a_small_line_too() -> None:
    lines = [mark for mark in charts.spark_marks(Spark((1.0, 2.0, None, 4.0, 5.0)), (60, 12)) if isinstance(mark, Path)]
    assert [len(line.points) for line in lines] == [2, 2]


@pytest.mark.parametrize("from_right", [False, True])
@pytest.mark.parametrize("done", [-5, 0, 1, 100, 140])
@pytest.mark.parametrize("planned", [-5, 0, 55, 120])
def test_a_bar_and_its_mark_stay_in_their_room(done: int, planned: int, from_right: bool) -> None:  # noqa: FBT001 - a test's parameter
    (start, length), plan = charts.bar_places(Bar(done, planned), 80, from_right=from_right)
    assert 0 <= start <= start + length <= 80
    assert plan is not None
    assert 0 <= plan <= 80


def test_a_bar_grows_from_where_the_page_begins() -> None:
    assert charts.bar_places(Bar(25, 50), 80) == ((0, 20), 40)
    assert charts.bar_places(Bar(25, 75), 80, from_right=True) == ((60, 20), 20)
