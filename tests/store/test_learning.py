"""Going by other kinds: it happens completely or not at all, and views of another release are built anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from tests.benchmarks.history import SPACE, load
from tests.property.histories import RULES
from tests.store.desks import views
from wopdesk.records.batch import Batch
from wopdesk.records.kinds import Rules
from wopdesk.store.checking import check
from wopdesk.store.faults import StoreFault
from wopdesk.store.identity import write_setting
from wopdesk.store.opening import open_store
from wopdesk.store.store import Store

NEW = "0" * 64
MORE = {**RULES, "note": replace(RULES["note"], forms=RULES["note"].forms | {NEW})}


def written_under_the_new_form() -> Batch:
    """What somebody saves who has the form already."""
    return replace(load(10).batches[0], forms={"note": NEW})


def test_what_could_not_be_learnt_is_not_gone_by(store: Store) -> None:
    store.close()
    impatient = open_store(store.path, RULES, patience=0)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreFault):
            impatient.learn(MORE)
        other.execute("ROLLBACK")
    impatient.save(SPACE, written_under_the_new_form())
    assert check(impatient, lambda *_: True) == []
    impatient.close()
    with closing(open_store(store.path, RULES)) as again:
        assert check(again, lambda *_: True) == []


def test_what_could_not_be_learnt_is_learnt_the_next_time(store: Store) -> None:
    store.save(SPACE, written_under_the_new_form())
    before = views(store)
    store.close()
    impatient = open_store(store.path, RULES, patience=0)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreFault):
            impatient.learn(MORE)
        other.execute("ROLLBACK")
    assert views(impatient) == before
    impatient.learn(MORE)
    assert views(impatient) != before
    assert check(impatient, lambda *_: True) == []
    impatient.close()


def test_what_was_judged_by_former_kinds_beside_a_program_that_learnt_is_judged_again(store: Store) -> None:
    """Another program learnt from the file, and this one took something in before it learnt as well."""
    with closing(open_store(store.path, RULES)) as other:
        other.learn(MORE)
    store.save(SPACE, written_under_the_new_form())
    assert store.look()
    store.learn(MORE)
    assert not store.look()
    assert check(store, lambda *_: True) == []


def test_there_is_more_to_learn_though_a_third_program_wrote_since(store: Store) -> None:
    """What it wrote was no batch, and the file says that this program judged last."""
    with closing(open_store(store.path, RULES)) as other, closing(open_store(store.path, RULES)) as third:
        other.learn(MORE)
        store.save(SPACE, written_under_the_new_form())
        with third.writing() as connection:
            write_setting(connection, "x", "y")
        assert store.look()


def test_what_was_judged_by_former_kinds_is_judged_again_though_who_did_it_never_learns(store: Store) -> None:
    """The program ends before it learns what the other one knows already."""
    with closing(open_store(store.path, RULES)) as other:
        other.learn(MORE)
        store.save(SPACE, written_under_the_new_form())
        store.close()
        assert other.look()
        other.learn(MORE)
        assert check(other, lambda *_: True) == []


def _asked(opened: Store) -> Rules:
    """What a desk asks of the views before it knows all kinds."""
    with opened.reading() as connection:
        connection.exec_driver_sql("SELECT id, kind, text FROM record").all()
    return dict(MORE)


@pytest.mark.parametrize("lacking", ["DROP TABLE record", "ALTER TABLE record RENAME COLUMN text TO words"])
def test_views_of_another_release_are_built_anew_before_they_are_asked(store: Store, lacking: str) -> None:
    before = views(store)
    with store.writing() as connection:
        write_setting(connection, "views.built_for", "as another release built them")
        connection.exec_driver_sql(lacking)
    store.close()
    with closing(open_store(store.path, RULES, learned=_asked)) as opened:
        assert opened.rules == MORE
        assert views(opened) == before


def test_a_fault_while_the_file_is_asked_is_told(store: Store) -> None:
    """It must not be opened as if nothing had been published."""
    store.close()

    def full(_opened: Store) -> Rules:
        raise StoreFault("The disk is full.", "Nothing was changed.", "Free some space.")

    with pytest.raises(StoreFault, match="full"):
        open_store(store.path, RULES, learned=full)
