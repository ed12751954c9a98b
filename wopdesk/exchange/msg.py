"""Outlook's own mail files (`.msg`): the files attached to them, also to mails inside them (MS-OXMSG)."""

from __future__ import annotations

from collections.abc import Iterator

from wopdesk.exchange import compound
from wopdesk.exchange.refusal import Refused

START = compound.START
_ATTACHED = "__substg1.0_37010102"


def parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Each attached file, numbered.

    Raises:
        Refused: the file is damaged.
    """
    try:
        for number, content in enumerate(compound.streams(data, _ATTACHED), start=1):
            yield f"attachment {number}", content
    except compound.Damaged:
        raise Refused("The mail file is damaged.") from None
