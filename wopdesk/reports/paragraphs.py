"""Text as paragraphs: Latin text through reportlab, anything with Urdu letters through our own. Never markup."""

from __future__ import annotations

import unicodedata
from xml.sax.saxutils import escape

from reportlab.platypus import Flowable, Paragraph

from wopdesk.reports import bidi
from wopdesk.reports.fonts import SEMI
from wopdesk.reports.shaped import ShapedParagraph
from wopdesk.reports.style import ACCENT, INK, sheet


def paragraph(text: str, style: str = "body") -> Flowable:
    """A paragraph in a style of the sheet. Line ends are kept; signs that would be markup are printed as typed."""
    text = plain(text)
    if bidi.needs_order(text):
        return ShapedParagraph(text, sheet()[style])
    return Paragraph(escape(text).replace("\n", "<br/>"), sheet()[style])


def numbered(number: str, text: str, style: str) -> Flowable:
    """A heading with its number in the accent colour."""
    if not number or bidi.needs_order(text):
        return paragraph(f"{number}  {text}".strip(), style)
    lead = f'<font color="#{ACCENT.hexval()[2:]}">{escape(number)}</font>&nbsp;&nbsp;'
    return Paragraph(lead + escape(plain(text)), sheet()[style])


def captioned(lead: str, text: str) -> Flowable:
    """A caption that begins with a word or two in bold."""
    if bidi.needs_order(text):
        return paragraph(f"{lead} {text}", "caption")
    strong = f'<font name="{SEMI}" color="#{INK.hexval()[2:]}">{escape(lead)}</font> '
    return Paragraph(strong + escape(plain(text)), sheet()["caption"])


def plain(text: str) -> str:
    """The text with line ends unified and without signs that cannot be printed (control characters)."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return "".join(char for char in unified if char == "\n" or unicodedata.category(char) != "Cc")
