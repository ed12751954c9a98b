"""What the document screen shows besides the pages themselves, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from wopdesk.ui.circles.content import Awaited
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.document.progress import Listed

Tone = Literal["caution", "note"]
Act = Literal["", "do_without", "correct", "settle", "approve", "answer", "send"]


@dataclass(frozen=True)
class Banner:
    """Something to know before anything is filled.

    Attributes:
        tone: how loud it is.
        picture: its icon.
        title: what it is about.
        text: what it means for the person.
        quotes: what others wrote, each with who wrote it.
        act: what its button asks for; "" for no button.
        action: what the button says.
        other: what a second button asks for and says, which is beside the first.
    """

    tone: Tone
    picture: str
    title: Phrase
    text: Phrase | None = None
    quotes: tuple[tuple[str, str], ...] = ()
    act: Act = ""
    action: Phrase | None = None
    other: tuple[Act, Phrase] | None = None


@dataclass(frozen=True)
class Fact:
    """A line of the summary: what was asked, what is answered, and the field."""

    label: str
    text: str
    path: str


@dataclass(frozen=True)
class Part:
    """A page in the summary."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Review:
    """The last page: what keeps the record from being sent, and what will be sent.

    Attributes:
        problems: everything to be put right, with the way to it.
        parts: what is answered, page by page.
        recipients: names of the offices to which it goes.
        awaited: at PWON's desk, who is named in a partnership and has to be added before it goes there.
        number: of the version that sending makes.
        editing: whether it can be changed and sent now.
        settled: whether nobody answered anything differently.
        staying: how many photos do not go with it, as the persons shown do not agree.
    """

    problems: tuple[Listed, ...]
    parts: tuple[Part, ...]
    recipients: tuple[str, ...]
    number: int
    editing: bool
    settled: bool = True
    awaited: Awaited | None = None
    staying: int = 0


@dataclass(frozen=True)
class Made:
    """A version that was made, ready to be sent.

    Attributes:
        number: of the version.
        code: its short code, which stands on the paper.
        file: what its PDF is called.
        message: words to copy into WhatsApp or a mail.
        recipients: names of the offices to which it goes.
        connected: whether PWON's invitation was opened, so that it can go to other desks.
        unaddressed: names of the recipients of which no mail address is known.
        folder: where the last paper was saved; empty where none was.
        awaited: who is named in a partnership and not in it yet, so that it reaches them only once they are added.
        offices: ids of the recipients, in the same order.
        went: ids of those to which it went already.
    """

    number: int
    code: str
    file: str
    message: str
    recipients: tuple[str, ...]
    connected: bool = True
    unaddressed: tuple[str, ...] = ()
    folder: str = ""
    awaited: Awaited | None = None
    offices: tuple[str, ...] = ()
    went: frozenset[str] = frozenset()

    @property
    def sent_to(self) -> tuple[str, ...]:
        """Names of the offices to which it went already."""
        return tuple(name for office, name in zip(self.offices, self.recipients, strict=False) if office in self.went)


@dataclass(frozen=True)
class Judgement:
    """What a reviewer says: a verdict, what was good, what next or what is to be corrected, and remarks by path."""

    verdict: str
    good: str
    next_step: str
    remarks: Mapping[str, str]
