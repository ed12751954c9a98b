"""Commands about other offices: inviting, approving, and who takes part in what."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import click

from wopdesk.cli.opening import opened
from wopdesk.cli.output import say, say_json, say_table
from wopdesk.cli.settings import Settings, desk_options
from wopdesk.desk import authority, partners, welcome
from wopdesk.desk.files import write_out
from wopdesk.desk.partners import OfficeSeen
from wopdesk.exchange.codes import short_code
from wopdesk.records.ids import Space
from wopdesk.records.kinds import ROLES

_PROGRAMME = "programme"


@click.command("invite")
@click.argument("office")
@click.option("--out", type=click.Path(path_type=Path), help="The file; by default invitation-for-OFFICE.wopx.")
@desk_options
@click.pass_obj
def invite(settings: Settings, *, office: str, out: Path | None) -> None:
    """Write the invitation with which an office joins PWON."""
    if not office.strip():
        raise click.UsageError("Name the office that is invited.")
    with opened(settings) as desk:
        path = out or Path(f"invitation-for-{welcome.code_of(office)}.wopx")
        write_out(desk, path, authority.invitation(desk))
        code = short_code(desk.identity.root)  # type: ignore[arg-type]  # a desk with an authority key has its root
        if settings.as_json:
            say_json({"file": str(path), "code": code})
            return
        say(f"The invitation for {office} is {path}. Send it by email or on a USB stick.")
        say(f"Read this code to them on the telephone, and do not write it into the mail: {code}")


@click.command("approve")
@click.argument("request")
@click.option("--code", required=True, help="As the office read it to you on the telephone.")
@click.option("--role", type=click.Choice(ROLES), help="Its role in the programme; by default the one that it says.")
@desk_options
@click.pass_obj
def approve(settings: Settings, *, request: str, code: str, role: str | None) -> None:
    """Approve an office that has sent its first bundle."""
    with opened(settings) as desk:
        office = authority.approve(desk, request, code, role or "")
        if settings.as_json:
            say_json({"office": office, "code": partners.find_office(desk, office).code})
            return
        programme = desk.identity.programme
        held = programme and desk.standing.role(programme, office)  # a further key changes no role
        say(f"{partners.office_name(desk, office)} is approved as {held}. Send it a bundle, so that it learns of it.")


@click.command("admit")
@click.argument("request")
@click.option("--code", required=True, help="As the other computer shows it.")
@desk_options
@click.pass_obj
def admit(settings: Settings, *, request: str, code: str) -> None:
    """Let a further computer work for this office."""
    with opened(settings) as desk:
        key = authority.admit(desk, request, code)
        if settings.as_json:
            say_json({"key": key})
            return
        say("The computer now works for this office. Send it a bundle, so that it learns of it.")


@click.command("member")
@click.argument("space")
@click.argument("office")
@click.argument("role", type=click.Choice(ROLES))
@desk_options
@click.pass_obj
def member(settings: Settings, *, space: str, office: str, role: str) -> None:
    """Let an office take part in a partnership (its code, or 'programme')."""
    with opened(settings) as desk:
        programme = desk.identity.programme if space == _PROGRAMME else None
        home: Space = programme or partners.find_partnership(desk, space)
        found = partners.find_office(desk, office)
        authority.make_member(desk, home, found.id, role)
        if settings.as_json:
            say_json({"space": home.id, "office": found.id, "role": role})
            return
        say(f"{found.name} takes part as {role}. Send it a bundle, so that it learns of it.")


@click.command("offices")
@click.option("--allowed-signers", is_flag=True, help="Print the file that ssh-keygen -Y verify needs.")
@desk_options
@click.pass_obj
def offices(settings: Settings, *, allowed_signers: bool) -> None:
    """List the offices known here, and those that wait for approval."""
    with opened(settings) as desk:
        if allowed_signers:
            click.echo(authority.signers(desk), nl=False)
            return
        known, waiting = partners.offices(desk), {one.key for one in authority.requests(desk)}
        if settings.as_json:
            say_json([_shape(one, waiting, desk.office) for one in known])
            return
        say_table(("Office", "Short name", "Id", "State"), [_line(one, waiting, desk.office) for one in known])
        say(f"The code of this desk, for the telephone: {short_code(desk.identity.key)}")


def _shape(one: OfficeSeen, waiting: Collection[str], own: str) -> dict[str, object]:
    return {
        "id": one.id,
        "code": one.code,
        "name": one.name,
        "confirmed": one.confirmed,
        "own": one.id == own,
        "keys": list(one.keys),
        "waiting": _waits(one, waiting),
    }


def _line(one: OfficeSeen, waiting: Collection[str], own: str) -> tuple[str, str, str, str]:
    state = "approved" if one.confirmed else "waits for approval"
    if one.confirmed and _waits(one, waiting):
        state += ", a further computer waits"
    return one.name, one.code or "–", one.id[:8], f"{state}, this office" if one.id == own else state


def _waits(one: OfficeSeen, waiting: Collection[str]) -> bool:
    """Whether a computer of this office has written and is not approved yet."""
    return any(key in waiting for key in one.keys)
