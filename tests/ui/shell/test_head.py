"""The head of a small window: where one is comes before who one is, and what is cut says so."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wopdesk.ui.i18n import Language
from wopdesk.ui.shell.head import Head
from wopdesk.ui.shell.screen import Heading
from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.ui.theme.tokens import LAYOUT
from wopdesk.ui.widgets.words import Elided, label

NAME = "Sample Siddiqua binte Muhammad Abdul Rehman Qureshi"
BELOW = "3.2.2 · WOP-PK-014 · Sample WASA Lahore with Sample WASA Multan: leak detection and pressure management"


def head_of(qtbot: QtBot, title: str) -> tuple[Head, Elided, Elided]:
    head = Head()
    qtbot.addWidget(head)
    head.show_heading(Heading(title, BELOW, "Returned", "warn"))
    head.show_person(f"{NAME}, Engineer")
    head.resize(896, LAYOUT.head)
    head.show()
    QApplication.processEvents()
    said = {one.text(): one for one in head.findChildren(Elided)}
    return head, said[title], said[BELOW]


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_long_name_leaves_room_for_the_title(qapp: QApplication, qtbot: QtBot, language: Language) -> None:
    wear(qapp, Appearance("light", language))
    head, title, _ = head_of(qtbot, "Monthly report · October 2026")
    assert title.seen == title.text()
    said = head.person.text().strip("\u2068\u2069")
    assert NAME.startswith(said.removesuffix("…"))
    assert said.endswith("…")
    assert head.person.width() >= head.person.sizeHint().width()
    assert NAME in head.person.toolTip()
    assert NAME in head.person.accessibleName()


def test_a_window_made_wider_shows_the_whole_name(qtbot: QtBot) -> None:
    head, _, _ = head_of(qtbot, "Monthly report · October 2026")
    head.resize(2400, LAYOUT.head)
    assert head.person.text() == NAME


@pytest.mark.parametrize("language", ["en", "ur"])
def test_what_has_no_room_is_cut_at_its_end_and_its_tip_says_all(
    qapp: QApplication, qtbot: QtBot, language: Language
) -> None:
    wear(qapp, Appearance("light", language))
    _, title, below = head_of(qtbot, "Monthly report · " + "October 2026 " * 6)
    for words in (title, below):
        assert words.seen.endswith("…")
        assert words.text().startswith(words.seen[:-1])
        assert words.toolTip() == words.text()
    assert below.seen.startswith("3.2.2 · WOP-PK-014")


def test_what_has_room_has_no_tip_and_looks_as_any_label(qtbot: QtBot) -> None:
    one, other = Elided(), label("WOP-PK-014")
    for words in (one, other):
        qtbot.addWidget(words)
        words.setText("WOP-PK-014")
        words.resize(other.sizeHint())
    assert one.toolTip() == ""
    assert one.grab().toImage() == other.grab().toImage()
