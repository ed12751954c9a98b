"""Attacks by a member office or a stranger with a file: none takes a name, hides a value or stops a desk."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import PIL.Image
import pytest

from tests.desk.offices import Network, approve, join, taken
from wopdesk.desk import (
    agenda,
    authority,
    documents,
    filing,
    having,
    inbox,
    looking,
    outbox,
    printing,
    reviewing,
    sharing,
    submitting,
)
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.previewing import preview
from wopdesk.exchange import keys
from wopdesk.exchange.bundle import Bundle, write
from wopdesk.exchange.codes import short_code
from wopdesk.exchange.envelope import Envelope, Sender, new_id
from wopdesk.exchange.keys import SigningKey
from wopdesk.exchange.opening import read
from wopdesk.exchange.payload import CHUNK, pieces_of
from wopdesk.exchange.signed import SEGMENT, STATEMENT, Signed, sign_statement
from wopdesk.records.batch import read_batch
from wopdesk.records.digest import sha256
from wopdesk.records.ids import OfficeId, SegmentId, Space
from wopdesk.records.review import ACCEPT, RETURN
from wopdesk.records.segment import Segment
from wopdesk.records.statement import Authority, Member, Office
from wopdesk.records.text import canonical
from wopdesk.store import reading
from wopdesk.store.arrivals import Arrival

LATER = {"at": "2026-11-03T08:00:00Z", "by": "Sample Engineer"}


def from_key(key: SigningKey, office: str, to: Sequence[Desk], name: str = "WASA Quetta") -> Bundle:
    """An empty bundle that says of its sender whatever is wanted."""
    sender = Sender(OfficeId(office), key.public, name)
    return Bundle(Envelope(new_id(), sender, tuple(sorted(one.office for one in to)), LATER["at"], "WOPDesk 1"))


def signed(key: SigningKey, space: Space, line: bytes, after: Sequence[str] = ()) -> Signed:
    """A segment of one line."""
    data = Segment(space, key.public, tuple(map(SegmentId, after)), (line,)).data
    return Signed(data, key.sign(data, SEGMENT), key.public)


def arrive(net: Network, at: Desk, bundle: Bundle, key: SigningKey) -> looking.Receipt:
    """Let a desk receive a bundle."""
    path: Path = net.folder / f"{bundle.envelope.id}.wopx"
    path.write_bytes(write(bundle, key))
    (receipt,) = taken(inbox.receive(at, [path]))
    return receipt


def submitted(net: Network) -> documents.Document:
    """A report that PWON has."""
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    return documents.find_document(net.p, report.id)


def version_line(
    document: documents.Document, digest: str, told: Mapping[str, str], parents: Sequence[str] = ()
) -> bytes:
    """A batch that names a version."""
    ops = [[document.id, "@version", {"blob": digest}, list(parents)]]
    return canonical({"v": 1, **told, "forms": {document.kind.kind: document.kind.form}, "ops": ops})


@pytest.mark.parametrize("at", ["2026-99-99T08:00:00Z", "2026-02-30T08:00:00Z", "2026-11-03T24:00:00Z"])
def test_a_version_of_a_day_that_no_calendar_has_is_held(net: Network, at: str) -> None:
    report, key = submitted(net), net.a.key()
    assert report.latest is not None
    version = replace(report.latest.version, number=2)
    line = version_line(report, version.digest, {**LATER, "at": at})
    bundle = replace(
        from_key(key, net.a.office, [net.p]),
        segments=(signed(key, net.home, line),),
        blobs={version.digest: version.blob},
    )
    arrive(net, net.p, bundle, key)
    assert agenda.todo(net.p).mine
    assert documents.find_document(net.p, report.id).latest == report.latest


def test_a_stranger_who_names_many_missing_messages_does_not_stop_the_sending(net: Network) -> None:
    key, programme = keys.generate(), net.a.identity.programme
    assert programme is not None
    segments = tuple(
        signed(key, programme, b"junk".ljust(64), sorted(sha256(b"%d %d" % (number, one)) for one in range(14_000)))
        for number in range(5)
    )
    arrive(net, net.a, replace(from_key(key, "0" * 32, [net.a]), segments=segments), key)
    want = outbox.compose(net.a, (net.p.office,)).bundle.envelope.want
    assert len(want.segments) == having.WANT_LIMIT
    assert taken(net.send(net.a, net.p))


def test_what_an_approved_key_lacks_is_asked_for_before_what_a_stranger_names(net: Network) -> None:
    key, programme = keys.generate(), net.a.identity.programme
    assert programme is not None
    many = sorted(sha256(b"%d" % one) for one in range(having.WANT_LIMIT + 10))
    stranger = replace(from_key(key, "0" * 32, [net.a]), segments=(signed(key, programme, b"junk".ljust(64), many),))
    lacking, own = "f" * 64, net.b.key()
    member = replace(
        from_key(own, net.b.office, [net.a]), segments=(signed(own, programme, b"junk".ljust(64), [lacking]),)
    )
    arrive(net, net.a, stranger, key)
    arrive(net, net.a, member, own)
    assert lacking in outbox.compose(net.a, (net.p.office,)).bundle.envelope.want.segments


def test_a_stranger_does_not_take_the_place_of_an_approved_office(net: Network) -> None:
    key, names = keys.generate(), net.p.standing.names
    arrive(net, net.p, from_key(key, net.a.office, [net.p]), key)
    with pytest.raises(DeskFault, match="asks to speak for WASA Faisalabad"):
        authority.approve(net.p, "WASA Quetta", short_code(key.public))
    assert key.public not in net.p.standing.voices
    assert net.p.standing.names == names


def test_an_office_that_lost_its_keys_is_approved_again_under_its_name(net: Network) -> None:
    again = net.further("a2", "a")
    join(net, again)
    approve(net, again)
    assert net.p.standing.voices[again.identity.key].office == net.a.office


def test_a_member_who_names_another_office_as_the_sender_is_not_confirmed(net: Network) -> None:
    key = net.b.key()
    receipt = arrive(net, net.a, from_key(key, net.p.office, [net.a], "PWON"), key)
    assert not receipt.confirmed


def test_what_a_member_says_as_if_it_were_pwon_is_told_as_no_approval(net: Network) -> None:
    key, false = net.b.key(), keys.generate()
    office = OfficeId("0" * 32)
    statements = (
        sign_statement(Authority(false.public), key),
        sign_statement(Office(office, "sample", "Sample Stranger", keys.generate().public), false),
        sign_statement(Member(net.home.id, office, "mentee"), false),
    )
    brings = preview(net.a, replace(from_key(key, net.b.office, [net.a]), statements=statements))
    assert (brings.offices, brings.members) == ((), 0)


def test_an_invitation_with_a_statement_of_a_later_version_opens(net: Network) -> None:
    key = keys.generate()
    later = canonical({"v": 1, "type": "later", "replaces": []})
    statements = (
        *read(authority.invitation(net.p)).statements,
        Signed(later, key.sign(later, STATEMENT), key.public),
    )
    arrive(net, net.a, replace(from_key(key, net.p.office, []), statements=statements), key)


def test_a_false_piece_of_a_large_file_does_not_keep_the_file_away(net: Network) -> None:
    key, stranger = net.b.key(), keys.generate()
    data = os.urandom(CHUNK + 100)
    name = sha256(data)
    pieces = [{piece: part} for piece, part in pieces_of(name, data).items()]
    false = {f"{name}.1-2": os.urandom(CHUNK)}
    arrive(net, net.p, replace(from_key(stranger, "0" * 32, [net.p]), pieces=false), stranger)
    for piece in (*pieces, *pieces):  # as they do not give the file, they are asked for, and come, a second time
        arrive(net, net.p, replace(from_key(key, net.b.office, [net.p]), pieces=piece), key)
    with net.p.store.reading() as connection:
        assert reading.blob(connection, name) == data


def test_of_two_verdicts_of_the_deciding_office_every_desk_takes_the_same(net: Network) -> None:
    report = submitted(net)
    further = net.second("p2", "p")
    net.send(net.a, net.b)
    reviewing.review(net.p, report.id, ACCEPT, "")
    reviewing.review(further, report.id, RETURN, "Look again.")
    for desk, order in ((net.a, (net.p, further)), (net.b, (further, net.p))):
        for one in order:
            net.send(one, desk)
    states = {documents.find_document(desk, report.id).state for desk in (net.a, net.b)}
    assert len(states) == 1


def test_a_photo_of_another_circle_is_not_drawn_on_a_paper(net: Network) -> None:
    picture = io.BytesIO()
    PIL.Image.new("RGB", (64, 64), (200, 10, 10)).save(picture, "JPEG")
    secret = picture.getvalue()
    net.p.store.take(Arrival(blobs={sha256(secret): secret}))
    report, key, row = submitted(net), net.a.key(), "a" * 16
    assert report.latest is not None
    said = report.latest.version
    answers = {**said.answers, f"work/photos[{row}]/photo": sha256(secret), f"work/photos[{row}]/consent": "yes"}
    version = replace(said, number=2, after=(said.digest,), answers=answers, rows={**said.rows, "work/photos": (row,)})
    bundle = replace(
        from_key(key, net.a.office, [net.p]),
        segments=(signed(key, net.home, version_line(report, version.digest, LATER, [report.latest.op])),),
        blobs={version.digest: version.blob},
    )
    arrive(net, net.p, bundle, key)
    shown = documents.find_document(net.p, report.id)
    assert shown.latest is not None
    assert shown.latest.digest == version.digest
    assert secret not in printing.paper(net.p, shown)


def test_a_version_of_the_highest_number_can_be_followed(net: Network) -> None:
    (plan,) = documents.documents(net.b, "work_plan")
    assert plan.latest is not None
    key = net.b.key()
    version = replace(plan.latest.version, number=999_999, after=(plan.latest.digest,))
    bundle = replace(
        from_key(key, net.b.office, [net.p]),
        segments=(signed(key, net.home, version_line(plan, version.digest, LATER, [plan.latest.op])),),
        blobs={version.digest: version.blob},
    )
    arrive(net, net.p, bundle, key)
    path = next(path for path, text in plan.answers.items() if " " in text)
    filing.answer(net.p, plan.id, {path: plan.answers[path] + " Again."})
    digest = submitting.submit(net.p, plan.id)
    assert digest in {one.digest for one in documents.find_document(net.p, plan.id).versions}


def test_a_file_whose_name_a_partner_wrote_into_a_joint_record_is_not_given_away_with_its_version(net: Network) -> None:
    secret = b"a file of another circle"
    net.b.store.take(Arrival(blobs={sha256(secret): secret}))
    (plan,) = documents.documents(net.a, "work_plan")
    path = next(path for path, text in plan.answers.items() if " " in text)
    filing.answer(net.a, plan.id, {path: sha256(secret)})
    sharing.share(net.a, plan.id)
    net.send(net.a, net.b)
    submitting.submit(net.b, plan.id)
    assert sha256(secret) in documents.find_document(net.b, plan.id).answers.values()
    assert sha256(secret) not in outbox.compose(net.b, (net.a.office,)).bundle.blobs


def test_a_file_that_a_partner_named_first_is_not_given_away_because_somebody_here_let_it_stand(net: Network) -> None:
    secret, key = b"a file of another circle", net.a.key()
    net.b.store.take(Arrival(blobs={sha256(secret): secret}))
    (plan,) = documents.documents(net.b, "work_plan")
    told = {**LATER, "forms": {plan.kind.kind: plan.kind.form}}
    ops = [[plan.id, "work/file", {"blob": sha256(secret)}, []]]
    line = canonical({"v": 1, **told, "ops": ops})
    arrive(net, net.b, replace(from_key(key, net.a.office, [net.b]), segments=(signed(key, net.home, line),)), key)
    net.b.store.save(net.home, read_batch(canonical({"v": 1, **told, "by": "Sample Mentor", "ops": ops})))
    going = outbox.compose(net.b, (net.a.office,)).bundle
    assert going.segments
    assert sha256(secret) not in going.blobs
