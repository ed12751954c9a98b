"""Commands that carry a record on its way: share, submit, review, and settle differences."""

from __future__ import annotations

from pathlib import Path

import click

from wopdesk.cli import shapes
from wopdesk.cli.answers import split_pair
from wopdesk.cli.opening import opened
from wopdesk.cli.output import say, say_json, say_table
from wopdesk.cli.settings import Settings, desk_options
from wopdesk.desk import printing, reviewing, settling, sharing, submitting
from wopdesk.desk.documents import find_document
from wopdesk.desk.files import write_out
from wopdesk.desk.settling import ToSettle
from wopdesk.records.review import VERDICTS

_ALONE = "It carries no data: send that by 'wopdesk export'."


@click.command("share")
@click.argument("record")
@desk_options
@click.pass_obj
def share(settings: Settings, *, record: str) -> None:
    """Let partners see the edits of a record that is written together."""
    with opened(settings) as desk:
        saves = sharing.share(desk, record)
        if settings.as_json:
            say_json({"record": find_document(desk, record).id, "shared": saves})
            return
        say("It goes with the next sending." if saves else "There was nothing new to share.")


@click.command("submit")
@click.argument("record")
@click.option("--pdf", type=click.Path(path_type=Path), help="Write its PDF, which carries its data, as well.")
@desk_options
@click.pass_obj
def submit(settings: Settings, *, record: str, pdf: Path | None) -> None:
    """Submit a record: its answers become a version that never changes."""
    with opened(settings) as desk:
        digest = submitting.submit(desk, record)
        document = find_document(desk, record)
        number = next(one.version.number for one in document.versions if one.digest == digest)
        if not settings.as_json:
            say(f"Submitted as version {number}. Its digest begins with {digest[:12]}.")
        paper = printing.paper(desk, document) if pdf else b""
        if pdf:
            write_out(desk, pdf, paper)
        if settings.as_json:
            said = {"record": document.id, "version": number, "digest": digest, "state": document.state}
            say_json(said | ({"pdf": str(pdf)} if pdf else {}))
        elif pdf:
            carries = printing.carries_data(paper)
            sent = "Sent as a file, it carries the data for those who receive it."
            say(f"Its paper is {pdf}. {sent if carries else _ALONE}")


@click.command("review")
@click.argument("record")
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.option("--reason", default="", help="What is good, and what is to be corrected; needed to return it.")
@click.option("--remark", multiple=True, metavar="PATH=TEXT", help="A remark at one question; may be repeated.")
@desk_options
@click.pass_obj
def review(settings: Settings, *, record: str, verdict: str, reason: str, remark: tuple[str, ...]) -> None:
    """Accept a submitted record, return it with a reason, or comment on it."""
    remarks = dict(map(split_pair, remark))
    with opened(settings) as desk:
        document = reviewing.review(desk, record, verdict, reason, remarks)
        if settings.as_json:
            say_json({"record": document.id, "verdict": verdict, "state": document.state})
            return
        say(f"Noted. The record is {document.state}; the others learn of it with the next sending.")


@click.command("differences")
@click.argument("record", required=False)
@desk_options
@click.pass_obj
def differences(settings: Settings, *, record: str | None) -> None:
    """Where two persons answered the same question differently, in all records or in one."""
    with opened(settings) as desk:
        wanted = find_document(desk, record).id if record else None
        found = [one for one in settling.all_differences(desk) if wanted in {None, one.document.id}]
        if settings.as_json:
            say_json([{"record": one.document.id} | shapes.difference(one.difference) for one in found])
        elif found:
            rows = [row for one in found for row in _rows(one)]
            say_table(("Record", "Field", "Value", "By", "When (UTC)"), rows)
            say("'wopdesk settle RECORD FIELD VALUE' settles one; rows that begin with @row: keep or remove.")
        else:
            say("There are no differences.")


def _rows(one: ToSettle) -> list[tuple[str, ...]]:
    return [
        (
            one.document.id[:8],
            one.difference.field,
            shapes.text_of(each.value) or "(removed)",
            each.by or "–",
            each.at[:16].replace("T", " "),
        )
        for each in one.difference.choices
    ]


@click.command("settle")
@click.argument("record")
@click.argument("field")
@click.argument("value")
@desk_options
@click.pass_obj
def settle(settings: Settings, *, record: str, field: str, value: str) -> None:
    """Settle a difference with one of its values or another; for a row, keep or remove."""
    with opened(settings) as desk:
        settling.settle(desk, record, field, value)
        document = find_document(desk, record)
        if settings.as_json:
            say_json({"record": document.id, "differences": len(document.differences)})
            return
        left = len(document.differences)
        say("Settled." if not left else f"Settled. Differences left in this record: {left}.")
