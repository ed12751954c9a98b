from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from tests.desk.offices import Network
from wopdesk.desk import filing, handing, inbox, looking, mailing, submitting
from wopdesk.desk.circle import circle
from wopdesk.desk.documents import find_document
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.looking import Incoming
from wopdesk.exchange.bundle import write
from wopdesk.ui.circles.reader import reader
from wopdesk.ui.circles.standings import status_of
from wopdesk.ui.saying import said
from wopdesk.ui.screens.document.heading import heading
from wopdesk.ui.screens.document.surroundings import background
from wopdesk.ui.screens.reports.content import Filed
from wopdesk.ui.screens.reports.presenter import content, save_register
from wopdesk.ui.starting.offers import open_partnership


def listed(net: Network, name: str, language: str = "en") -> list[Filed]:
    return list(content(net.desk(name), language).filed)


def test_what_was_only_opened_is_not_listed(net: Network) -> None:
    before = listed(net, "a")
    opened = filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-04"})
    assert listed(net, "a") == before
    filing.answer(net.a, opened.id, {"progress/description": "Sample words"})
    assert opened.id in {one.record for one in listed(net, "a")}


def test_drafts_come_first_then_the_newest(net: Network) -> None:
    submitting.submit(net.a, net.report(net.a, "2026-03").id)
    net.report(net.a, "2026-04")
    assert [(said(one.title), one.version, one.stage) for one in listed(net, "a")[:2]] == [
        ("Monthly report, April 2026", 0, "draft"),
        ("Monthly report, March 2026", 1, "submitted"),
    ]
    assert {one.partnership for one in listed(net, "a")} == {"WOP-PK-001"}


def test_kinds_are_those_that_are_there_in_the_language_asked(net: Network) -> None:
    assert content(net.b, "ur").kinds == (("partnership", "شراکت"), ("work_plan", "ورک پلان"))


def test_the_register_is_pwons(net: Network, tmp_path: Path) -> None:
    submitting.submit(net.a, net.report(net.a, "2026-03").id)
    net.meet(net.a, net.p)
    assert (content(net.p, "en").register, content(net.a, "en").register) == (True, False)
    sheet = openpyxl.load_workbook(save_register(net.p, tmp_path / "register.xlsx")).worksheets[0]
    said_there = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"WOP-PK-001", "WASA Faisalabad"} <= said_there


def test_a_partnership_is_opened_and_leads_to_its_record(net: Network) -> None:
    where = open_partnership(net.a, "Less water lost")
    assert where.screen == "document"
    assert "Partnership: Less water lost" in [said(one.title) for one in listed(net, "a") if one.record == where.record]


def test_nothing_is_written_over_the_data_file(net: Network) -> None:
    with pytest.raises(DeskFault):
        save_register(net.p, net.p.store.path)


def test_what_was_only_saved_is_still_to_be_sent_and_in_nobodys_review(net: Network, tmp_path: Path) -> None:
    net.meet(net.a, net.b, net.p)
    report = net.report(net.a, "2026-03")
    submitting.submit(net.a, report.id)

    def told() -> tuple[str, str]:
        known, seen = reader(net.a, "en"), replace(circle(net.a, net.home), duties=())
        listed_as = next(said(one.state) for one in listed(net, "a") if one.record == report.id)
        return listed_as, said(status_of(known, seen, ())[0])

    handing.hand_over(net.a, report.id, tmp_path)
    assert told() == ("To be sent", "To be sent")
    mailing.sent_for(net.a, report.id)
    assert told() == ("In review", "Completed")


def test_a_version_that_has_not_arrived_is_on_its_way_and_stands_among_the_submitted(net: Network) -> None:
    report = net.report(net.a, "2026-03")
    submitting.submit(net.a, report.id)
    (one,) = looking.look(net.p, net.files(net.a, net.p))
    assert isinstance(one, Incoming)
    path = net.folder / "without-files.wopx"
    path.write_bytes(write(replace(one.bundle, blobs={}), net.a.key()))
    inbox.receive(net.p, [path])
    (there,) = [each for each in listed(net, "p") if each.record == report.id]
    assert (said(there.state), there.tone, there.stage) == ("On its way", "info", "submitted")
    document = find_document(net.p, report.id)
    head = heading(background(net.p, document, [document.filed], {}), "en")
    assert (head.status, head.tone) == ("On its way", "info")


def test_a_partnership_without_a_code_is_called_by_its_title(net: Network) -> None:
    where = open_partnership(net.p, "Less water lost")
    (new,) = [one for one in listed(net, "p") if one.record == where.record]
    assert new.partnership == "Less water lost"
