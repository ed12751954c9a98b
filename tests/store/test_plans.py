"""What is asked or changed for each operation is found by an index: hostile numbers of them cost only their number."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

import wopdesk.store
from tests.store.desks import make_store
from wopdesk.store.sqlite import Prepared


def prepared() -> dict[str, Prepared]:
    """Every statement of the store that is made for thousands of times a second, by where it stands."""
    found: dict[str, Prepared] = {}
    for module in pkgutil.iter_modules(wopdesk.store.__path__, "wopdesk.store."):
        if ".alembic" not in module.name and not module.ispkg:
            names = vars(importlib.import_module(module.name))
            found |= {f"{module.name}.{name}": one for name, one in names.items() if isinstance(one, Prepared)}
    return found


STATEMENTS = prepared()


@pytest.mark.parametrize("name", sorted(STATEMENTS))
def test_nothing_is_found_by_reading_a_whole_table(tmp_path: Path, name: str) -> None:
    store, statement = make_store(tmp_path / "p.wopdesk"), STATEMENTS[name].text
    with store.reading() as connection:
        blank = (None,) * statement.count("?")
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", blank).all()
    store.close()
    assert [step.detail for step in plan if step.detail.startswith("SCAN ")] == []
