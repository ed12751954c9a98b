"""PWON's computer is gone: its recovery kit brings PWON back, through the real page with real files."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.screens.welcome.test_screen import Welcomed, drop
from wopdesk.desk import authority, people, recovering, upkeep
from wopdesk.desk.desk import opened
from wopdesk.desk.welcome import NewOffice, set_up
from wopdesk.ui.screens.welcome.recover import RecoverLeaf
from wopdesk.ui.screens.welcome.recovery import STOLEN
from wopdesk.ui.screens.welcome.who import WhoLeaf


class Lost(NamedTuple):
    """What is left of PWON: the kit's file, its passphrase, an invitation, and a backup."""

    kit: Path
    passphrase: str
    invitation: Path
    backup: Path
    office: str


@pytest.fixture
def welcomed(qtbot: QtBot, tmp_path: Path) -> Welcomed:
    return Welcomed(qtbot, tmp_path / "data" / "office.wopdesk")


@pytest.fixture
def lost(tmp_path: Path) -> Lost:
    """PWON's computer is gone."""
    folder = tmp_path / "lost"
    founded = set_up(folder / "pwon.wopdesk", NewOffice("facilitator", "PWON", "Sample Coordinator"))
    kit, invitation = tmp_path / "pwon.recovery-kit", tmp_path / "invitation.wopx"
    with closing(founded.desk) as desk:
        assert founded.kit is not None
        kit.write_bytes(founded.kit.file)
        invitation.write_bytes(authority.invitation(desk))
        return Lost(kit, founded.kit.passphrase, invitation, upkeep.back_up(desk, tmp_path), desk.office)


def recovering_from(welcomed: Welcomed, lost: Lost, left: Path, passphrase: str) -> None:
    """Give all that the page asks for, and go on."""
    welcomed.qtbot.mouseClick(welcomed.leaf(WhoLeaf).recover, Qt.MouseButton.LeftButton)
    page = welcomed.leaf(RecoverLeaf)
    drop(page.kit, lost.kit)
    drop(page.left, left)
    welcomed.write(page.passphrase.line, passphrase)
    welcomed.write(page.name.line, "Sample Coordinator")
    page.loss.buttons[1].click()
    welcomed.forward()


@pytest.mark.parametrize("with_backup", [True, False])
def test_pwon_begins_again_with_its_kit(welcomed: Welcomed, lost: Lost, *, with_backup: bool) -> None:
    left = lost.backup if with_backup else lost.invitation
    recovering_from(welcomed, lost, left, lost.passphrase.lower().replace("-", " "))
    welcomed.until("ready")
    welcomed.forward()
    with opened(welcomed.begun()) as desk:
        assert desk.office == lost.office
        assert authority.authority_key(desk).public in desk.standing.authorities
        assert recovering.is_theft_open(desk) is not with_backup
        assert people.working(desk) == "Sample Coordinator"


def test_another_passphrase_comes_back_to_its_line_and_leaves_no_data_file(welcomed: Welcomed, lost: Lost) -> None:
    recovering_from(welcomed, lost, lost.backup, "0000 0000")
    welcomed.qtbot.waitUntil(lambda: welcomed.page.content.fault is not None, timeout=30_000)
    line = welcomed.leaf(RecoverLeaf).passphrase.line
    assert (line.hasFocus(), line.selectedText()) == (True, "0000 0000")
    assert not list(welcomed.place.parent.iterdir())


def test_a_file_that_is_no_kit_is_told_where_it_was_chosen(welcomed: Welcomed, lost: Lost) -> None:
    welcomed.qtbot.mouseClick(welcomed.leaf(WhoLeaf).recover, Qt.MouseButton.LeftButton)
    drop(welcomed.leaf(RecoverLeaf).kit, lost.invitation)
    welcomed.qtbot.waitUntil(lambda: "kit" in welcomed.page.content.problems)
    drop(welcomed.leaf(RecoverLeaf).kit, lost.kit)
    welcomed.qtbot.waitUntil(lambda: welcomed.page.content.fault is None)
    assert welcomed.page.content.typed.kit == lost.kit


def test_a_computer_of_which_nobody_knows_where_it_is_counts_as_stolen(welcomed: Welcomed) -> None:
    welcomed.qtbot.mouseClick(welcomed.leaf(WhoLeaf).recover, Qt.MouseButton.LeftButton)
    page = welcomed.leaf(RecoverLeaf)
    (lost,) = [button for button in page.loss.buttons if "Lost" in button.text()]
    lost.click()
    assert welcomed.page.content.typed.loss == STOLEN
