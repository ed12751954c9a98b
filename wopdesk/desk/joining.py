"""Opening PWON's invitation: its root key is pinned after the code was compared on the telephone."""

from __future__ import annotations

from dataclasses import replace

from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.welcome import take_statements
from wopdesk.exchange.bundle import Bundle
from wopdesk.exchange.codes import same_code, short_code
from wopdesk.records.ids import Key
from wopdesk.records.statement import Authority, read_statement
from wopdesk.records.text import Unreadable


def root_of(bundle: Bundle) -> Key:
    """The root key that an invitation pins: the one that signed PWON's authority.

    Raises:
        DeskFault: it names none, or several.
    """
    roots = set()
    for signed in bundle.statements:
        try:
            if isinstance(read_statement(signed.data).body, Authority):
                roots.add(signed.signer)
        except Unreadable:
            continue
    if len(roots) != 1:
        raise DeskFault(
            "The file is no invitation: it does not say who PWON is.", "Ask PWON to send the invitation again."
        )
    return roots.pop()


def open_invitation(desk: Desk, bundle: Bundle, code: str) -> tuple[str, ...]:
    """Pin PWON's root key; sentences for the person.

    Raises:
        DeskFault: the code is missing or another one, or another root key is pinned already.
    """
    root = root_of(bundle)
    if desk.identity.root == root:
        take_statements(desk, bundle.statements)
        return ("This invitation was opened before.",)
    if desk.identity.root:
        raise DeskFault(
            "This office belongs to another network already.", "Ask PWON; do not open this invitation here."
        )
    if not code:
        raise DeskFault(
            "An invitation is opened with its code.",
            "Ask PWON for the code on the telephone, then receive it again with --code.",
        )
    if not same_code(code, short_code(root)):
        raise DeskFault(
            "The code does not belong to this invitation.",
            "Ask PWON for the code again, on a telephone number that you know. If it stays different, do not open it.",
        )
    desk.store.become(replace(desk.identity, root=root))
    take_statements(desk, bundle.statements)
    return (
        "The invitation is open. Now send a bundle to PWON and read your own code to the coordinator on the telephone.",
    )
