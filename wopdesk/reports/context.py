"""What a document says besides its record: who the offices are, in which state it is, what its ids stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from wopdesk.records.version import Version, short_code

DRAFT, SUBMITTED, RETURNED, ACCEPTED = "draft", "submitted", "returned", "accepted"
PROGRAMME = "Water Operators' Partnerships Programme  ·  Pakistan"

Item = Mapping[str, str]


@dataclass(frozen=True)
class Party:
    """An office as papers name it; `confirmed` once PWON has approved it."""

    name: str
    confirmed: bool = True


@dataclass(frozen=True)
class Context:
    """What surrounds a version on paper. Everything is passed in; layouts ask nobody.

    Attributes:
        reference: as `programme.references` gives it.
        state: `draft`, `submitted`, `returned` or `accepted`.
        author: the office whose document it is.
        mentee, mentor, facilitator: the partners.
        partnership: the partnership's code.
        subject: its title in words.
        submitted: the day of submission, None for a draft.
        due: the last day on which it is on time, if there is one.
        lists: the lists that the form was given, by instance name (`programme.datasets`).
        history: target id → month → figure, of earlier months (`programme.series`).
        photos: JPEG bytes by SHA-256; one that is missing is said to be.
        language: of the choices' labels.
    """

    reference: str
    state: str
    author: Party
    mentee: Party = Party("")
    mentor: Party = Party("")
    facilitator: Party = Party("Pakistan Water Operators Network")
    partnership: str = ""
    subject: str = ""
    submitted: date | None = None
    due: date | None = None
    lists: Mapping[str, Sequence[Item]] = field(default_factory=dict, hash=False)
    history: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    photos: Mapping[str, bytes] = field(default_factory=dict, hash=False, repr=False)
    language: str = "en"

    def items(self, name: str) -> dict[str, Item]:
        """The items of a list by their id."""
        return {item.get("id") or item.get("name", ""): item for item in self.lists.get(name, ())}

    def item(self, name: str, item: str) -> Item:
        """One item of a list, an empty one when it is not there."""
        return self.items(name).get(item, {})


def seal(version: Version, context: Context) -> str:
    """What the QR says: by it a copy is compared with the register. Nothing for a draft.

    In capitals, which make a QR with fewer and larger squares.
    """
    if context.state == DRAFT:
        return ""
    return f"WOPDESK {context.reference} {version.number} {version.digest}".upper()


def code(version: Version, context: Context) -> str:
    """The short code of a submitted version, nothing for a draft."""
    return "" if context.state == DRAFT else short_code(version.digest)


def watermark(context: Context) -> str:
    """The large letters behind the text."""
    return {DRAFT: "DRAFT", RETURNED: "RETURNED"}.get(context.state, "")


def warning(context: Context) -> str:
    """What a reader must know before believing the paper."""
    return "" if context.author.confirmed else "UNCONFIRMED OFFICE"
