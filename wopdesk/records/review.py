"""Reviews: an office's verdict on one version, with remarks at its fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wopdesk.records.text import Unreadable, canonical, read_canonical

ACCEPT, RETURN, COMMENT = "accept", "return", "comment"
VERDICTS = (ACCEPT, RETURN, COMMENT)


@dataclass(frozen=True)
class Review:
    """The value of `@review/<digest>/<office>`.

    Attributes:
        verdict: `accept`, `return` or `comment`.
        reason: what was good and what next; must be given when returning.
        remarks: by path of the field they speak of.
    """

    verdict: str
    reason: str
    remarks: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def text(self) -> str:
        """The value as an operation carries it."""
        return canonical({"verdict": self.verdict, "reason": self.reason, "remarks": dict(self.remarks)}).decode()


def read_review(text: str) -> Review:
    """The review in an operation's value.

    Raises:
        Unreadable: not a review.
    """
    value = read_canonical(text.encode())
    if value.keys() != {"verdict", "reason", "remarks"} or value["verdict"] not in VERDICTS:
        raise Unreadable("a review is {verdict, reason, remarks}")
    remarks = value["remarks"]
    texts = [value["reason"], *remarks.values()] if isinstance(remarks, dict) else [None]
    if not all(isinstance(item, str) for item in texts):
        raise Unreadable("a review's reason and remarks are texts")
    return Review(value["verdict"], value["reason"], remarks)
