"""How a document is set: the language of its fixed words, the side on which lines begin, text as paragraphs.

Latin text goes through reportlab, anything with Urdu letters through our own paragraph. Nothing is ever markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from wopdesk.reports import bidi
from wopdesk.reports.fonts import SEMI
from wopdesk.reports.grid import Command, grid
from wopdesk.reports.shaped import ShapedParagraph
from wopdesk.reports.style import ACCENT, INK, sheet
from wopdesk.reports.words import Speech

_BLANKS = re.compile(r"[^\S\u00a0]+")
"""What parts words: not the blank that holds them together."""
_PLAIN = 0
"""How reportlab marks lines of one font."""


class LatinParagraph(Paragraph):
    """reportlab's paragraph, which breaks its lines once for a width and not each time it is asked how high it is."""

    _broken_for: float | None = None
    blPara: Any  # noqa: N815 - reportlab's name
    """The lines."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Break the text into lines of a width."""
        if self._broken_for != availWidth or not hasattr(self, "blPara"):  # which splitting takes away
            super().wrap(availWidth, availHeight)
            self._broken_for = availWidth
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """As many lines as fit, and the rest, whose lines are known: of a long text all would be broken ever again."""
        pieces: list[Any] = super().split(availWidth, availHeight)
        if len(pieces) > 1 and self.blPara.kind == _PLAIN:
            first, rest = pieces
            rest.blPara = self.blPara.clone(lines=self.blPara.lines[len(first.blPara.lines) :])
            rest.width, rest.height = availWidth, self.style.leading * len(rest.blPara.lines)
            rest._broken_for = availWidth  # noqa: SLF001 - of the same class
        return pieces


@dataclass(frozen=True)
class Setting:
    """Makes the parts of one document's pages.

    Attributes:
        say: in the language of the document.
        spared: how many rows and lines to write on each place lacks, so that the last page need not be nearly empty;
            below 0, how many more it has, so that the last page is filled.
    """

    say: Speech
    spared: int = 0

    @property
    def tight(self) -> bool:
        """Whether less room is left around things."""
        return self.spared > 0

    @property
    def more(self) -> int:
        """How much more room to write there is."""
        return max(0, -self.spared)

    @property
    def from_right(self) -> bool:
        """Whether the page begins at the right."""
        return self.say.from_right

    def paragraph(self, text: str, style: str = "body") -> Flowable:
        """A paragraph in a style of the sheet. Line ends are kept; signs that would be markup are printed as typed."""
        text, look = plain(text), sheet(from_right=self.from_right, tight=self.tight)[style]
        if bidi.needs_order(text):
            return ShapedParagraph(text, look)
        text = bidi.visible(text)
        if "\n" in text or not text.strip():
            return LatinParagraph(escape(text).replace("\n", "<br/>"), look)
        return LatinParagraph("", look, frags=[_fragment(look).clone(text=_BLANKS.sub(" ", text).strip(" "))])

    def capitals(self, text: str, style: str = "label") -> Flowable:
        """A label; Latin letters in capitals."""
        return self.paragraph(text.upper(), style)

    def numbered(self, number: str, text: str, style: str) -> Flowable:
        """A heading with its number in the accent colour."""
        if number and self.from_right:
            look = sheet(from_right=True, tight=self.tight)[style]
            return ShapedParagraph(f"{number}\u2003{self.say.isolated(plain(text))}", look, direction=True)
        if not number or bidi.needs_order(text):
            return self.paragraph(f"{number}\u2003{text}".strip(), style)
        lead = f'<font color="#{ACCENT.hexval()[2:]}">{escape(number)}</font>&nbsp;&nbsp;'
        return LatinParagraph(lead + escape(plain(text)), sheet(tight=self.tight)[style])

    def captioned(self, lead: str, text: str) -> Flowable:
        """A caption that begins with a word or two in bold."""
        if self.from_right or bidi.needs_order(text):
            return self.paragraph(f"{lead} {self.say.isolated(text)}", "caption")
        strong = f'<font name="{SEMI}" color="#{INK.hexval()[2:]}">{escape(lead)}</font> '
        return LatinParagraph(strong + escape(plain(text)), sheet(tight=self.tight)["caption"])

    def grid(
        self, rows: Sequence[Sequence[Any]], widths: Sequence[float], look: Sequence[Command], *, ruled: bool = False
    ) -> Flowable:
        """A table as `grid` makes it, its first column where the page begins."""
        return grid(rows, widths, look, ruled=ruled, from_right=self.from_right)


@cache
def _fragment(look: ParagraphStyle) -> Any:  # noqa: ANN401 - reportlab's own
    """What reportlab's parser makes of a word; copies of it spare the parsing of text that has no markup anyway."""
    return Paragraph("x", look).frags[0]


def plain(text: str) -> str:
    """The text with line ends unified and without signs that cannot be printed (control characters)."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return "".join(char for char in unified if char == "\n" or unicodedata.category(char) != "Cc")
