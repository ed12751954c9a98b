"""Receiving tells how far it is, and whoever waits may stop it: then nothing was taken, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.offices import Network, taken
from wopdesk.desk import documents, inbox, looking, submitting, upkeep, watching
from wopdesk.desk.desk import Desk
from wopdesk.desk.looking import Incoming
from wopdesk.desk.watching import Stopped
from wopdesk.store import outgoing, posted, reading, schema

Told = tuple[int, int, str]


def files_of_a_report(net: Network, desk: Desk) -> list[Path]:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    return net.files(net.a, desk)


def held(desk: Desk) -> tuple[object, ...]:
    """All that a file may have left behind at a desk."""
    with desk.store.reading() as connection:
        return (
            reading.records(connection),
            sorted(outgoing.read_graph(connection, ()).after),
            outgoing.peers(connection),
            posted.came(connection),
            [len(connection.execute(one.select()).all()) for one in (schema.blob, schema.brought, schema.piece)],
        )


def test_receiving_tells_how_far_it_is(net: Network) -> None:
    told: list[Told] = []
    (file,) = files_of_a_report(net, net.p)
    taken(inbox.receive(net.p, [file], watch=lambda *said: told.append(said)))
    looked = [one for one in told if one[1] == file.stat().st_size]
    took = told[len(looked) :]
    assert [one[0] for one in looked] == sorted(one[0] for one in looked)
    assert [one[0] for one in took] == sorted(one[0] for one in took)
    assert took
    assert all(0 <= done <= total and what.startswith(file.name) for done, total, what in told)


@pytest.mark.parametrize("step", range(6))
def test_stopped_at_any_step_nothing_is_taken_and_later_all_of_it(net: Network, step: int) -> None:
    files = files_of_a_report(net, net.p)
    before = held(net.p)
    with pytest.raises(Stopped):
        inbox.receive(net.p, files, watch=stopping(after=step))
    assert held(net.p) == before
    assert upkeep.check(net.p) == []
    assert not documents.documents(net.p, "monthly_report")
    (receipt,) = taken(inbox.receive(net.p, files))
    assert receipt.new
    assert [one.state for one in documents.documents(net.p, "monthly_report")] == ["submitted"]


def stopping(after: int) -> watching.Watch:
    told: list[Told] = []

    def watch(done: int, total: int, what: str) -> None:
        told.append((done, total, what))
        if len(told) > after:
            raise Stopped

    return watch


def test_a_bundle_that_was_looked_at_is_taken_by_itself_and_can_be_stopped(net: Network) -> None:
    (one,) = looking.look(net.p, files_of_a_report(net, net.p))
    assert isinstance(one, Incoming)
    before = held(net.p)
    with pytest.raises(Stopped):
        inbox.take(net.p, one, stopping(after=1))
    assert held(net.p) == before
    assert inbox.take(net.p, one).new
    assert not inbox.take(net.p, one).new
