"""Places: areas, distances and fences, and lines that cross themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.xlsform.functions.evaluated import REFUSED, Row, agrees, result
from wopdesk.xlsform.answers import MOST_POINTS, fits
from wopdesk.xlsform.functions.geography import area, distance, geofence, intersects
from wopdesk.xlsform.mismatch import Mismatch

TABLE: tuple[Row, ...] = (
    ("round(area(/data/shape) div 1000000)", 12391.0),
    ("enclosed-area(/data/shape) = area(/data/shape)", True),
    ("area(/data/trace)", 0.0),
    ("area(/data/blank)", 0.0),
    ("area('0 0;0 1;x y')", REFUSED),
    ("area('0 0;0 181;1 1')", REFUSED),
    ("distance(/data/trace)", 9491.49),
    ("distance(/data/places/p)", 9491.49),
    ("distance('31.5 74.3', '31.5 74.4')", 9491.49),
    ("distance('31.5 74.3')", 0.0),
    ("distance('31.5 74.3;31.5 74.3')", 0.0),
    ("distance(/data/blank)", 0.0),
    ("distance('31.5')", REFUSED),
    ("distance('0 0;0 180')", 20037392.1),
    ("geofence('0.5 0.5 0 0', /data/shape)", True),
    ("geofence('0.5 1.5', /data/shape)", False),
    ("geofence(/data/blank, /data/shape)", False),
    ("geofence('0.5 0.5', '')", False),
    ("geofence('0.5 0.5', '0 0;0 1;1 1;1 0')", False),
    ("geofence('x', /data/shape)", REFUSED),
    ("intersects(/data/bow)", True),
    ("intersects(/data/shape)", False),
    ("intersects(/data/trace)", False),
    ("intersects(/data/blank)", False),
    ("intersects('0 0;0 2;0 1')", True),
    ("intersects('0 0;0 2;1 2;1 1;0 1')", True),
    ("intersects('0 0;0 0;0 1')", False),
)
WALK = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=4, max_size=9)


@pytest.mark.parametrize(("expression", "expected"), TABLE)
def test_a_function_of_places(expression: str, expected: object) -> None:
    assert agrees(result(expression), expected), result(expression)


def _written(points: list[tuple[int, int]]) -> str:
    return ";".join(f"{north} {east}" for north, east in points)


@given(WALK, st.sampled_from([(0, 1), (2, 1), (1, 3), (5, -1)]))
def test_a_line_crosses_itself_however_it_is_turned_and_walked(
    points: list[tuple[int, int]], turn: tuple[int, int]
) -> None:
    right, up = turn
    turned = [(up * north + right * east, right * north - up * east) for north, east in points]
    crosses = intersects(_written(points))
    assert crosses == intersects(_written(points[::-1])) == intersects(_written(turned))


def test_a_walk_of_thousands_of_points_is_looked_at_whole() -> None:
    walk = ";".join(f"{number % 2 / 1000} {number / 1000}" for number in range(20_000))
    assert not intersects(walk)
    assert intersects(f"{walk};0.0005 9.99")


def test_a_line_that_lies_over_itself_thousands_of_times_is_refused() -> None:
    fan = ";".join(f"{80 * (number % 2)} {number / 100 + 60 * (number % 2)}" for number in range(4_000))
    with pytest.raises(Mismatch, match="crosses over itself so often"):
        intersects(fan)


def test_more_points_than_a_walk_has_are_no_place() -> None:
    endless = "1 1;" * MOST_POINTS + "1 1"
    assert not fits(endless, "geotrace")
    assert not fits(endless, "geoshape")
    for measured in (area, distance, intersects, lambda fence: geofence("1 1", fence)):
        with pytest.raises(Mismatch, match=f"more than {MOST_POINTS} points"):
            measured(endless)
