"""Whatever arrives in whatever order, the same is visible, and it is what the papers say."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.property.histories import KINDS, History, histories
from tests.property.oracle import Oracle
from tests.records.statements import ROOT
from tests.store.desks import arrival, make_store, play, views, visible


def check(history: History) -> None:
    """Play a history in both orders; both must say what the oracle says."""
    signed = [(one.signer, one.statement.data) for one in history.statements]
    own = [(one.space.parts, one.author, one.line) for one in history.own]
    expected = Oracle(ROOT, signed, KINDS).visible([one.data for one in history.segments], own)
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for number, order in enumerate(history.orders):
            with closing(make_store(Path(folder) / f"{number}.wopdesk")) as store:
                play(store, order)
                assert visible(store) == expected
                found.append(views(store))
                assert not store.take(arrival(item for step in order for item in step))
                assert views(store) == found[-1]
                store.rebuild()
                assert views(store) == found[-1]
    assert found[0] == found[1]


@settings(max_examples=60)
@given(histories())
def test_every_order_of_arrival_ends_in_what_the_papers_say(history: History) -> None:
    check(history)


@pytest.mark.long
@settings(max_examples=5000)
@given(histories())
def test_every_order_of_arrival_ends_in_what_the_papers_say_at_length(history: History) -> None:
    check(history)
