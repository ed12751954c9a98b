"""What a person is told when a step cannot be done: what happened, what is safe, what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from wopdesk.exchange.refusal import Refused
from wopdesk.records.text import Unreadable
from wopdesk.sentence import Sentence, reported
from wopdesk.store.faults import StoreFault

UNCHANGED = "Nothing was changed."


class DeskFault(Exception):
    """A use case that cannot be done as asked; a sentence with values in it is a `Sentence`.

    Attributes:
        what: what happened.
        next: what to do next.
        safe: what is safe.
    """

    def __init__(self, what: str, next_step: str, safe: str = UNCHANGED) -> None:
        """Keep the three sentences."""
        super().__init__(f"{what} {safe} {next_step}")
        self.what, self.next, self.safe = what, next_step, safe


@dataclass(frozen=True)
class Told:
    """A fault in three sentences, whatever part of the house it came from."""

    what: str
    safe: str
    next: str


FAULTS = (DeskFault, StoreFault, Refused, Unreadable, OSError)
"""What a window or a command line turns into a message. Anything else is a bug."""
OF_THE_DISK = (StoreFault, OSError)
"""Those that may pass: what was to be written may be written later."""


def tell(fault: BaseException) -> Told:
    """The three sentences of a fault of the families in `FAULTS`."""
    if isinstance(fault, Refused):
        return Told(fault.happened, fault.safe, fault.next)
    if isinstance(fault, (DeskFault, StoreFault)):
        return Told(fault.what, fault.safe, fault.next)
    if isinstance(fault, OSError):
        return Told(_of_system(fault), "Your records are unchanged.", "Check the file or the disk, then try again.")
    reason = fault.detail if isinstance(fault, Unreadable) else Sentence(str(fault))
    what = Sentence("This cannot be kept: {reason}.", reason=reason)
    return Told(what, UNCHANGED, "Shorten it, or divide it into several entries.")


def _of_system(fault: OSError) -> Sentence:
    reason = reported(fault)
    if not fault.filename:
        return Sentence("{reason}.", reason=reason)
    return Sentence("{reason} ({file}).", reason=reason, file=fault.filename)
