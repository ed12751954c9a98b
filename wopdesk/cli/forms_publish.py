"""Commands by which PWON changes the forms of all offices, and by which any office sees which forms it goes by.

They need a desk, with its database; commands that only look at forms do not wait for that, hence the imports inside.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wopdesk.cli.forms_excel import FOLDER, YES, ask, refuse, say_differences
from wopdesk.cli.output import say, say_json, say_table
from wopdesk.cli.settings import Settings, desk_options
from wopdesk.cli.telling import REFUSED, say_aloud
from wopdesk.places import forms_folder
from wopdesk.xlsform import FormError

if TYPE_CHECKING:
    from wopdesk.desk.desk import Desk
    from wopdesk.desk.publishing import Proposal


@click.command("publish")
@click.argument("target", metavar="KIND|FILE")
@click.option("--kind", default="", help="Whose form a file is, instead of what the form's own id says.")
@click.option("--preview", is_flag=True, help="Show what would change, and change nothing.")
@FOLDER
@YES
@desk_options
@click.pass_context
def publish(ctx: click.Context, *, target: str, kind: str, preview: bool, folder: Path | None, yes: bool) -> None:
    """PWON only: let every office go by a changed form, from an Excel file or as 'forms import' wrote it.

    It goes to the offices with what is sent to them next. What they have begun moves over.
    """
    from wopdesk.cli.opening import opened  # noqa: PLC0415 - see above
    from wopdesk.desk import publishing  # noqa: PLC0415 - see above

    settings: Settings = ctx.obj
    with opened(settings) as desk:
        try:
            proposal = publishing.propose(desk, target, folder or forms_folder(), kind)
        except FormError as error:
            refuse(ctx, target, error)
        except publishing.Unfit as unfit:
            for fault in unfit.faults:
                say_aloud(f"{target}: {fault}")
            say_aloud(unfit.safe, unfit.next)
            ctx.exit(REFUSED)
        if not settings.as_json:
            _say(proposal)
        if preview or proposal.same:
            _end(settings, proposal, "")
        else:
            ask(f"Shall every office go by this form of {proposal.kind}?", yes=yes)
            _end(settings, proposal, publishing.publish(desk, proposal))


def _say(proposal: Proposal) -> None:
    say_differences(proposal.changes)
    for old, new in proposal.moved.items():
        say(f"Answers of {old} will stand at {new}.")


def _end(settings: Settings, proposal: Proposal, digest: str) -> None:
    if settings.as_json:
        changes = [{"sort": one.sort, "path": one.path, "said": one.said} for one in proposal.changes]
        say_json({"kind": proposal.kind, "published": digest, "changes": changes, "moved": dict(proposal.moved)})
    elif proposal.same:
        say(f"{proposal.kind}: this form is in use already. Nothing was changed.")
    elif digest:
        say(f"{proposal.kind}: published. It goes to every office with what you send next.")
    else:
        say("Nothing was changed.")


@click.command("list")
@desk_options
@click.pass_obj
def list_forms(settings: Settings) -> None:
    """List the forms that this office goes by, and those that PWON published and that cannot be used here."""
    from wopdesk.cli.opening import opened  # noqa: PLC0415 - see above

    with opened(settings) as desk:
        lines = _lines(desk)
    if settings.as_json:
        names = ("kind", "form", "version", "published", "state", "reason")
        say_json([dict(zip(names, line, strict=True)) for line in lines])
        return
    say_table(
        ("Kind", "Form", "Version", "Published", "State"),
        [(kind, form[:8], number, at[:10], state) for kind, form, number, at, state, _ in lines],
    )
    for kind, _, number, _, _, reason in lines:
        if reason:
            say(f"{kind}, version {number}: {reason}")


def _lines(desk: Desk) -> list[tuple[str, str, str, str, str, str]]:
    """Kind, id of the form, number of its version, moment, state, and why it cannot be used."""
    from wopdesk.desk.publishing import published_forms  # noqa: PLC0415 - see above

    published, found = published_forms(desk), []
    for name, kind in desk.shelf.kinds.items():
        theirs = published.get(name, ())
        ours = desk.shelf.shipped[name].form
        if ours == kind.form:
            found.append((name, ours, "", "", "in use", ""))
        for one in theirs:
            state = "in use" if one.form == kind.form else "former" if one.usable else "cannot be used"
            found.append((name, one.form, str(one.number), one.at, state, "; ".join(one.faults)))
    unknown = [one for name in published.keys() - desk.shelf.kinds.keys() for one in published[name]]
    return found + [
        (one.kind, one.form, str(one.number), one.at, "cannot be used", "; ".join(one.faults)) for one in unknown
    ]
