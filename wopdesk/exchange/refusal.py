"""What is said when something from outside cannot be used. Every room here raises this and nothing else."""

from __future__ import annotations

from wopdesk.sentence import Sentence

NOTHING_TAKEN = "Nothing was taken from it. Your own records are unchanged."
SEND_AGAIN = "Ask the sender to send the file again, as an attachment and not as text."


class Refused(Exception):
    """A file, a key or a passphrase from outside cannot be used; a sentence with values in it is a `Sentence`.

    Attributes:
        happened: a sentence saying what was found.
        safe: a sentence saying what is untouched.
        next: a sentence saying what to do now.
    """

    def __init__(self, happened: str, next: str = SEND_AGAIN, safe: str = NOTHING_TAKEN) -> None:  # noqa: A002 - its name on screen
        """Keep the three sentences."""
        super().__init__(happened)
        self.happened = happened
        self.safe = safe
        self.next = next


def damaged(detail: str) -> Refused:
    """The bytes are not what a bundle of ours is; `detail` is a clause without full stop.

    It names no part of the file: those names say nothing to a person, and whoever made the file chose them.
    """
    return Refused(Sentence("The file was damaged or changed on its way: {detail}.", detail=_clause(detail)))


def malformed(detail: str) -> Refused:
    """The bytes came as they were signed, and are not what the format says; `detail` is a clause without full stop."""
    return Refused(
        Sentence("The file does not follow the rules of a bundle: {detail}.", detail=_clause(detail)),
        next="Ask the sender which version of WOPDesk wrote it, and report both versions.",
    )


def newer() -> Refused:
    """Written by a later version than this one."""
    return Refused(
        "The file was written by a newer version of WOPDesk.",
        next="Install the newer version, then receive the file again.",
    )


def forged(detail: str) -> Refused:
    """A signature does not hold; `detail` is a clause without full stop."""
    return Refused(
        Sentence("The file is not signed as it must be: {detail}.", detail=_clause(detail)),
        next="Do not use it. Ask the sender by telephone whether it came from that office, and to send it again.",
    )


def too_large(detail: str) -> Refused:
    """A limit of the format is passed; `detail` is a clause without full stop."""
    return Refused(
        Sentence("The file passes a limit that every file of ours keeps: {detail}.", detail=_clause(detail)),
        next="Ask the sender to send it again in parts.",
    )


def _clause(detail: str) -> Sentence:
    return detail if isinstance(detail, Sentence) else Sentence(detail)
