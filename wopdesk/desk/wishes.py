"""As what an office says that it takes part in the programme, before PWON has said so (decision 8).

A wish is a `member` statement of the office about itself: signed by its own key it gives no role, and PWON's approval
gives the one that was chosen on the telephone. Knows nothing of how a wish is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from wopdesk.desk.desk import Desk
from wopdesk.desk.welcome import take_statements
from wopdesk.exchange.signed import sign_statement
from wopdesk.records.ids import Key
from wopdesk.records.kinds import FACILITATOR
from wopdesk.records.statement import Member, SignedStatement
from wopdesk.store.arrivals import read_statements


def say_role(desk: Desk) -> None:
    """Say as what this office takes part, once PWON is known; said again it is the same statement.

    What it is told by PWON already, and that it is PWON itself, an office does not say.
    """
    own, programme = desk.identity, desk.identity.programme
    if programme and own.role != FACILITATOR and _waits(desk):
        take_statements(desk, [sign_statement(Member(programme.id, own.office, own.role), desk.key())])


def asks(desk: Desk, one: SignedStatement, to: Collection[str]) -> bool:
    """Whether it is this computer's own wish, which goes to PWON alone until that has given the office its role."""
    own = isinstance(one.body, Member) and one.signer == desk.identity.key
    return own and _waits(desk) and desk.standing.facilitators.issuperset(to)


def _waits(desk: Desk) -> bool:
    programme = desk.identity.programme
    return programme is not None and desk.standing.role(programme, desk.office) is None


def said_roles(desk: Desk) -> Mapping[tuple[Key, str], str]:
    """The role that each computer says its office has in the programme, by the computer's key and the office.

    Of several by one key the smallest id counts, as of joins. To be PWON nobody may wish.
    """
    programme = desk.identity.programme
    with desk.store.reading() as connection:
        held = read_statements(connection)
    found: dict[tuple[Key, str], str] = {}
    for one in sorted(held, key=lambda one: one.id):
        body = one.body
        if isinstance(body, Member) and programme and body.space == programme.id and body.role != FACILITATOR:
            found.setdefault((one.signer, body.office), body.role)
    return found
