"""A form that another program of the office received while a person is in the middle of something at this one."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tests.desk.offices import Network, open_at, taken
from tests.desk.test_publishing import ADDED, KIND, RENAMED, ROWS, current, edited, publish
from wopdesk.desk import documents, filing, inbox, submitting, typing, upkeep
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.faults import DeskFault

BEFORE, NOW = "about/prepared_by", "about/written_by"
FOUND, SEEN = "findings/found", "findings/seen"


def beside(net: Network, name: str) -> None:
    """Another program at the same file receives what PWON published."""
    with closing(open_at(net.folder / f"{name}.wopdesk", net.clock)) as other:
        taken(inbox.receive(other, net.files(net.p, other)))


def in_the_middle(net: Network, desk: Desk) -> None:
    """The next time that the desk looks at its clock, another program has received the form."""

    def clock() -> datetime:
        desk.clock = net.clock
        beside(net, "a")
        return net.clock()

    desk.clock = clock


def test_a_report_under_a_form_that_only_another_program_received_counts(net: Network, tmp_path: Path) -> None:
    publish(net.p, edited(tmp_path, ADDED))
    net.send(net.p, net.a)
    report = net.report(net.a, about__telephone="042 000")
    submitting.submit(net.a, report.id)
    files, window = net.files(net.a, net.b), net.b
    beside(net, "b")
    taken(inbox.receive(window, files))
    latest = documents.find_document(window, report.id).latest
    assert latest is not None
    assert latest.version.answers["about/telephone"] == "042 000"
    assert not upkeep.check(window)


@pytest.fixture
def row(net: Network) -> str:
    """A row of the report in which somebody is in the middle of something."""
    return filing.add_row(net.a, net.report(net.a).id, FOUND)


def mine(document: Document) -> set[str]:
    return {path for path, text in document.answers.items() if text == "Mine"}


def test_a_form_that_comes_in_the_middle_of_a_save_takes_nothing_away(net: Network, tmp_path: Path, row: str) -> None:
    (report,) = documents.documents(net.a, KIND)
    publish(net.p, edited(tmp_path, RENAMED, *ROWS))
    in_the_middle(net, net.a)
    filing.answer(net.a, report.id, {BEFORE: "Mine", f"{FOUND}[{row}]/finding": "Mine"})
    assert current(net.a) == current(net.p)
    assert mine(documents.find_document(net.a, report.id)) == {NOW, f"{SEEN}[{row}]/what"}
    assert not upkeep.check(net.a)


def test_what_was_typed_is_kept_where_a_form_comes_in_the_middle_of_its_save(
    net: Network, tmp_path: Path, row: str
) -> None:
    """The save fits neither form: nothing of it is written, and what was typed is saved under the new one."""
    (report,) = documents.documents(net.a, KIND)
    typing.keep_typing(net.a, report.id, {BEFORE: "Mine", f"{FOUND}[{row}]/finding": "Mine"}, {FOUND: (row,)})
    publish(net.p, edited(tmp_path, RENAMED, *ROWS))
    in_the_middle(net, net.a)
    with pytest.raises(DeskFault):
        typing.save_typed(net.a, report.id)
    assert mine(documents.find_document(net.a, report.id)) == set()
    assert mine(typing.save_typed(net.a, report.id)) == {NOW, f"{SEEN}[{row}]/what"}
    assert not upkeep.check(net.a)
