"""What stands around a record while it is filled, and does not change by filling: its kind, remarks, the month before.

Made on the desk's thread, read on the window's. Knows no Qt and no desk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from wopdesk.programme.aside import Aside
from wopdesk.programme.filed import DRAFT, Filed
from wopdesk.programme.kinds import Kind
from wopdesk.programme.naming import Around
from wopdesk.programme.wording import Wording


@dataclass(frozen=True)
class Reviewed:
    """What one office said of the newest version.

    Attributes:
        office: its name.
        verdict: `accept`, `return` or `comment`.
        reason: what was good and what next.
        remarks: by path of the field they speak of.
        at: when, as the batch claims it.
    """

    office: str
    verdict: str
    reason: str
    remarks: Mapping[str, str] = field(hash=False)
    at: str


@dataclass(frozen=True)
class Replaced:
    """The version that the newest one replaces.

    Attributes:
        number: its number.
        reviews: what was said of it, the newest first.
        changed: what it answered where the newest one answers otherwise, by path; "" where it answered nothing.
    """

    number: int
    reviews: tuple[Reviewed, ...]
    changed: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True)
class Series:
    """An indicator's figures so far, for the chart beside the form: (month, figure as typed), and where it is to go."""

    item: str
    name: str
    unit: str
    target: str
    better: str
    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Coming:
    """Something that is due or waits in this partnership, in a few words.

    Attributes:
        task: `file`, `review`, `answer` or `act`.
        title: what it is about.
        due: the last day on which it is on time.
        state: `due`, `overdue` or `waiting`.
    """

    task: str
    title: Wording
    due: date | None
    state: str


@dataclass(frozen=True)
class Background:
    """A record and what surrounds it.

    Attributes:
        record: its id.
        kind: what kind.toml says.
        space: the partnership to which it belongs; its name and code.
        present: the record as the programme sees it.
        mark: what tells it from others of its kind: `October 2026`.
        state: `draft`, `submitted`, `returned` or `accepted`.
        number: of the newest version, 0 while there is none.
        code: short code of the newest version.
        writable: whether this office may write it.
        reviewable: whether this office may review its newest version.
        fixed: the answers that make it the record it is, by path.
        earlier: the record whose figures stand beside, with the name of its place in the order: `September 2026`.
        reviews: of the newest version, the newest first.
        given: the verdict that this office gave of the newest version; None while there is none.
        replaced: for who reviews the newest version the one before it, None where it is the first.
        differing: paths at which two persons answered differently, and settle it elsewhere.
        due: the last day on which it is on time.
        today: the day of the desk.
        series: figures so far.
        coming: what is due next.
        correcting: whether what is filled differs from the newest version, which then is being corrected.
        confirmed: whether the office of the newest version is approved.
        author: the name of the office that owns it.
        own: whether this office does.
        decides: whether a verdict of this office settles whether it is accepted.
        recipients: names of the offices to which it goes.
        around: of a partnership's own record at PWON's desk, by what it is told who of those named is to be added.
        gone: whether the newest version has been sent, as far as this computer knows.
        saved: whether all that is known of that is that a file with it was saved.
        indicators: how the programme calls its indicators, by their English name.
        aside: answers that have no place in the form in use.
    """

    record: str
    kind: Kind
    space: str
    partnership: str
    present: Filed
    mark: Wording
    state: str = DRAFT
    number: int = 0
    code: str = ""
    writable: bool = True
    reviewable: bool = False
    fixed: Mapping[str, str] = field(default_factory=dict, hash=False)
    earlier: tuple[Filed, Wording] | None = None
    reviews: tuple[Reviewed, ...] = ()
    given: Reviewed | None = None
    replaced: Replaced | None = None
    differing: frozenset[str] = frozenset()
    due: date | None = None
    today: date = date.min
    series: tuple[Series, ...] = ()
    coming: tuple[Coming, ...] = ()
    correcting: bool = False
    confirmed: bool = True
    author: str = ""
    own: bool = True
    decides: bool = False
    recipients: tuple[str, ...] = ()
    around: Around | None = None
    gone: bool = True
    saved: bool = False
    aside: tuple[Aside, ...] = ()
    indicators: Mapping[str, Wording] = field(default_factory=dict, hash=False)

    @property
    def judges(self) -> bool:
        """Whether this office may say something of the newest version, and has not given its verdict."""
        return self.reviewable and self.given is None
