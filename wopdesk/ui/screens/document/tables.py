"""A repeat as a table or as cards: its columns, what each row is, and what the list behind a row says beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from wopdesk.ui.form.parts import Card, Cards, Part
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.rows import RepeatRow, RepeatTable
from wopdesk.ui.screens.document.asking import NUMBERS, Manner, asked, split_unit
from wopdesk.ui.screens.document.fields import Fields
from wopdesk.ui.screens.document.layout import Around
from wopdesk.ui.screens.document.speaking import in_words
from wopdesk.ui.screens.document.withholding import as_others_see
from wopdesk.xlsform import Group
from wopdesk.xlsform import Question as Asked

_WOVEN = "…"
"""Stands in a label of the layout for what is woven in at each row."""
_WOVEN_END = re.compile(r"[\s,،]*\(?\s*…\s*\)?$")
_TITLE = 60
_BEFORE = "@before"
FRESH = "fresh"
"""The row of a form that is only tried."""


@dataclass(frozen=True)
class Repeat:
    """A repeat at one place, with its rows.

    Attributes:
        group: as the form has it.
        around: where it stands.
        rows: ids of its rows in order.
        fixed: whether a list brings the rows.
    """

    group: Group
    around: Around
    rows: Sequence[str]
    fixed: bool

    @property
    def path(self) -> str:
        """Where its rows lie."""
        return self.around.place(self.group.path)

    def inside(self, row: str) -> Around:
        """The place inside a row."""
        return self.around.inside(self.group, row)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Its questions."""
        return tuple(part for part in self.group.parts if isinstance(part, Asked))

    @property
    def is_table(self) -> bool:
        """Whether the form wants a table, and a table can hold it."""
        return "table" in self.group.appearance.split() and len(self.asked) == len(self.group.parts)


def blank_table(repeat: Repeat, fresh: Fields, manner: Manner) -> RepeatTable:
    """A table without rows, with the columns that it has once there is one.

    Args:
        repeat: without rows.
        fresh: the fields of a form in which the repeat has one row, `FRESH`, in which nothing is answered.
        manner: how everything is asked.
    """
    tried = table(replace(repeat, rows=(FRESH,)), fresh, manner)
    columns = tuple(column for column, is_asked in zip(tried.columns, tried.asked, strict=True) if is_asked)
    return replace(tried, columns=columns, rows=()) if columns else table(repeat, fresh, manner)


def table(
    repeat: Repeat, fields: Fields, manner: Manner, made: Mapping[str, RepeatRow] = MappingProxyType({})
) -> RepeatTable:
    """A repeat as a table; what its list says beside a figure has a column, too.

    The columns stay the same while it is filled; the table itself hides those that are asked in no row.

    Args:
        repeat: with its rows.
        fields: as they are now.
        manner: how everything is asked.
        made: rows that `rows_of` made before, and that are so still.
    """
    missing = replace(repeat, rows=[row for row in repeat.rows if row not in made])
    fresh = {row.id: row for row in rows_of(missing, fields, manner)} if missing.rows else {}
    rows = tuple(made.get(row) or fresh[row] for row in repeat.rows)
    kept, beside, at = _kept(repeat, manner), _beside(repeat, fields, manner), _first_figure(repeat, manner)
    places = [*range(at), *range(at + len(beside), len(kept) + len(beside))]
    columns = [
        _column(one, repeat, [row.cells[place] for row in rows], manner)
        for one, place in zip(kept, places, strict=True)
    ]
    columns[at:at] = beside
    return RepeatTable(
        path=repeat.path,
        label=repeat.group.label(manner.language),
        columns=tuple(columns),
        rows=rows,
        fixed=repeat.fixed or manner.readonly or repeat.group.counted,
        heading=_heading(repeat, manner),
    )


def rows_of(repeat: Repeat, fields: Fields, manner: Manner) -> Iterator[RepeatRow]:
    """The rows of a table, each made when it is asked for."""
    kept, beside, at = _kept(repeat, manner), _beside(repeat, fields, manner), _first_figure(repeat, manner)
    for row in repeat.rows:
        cells = [_cell(one, repeat, row, (fields, manner)) for one in kept]
        cells[at:at] = [_told(repeat, row, one, (fields, manner)) for one in beside]
        yield RepeatRow(row, tuple(cells), _title(repeat, row, fields, manner))


def _kept(repeat: Repeat, manner: Manner) -> list[Asked]:
    """The questions that have a column; without rows not those whose label only rows complete."""
    return [one for one in repeat.asked if repeat.rows or _WOVEN not in one.label(manner.language)]


def _first_figure(repeat: Repeat, manner: Manner) -> int:
    """Where the columns beside stand: before the first figure."""
    return next((place for place, one in enumerate(_kept(repeat, manner)) if one.type in NUMBERS), 0)


def _cell(one: Asked, repeat: Repeat, row: str, at: tuple[Fields, Manner]) -> Question | None:
    found = at[0].find(repeat.inside(row).place(one.path))
    return asked(found, at[1]) if found is not None and found.relevant else None


def cards(
    repeat: Repeat, parts: Callable[[tuple[object, ...], Around], tuple[Part, ...]], fields: Fields, manner: Manner
) -> Cards:
    """A repeat as cards; `parts` makes what is inside each."""
    first = repeat.asked[0] if repeat.asked else None
    made = tuple(
        Card(row, _card_title(repeat, row, place, (fields, manner)), parts(repeat.group.parts, repeat.inside(row)))
        for place, row in enumerate(repeat.rows, start=1)
    )
    bound = repeat.fixed or manner.readonly or repeat.group.counted
    return Cards(
        path=repeat.path,
        label=repeat.group.label(manner.language),
        cards=tuple(as_others_see(replace(card, fixed=bound), manner) for card in made),
        fixed=bound,
        photos=first is not None and first.type == "image",
    )


def row_title(repeat: Repeat, row: str, fields: Fields, manner: Manner) -> str:
    """What a row is, in a few words: what the form weaves into a label, else its first answer, else its number."""
    if row not in repeat.rows:
        return ""
    told = _title(repeat, row, fields, manner)
    if told:
        return told
    for one in repeat.asked:
        found = fields.find(repeat.inside(row).place(one.path))
        if found is not None and found.relevant and found.value and one.type != "image":
            labels = {choice.value: choice.label(manner.language) for choice in found.choices}
            return _short(labels.get(found.value) or in_words(found.value, manner.language))
    return _numbered(repeat, list(repeat.rows).index(row) + 1, manner)


def _card_title(repeat: Repeat, row: str, place: int, at: tuple[Fields, Manner]) -> str:
    return _title(repeat, row, *at) or _numbered(repeat, place, at[1])


def _numbered(repeat: Repeat, place: int, manner: Manner) -> str:
    """A row by its number: `Finding 1`, `Row 1` of a table, else `Pieces of advice: 1 of 3`."""
    one = _singular(repeat, manner)
    if one:
        return manner.tr("{name} {number}", name=one, number=place)
    if repeat.is_table:
        return manner.tr("Row {number}", number=place)
    label, count = repeat.group.label(manner.language), len(repeat.rows)
    return manner.tr("{name}: {number} of {count}", name=label, number=place, count=count)


def _singular(repeat: Repeat, manner: Manner) -> str:
    """What one row is, where its first question asks for the thing itself: the words of a finding, a photo."""
    first = repeat.asked[0] if repeat.asked and not repeat.is_table else None
    if first is None or not (first.type == "image" or "multiline" in first.appearance.split()):
        return ""
    label = first.label(manner.language).strip()
    return "" if label.endswith(("?", "؟")) or _WOVEN in label else label


def _title(repeat: Repeat, row: str, fields: Fields, manner: Manner) -> str:
    """What the form weaves into the label of the first question, if it does."""
    if not _is_titled(repeat, manner):
        return ""
    found = fields.find(repeat.inside(row).place(repeat.asked[0].path))
    return manner.called(found.label(manner.language)) if found is not None else ""


def _is_titled(repeat: Repeat, manner: Manner) -> bool:
    return bool(repeat.asked) and _WOVEN in repeat.asked[0].label(manner.language)


def _heading(repeat: Repeat, manner: Manner) -> str:
    if not _is_titled(repeat, manner):
        return ""
    return manner.tr("Figure") if repeat.asked[0].type in NUMBERS else manner.tr("Item")


def _column(one: Asked, repeat: Repeat, cells: Sequence[Question | None], manner: Manner) -> Question:
    """What a column asks; where the label of the first question says what each row is, the column says when it was."""
    known = [cell for cell in cells if cell is not None]
    label, unit = split_unit(_bare(one.label(manner.language)), one.type)
    if _is_titled(repeat, manner) and one is repeat.asked[0]:
        label, unit = manner.now or manner.tr("Answer"), ""
    return Question(
        path=one.path,
        type=one.type,
        label=label,
        hint=next((cell.hint for cell in known if cell.hint), "") if len({cell.hint for cell in known}) == 1 else "",
        required=any(cell.required for cell in known),
        choices=next((cell.choices for cell in known), ()),
        unit=unit,
        appearance=manner.looks(one.appearance),
    )


def _bare(label: str) -> str:
    """A label without what each row weaves into its end, as a unit: `Baseline`; within a sentence it stays."""
    bare = _WOVEN_END.sub("", label)
    return bare or label


def _beside(repeat: Repeat, fields: Fields, manner: Manner) -> list[Question]:
    """Columns of what the list behind each row says, where the desk knows what it means."""
    tr = manner.tr
    known = {"baseline": tr("Baseline"), "target": tr("Target"), "planned": tr("Plan")}
    found = []
    for name, label in known.items():
        there = (fields.find(f"{repeat.path}[{row}]/{name}") for row in repeat.rows)
        if any(one is not None and one.type == "calculate" for one in there):
            found.append(Question(f"{repeat.group.path}/{name}", "decimal", label, readonly=True))
    if repeat.rows and any(path.startswith(f"{repeat.group.path}/") for path in manner.compared):
        found.append(Question(f"{repeat.group.path}/{_BEFORE}", "decimal", manner.previously, readonly=True))
    return found


def _told(repeat: Repeat, row: str, column: Question, at: tuple[Fields, Manner]) -> Question:
    """A cell of a column beside: what the list says of this row, or what stood there before."""
    fields, manner = at
    name, start = column.path.rpartition("/")[2], f"{repeat.path}[{row}]/"
    if name == _BEFORE:
        value = next((text for path, text in manner.previous.items() if path.startswith(start)), "")
    else:
        found = fields.find(start + name)
        value = found.value if found else ""
    return replace(column, path=start + name, value=value)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _TITLE else f"{line[: _TITLE - 1].rstrip()}…"
