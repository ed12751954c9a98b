"""The one renderer: a document's blocks as PDF. The same document always gives the same bytes."""

from __future__ import annotations

import io
from typing import Any

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from wopdesk.reports.blocks import Document
from wopdesk.reports.closing import End, RemarksFlowable
from wopdesk.reports.fitting import Layout, fitted
from wopdesk.reports.flowables import flowables
from wopdesk.reports.page import PageCanvas
from wopdesk.reports.style import FOOT, HEAD, MARGIN, PAGE_HEIGHT, WIDTH, sheet

_FIELD = PAGE_HEIGHT - HEAD - FOOT
_LANGUAGES = {"en": "en-GB", "ur": "ur-PK"}

rl_config.useA85 = 0  # JPEG bytes stand in the file as they are, so that a photo is found again by its SHA-256


def render(document: Document) -> bytes:
    """A PDF with embedded fonts, bookmarks, document properties and page numbers.

    JPEGs stand in it byte by byte. Nothing is cut: long texts wrap, long rows go on over the page. How much room is
    left around things, and how many rows empty tables have, `fitting` decides.
    """
    return fitted(document, _laid_out).finish()


def _template(file: io.BytesIO, document: Document) -> BaseDocTemplate:
    """An empty file of pages with margins, which says what it is."""
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
    template.addPageTemplates(PageTemplate("page", [Frame(MARGIN, FOOT, WIDTH, _FIELD, 0, 0, 0, 0)]))
    return template


def _laid_out(document: Document, spared: int) -> Layout:
    sheet()
    file = io.BytesIO()
    template = _template(file, document)
    story = flowables(document, spared)
    lines = [part for part in story if isinstance(part, RemarksFlowable)]
    end = End()
    canvases: list[PageCanvas] = []

    def canvas(*places: Any, **options: Any) -> PageCanvas:  # noqa: ANN401 - reportlab's own
        canvases.append(PageCanvas(*places, document=document, **options))
        return canvases[-1]

    template.build([*story, end], canvasmaker=canvas)
    idle = max(end.left, *(one.height for one in lines), 0)

    def finish() -> bytes:
        canvases[0].finish()
        return file.getvalue()

    return Layout(canvases[0].pages, end.left / _FIELD, idle / _FIELD, spared, finish)
