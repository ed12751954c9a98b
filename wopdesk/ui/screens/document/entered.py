"""What to say after cells were pasted: how much came in, what was not taken and why, and what is no known choice."""

from __future__ import annotations

from collections.abc import Iterator

from wopdesk.ui.i18n import listed, tr
from wopdesk.ui.screens.document.entering import MOST_LINES, Entering, Left

_SOME = 3
"""So many columns are named."""
_SHORT = 40


def told_of(entering: Entering) -> str:
    """What a person is told of what was pasted; "" where it was a single cell, taken as it was."""
    return " ".join(part for part in (_came(entering), said_of(entering.left)) if part)


def said_of(left: Left) -> str:
    """What a person must know of what was pasted; "" where all was taken as it was."""
    return " ".join(part for part in (_not_taken(left), _unknown(left)) if part)


def _came(entering: Entering) -> str:
    """How much came in, where it is not seen at a glance."""
    fields, rows = entering.fields, len(entering.rows)
    if fields <= 1:
        return ""
    if rows == 1:
        return tr("{fields} fields came in, in 1 row.", fields=fields)
    return tr("{fields} fields came in, in {rows} rows.", fields=fields, rows=rows)


def _not_taken(left: Left) -> str:
    why = "; ".join(_reasons(left))
    if not why:
        return ""
    if left.cells == 1:
        return tr("1 cell was not taken: {why}.", why=why)
    return tr("{count} cells were not taken: {why}.", count=left.cells, why=why)


def _reasons(left: Left) -> Iterator[str]:
    if left.fixed:
        names = listed(list(left.names)[:_SOME]) + (" …" if len(left.names) > _SOME else "")
        yield tr("{names} cannot be changed here", names=names)
    if left.unasked:
        yield tr("nothing is asked there")
    if left.beyond:
        yield tr("the table has no room for them there")
    if left.more:
        yield tr("at most {count} rows are taken at once", count=MOST_LINES)


def _unknown(left: Left) -> str:
    if not left.unknown:
        return ""
    text, column = left.unknown[0]
    words = " ".join(text.split())
    words = words if len(words) <= _SHORT else f"{words[: _SHORT - 1].rstrip()}…"
    if len(left.unknown) == 1:
        return tr("“{said}” is no choice of {column}; it stands there until you choose one.", said=words, column=column)
    count = len(left.unknown)
    return tr(
        "{count} cells hold no known choice, such as “{said}” in {column}; each stands there until you choose one.",
        count=count,
        said=words,
        column=column,
    )
