"""Floods: what a member or a stranger sends by the ten thousand neither stops a desk nor its letters."""

from __future__ import annotations

from dataclasses import replace

from tests.desk.offices import Network
from tests.desk.test_attacks import LATER, arrive, from_key, submitted
from wopdesk.desk import authority, having, outbox
from wopdesk.desk.belonging import Belonging
from wopdesk.desk.desk import Desk
from wopdesk.desk.having import Situation
from wopdesk.exchange import envelope as envelopes
from wopdesk.exchange.envelope import Envelope
from wopdesk.exchange.signed import SEGMENT, Signed
from wopdesk.records.digest import sha256
from wopdesk.records.ids import Key, SegmentId, Space
from wopdesk.records.segment import Segment
from wopdesk.records.text import canonical
from wopdesk.store import outgoing
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
