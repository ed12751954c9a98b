"""Printing: sentences, tables and JSON. Text that came from outside cannot steer the terminal."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence

import click

WIDTH = 100
"""Columns that a terminal surely has."""
_NARROWEST = 8
_GAP = "  "
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Urdu is written with them; every other invisible character becomes a blank."""


def clean(text: str) -> str:
    """The text on one line, without control characters: what others sent must not move a cursor or change a title."""
    return "".join(one if one.isprintable() or one in _JOINERS else " " for one in text)


def wrapped(text: str, hang: str = "") -> str:
    """A sentence in lines that fit, all indented as it is and further ones by `hang` more.

    A path or code is not broken, so that it can be copied.
    """
    indent = text[: len(text) - len(text.lstrip(" "))] + hang
    lines = textwrap.wrap(clean(text), WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 record`, `2 records`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def say(text: str = "") -> None:
    """Print a sentence."""
    click.echo(wrapped(text))


def say_json(value: object) -> None:
    """Print a value for scripts; letters beyond ASCII are escaped, so that no terminal or pipe can spoil them."""
    click.echo(json.dumps(value, indent=2))


def say_table(header: Sequence[str], rows: Sequence[Sequence[str]], indent: str = "") -> None:
    """Print rows in aligned columns; long cells go on below. Without a header, only the rows."""
    for line in table(header, rows, WIDTH - len(indent)):
        click.echo((indent + line).rstrip())


def table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int = WIDTH) -> list[str]:
    """The lines of a table that is no wider than `width`; paths and codes are broken only when nothing else gives."""
    cells = [[clean(cell) for cell in row] for row in ([header] if header else []) + list(rows)]
    if not cells:
        return []
    columns = list(zip(*cells, strict=True))
    natural = [max(map(len, column)) for column in columns]
    whole = [not any(" " in cell for cell in column) for column in columns]
    widths = _widths(natural, [one and size <= width // 2 for one, size in zip(whole, natural, strict=True)], width)
    return [line for row in cells for line in _lines(row, widths)]


def _widths(natural: Sequence[int], whole: Sequence[bool], width: int) -> list[int]:
    """Column widths that fit; the widest column gives way first, one that is to stay whole only when no other can."""
    widths = list(natural)
    for giving in ([place for place, one in enumerate(whole) if not one], list(range(len(widths)))):
        while sum(widths) + len(_GAP) * (len(widths) - 1) > width and any(widths[one] > _NARROWEST for one in giving):
            widths[max(giving, key=lambda one: widths[one])] -= 1
    return widths


def _lines(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [textwrap.wrap(cell, max(width, 1)) or [""] for cell, width in zip(row, widths, strict=True)]
    height = max(map(len, columns))
    filled = [column + [""] * (height - len(column)) for column in columns]
    return [
        _GAP.join(cell.ljust(width) for cell, width in zip(parts, widths, strict=True)).rstrip()
        for parts in zip(*filled, strict=True)
    ]
