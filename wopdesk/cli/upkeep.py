"""Commands that look after the data file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from wopdesk.cli.opening import opened
from wopdesk.cli.output import counted, say, say_json, say_table
from wopdesk.cli.settings import Settings, desk_options
from wopdesk.cli.telling import REFUSED, say_aloud
from wopdesk.desk import upkeep
from wopdesk.store.backup import Contents
from wopdesk.store.checking import Finding, Part
from wopdesk.store.faults import StoreFault

_FOLDER = click.option(
    "--folder", type=click.Path(path_type=Path), help="Where backups lie; by default 'backups' beside the data file."
)


@click.command("check")
@click.option("--rebuild", is_flag=True, help="First build anew what lists and screens show.")
@desk_options
@click.pass_context
def check(ctx: click.Context, *, rebuild: bool) -> None:
    """Check ids, digests and signatures of everything, and that what is shown follows from it."""
    settings: Settings = ctx.obj
    with opened(settings) as desk:
        if rebuild:
            desk.store.rebuild()
        found = upkeep.check(desk)
    if settings.as_json:
        say_json([vars(one) for one in found])
    elif found:
        say_table(("About", "Which", "What"), [(one.part, one.item[:12], one.text) for one in found])
    else:
        say("Everything in the data file is what it claims to be.")
    if found:
        say_aloud(
            f"{counted(len(found), 'thing')} in {settings.data_file} is not as it should be.",
            "Nothing was changed.",
            _advice(found),
        )
        ctx.exit(REFUSED)


def _advice(found: list[Finding]) -> str:
    if all(one.part is Part.VIEW for one in found):
        return "Build anew what is shown: wopdesk check --rebuild."
    return "Ask partners to send again what they have, or bring back a backup: wopdesk restore."


@click.command("backup")
@_FOLDER
@desk_options
@click.pass_obj
def backup(settings: Settings, *, folder: Path | None) -> None:
    """Make a backup now; the data file may be in use."""
    with opened(settings) as desk:
        made = upkeep.back_up(desk, folder)
        keys = desk.store.path.with_name(desk.store.path.name + ".keys")
    if settings.as_json:
        say_json({"file": str(made)})
        return
    say(f"The backup is made: {made}")
    say(f"The keys are not in it: copy {keys} to a USB stick that is locked away.")


@click.command("restore")
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[BACKUP]")
@_FOLDER
@desk_options
@click.pass_obj
def restore(settings: Settings, *, file: Path | None, folder: Path | None) -> None:
    """List the backups and what is in them; with BACKUP, put it in the place of the data file."""
    if file is None:
        _list(settings, upkeep.backups(settings.data_file, folder))
        return
    held, former = upkeep.restore(file, settings.data_file)
    if settings.as_json:
        say_json({"restored": _shape(held), "former": str(former) if former else None})
        return
    say(f"{settings.data_file} is again as it was backed up: {_words(held)}.")
    if former:
        say(f"The former file was moved aside: {former}")
    say("Now send to every office, before anything else: wopdesk export.")


def _list(settings: Settings, found: list[Contents | StoreFault]) -> None:
    if settings.as_json:
        say_json([_shape(one) for one in found if isinstance(one, Contents)])
    elif found:
        say_table((), [(str(one.path), _words(one)) for one in found if isinstance(one, Contents)])
    else:
        say("There is no backup here. 'wopdesk backup' makes one.")
    for one in found:
        if isinstance(one, StoreFault):
            say_aloud(one.what)


def _shape(one: Contents) -> dict[str, Any]:
    return vars(one) | {"path": str(one.path)}


def _words(one: Contents) -> str:
    last = f", the last of {one.last[:16].replace('T', ' ')} UTC" if one.last else ""
    missing = f", {counted(one.missing, 'file')} missing" if one.missing else ""
    return f"{one.office}, {counted(one.saves, 'save')}{last}{missing}"
