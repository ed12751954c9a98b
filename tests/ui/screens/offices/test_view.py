from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.screens.exchange.scaled import at_125_percent
from tests.ui.screens.offices.pictures import asking, content, make
from tests.ui.screens.pictures import LOOKS, Look, picture, shown
from tests.ui.test_gallery import compare
from wopdesk.ui.screens.offices.codes import CodeSign
from wopdesk.ui.screens.offices.content import Asking, Invited
from wopdesk.ui.screens.offices.request import RequestPart
from wopdesk.ui.screens.offices.view import OfficesView
from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.ui.widgets.fault import FaultPanel

STATES = ("waiting", "mismatch", "cutting", "mentee", "recovered")


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("state", STATES)
def test_it_looks_as_it_was_agreed(qtbot: QtBot, state: str, look: Look, tmp_path: Path) -> None:
    picture(qtbot, lambda: make(state), f"offices-{state}", look, tmp_path)


def test_it_is_crisp_at_125_percent(tmp_path: Path) -> None:
    taken = at_125_percent("tests.ui.screens.offices.pictures", "waiting", tmp_path / "large.png")
    compare(taken, "offices-waiting-125-percent", tmp_path)


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name(qtbot: QtBot, qapp: QApplication, state: str, language: str) -> None:
    wear(qapp, Appearance("light", "ur" if language == "ur" else "en"))
    view = opened(qtbot, state)
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    controls = [one for kind in kinds for one in view.findChildren(kind) if one.isVisibleTo(view)]
    assert controls or state == "mentee"
    assert not [type(one) for one in controls if not one.accessibleName() and one.objectName() != "qt_spinbox_lineedit"]


def opened(qtbot: QtBot, state: str) -> OfficesView:
    view = make(state)
    qtbot.addWidget(view)
    shown(view, (1224, 824))
    return view


def test_a_code_is_typed_and_decides_with_the_role(qtbot: QtBot) -> None:
    view = opened(qtbot, "waiting")
    part = view.requests["k9"]
    assert not part.approve.isEnabled()
    qtbot.keyClicks(part.field, "7k3mq0zd2pxa")
    assert not part.approve.isEnabled(), "no role was chosen"
    with qtbot.assertNotEmitted(view.decided):
        qtbot.keyClick(part.field, Qt.Key.Key_Return)
    part.roles.buttons[1].click()
    with qtbot.waitSignal(view.decided) as decided:
        part.approve.click()
    assert decided.args == ["k9", "7K3M-Q0ZD-2PXA", "mentor"]


@pytest.mark.parametrize("role", ["mentee", "mentor", "supporting"])
def test_a_role_that_the_office_says_is_chosen_already(qtbot: QtBot, role: str) -> None:
    part = RequestPart(replace(asking(), role=role))
    qtbot.addWidget(part)
    qtbot.keyClicks(part.field, "7k3mq0zd2pxa")
    with qtbot.waitSignal(part.decided) as decided:
        part.approve.click()
    assert decided.args == ["k9", "7K3M-Q0ZD-2PXA", role]


def test_half_a_code_decides_nothing(qtbot: QtBot) -> None:
    view = opened(qtbot, "waiting")
    part = view.requests["k9"]
    qtbot.keyClicks(part.field, "7k3m")
    with qtbot.assertNotEmitted(view.decided):
        qtbot.keyClick(part.field, Qt.Key.Key_Return)


def test_what_is_typed_stays_when_something_else_changes(qtbot: QtBot) -> None:
    view = opened(qtbot, "waiting")
    part = view.requests["k9"]
    qtbot.keyClicks(part.field, "7k3m")
    view.show_content(replace(content(asking()), own_code="1111-1111-1111"))
    assert view.requests["k9"] is part
    assert part.field.code == "7K3M"


@pytest.mark.parametrize(
    "one",
    [
        replace(asking(), known_as="WASA Faisalabad"),
        replace(asking(), own=True, ready=False),
        replace(asking(), may_decide=False),
    ],
    ids=["another's place", "has not signed", "PWON decides"],
)
def test_where_nothing_is_to_be_decided_there_is_no_field(qtbot: QtBot, one: Asking) -> None:
    part = RequestPart(one)
    qtbot.addWidget(part)
    assert part.field.parent() is None
    assert part.approve.parent() is None


def test_requests_are_said_again_in_another_language(qtbot: QtBot, qapp: QApplication) -> None:
    view = opened(qtbot, "waiting")
    wear(qapp, Appearance("light", "ur"))
    qapp.processEvents()
    assert "ملائیں" in view.requests["k9"].approve.text()
    assert view.requests["k9"].roles.buttons[0].text() != "Mentee"


def test_what_is_typed_stays_in_another_language_and_when_they_are_heard_of_again(
    qtbot: QtBot, qapp: QApplication
) -> None:
    view = opened(qtbot, "waiting")
    (key, part) = next((key, part) for key, part in view.requests.items() if part.field.isVisibleTo(view))
    part.field.setText("ABCD-EFGH")
    part.roles.set_value("mentor")
    shown = view._content  # noqa: SLF001  # what it was given
    assert shown is not None
    later = tuple(replace(one, heard=one.heard + timedelta(hours=1)) for one in shown.asking)
    view.show_content(replace(shown, asking=later))
    assert view.requests[key] is part
    wear(qapp, Appearance("light", "ur"))
    qapp.processEvents()
    assert view.requests[key] is not part
    assert view.requests[key].field.code == "ABCD-EFGH"
    assert view.requests[key].roles.value == "mentor"


def test_a_question_stays_while_nothing_of_its_office_changes(qtbot: QtBot) -> None:
    view = opened(qtbot, "waiting")
    detail, shown = view.detail, view._content  # noqa: SLF001  # what it was given
    assert detail is not None
    assert shown is not None
    next(iter(detail.cutting.values())).click()
    view.show_content(replace(shown, own_code="2222-2222-2222"))
    assert view.detail is detail
    assert detail.confirm is not None


def test_a_name_that_looks_like_anothers_is_cautioned_and_can_be_decided(qtbot: QtBot) -> None:
    part = RequestPart(replace(asking(), like="WASA Lahore"))
    qtbot.addWidget(part)
    (panel,) = part.findChildren(FaultPanel)
    assert "WASA Lahore" in panel.fault.happened
    assert part.field.isVisibleTo(part)


def test_a_further_computer_keeps_its_offices_role(qtbot: QtBot) -> None:
    part = RequestPart(replace(asking(), further=True))
    qtbot.addWidget(part)
    assert part.roles.parent() is None
    assert part.field.parent() is part


def test_a_mismatch_is_explained_once(qtbot: QtBot) -> None:
    view = opened(qtbot, "mismatch")
    view.show_mismatch("k9")
    qtbot.waitUntil(lambda: len([one for one in view.findChildren(FaultPanel) if one.isVisible()]) == 1)


def test_who_comes_to_cut_off_a_computer_stands_at_its_button(qtbot: QtBot) -> None:
    view = opened(qtbot, "recovered")
    view.begin_at("k3")
    assert view.detail is not None
    assert view.detail.known.is_own
    assert QApplication.focusWidget() is view.detail.cutting["k3"]


def test_cutting_off_asks_first_and_begins_at_what_changes_nothing(qtbot: QtBot) -> None:
    view = opened(qtbot, "cutting")
    assert view.detail is not None
    confirm = view.detail.confirm
    assert confirm is not None
    with qtbot.assertNotEmitted(view.cut):
        confirm.no.click()
    assert view.detail.confirm is None
    view.detail.cutting["k2"].click()
    assert view.detail.confirm is not None
    with qtbot.waitSignal(view.cut) as cut:
        view.detail.confirm.yes.click()
    assert cut.args == ["k2"]


def test_taking_part_and_its_end_are_told(qtbot: QtBot) -> None:
    view = opened(qtbot, "waiting")
    assert view.detail is not None
    with qtbot.waitSignal(view.joined) as joined:
        view.detail.take_part.click()
    assert joined.args == ["s2", "f", "mentee"]
    view.detail.leaving["s1"].click()
    assert view.detail.confirm is not None
    with qtbot.waitSignal(view.left) as left:
        view.detail.confirm.yes.click()
    assert left.args == ["s1", "f"]


def test_the_office_chosen_by_keyboard_is_shown(qtbot: QtBot) -> None:
    view = opened(qtbot, "waiting")
    first = view.detail
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.detail is not first
    assert view.detail is not None
    assert view.detail.known.name == "WASA Lahore"
    view.show_content(content())
    assert view.detail.known.name == "WASA Lahore"


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_office_that_is_shown_is_marked_in_the_list(qtbot: QtBot, qapp: QApplication, language: str) -> None:
    wear(qapp, Appearance("light", "ur" if language == "ur" else "en"))
    view = opened(qtbot, "waiting")
    assert [index.row() for index in view.table.selectionModel().selectedRows()] == [1]
    assert view.detail is not None
    assert view.detail.known.office == "f"


def test_a_partner_neither_invites_nor_cuts_off_others(qtbot: QtBot) -> None:
    view = opened(qtbot, "mentee")
    assert not view.invite.isVisible()
    assert view.detail is not None
    assert not view.detail.cutting


def test_the_code_of_the_invitation_stands_out_among_pwons_codes(qtbot: QtBot) -> None:
    view = opened(qtbot, "waiting")
    view.invite.show_invited(Invited("invitation.wopx", "N9DW-MZJP-R0SX"))
    large = [one for one in view.findChildren(CodeSign) if one.isVisible() and one.is_large]
    assert large == view.invite.findChildren(CodeSign)
    mentee = opened(qtbot, "mentee")
    assert [one for one in mentee.findChildren(CodeSign) if one.isVisible() and one.is_large]
