"""What a form knows of the person, the computer, the moment and what was saved last."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.desk.offices import Network, approve, join
from wopdesk import xlsform
from wopdesk.desk import documents, filing, filling, starting, submitting
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.shelf import open_shelf
from wopdesk.places import forms_folder
from wopdesk.records.ids import PARTNERSHIP, Space
from wopdesk.store.opening import open_store

ASKED = "| | text | author | Given by"
FURTHER = (
    "| | start | begun |",
    "| | end | ended |",
    "| | deviceid | computer |",
    "| | text | place | Place | مقام |  |  |  |  |  |  |  |  |  |  | ${last-saved#place} |",
)
NOTE = {
    "about/subject": "Valves",
    "advice/items[1]/kind": "solution",
    "advice/items[1]/text": "Repair the valve first.",
}


def offered(desk: Desk, record: str, path: str) -> list[str]:
    """The offices that a question of a record offers."""
    sheet = filling.sheet_of(desk, documents.find_document(desk, record))
    return sorted(choice.label("en") for choice in sheet.field(path).choices)


def test_a_partnership_is_of_two_utilities(net: Network) -> None:
    home = Space(PARTNERSHIP, net.p.office, secrets.token_hex(16))
    begun = filing.start(net.p, "partnership", home, {"about/title": "Less water lost"})
    assert offered(net.p, begun.id, "about/mentee") == ["WASA Faisalabad", "WASA Lahore"]
    filing.answer(net.p, begun.id, {"about/mentee": "WASA Faisalabad"})
    assert offered(net.p, begun.id, "about/mentor") == ["WASA Lahore"]


def test_who_is_the_mentor_is_not_offered_as_mentee(net: Network) -> None:
    begun = starting.start_partnership(net.p, "Less water lost")
    filing.answer(net.p, begun.id, {"about/mentor": net.b.office})
    assert offered(net.p, begun.id, "about/mentee") == ["WASA Faisalabad"]


def test_offices_known_in_the_asked_role_come_first_and_another_role_is_remarked_on_at_once(net: Network) -> None:
    for name, role, called in (("d", "mentor", "WASA Attock"), ("e", "mentee", "WASA Zhob")):
        join(net, new := net.new(name, role, called))
        approve(net, new)
    begun = starting.start_partnership(net.p, "Less water lost")
    sheet = filling.sheet_of(net.p, documents.find_document(net.p, begun.id))

    def names(path: str) -> list[str]:
        return [choice.label("en") for choice in sheet.field(path).choices]

    assert names("about/mentee") == ["WASA Faisalabad", "WASA Zhob", "WASA Attock", "WASA Lahore"]
    assert names("about/mentor") == ["WASA Attock", "WASA Lahore", "WASA Faisalabad", "WASA Zhob"]
    sheet.set("about/mentee", net.a.office)
    sheet.set("about/mentor", net.b.office)
    notes = [sheet.field(f"about/{role}_note") for role in ("mentee", "mentor")]
    assert not any(note.relevant for note in notes)
    sheet.set("about/mentor", "")
    sheet.set("about/mentee", net.b.office)
    sheet.set("about/mentor", net.a.office)
    assert all(sheet.field(f"about/{role}_note").relevant for role in ("mentee", "mentor"))


def test_pwon_is_offered_as_neither_where_it_only_invited(net: Network) -> None:
    new = net.new("d", "mentee", "WASA Multan")
    join(net, new)
    opened = starting.start_partnership(new, "Less water lost")
    assert offered(new, opened.id, "about/mentee") == ["WASA Multan"]
    assert offered(new, opened.id, "about/mentor") == []


def test_supporting_partners_are_offered_where_there_are_some_and_written_otherwise(net: Network) -> None:
    begun = starting.start_partnership(net.p, "Less water lost")
    sheet = filling.sheet_of(net.p, documents.find_document(net.p, begun.id))
    assert (sheet.field("about/supporter").relevant, sheet.field("about/supporting").relevant) == (False, True)
    new = net.new("d", "supporting", "Sample Bank")
    join(net, new)
    approve(net, new)
    assert offered(net.p, begun.id, "about/supporter") == ["Sample Bank"]
    assert "Sample Bank" not in offered(net.p, begun.id, "about/mentee")
    sheet = filling.sheet_of(net.p, documents.find_document(net.p, begun.id))
    assert (sheet.field("about/supporter").relevant, sheet.field("about/supporting").relevant) == (True, True)
    filing.answer(net.p, begun.id, {"about/supporter": "Sample Bank"})
    sheet = filling.sheet_of(net.p, documents.find_document(net.p, begun.id))
    assert not sheet.field("about/supporting").relevant


def test_an_office_that_nobody_approved_yet_can_be_the_mentee(net: Network) -> None:
    alone = net.new("q", "mentee", "WASA Multan")
    opened = starting.start_partnership(alone, "Less water lost")
    assert "WASA Multan" in offered(alone, opened.id, "about/mentee")


@pytest.fixture
def asking(net: Network, tmp_path: Path) -> Iterator[Desk]:
    """The mentor's desk with a form of advice that asks for more than ours does."""
    folder = tmp_path / "forms"
    shutil.copytree(forms_folder(), folder)
    place = folder / "advice_note"
    text = (place / "form.md").read_text(encoding="utf-8").replace(ASKED, "\n".join((*FURTHER, ASKED)))
    (place / "form.md").write_text(text, encoding="utf-8")
    (place / "form.xml").write_bytes(xlsform.compiled_text(text))
    net.close("b")
    shelf = open_shelf(folder)
    with closing(Desk(open_store(net.folder / "b.wopdesk", shelf.rules), shelf, "Sample Mentor", net.clock)) as desk:
        yield desk


def test_whoever_works_is_proposed_as_the_one_who_wrote_it(net: Network) -> None:
    net.a.person, net.b.person = "Sample Engineer, Zone 4", "Sample Mentor"
    report = filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-03"})
    assert report.answers["about/prepared_by"] == "Sample Engineer, Zone 4"
    assert filing.start(net.b, "advice_note", net.home, NOTE).answers["about/author"] == "Sample Mentor"


def test_who_is_named_stays_when_somebody_else_goes_on(net: Network) -> None:
    report = filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-03"})
    before = report.answers["about/prepared_by"]
    net.a.person = "Somebody Else"
    filing.answer(net.a, report.id, {"about/nil_return": "yes"})
    assert documents.find_document(net.a, report.id).answers["about/prepared_by"] == before


def test_while_nobody_is_known_nobody_is_proposed(net: Network) -> None:
    net.a.person = ""
    report = filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-03"})
    assert "about/prepared_by" not in report.answers


def test_a_form_may_ask_when_it_was_begun_and_at_which_computer(net: Network, asking: Desk) -> None:
    answers = filing.start(asking, "advice_note", net.home, NOTE).answers
    assert answers["about/begun"].startswith(asking.today.isoformat())
    assert answers["about/computer"] == f"wopdesk:{asking.identity.key[:16]}"
    assert "about/ended" not in answers


def test_a_form_may_propose_what_this_office_saved_last(net: Network, asking: Desk) -> None:
    first = filing.start(asking, "advice_note", net.home, {**NOTE, "about/place": "Lahore"})
    second = filing.start(asking, "advice_note", net.home, NOTE)
    assert second.answers["about/place"] == "Lahore"
    filing.answer(asking, second.id, {"about/place": "Kasur"})
    assert filing.start(asking, "advice_note", net.home, NOTE).answers["about/place"] == "Kasur"
    filing.answer(asking, first.id, {"about/place": "Ravi"})
    assert filing.start(asking, "advice_note", net.home, NOTE).answers["about/place"] == "Ravi"


def test_the_end_of_filling_is_noted_when_it_is_submitted(net: Network, asking: Desk) -> None:
    note = filing.start(asking, "advice_note", net.home, NOTE)
    submitting.submit(asking, note.id)
    document = documents.find_document(asking, note.id)
    assert document.latest is not None
    answers = document.latest.version.answers
    assert answers["about/ended"] > answers["about/begun"]
    assert document.answers["about/ended"] == answers["about/ended"]
    with pytest.raises(DeskFault, match="Nothing changed"):
        submitting.submit(asking, note.id)
