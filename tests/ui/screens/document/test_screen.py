"""The wizard with a desk on its own thread, a real data file, and keys as a person presses them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.desk.offices import REPORT, Network, taken
from tests.ui.screens.document.shown import Seat, filling, focused, give, pager, panel_of
from wopdesk.desk import documents, filing, inbox, opinions, reviewing, submitting, typing
from wopdesk.desk.desk import Desk
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.shell.where import SEND, Where
from wopdesk.ui.theme.appearance import Appearance, wear

Sit = Callable[[str], Seat]
MONTH = (("about/period", "2026-10"),)


def begin(net: Network, sit: Sit) -> tuple[Seat, DocumentScreen]:
    """October's report, just begun."""
    seat = sit("a")
    return seat, seat.open(Where("document", kind="monthly_report", space=net.home.id, answers=MONTH))


def fill(screen: DocumentScreen) -> None:
    """Answer all that must be answered."""
    rows = filling(screen).standing.rows["progress/figures"]
    for path, text in REPORT.items():
        number = path.partition("[")[2].partition("]")[0]
        place = path.replace(f"[{number}]", f"[{rows[int(number) - 1]}]") if number else path
        screen.view.answered.emit(place, text)


def sent(net: Network) -> str:
    document = net.report(net.a, "2026-10")
    submitting.submit(net.a, document.id)
    net.send(net.a, net.p)
    net.send(net.a, net.b)
    return document.id


def record(screen: DocumentScreen) -> str:
    return filling(screen).background.record


def test_it_is_begun_with_the_keyboard_in_the_first_field(net: Network, sit: Sit, qtbot: QtBot) -> None:
    _, screen = begin(net, sit)
    assert screen.heading.title == "Monthly report · October 2026"
    line = focused()
    assert isinstance(line, QLineEdit)
    assert line.accessibleName() == "Prepared by, required"
    qtbot.keyClicks(line, "Sample Engineer")
    assert filling(screen).standing.texts["about/prepared_by"] == "Sample Engineer"


def test_what_is_typed_is_kept_without_being_asked(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat, screen = begin(net, sit)
    with qtbot.waitSignal(screen.keeper.kept):
        qtbot.keyClicks(focused(), "Sample")
    assert screen.view.foot.kept_words.text().startswith("Draft saved")
    kept: list[typing.Typed] = []
    seat.office.ask(lambda desk: typing.typed(desk, record(screen)), kept.append)
    seat.wait(lambda: bool(kept))
    assert kept[0].texts == {"about/prepared_by": "Sample"}


def test_leaving_saves_and_coming_back_finds_it(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat, screen = begin(net, sit)
    qtbot.keyClicks(focused(), "Sample")
    name = record(screen)
    seat.stand_up()
    document = documents.find_document(net.a, name)
    assert document.answers["about/prepared_by"] == "Sample"
    assert typing.unsaved(net.a) == []


def test_after_an_end_in_between_it_says_what_came_back(net: Network, sit: Sit, qtbot: QtBot) -> None:
    net.a.person = ""
    document = filing.start(net.a, "monthly_report", net.home, dict(MONTH))
    typing.keep_typing(net.a, document.id, {"about/prepared_by": "Sample"})
    screen = sit("a").open(Where("document", record=document.id))
    qtbot.keyClick(screen, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert filling(screen).standing.texts["about/prepared_by"] == "Sample"
    screen.view.banners.buttons["do_without"].click()
    assert "about/prepared_by" not in filling(screen).standing.texts
    assert not screen.view.banners.isVisible()
    qtbot.keyClick(screen, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert filling(screen).standing.texts["about/prepared_by"] == "Sample"


def test_pages_and_problems_by_keyboard(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat, screen = begin(net, sit)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(screen, Qt.Key.Key_PageDown, control)
    assert pager(screen).path == "progress"
    qtbot.keyClick(screen, Qt.Key.Key_F8)
    assert pager(screen).path == "about"
    assert focused().accessibleName() == "Prepared by, required"
    qtbot.keyClicks(focused(), "Sample")
    qtbot.keyClick(screen, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(screen, Qt.Key.Key_PageUp, control)
    qtbot.keyClick(screen, Qt.Key.Key_PageUp, control)
    assert pager(screen).number == 0
    filling(screen).check()
    places = []
    for _ in filling(screen).problems():
        qtbot.keyClick(screen, Qt.Key.Key_F8)
        places.append(pager(screen).path)
    assert places == ["progress", "progress", "work", "findings", "obstacles", "requests"]
    assert not seat.notices


def test_the_next_problem_is_also_what_is_missing_on_the_page_one_is_on(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat, screen = begin(net, sit)
    assert not filling(screen).problems(shown=True)
    focused().clearFocus()
    qtbot.keyClick(screen, Qt.Key.Key_F8)
    assert not seat.notices
    assert focused().accessibleName() == "Prepared by, required"
    qtbot.keyClicks(focused(), "Sample")
    qtbot.keyClick(screen, Qt.Key.Key_F8)
    assert seat.notices[-1].text == "There is nothing to fix."


def test_a_row_of_a_table_is_filled_by_keyboard(net: Network, sit: Sit, qtbot: QtBot) -> None:
    _, screen = begin(net, sit)
    pager(screen).turn(2)
    assert focused().accessibleName() == "Activities of the work plan: Add a row"
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    for letter in "L":
        qtbot.keyClick(focused(), letter)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    for words in ("", "40", "Sample words"):
        for letter in words:
            qtbot.keyClick(focused(), letter)
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    (row,) = filling(screen).standing.rows["work/activities"]
    texts = filling(screen).standing.texts
    assert texts[f"work/activities[{row}]/done"] == "40"
    assert texts[f"work/activities[{row}]/description"] == "Sample words"
    assert filling(screen).problems()[-1].path.startswith("requests")
    assert not [one for one in filling(screen).problems() if one.path.startswith("work")]


def test_undo_goes_through_the_record_not_the_line(net: Network, sit: Sit, qtbot: QtBot) -> None:
    _, screen = begin(net, sit)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClicks(focused(), "Sample")
    qtbot.keyClick(screen, Qt.Key.Key_PageDown, control)
    screen.view.go_to("progress/produced")
    qtbot.keyClicks(focused(), "12")
    qtbot.keyClick(focused(), Qt.Key.Key_Z, control)
    assert filling(screen).standing.texts == {**filling(screen).standing.texts, "about/prepared_by": "Sample"}
    assert "progress/produced" not in filling(screen).standing.texts
    qtbot.keyClick(focused(), Qt.Key.Key_Z, control)
    assert pager(screen).path == "about"
    line = focused()
    assert isinstance(line, QLineEdit)
    assert (line.text(), line.accessibleName()) == ("", "Prepared by, required")
    qtbot.keyClick(line, Qt.Key.Key_Y, control)
    assert line.text() == "Sample"


def test_a_removed_photo_is_called_one(net: Network, sit: Sit) -> None:
    seat, screen = begin(net, sit)
    pager(screen).turn(2)
    screen.view.row_wanted.emit("work/photos")
    (row,) = filling(screen).standing.rows["work/photos"]
    screen.view.answered.emit(f"work/photos[{row}]/caption", "Sample valve")
    screen.view.rows_dropped.emit("work/photos", [row])
    assert seat.notices[-1].text == "The photo was removed."


def test_a_removed_row_comes_back_from_the_message(net: Network, sit: Sit) -> None:
    seat, screen = begin(net, sit)
    pager(screen).turn(4)
    screen.view.row_wanted.emit("findings/found")
    (row,) = filling(screen).standing.rows["findings/found"]
    screen.view.answered.emit(f"findings/found[{row}]/finding", "Sample finding")
    before = filling(screen).standing
    screen.view.rows_dropped.emit("findings/found", [row])
    assert (seat.notices[-1].text, seat.notices[-1].undo) == ("The row was removed.", True)
    screen.undo()
    assert filling(screen).standing == before


def test_several_removed_rows_are_counted_and_come_back_as_one_step(net: Network, sit: Sit) -> None:
    seat, screen = begin(net, sit)
    pager(screen).turn(4)
    for number in range(3):
        screen.view.row_wanted.emit("findings/found")
        row = filling(screen).standing.rows["findings/found"][-1]
        screen.view.answered.emit(f"findings/found[{row}]/finding", f"Sample finding {number}")
    before = filling(screen).standing
    rows = before.rows["findings/found"]
    screen.view.rows_dropped.emit("findings/found", list(rows[:2]))
    assert filling(screen).standing.rows["findings/found"] == rows[2:]
    assert (seat.notices[-1].text, seat.notices[-1].undo) == ("2 rows were removed.", True)
    screen.undo()
    assert filling(screen).standing == before


def test_a_report_is_filled_looked_at_submitted_and_sent(net: Network, sit: Sit, qtbot: QtBot, tmp_path: Path) -> None:
    seat, screen = begin(net, sit)
    qtbot.keyClick(screen, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert pager(screen).reviewing
    assert len(screen.view.review.rows) == 7
    assert not screen.view.confirm.isVisible()
    screen.view.review.rows[0].click()
    assert focused().accessibleName() == "Prepared by, required"
    fill(screen)
    pager(screen).turn(len(filling(screen).pages))
    assert screen.view.review.rows == []
    screen.view.review.preview.click()
    seat.wait(lambda: screen.view.preview.document.pageCount() > 0)
    assert screen.view.preview.document.status() == QPdfDocument.Status.Ready
    screen.view.preview.close_button.click()
    screen.view.foot.submit_button.click()
    assert screen.view.confirm.isVisible()
    assert screen.view.confirm.yes.hasFocus()
    screen.view.confirm.yes.click()  # the second click on what asked
    assert screen.view.confirm.isVisible()
    qtbot.keyClick(screen.view.confirm, Qt.Key.Key_Escape)
    assert not screen.view.confirm.isVisible()
    screen.view.foot.submit_button.click()
    seat.wait(lambda: screen.view.confirm.read)
    screen.view.confirm.yes.click()
    seat.wait(screen.sending.page.isVisible)
    folder = tmp_path / "papers"
    screen.sending.folder = folder
    screen.sending.page.buttons["pdf"].click()
    seat.wait(screen.sending.page.results["pdf"].isVisible)
    (pdf,) = folder.glob("*.pdf")
    seat.stand_up()
    (receipt,) = taken(inbox.receive(net.p, [pdf]))
    assert receipt.new
    assert documents.find_document(net.p, record(screen)).state == "submitted"


def test_the_message_is_copied_and_a_mail_is_drafted(net: Network, sit: Sit, tmp_path: Path) -> None:
    name = sent(net)
    seat = sit("a")
    screen = seat.open(Where("document", record=name))
    screen.view.foot.send_button.click()
    seat.wait(screen.sending.page.isVisible)
    screen.sending.folder, page = tmp_path / "papers", screen.sending.page
    page.buttons["copy"].click()
    assert QGuiApplication.clipboard().text() == page.message.toPlainText()
    assert "October 2026" in page.message.toPlainText()
    for act in ("whatsapp", "mail"):
        page.buttons[act].click()
        seat.wait(page.results[act].isVisible)
    assert sorted(file.suffix for file in (tmp_path / "papers").iterdir()) == [".eml", ".pdf"]
    page.buttons["show"].click()
    assert screen.view.isVisible()
    page.buttons["done"].click()
    assert seat.gone[-1].screen == "home"


def test_an_accepted_report_says_what_correcting_it_means(net: Network, sit: Sit) -> None:
    name = sent(net)
    reviewing.review(net.p, name, "accept", "Complete and on time.")
    net.send(net.p, net.a)
    seat = sit("a")
    screen = seat.open(Where("document", record=name))
    assert not screen.view.foot.close_button.isVisible()
    screen.view.answered.emit("about/prepared_by", "Another")
    assert filling(screen).standing.texts["about/prepared_by"] == "Sample Engineer"
    screen.view.banners.buttons["correct"].click()
    (banner,) = screen.view.banners.shown
    assert banner.text is not None
    assert "accepted again" in banner.text.text
    screen.view.answered.emit("about/prepared_by", "Another")
    pager(screen).turn(len(filling(screen).pages))
    screen.view.foot.submit_button.click()
    seat.wait(lambda: screen.view.confirm.read)
    screen.view.confirm.yes.click()
    seat.wait(screen.sending.page.isVisible)
    seat.stand_up()
    document = documents.find_document(net.a, name)
    assert ([one.version.number for one in document.versions], document.state) == ([1, 2], "submitted")


def test_a_returned_report_opens_with_the_reason_on_top(net: Network, sit: Sit) -> None:
    name = sent(net)
    reviewing.review(net.p, name, "return", "Two things to mend.", {"about/prepared_by": "Write your position."})
    net.send(net.p, net.a)
    screen = sit("a").open(Where("document", record=name))
    (banner,) = screen.view.banners.shown
    assert banner.quotes == (("PWON", "Two things to mend."),)
    assert "PWON" in focused().accessibleDescription()
    assert (screen.heading.status, screen.heading.tone) == ("Returned", "warn")


def test_a_returned_report_opens_at_its_first_remark_and_its_pages_tell_where_others_are(
    net: Network, sit: Sit
) -> None:
    name = sent(net)
    remarks = {"progress/billed": "Is the meter read?", "requests/nothing": "Ask for help.", "findings/nothing": "Why?"}
    reviewing.review(net.p, name, "return", "Three remarks.", remarks)
    net.send(net.p, net.a)
    screen = sit("a").open(Where("document", record=name))
    assert screen.view.path_of(focused()) == "progress/billed"
    names = [one.accessibleName() for one in screen.view.stages.buttons]
    assert names[1] == "1. Pilot progress data, open now, 1 remark"
    assert names[4] == "4. Findings, not finished, 1 remark"
    assert [name for name in names if "remark" not in name][:2] == [
        "This report, done",
        "2. Activities of the month, done",
    ]
    pager(screen).turn(4)
    pager(screen).turn(0)
    assert screen.view.stages.buttons[4].accessibleName() == "4. Findings, done, 1 remark"


def test_what_is_to_be_sent_opens_where_it_is_sent_and_its_banner_leads_there_too(net: Network, sit: Sit) -> None:
    document = net.report(net.a, "2026-10")
    submitting.submit(net.a, document.id)
    seat = sit("a")
    screen = seat.open(Where("document", record=document.id, kind=SEND))
    seat.wait(screen.sending.page.isVisible)
    screen.sending.page.buttons["show"].click()
    seat.wait(screen.view.isVisible)
    screen.refresh()
    assert {"send", "correct"} == screen.view.banners.buttons.keys()
    screen.view.banners.buttons["send"].click()
    seat.wait(screen.sending.page.isVisible)


def test_a_reviewer_returns_it_with_remarks(net: Network, sit: Sit) -> None:
    name = sent(net)
    seat = sit("p")
    screen = seat.open(Where("document", record=name))
    panel = panel_of(screen)
    seat.wait(panel.isVisible)
    panel.give_back.click()
    assert panel.problem.isVisible()
    panel.accept.click()
    assert panel.problem.isVisible()
    panel.good.setPlainText("The figures are clear.")
    panel.next_step.setPlainText("Two things to mend.")
    screen.view.remark_wanted.emit("about/prepared_by")
    panel.remarks["about/prepared_by"].setPlainText("Write your position.")
    give(seat, panel, panel.give_back)
    seat.wait(lambda: bool(seat.notices))
    seat.wait(lambda: filling(screen).background.state == "returned")
    seat.stand_up()
    (said,) = documents.find_document(net.p, name).versions[-1].reviews
    assert said.review.reason == "The figures are clear.\nTwo things to mend."
    assert said.review.remarks == {"about/prepared_by": "Write your position."}


def test_a_remark_at_a_field_is_reason_enough_and_a_verdict_is_said_once(net: Network, sit: Sit) -> None:
    name = sent(net)
    seat = sit("p")
    screen = seat.open(Where("document", record=name))
    panel = panel_of(screen)
    screen.view.remark_wanted.emit("about/prepared_by")
    panel.remarks["about/prepared_by"].setPlainText("Write your position.")
    give(seat, panel, panel.give_back)
    seat.wait(lambda: bool(seat.notices))
    panel.sure.yes.click()
    panel.give_back.click()
    panel.accept.click()
    seat.stand_up()
    (said,) = documents.find_document(net.p, name).versions[-1].reviews
    assert (said.review.verdict, said.review.remarks) == ("return", {"about/prepared_by": "Write your position."})


def test_what_a_reviewer_wrote_is_kept_while_nobody_does_anything(net: Network, sit: Sit) -> None:
    name = sent(net)
    seat = sit("p")
    panel = panel_of(seat.open(Where("document", record=name)))
    panel.next_step.setPlainText("Two things to mend.")
    seat.wait(lambda: opinions.kept(net.p, name).next_step == "Two things to mend.")


def test_what_a_reviewer_has_written_is_there_again_until_it_is_said(net: Network, sit: Sit) -> None:
    where = Where("document", record=sent(net))
    seat = sit("p")
    screen = seat.open(where)
    panel = panel_of(screen)
    panel.next_step.setPlainText("Two things to mend.")
    screen.view.remark_wanted.emit("about/prepared_by")
    panel.remarks["about/prepared_by"].setPlainText("Write your position.")
    screen.leave()
    again = panel_of(seat.open(where))
    seat.wait(lambda: not again.empty)
    assert again.next_step.toPlainText() == "Two things to mend."
    assert again.remarks["about/prepared_by"].toPlainText() == "Write your position."
    give(seat, again, again.give_back)
    seat.wait(lambda: bool(seat.notices))
    last = seat.open(where)
    seat.wait(seat.has_heard)
    assert last.judging.panel is None or last.judging.panel.empty


def test_a_mentor_comments_and_the_coordinator_accepts(net: Network, sit: Sit) -> None:
    name = sent(net)
    for office in ("b", "p"):
        seat = sit(office)
        screen = seat.open(Where("document", record=name))
        panel = panel_of(screen)
        seat.wait(panel.isVisible)
        assert panel.accept.isVisible() == (office == "p")
        panel.good.setPlainText("Well done.")
        if office == "p":
            give(seat, panel, panel.accept)
        else:
            panel.comment.click()
        seat.wait(seat.has_heard)
        seat.stand_up()
    assert documents.find_document(net.p, name).state == "accepted"
    assert documents.find_document(net.b, name).state == "submitted"


def test_photos_are_dropped_on_their_list(net: Network, sit: Sit, tmp_path: Path) -> None:
    seat, screen = begin(net, sit)
    pager(screen).turn(2)
    files = [tmp_path / "IMG-20261012-WA0003.jpg", tmp_path / "no-picture.jpg"]
    Image.new("RGB", (640, 480), "teal").save(files[0])
    files[1].write_bytes(b"Sample words")
    screen.view.files_offered.emit("work/photos", [str(file) for file in files])
    seat.wait(lambda: bool(seat.faults))
    seat.wait(lambda: len(filling(screen).standing.rows.get("work/photos", ())) == 1)
    (row,) = filling(screen).standing.rows["work/photos"]
    texts = filling(screen).standing.texts
    assert texts[f"work/photos[{row}]/taken"] == "2026-10-12"
    assert len(texts[f"work/photos[{row}]/photo"]) == 64
    assert "no-picture.jpg" in seat.faults[0].what
    name = record(screen)
    seat.stand_up()
    saved = documents.find_document(net.a, name)
    assert saved.answers[f"work/photos[{row}]/taken"] == "2026-10-12"


def test_a_file_larger_than_any_photo_is_not_read_into_memory(net: Network, sit: Sit, tmp_path: Path) -> None:
    seat, screen = begin(net, sit)
    film = tmp_path / "film.jpg"
    with film.open("wb") as file:
        file.truncate(2 << 30)
    screen.view.files_offered.emit("work/photos", [str(film)])
    seat.wait(lambda: bool(seat.faults))
    assert "film.jpg is too large" in seat.faults[0].what
    seat.wait(lambda: not filling(screen).standing.rows.get("work/photos"))


def test_what_comes_in_meanwhile_loses_nothing_that_is_typed(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat, screen = begin(net, sit)
    qtbot.keyClicks(focused(), "Sample")
    name = record(screen)
    seat.office.do(lambda desk: filing.answer(desk, name, {"progress/description": "From elsewhere"}))
    seat.wait(lambda: filling(screen).standing.texts.get("progress/description") == "From elsewhere")
    assert filling(screen).standing.texts["about/prepared_by"] == "Sample"


def protect(desk: Desk, *, on: bool) -> None:
    """SQLite refuses to write, as on a disk that can only be read."""
    writer = desk.store._writer._connection  # noqa: SLF001  # which is opened once and stays
    assert writer is not None
    writer.exec_driver_sql(f"PRAGMA query_only={on:d}")
    writer.rollback()


def test_what_could_not_be_saved_is_saved_when_it_is_asked_for_again(net: Network, sit: Sit) -> None:
    seat, screen = begin(net, sit)
    screen.view.answered.emit("progress/produced", "1234")
    screen.keep()
    seat.wait(lambda: not filling(screen).has_unkept())
    seat.office.ask(partial(protect, on=True), lambda _none: None)
    screen.view.wanted.emit("close")
    seat.wait(lambda: bool(seat.faults))
    free = list[None]()
    seat.office.ask(partial(protect, on=False), free.append)
    seat.wait(lambda: bool(free))
    assert not seat.gone
    screen.view.wanted.emit("close")
    seat.wait(lambda: bool(seat.gone))
    name = record(screen)
    seat.stand_up()
    assert documents.find_document(net.a, name).answers["progress/produced"] == "1234"


def has(found: list[bool], number: int) -> bool:
    return len(found) == number


def test_what_the_disk_does_not_take_is_not_asked_for_again_and_again(net: Network, sit: Sit) -> None:
    seat, screen = begin(net, sit)
    answered, barred = list[bool](), list[None]()
    seat.office.ask(partial(protect, on=True), barred.append)
    seat.wait(lambda: bool(barred))  # and the look with which a record is come to is over
    screen.view.answered.emit("progress/produced", "1234")
    screen._reading._stamp = None  # noqa: SLF001  # something came in meanwhile
    screen.refresh()
    for number in range(1, 6):
        seat.office.ask(lambda _desk: True, answered.append)
        seat.wait(partial(has, answered, number))
    assert 1 <= len(seat.faults) <= 2
    assert filling(screen).has_unkept()
    free = list[None]()
    seat.office.ask(partial(protect, on=False), free.append)
    seat.wait(lambda: bool(free))
    screen.keep()
    seat.wait(lambda: not filling(screen).has_unkept())
    assert filling(screen).standing.texts["progress/produced"] == "1234"


def test_what_is_being_corrected_stays_so_when_something_comes_in(net: Network, sit: Sit) -> None:
    name = sent(net)
    seat = sit("a")
    screen = seat.open(Where("document", record=name))
    screen.view.banners.buttons["correct"].click()
    seat.office.do(lambda desk: filing.answer(desk, name, {"progress/description": "From elsewhere"}))
    seat.wait(lambda: filling(screen).standing.texts.get("progress/description") == "From elsewhere")
    assert filling(screen).editing
    pager(screen).turn(len(filling(screen).pages))
    screen.view.foot.submit_button.click()
    seat.wait(lambda: screen.view.confirm.read)
    screen.view.confirm.yes.click()
    seat.wait(screen.sending.page.isVisible)
    seat.wait(lambda: filling(screen).background.number == 2)
    assert not filling(screen).editing


def test_it_follows_the_language_while_something_is_typed(
    net: Network, sit: Sit, qtbot: QtBot, qapp: QApplication
) -> None:
    _, screen = begin(net, sit)
    qtbot.keyClicks(focused(), "Sample")
    wear(qapp, Appearance("dark", "ur"))
    QApplication.processEvents()
    assert screen.heading.title.startswith("ماہانہ رپورٹ")
    assert filling(screen).standing.texts["about/prepared_by"] == "Sample"
    assert screen.view.foot.onward_button.text() == "آگے بڑھیں"


def test_another_offices_record_of_a_kind_without_review_is_only_read(net: Network, sit: Sit) -> None:
    (partnership,) = documents.documents(net.a, "partnership")
    screen = sit("a").open(Where("document", record=partnership.id))
    assert not filling(screen).editing
    assert screen.judging.panel is None


def test_a_record_that_is_not_here_leads_home(sit: Sit, qtbot: QtBot) -> None:
    seat = sit("a")
    screen = DocumentScreen(seat.office, Where("document", record="f" * 64))
    qtbot.addWidget(screen)
    screen.gone.connect(seat.gone.append)
    screen.refresh()
    seat.wait(lambda: bool(seat.gone))
    assert seat.faults


def test_what_comes_in_while_the_first_page_is_made_is_shown(net: Network, sit: Sit) -> None:
    seat = sit("a")
    name = filing.start(net.a, "monthly_report", net.home, {"about/period": "2026-10"}).id
    screen, saved = DocumentScreen(seat.office, Where("document", record=name)), list[object]()
    seat.screens.append(screen)
    seat.office.changed.connect(screen.refresh)
    # right behind the reading of the record, so that it comes in before its first page stands
    screen.refresh()
    seat.office.do(lambda desk: filing.answer(desk, name, {"progress/produced": "777"}), saved.append)
    seat.wait(lambda: screen.pager is not None and bool(saved))
    seat.wait(lambda: filling(screen).standing.texts.get("progress/produced") == "777")


def test_a_paper_that_comes_late_does_not_cover_the_page_on_which_one_types(
    net: Network, sit: Sit, qtbot: QtBot
) -> None:
    seat, screen = begin(net, sit)
    pager(screen).turn(len(filling(screen).pages))
    free, heard = Event(), list[object]()
    seat.office.ask(lambda _desk: free.wait(10), heard.append)
    screen.view.wanted.emit("preview")
    pager(screen).turn(2)
    screen.view.go_to("work/other")
    line = focused()
    qtbot.keyClicks(line, "Sam")
    free.set()
    seat.office.ask(lambda _desk: True, heard.append)
    seat.wait(lambda: len(heard) == 2)
    assert line.isVisible()
    qtbot.keyClicks(line, "ple")
    assert filling(screen).standing.texts["work/other"] == "Sample"
    pager(screen).turn(len(filling(screen).pages))
    screen.view.wanted.emit("preview")
    seat.wait(lambda: screen.view.shows_paper)
