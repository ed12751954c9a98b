"""The screen of offices with a desk on its own thread."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network, join
from tests.ui.screens.running import running
from wopdesk.exchange.codes import short_code
from wopdesk.records.ids import Key
from wopdesk.ui.screens.offices import presenter
from wopdesk.ui.screens.offices.codes import CodeSign
from wopdesk.ui.screens.offices.screen import OfficesScreen
from wopdesk.ui.screens.settings.screen import SettingsScreen
from wopdesk.ui.shell.screen import Notice
from wopdesk.ui.shell.where import Where


@pytest.fixture
def key(net: Network) -> str:
    """Of an office that has written to PWON."""
    stranger = net.new("d", "mentee", "WASA Multan")
    join(net, stranger)
    return stranger.identity.key


@pytest.fixture
def screen(net: Network, key: str, qtbot: QtBot) -> Iterator[OfficesScreen]:
    assert key
    with running(net, "p", qtbot) as office:
        shown = OfficesScreen(office, Where("offices"))
        qtbot.addWidget(shown)
        office.changed.connect(shown.refresh)
        shown.resize(1224, 824)
        shown.show()
        shown.refresh()
        qtbot.waitUntil(lambda: bool(shown.view.requests))
        yield shown


def test_a_wrong_code_is_told_and_the_right_one_approves(
    net: Network, key: str, screen: OfficesScreen, qtbot: QtBot
) -> None:
    told: list[Notice] = []
    screen.noticed.connect(told.append)
    part = screen.view.requests[key]
    part.roles.buttons[0].click()
    qtbot.keyClicks(part.field, short_code(net.a.identity.key))
    qtbot.keyClick(part.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part.field.property("state") == "problem")
    assert not told
    part.field.setFocus()
    part.field.selectAll()
    qtbot.keyClicks(part.field, short_code(net.desk("d").identity.key).replace("-", " "))
    qtbot.keyClick(part.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not screen.view.requests)
    assert "WASA Multan is approved as Mentee" in told[0].text
    assert screen.focusWidget() is screen.view.table
    assert screen.view.detail is not None
    assert screen.view.detail.known.name == "WASA Multan"


def test_what_is_typed_for_one_stays_when_another_is_approved(
    net: Network, key: str, screen: OfficesScreen, qtbot: QtBot
) -> None:
    other = net.new("e", "mentor", "WASA Quetta")
    join(net, other)
    code, own = short_code(other.identity.key), screen.view.requests[key]
    own.field.setText("7K3M")
    screen.office.do(lambda _desk: None)
    qtbot.waitUntil(lambda: len(screen.view.requests) > 1)
    part = screen.view.requests[other.identity.key]
    part.roles.buttons[1].click()
    part.field.setFocus()
    part.field.setText(code)
    part.approve.click()
    qtbot.waitUntil(lambda: len(screen.view.requests) == 1)
    assert screen.view.requests[key] is own
    assert own.field.text() == "7K3M"
    assert screen.focusWidget() is own.field


def test_whoever_comes_to_approve_one_office_types_its_code_and_no_other(net: Network, key: str, qtbot: QtBot) -> None:
    other = net.new("e", "mentor", "WASA Quetta")
    join(net, other)
    first, wanted = (one.key for one in presenter.content(net.p).asking)
    assert {first, wanted} == {key, other.identity.key}
    with running(net, "p", qtbot) as office:
        shown = OfficesScreen(office, Where("offices", path=wanted))
        qtbot.addWidget(shown)
        shown.resize(1224, 400)
        shown.show()
        shown.refresh()
        qtbot.waitUntil(lambda: len(shown.view.requests) == 2)
        part, viewport = shown.view.requests[wanted], shown.view.viewport()
        assert shown.focusWidget() is part.field
        qtbot.waitUntil(lambda: viewport.rect().contains(part.field.mapTo(viewport, part.field.rect().center())))
        shown.view.requests[first].field.setFocus()
        shown.refresh()
        office.ask(lambda _desk: None, lambda _none: shown.setObjectName("asked"))
        qtbot.waitUntil(lambda: shown.objectName() == "asked")
        assert shown.focusWidget() is shown.view.requests[first].field


def test_an_invitation_is_saved_and_its_code_shown_but_not_in_the_message(
    net: Network, screen: OfficesScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    chosen: list[Path | None] = [None, tmp_path / "invitation.wopx"]
    screen.choose_file = lambda: chosen.pop(0)
    screen.view.invite.save.click()
    assert screen.view.invite.copy.isHidden()
    screen.view.invite.save.click()
    qtbot.waitUntil(lambda: not screen.view.invite.copy.isHidden())
    assert (tmp_path / "invitation.wopx").is_file()
    screen.view.invite.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "invitation" in text
    assert short_code(net.a.identity.root) not in text  # type: ignore[arg-type]  # it joined


def test_the_code_of_an_invitation_can_be_seen_again_after_the_program_ended(
    net: Network, screen: OfficesScreen
) -> None:
    invite, code = screen.view.invite, short_code(Key(net.p.identity.root))
    assert code not in [one.accessibleName() for one in invite.findChildren(CodeSign) if one.isVisible()]
    invite.again.click()
    (sign,) = [one for one in invite.findChildren(CodeSign) if one.isVisible()]
    assert sign.accessibleName() == f"Code: {' '.join(code.replace('-', ''))}"


def test_from_what_is_said_of_the_recovery_kit_one_comes_to_trying_it(
    net: Network, screen: OfficesScreen, qtbot: QtBot
) -> None:
    gone: list[Where] = []
    screen.gone.connect(gone.append)
    screen.view.kit.attempt.click()
    settings = SettingsScreen(screen.office, gone[0])
    qtbot.addWidget(settings)
    settings.resize(1224, 824)
    settings.show()
    settings.refresh()
    assert net.p.is_facilitator
    qtbot.waitUntil(settings.view.office.kit.isVisible)


def test_an_office_takes_part_no_more(net: Network, screen: OfficesScreen, qtbot: QtBot) -> None:
    told: list[Notice] = []
    screen.noticed.connect(told.append)
    detail = screen.view.detail
    assert detail is not None
    detail.leaving[net.home.id].click()
    assert detail.confirm is not None
    detail.confirm.yes.click()
    qtbot.waitUntil(lambda: bool(told))
    assert "takes part there no more" in told[0].text
