"""The graph of segments: what is complete, what is a head, what stands before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wopdesk.records.frontier import closure, complete, heads, in_order

Graph = dict[str, tuple[str, ...]]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Segments that name earlier ones, some of which are missing, in any order."""
    names = [str(number) for number in range(draw(st.integers(0, 9)))]
    all_after = {
        name: tuple(draw(st.sets(st.sampled_from(names[:at]), max_size=3))) if at else ()
        for at, name in enumerate(names)
    }
    held = draw(st.permutations(names))[: draw(st.integers(0, len(names)))]
    return {name: all_after[name] for name in held}


@given(graphs(), st.sets(st.sampled_from("0123456789")))
def test_complete_is_what_lacks_nothing_before_it(after: Graph, closed: set[str]) -> None:
    def is_complete(name: str) -> bool:
        return name in after and (name in closed or all(map(is_complete, after[name])))

    assert complete(after, closed) == {name for name in after if is_complete(name)}


@given(graphs(), st.sets(st.sampled_from("0123456789")))
def test_a_closure_is_reached_from_its_heads_through_what_is_held(after: Graph, start: set[str]) -> None:
    reached = closure(start, after)
    assert reached >= start & after.keys()
    assert all(set(after[name]) & after.keys() <= reached for name in reached)
    assert closure(reached, after) == reached
    assert all(name in start or any(name in after[other] for other in reached) for name in reached)


@given(graphs())
def test_the_heads_of_what_is_complete_reach_all_of_it(after: Graph) -> None:
    done = complete(after)
    assert closure(heads(done, after), after) == done


@given(graphs())
def test_predecessors_come_first(after: Graph) -> None:
    order = in_order(after)
    assert sorted(order) == sorted(after)
    assert all(order.index(before) < order.index(name) for name in after for before in after[name] if before in after)


def test_a_long_chain_in_reverse_is_no_burden() -> None:
    names = [str(number) for number in range(50_000)]
    after = {name: (names[at - 1],) if at else () for at, name in reversed(list(enumerate(names)))}
    assert in_order(after) == names
    assert complete(after) == set(names)
