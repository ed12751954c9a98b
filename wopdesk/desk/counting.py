"""Whose statements count: what those of a bundle mean beside the held ones."""

from __future__ import annotations

from collections.abc import Iterable

from wopdesk.desk.desk import Desk
from wopdesk.desk.welcome import held_statement
from wopdesk.exchange.bundle import Bundle
from wopdesk.records.standing import Standing, standing
from wopdesk.records.statement import Admit, Authority, Cut, Join, SignedStatement
from wopdesk.records.text import Unreadable
from wopdesk.store.arrivals import Arrival, HeldStatement, read_statements
from wopdesk.store.sqlite import Connection


def readable(bundle: Bundle) -> tuple[HeldStatement, ...]:
    """Statements of types that this version knows; others were written by a newer one and come again."""
    found = []
    for signed in bundle.statements:
        try:
            found.append(held_statement(signed))
        except Unreadable:
            continue
    return tuple(found)


def keep(desk: Desk, bundle: Bundle) -> None:
    """Keep the statements of a verified bundle, and nothing else of it."""
    desk.store.take(Arrival(statements=readable(bundle)))


def standing_with(desk: Desk, connection: Connection, brought: Iterable[HeldStatement]) -> Standing:
    """What the held statements and these mean together, under the root key that is pinned here."""
    own = desk.identity
    together = (*read_statements(connection), *(one.signed for one in brought))
    return standing(together, own.root, own.team, own.keys)


def counts(one: SignedStatement, now: Standing) -> bool:
    """Whether a statement has weight: its signer is PWON's, or speaks for its own office, as far as that goes.

    The wish to become a further computer of an office anybody may sign; somebody of that office decides about it.
    """
    match one.body:
        case Join():
            return True
        case Authority(key):
            return one.signer == now.root and key in now.authorities
        case Admit(key):
            voices = {**now.hopeful, **now.voices}
            return one.signer in voices and key in voices and voices[one.signer].office == voices[key].office
        case Cut() as cut:
            return any((order.signer, order.cut) == (one.signer, cut) for order in now.cuts)
        case _:
            return one.signer in now.authorities
