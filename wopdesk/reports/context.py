"""What a document says besides its record: who the offices are, in which state it is, what its ids stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from wopdesk.programme.wording import Wording
from wopdesk.reports.words import Speech

Item = Mapping[str, str]


@dataclass(frozen=True)
class Party:
    """An office as papers name it; `confirmed` once PWON has approved it."""

    name: str
    confirmed: bool = True


@dataclass(frozen=True)
class Opinion:
    """What one office said of the version.

    Attributes:
        verdict: `accept`, `return` or `comment`.
        office: its name.
        day: on which it was said, as the office's computer had it.
        reason: what was good, what is to be corrected, what comes next.
        remarks: the question, and what was remarked on it.
    """

    verdict: str
    office: str
    day: date | None = None
    reason: str = ""
    remarks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Context:
    """What surrounds a version on paper. Everything is passed in; layouts ask nobody.

    Attributes:
        reference: as `programme.references` gives it.
        state: of the version: `draft`, `submitted`, `returned` or `accepted`.
        author: the office whose document it is.
        mentee, mentor, facilitator: the partners.
        partnership: the partnership's code.
        subject: its title in words.
        submitted: the day of submission, None for a draft.
        first: the day on which the first version was submitted, by which it is judged whether it was on time; None
            where that is the version on paper.
        due: the last day on which it is on time, if there is one.
        pilot: its first and last day, None where they are not known yet.
        today: from which a draft counts how long something waits.
        opinions: what offices said of the version.
        changed: whether the author's team has answers that are not in the version.
        later: number of a version after this one, which was returned; 0 if there is none.
        lists: the lists that the form was given, by instance name (`programme.datasets`).
        indicators: names of indicators by code.
        history: target id → month → figure, of earlier months (`programme.series`).
        photos: JPEG bytes by SHA-256; one that is missing is said to be.
        language: of the paper's own words and of the choices' labels.
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
    first: date | None = None
    due: date | None = None
    pilot: tuple[date | None, date | None] = (None, None)
    today: date | None = None
    opinions: tuple[Opinion, ...] = ()
    changed: bool = False
    later: int = 0
    lists: Mapping[str, Sequence[Item]] = field(default_factory=dict, hash=False)
    indicators: Mapping[str, Wording] = field(default_factory=dict, hash=False)
    history: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    photos: Mapping[str, bytes] = field(default_factory=dict, hash=False, repr=False)
    language: str = "en"

    @property
    def say(self) -> Speech:
        """Says fixed words in the paper's language."""
        return Speech(self.language)

    def items(self, name: str) -> dict[str, Item]:
        """The items of a list by their id."""
        return {item.get("id") or item.get("name", ""): item for item in self.lists.get(name, ())}

    def item(self, name: str, item: str) -> Item:
        """One item of a list, an empty one when it is not there."""
        return self.items(name).get(item, {})

    def age(self, since: date | None) -> int | None:
        """Whole days from a day to the submission, or to today for a draft; None when either is unknown or later."""
        until = self.submitted or self.today
        days = (until - since).days if until and since else -1
        return days if days >= 0 else None
