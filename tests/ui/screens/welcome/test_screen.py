"""Each way of beginning, through the real page with real files."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from wopdesk.desk import authority, passphrase, upkeep
from wopdesk.desk.desk import Desk, opened
from wopdesk.desk.faults import Told
from wopdesk.exchange.codes import short_code
from wopdesk.records.ids import Key
from wopdesk.ui.i18n import words
from wopdesk.ui.screens.welcome import kit_paper
from wopdesk.ui.screens.welcome.begin import Beginning
from wopdesk.ui.screens.welcome.drop import FileDrop
from wopdesk.ui.screens.welcome.how import HowLeaf
from wopdesk.ui.screens.welcome.kit import KitLeaf
from wopdesk.ui.screens.welcome.office import OfficeLeaf
from wopdesk.ui.screens.welcome.restore import RestoreLeaf
from wopdesk.ui.screens.welcome.screen import WelcomePage
from wopdesk.ui.screens.welcome.who import WhoLeaf
from wopdesk.ui.screens.welcome.whom import WhomLeaf
from wopdesk.ui.screens.welcome.working import SENTENCES
from wopdesk.ui.shell.background import Background

T = TypeVar("T")
Leaf = TypeVar("Leaf", bound=QWidget)


class Application(QObject):
    """What the welcome needs of the application: the real worker, and a note of the data file that was begun."""

    def __init__(self) -> None:
        super().__init__()
        self._background = Background(self)
        self.begun: list[Path] = []

    def begin(self, opening: Callable[[], Desk]) -> None:
        with closing(opening()) as desk:
            self.begun.append(desk.store.path)

    def begin_at(self, data_file: Path) -> None:
        self.begun.append(data_file)

    def begin_sample(self, data_file: Path) -> None:
        self.begun.append(data_file)

    def background(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[Told], None]) -> None:
        self._background.run(job, then, failed)


class Welcomed:
    """A person at the page."""

    def __init__(self, qtbot: QtBot, place: Path) -> None:
        self.qtbot, self.place, self.application = qtbot, place, Application()
        beginning: Beginning = self.application
        self.page = WelcomePage(beginning, place)
        qtbot.addWidget(self.page)
        self.page.resize(1366, 768)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    @property
    def step(self) -> str:
        return self.page.content.step

    def leaf(self, kind: type[Leaf]) -> Leaf:
        leaf = self.page.page.leaf
        assert isinstance(leaf, kind)
        return leaf

    def write(self, line: QLineEdit, text: str) -> None:
        line.clear()
        self.qtbot.keyClicks(line, text)

    def forward(self) -> None:
        self.qtbot.mouseClick(self.page.page.foot.forward, Qt.MouseButton.LeftButton)

    def until(self, step: str) -> None:
        self.qtbot.waitUntil(lambda: self.step == step, timeout=30_000)

    def to_how(self, role: str, office: str = "WASA Multan") -> HowLeaf:
        who = self.leaf(WhoLeaf)
        self.write(who.name.line, "Sample Engineer")
        self.forward()
        offices = self.leaf(OfficeLeaf)
        self.qtbot.mouseClick(offices.roles.buttons[role], Qt.MouseButton.LeftButton)
        if role != "facilitator":
            self.write(offices.office.line, office)
        self.forward()
        return self.leaf(HowLeaf)

    def begun(self) -> Path:
        self.qtbot.waitUntil(lambda: bool(self.application.begun), timeout=30_000)
        (file,) = self.application.begun
        return file


def drop(target: FileDrop, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    target.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))


@pytest.fixture
def welcomed(qtbot: QtBot, tmp_path: Path) -> Welcomed:
    return Welcomed(qtbot, tmp_path / "data" / "office.wopdesk")


def test_starting_alone(welcomed: Welcomed) -> None:
    how = welcomed.to_how("mentor")
    welcomed.qtbot.mouseClick(how.ways.buttons["alone"], Qt.MouseButton.LeftButton)
    welcomed.forward()
    welcomed.until("ready")
    welcomed.forward()
    with opened(welcomed.begun()) as desk:
        assert (desk.identity.name, desk.identity.role) == ("WASA Multan", "mentor")


def test_opening_the_invitation_after_a_slip_in_the_code(welcomed: Welcomed, net: Network) -> None:
    file = net.folder / "invitation.wopx"
    file.write_bytes(authority.invitation(net.p))
    how = welcomed.to_how("mentee")
    drop(how.file, file)
    welcomed.qtbot.waitUntil(lambda: welcomed.page.content.letter is not None)
    welcomed.write(how.code.line, "0000 0000 0000")
    welcomed.forward()
    welcomed.qtbot.waitUntil(lambda: welcomed.page.content.fault is not None)
    assert welcomed.step == "how"
    again = welcomed.leaf(HowLeaf)
    assert again.code.line.selectedText() == "0000 0000 0000"
    assert again.code.line.hasFocus()
    assert not welcomed.place.exists()
    welcomed.write(again.code.line, short_code(Key(net.p.identity.root)))
    welcomed.forward()
    welcomed.until("ready")
    welcomed.forward()
    with opened(welcomed.begun()) as desk:
        assert desk.identity.root == net.p.identity.root


def test_a_file_that_is_none_of_wopdesks_is_named_and_let_go(welcomed: Welcomed, tmp_path: Path) -> None:
    file = tmp_path / "electricity-bill.pdf"
    file.write_bytes(b"a sample photo")
    how = welcomed.to_how("mentee")
    drop(how.file, file)
    welcomed.qtbot.waitUntil(lambda: welcomed.page.content.fault is not None)
    assert welcomed.page.content.typed.invitation is None
    assert "is not an invitation" in refused(how, file)
    welcomed.forward()
    assert "is not an invitation" in refused(how, file)


def refused(how: HowLeaf, file: Path) -> str:
    """What is said of a file that was chosen and is none, where files are chosen."""
    (said,) = [one.text() for one in how.file.findChildren(QLabel) if file.name in one.text()]
    return said


def test_a_further_computer(welcomed: Welcomed, net: Network) -> None:
    (file,) = net.files(net.a, net.a)
    how = welcomed.to_how("mentee")
    welcomed.qtbot.mouseClick(how.ways.buttons["further"], Qt.MouseButton.LeftButton)
    drop(how.first, file)
    welcomed.forward()
    welcomed.until("ready")
    welcomed.forward()
    with opened(welcomed.begun()) as desk:
        assert desk.office == net.a.office


def test_founding_the_programme_ends_when_the_kit_was_tried(welcomed: Welcomed, tmp_path: Path) -> None:
    welcomed.to_how("facilitator")
    welcomed.forward()
    welcomed.until("kit")
    assert not welcomed.place.exists()
    kit, file = welcomed.leaf(KitLeaf), tmp_path / "pwon.recovery-kit"
    kit.typed.emit("kit", file)
    welcomed.qtbot.waitUntil(lambda: welcomed.page.content.typed.kit == file)
    kit.choice.buttons[0].click()
    welcomed.write(kit.last.line, "0000")
    welcomed.forward()
    welcomed.until("kit")
    welcomed.qtbot.waitUntil(lambda: welcomed.page.content.fault is not None)
    again = welcomed.leaf(KitLeaf).last.line
    assert again.selectedText() == "0000"
    assert again.hasFocus()
    assert welcomed.page.content.kit is not None
    welcomed.write(welcomed.leaf(KitLeaf).last.line, welcomed.page.content.kit.passphrase[-4:])
    welcomed.forward()
    welcomed.until("ready")
    welcomed.forward()
    with opened(welcomed.begun()) as desk:
        assert desk.is_facilitator
        assert not passphrase.is_awaited(desk)


def test_the_paper_is_put_off_only_where_the_passphrase_is_kept_and_is_remembered(
    welcomed: Welcomed, tmp_path: Path
) -> None:
    welcomed.to_how("facilitator")
    welcomed.forward()
    welcomed.until("kit")
    kit, forward = welcomed.leaf(KitLeaf), welcomed.page.page.foot.forward
    file, paper = tmp_path / "stick" / "pwon.recovery-kit", tmp_path / "safe" / "passphrase.pdf"
    for place in (file, paper):
        place.parent.mkdir()
    kit.typed.emit("kit", file)
    welcomed.qtbot.waitUntil(lambda: welcomed.page.content.typed.kit == file)
    kit.choice.buttons[1].click()
    assert not forward.isEnabled()
    kit.typed.emit("paper", paper)
    welcomed.qtbot.waitUntil(forward.isEnabled)
    welcomed.forward()
    welcomed.until("ready")
    welcomed.forward()
    with opened(welcomed.begun()) as desk:
        assert passphrase.is_awaited(desk)


def test_what_comes_before_the_kit_can_be_tried_stands_beside_the_button_and_nothing_moves_for_what_was_saved(
    welcomed: Welcomed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # on a stick a path is short
    welcomed.to_how("facilitator")
    welcomed.forward()
    welcomed.until("kit")
    kit, foot = welcomed.leaf(KitLeaf), welcomed.page.page.foot
    file, paper = Path("pwon.recovery-kit"), Path("safe", "passphrase.pdf")
    paper.parent.mkdir()

    def why() -> str:
        assert foot.forward.isEnabled() == (not foot.forward.accessibleDescription())
        return " ".join(one.text() for one in foot.findChildren(QLabel) if one.isVisible())

    assert "save the encrypted file" in why()
    QApplication.processEvents()
    before = kit.choice.mapTo(kit, QPoint())
    kit.typed.emit("kit", file)
    welcomed.qtbot.waitUntil(lambda: "on paper" in why())
    QApplication.processEvents()
    assert kit.choice.mapTo(kit, QPoint()) == before
    welcomed.write(kit.last.line, "wxy9")
    assert "on paper" in why()
    kit.choice.buttons[1].click()
    assert "as PDF" in why()
    kit.typed.emit("paper", paper)
    welcomed.qtbot.waitUntil(lambda: not why())
    kit.choice.buttons[0].click()
    assert not why()
    kit.last.line.selectAll()
    welcomed.qtbot.keyClick(kit.last.line, Qt.Key.Key_Delete)
    assert "last four" in why()


def test_a_passphrase_that_stands_on_paper_is_read_from_there(welcomed: Welcomed) -> None:
    welcomed.to_how("facilitator")
    welcomed.forward()
    welcomed.until("kit")
    kit, made = welcomed.leaf(KitLeaf), welcomed.page.content.kit
    assert made is not None

    def shown() -> bool:
        return any(made.passphrase in one.text() for one in kit.findChildren(QLabel) if one.isVisible())

    assert shown()
    kit.choice.buttons[0].click()
    assert not shown()
    kit.again.click()
    assert shown()
    assert not welcomed.page.page.foot.forward.isEnabled()


def test_the_passphrase_is_never_saved_beside_the_file(
    welcomed: Welcomed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[Path] = []
    chosen = [tmp_path / "stick" / "pwon.recovery-kit", tmp_path / "stick" / "paper.pdf", tmp_path / "safe" / "p.pdf"]
    for file in chosen:
        file.parent.mkdir(exist_ok=True)
    chosen[2].write_text("older")
    chosen[2].chmod(0o644)
    answers = iter(chosen)

    def ask(_parent: QWidget, _title: str, start: str, *_: str) -> tuple[str, str]:
        proposed.append(Path(start))
        return str(next(answers)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    welcomed.to_how("facilitator")
    welcomed.forward()
    welcomed.until("kit")
    kit, page = welcomed.leaf(KitLeaf), welcomed.page
    kit.save.click()
    welcomed.qtbot.waitUntil(lambda: page.content.typed.kit == chosen[0])
    kit.pdf.click()
    assert "paper" in page.content.problems
    kit.pdf.click()
    welcomed.qtbot.waitUntil(lambda: page.content.typed.paper == chosen[2])
    assert "paper" not in page.content.problems

    def seen() -> list[str]:
        return [line.text() for line in kit.findChildren(QLabel) if line.isVisible()]

    welcomed.qtbot.waitUntil(lambda: any(str(chosen[2]) in text for text in seen()))
    assert proposed[0].parent != proposed[1].parent
    assert not chosen[1].exists()
    assert QPdfDocument().load(str(chosen[2])) == QPdfDocument.Error.None_
    if os.name == "posix":
        assert [file.stat().st_mode & 0o777 for file in (chosen[0], chosen[2])] == [0o600, 0o600]


def test_a_founding_that_is_given_up_leaves_no_data_file(welcomed: Welcomed) -> None:
    welcomed.to_how("facilitator")
    welcomed.forward()
    welcomed.until("kit")
    welcomed.page.give_up()
    assert list(welcomed.place.parent.iterdir()) == []


@pytest.mark.usefixtures("qapp")
def test_the_passphrase_as_a_paper(tmp_path: Path) -> None:
    file = tmp_path / "passphrase.pdf"
    file.write_bytes(kit_paper.pdf("7K3M-Q0ZD-2PXA-9F4T-HV6C-M1RB"))
    paper = QPdfDocument()
    assert paper.load(str(file)) == QPdfDocument.Error.None_
    assert paper.pageCount() == 1
    letters = "".join(filter(str.isalnum, paper.getAllText(0).text()))
    assert "7K3MQ0ZD2PXA9F4THV6CM1RB" in letters


def test_the_keyboard_stays_on_the_sample_that_it_chose(welcomed: Welcomed) -> None:
    sample = welcomed.to_how("mentee").ways.buttons["sample"]
    sample.setFocus()
    welcomed.qtbot.keyClick(sample, Qt.Key.Key_Space)
    welcomed.qtbot.waitUntil(lambda: welcomed.page.content.typed.way == "sample")
    assert welcomed.leaf(HowLeaf).ways.buttons["sample"].hasFocus()


def test_a_sample_without_a_name(welcomed: Welcomed) -> None:
    welcomed.qtbot.mouseClick(welcomed.leaf(WhoLeaf).sample, Qt.MouseButton.LeftButton)
    welcomed.until("whom")
    told = welcomed.page.content.said
    assert len(told) == SENTENCES
    assert {phrase.text for phrase in told} <= words("ur").keys()
    welcomed.qtbot.mouseClick(welcomed.leaf(WhomLeaf).rows["mentor"], Qt.MouseButton.LeftButton)
    with opened(welcomed.begun()) as desk:
        assert desk.identity.name == "WASA Lahore"


def test_a_backup_comes_back(welcomed: Welcomed, net: Network) -> None:
    backup = upkeep.back_up(net.a)
    welcomed.qtbot.mouseClick(welcomed.leaf(WhoLeaf).restore, Qt.MouseButton.LeftButton)
    restore = welcomed.leaf(RestoreLeaf)
    drop(restore.file, backup)
    welcomed.qtbot.waitUntil(lambda: welcomed.page.content.backup is not None)
    restore.typed.emit("keys", net.a.store.path.with_name(net.a.store.path.name + ".keys"))
    welcomed.forward()
    with opened(welcomed.begun()) as desk:
        assert desk.identity.name == "WASA Faisalabad"
        assert desk.key().public == net.a.identity.key


def test_a_synchronised_folder_is_refused_and_another_place_helps(welcomed: Welcomed, tmp_path: Path) -> None:
    how = welcomed.to_how("mentee")
    welcomed.qtbot.mouseClick(how.ways.buttons["alone"], Qt.MouseButton.LeftButton)
    how.typed.emit("place", tmp_path / "Dropbox" / "office.wopdesk")
    welcomed.qtbot.waitUntil(lambda: welcomed.page.content.fault is not None)
    how.typed.emit("place", tmp_path / "here" / "office.wopdesk")
    welcomed.qtbot.waitUntil(lambda: welcomed.page.content.fault is None)
    welcomed.forward()
    welcomed.until("ready")
    assert (tmp_path / "here" / "office.wopdesk").exists()


def test_by_keyboard_alone(welcomed: Welcomed) -> None:
    bot, page = welcomed.qtbot, welcomed.page

    def press(*keys: Qt.Key) -> None:
        for key in keys:
            focused = page.focusWidget()
            assert focused is not None
            bot.keyClick(focused, key)
            QApplication.processEvents()  # as between two keys of a person: pages are laid out

    def type_there(text: str) -> None:
        focused = page.focusWidget()
        assert focused is not None
        bot.keyClicks(focused, text)

    type_there("Sample Engineer")
    press(Qt.Key.Key_Return)
    assert welcomed.step == "office"
    press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert page.content.typed.role == "mentor"
    press(Qt.Key.Key_Tab)
    type_there("WASA Multan")
    press(Qt.Key.Key_Return)
    assert welcomed.step == "how"
    press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert page.content.typed.way == "alone"
    press(Qt.Key.Key_Return)
    welcomed.until("ready")
    press(Qt.Key.Key_Return)
    assert welcomed.begun() == welcomed.place


def test_enter_takes_a_choice_and_then_goes_on_or_says_what_is_missing(welcomed: Welcomed) -> None:
    welcomed.write(welcomed.leaf(WhoLeaf).name.line, "Sample Engineer")
    welcomed.forward()
    offices = welcomed.leaf(OfficeLeaf)
    assert isinstance(offices, OfficeLeaf)
    chosen = offices.roles.buttons["mentee"]
    assert chosen.hasFocus()
    assert not chosen.isChecked()
    welcomed.qtbot.keyClick(chosen, Qt.Key.Key_Return)
    assert chosen.isChecked()
    assert (welcomed.step, welcomed.page.content.typed.role) == ("office", "mentee")
    welcomed.qtbot.keyClick(chosen, Qt.Key.Key_Return)
    assert (welcomed.step, list(welcomed.page.content.problems)) == ("office", ["office"])


def test_the_keyboard_goes_to_what_is_missing(welcomed: Welcomed) -> None:
    welcomed.forward()
    assert welcomed.leaf(WhoLeaf).name.line.hasFocus()
    welcomed.write(welcomed.leaf(WhoLeaf).name.line, "Sample Engineer")
    welcomed.forward()
    offices = welcomed.leaf(OfficeLeaf)
    offices.city.line.setFocus()
    welcomed.forward()
    assert offices.roles.buttons["mentee"].hasFocus()
    welcomed.qtbot.mouseClick(offices.roles.buttons["mentor"], Qt.MouseButton.LeftButton)
    welcomed.forward()
    assert offices.office.line.hasFocus()
    welcomed.write(offices.office.line, "WASA Multan")
    welcomed.forward()
    how = welcomed.leaf(HowLeaf)
    welcomed.forward()
    assert how.file.choose.hasFocus()
    assert (welcomed.step, list(welcomed.page.content.problems)) == ("how", ["invitation"])


def test_language_and_theme_are_asked_of_the_application(welcomed: Welcomed) -> None:
    top = welcomed.page.page.top
    told: list[str] = []
    welcomed.page.language_chosen.connect(told.append)
    welcomed.page.theme_chosen.connect(told.append)
    welcomed.qtbot.mouseClick(top.languages.buttons[1], Qt.MouseButton.LeftButton)
    welcomed.qtbot.mouseClick(top.theme, Qt.MouseButton.LeftButton)
    assert told == ["ur", "dark"]
