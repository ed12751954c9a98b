"""A sentence for the person, with the names in it apart, so that a screen can say it in another language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Note:
    """An English sentence, and values for its `{names}`; `str` gives it whole."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return self.text.format(**self.values)
