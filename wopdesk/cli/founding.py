"""Setting up a desk: a new office, PWON with its recovery kit, or a further computer of an office."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click

from wopdesk.cli.opening import clock_of
from wopdesk.cli.output import say, say_json
from wopdesk.cli.settings import Settings, desk_options
from wopdesk.desk import further, people, welcome
from wopdesk.desk.clock import Clock
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.welcome import Founded, NewOffice
from wopdesk.exchange.codes import short_code
from wopdesk.records.kinds import FACILITATOR


@click.command("init")
@click.option("--role", type=click.Choice(welcome.PROFILES), required=True, help="What the office is.")
@click.option("--utility", metavar="NAME", help="The office's name, such as 'WASA Faisalabad'.")
@click.option("--person", required=True, metavar="NAME", help="Who is working.")
@click.option(
    "--join",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="For a further computer of an office: what the first one wrote by 'export --to' its own office.",
)
@click.option("--kit", type=click.Path(path_type=Path), help="PWON only: where the recovery kit goes.")
@desk_options
@click.pass_obj
def init(
    settings: Settings, *, role: str, utility: str | None, person: str, join: Path | None, kit: Path | None
) -> None:
    """Set up the desk of an office in a new data file."""
    if (utility is None) == (join is None):
        raise click.UsageError("Say --utility for a new office, or --join for a further computer of one.")
    path, working = settings.data_file, settings.person or person
    if join:
        founded = Founded(further.begin(path, join, (role, working), clock_of(settings)))
    else:
        founded = _found(path, NewOffice(role, utility or "", working), clock_of(settings), kit)
    with closing(founded.desk):
        people.choose(founded.desk, working)
        _tell(settings, founded, kit or _kit_beside(path))


def _found(path: Path, new: NewOffice, clock: Clock, kit: Path | None) -> Founded:
    kit = kit or _kit_beside(path)
    with _reserved(kit if new.role == FACILITATOR else None):
        founded = welcome.set_up(path, new, clock)
        if founded.kit:
            kit.write_bytes(founded.kit.file)
    return founded


def _kit_beside(path: Path) -> Path:
    return path.with_name(path.name + ".recovery-kit")


@contextmanager
def _reserved(kit: Path | None) -> Iterator[None]:
    """Make the kit's file before the network is founded: its root key is kept nowhere else and must not get lost."""
    if kit is None:
        yield
        return
    kit.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.close(os.open(kit, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise DeskFault(f"There is a recovery kit {kit} already.", "Keep it, and choose another name: --kit.") from None
    try:
        yield
    except BaseException:
        kit.unlink()
        raise


def _tell(settings: Settings, founded: Founded, kit: Path) -> None:
    own, path = founded.desk.identity, founded.desk.store.path
    if settings.as_json:
        said = {"data": str(path), "office": own.office, "code": own.code, "key_code": short_code(own.key)}
        secret = {"kit": str(kit), "passphrase": founded.kit.passphrase} if founded.kit else {}
        say_json(said | secret)
        return
    say(f"{own.name} has its desk in {path}. Its keys lie beside it: copy both when you copy one.")
    if founded.kit is None:
        say(f"The code of this desk, for the telephone: {short_code(own.key)}")
    else:
        say("Next, invite offices: 'wopdesk invite' writes a file and prints the code to be read on the telephone.")
        say(f"The recovery kit is {kit}. Put it on two USB sticks, lock them away, and remove it from this computer.")
        say(f"Its passphrase, to be written on paper now, since it is kept nowhere: {founded.kit.passphrase}")
