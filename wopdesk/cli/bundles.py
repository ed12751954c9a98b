"""Files that came in, in words and as JSON: what is in them, who signed them, what became of them."""

from __future__ import annotations

from collections.abc import Sequence

from wopdesk.cli.output import counted, say
from wopdesk.cli.shapes import Shape
from wopdesk.desk import verifying
from wopdesk.desk.bringing import Brought
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.looking import Incoming, Receipt
from wopdesk.desk.verifying import Verified


def receipt_shape(one: Receipt) -> Shape:
    """What became of one file, as JSON."""
    return {
        "file": one.where,
        "taken": one.refused is None,
        "sender": one.sender,
        "confirmed": one.confirmed,
        "new": one.new,
        "records": list(one.records),
        "notes": list(map(str, one.notes)),
        "refused": _refused_shape(one.refused),
    }


def _refused_shape(fault: DeskFault | None) -> dict[str, str] | None:
    return {"what": fault.what, "safe": fault.safe, "next": fault.next} if fault else None


def preview_shape(one: Incoming, documents: Sequence[Brought]) -> Shape:
    """A bundle that could be taken, and the documents in it, as JSON."""
    return incoming_shape(one) | {"documents": [dict(vars(each)) for each in documents]}


def incoming_shape(one: Incoming) -> Shape:
    """A bundle that was verified, as JSON."""
    envelope = one.bundle.envelope
    return {
        "file": one.where,
        "sender": one.sender,
        "office": envelope.sender.office,
        "key": envelope.sender.key,
        "confirmed": one.confirmed,
        "invitation": one.invitation,
        "to": list(envelope.to),
        "at": envelope.at,
        "part": envelope.part,
        "segments": len(one.bundle.segments),
        "statements": len(one.bundle.statements),
        "blobs": len(one.bundle.blobs),
        "refused": None,
    }


def say_receipt(one: Receipt) -> None:
    """Say what a file brought that was taken."""
    sender = _sender(one.sender, confirmed=one.confirmed)
    brought = "" if one.new or one.notes else "; it brought nothing new"
    if one.records:
        brought = f"; {counted(len(one.records), 'record')} changed"
    say(f"{one.where}: received from {sender}{brought}.")
    for note in one.notes:
        say(f"  {note}")


def _sender(name: str, *, confirmed: bool) -> str:
    return name if confirmed else f"{name} (unconfirmed)"


def say_incoming(one: Incoming, documents: Sequence[Brought]) -> None:
    """Say what a file would bring, new documents first."""
    kind = "an invitation of" if one.invitation else "from"
    say(f"{one.where}: {kind} {_sender(one.sender, confirmed=one.confirmed)}.")
    say(f"  {_contents(one)}")
    for each in sorted(documents, key=lambda each: not each.new):
        version = f", version {each.number}" if each.number else ""
        say(f"  {'New' if each.new else 'Here already'}: {each.title}{version}")


def _contents(one: Incoming) -> str:
    bundle = one.bundle
    holds = (
        counted(len(bundle.segments), "message"),
        counted(len(bundle.statements), "office approval"),
        counted(len(bundle.blobs), "attached file"),
    )
    return f"Written {bundle.envelope.at[:10]} by {bundle.envelope.app}; it holds {', '.join(holds)}."


def verified_shape(one: Verified) -> Shape:
    """What is known of one file that was only looked at, as JSON."""
    read = incoming_shape(one.incoming) if one.incoming else {}
    return read | {
        "file": one.where,
        "valid": one.refused is None,
        "signer": one.signer,
        "refused": _refused_shape(one.refused),
    }


def say_verified(one: Verified, read: Incoming) -> None:
    """Say that a file is in order, and who signed it."""
    sender = read.bundle.envelope.sender
    signers = {
        verifying.UNKNOWN: f"signer unknown: it calls itself {sender.name}",
        verifying.APPROVED: f"signed by {sender.name}, approved by PWON",
        verifying.EXPECTED: f"signed by the key that you named; it calls itself {sender.name}",
    }
    say(f"{one.where}: whole and unchanged; {signers[one.signer]}.")
    say(f"  {_contents(read)}")
    say(f"  Key: {sender.key}")
