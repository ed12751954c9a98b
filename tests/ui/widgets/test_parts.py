from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery import SIZES, show
from tests.ui.gallery_content import PLACES, series, stages
from wopdesk.ui.i18n import Language, tr
from wopdesk.ui.shell.head import Head
from wopdesk.ui.theme.appearance import Appearance, colour, wear
from wopdesk.ui.theme.tokens import LAYOUT
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.chart import LineChart
from wopdesk.ui.widgets.combo import Combo
from wopdesk.ui.widgets.confirm import Confirm
from wopdesk.ui.widgets.empty import Empty
from wopdesk.ui.widgets.fault import Fault, FaultPanel
from wopdesk.ui.widgets.navigation import Navigation
from wopdesk.ui.widgets.page import Page
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.progress import Progress
from wopdesk.ui.widgets.row import Row
from wopdesk.ui.widgets.row_paint import Saying
from wopdesk.ui.widgets.segments import Segments
from wopdesk.ui.widgets.stages import Stage, Stages
from wopdesk.ui.widgets.table import Table
from wopdesk.ui.widgets.toast import Toast


@pytest.mark.parametrize("window", SIZES)
@pytest.mark.parametrize("language", ["en", "ur"])
def test_whatever_takes_the_keyboard_has_a_name(
    qapp: QApplication, qtbot: QtBot, window: str, language: Language
) -> None:
    wear(qapp, Appearance("light", language))
    shown = show(window, 1440, 900)
    qtbot.addWidget(shown)
    unnamed = []
    for widget in shown.findChildren(QWidget):
        held = QAccessible.queryAccessibleInterface(widget)
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        if takes and not held.text(QAccessible.Text.Name) and not widget.objectName().startswith("qt_"):
            unnamed.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert not [name for name in unnamed if not name.startswith("QScrollArea")]


@pytest.mark.parametrize("window", SIZES)
def test_tab_goes_round_through_everything_that_takes_the_keyboard(qtbot: QtBot, window: str) -> None:
    shown = show(window, 1440, 900)
    qtbot.addWidget(shown)
    takers = [
        widget
        for widget in shown.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
    ]
    reached = set()
    for _ in range(2 * len(takers)):
        shown.focusNextChild()
        reached.add(shown.focusWidget())
    alone = [widget for widget in takers if widget not in reached and not widget.focusProxy()]
    assert not [
        widget for widget in alone if type(widget).__name__ not in {"QScrollArea", "QRadioButton", "QToolButton"}
    ]


def test_a_button_says_its_text_in_the_language_spoken(qapp: QApplication, qtbot: QtBot) -> None:
    button, sign = Button("Back"), Button("Search", "icon", "search")
    qtbot.addWidget(button)
    qtbot.addWidget(sign)
    assert (button.text(), sign.text(), sign.accessibleName(), sign.toolTip()) == ("Back", "", "Search", "Search")
    wear(qapp, Appearance("dark", "ur"))
    QApplication.processEvents()
    assert (button.text(), sign.accessibleName()) == ("پیچھے", "تلاش")


def test_segments_are_taken_by_arrows_and_taken_back_with_delete(qtbot: QtBot) -> None:
    segments = Segments((("yes", "Yes"), ("no", "No")))
    qtbot.addWidget(segments)
    segments.name("Agreed?")
    told: list[str] = []
    segments.changed.connect(told.append)
    with qtbot.waitActive(segments):
        segments.show()
        segments.activateWindow()
    first, second = segments.buttons
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.keyClick(second, Qt.Key.Key_Delete)
    assert told == ["yes", "no", ""]
    assert second.accessibleName() == "Agreed?: No"
    assert not second.isChecked()


def test_a_combo_keeps_showing_what_is_not_offered_any_more(qtbot: QtBot) -> None:
    combo = Combo()
    qtbot.addWidget(combo)
    combo.offer((("a", "One"), ("b", "Two")), "old")
    assert (combo.value, combo.currentText()) == ("old", "old – not in the list")
    combo.offer((("a", "One"), ("b", "Two")), "b")
    with qtbot.waitSignal(combo.taken) as told:
        qtbot.keyClick(combo, Qt.Key.Key_Up)
    assert told.args == ["a"]


def test_stages_say_how_they_stand_and_open(qtbot: QtBot) -> None:
    made = Stages(stages(), 1)
    qtbot.addWidget(made)
    made.show()
    assert made.buttons[1].accessibleName() == "Pilot progress data, open now"
    assert made.buttons[2].accessibleName() == "Activities, 2 to fix"
    made.buttons[1].setFocus()
    qtbot.keyClick(made.buttons[1], Qt.Key.Key_Down)
    with qtbot.waitSignal(made.opened) as told:
        qtbot.keyClick(made.buttons[2], Qt.Key.Key_Space)
    assert told.args == [2]
    made.set_stages(stages()[:3], 0)
    assert [button.isHidden() for button in made.buttons] == [False] * 3 + [True] * 5


def test_the_navigation_goes_where_it_says(qtbot: QtBot) -> None:
    made = Navigation(PLACES)
    qtbot.addWidget(made)
    made.set_narrow(narrow=True)
    made.show()
    assert (made.buttons["plan"].accessibleName(), made.buttons["plan"].toolTip()) == ("Work plan", "")
    with qtbot.waitSignal(made.gone) as told:
        qtbot.keyClick(made.buttons["plan"], Qt.Key.Key_Space)
    assert told.args == ["plan"]


def test_places_are_buttons_of_which_one_is_open_now(qtbot: QtBot) -> None:
    """What can be checked reads as a check box, which no place is."""
    made = Navigation(PLACES)
    qtbot.addWidget(made)
    for key in ("plan", "home", "plan"):
        made.go(key)
        told = {name: QAccessible.queryAccessibleInterface(button) for name, button in made.buttons.items()}
        assert {one.role() for one in told.values()} == {QAccessible.Role.Button}
        assert [name for name, one in told.items() if one.text(QAccessible.Text.Description) == "open now"] == [key]


def test_a_chart_tells_its_values_and_shows_the_one_pointed_at(qtbot: QtBot) -> None:
    chart = LineChart("Non-revenue water", series())
    qtbot.addWidget(chart)
    chart.resize(320, 180)
    chart.show()
    assert "Oct 31.4%" in chart.accessibleDescription()
    assert "May no figure" in chart.accessibleDescription()
    before = chart.grab().toImage()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    by_key = chart.grab().toImage()
    assert by_key != before
    place = QPointF(300, 90)
    move, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    QApplication.sendEvent(chart, QMouseEvent(move, place, place, none, none, Qt.KeyboardModifier.NoModifier))
    assert chart.grab().toImage() == before


def test_a_fault_says_what_happened_what_is_safe_and_what_is_next(qtbot: QtBot) -> None:
    panel = FaultPanel(Fault("It broke.", "All is safe.", "Do it again."), "Try again")
    qtbot.addWidget(panel)
    said = [words.text() for words in panel.findChildren(QLabel)]
    assert said == ["It broke.", "What is safe", "All is safe.", "What to do next", "Do it again."]
    assert (panel.accessibleName(), panel.accessibleDescription()) == ("It broke.", "All is safe. Do it again.")
    with qtbot.waitSignal(panel.acted):
        qtbot.mouseClick(panel.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)


def test_an_empty_place_offers_one_thing_to_do(qtbot: QtBot) -> None:
    place = Empty("No partnership yet", "Partnerships you take part in will be here.", "Open an invitation")
    qtbot.addWidget(place)
    (button,) = place.findChildren(QPushButton)
    with qtbot.waitSignal(place.acted):
        qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_toast_leaves_the_side_free_where_lines_begin(qtbot: QtBot, way: Qt.LayoutDirection) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayoutDirection(way)
    window.resize(1200, 700)
    window.show()
    toast = Toast(window)
    toast.tell("The row was removed.")
    before, after = toast.x(), window.width() - toast.x() - toast.width()
    if way == Qt.LayoutDirection.RightToLeft:
        before, after = after, before
    assert before > after > 0
    toast.tell("The row was removed.", at_start=True)
    before, after = toast.x(), window.width() - toast.x() - toast.width()
    if way == Qt.LayoutDirection.RightToLeft:
        before, after = after, before
    assert after > before > LAYOUT.navigation_in(window.width())


def test_a_toast_goes_by_itself_unless_somebody_is_at_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    toast = Toast(window)
    toast.tell("The row was removed.", undo=True)
    assert toast.isVisible()
    assert toast.clock.isActive()
    toast.undo.setFocus()
    toast.clock.timeout.emit()
    assert toast.isVisible()
    with qtbot.waitSignal(toast.undone):
        qtbot.keyClick(toast.undo, Qt.Key.Key_Space)
    assert not toast.isVisible()
    toast.tell("The row was removed.")
    assert not toast.undo.isVisible()
    toast.clock.timeout.emit()
    assert not toast.isVisible()


def test_a_toast_stays_in_its_window_and_escape_closes_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 900)
    toast = Toast(window)
    toast.tell("The row was removed.", undo=True)
    window.resize(320, 200)
    window.show()
    QApplication.processEvents()
    assert window.rect().contains(toast.geometry())
    window.resize(400, 160)
    QApplication.processEvents()
    assert window.rect().contains(toast.geometry())
    qtbot.keyClick(toast.undo, Qt.Key.Key_Escape)
    assert not toast.isVisible()


def test_long_work_can_be_stopped_once(qtbot: QtBot) -> None:
    progress = Progress("Reading the file …")
    qtbot.addWidget(progress)
    progress.advance(30, 60)
    assert (progress.bar.value(), progress.bar.maximum(), progress.bar.accessibleName()) == (
        30,
        60,
        "Reading the file …",
    )
    stopped: list[bool] = []
    progress.cancelled.connect(lambda: stopped.append(True))
    qtbot.mouseClick(progress.cancel, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(progress.cancel, Qt.MouseButton.LeftButton)
    assert stopped == [True]


def test_a_pill_can_change_its_tone(qtbot: QtBot) -> None:
    pill = Pill("Draft")
    qtbot.addWidget(pill)
    before = pill.grab().toImage()
    pill.set_tone("good")
    assert pill.grab().toImage() != before


def test_a_double_click_confirms_once(qtbot: QtBot) -> None:
    question = Confirm("Erase the office's data from this laptop?", "It cannot be taken back.", "Erase and return")
    qtbot.addWidget(question)
    question.show()
    told: list[None] = []
    question.confirmed.connect(lambda: told.append(None))
    qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(question.yes, Qt.MouseButton.LeftButton)
    assert told == [None]


@pytest.mark.parametrize("make", [lambda: Button("Continue"), lambda: Row("eye", Saying("Review"))])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_what_has_the_keyboard_is_pressed_with_enter_and_the_space_bar(
    qtbot: QtBot, make: Callable[[], QAbstractButton], key: Qt.Key
) -> None:
    button = make()
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_button_that_says_a_name_says_it_in_every_language(qapp: QApplication, qtbot: QtBot) -> None:
    wear(qapp, Appearance("light", "en"))
    head = Head()
    qtbot.addWidget(head)
    head.show()
    head.show_person("Sample Engineer")
    wear(qapp, Appearance("light", "ur"))
    qapp.processEvents()
    assert head.person.text() == "Sample Engineer"
    assert head.person.toolTip() != "Who is working?"


def test_a_page_title_of_the_list_is_broken_into_lines_before_it_is_cut(qtbot: QtBot) -> None:
    titles = ("About", "3. Action taken on the advice of the mentor", "Long " * 30)
    stages = Stages([Stage(title.strip()) for title in titles])
    qtbot.addWidget(stages)
    stages.show()
    short, broken, cut = stages.buttons
    assert short.height() < broken.height() <= cut.height()
    assert (short.toolTip(), broken.toolTip()) == ("", "")
    assert cut.toolTip()


@pytest.mark.parametrize("chosen", ["", "yes"])
def test_the_keyboard_on_a_choice_does_not_look_as_if_it_were_chosen(qtbot: QtBot, chosen: str) -> None:
    segments = Segments((("yes", "Yes, they all agree"), ("no", "No")))
    segments.set_value(chosen)
    qtbot.addWidget(segments)
    with qtbot.waitActive(segments):
        segments.show()
        segments.activateWindow()
    button = segments.buttons[0]
    button.setFocus()
    image = segments.grab().toImage()
    inner = range(button.x() + 12, button.geometry().right() - 12)
    ring = {image.pixelColor(x, button.y() + 1) == colour("focus") for x in inner}
    assert ring == ({True} if chosen else {True, False})  # gaps where nothing is chosen


def test_choices_stand_below_each_other_where_they_cannot_be_read_side_by_side(qtbot: QtBot) -> None:
    segments = Segments((("yes", "Yes"), ("no", "No"), ("no_faces", "Nobody can be recognised")))
    qtbot.addWidget(segments)
    segments.show()
    wide = segments.breadth
    for room, is_upright in ((wide, False), (wide - 1, True), (wide + 50, False)):
        segments.fit(room)
        segments.resize(segments.sizeHint())
        QApplication.processEvents()
        first, *_, last = segments.buttons
        assert (last.y() > first.y()) is is_upright
        assert all(button.width() >= button.sizeHint().width() for button in segments.buttons)


def test_a_toast_has_room_for_its_words_after_a_switch_of_language(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 400)
    window.show()
    toast = Toast(window)
    toast.tell("{said}", undo=True, said="Settled: Sample Engineer, Deputy Director")
    before = toast.width()
    wear(qapp, Appearance("light", "ur"))
    qtbot.waitUntil(lambda: toast.width() >= toast.sizeHint().width() != before)


@pytest.mark.parametrize("make", [lambda: Page("Home"), lambda: Table("Documents", ())], ids=["page", "table"])
def test_what_is_read_aloud_follows_the_language(qapp: QApplication, qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    wear(qapp, Appearance("light", "en"))
    shown = make()
    qtbot.addWidget(shown)
    english = shown.accessibleName()
    wear(qapp, Appearance("light", "ur"))
    QApplication.processEvents()
    assert shown.accessibleName() == tr(english) != english
