"""The one renderer: a document's blocks as PDF. The same document always gives the same bytes."""

from __future__ import annotations

import io
from functools import partial

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from wopdesk.reports.blocks import Document
from wopdesk.reports.flowables import flowables
from wopdesk.reports.page import PageCanvas
from wopdesk.reports.style import FOOT, HEAD, MARGIN, PAGE_HEIGHT, WIDTH, sheet

_LANGUAGES = {"en": "en-GB", "ur": "ur-PK"}

rl_config.useA85 = 0  # JPEG bytes stand in the file as they are, so that a photo is found again by its SHA-256


def render(document: Document) -> bytes:
    """A PDF with embedded fonts, bookmarks, document properties and page numbers.

    JPEGs stand in it byte by byte. Nothing is cut: long texts wrap, long rows go on over the page.
    """
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
    frame = Frame(MARGIN, FOOT, WIDTH, PAGE_HEIGHT - HEAD - FOOT, 0, 0, 0, 0)
    template.addPageTemplates(PageTemplate("page", [frame]))
    template.build(flowables(document), canvasmaker=partial(PageCanvas, document=document))
    return file.getvalue()
