"""Commands for when somebody or something leaves: a computer, a member, a message that will never come."""

from __future__ import annotations

from pathlib import Path

import click

from wopdesk.cli.opening import opened
from wopdesk.cli.output import say, say_json, say_table
from wopdesk.cli.settings import Settings, desk_options
from wopdesk.desk import departures, history, listing, partners, upkeep
from wopdesk.desk.departures import Gap
from wopdesk.desk.desk import Desk

_YES = click.option("--yes", is_flag=True, help="Do not ask again.")


@click.command("cut")
@click.argument("computer", default="")
@click.option("--office", metavar="OFFICE", help="PWON only: an office that leaves the partnership named beside it.")
@click.option("--partnership", metavar="CODE", help="The partnership that the office leaves.")
@click.option("--keep", multiple=True, metavar="COMPUTER", help="One that this one admitted and that stays.")
@click.option("--widen", is_flag=True, help="Let count what came since an earlier cut, too.")
@_YES
@desk_options
@click.pass_obj
def cut(
    settings: Settings,
    *,
    computer: str,
    office: str | None,
    partnership: str | None,
    keep: tuple[str, ...],
    widen: bool,
    yes: bool,
) -> None:
    """Let a computer count no more (a stolen laptop), or an office in a partnership. Without either, list computers.

    What it wrote before and is held here still counts.
    """
    if bool(office) != bool(partnership) or (office and computer):
        raise click.UsageError("Name a computer, or an office with --office and its --partnership.")
    with opened(settings) as desk:
        if office:
            _cut_member(settings, desk, (office, partnership or ""), yes=yes)
        elif computer:
            _cut_computer(settings, desk, (computer, keep), widen=widen, yes=yes)
        else:
            _list_computers(settings, desk)


def _cut_computer(
    settings: Settings, desk: Desk, which: tuple[str, tuple[str, ...]], *, widen: bool, yes: bool
) -> None:
    computer = departures.find_computer(desk, which[0])
    kept = [departures.find_computer(desk, one).key for one in which[1]]
    _ask(yes, f"Shall the computer {computer.key[:8]} of {computer.office} count no more?")
    departures.cut(desk, computer.key, kept, widen=widen)
    if settings.as_json:
        say_json({"key": computer.key})
        return
    say(f"The computer {computer.key[:8]} of {computer.office} counts no more. Send to the others, so that they know.")


def _cut_member(settings: Settings, desk: Desk, which: tuple[str, str], *, yes: bool) -> None:
    office, space = partners.find_office(desk, which[0]), partners.find_partnership(desk, which[1])
    _ask(yes, f"Shall {office.name} take part in {which[1]} no more?")
    departures.cut_member(desk, space, office.id)
    if settings.as_json:
        say_json({"office": office.id, "space": space.id})
        return
    say(f"{office.name} takes part in {which[1]} no more. Send to it and to the others, so that they know.")


def _list_computers(settings: Settings, desk: Desk) -> None:
    found = departures.computers(desk)
    if settings.as_json:
        say_json([{"key": one.key, "office": one.office, "own": one.own, "cut": one.cut} for one in found])
        return
    states = [", ".join(filter(None, ("this computer" * one.own, "cut" * one.cut))) for one in found]
    say_table(
        ("Office", "Computer", ""), [(one.office, one.key[:8], said) for one, said in zip(found, states, strict=True)]
    )


@click.command("close")
@click.argument("message", default="")
@_YES
@desk_options
@click.pass_obj
def close(settings: Settings, *, message: str, yes: bool) -> None:
    """PWON only: show no more that a message before this one is missing. Without one, list those that are missing."""
    with opened(settings) as desk:
        if not message:
            _list_gaps(settings, desk)
            return
        gap = departures.find_gap(desk, message)
        _ask(yes, f"Shall nobody wait any more for what is missing before {gap.segment[:8]}?")
        departures.close_gap(desk, gap)
        if settings.as_json:
            say_json({"segment": gap.segment})
            return
        say("Nobody is asked for it any more. Send to the others, so that they know.")


def _list_gaps(settings: Settings, desk: Desk) -> None:
    found = departures.gaps(desk)
    if settings.as_json:
        say_json([{"segment": one.segment, "space": one.space, "author": one.author} for one in found])
    elif found:
        names, codes = listing.office_names(desk), listing.partnership_codes(desk)
        say_table(("Missing before", "Office", "Partnership"), [_line(desk, one, names, codes) for one in found])
    else:
        say("No message is missing.")


def _line(desk: Desk, gap: Gap, names: dict[str, str], codes: dict[str, str]) -> tuple[str, str, str]:
    return gap.segment[:8], history.author_name(desk, gap.author, names), codes.get(gap.space, "–")


@click.command("return-laptop")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder for what the office needs.")
@_YES
@desk_options
@click.pass_obj
def return_laptop(settings: Settings, *, out: Path, yes: bool) -> None:
    """Give a borrowed computer back: erase the data file and its keys, once the office is known to have everything."""
    with opened(settings) as desk:
        path, office = desk.store.path, desk.identity.name
        _ask(yes, f"Shall {path} and its keys be erased from this computer?")
        files = departures.return_laptop(desk, out)
    kept = upkeep.backups(path)
    if settings.as_json:
        say_json({"files": [str(file) for file in files], "backups": str(upkeep.folder_of(path)) if kept else ""})
        return
    say(f"{path} and its keys are erased.")
    for file in files:
        say(f"Give this file to {office}; it says that this computer writes no more: {file}")
    if kept:
        say(f"Backups of it still lie in {upkeep.folder_of(path)}. Remove them, too.")


def _ask(yes: bool, question: str) -> None:  # noqa: FBT001 - what the option says
    if not yes:
        click.confirm(question, abort=True)
