from hypothesis import given
from hypothesis import strategies as st

from wopdesk.drawing.scale import figure, scale

VALUE = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 3))


@given(VALUE, VALUE)
def test_an_axis_holds_both_ends_in_a_few_round_steps(one: float, other: float) -> None:
    low, high = sorted((one, other))
    ticks = scale(low, high)
    slack = 1e-6 * max(1.0, abs(low), abs(high))
    assert ticks[0] <= low + slack
    assert ticks[-1] >= high - slack
    assert 2 <= len(ticks) <= 8
    assert ticks == sorted(set(ticks))


def test_figures_are_grouped_and_keep_their_decimals() -> None:
    assert [figure(value) for value in (136383.0, 30.1, 0.0, -1250.5, 3)] == ["136,383", "30.1", "0", "-1,250.5", "3"]
