"""Commands that only show: lists, one record, the agenda, what was written when, what is held."""

from __future__ import annotations

from itertools import groupby

import click

from wopdesk.cli import post, shapes
from wopdesk.cli.opening import opened
from wopdesk.cli.output import say, say_json, say_table
from wopdesk.cli.settings import Settings, desk_options
from wopdesk.cli.sheets import say_record
from wopdesk.desk import agenda as agendas
from wopdesk.desk import authority, filling, history, listing
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import find_document
from wopdesk.desk.listing import Listed
from wopdesk.programme.agenda import Duty
from wopdesk.records.batch import BlobRef
from wopdesk.records.fields import KIND
from wopdesk.store.reading import Entered


@click.command("list")
@click.argument("kind", required=False)
@desk_options
@click.pass_obj
def list_records(settings: Settings, *, kind: str | None) -> None:
    """List records, all or of one kind."""
    with opened(settings) as desk:
        found = listing.listing(desk, kind)
        if settings.as_json:
            say_json([shapes.summary(one) for one in found])
        elif found:
            say_table(("Id", "Title", "Of", "Partnership", "Version", "State"), [_line(one) for one in found])
        else:
            say("There are no records yet. 'wopdesk new' starts one.")


def _line(one: Listed) -> tuple[str, ...]:
    document = one.document
    number = str(document.latest.version.number) if document.latest else "–"
    state = document.state
    if document.latest and not document.latest.confirmed:
        state += ", unconfirmed"
    if document.differences:
        state += ", differences"
    return document.id[:8], one.title, one.owner, one.partnership or "–", number, state


@click.command("show")
@click.argument("record")
@desk_options
@click.pass_obj
def show(settings: Settings, *, record: str) -> None:
    """Show one record: its answers by page, its versions with their reviews, and what is missing."""
    with opened(settings) as desk:
        document = find_document(desk, record)
        listed, sheet = listing.listed(desk, document), filling.sheet_of(desk, document)
        if settings.as_json:
            say_json(shapes.whole(listed, sheet))
        else:
            say_record(desk, listed, sheet)


@click.command("agenda")
@desk_options
@click.pass_obj
def agenda(settings: Settings) -> None:
    """What this office has to do next, and what it waits for."""
    with opened(settings) as desk:
        found = agendas.todo(desk)
        if settings.as_json:
            say_json({name: [shapes.duty(one) for one in getattr(found, name)] for name in ("mine", "others")})
            return
        waiting = authority.requests(desk)
        for request in waiting:
            post.say_waiting(request)
        if desk.identity.programme is None:
            say("This office has not joined PWON yet: open its invitation with 'wopdesk import'.")
        elif not waiting or found.mine:
            _say_duties(desk, "To do here:", found.mine, "Nothing is to be done here today.")
        _say_duties(desk, "With others:", found.others, "")


def _say_duties(desk: Desk, title: str, duties: tuple[Duty, ...], otherwise: str) -> None:
    if duties:
        say(title)
        say_table((), [_duty(desk, one) for one in duties], indent="  ")
    elif otherwise:
        say(otherwise)


def _duty(desk: Desk, one: Duty) -> tuple[str, ...]:
    kind = desk.shelf.kinds[one.kind].title.en.lower()
    tasks = {
        "file": f"file {kind} {one.period}",
        "review": f"review {kind} {one.period}",
        "answer": f"answer: {one.text}",
    }
    task = tasks.get(one.task, f"act on advice: {one.text}").strip()
    due = one.due.isoformat() if one.due else "no date"
    return due, one.state, one.partnership, one.who, f"{task} (returned)" if one.returned else task, one.record[:8]


@click.command("history")
@click.argument("record")
@desk_options
@click.pass_obj
def show_history(settings: Settings, *, record: str) -> None:
    """Everything that was written in a record, with who and when."""
    with opened(settings) as desk:
        _say_entered(settings, desk, history.history(desk, record))


@click.command("held")
@desk_options
@click.pass_obj
def show_held(settings: Settings) -> None:
    """What came in and does not count, with the reason."""
    with opened(settings) as desk:
        found = history.held(desk)
        if not found and not settings.as_json:
            say("Nothing is held.")
            return
        _say_entered(settings, desk, found)


def _say_entered(settings: Settings, desk: Desk, found: list[Entered]) -> None:
    names = listing.office_names(desk)
    offices = [history.author_name(desk, one.author, names) for one in found]
    pairs = list(zip(found, offices, strict=True))
    if settings.as_json:
        say_json([shapes.entered(one, office) for one, office in pairs])
        return
    for (at, office, by), writes in groupby(pairs, key=_save):
        say(f"{at}  {office}, {by or '–'}")
        say_table((), [(one.field, _value(one), _state(one)) for one, _ in writes], indent="  ")


def _save(pair: tuple[Entered, str]) -> tuple[str, str, str]:
    """What the writes of one save have in common: when (UTC), whose, by whom."""
    one, office = pair
    return one.at[:16].replace("T", " "), office, one.by


def _value(one: Entered) -> str:
    if one.field == KIND:
        return "started"
    if isinstance(one.value, BlobRef):
        return f"file {one.value.sha256[:12]}"
    return one.value or "(removed)"


def _state(one: Entered) -> str:
    return f"held: {one.held}" if one.held else "shown" if one.visible else "replaced"
