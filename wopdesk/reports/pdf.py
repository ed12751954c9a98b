"""The one renderer: a document's blocks as PDF. The same document always gives the same bytes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from wopdesk.reports.blocks import Document
from wopdesk.reports.closing import End, RemarksFlowable
from wopdesk.reports.flowables import flowables
from wopdesk.reports.page import PageCanvas
from wopdesk.reports.style import FOOT, HEAD, MARGIN, PAGE_HEIGHT, WIDTH, sheet

_FIELD = PAGE_HEIGHT - HEAD - FOOT
_SPARED = 2
"""So many rows of an empty table may be left out to save a page."""
_LANGUAGES = {"en": "en-GB", "ur": "ur-PK"}

rl_config.useA85 = 0  # JPEG bytes stand in the file as they are, so that a photo is found again by its SHA-256


def render(document: Document) -> bytes:
    """A PDF with embedded fonts, bookmarks, document properties and page numbers.

    JPEGs stand in it byte by byte. Nothing is cut: long texts wrap, long rows go on over the page. Where most of the
    last page would be empty, or lines to write on, less room is left around the rest, and empty tables have a row or
    two less, if that saves the page.
    """
    best = _laid_out(document, 0)
    for spared in range(1, _SPARED + 1):
        if not best.loose:
            break
        tight = _laid_out(document, spared)
        best = tight if tight.canvas.pages < best.canvas.pages else best
    best.canvas.finish()
    return best.file.getvalue()


@dataclass(frozen=True)
class _Layout:
    """Pages that are drawn and not yet written, and whether most of the last one is empty or lines to write on."""

    file: io.BytesIO
    canvas: PageCanvas
    loose: bool


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


def _laid_out(document: Document, spared: int) -> _Layout:
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
    loose = canvases[0].pages > 1 and idle > _FIELD / 2
    return _Layout(file, canvases[0], loose)
