"""Places: areas, distances and fences, and lines that cross themselves."""

import pytest

from tests.xlsform.functions.evaluated import REFUSED, Row, agrees, result

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


@pytest.mark.parametrize(("expression", "expected"), TABLE)
def test_a_function_of_places(expression: str, expected: object) -> None:
    assert agrees(result(expression), expected), result(expression)
