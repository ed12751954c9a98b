"""May this operation count? Decided by the author's office and role, the record's kind and owner, and the field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wopdesk.records.fields import BEHALF, is_known, review_field
from wopdesk.records.ids import TEAM, Founding, Space
from wopdesk.records.kinds import FACILITATOR, KindRules, Rules
from wopdesk.records.standing import FOUNDER


class Held(StrEnum):
    """Why an operation is stored and relayed, but held out of every view."""

    UNREADABLE = "unreadable"
    UNKNOWN_KEY = "unknown key"
    NOT_MEMBER = "not a member"
    CUT = "cut"
    UNKNOWN_FORM = "unknown form"
    UNKNOWN_FIELD = "unknown field"
    NOT_FOUNDED = "not founded here"
    BAD_KIND = "false founding"
    FOREIGN_PARENT = "foreign parent"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True)
class Author:
    """Who wrote a batch, where, as the statements see it.

    Attributes:
        office: the office for which the key speaks.
        role: its role in the space.
        space: where the batch stands.
    """

    office: str
    role: str
    space: Space


def judge(
    field: str, author: Author, founding: Founding, form: str | None, *, behalf: bool, rules: Rules
) -> Held | None:
    """Why an operation on a founded record is held, or None when it counts.

    Args:
        field: the field written; `@kind` is judged elsewhere, by its hash alone.
        author: who wrote it.
        founding: the record's founding parts.
        form: the form id that the batch names for the record's kind.
        behalf: whether the same batch marks the record `@behalf`.
        rules: the kinds known here.
    """
    if not is_known(field):
        return Held.UNKNOWN_FIELD
    kind = rules.get(founding.kind)
    if kind is None or form not in kind.forms:
        return Held.UNKNOWN_FORM
    return None if _allowed(field, author, founding, kind, behalf=behalf) else Held.FORBIDDEN


def _allowed(field: str, author: Author, founding: Founding, kind: KindRules, *, behalf: bool) -> bool:
    if author.space.type == TEAM:
        return not field.startswith("@review/")
    if author.space.type != kind.home or (kind.owner == FOUNDER and founding.owner != author.space.office):
        return False
    review = review_field(field)
    if review:
        return review.office == author.office and author.role in kind.reviewers
    if field == BEHALF:
        return author.role == FACILITATOR
    owns = author.office == founding.owner and author.role in kind.founders | {FOUNDER}
    return owns or author.role in kind.writers or (author.role == FACILITATOR and behalf)
