"""The command that fills a form without any desk, for those who edit forms: what is asked, computed and refused."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import click

from wopdesk import xlsform
from wopdesk.cli.answers import gathered
from wopdesk.cli.forms_excel import AS_JSON, FOLDER, refuse
from wopdesk.cli.output import say, say_json, say_table
from wopdesk.desk import forming
from wopdesk.places import forms_folder
from wopdesk.xlsform import Field, FormError, Sheet
from wopdesk.xlsform.beside import lists_beside


@click.command("fill")
@click.argument("target", metavar="KIND|FILE")
@click.argument("pairs", nargs=-1, metavar="[PATH=VALUE]...")
@click.option("--answers", type=click.Path(path_type=Path), help="A JSON file of texts by path.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day of today().")
@click.option("--language", default="", help="Of labels and messages; the form's own by default.")
@FOLDER
@AS_JSON
@click.pass_context
def fill(
    ctx: click.Context,
    *,
    target: str,
    pairs: tuple[str, ...],
    answers: Path | None,
    today: datetime | None,
    language: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Fill a form and print the state of every field. Rows are named in the path: figures[1]/value.

    Lists that lie beside the form as CSV files are offered.
    """
    given = gathered(answers, pairs)
    try:
        place = _place(target, folder or forms_folder())
        form = xlsform.load(place)
        lists = lists_beside(form, place.parent)
    except FormError as error:
        refuse(ctx, target, error)
    sheet = form.sheet(given, today.date() if today else None, lists, fresh=True)
    states = [_state(sheet.field(path), language) for path in paths(form, sheet)]
    if as_json:
        say_json({"title": sheet.title, "fields": states, "unplaced": sheet.unplaced})
        return
    say(sheet.title)
    say_table(("Path", "Type", "State", "Value", "Question"), [_line(state) for state in states])
    for path, text in sheet.unplaced.items():
        say(f"Without a place in this form: {path} = {text}")


def paths(form: xlsform.Form, sheet: Sheet) -> Iterator[str]:
    """Everything that a sheet holds, row by row, in the order of the form."""
    inside: dict[str, list[str]] = {}
    for path in form.elements:
        inside.setdefault(path.rpartition("/")[0], []).append(path)
    yield from _below("", "", inside, form.repeats, sheet.kept_rows())


def _below(
    path: str, place: str, inside: Mapping[str, Sequence[str]], repeats: Collection[str], rows: Mapping[str, list[str]]
) -> Iterator[str]:
    for inner in inside.get(path, ()):
        name = inner.rpartition("/")[2]
        here = f"{place}/{name}" if place else name
        for one in [f"{here}[{row}]" for row in rows.get(here, ())] if inner in repeats else [here]:
            yield one
            yield from _below(inner, one, inside, repeats, rows)


def _place(target: str, folder: Path) -> Path:
    return Path(target) if target.endswith(".xml") else forming.source_of(target, folder)


def _state(field: Field, language: str) -> dict[str, object]:
    return {
        "path": field.path,
        "type": field.type,
        "value": field.value,
        "relevant": field.relevant,
        "required": field.required,
        "readonly": field.readonly,
        "label": field.label(language),
        "hint": field.hint(language),
        "choices": [{"value": choice.value, "label": choice.label(language)} for choice in field.choices],
        "problem": field.problem(language) if field.problem else None,
    }


def _line(state: dict[str, object]) -> tuple[str, ...]:
    marks = (
        ("" if state["relevant"] else "not asked"),
        ("needed" if state["required"] and state["relevant"] else ""),
        ("read only" if state["readonly"] and state["relevant"] else ""),
        (f"(!) {state['problem']}" if state["problem"] else ""),
    )
    said = ", ".join(mark for mark in marks if mark)
    return tuple(map(str, (state["path"], state["type"], said, state["value"], state["label"])))
