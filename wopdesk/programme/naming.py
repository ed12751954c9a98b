"""Whom a partnership's record names, and who of them does not take part in it yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from wopdesk.programme.partnership import Partnership
from wopdesk.records.ids import OfficeId
from wopdesk.records.kinds import MENTEE, MENTOR, SUPPORTING

NAMED = (MENTEE, MENTOR, SUPPORTING)
"""Roles in which a record names somebody."""
State = Literal["approved", "waiting", "unknown"]
"""Whether PWON approved an office, so that it can be added, it waits for that, or nobody here knows it."""


@dataclass(frozen=True)
class Named:
    """An office as a record names it.

    Attributes:
        office: its id; empty where only a name was written.
        name: its name.
        role: the role in which it is named.
        state: how it stands.
        usual: the role in which it takes part in the programme; empty where that is not known.
    """

    office: OfficeId
    name: str
    role: str
    state: State
    usual: str = ""

    @property
    def is_otherwise(self) -> bool:
        """Whether it is named in another role than its usual one, as where two were swapped."""
        return self.usual not in {"", self.role}


@dataclass(frozen=True)
class Around:
    """What is known of offices around a partnership.

    Attributes:
        inside: ids of those that take part.
        known: names and states of all, by id.
        usual: the roles in which they take part in the programme, by id.
    """

    inside: frozenset[str]
    known: Mapping[str, tuple[str, State]]
    usual: Mapping[str, str] = field(default_factory=dict)


def missing(named: Partnership, here: Around) -> tuple[Named, ...]:
    """Who is named in a partnership and does not take part in it.

    A supporting partner that was only written need not have a desk, so that nobody waits for it.
    """
    return tuple(_missing(named, here))


def _missing(named: Partnership, here: Around) -> Iterator[Named]:
    for role in NAMED:
        office = named.office(role)
        if office and office not in here.inside:
            name, state = here.known.get(office, (office[:8], "unknown"))
            yield Named(OfficeId(office), name, role, state, here.usual.get(office, ""))
        elif not office and named.written(role):
            yield Named(OfficeId(""), named.written(role), role, "unknown")
