"""The register of monthly reports agrees with what the window says of the same months."""

import io

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.desk.offices import Network
from wopdesk.desk import circle, filing, registers, reviewing, submitting
from wopdesk.desk.desk import Desk
from wopdesk.records.review import RETURN


def _months(desk: Desk) -> dict[str, dict[str, object]]:
    """The register's rows by month, cells by heading."""
    sheet = load_workbook(io.BytesIO(registers.monthly_reports(desk))).active
    assert isinstance(sheet, Worksheet)
    titles, *rows = sheet.iter_rows(values_only=True)
    named = [dict[str, object](zip(map(str, titles), row, strict=True)) for row in rows]
    return {str(one["Month"]): one for one in named}


def test_a_report_that_came_on_time_stays_so_when_it_is_corrected(net: Network) -> None:
    net.on("2026-04-05")
    report = net.report(net.a)
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    net.on("2026-04-20")
    reviewing.review(net.p, report.id, RETURN, "Look at the hours.")
    net.send(net.p, net.a)
    net.on("2026-04-30")
    filing.answer(net.a, report.id, {"progress/figures[1]/value": "5"})
    submitting.submit(net.a, report.id)
    net.send(net.a, net.p)
    march = _months(net.p)["2026-03"]
    seen = circle.punctual(net.p, circle.circle(net.p, net.home))
    assert (march["Version"], march["Days late"], seen) == (2, 0, circle.Punctual(due=1, on_time=1))
