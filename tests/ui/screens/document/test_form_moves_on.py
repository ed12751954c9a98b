"""PWON changes the form while a record is open: what was typed moves over, what has no place is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.desk.offices import Network, taken
from tests.desk.test_publishing import ADDED, RENAMED, edited, publish
from tests.ui.screens.document.shown import Seat, filling
from wopdesk.desk import documents, filing, inbox
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.document.notices import banners
from wopdesk.ui.screens.document.opening import open_filling
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]
GONE = ("| | text | nil_reason | Why was nothing done?", "| | text | cause | What was the cause?")


def test_what_has_no_place_is_told_above_the_pages(net: Network, tmp_path: Path) -> None:
    report = net.report(net.a, about__nil_return="yes", about__nil_reason="Sample reason")
    assert banners(open_filling(net.a, report.id, "en")) == ()
    publish(net.p, edited(tmp_path, GONE))
    net.send(net.p, net.a)
    (banner,) = banners(open_filling(net.a, report.id, "en"))
    assert isinstance(banner.title, Phrase)
    assert banner.title.values == {"count": 1}
    assert banner.quotes == (("Why was nothing done", "Sample reason"),)
    (in_urdu,) = banners(open_filling(net.a, report.id, "ur"))
    assert in_urdu.quotes == (("کام کیوں نہیں ہوا", "Sample reason"),)


def test_an_open_record_goes_on_under_the_form_that_arrives(net: Network, sit: Sit, tmp_path: Path) -> None:
    begun = filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-03"})
    publish(net.p, edited(tmp_path, RENAMED, ADDED))
    files = net.files(net.p, net.a)
    seat = sit("a")
    screen = seat.open(Where("document", record=begun.id))
    screen.view.answered.emit("about/prepared_by", "Sample Engineer")
    screen.view.answered.emit("work/other", "Sample work")
    seat.office.do(lambda desk: taken(inbox.receive(desk, files)))
    seat.wait(lambda: "about/telephone" in filling(screen).asked())
    texts = filling(screen).standing.texts
    assert (texts["about/written_by"], texts["work/other"]) == ("Sample Engineer", "Sample work")
    screen.view.answered.emit("about/telephone", "042 000")
    seat.stand_up()
    said = documents.find_document(net.a, begun.id).answers
    assert {path: said[path] for path in ("about/written_by", "about/telephone", "work/other")} == {
        "about/written_by": "Sample Engineer",
        "about/telephone": "042 000",
        "work/other": "Sample work",
    }
    assert not seat.faults
