"""A further computer of an office that has a desk already: it begins from a file that the first one made for it."""

from __future__ import annotations

from pathlib import Path

from wopdesk.desk import inbox, joining, looking, welcome
from wopdesk.desk.clock import Clock, system_clock
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.looking import Incoming, Receipt
from wopdesk.sentence import Sentence


def begin(path: Path, introduction: Path, who: tuple[str, str], clock: Clock = system_clock) -> Desk:
    """Make a data file for a further computer, with what the office sent to itself. It counts when it is admitted.

    Args:
        path: the new data file.
        introduction: what `export --to` the own office wrote on the first computer, carried here by hand.
        who: the office's profile, and the person who is working.
        clock: gives the present moment.

    Raises:
        DeskFault: the file introduces nobody.
        StoreFault: the data file cannot be made there.
    """
    role, person = who
    (first, *others) = looking.look(None, [introduction])
    if isinstance(first, Receipt):
        raise first.refused or DeskFault(
            Sentence("{file} cannot be used.", file=introduction), "Make it again on the first computer."
        )
    if others:
        raise DeskFault(
            Sentence("{file} holds several bundles.", file=introduction), "Name the one that the first computer made."
        )
    return _begun(path, first, (role, person, introduction), clock)


def _begun(path: Path, first: Incoming, who: tuple[str, str, Path], clock: Clock) -> Desk:
    role, person, introduction = who
    desk = welcome.join_office(path, joining.office_card(first.bundle, role), person, clock)
    for receipt in inbox.receive(desk, [introduction]):
        if receipt.refused:
            desk.close()
            raise receipt.refused
    return desk
