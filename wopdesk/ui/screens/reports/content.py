"""What is shown of all documents, as values. Knows neither a desk nor Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wopdesk.ui.phrase import Phrase
from wopdesk.ui.theme.tokens import Tone


@dataclass(frozen=True)
class Filed:
    """One document in the list.

    Attributes:
        record: its id.
        kind: by which the list can be narrowed.
        title: its kind, with its month.
        partnership: the code; empty for documents of the programme.
        office: whose it is.
        version: the newest, 0 while there is none.
        day: when that was submitted.
        state, tone: where its review stands.
        stage: the state's sign, by which the list can be narrowed.
    """

    record: str
    kind: str
    title: Phrase | str
    partnership: str
    office: str
    version: int
    day: date | None
    state: Phrase
    tone: Tone
    stage: str


@dataclass(frozen=True)
class Reports:
    """All documents, the kinds among them as (kind, title), and whether the register can be made here."""

    filed: tuple[Filed, ...]
    kinds: tuple[tuple[str, str], ...]
    register: bool
