"""Going on under a new key: after a restore or a copied disk, two installations must not write under one key."""

from __future__ import annotations

from wopdesk.desk import outbox, welcome
from wopdesk.desk.desk import Desk
from wopdesk.exchange import keyfolder, keys
from wopdesk.exchange.signed import sign_statement
from wopdesk.records.statement import EVERY_SPACE, Admit, Join
from wopdesk.sentence import Sentence


def renew_key(desk: Desk) -> Sentence:
    """Sign what is unsigned, draw a new key, let the old one admit it, go on under it; a sentence for the person."""
    outbox.sign_all(desk, tuple(desk.store.names.spaces.values()))
    old, new = desk.key(), keys.generate()
    keyfolder.save(keyfolder.folder_of(desk.store.path), new)
    join = sign_statement(Join(desk.office), new)
    welcome.take_statements(desk, [join, sign_statement(Admit(new.public, (EVERY_SPACE,)), old)])
    desk.store.become(desk.identity.under(new.public))
    return Sentence(
        "This data file was restored or copied, so this computer has a new check code. Send now, so that others learn "
        "of it."
    )
