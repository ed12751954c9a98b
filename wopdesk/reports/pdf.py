"""The one renderer: a document's blocks as PDF. The same document always gives the same bytes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import partial

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from wopdesk.reports.blocks import Document
from wopdesk.reports.closing import RemarksFlowable
from wopdesk.reports.flowables import flowables
from wopdesk.reports.page import PageCanvas
from wopdesk.reports.style import FOOT, HEAD, MARGIN, PAGE_HEIGHT, WIDTH, sheet

_LANGUAGES = {"en": "en-GB", "ur": "ur-PK"}

rl_config.useA85 = 0  # JPEG bytes stand in the file as they are, so that a photo is found again by its SHA-256


def render(document: Document) -> bytes:
    """A PDF with embedded fonts, bookmarks, document properties and page numbers.

    JPEGs stand in it byte by byte. Nothing is cut: long texts wrap, long rows go on over the page. Where most of the
    last page would be lines to write on, less room is left around the rest if that saves the page.
    """
    first = _built(document, tight=False)
    if not first.loose:
        return first.data
    second = _built(document, tight=True)
    return second.data if second.pages < first.pages else first.data


@dataclass(frozen=True)
class _Built:
    """A PDF, how many pages it has, and whether most of the last one is lines to write on."""

    data: bytes
    pages: int
    loose: bool


def _built(document: Document, *, tight: bool) -> _Built:
    sheet()
    file = io.BytesIO()
    template = BaseDocTemplate(
        file,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=HEAD,
        bottomMargin=FOOT,
        title=document.title,
        author=document.organisation,
        subject=f"{document.kind} {document.reference}",
        keywords=list(filter(None, (document.reference, document.code, *document.keywords))),
        creator="WOPDesk",
        lang=_LANGUAGES.get(document.language, document.language),
        displayDocTitle=1,
        pageCompression=1,
        invariant=1,
    )
    room = PAGE_HEIGHT - HEAD - FOOT
    frame = Frame(MARGIN, FOOT, WIDTH, room, 0, 0, 0, 0)
    template.addPageTemplates(PageTemplate("page", [frame]))
    story = flowables(document, tight=tight)
    lines = [part for part in story if isinstance(part, RemarksFlowable)]
    template.build(story, canvasmaker=partial(PageCanvas, document=document))
    return _Built(file.getvalue(), template.page, any(one.height > room / 2 for one in lines) and template.page > 1)
