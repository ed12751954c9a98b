"""Commands that send, receive and verify."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from wopdesk.cli import bundles
from wopdesk.cli.opening import opened
from wopdesk.cli.output import say, say_json
from wopdesk.cli.settings import Settings, desk_options
from wopdesk.cli.telling import REFUSED, refuse
from wopdesk.desk import authority, inbox, looking, outbox, verifying
from wopdesk.desk.authority import Request
from wopdesk.desk.bringing import Brought, brought
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.looking import Incoming, Receipt

_FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))


@click.command("export")
@click.option("--to", "office", required=True, metavar="OFFICE", help="Its code, name, or the beginning of its id.")
@click.option("--out", type=click.Path(path_type=Path), default=Path(), help="The folder; by default this one.")
@desk_options
@click.pass_obj
def export(settings: Settings, *, office: str, out: Path) -> None:
    """Write what an office lacks as a file for email or a USB stick, and print its name."""
    with opened(settings) as desk:
        files = outbox.export(desk, office, out)
        if settings.as_json:
            say_json({"files": [str(file) for file in files]})
            return
        for file in files:
            click.echo(file)


@click.command("import")
@_FILES
@click.option("--code", default="", help="For an invitation: the code that PWON read on the telephone.")
@click.option("--preview", is_flag=True, help="Only say what is in them.")
@desk_options
@click.pass_context
def import_files(ctx: click.Context, *, files: tuple[Path, ...], code: str, preview: bool) -> None:
    """Receive bundles: .wopx files, PDFs and mails that carry them, or folders of these."""
    settings: Settings = ctx.obj
    with opened(settings) as desk:
        found = list(looking.look(desk, files)) if preview else inbox.receive(desk, files, code)
        documents = {one.where: brought(desk, one.bundle) for one in found if isinstance(one, Incoming)}
        waiting = authority.requests(desk) if desk.is_facilitator and not preview else []
    _tell(settings, found, documents)
    if not settings.as_json:
        for request in waiting:
            say_waiting(request)
    _end(ctx, ((one.where, one.refused) for one in found if isinstance(one, Receipt)), several=len(found) > 1)


def say_waiting(request: Request) -> None:
    """Say what there is to do about an office or a further computer that has written."""
    say(f"Waiting for approval: {request.name}. Ask for its code on the telephone, then use:")
    key = request.key[:8]
    say(f"  wopdesk admit {key} --code CODE" if request.own else f"  wopdesk approve {key} --code CODE --role ROLE")


def _tell(settings: Settings, found: Sequence[Incoming | Receipt], documents: Mapping[str, Sequence[Brought]]) -> None:
    """Say what is in files, or what they brought; refused ones are told of at the end."""
    if settings.as_json:
        taken = [one for one in found if isinstance(one, Receipt)]
        only_read = [one for one in found if isinstance(one, Incoming)]
        say_json(
            [bundles.receipt_shape(one) for one in taken]
            + [bundles.preview_shape(one, documents[one.where]) for one in only_read]
        )
        return
    for one in found:
        if isinstance(one, Incoming):
            bundles.say_incoming(one, documents[one.where])
        elif one.refused is None:
            bundles.say_receipt(one)
    if not found:
        say("There is nothing in it that WOPDesk could receive.")


def _end(ctx: click.Context, results: Iterable[tuple[str, DeskFault | None]], *, several: bool) -> None:
    """Tell of refused files, and end with their exit code if there is one."""
    refused = [(where, fault) for where, fault in results if fault]
    for where, fault in refused:
        refuse(fault, where if several else "")
    if refused:
        ctx.exit(REFUSED)


@click.command("verify")
@_FILES
@click.option("--key", default="", help="The signer's key, in hex or as OpenSSH writes it, or its short code.")
@desk_options
@click.pass_context
def verify(ctx: click.Context, *, files: tuple[Path, ...], key: str) -> None:
    """Check that files are whole and signed; with --data or --key, also by whom. Nothing is taken from them."""
    settings: Settings = ctx.obj
    if settings.data and key:
        raise click.UsageError("Say --data or --key, not both.")
    with ExitStack() as stack:
        desk = stack.enter_context(opened(settings)) if settings.data else None
        found = list(verifying.verify(files, desk, key))
    if settings.as_json:
        say_json([bundles.verified_shape(one) for one in found])
    else:
        for one in found:
            if one.incoming and not one.refused:
                bundles.say_verified(one, one.incoming)
    _end(ctx, ((one.where, one.refused) for one in found), several=len(found) > 1)
