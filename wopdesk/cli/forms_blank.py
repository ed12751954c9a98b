"""The command that prints a form to be filled in by hand."""

from __future__ import annotations

from pathlib import Path

import click

from wopdesk.cli.forms_excel import FOLDER, refuse
from wopdesk.cli.output import say
from wopdesk.desk.blanks import blank as blank_paper
from wopdesk.desk.files import write_whole
from wopdesk.places import forms_folder
from wopdesk.xlsform import FormError


@click.command("blank")
@click.argument("kind", metavar="KIND|FILE")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The PDF.")
@click.option("--language", type=click.Choice(["en", "ur"]), default="en", help="Of questions and headings.")
@FOLDER
@click.pass_context
def blank(ctx: click.Context, *, kind: str, out: Path, language: str, folder: Path | None) -> None:
    """Write an empty form as a PDF that can be printed, copied and filled in by hand."""
    try:
        paper = blank_paper(kind, folder or forms_folder(), language)
    except FormError as error:
        refuse(ctx, kind, error)
    write_whole(out, paper)
    say(f"Written: {out}")
