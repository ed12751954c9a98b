"""The whole sample through the presenters: every line leads somewhere that is there."""

from collections.abc import Iterator

import pytest

from tests.desk.offices import Network
from wopdesk.desk import partners
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import find_document
from wopdesk.ui.saying import said
from wopdesk.ui.screens.home import presenter as home
from wopdesk.ui.screens.partnership import presenter as partnership
from wopdesk.ui.screens.partnerships import presenter as partnerships
from wopdesk.ui.screens.reports import presenter as reports
from wopdesk.ui.shell.places import SCREENS
from wopdesk.ui.shell.where import Where


def places(desk: Desk) -> Iterator[Where]:
    """Wherever a click on one of the four screens leads."""
    first = home.content(desk, "en")
    lines = (*first.kept, *first.mine, *first.others, *first.arrived, *first.first)
    yield from (line.where for line in lines if line.where is not None)
    for space in partners.partnership_spaces(desk):
        one = partnership.content(desk, space.id, "en")
        yield from (paper.where for paper in one.papers if paper.where is not None)
        yield from (piece.where for piece in one.advice)
        yield from (each.where for each in one.history)
    yield from (Where("partnership", space=one.space) for one in partnerships.content(desk, "en").standings)
    yield from (Where("document", record=one.record) for one in reports.content(desk, "en").filed)


@pytest.mark.parametrize("name", ["p", "a", "b"])
def test_every_line_leads_somewhere(told: Network, name: str) -> None:
    desk = told.desk(name)
    found = list(places(desk))
    assert len(found) > 20
    spaces = {space.id for space in partners.partnership_spaces(desk)} | {
        desk.identity.programme and desk.identity.programme.id
    }
    for where in found:
        assert where.screen in SCREENS
        assert not where.space or where.space in spaces
        assert not where.kind or where.kind in desk.shelf.kinds
        assert not where.record or find_document(desk, where.record).id == where.record


@pytest.mark.parametrize("name", ["p", "a", "b"])
def test_a_partnership_is_told_in_full(told: Network, name: str) -> None:
    desk = told.desk(name)
    one = partnership.content(desk, partners.partnership_spaces(desk)[0].id, "en")
    assert [stage.code for stage in one.stages[:2]] == ["3.1.1", "3.1.2"]
    assert len(one.stages) == 14
    assert len(one.trends) >= 2
    assert all(len(trend.months) == len(trend.values) for trend in one.trends)
    assert len(one.figures) == 3
    assert {said(member.role) for member in one.members} >= {"Mentee", "Mentor"}
    assert (one.invitable is not None) == (name == "p")
    assert [each.day for each in one.history] == sorted((each.day for each in one.history), reverse=True)
