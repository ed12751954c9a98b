"""A field in which very many wrote at once: one more costs no more than the first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.store.desks import arrival, make_store, views, visible
from tests.store.test_taking import EVERYBODY, HOME, KIND, NOTE, line, note, op, segment
from wopdesk.records.segment import Segment
from wopdesk.store.sqlite import driver_of
from wopdesk.store.store import Store

FIELD = "about/x"
BEGUN = line(KIND, note(FIELD, "first"))


def replacing(number: int, parent: str) -> bytes:
    """What one of many wrote who all saw the same."""
    return line(note(FIELD, f"text {number}", parent), at=number % 60)


@contextmanager
def asked(store: Store) -> Iterator[list[str]]:
    """The statements that the writer runs meanwhile."""
    found: list[str] = []
    with store.writing() as connection:
        driver_of(connection).set_trace_callback(found.append)
    found.clear()
    yield found
    with store.writing() as connection:
        driver_of(connection).set_trace_callback(None)


def crowded(folder: Path, count: int) -> tuple[Store, Segment]:
    """So many have replaced the same; the last of their segments."""
    store = make_store(folder / f"{count}.wopdesk")
    first = segment(BEGUN)
    second = segment(*(replacing(number, op(BEGUN, 1)) for number in range(count)), after=(first,))
    store.take(arrival([*EVERYBODY, first, second]))
    return store, second


def one_more(folder: Path, count: int) -> int:
    """How many statements it takes when another one comes who saw the same."""
    store, last = crowded(folder, count)
    with closing(store):
        new = replacing(count, op(BEGUN, 1))
        with asked(store) as found:
            store.take(arrival([segment(new, after=(last,))]))
        shown = visible(store)[HOME.id, NOTE.record, FIELD]
        assert len(shown) == count + 1
        assert op(new, 0) in shown
        before = views(store)
        store.rebuild()
        assert views(store) == before
        return len(found)


def test_one_more_of_many_asks_no_more_than_one_of_few(tmp_path: Path) -> None:
    assert one_more(tmp_path, 200) == one_more(tmp_path, 20)


@pytest.mark.parametrize("together", [True, False])
def test_what_names_another_field_beside_what_was_replaced_is_held(tmp_path: Path, *, together: bool) -> None:
    """The parent that was replaced counts; the other one stands in another field, and so nothing is laundered."""
    with closing(make_store(tmp_path / "x.wopdesk")) as store:
        begun = line(KIND, note(FIELD, "first"), note("about/y", "other"))
        texts = [begun, line(note(FIELD, "second", op(begun, 1)), at=1)]
        texts.append(line(note(FIELD, "third", op(begun, 1), op(begun, 2)), at=2))
        if together:
            store.take(arrival([*EVERYBODY, segment(*texts)]))
        else:
            first = segment(*texts[:2])
            store.take(arrival([*EVERYBODY, first]))
            store.take(arrival([segment(texts[2], after=(first,))]))
        assert visible(store)[HOME.id, NOTE.record, FIELD] == {op(texts[1], 0)}
        before = views(store)
        store.rebuild()
        assert views(store) == before


def test_what_replaces_what_is_held_replaces_through_it(tmp_path: Path) -> None:
    """The parent stands in the same field and does not count; what it named itself is replaced all the same."""
    with closing(make_store(tmp_path / "x.wopdesk")) as store:
        begun = line(KIND, note(FIELD, "first"), note("about/y", "other"))
        held = line(note(FIELD, "held", op(begun, 1), op(begun, 2)), at=1)
        last = line(note(FIELD, "last", op(held, 0)), at=2)
        first = segment(begun, held)
        store.take(arrival([*EVERYBODY, first]))
        assert visible(store)[HOME.id, NOTE.record, FIELD] == {op(begun, 1)}
        store.take(arrival([segment(last, after=(first,))]))
        assert visible(store)[HOME.id, NOTE.record, FIELD] == {op(last, 0)}
