"""Floods: what a member or a stranger sends by the ten thousand neither stops a desk nor its letters."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
import sqlalchemy as sa

from tests.desk.offices import Network
from tests.desk.test_attacks import LATER, arrive, from_key, signed, submitted, version_line
from wopdesk.desk import authority, having, inbox, outbox, remarks
from wopdesk.desk.belonging import Belonging
from wopdesk.desk.desk import Desk
from wopdesk.desk.having import Situation
from wopdesk.exchange import envelope as envelopes
from wopdesk.exchange.bundle import write
from wopdesk.exchange.envelope import Envelope
from wopdesk.exchange.payload import CHUNK, pieces_of
from wopdesk.exchange.signed import SEGMENT, Signed
from wopdesk.records.digest import sha256
from wopdesk.records.ids import Key, SegmentId, Space
from wopdesk.records.segment import Segment
from wopdesk.records.text import canonical
from wopdesk.store import aside, outgoing, posted, reading, schema
from wopdesk.store.outgoing import Graph


def invented(number: int, what: str = "") -> str:
    """A digest that nobody has seen."""
    return sha256(f"{what}{number}".encode())


def test_a_version_with_many_files_that_stands_in_many_records_delays_no_sending(net: Network) -> None:
    report, key = submitted(net), net.a.key()
    assert report.latest is not None
    files = {f"work/file{number}": invented(number) for number in range(25_000)}
    version = replace(report.latest.version, number=2, answers=files)
    forms = {report.kind.kind: report.kind.form}
    name = {"blob": version.digest}
    lines = tuple(
        canonical({"v": 1, **LATER, "forms": forms, "ops": [[invented(number, "record"), "@version", name, []]]})
        for number in range(200)
    )
    data = Segment(net.home, key.public, (), lines).data
    brings = replace(
        from_key(key, net.a.office, [net.p]),
        segments=(Signed(data, key.sign(data, SEGMENT), key.public),),
        blobs={version.digest: version.blob},
    )
    arrive(net, net.p, brings, key)
    asked = outbox.compose(net.p, (net.b.office,)).bundle.envelope.want.blobs
    assert len(asked) == having.WANT_LIMIT


def told(desk: Desk, spaces: tuple[Space, ...], strangers: Graph) -> Envelope:
    """The envelope of a desk that holds what strangers signed besides its own."""
    with desk.store.reading() as connection:
        own = outgoing.read_graph(connection, ())
        graph = Graph(
            {**own.after, **strangers.after}, {**own.place, **strangers.place}, own.complete | strangers.complete
        )
        now = Situation(spaces, graph, (), {}, pause=False)
        empty = authority.envelope(desk, (desk.office,))
        return having.with_words(desk, connection, Belonging(desk, connection), now, empty)


def test_what_many_strangers_signed_makes_no_envelope_too_long(net: Network) -> None:
    submitted(net)
    whose = {invented(number): Key(invented(number, "key")) for number in range(30_000)}
    flood = Graph(dict.fromkeys(whose, ()), {one: (net.home.id, by) for one, by in whose.items()}, frozenset(whose))
    without = told(net.p, (net.home,), Graph({}, {}, frozenset()))
    bounded = told(net.p, (net.home,), flood)
    assert envelopes.read_envelope(bounded.data) == bounded
    known = without.have[net.home.id].authors
    assert known
    assert known.items() <= bounded.have[net.home.id].authors.items()


def test_what_one_office_signed_by_the_thousand_leaves_room_for_the_others(net: Network) -> None:
    submitted(net)
    member = net.a.key().public
    many = [SegmentId(invented(number)) for number in range(70_000)]
    flood = Graph(dict.fromkeys(many, ()), dict.fromkeys(many, (net.home.id, member)), frozenset(many))
    without = told(net.p, (net.home,), Graph({}, {}, frozenset()))
    bounded = told(net.p, (net.home,), flood)
    assert envelopes.read_envelope(bounded.data) == bounded
    for author, held in without.have[net.home.id].authors.items():
        if author != member:
            assert bounded.have[net.home.id].authors[author] == held


def waiting(desk: Desk) -> set[str]:
    """Blobs of which pieces wait for others."""
    with desk.store.reading() as connection:
        return {name.partition(".")[0] for name in connection.execute(sa.select(schema.piece.c.name)).scalars()}


def test_pieces_that_nothing_names_make_room_for_those_that_a_record_names(
    net: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "PIECES_LIMIT", 2 * CHUNK)
    report, key = submitted(net), net.a.key()
    wanted = os.urandom(CHUNK + 1)
    (first, begin), (second, end) = pieces_of(sha256(wanted), wanted).items()
    named = replace(
        from_key(key, net.a.office, [net.p]),
        segments=(signed(key, net.home, version_line(report, sha256(wanted), LATER)),),
        pieces={first: begin},
    )
    arrive(net, net.p, named, key)
    notes: list[str] = []
    for number in range(3):
        flood = {f"{invented(number)}.1-2": os.urandom(CHUNK)}
        notes += arrive(net, net.p, replace(from_key(key, net.a.office, [net.p]), pieces=flood), key).notes
    assert sha256(wanted) in waiting(net.p)
    assert len(waiting(net.p)) == 2
    assert remarks.LET_GO in notes
    arrive(net, net.p, replace(from_key(key, net.a.office, [net.p]), pieces={second: end}), key)
    with net.p.store.reading() as connection:
        assert reading.blob(connection, sha256(wanted)) == wanted


def test_a_named_file_whose_pieces_were_let_go_is_asked_for_and_comes(
    net: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "PIECES_LIMIT", CHUNK - 1)
    report, key = submitted(net), net.a.key()
    wanted = os.urandom(CHUNK + 1)
    pieces = pieces_of(sha256(wanted), wanted)
    (first, begin), _ = pieces.items()
    named = replace(
        from_key(key, net.a.office, [net.p]),
        segments=(signed(key, net.home, version_line(report, sha256(wanted), LATER)),),
        pieces={first: begin},
    )
    arrive(net, net.p, named, key)
    assert waiting(net.p) == set()
    assert sha256(wanted) in outbox.compose(net.p, (net.a.office,)).bundle.envelope.want.blobs
    arrive(net, net.p, replace(from_key(key, net.a.office, [net.p]), pieces=pieces), key)
    with net.p.store.reading() as connection:
        assert reading.blob(connection, sha256(wanted)) == wanted


def refuse(net: Network, number: int) -> str:
    """Let a file arrive that begins like a bundle and is none; its SHA-256."""
    key = net.b.key()
    path = net.folder / f"spoilt-{number}.wopx"
    whole = write(from_key(key, net.b.office, [net.p]), key)
    path.write_bytes(whole[:-9] + str(number).rjust(9).encode())
    (receipt,) = inbox.receive(net.p, [path])
    assert receipt.refused is not None
    return sha256(path.read_bytes())


def kept(desk: Desk) -> list[str]:
    """Refused files whose bytes are here, as they came."""
    with desk.store.reading() as connection:
        query = sa.select(schema.refused.c.sha256).where(sa.func.length(schema.refused.c.data) > 0)
        return list(connection.execute(query.order_by(sa.text("rowid"))).scalars())


def test_of_refused_files_the_latest_stay_and_of_all_the_reason(net: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    first = refuse(net, 0)
    assert kept(net.p) == [first]
    with net.p.store.reading() as connection:
        size = connection.execute(sa.select(sa.func.length(schema.refused.c.data))).scalar_one()
    monkeypatch.setattr(aside, "REFUSED_LIMIT", 2 * size + size // 2)
    later = [refuse(net, number) for number in range(1, 5)]
    assert kept(net.p) == later[-2:]
    with net.p.store.reading() as connection:
        assert len(posted.turned_away(connection)) == 5


def test_a_refused_file_is_not_kept_for_ever(net: Network) -> None:
    refuse(net, 0)
    net.clock.later(366)
    second = refuse(net, 1)
    assert kept(net.p) == [second]
