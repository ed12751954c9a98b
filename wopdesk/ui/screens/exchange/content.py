"""Exactly what the screen shows of sending and receiving. Knows neither Qt nor the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from wopdesk.sentence import Sentence
from wopdesk.ui.phrase import Phrase

Standing = Literal["approved", "unapproved", "own"]
"""Whether PWON approved the office that signed a file, or it is this office itself."""
Invitation = Literal["", "closed", "open"]
"""Whether a file is PWON's invitation, and whether it was opened here."""
Joining = Literal["", "begun", "asked", "approved"]
"""How far one came with an opened invitation: to ask PWON by a first message, to wait for it, to be approved."""


@dataclass(frozen=True)
class Sentences:
    """Why something could not be done: what happened, what is safe, what to do next."""

    what: str
    safe: str
    next: str


@dataclass(frozen=True)
class Paper:
    """A document that a file brings.

    Attributes:
        title: its kind in the language of the screen; empty for one that is not known here.
        mark: what tells it from others of its kind; a month as `2026-10`.
        owner: the name of its office.
        number: of the version, 0 where that is not known.
        new: whether the version is not here yet.
    """

    title: str
    mark: str
    owner: str
    number: int
    new: bool


@dataclass(frozen=True)
class Item:
    """Something else that a file brings, with its icon."""

    picture: str
    said: Phrase


@dataclass(frozen=True)
class Curious:
    """What only the curious want to know of a file; texts are empty where they are not known or not to be shown.

    Attributes:
        message: the number of the message.
        digest: SHA-256 of the file.
        code: the signer's code, where its office is approved.
        program: which version wrote it.
    """

    message: str
    digest: str
    code: str
    program: str


@dataclass(frozen=True)
class Letter:
    """A file that came in, looked at and not taken.

    Attributes:
        number: its place on the tray.
        where: the file, and the names inside it.
        sender: who signed it, empty where nobody did.
        standing: of the sender.
        made: when, by the sender's clock.
        part: such as `2/3`, where it came in parts.
        papers, items: what it brings.
        new: whether there is anything in it that is not here.
        receipt: whether it tells what the sender has received since.
        decides: whether this desk approves its sender, which waits for it.
        invitation: whether it is PWON's invitation.
        refused: why it cannot be taken.
        curious: details.
    """

    number: int
    where: str
    sender: str = ""
    standing: Standing = "unapproved"
    made: datetime | None = None
    part: str = ""
    papers: tuple[Paper, ...] = ()
    items: tuple[Item, ...] = ()
    new: bool = True
    receipt: bool = False
    decides: bool = False
    invitation: Invitation = ""
    refused: Sentences | None = None
    curious: Curious | None = None

    @property
    def can_be_taken(self) -> bool:
        """Whether one click takes it; an invitation needs its code."""
        return self.refused is None and not self.invitation and (self.new or self.receipt)


@dataclass(frozen=True)
class Link:
    """A document that changed, and its name."""

    record: str
    title: str
    mark: str
    owner: str


@dataclass(frozen=True)
class Outcome:
    """What became of a file that was taken.

    Attributes:
        number: its place on the tray.
        refused: why it was not taken after all.
        new: whether it changed anything.
        links: documents that changed.
        more: how many further ones changed.
        differences: how many differences wait now in what changed.
        notes: sentences for the person.
        until_approved: those among them that hold until the sender is approved.
        asked: whether the sender waited for this desk's approval when it was taken.
        office: the sending office, to which an acknowledgement can go; empty where none can.
        joining: of an invitation, how far one came with it.
    """

    number: int
    refused: Sentences | None = None
    new: bool = False
    links: tuple[Link, ...] = ()
    more: int = 0
    differences: int = 0
    notes: tuple[Sentence, ...] = ()
    until_approved: tuple[Sentence, ...] = ()
    asked: bool = False
    office: str = ""
    joining: Joining = ""


@dataclass(frozen=True)
class Partner:
    """An office to which something can be sent.

    Attributes:
        office: its id.
        name: its name.
        standing: whether it is approved.
        waiting: what waits to go there, in words.
        sent, heard: when this desk last sent to it and heard of it.
        drafted: when a mail with what waits was drafted, where nobody said yet that it was sent.
        on_its_way: whether it did not say yet that it has what went there lately.
        saved: whether what went last was saved as a file, and nobody said yet that it was handed on.
        code: this computer's code, which PWON is to hear on the telephone while it has not approved it.
        copied: whether all that waits is of others, who send it there themselves.
    """

    office: str
    name: str
    standing: Standing = "approved"
    waiting: tuple[Phrase, ...] = ()
    sent: datetime | None = None
    heard: datetime | None = None
    drafted: datetime | None = None
    on_its_way: bool = False
    saved: bool = False
    code: str = ""
    copied: bool = False

    @property
    def joining(self) -> Joining:
        """How far this office came with its invitation; a message that was saved or drafted asks to be approved."""
        if not self.code:
            return "approved"
        return "asked" if self.sent or self.drafted else "begun"

    @property
    def is_idle(self) -> bool:
        """Whether there never was anything between it and this desk, and nothing is to go."""
        return not (self.waiting or self.sent or self.heard) and self.standing == "approved"


@dataclass(frozen=True)
class Past:
    """A line of the history.

    Attributes:
        what: `sent`, `received` or `refused`.
        at: when.
        office: the other office's name.
        said: the file that came, or why it was refused.
        items: how much went out.
        saved: whether all that is known of it is that its file was saved.
        title, mark: of the document for whose sake it went; empty where that was whatever the office lacked.
        first: whether it was the first to PWON, which approves this office by it.
    """

    what: Literal["sent", "received", "refused"]
    at: datetime
    office: str = ""
    said: str = ""
    items: int = 0
    saved: bool = False
    title: str = ""
    mark: str = ""
    first: bool = False


@dataclass(frozen=True)
class ExchangeContent:
    """What stands on the screen besides the tray.

    Attributes:
        own: this office's name.
        partners: those that wait for something first.
        past: the latest first.
        alone: whether no office is known yet, since no invitation was opened.
    """

    own: str
    partners: tuple[Partner, ...] = ()
    past: tuple[Past, ...] = ()
    alone: bool = False


@dataclass(frozen=True)
class Sent:
    """Files that were written for an office.

    Attributes:
        office, name: which.
        files: their names.
        folder: where they lie.
        drafts: the e-mail drafts that carry them.
        message: the words that go with them.
        too_large: whether WhatsApp may refuse one of them.
    """

    office: str
    name: str
    files: tuple[str, ...]
    folder: str
    drafts: tuple[str, ...] = ()
    message: str = ""
    too_large: bool = False
