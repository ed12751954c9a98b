"""Commands that make papers and workbooks."""

from __future__ import annotations

from pathlib import Path

import click

from wopdesk.cli.opening import opened
from wopdesk.cli.output import say, say_json
from wopdesk.cli.settings import Settings, desk_options
from wopdesk.desk import printing, registers
from wopdesk.desk.documents import find_document
from wopdesk.desk.files import check_place, write_out

WORKBOOKS = {"register": registers.monthly_reports}
"""What can be written as a workbook, by name."""
_OUT = click.option("--out", required=True, type=click.Path(path_type=Path), help="The file.")


@click.command("pdf")
@click.argument("record")
@_OUT
@click.option("--language", type=click.Choice(["en", "ur"]), default="en", help="Of headings; answers stay as written.")
@desk_options
@click.pass_obj
def pdf(settings: Settings, *, record: str, out: Path, language: str) -> None:
    """Write a record as a PDF; that of a submitted record carries its data."""
    with opened(settings) as desk:
        document = find_document(desk, record)
        check_place(desk, out)
        paper = printing.paper(desk, document, language)
        write_out(desk, out, paper)
    _tell(settings, out)
    if not settings.as_json and document.latest is None:
        say("It is a draft and carries no data. 'wopdesk submit --pdf' writes a paper that does.")
    elif not settings.as_json and not printing.carries_data(paper):
        say("This paper carries no data. 'wopdesk export' sends what it says.")


@click.command("xlsx")
@click.argument("workbook", type=click.Choice(sorted(WORKBOOKS)))
@_OUT
@desk_options
@click.pass_obj
def xlsx(settings: Settings, *, workbook: str, out: Path) -> None:
    """Write a workbook: the register of monthly reports."""
    with opened(settings) as desk:
        write_out(desk, out, WORKBOOKS[workbook](desk))
    _tell(settings, out)


def _tell(settings: Settings, out: Path) -> None:
    if settings.as_json:
        say_json({"file": str(out)})
    else:
        say(f"Written: {out}")
