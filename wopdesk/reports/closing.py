"""The end of a paper: lines to write on, which take what the page has left, and places for signatures."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from wopdesk.reports import blocks
from wopdesk.reports.grid import Command
from wopdesk.reports.setting import Setting
from wopdesk.reports.style import FOOT, HEAD, INK, PAGE_HEIGHT, RULE, WIDTH
from wopdesk.reports.tiles import with_gaps

_GAP = 16.0
_INK_ROOM, _TIGHT_ROOM = 34.0, 27.0
_LINE = 21.0
"""Points between two lines to write on."""
_FEWEST = 3
_FIELD = PAGE_HEIGHT - HEAD - FOOT


class RemarksFlowable(Flowable):
    """Empty lines from here to what must stand at the foot of the page; nothing where only few would fit."""

    def __init__(self, title: Flowable, kept: float) -> None:
        """Take the words above the lines, and how many points are kept for what follows."""
        super().__init__()
        self._title, self._kept = title, kept

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """As many lines as there is room for."""
        self.width = availWidth
        self._head = self._title.wrap(availWidth, availHeight)[1] + _GAP
        self._lines = int((availHeight - self._kept - self._head - _GAP) / _LINE)
        self.height = self._head + self._lines * _LINE + _GAP if self._lines >= _FEWEST else 0
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words and the lines."""
        if not self.height:
            return
        self._title.drawOn(self.canv, 0, self.height - self._head)
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.6)
        for number in range(1, self._lines + 1):
            y = self.height - self._head - number * _LINE
            self.canv.line(0, y, self.width, y)


class End(Flowable):
    """Nothing, at the end of a document; it knows how much of the last page is left."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - reportlab's names
        """Takes no room and remembers how much there was."""
        self.left = availHeight
        return 0, 0

    def draw(self) -> None:
        """Nothing to see."""


def closing(remarks: blocks.Remarks | None, block: blocks.Signatures, setting: Setting) -> list[Flowable]:
    """Remarks and signatures, together on one page."""
    signatures = _signatures(block, setting)
    kept = sum(float(part.wrap(WIDTH, _FIELD)[1] + part.getSpaceBefore()) for part in signatures) + 2
    lines = [RemarksFlowable(setting.capitals(remarks.title), kept)] if remarks else []
    return [CondPageBreak(min(kept, _FIELD)), *lines, KeepTogether(signatures)]


def _signatures(block: blocks.Signatures, setting: Setting) -> list[Flowable]:
    count = len(block.signers)
    width = (WIDTH - _GAP * (count - 1)) / count
    style: list[Command] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 3)]
    style += [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "BOTTOM")]
    style += [("LINEABOVE", (2 * place, 2), (2 * place, 2), 0.8, INK) for place in range(count)]
    rows = [
        with_gaps([[setting.capitals(signer.role)] for signer in block.signers]),
        with_gaps([[Spacer(1, _TIGHT_ROOM if setting.tight else _INK_ROOM)] for _ in block.signers]),
        with_gaps([_signer(signer, setting) for signer in block.signers]),
    ]
    note = [Spacer(1, 8), setting.paragraph(block.note, "small")] if block.note else []
    return [Spacer(1, 10), setting.grid(rows, with_gaps([width] * count, _GAP), style), *note]


def _signer(signer: blocks.Signer, setting: Setting) -> list[Flowable]:
    return [
        setting.paragraph(signer.name or setting.say("Name"), "signer" if signer.name else "signer_blank"),
        setting.paragraph(signer.organisation or " ", "small"),
        Spacer(1, 5),
        setting.paragraph(setting.say("Date"), "label"),
    ]
