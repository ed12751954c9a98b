"""The save that begins a record holds what its form says by itself, and no word of a person: others rely on that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.desk.offices import Network
from tests.desk.test_photos import camera
from wopdesk.desk import filing, submitting, typing
from wopdesk.desk.desk import Desk
from wopdesk.records.fields import KIND
from wopdesk.store import reading

PERIOD, BY, WORDS, FOUND = "about/period", "about/prepared_by", "progress/description", "findings/found"
BEGUN = {PERIOD: "2026-05"}
Way = Callable[[Desk, Network], str]


def said_at_once(desk: Desk, net: Network) -> str:
    texts = {**BEGUN, BY: "Mine", WORDS: "Mine", f"{FOUND}[1]/finding": "Mine"}
    return filing.start(desk, "monthly_report", net.home, texts).id


def typed_after(desk: Desk, net: Network) -> str:
    report = filing.start(desk, "monthly_report", net.home, BEGUN).id
    typing.keep_typing(desk, report, {BY: "Mine"}, {FOUND: ("a" * 16,)})
    typing.keep_file(desk, report, f"work/photos[{'b' * 16}]/photo", camera((40, 40)))
    typing.save_typed(desk, report)
    return report


def where_only_a_version_is(desk: Desk, net: Network) -> str:
    """PWON edits what the mentee submitted: its draft is not here, and the record is begun again beside it."""
    report = net.report(desk, "2026-05", progress__description="Theirs")
    submitting.submit(desk, report.id)
    net.send(desk, net.p)
    filing.answer(net.p, report.id, {BY: "Mine"})
    return report.id


def entered(desk: Desk, record: str) -> list[reading.Entered]:
    with desk.store.reading() as connection:
        return reading.history(connection, record)


@pytest.mark.parametrize("way", [said_at_once, typed_after, where_only_a_version_is])
def test_what_a_person_says_stands_in_a_save_of_its_own(net: Network, way: Way) -> None:
    record = way(net.a, net)
    written = [one for desk in (net.a, net.p) for one in entered(desk, record)]
    founding = {one.op.partition(":")[0] for one in written if one.field == KIND}
    said = {one.value for one in written if one.op.partition(":")[0] not in founding and one.field[0] != "@"}
    begun = {one.value for one in written if one.op.partition(":")[0] in founding and one.field[0] != "@"}
    assert "Mine" in said
    assert begun.isdisjoint({"Mine", "Theirs"})
    assert not [one for one in written if one.op.partition(":")[0] in founding and one.field.startswith("@row/")]
