"""What merging must know of a document kind. The whole of kind.toml is programme's; this is the part that decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MENTEE, MENTOR, FACILITATOR, SUPPORTING = "mentee", "mentor", "facilitator", "supporting"
ROLES = (MENTEE, MENTOR, FACILITATOR, SUPPORTING)


@dataclass(frozen=True)
class KindRules:
    """Who may write what in a record of one kind.

    Attributes:
        kind: its name, such as `monthly_report`.
        home: type of the space to which it belongs: `programme` or `partnership`.
        drafted: `team` (answers stay in the owner's team space, only versions reach the home) or `home`.
        owner: `author` (the office that starts it) or `founder` (the home space's founder, for jointly written kinds).
        founders: roles that may start one.
        writers: roles besides the owner that write fields and versions.
        reviewers: roles that may accept, return or comment.
        decides: the role whose verdict decides; empty when nobody's does.
        forms: ids of the form versions, current and former, whose operations count.
    """

    kind: str
    home: str
    drafted: str
    owner: str
    founders: frozenset[str]
    writers: frozenset[str]
    reviewers: frozenset[str]
    decides: str
    forms: frozenset[str]


Rules = Mapping[str, KindRules]
"""Every kind that this installation knows, by name."""
