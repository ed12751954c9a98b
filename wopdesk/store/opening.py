"""Making a data file, and opening one. What it is once it is open is `store`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wopdesk.records.kinds import Rules
from wopdesk.store import schema
from wopdesk.store.built import BUILT_FOR, fingerprint
from wopdesk.store.complaints import told
from wopdesk.store.identity import Identity, write_identity, write_setting
from wopdesk.store.sqlite import connect
from wopdesk.store.store import Store


def create_store(path: Path, rules: Rules, identity: Identity) -> Store:
    """Make a new data file.

    Raises:
        StoreFault: there is a file already, or the place is synchronised, on a network, or not writable.
    """
    engine = connect(path, create=True)
    with told(path), engine.begin() as connection:
        for tables in (schema.durable, schema.views, schema.local):
            tables.create_all(connection)
        write_identity(connection, identity)
        write_setting(connection, BUILT_FOR, fingerprint(rules))
    return Store(path, rules, engine)


def open_store(
    path: Path, rules: Rules, *, patience: float = 5, learned: Callable[[Store], Rules] | None = None
) -> Store:
    """Open a data file. Where its views were built for other kinds or by another release, they are built anew.

    Args:
        path: the file.
        rules: the kinds known here.
        patience: seconds to wait while another program writes.
        learned: the kinds known here with what the file itself says of them. It is asked again where its answer made
            that the views were built anew.

    Raises:
        StoreFault: it is missing, foreign, newer, damaged, locked, or not writable.
    """
    store = Store(path, rules, connect(path, patience=patience))
    if learned is not None and store.has_known_views:
        store.learn(learned(store))
    else:
        store.learn(rules)
    if learned is not None:
        store.learn(learned(store))
    return store
