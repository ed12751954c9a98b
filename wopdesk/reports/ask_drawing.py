"""Questions with room for answers, and empty tables, as reportlab's flowables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Spacer

from wopdesk.reports.asking import Ask, EmptyTable
from wopdesk.reports.grid import Command, grid
from wopdesk.reports.hand import LINE, DigitBoxes, TickBox, WritingLines
from wopdesk.reports.setting import Setting
from wopdesk.reports.style import MUTED, RULE, TINT, WIDTH

_NUMBER, _LEFT = 30.0, 0.5
_LONG_LINES, _MORE_LINES = 4, 2
_ROW = 30.0
_TICK = 15.0
_BESIDE = 3
"""Choices that stand beside the question where they are short."""
_SHORT_LABEL = 16
_IN_CELL, _CELL_LABEL = 4, 34
"""Choices that stand in a cell of a table, and the letters of each."""
_WIDEST = ((14, 4), (30, 3), (52, 2))
"""Letters of the longest label up to which so many choices stand beside each other."""
_LOOK: tuple[Command, ...] = (
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 8),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
)
_TIGHT: tuple[Command, ...] = (
    *_LOOK,
    ("TOPPADDING", (0, 0), (-1, -1), 2.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
)
_BARE: tuple[Command, ...] = (
    *_LOOK,
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
)
_TABLE: tuple[Command, ...] = (
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ("BACKGROUND", (0, 0), (-1, 0), TINT),
)


def ask(block: Ask, setting: Setting) -> list[Flowable]:
    """The question, with its answer beside it where that is short, else below it."""
    words = _question(block, setting)
    number = setting.paragraph(block.number, "head")
    if _is_beside(block):
        left = (WIDTH - _NUMBER) * _LEFT
        row = [[number], words, _answer(block, WIDTH - _NUMBER - left, setting)]
        widths = [_NUMBER, left, WIDTH - _NUMBER - left]
    else:
        row = [[number], [*words, Spacer(1, 2), *_answer(block, WIDTH - _NUMBER - 8, setting)]]
        widths = [_NUMBER, WIDTH - _NUMBER]
    look = _TIGHT if setting.tight else [*_LOOK, *_airy(setting.more)]
    drawn = setting.grid([row], widths, [*look, ("LINEBELOW", (0, 0), (-1, -1), 0.4, RULE)])
    return [KeepTogether([drawn])]


def _airy(more: int) -> tuple[Command, ...]:
    """More room above and below."""
    return tuple((f"{side}PADDING", (0, 0), (-1, -1), 4 + more) for side in ("TOP", "BOTTOM"))


def empty_table(block: EmptyTable, setting: Setting) -> list[Flowable]:
    """Columns with their questions at the head, and rows to write in."""
    shares = [_share(column) for column in block.columns]
    widths = [WIDTH * share / sum(shares) for share in shares]
    head: list[Any] = [
        [setting.paragraph(column.number, "head"), *_question(column, setting, "strong")] for column in block.columns
    ]
    rows: list[Any] = [
        [_in_cell(column, width - 8, setting) for column, width in zip(block.columns, widths, strict=True)]
        for _ in range(max(1, block.rows - setting.spared))
    ]
    drawn = grid([head, *rows], widths, _TABLE, ruled=True, from_right=setting.from_right)
    drawn.setStyle([("GRID", (0, 0), (-1, -1), 0.6, MUTED)])  # over the hairlines of tables that are only read
    return [drawn, Spacer(1, 8)]


def _question(block: Ask, setting: Setting, style: str = "fact") -> list[Flowable]:
    parts = [setting.paragraph(f"{block.label}\u00a0*" if block.required else block.label, style)]
    parts += [setting.paragraph(block.condition, "condition")] if block.condition else []
    parts += [setting.paragraph(block.hint, "small")] if block.hint else []
    return parts


def _is_beside(block: Ask) -> bool:
    if block.room in {"one", "several"}:
        return len(block.choices) <= _BESIDE and _longest(block) <= _SHORT_LABEL
    return block.room not in {"long", "order"}


def _longest(block: Ask) -> int:
    """Letters of the longest label to tick."""
    return max(map(len, block.choices), default=0)


def _answer(block: Ask, width: float, setting: Setting) -> list[Flowable]:
    match block.room:
        case "long":
            return [WritingLines(max(1, _LONG_LINES - max(setting.spared, -_MORE_LINES)))]
        case "short":
            return [WritingLines(1, width * 0.6)]
        case "date" | "time" | "datetime":
            return [DigitBoxes(_groups(block))]
        case "tick":
            return [TickBox()]
        case "one" | "several" | "order" if block.choices:
            return [_choices(block, width, setting)]
        case _:
            below = [setting.paragraph(block.words[0], "small")] if block.words else []
            return [WritingLines(1), Spacer(1, 2), *below]


def _groups(block: Ask) -> list[tuple[int, str]]:
    counts = {"date": (2, 2, 4), "time": (2, 2), "datetime": (2, 2, 4, 2, 2)}[block.room]
    return list(zip(counts, block.words, strict=True))


def _choices(block: Ask, width: float, setting: Setting) -> Flowable:
    """Boxes with their labels, as many beside each other as fit, read line by line."""
    fitting = next((count for letters, count in _WIDEST if _longest(block) <= letters), 1)
    columns = min(fitting, len(block.choices)) if width > WIDTH / 2 else min(2, len(block.choices))
    wide = block.room == "order"
    cells: list[Any] = []
    for label in block.choices:
        cells += [[TickBox(wide=wide)], [setting.paragraph(label, "cell")]]
    cells += [""] * (-len(cells) % (2 * columns))
    rows = [cells[at : at + 2 * columns] for at in range(0, len(cells), 2 * columns)]
    box = _TICK * (1.5 if wide else 1)
    return setting.grid(rows, [box, width / columns - box] * columns, _BARE)


def _in_cell(column: Ask, width: float, setting: Setting) -> list[Flowable]:
    """A cell of an empty row: boxes where few short choices fit, else room."""
    if column.room in {"one", "several"} and len(column.choices) <= _IN_CELL and _longest(column) <= _CELL_LABEL:
        rows: Sequence[Sequence[Any]] = [[[TickBox()], [setting.paragraph(label, "cell")]] for label in column.choices]
        return [setting.grid(rows, [_TICK, width - _TICK], _BARE)]
    if column.room == "tick":
        return [TickBox()]
    return [Spacer(1, LINE * 2 if column.room == "long" else _ROW - 8)]


def _share(column: Ask) -> float:
    """How wide a column is beside others: by what goes into it, and by the longest word of its head."""
    rooms = {"long": 3.0, "line": 2.0, "tick": 0.8, "short": 1.2, "date": 1.3, "time": 1.0}
    longest = max((len(word) for word in column.label.split()), default=0)
    return max(rooms.get(column.room, 1.6), longest / 8, min(len(column.label) / 30, 2.4))
