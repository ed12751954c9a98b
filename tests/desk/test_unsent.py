"""What is told to wait, held against the bundle that would go: seeded histories of three offices and a stranger."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest

from tests.desk.offices import Network, approve, join
from wopdesk.desk import documents, filing, outbox, reviewing, sharing, submitting, unsent
from wopdesk.desk.desk import Desk
from wopdesk.desk.unsent import ToSend
from wopdesk.exchange.signed import Signed
from wopdesk.programme.filed import SUBMITTED
from wopdesk.records.batch import read_batch
from wopdesk.records.ids import PARTNERSHIP
from wopdesk.records.review import ACCEPT, RETURN
from wopdesk.records.segment import read_segment

STEPS = 12
DAYS = (0, 0, 1, 8)


def waiting(desk: Desk, office: str) -> ToSend:
    return next(one for one in unsent.waiting_to_go(desk) if one.office == office)


def submit_a_report(net: Network, chance: random.Random) -> None:
    period = f"2026-{chance.randint(3, 9):02}"
    report = net.report(net.a, period, about__prepared_by=f"Sample {chance.random()}")
    submitting.submit(net.a, report.id)


def review_one(net: Network, chance: random.Random) -> None:
    desk = chance.choice([net.p, net.b])
    found = [one for one in documents.documents(desk, "monthly_report") if one.state == SUBMITTED]
    if found:
        reviewing.review(desk, chance.choice(found).id, chance.choice([ACCEPT, RETURN]), "Sample reason")


def describe_itself(net: Network, chance: random.Random) -> None:
    desk = chance.choice([net.a, net.b, net.p])
    assert desk.identity.programme is not None
    record = filing.start(desk, "utility", desk.identity.programme, {"about/name": f"Sample {chance.random()}"})
    sharing.share(desk, record.id)


def send(net: Network, chance: random.Random) -> None:
    one, other = chance.sample([net.a, net.b, net.p], 2)
    net.send(one, other)


def lose(net: Network, chance: random.Random) -> None:
    one, other = chance.sample([net.a, net.b, net.p], 2)
    net.files(one, other)


def wait(net: Network, chance: random.Random) -> None:
    net.clock.later(chance.choice(DAYS))


HAPPENINGS: Sequence[Callable[[Network, random.Random], None]] = (
    submit_a_report,
    review_one,
    describe_itself,
    send,
    send,
    lose,
    wait,
)


def _tells(desk: Desk, office: str, signed: Signed) -> bool:
    """Whether a person would send a segment: said here in other words than in the program."""
    segment = read_segment(signed.data)
    author = desk.office if segment.author == desk.identity.key else desk.standing.voices[segment.author].office
    if author == desk.office or desk.is_facilitator:
        return author != office
    return segment.space.type == PARTNERSHIP and author not in {office, *desk.standing.facilitators}


@pytest.mark.parametrize("seed", range(6))
def test_what_waits_is_what_a_bundle_would_tell(net: Network, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - histories, not secrets
    told = 0
    for _ in range(STEPS):
        chance.choice(HAPPENINGS)(net, chance)
        desk, other = chance.sample([net.a, net.b, net.p], 2)
        waits = waiting(desk, other.office)
        going = [
            one for one in outbox.compose(desk, (other.office,)).bundle.segments if _tells(desk, other.office, one)
        ]
        lines = [line for one in going for line in read_segment(one.data).lines]
        assert waits.saves == len(lines)
        assert waits.records == {op.rec for line in lines for op in read_batch(line).ops}
        told += waits.saves
    assert told


def stranger(net: Network) -> Desk:
    """An approved office of another partnership, of which a and b hear from PWON."""
    new = net.new("d", "mentee", "WASA Multan")
    join(net, new)
    approve(net, new)
    net.meet(net.p, net.a, net.b, new)
    return new


def test_nothing_waits_for_an_office_of_other_partnerships_but_at_pwons_desk(net: Network) -> None:
    other = stranger(net)
    for desk in (net.a, net.b):
        describe(desk)
        assert not waiting(desk, other.office).anything
    describe(net.p)
    assert len(waiting(net.p, other.office).records) == 1


def describe(desk: Desk) -> None:
    assert desk.identity.programme is not None
    record = filing.start(desk, "utility", desk.identity.programme, {"about/name": "Sample office"})
    sharing.share(desk, record.id)


def test_what_others_wrote_waits_as_a_copy_but_at_pwons_desk(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    assert not waiting(net.a, net.p.office).copies
    net.send(net.a, net.b)
    assert waiting(net.b, net.p.office).copies == {report.id}
    reviewing.review(net.b, report.id, "comment", "Sample remark")
    assert not waiting(net.b, net.p.office).copies
    net.send(net.a, net.p)
    assert not waiting(net.p, net.b.office).copies


def test_what_an_office_wrote_itself_does_not_wait_for_it(net: Network) -> None:
    net.meet(net.a, net.b, net.p)
    submit_a_report(net, random.Random(1))  # noqa: S311 - not a secret
    net.send(net.a, net.p)
    net.send(net.p, net.b)  # the mentor has it from PWON, and has not heard of the mentee since
    assert outbox.compose(net.b, (net.a.office,)).bundle.segments
    assert not waiting(net.b, net.a.office).anything
