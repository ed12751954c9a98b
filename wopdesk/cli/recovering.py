"""The command with which PWON speaks again after its computer was lost."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from wopdesk.cli.opening import clock_of, opened
from wopdesk.cli.output import counted, say, say_json
from wopdesk.cli.settings import Settings, desk_options
from wopdesk.desk import beginning, recovering
from wopdesk.desk.beginning import Begun
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.recovering import Recovered

_SHOWN = 8
"""Characters of a key by which a computer is named."""


@click.command("recover")
@click.argument("kit", type=click.Path(path_type=Path))
@click.option("--passphrase", prompt="The passphrase on the paper", hide_input=True, help="Asked for when left out.")
@click.option(
    "--stolen",
    is_flag=True,
    help="The computer was lost or stolen: nobody is approved by its keys any more. It says how to end the rest.",
)
@click.option(
    "--from",
    "left",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="An invitation that PWON once sent, or a backup: the data file is made anew from it.",
)
@desk_options
@click.pass_obj
def recover(settings: Settings, *, kit: Path, passphrase: str, stolen: bool, left: Path | None) -> None:
    """Let this computer speak for PWON again, with the recovery KIT and its passphrase.

    Where its data file is lost, name with --from what is left of it, an invitation or a backup, and with --as who is
    working.
    """
    if left is not None:
        _tell_begun(settings, _begun(settings, left, (kit, passphrase), stolen=stolen))
        return
    with opened(settings) as desk:
        done = recovering.recover(desk, kit, passphrase, stolen=stolen)
    _tell(settings, done, stolen=stolen)


def _begun(settings: Settings, left: Path, kit: tuple[Path, str], *, stolen: bool) -> Begun:
    if not settings.person:
        raise DeskFault("Nobody is named who is working.", "Say --as NAME as well.")
    who = settings.person, clock_of(settings)
    return beginning.recovered(settings.data_file, left, kit, who, stolen=stolen)


def _tell_begun(settings: Settings, begun: Begun) -> None:
    if settings.as_json:
        say_json({"data": str(begun.path), "office": begun.office, "key_code": begun.code})
        return
    say(f"{begun.office} has its desk again in {begun.path}. Its keys lie beside it: copy both when you copy one.")
    say("Now ask each office for a file ('wopdesk export'), receive it here, send to that office, and receive its")
    say("answer: it brings back what that office holds. Was the computer lost or stolen, recover once more")
    say("with --stolen then.")


def _tell(settings: Settings, done: Recovered, *, stolen: bool) -> None:
    if settings.as_json:
        told = {"office": done.office, "key_code": done.code, "renewed": done.renewed, "again": done.again}
        say_json({**told, "lost": done.lost, "others": done.others, "approved": done.approved})
        return
    say(f"This computer speaks for {done.office} again. Put the recovery kit back into the safe.")
    if done.again:
        say(f"{counted(done.again, 'save')} that nobody had been sent will go with the next message.")
    say("Now receive from every office and send to all of them: 'wopdesk export'.")
    if stolen:
        say(f"Do it today: until the lost computer is cut off, whoever has it speaks for {done.office}. Then run:")
    else:
        say("Once everything has come back, let the lost computer count no more:")
    _tell_cuts(settings, done)
    if stolen:
        _tell_approved(done)
    say("Send to all of them once more, so that they know.")


def _tell_cuts(settings: Settings, done: Recovered) -> None:
    """What to type so that the lost computer counts no more, in one piece to be copied."""
    for key in done.lost:
        click.echo(f"    {_cut(settings, key[:_SHOWN])}")
    if not done.lost:
        click.echo(f"    {_cut(settings)}")
        say("lists the computers; the same with the lost one's name behind 'cut' ends it.")
    elif done.others:
        say("Say --keep COMPUTER as well for each of these that the lost one let in and that stays:")
        say(", ".join(key[:_SHOWN] for key in done.others))


def _cut(settings: Settings, *computer: str) -> str:
    return shlex.join(["wopdesk", "cut", *computer, "--data", str(settings.data_file)])


def _tell_approved(done: Recovered) -> None:
    """Whoever has the stolen keys may have approved somebody before; only a person knows whom PWON did."""
    for name in done.approved:
        say(f"Approved: {name}")
    say("Let whom PWON does not know count no more: 'wopdesk cut'.")
