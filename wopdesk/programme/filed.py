"""A document as the programme's rules see it: who filed what, when, and in which state. No store, no form engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

DRAFT, SUBMITTED, RETURNED, ACCEPTED = "draft", "submitted", "returned", "accepted"
AWAITED = "awaited"
"""Submitted, but the version itself has not arrived yet."""


@dataclass(frozen=True)
class FiledRow:
    """One row of a repeat, with its answers and calculated values by field name."""

    id: str
    values: Mapping[str, str] = field(hash=False)

    def get(self, name: str) -> str:
        """An answer of the row, empty when there is none."""
        return self.values.get(name, "")


@dataclass(frozen=True)
class Filed:
    """A record's newest version that was not returned; if there is none, the returned one, else the draft.

    Attributes:
        record: its id.
        kind: such as `monthly_report`.
        space: id of the space it belongs to (a partnership).
        owner: id of the office whose work it is; empty while nobody submitted what several offices may write.
        number: the version's number, 0 for a draft.
        digest: the version's, empty for a draft.
        submitted: the day of submission, None for a draft.
        state: `draft`, `submitted`, `returned`, `accepted` or `awaited`.
        answers: relevant answers by path.
        rows: row ids in order, by repeat.
        computed: calculated values by path.
        first: the day on which its first version was submitted, by which punctuality is judged; None for a draft.
    """

    record: str
    kind: str
    space: str
    owner: str
    number: int
    digest: str
    submitted: date | None
    state: str
    answers: Mapping[str, str] = field(hash=False)
    rows: Mapping[str, tuple[str, ...]] = field(hash=False)
    computed: Mapping[str, str] = field(default_factory=dict, hash=False)
    first: date | None = None

    @property
    def is_in(self) -> bool:
        """Whether it has been submitted and not returned: what registers and lists count."""
        return self.state in {SUBMITTED, ACCEPTED}

    def get(self, path: str) -> str:
        """An answer or calculated value, empty when there is none."""
        return self.answers.get(path) or self.computed.get(path, "")

    def repeat(self, repeat: str) -> Iterator[FiledRow]:
        """The rows of a repeat in order, nested repeats left out."""
        return read_rows(repeat, self.rows, (self.computed, self.answers))


def read_rows(
    repeat: str, rows: Mapping[str, Iterable[str]], values: Iterable[Mapping[str, str]]
) -> Iterator[FiledRow]:
    """The rows of a repeat in order, nested repeats left out.

    Args:
        repeat: its path.
        rows: row ids in order, by repeat.
        values: texts by path; where a path stands in several, the last one counts.
    """
    found: dict[str, dict[str, str]] = {row: {} for row in rows.get(repeat, ())}
    start = f"{repeat}["
    for path, text in (item for texts in values for item in texts.items() if item[0].startswith(start)):
        row, closed, name = path.removeprefix(start).partition("]/")
        if closed and row in found and "/" not in name:
            found[row][name] = text
    return (FiledRow(row, texts) for row, texts in found.items())


def of_kind(filed: Iterable[Filed], kind: str) -> list[Filed]:
    """The documents of one kind, in the order given."""
    return [document for document in filed if document.kind == kind]


def newest(filed: Iterable[Filed], kind: str) -> Filed | None:
    """The one document of a kind that a partnership has, the submitted one first; None when there is none yet.

    Where several were started, the accepted or submitted one counts, then the highest number, then the smallest id,
    so that every office names the same.
    """
    return min(of_kind(filed, kind), key=lambda one: (not one.is_in, -one.number, one.record), default=None)


def read_date(text: str) -> date | None:
    """The date of an answer (`2026-10-31`), None when it is empty or not a date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
