"""Joining: PWON's invitation pins its root key; a bundle of an office to itself introduces a further computer."""

from __future__ import annotations

from dataclasses import replace

from wopdesk.desk import counting, wishes
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.welcome import OfficeCard, know_own_spaces
from wopdesk.exchange.bundle import Bundle
from wopdesk.exchange.codes import same_code, short_code
from wopdesk.exchange.signed import Signed
from wopdesk.records.ids import TEAM, Key, Space
from wopdesk.records.statement import Authority, read_statement
from wopdesk.records.text import Unreadable
from wopdesk.sentence import Sentence


def root_of(bundle: Bundle) -> Key:
    """The root key that an invitation pins: the one that signed PWON's authority.

    Raises:
        DeskFault: it names none, or several.
    """
    roots = {signed.signer for signed in bundle.statements if _names_authority(signed)}
    if len(roots) != 1:
        raise DeskFault(
            "The file is no invitation: it does not say who PWON is.", "Ask PWON to send the invitation again."
        )
    return roots.pop()


def office_card(bundle: Bundle, role: str) -> OfficeCard:
    """What a further computer must know of its office, from a bundle that the office sent to itself.

    Args:
        bundle: verified; whether it comes from the right hands is for the person who carried it to know.
        role: the office's profile.

    Raises:
        DeskFault: it is addressed to others, or does not name the office's own space.
    """
    sender = bundle.envelope.sender
    if bundle.envelope.to != (sender.office,):
        raise DeskFault(
            "This file was not made for a further computer of the office.",
            "On the first computer, send to your own office, and choose the file that comes of it.",
        )
    keys = {sender.key, *(signed.signer for signed in (*bundle.statements, *bundle.segments))}
    founders = [key for key in sorted(keys) if Space(TEAM, sender.office, key).id in bundle.envelope.have]
    if len(founders) != 1:
        raise DeskFault(
            "The file does not say where the office keeps its drafts.", "Make it again on the office's first computer."
        )
    root = root_of(bundle) if any(_names_authority(signed) for signed in bundle.statements) else ""
    return OfficeCard(sender.office, sender.name, role, founders[0], root)


def _names_authority(signed: Signed) -> bool:
    try:
        return isinstance(read_statement(signed.data).body, Authority)
    except Unreadable:
        return False


def open_invitation(desk: Desk, bundle: Bundle, code: str) -> tuple[Sentence, ...]:
    """Pin PWON's root key, and say to PWON as what this office takes part; sentences for the person.

    Raises:
        DeskFault: the code is missing or another one, or another root key is pinned already.
    """
    root, told = root_of(bundle), _OPENED_BEFORE
    if desk.identity.root != root:
        _check_is_meant(desk, root, code)
        desk.store.become(replace(desk.identity, root=root))
        know_own_spaces(desk)
        told = _OPENED
    counting.keep(desk, bundle)
    wishes.say_role(desk)
    return (told,)


def _check_is_meant(desk: Desk, root: Key, code: str) -> None:
    """Whether this desk may pin a root key: it has none yet, and its code was heard on the telephone."""
    if desk.identity.root:
        raise DeskFault(
            "This office belongs to another network already.", "Ask PWON; do not open this invitation here."
        )
    if not code:
        raise DeskFault(
            "An invitation is opened with the invitation code.",
            "Ask PWON for the invitation code on the telephone, then receive the file again with it.",
        )
    check_code(root, code)


def check_code(root: Key, code: str) -> None:
    """Whether a code that was heard on the telephone is that of an invitation's root key.

    Raises:
        DeskFault: it is another one.
    """
    if not same_code(code, short_code(root)):
        raise DeskFault(
            "The invitation code does not belong to this invitation.",
            "Ask PWON for the invitation code again, on a telephone number that you know. If it stays different, do "
            "not open it.",
        )


_OPENED_BEFORE = Sentence("This invitation was opened before.")
_OPENED = Sentence(
    "The invitation is open. Now send to PWON, and read your own check code to the coordinator on the telephone."
)
