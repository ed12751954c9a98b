"""Verifying: is a bundle whole, who signed it, and is that who it should be? Nothing is taken from it or written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from wopdesk.desk import looking
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.looking import Incoming, Receipt
from wopdesk.desk.watching import Watch, unwatched
from wopdesk.exchange.codes import same_code, short_code
from wopdesk.exchange.keys import openssh_public
from wopdesk.records.ids import Key
from wopdesk.sentence import Sentence

UNKNOWN, APPROVED, EXPECTED = "unknown", "approved", "as expected"
_UNUSED = "Nothing was taken from it."
_ASK = "Ask the sender by telephone whether the file came from that office."


@dataclass(frozen=True)
class Verified:
    """What is known of one bundle, or why it cannot be relied on.

    Attributes:
        where: the file, and the names inside it on the way to the bundle.
        refused: three sentences; None when it is in order.
        incoming: the bundle; None when it cannot be read.
        signer: `unknown` (nobody was asked), `approved` by PWON, or `as expected`.
    """

    where: str
    refused: DeskFault | None = None
    incoming: Incoming | None = None
    signer: str = UNKNOWN


def verify(
    paths: Iterable[Path], desk: Desk | None = None, key: str = "", watch: Watch = unwatched
) -> Iterator[Verified]:
    """Look at every bundle in files and folders.

    Args:
        paths: files or folders.
        desk: whose approved offices are to be asked; none of them otherwise.
        key: the signer's, as hex, as a line of OpenSSH or as its short code, where another way told it.
        watch: told how far it is; what it raises stops it.
    """
    for one in looking.look(None, paths, watch):
        yield Verified(one.where, one.refused) if isinstance(one, Receipt) else _judged(one, desk, key)


def _judged(one: Incoming, desk: Desk | None, key: str) -> Verified:
    sender = one.bundle.envelope.sender
    if key and not is_key(sender.key, key):
        return Verified(one.where, DeskFault("The file is signed by another key.", _ASK, _UNUSED), one)
    if desk is None:
        return Verified(one.where, None, one, EXPECTED if key else UNKNOWN)
    voice = desk.standing.voices.get(sender.key)
    if voice is None or voice.office != sender.office:
        what = Sentence(
            "{office} signed this file with a key that PWON did not approve, as far as this desk knows.",
            office=sender.name,
        )
        return Verified(one.where, DeskFault(what, _ASK, _UNUSED), one)
    return Verified(one.where, None, replace(one, confirmed=True), APPROVED)


def is_key(key: Key, said: str) -> bool:
    """Whether a person means this key: by its hex, its line of OpenSSH (a comment may follow) or its short code."""
    words = said.split()
    if key == said.strip().lower() or words[:2] == openssh_public(key).split():
        return True
    return re.fullmatch(r"[\w-]{12,14}", said.strip()) is not None and same_code(said, short_code(key))
