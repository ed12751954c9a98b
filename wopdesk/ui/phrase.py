"""A sentence of the desk that is not said yet: presenters choose it, views say it in the language of the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Phrase:
    """An English text of the translations, and values for its `{names}`."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
