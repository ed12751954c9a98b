"""The four screens with a desk on its own thread, as the window has them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network, open_at
from wopdesk.desk import documents, filing, starting, submitting
from wopdesk.desk.documents import Document
from wopdesk.ui.screens.partnership.joining import MemberDialog
from wopdesk.ui.screens.partnership.screen import PartnershipScreen
from wopdesk.ui.shell.places import build
from wopdesk.ui.shell.screen import Screen
from wopdesk.ui.shell.where import Where
from wopdesk.ui.shell.work import DeskThread
from wopdesk.ui.starting.dialogs import PartnershipDialog, StartDialog
from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.ui.widgets.words import Label

Open = Callable[[str, Where], Screen]


@pytest.fixture
def opening(net: Network, qtbot: QtBot) -> Iterator[Open]:
    """Opens a screen at an office, as the window does."""
    net.on("2026-11-04")
    threads: list[DeskThread] = []

    def opened(name: str, where: Where) -> Screen:
        net.close(name)
        office = DeskThread(lambda: open_at(net.folder / f"{name}.wopdesk", net.clock))
        threads.append(office)
        there: list[None] = []
        office.open(there.append, lambda told: pytest.fail(told.what))
        qtbot.waitUntil(lambda: bool(there))
        screen = build(office, where)
        screen.resize(1224, 824)
        qtbot.addWidget(screen)
        office.changed.connect(screen.refresh)
        screen.show()
        before = screen.heading
        screen.refresh()
        qtbot.waitUntil(lambda: screen.heading != before)
        return screen

    yield opened
    assert all(office.close() for office in threads)


def rows(screen: Screen) -> list[str]:
    """What the lines of the first screen say."""
    return [row.accessibleName() for row in screen.view.rows]  # type: ignore[attr-defined]


def answering(kind: type[QDialog], answer: Callable[[QDialog], None]) -> None:
    """Answer the dialog that will open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            answer(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def test_home_says_whose_it_is_and_what_is_overdue(opening: Open) -> None:
    screen = opening("a", Where("home"))
    heading = screen.heading
    assert (heading.title, heading.status, heading.tone) == ("WASA Faisalabad", "7 overdue", "bad")
    assert heading.subtitle == "What to do next · 4 November 2026"


def test_a_click_on_home_leads_to_the_report(opening: Open, qtbot: QtBot) -> None:
    screen = opening("a", Where("home"))
    with qtbot.waitSignal(screen.gone) as gone:
        screen.view.rows[0].click()  # type: ignore[attr-defined]
    (where,) = gone.args or []
    assert (where.kind, where.answers) == ("monthly_report", (("about/period", "2026-03"),))


def test_home_follows_the_desk_and_the_language(opening: Open, qtbot: QtBot, qapp: QApplication, net: Network) -> None:
    screen = opening("a", Where("home"))
    home = net.home
    answers = {"about/period": "2026-03", "progress/description": "Sample words"}
    screen.office.do(lambda desk: filing.start(desk, "monthly_report", home, answers))
    qtbot.waitUntil(lambda: rows(screen)[0].startswith("Finish: Monthly report, March 2026"))
    wear(qapp, Appearance("light", "ur"))
    qtbot.waitUntil(lambda: "مکمل کریں" in rows(screen)[0])


def test_what_waits_to_be_sent_is_told_when_it_was_counted(opening: Open, qtbot: QtBot, net: Network) -> None:
    net.meet(net.a, net.p)
    submitting.submit(net.a, net.report(net.a).id)
    screen = opening("a", Where("home"))
    qtbot.waitUntil(lambda: "One thing waits to be sent to PWON, Send" in rows(screen))


def test_a_document_is_begun_from_home(opening: Open, qtbot: QtBot) -> None:
    screen = opening("a", Where("home"))
    answering(StartDialog, lambda dialog: dialog.start.click())  # type: ignore[attr-defined]
    with qtbot.waitSignal(screen.gone) as gone:
        screen.view.new_document.click()  # type: ignore[attr-defined]
    (where,) = gone.args or []
    assert (where.kind, where.answers) == ("monthly_report", (("about/period", "2026-10"),))


def test_a_partnership_is_opened_from_the_list(opening: Open, qtbot: QtBot) -> None:
    screen = opening("p", Where("partnerships"))
    assert screen.heading.subtitle == "1 partnership"

    def answer(dialog: QDialog) -> None:
        dialog.line.setText("Less water lost")  # type: ignore[attr-defined]
        dialog.start.click()  # type: ignore[attr-defined]

    answering(PartnershipDialog, answer)
    with qtbot.waitSignal(screen.gone) as gone:
        screen.view.wanted.emit()  # type: ignore[attr-defined]
    (where,) = gone.args or []
    assert where.screen == "document"
    qtbot.waitUntil(lambda: screen.heading.subtitle == "2 partnerships")


def test_a_dialog_that_is_left_starts_nothing(opening: Open, qtbot: QtBot) -> None:
    screen = opening("p", Where("partnerships"))
    went: list[object] = []
    screen.gone.connect(went.append)
    screen.view.wanted.emit()  # type: ignore[attr-defined]
    dialog = screen.findChild(PartnershipDialog)
    assert dialog is not None
    dialog.line.setText("Less water lost")
    dialog.reject()
    done: list[int] = []
    screen.office.ask(lambda desk: len(documents.documents(desk, "partnership")), done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert (went, done) == ([], [1])


def test_a_partnership_has_its_partners_in_the_heading(opening: Open, net: Network) -> None:
    screen = opening("b", Where("partnership", space=net.home.id))
    assert screen.heading.title == "WASA Faisalabad with mentor WASA Lahore"
    assert screen.heading.subtitle == "WOP-PK-001 · 3.2.2 Work plan implementation"
    assert (screen.heading.status, screen.heading.tone) == ("7 overdue", "bad")


def test_where_all_take_part_nobody_is_added(opening: Open, qtbot: QtBot, net: Network) -> None:
    screen = opening("p", Where("partnership", space=net.home.id))
    with qtbot.waitSignal(screen.noticed) as told:
        screen.view.member_wanted.emit()  # type: ignore[attr-defined]
    (notice,) = told.args or []
    assert notice.text == "Every approved office takes part already."


def test_an_office_is_added_at_pwons_desk(opening: Open, qtbot: QtBot, net: Network) -> None:
    home = starting.start_partnership(net.p, "Less water lost").home
    screen = opening("p", Where("partnership", space=home.id))
    answering(MemberDialog, lambda dialog: dialog.add.click())  # type: ignore[attr-defined]
    with qtbot.waitSignal(screen.noticed) as told:
        screen.view.member_wanted.emit()  # type: ignore[attr-defined]
    (notice,) = told.args or []
    assert notice.text == "WASA Faisalabad takes part. Send, so that it knows."
    qtbot.waitUntil(lambda: len(screen.view.members.findChildren(Label)) > 4)  # type: ignore[attr-defined]


def named(net: Network) -> Document:
    """A partnership submitted at PWON's desk that names two offices, of which none takes part."""
    record = starting.start_partnership(net.p, "Less water lost")
    names = {"about/mentee": net.a.office, "about/mentor": net.b.office, "about/subjects": "nrw"}
    filing.answer(net.p, record.id, names)
    submitting.submit(net.p, record.id)
    return record


def test_offices_that_a_partnership_names_are_added_with_one_press_and_sent_to_next(
    opening: Open, qtbot: QtBot, net: Network
) -> None:
    record = named(net)
    home = opening("p", Where("home"))
    line = "Add WASA Faisalabad and WASA Lahore to their partnership, Add"
    qtbot.waitUntil(lambda: line in rows(home))
    screen = PartnershipScreen(home.office, Where("partnership", space=record.home.id))
    qtbot.addWidget(screen)
    home.office.changed.connect(screen.refresh)
    screen.resize(1224, 824)
    screen.show()
    screen.activateWindow()
    screen.refresh()
    panel = screen.view.awaited
    qtbot.waitUntil(lambda: panel.isVisible() and panel.adds)
    panel.add.setFocus()
    panel.add.click()
    qtbot.waitUntil(lambda: len(screen.view.members.findChildren(Label)) > 6)
    assert not panel.adds
    assert "WASA Faisalabad and WASA Lahore take part now." in texts(panel)
    assert panel.focusWidget() is panel.send
    with qtbot.waitSignal(screen.gone) as gone:
        panel.send.click()
    assert gone.args == [Where("exchange")]
    qtbot.waitUntil(lambda: line not in rows(home))


def texts(widget: QWidget) -> list[str]:
    """What stands in a part of the screen."""
    return [one.text() for one in widget.findChildren(Label)]


def test_documents_can_begin_with_one_kind(opening: Open) -> None:
    screen = opening("p", Where("reports", kind="work_plan"))
    assert screen.heading.subtitle == "2 documents"
    assert screen.view.kind.value == "work_plan"  # type: ignore[attr-defined]
    assert screen.view.table.rows.rowCount() == 1  # type: ignore[attr-defined]
