"""Blocks as reportlab's flowables: one function per block."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from wopdesk.reports import ask_drawing, asking, blocks, tables, tiles
from wopdesk.reports.charts import ChartFlowable
from wopdesk.reports.closing import closing
from wopdesk.reports.gallery import gallery
from wopdesk.reports.grid import Command, Grid
from wopdesk.reports.setting import Setting
from wopdesk.reports.style import FOOT, HEAD, PAGE_HEIGHT, TONES, WIDTH
from wopdesk.reports.words import Speech

_CHART, _SMALL_CHART = 118.0, 96.0
_TIGHT = 0.8
_LOWEST, _HIGHEST = 70.0, 210.0
"""Heights of a chart that stretches, in points."""
_GAP = 12.0
_TWO_LINES = 30.0
_ABOVE = 7.0
_FIELD = PAGE_HEIGHT - HEAD - FOOT


class Bookmark(Flowable):
    """An entry in the outline at the place of a heading."""

    def __init__(self, key: str, text: str, level: int) -> None:
        """Take a key that is unique in the document, and what the outline shows."""
        super().__init__()
        self._entry = key, text, level
        self.width = self.height = 0.0

    def draw(self) -> None:
        """Leave the bookmark."""
        key, text, level = self._entry
        self.canv.bookmarkHorizontal(key, 0, 20)
        self.canv.addOutlineEntry(text, key, level, 0)


class Stretched(Flowable):
    """A chart with its title and caption that fills the first page down to the foot, or is left out."""

    def __init__(self, chart: blocks.Chart, setting: Setting) -> None:
        """Take the chart."""
        super().__init__()
        self._chart, self._setting = chart, setting
        self._title = setting.paragraph(chart.title, "label")
        self._caption = setting.paragraph(chart.caption, "caption") if chart.caption else Spacer(1, 0)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """As high as the room, within limits; nothing where it is low or the first page is full."""
        above, below = (part.wrap(availWidth, availHeight)[1] + 4 for part in (self._title, self._caption))
        above += _ABOVE
        room = availHeight - above - below
        fits = room >= _LOWEST and self.canv.getPageNumber() == 1
        self._drawn = min(_HIGHEST, room) if fits else 0
        self.width, self.height = availWidth, above + self._drawn + below if self._drawn else 0
        self._above = above
        return self.width, self.height

    def draw(self) -> None:
        """Draw the title, the chart, the caption."""
        if not self._drawn:
            return
        self._title.drawOn(self.canv, 0, self.height - self._above + 4)
        chart = ChartFlowable(self._chart, self.width, self._drawn, self._setting.say)
        chart.drawOn(self.canv, 0, self.height - self._above - self._drawn)
        self._caption.drawOn(self.canv, 0, 0)


def flowables(document: blocks.Document, spared: int = 0) -> list[Flowable]:
    """The whole story of a document; `spared` as in `Setting`."""
    setting = Setting(Speech(document.language), spared)
    drawn = [(block, draw(block, setting)) for block in _joined(document.blocks, setting)]
    story: list[Flowable] = []
    level = -1
    for at, (block, parts) in enumerate(drawn):
        if isinstance(block, blocks.Heading):
            if not (at and isinstance(drawn[at - 1][0], blocks.Heading)):
                story.append(CondPageBreak(max(_together(drawn[at:]), _last_part(drawn[at:]))))
            level = min(block.level - 1, level + 1)  # an outline may not begin with a lower level or leave one out
            story.append(Bookmark(f"h{at}", f"{block.number}  {block.text}".strip(), level))
        story += parts
    return story


class _Closing:
    """Remarks and signatures drawn as one."""

    def __init__(self, parts: list[Flowable]) -> None:
        self.parts = parts


def _joined(document: Sequence[blocks.Block], setting: Setting) -> list[blocks.Block | _Closing]:
    """The blocks, remarks joined to the signatures that follow them."""
    found: list[blocks.Block | _Closing] = []
    remarks: blocks.Remarks | None = None
    for block in document:
        if isinstance(block, blocks.Remarks):
            remarks = block
        elif isinstance(block, blocks.Signatures):
            found.append(_Closing(closing(remarks, block, setting)))
            remarks = None
        else:
            found.append(block)
    return found


def _together(drawn: Sequence[tuple[object, list[Flowable]]]) -> float:
    """Points that headings and the beginning of what follows them need, so that none stands alone at a page's foot."""
    need = 0.0
    for block, parts in drawn:
        if not isinstance(block, blocks.Heading):
            first = next(iter(parts), None)
            return min(_FIELD, need + (_least(first) if first is not None else 0))
        need += sum(map(_height, parts))
    return min(_FIELD, need)


def _last_part(drawn: Sequence[tuple[object, list[Flowable]]]) -> float:
    """Points of a short last part with the signatures below it, which are not to stand on a page of their own."""
    *part, (last, end) = drawn
    if not isinstance(last, _Closing) or any(isinstance(block, blocks.Heading) for block, _ in part[1:]):
        return 0
    parts = [one for _, parts in part for one in parts] + [one for one in end if isinstance(one, KeepTogether)]
    need = sum(_height(one) for one in parts)
    return need if need < _FIELD / 2 else 0


def _height(part: Flowable) -> float:
    parts = part._content if isinstance(part, KeepTogether) else [part]  # type: ignore[attr-defined]  # noqa: SLF001 - it has no other way to its parts
    return sum(float(one.wrap(WIDTH, _FIELD)[1] + one.getSpaceBefore() + one.getSpaceAfter()) for one in parts)


def _least(part: Flowable) -> float:
    if isinstance(part, Grid):
        return part.least(WIDTH)
    if isinstance(part, KeepTogether):
        return _height(part)
    return float(min(part.wrap(WIDTH, _FIELD)[1], _TWO_LINES))


@singledispatch
def draw(block: object, setting: Setting) -> list[Flowable]:
    """The flowables of one block."""
    raise TypeError(f"no drawing for {type(block).__name__} in {setting}")


@draw.register
def _closing(block: _Closing, setting: Setting) -> list[Flowable]:  # noqa: ARG001 - one signature for all
    return block.parts


@draw.register
def _title(block: blocks.Title, setting: Setting) -> list[Flowable]:
    below = [setting.paragraph(block.subtitle, "subtitle")] if block.subtitle else []
    return [setting.capitals(block.kicker, "kicker"), setting.paragraph(block.title, "title"), *below]


@draw.register
def _facts(block: blocks.Facts, setting: Setting) -> list[Flowable]:
    return tiles.facts(block, setting)


@draw.register
def _tiles(block: blocks.Tiles, setting: Setting) -> list[Flowable]:
    return tiles.tiles(block, setting)


@draw.register
def _heading(block: blocks.Heading, setting: Setting) -> list[Flowable]:
    remark = [setting.paragraph(block.remark, "remark")] if block.remark else []
    return [setting.numbered(block.number, block.text, "h1" if block.level == 1 else "h2"), *remark]


@draw.register
def _paragraph(block: blocks.Paragraph, setting: Setting) -> list[Flowable]:
    return [setting.paragraph(block.text, block.style)]


@draw.register
def _callout(block: blocks.Callout, setting: Setting) -> list[Flowable]:
    front, back = TONES[block.tone]
    style: list[Command] = [
        ("BACKGROUND", (0, 0), (-1, -1), back),
        ("LINEBEFORE", (0, 0), (0, -1), 2.4, front, 0),
        ("LEFTPADDING", (0, 0), (-1, -1), 11),
        ("TOPPADDING", (0, 0), (-1, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    lines = [setting.paragraph(block.title, f"call_{block.tone}")]
    lines += [setting.paragraph(block.text, "call_text")] if block.text else []
    return [Spacer(1, 3), setting.grid([[lines]], [WIDTH], style), Spacer(1, 5)]


@draw.register
def _table(block: blocks.Table, setting: Setting) -> list[Flowable]:
    return tables.table(block, setting)


@draw.register
def _chart(block: blocks.Chart, setting: Setting) -> list[Flowable]:
    if block.stretches:
        return [Stretched(block, setting)]
    return [KeepTogether([Spacer(1, 6), *_drawn(block, WIDTH, _CHART, setting)])]


@draw.register
def _charts(block: blocks.Charts, setting: Setting) -> list[Flowable]:
    width = (WIDTH - _GAP) / 2
    style: list[Command] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 6)]
    style += [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "BOTTOM")]
    pairs = [block.charts[at : at + 2] for at in range(0, len(block.charts), 2)]
    found: list[Flowable] = []
    for pair in pairs:
        if len(pair) == 1:
            found += _chart(pair[0], setting)
            continue
        cells = [_drawn(chart, width, _SMALL_CHART, setting) for chart in pair]
        found.append(setting.grid([tiles.with_gaps(cells)], [width, _GAP, width], style))
    return found


def _drawn(chart: blocks.Chart, width: float, height: float, setting: Setting) -> list[Flowable]:
    caption = [setting.paragraph(chart.caption, "caption")] if chart.caption else []
    height *= _TIGHT if setting.tight else 1
    return [setting.paragraph(chart.title, "label"), ChartFlowable(chart, width, height, setting.say), *caption]


@draw.register
def _photos(block: blocks.Photos, setting: Setting) -> list[Flowable]:
    return gallery(block, setting)


@draw.register
def _new_page(block: blocks.NewPage, setting: Setting) -> list[Flowable]:  # noqa: ARG001 - one signature for all
    return [CondPageBreak(_FIELD / 3)]


@draw.register
def _ask(block: asking.Ask, setting: Setting) -> list[Flowable]:
    return ask_drawing.ask(block, setting)


@draw.register
def _empty_table(block: asking.EmptyTable, setting: Setting) -> list[Flowable]:
    return ask_drawing.empty_table(block, setting)
