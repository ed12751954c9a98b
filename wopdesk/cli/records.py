"""Commands that write in a record: start it, answer, add and remove rows, attach files."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from wopdesk.cli import shapes
from wopdesk.cli.answers import gathered
from wopdesk.cli.opening import opened
from wopdesk.cli.output import counted, say, say_json
from wopdesk.cli.settings import Settings, desk_options
from wopdesk.cli.sheets import say_problems
from wopdesk.desk import filing, filling, partners
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.records.ids import PARTNERSHIP, PROGRAMME, Space

_ANSWERS = click.option("--answers", type=click.Path(path_type=Path), help="A JSON file of answers by path.")
_PAIRS = click.argument("pairs", nargs=-1, metavar="[PATH=VALUE]...")


@click.command("new")
@click.argument("kind")
@click.option("--partnership", metavar="CODE", help="Its partnership; needed where there are several.")
@_ANSWERS
@_PAIRS
@desk_options
@click.pass_obj
def new(
    settings: Settings, *, kind: str, partnership: str | None, answers: Path | None, pairs: tuple[str, ...]
) -> None:
    """Start a record and print its id. 'new partnership' opens a new partnership."""
    wanted = gathered(answers, pairs)
    with opened(settings) as desk:
        document = filing.start(desk, kind, _home(desk, kind, partnership), wanted)
        if settings.as_json:
            say_json({"record": document.id, "kind": kind, "space": document.home.id, "state": document.state})
            return
        say(document.id)


def _home(desk: Desk, kind: str, partnership: str | None) -> Space:
    """The space to which a new record of this kind belongs.

    Raises:
        DeskFault: no such partnership, or PWON's invitation was not opened yet.
    """
    known = desk.shelf.kinds.get(kind)
    if known is None:
        listed = ", ".join(sorted(desk.shelf.kinds))
        raise DeskFault(f"There is no kind of document called '{kind}'.", f"There are: {listed}.")
    if known.rules.home == PROGRAMME:
        if desk.identity.programme is None:
            raise DeskFault("This office has not joined PWON yet.", "Open its invitation first: wopdesk import.")
        return desk.identity.programme
    if kind == PARTNERSHIP and partnership is None:
        return Space(PARTNERSHIP, desk.office, secrets.token_hex(16))
    return partners.find_partnership(desk, partnership)


@click.command("set")
@click.argument("record")
@_ANSWERS
@_PAIRS
@desk_options
@click.pass_obj
def set_answers(settings: Settings, *, record: str, answers: Path | None, pairs: tuple[str, ...]) -> None:
    """Answer questions of a record; rows may be named by number: work/activities[1]/done=50.

    The number after the last row adds one. A choice is named by what it is called, several with blanks between them.
    """
    wanted = gathered(answers, pairs)
    if not wanted:
        raise click.UsageError("Say what to set, as PATH=VALUE or --answers FILE.")
    with opened(settings) as desk:
        document = filing.answer(desk, record, wanted)
        sheet = filling.sheet_of(desk, document)
        wrong = [one for one in sheet.problems() if one.lack != "missing"]
        if settings.as_json:
            problems = [shapes.problem(one) for one in wrong]
            say_json({"record": document.id, "answers": document.answers, "rows": document.rows, "problems": problems})
            return
        say(f"Saved: {counted(len(wanted), 'answer')} in {document.id[:8]}.")
        if wrong:
            say("To be looked at again:")
            say_problems(sheet, wrong)


@click.group("row")
def row() -> None:
    """Add and remove rows of a record's tables."""


@row.command("add")
@click.argument("record")
@click.argument("repeat")
@desk_options
@click.pass_obj
def add_row(settings: Settings, *, record: str, repeat: str) -> None:
    """Add an empty row at the end of REPEAT and print its id."""
    with opened(settings) as desk:
        added = filing.add_row(desk, record, repeat)
        if settings.as_json:
            say_json({"repeat": repeat, "row": added})
            return
        say(added)


@row.command("remove")
@click.argument("record")
@click.argument("repeat")
@click.argument("which", metavar="ROW")
@desk_options
@click.pass_obj
def remove_row(settings: Settings, *, record: str, repeat: str, which: str) -> None:
    """Remove a row of REPEAT, by its id or its number, counted from 1."""
    with opened(settings) as desk:
        filing.remove_row(desk, record, repeat, which)
        if settings.as_json:
            say_json({"repeat": repeat, "removed": which})
            return
        say("The row is removed.")


@click.command("attach")
@click.argument("record")
@click.argument("path")
@click.argument("file", type=click.Path(path_type=Path))
@desk_options
@click.pass_obj
def attach(settings: Settings, *, record: str, path: str, file: Path) -> None:
    """Make a file the answer of a question, and print the name under which it is kept. Photos are made small."""
    with opened(settings) as desk:
        name = filing.attach(desk, record, path, file.read_bytes(), file.name)
        if settings.as_json:
            say_json({"path": path, "sha256": name})
            return
        say(name)
