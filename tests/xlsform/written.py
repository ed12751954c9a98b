"""Forms written in a test, and ways to look at a sheet as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from wopdesk.xlsform import Field, Form, Group, Part, Sheet
from wopdesk.xlsform.loading import form_of
from wopdesk.xlsform.markdown import read_markdown

FORMS = Path(__file__).parents[2] / "forms"
KINDS = ("utility", "partnership", "work_plan", "advice_note", "monthly_report")
TODAY = date(2026, 10, 31)


def form(text: str) -> Form:
    """A form from the text of a form.md."""
    return form_of(read_markdown(text))


def survey(columns: str, *rows: str) -> str:
    """A form.md with a survey only: columns and rows without their outer bars."""
    return "\n".join(["| survey |", *(f"| | {line} |" for line in (columns, *rows))])


def paths(shape: Form, sheet: Sheet) -> Iterator[str]:
    """The path of everything that is asked, rows included."""
    for page in shape.pages:
        yield from _inside(page, "", sheet)


def fields(shape: Form, sheet: Sheet) -> dict[str, Field]:
    """Everything that is asked, as it is now, and what is computed."""
    return {path: sheet.field(path) for path in (*paths(shape, sheet), *sheet.computed())}


def _inside(part: Part, around: str, sheet: Sheet) -> Iterator[str]:
    """`around` is the path, rows included, of the group around."""
    name = part.path.rpartition("/")[2]
    path = f"{around}/{name}" if around else name
    if not isinstance(part, Group):
        yield path
        return
    for top in _tops(part, path if part.path else around, sheet):
        if part.path:
            yield top
        for inner in part.parts:
            yield from _inside(inner, top, sheet)


def _tops(group: Group, path: str, sheet: Sheet) -> list[str]:
    return [f"{path}[{row}]" for row in sheet.rows().get(path, ())] if group.repeats else [path]
