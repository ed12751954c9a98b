"""What stands in a table: columns, and cells that say how they look and how they sort. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wopdesk.ui.theme.tokens import Tone

Sort = str | float


@dataclass(frozen=True)
class Text:
    """Words or a figure; `sort` where the words themselves do not sort rightly."""

    text: str
    sort: Sort | None = None


@dataclass(frozen=True)
class Chip:
    """A status in a pill."""

    text: str
    tone: Tone = "quiet"
    sort: Sort | None = None


@dataclass(frozen=True)
class Share:
    """A share done from 0 to 100, with a stroke where it should be by plan."""

    done: int
    planned: int | None = None
    tone: Tone = "info"

    @property
    def text(self) -> str:
        """As words."""
        return f"{self.done}%"

    @property
    def sort(self) -> Sort:
        """By what is done."""
        return self.done


Cell = Text | Chip | Share


@dataclass(frozen=True)
class Column:
    """A column: its title (a text of the desk), where its cells stand, and its width in pixels, 0 for the rest.

    One that is `spare` is left out where there is no room for all that the columns say.
    """

    title: str
    align: Literal["start", "end"] = "start"
    width: int = 0
    spare: bool = False


def sort_key(cell: Cell) -> tuple[int, float, str]:
    """Figures before words, each in their order; what is empty comes last."""
    key = cell.text if cell.sort is None else cell.sort
    if isinstance(key, str):
        return (1 if key else 2, 0.0, key.casefold())
    return (0, float(key), "")
