"""A work plan is the work of the office that wrote it, whoever founded its record."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path

import pytest

from tests import story
from tests.desk.offices import Network
from wopdesk.desk import (
    agenda,
    authorship,
    documents,
    filing,
    going,
    handing,
    listing,
    looking,
    news,
    reviewing,
    submitting,
)
from wopdesk.desk.documents import Document
from wopdesk.desk.looking import Incoming
from wopdesk.desk.previewing import preview
from wopdesk.records.ids import PARTNERSHIP, Space
from wopdesk.records.review import RETURN

LONG_AGO = date(2026, 1, 1)


@pytest.fixture
def plan(net: Network) -> Document:
    """PWON founded the partnership and its plan; the mentee wrote the newest version, which everybody has."""
    (plan,) = documents.documents(net.a, "work_plan")
    filing.answer(net.a, plan.id, {"about/until": "2026-11-30"})
    submitting.submit(net.a, plan.id)
    net.meet(net.a, net.p, net.b)
    return documents.find_document(net.a, plan.id)


def senders(net: Network, name: str, record: str) -> list[tuple[str, int]]:
    return [(one.office, one.number) for one in news.arrived(net.desk(name), LONG_AGO) if one.record == record]


def test_each_version_is_news_of_the_office_that_made_it(net: Network, plan: Document) -> None:
    assert senders(net, "a", plan.id) == [("PWON", 1)]
    assert senders(net, "p", plan.id) == [("WASA Faisalabad", 2)]
    assert senders(net, "b", plan.id) == [("WASA Faisalabad", 2), ("PWON", 1)]


def test_lists_files_and_messages_name_who_wrote_the_newest_version(net: Network, plan: Document) -> None:
    for desk in (net.a, net.p, net.b):
        seen = documents.find_document(desk, plan.id)
        assert listing.listed(desk, seen).owner == "WASA Faisalabad"
        assert handing.paper_name(desk, seen) == "WOP-PK-001 WASA Faisalabad WP v2.pdf"
    assert "WASA Faisalabad" in handing.message(net.a, plan.id).splitlines()[0]


def test_the_paper_of_whoever_wrote_it_carries_its_data(net: Network, plan: Document, tmp_path: Path) -> None:
    filing.answer(net.a, plan.id, {"about/until": "2026-12-31"})
    submitting.submit(net.a, plan.id)
    assert plan.id in going.not_gone(net.a)
    paper = handing.hand_over(net.a, plan.id, tmp_path)
    assert b"wopx" in paper.read_bytes()
    assert plan.id not in going.not_gone(net.a)


def test_a_plan_that_comes_back_is_corrected_by_whoever_wrote_it(net: Network, plan: Document) -> None:
    reviewing.review(net.p, plan.id, RETURN, "Which zones?")
    net.send(net.p, net.a)
    assert [one.record for one in agenda.todo(net.a).mine if one.returned] == [plan.id]


def test_before_anybody_submitted_it_the_plan_is_the_mentees(net: Network) -> None:
    home = Space(PARTNERSHIP, net.p.office, secrets.token_hex(16))
    filing.start(net.p, "partnership", home, {**story.PARTNERSHIP, "about/code": "WOP-PK-002"})
    begun = filing.start(net.p, "work_plan", home, {})
    assert authorship.author_here(net.p, begun) == net.a.office
    assert handing.paper_name(net.p, begun, draft=True) == "WOP-PK-002 WASA Faisalabad WP draft.pdf"


def test_a_report_stays_its_owners_whoever_corrects_it(net: Network) -> None:
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    assert authorship.author_here(net.a, documents.find_document(net.a, report.id)) == net.a.office


def test_a_file_names_who_wrote_a_plan_before_it_is_taken(net: Network, plan: Document) -> None:
    filing.answer(net.a, plan.id, {"about/until": "2026-12-31"})
    submitting.submit(net.a, plan.id)
    (one,) = looking.look(net.b, net.files(net.a, net.b))
    assert isinstance(one, Incoming)
    brought = [each for each in preview(net.b, one.bundle).submissions if each.record == plan.id]
    assert [(each.owner, each.number) for each in brought] == [("WASA Faisalabad", 3)]
