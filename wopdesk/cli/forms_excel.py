"""Commands that take a form to Excel and bring it back."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click

from wopdesk.cli.output import counted, say, say_json
from wopdesk.cli.settings import Settings, desk_options
from wopdesk.cli.telling import REFUSED, say_aloud
from wopdesk.desk import forming
from wopdesk.desk.files import write_whole
from wopdesk.places import forms_folder
from wopdesk.xlsform import FormError
from wopdesk.xlsform.differences import SORTS, Difference, differences

FOLDER = click.option(
    "--folder", type=click.Path(path_type=Path), help="The folder of forms, instead of the program's own."
)
YES = click.option("--yes", is_flag=True, help="Do not ask before it is changed.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print for scripts.")


@click.command("xlsx")
@click.argument("kind", metavar="KIND|FILE")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file.")
@FOLDER
@desk_options
@click.pass_context
def xlsx(ctx: click.Context, *, kind: str, out: Path, folder: Path | None) -> None:
    """Write a form as an Excel workbook, to be edited there; with --data, as PWON published it last."""
    settings: Settings = ctx.obj
    try:
        if settings.data is not None and folder is None and not Path(kind).suffix:
            write_whole(out, _in_use(settings, kind))
        else:
            write_whole(out, forming.as_excel(kind, folder or forms_folder()))
    except FormError as error:
        refuse(ctx, kind, error)
    say(f"Written: {out}")
    say("'wopdesk forms import' brings it back; 'wopdesk forms publish' lets all offices go by it.")


def _in_use(settings: Settings, kind: str) -> bytes:
    """The workbook of the form by which a desk goes."""
    from wopdesk.cli.opening import opened  # noqa: PLC0415 - only here a database is needed
    from wopdesk.desk import publishing  # noqa: PLC0415 - the same

    with opened(settings) as desk:
        return publishing.as_excel(desk, kind)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", default="", help="Whose form it is, instead of what the form's own id says.")
@click.option("--preview", is_flag=True, help="Show what would change, and change nothing.")
@FOLDER
@YES
@click.pass_context
def import_form(ctx: click.Context, *, file: Path, kind: str, preview: bool, folder: Path | None, yes: bool) -> None:
    """Bring a form back from Excel: say what changed, ask, then write it into the folder of its kind."""
    try:
        form = forming.brought(file, folder or forms_folder(), kind)
        if not form.new and not form.changes:
            say(f"{form.place.name}: it is the same form. Nothing was changed.")
            return
        say_differences(form.changes)
        if preview:
            say("Nothing was changed.")
            return
        ask(f"Shall {form.place} be changed so?", yes=yes or form.new)
        forming.keep(form)
    except FormError as error:
        refuse(ctx, str(file), error)
    changed = "a new form" if form.new else counted(len(form.changes), "difference")
    say(f"{form.place.name}: {changed}. form.md and form.xml were written in {form.place}.")
    if form.moved:
        say("kind.toml says where these questions moved, so that answers given before are found there.")
    if not (form.place / "kind.toml").exists():
        say("It has no kind.toml yet, which says what the programme knows of this document.")


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@FOLDER
@AS_JSON
@click.pass_context
def diff(ctx: click.Context, *, old: str, new: str, folder: Path | None, as_json: bool) -> None:
    """Say in words what changed from one form to another, each a KIND or an XLSForm file."""
    at = old
    try:
        before = forming.sheets_of(old, folder or forms_folder())
        at = new
        found = differences(before, forming.sheets_of(new, folder or forms_folder()))
    except FormError as error:
        refuse(ctx, at, error)
    if as_json:
        say_json([{"sort": one.sort, "path": one.path, "before": one.before, "said": one.said} for one in found])
        return
    say_differences(found)
    if not found:
        say("They are the same form.")


def ask(question: str, *, yes: bool) -> None:
    """Go on only if the person says so, or said so before."""
    if not yes:
        click.confirm(question, abort=True)


def say_differences(found: tuple[Difference, ...]) -> None:
    """Print differences under the sort of each."""
    last = ""
    for one in found:
        if one.sort != last:
            say(SORTS[one.sort])
        last = one.sort
        say(f"  {one.path}: {one.said}")


def refuse(ctx: click.Context, name: str, error: FormError) -> NoReturn:
    """Say every fault of a form, and end."""
    for problem in error.problems:
        say_aloud(f"{name}: {problem}")
    say_aloud("Nothing was changed.", "Mend what is named above, then try again.")
    ctx.exit(REFUSED)
