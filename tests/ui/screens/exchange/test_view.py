from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screens.exchange.pictures import content, invitation, letters, make, outcome
from tests.ui.screens.exchange.scaled import at_125_percent
from tests.ui.screens.pictures import LOOKS, Look, picture, shown
from tests.ui.test_gallery import compare
from wopdesk.sentence import Sentence
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.exchange.content import ExchangeContent, Letter, Outcome, Partner, Past, Sentences
from wopdesk.ui.screens.exchange.drop import DropZone
from wopdesk.ui.screens.exchange.view import AT_ONCE, ExchangeView
from wopdesk.ui.theme.appearance import Appearance, wear
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.words import Label

STATES = ("tray", "taken", "invitation", "first")
WRONG = Sentences("The invitation code does not belong to this invitation.", "Nothing was changed.", "Ask again.")


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("state", STATES)
def test_it_looks_as_it_was_agreed(qtbot: QtBot, state: str, look: Look, tmp_path: Path) -> None:
    picture(qtbot, lambda: make(state), f"exchange-{state}", look, tmp_path)


def test_it_is_crisp_at_125_percent(tmp_path: Path) -> None:
    taken = at_125_percent("tests.ui.screens.exchange.pictures", "tray", tmp_path / "large.png")
    compare(taken, "exchange-tray-125-percent", tmp_path)


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name(qtbot: QtBot, qapp: QApplication, state: str, language: str) -> None:
    wear(qapp, Appearance("light", "ur" if language == "ur" else "en"))
    view = make(state)
    qtbot.addWidget(view)
    controls = [*view.findChildren(QAbstractButton), *view.findChildren(QLineEdit)]
    assert len(controls) > 2
    unnamed = [one for one in controls if not one.accessibleName() and one.isVisibleTo(view)]
    assert not [(type(one), one.property("text")) for one in unnamed]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_button_has_the_room_that_its_words_take(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    wear(qapp, Appearance(look.theme, look.language))
    view = make("tray")
    qtbot.addWidget(view)
    shown(view, look.size)
    buttons = [one for one in view.findChildren(Button) if one.isVisible()]
    assert len(buttons) > 5
    assert not [one.text() for one in buttons if one.width() < one.sizeHint().width()]


@pytest.mark.parametrize("state", STATES)
def test_nobody_reads_of_bundles_or_keys(qtbot: QtBot, state: str) -> None:
    view = make(state)
    qtbot.addWidget(view)
    texts = [str(one.property("text") or "") for one in view.findChildren(QWidget)]
    assert len([text for text in texts if text]) > 5
    for word in ("bundle", "merge", " key", "fingerprint"):
        assert not [text for text in texts if word in text.lower()]


def test_one_click_takes_a_file_and_one_takes_all(qtbot: QtBot) -> None:
    view = make("tray")
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.taken) as one:
        view.cards[1].take.click()
    assert one.args == [1, ""]
    with qtbot.waitSignal(view.all_taken):
        view.take_all.click()
    assert view.takable == [0, 1]


def test_what_was_taken_is_not_offered_again(qtbot: QtBot) -> None:
    view = make("tray")
    qtbot.addWidget(view)
    view.show_outcomes([outcome()])
    assert view.takable == [1]
    assert view.take_all.isHidden()
    with qtbot.waitSignal(view.opened) as opened:
        view.cards[0].receipt.rows[0].click()  # type: ignore[union-attr]  # it was just shown
    assert opened.args == ["r"]


def test_a_refused_file_cannot_be_taken_but_put_away(qtbot: QtBot) -> None:
    view = make("tray")
    qtbot.addWidget(view)
    card = view.cards[2]
    assert card.take.parent() is None
    with qtbot.waitSignal(view.put_away) as away:
        card.leave.click()
    assert away.args == [2]


def test_details_are_folded_away_until_the_curious_ask(qtbot: QtBot) -> None:
    view = make("tray")
    qtbot.addWidget(view)
    shown(view, (1224, 824))
    details = view.cards[0].details
    assert details is not None
    assert details.isHidden()
    details.toggle.click()
    assert not details.isHidden()


def test_an_invitation_is_opened_with_a_whole_code_only(qtbot: QtBot) -> None:
    view = make("invitation")
    qtbot.addWidget(view)
    shown(view, (1224, 824))
    part = view.cards[0].invitation
    assert part is not None
    qtbot.keyClicks(part.field, "7k3m q0zd 2px")
    assert not part.open.isEnabled()
    qtbot.keyClicks(part.field, "a")
    assert part.field.code == "7K3M-Q0ZD-2PXA"
    with qtbot.waitSignal(view.taken) as taken:
        qtbot.keyClick(part.field, Qt.Key.Key_Return)
    assert taken.args == [0, "7K3M-Q0ZD-2PXA"]


def opened_invitation(qtbot: QtBot) -> ExchangeView:
    """Just opened by its code, with the keyboard still in it."""
    view = make("invitation")
    qtbot.addWidget(view)
    shown(view, (1224, 824))
    part = view.cards[0].invitation
    assert part is not None
    part.field.setFocus()
    view.start("Taking it in …")
    view.finish()
    view.show_outcomes([Outcome(0, new=True, office="p", joining="begun")])
    return view


def test_an_invitation_that_was_opened_says_so_once_and_the_keyboard_goes_on_there(qtbot: QtBot) -> None:
    view = opened_invitation(qtbot)
    view.show_content(ExchangeContent("WASA Multan", (Partner("p", "PWON", code="7K3M-Q0ZD-2PXA"),)))
    receipt = view.cards[0].receipt
    assert receipt is not None
    assert view.focusWidget() is receipt.acknowledge
    said = words_in(view)
    assert said.count("The invitation is open.") == 1
    assert said.count("7K3M-Q0ZD-2PXA") == 1


def test_an_opened_invitation_says_what_is_next_and_nothing_once_the_office_is_approved(qtbot: QtBot) -> None:
    view, code = opened_invitation(qtbot), "7K3M-Q0ZD-2PXA"
    day = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)
    assert "Now send your first message to PWON" in words_in(view.cards[0])
    view.show_content(ExchangeContent("WASA Multan", (Partner("p", "PWON", code=code, sent=day, saved=True),)))
    said = words_in(view.cards[0])
    assert "Now send" not in said
    assert "Send your first message" not in said
    assert "approves your office once" in said
    assert view.cards[0].isAncestorOf(view.focusWidget())
    view.show_content(ExchangeContent("WASA Multan", (Partner("p", "PWON", sent=day, heard=day),)))
    said = words_in(view.cards[0])
    assert "PWON has approved your office" in said
    assert "check code" not in said


def test_of_very_many_files_also_those_below_are_put_away_but_no_invitation_that_is_not_open(qtbot: QtBot) -> None:
    view = ExchangeView()
    qtbot.addWidget(view)
    many = [Letter(number, f"file-{number}.wopx", "Sample office") for number in range(1, 2 * AT_ONCE)]
    view.show_letters([invitation(), *many])
    assert view.settled == []
    view.show_outcomes([Outcome(0, WRONG), *(Outcome(one.number, new=True) for one in many[1:])])
    assert view.settled == [one.number for one in many[1:]]
    view.remove_letters(view.settled)
    assert list(view.cards) == [0, 1]
    assert view.more.isHidden()


def test_the_office_that_made_an_invitation_did_not_open_it(qtbot: QtBot) -> None:
    view = ExchangeView()
    qtbot.addWidget(view)
    view.show_letters([Letter(0, "invitation.wopx", "PWON", "own", invitation="open")])
    assert "Your own office made this invitation" in words_in(view.cards[0])
    assert "opened before" not in words_in(view.cards[0])


def test_what_others_send_there_themselves_is_said_quietly(qtbot: QtBot) -> None:
    view = ExchangeView()
    qtbot.addWidget(view)
    copies = (Phrase("A copy of 1 document of others"),)
    view.show_content(ExchangeContent("WASA Lahore", (Partner("p", "PWON", waiting=copies, copied=True),)))
    said = words_in(view.send.rows["p"])
    assert "Waits to go" not in said
    assert "Copies only" in said
    assert "A copy of 1 document of others" in said


def test_a_wrong_code_can_be_typed_again(qtbot: QtBot) -> None:
    view = make("invitation")
    qtbot.addWidget(view)
    shown(view, (1224, 824))
    view.show_outcomes([Outcome(0, WRONG)])
    part = view.cards[0].invitation
    assert part is not None
    assert part.field.property("state") == "problem"
    qtbot.keyClicks(part.field, "0")
    assert part.field.property("state") == ""


def test_what_is_dropped_is_offered(qtbot: QtBot, tmp_path: Path) -> None:
    zone = DropZone()
    qtbot.addWidget(zone)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "one.pdf")), QUrl("https://sample.invalid/two.pdf")])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(zone.offered) as offered:
        zone.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    assert offered.args == [[tmp_path / "one.pdf"]]


def test_offices_that_wait_are_sent_to_at_once(qtbot: QtBot) -> None:
    view = make("tray")
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.send.saved) as saved:
        view.send.save_all.click()
    assert saved.args == [["f", "l"]]
    with qtbot.waitSignal(view.send.mailed) as mailed:
        view.send.mail_all.click()
    assert mailed.args == [["f", "l"]]
    with qtbot.waitSignal(view.send.mailed) as mailed:
        view.send.rows["m"].mail.click()
    assert mailed.args == [["m"]]


def test_while_something_is_taken_nothing_else_is_pressed(qtbot: QtBot) -> None:
    view = make("tray")
    qtbot.addWidget(view)
    view.start("Taking it in …")
    view.advance(1, 2)
    assert not view.cards[0].take.isEnabled()
    assert view.progress is not None
    with qtbot.waitSignal(view.stopped):
        view.progress.cancel.click()
    view.finish()
    assert view.cards[0].take.isEnabled()


def test_the_tray_is_said_again_in_another_language(qtbot: QtBot, qapp: QApplication) -> None:
    view = make("taken")
    qtbot.addWidget(view)
    wear(qapp, Appearance("light", "ur"))
    qapp.processEvents()
    assert list(view.cards) == [0, 1]
    assert view.cards[0].receipt is not None
    assert "وصول" in view.cards[1].take.text()
    wear(qapp, Appearance())
    qapp.processEvents()
    assert view.takable == [1]


def test_another_language_neither_wipes_a_code_nor_lets_a_file_be_taken_twice(qtbot: QtBot, qapp: QApplication) -> None:
    view = make("invitation")
    qtbot.addWidget(view)
    (number, card) = next((number, card) for number, card in view.cards.items() if card.invitation)
    card.type_code("ABCD-EFGH")
    view.start("Taking it in …")
    wear(qapp, Appearance("light", "ur"))
    qapp.processEvents()
    fresh = view.cards[number]
    assert fresh is not card
    assert fresh.code == "ABCD-EFGH"
    assert fresh.invitation is not None
    assert not fresh.invitation.isEnabled()
    assert not fresh.leave.isEnabled()


def test_of_very_many_files_the_first_are_open_and_one_click_takes_all(qtbot: QtBot, qapp: QApplication) -> None:
    view = ExchangeView()
    qtbot.addWidget(view)
    view.show_letters([Letter(number, f"file-{number}.wopx", "Sample office") for number in range(1000)])
    assert list(view.cards) == list(range(AT_ONCE))
    assert view.takable == list(range(1000))
    view.remove_letter(3)
    assert list(view.cards)[-1] == AT_ONCE
    view.show_outcomes([Outcome(number, new=True) for number in range(1000) if number != 3])
    assert view.takable == []
    view.more.click()
    assert len(view.cards) == 2 * AT_ONCE
    assert all(card.receipt is not None for card in view.cards.values())
    wear(qapp, Appearance("light", "ur"))
    qapp.processEvents()
    assert len(view.cards) == 2 * AT_ONCE
    assert all(card.receipt is not None for card in view.cards.values())
    assert not view.more.isHidden()


def test_the_tray_grows_and_shrinks(qtbot: QtBot) -> None:
    view = make("first")
    qtbot.addWidget(view)
    view.show_content(content())
    view.show_letters([*letters(), invitation()][:3])
    view.remove_letter(0)
    assert list(view.cards) == [1, 2]


def test_an_office_says_that_it_has_everything_only_where_it_was_heard_of(qtbot: QtBot) -> None:
    day = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)
    view = ExchangeView()
    qtbot.addWidget(view)
    partners = (
        Partner("waits", "Sample A", waiting=(Phrase("News in 1 document"),)),
        Partner("drafted", "Sample B", waiting=(Phrase("News in 1 document"),), drafted=day),
        Partner("way", "Sample C", sent=day, heard=day, on_its_way=True),
        Partner("has", "Sample D", sent=day, heard=day),
        Partner("never", "Sample E"),
    )
    view.show_content(ExchangeContent("PWON", partners))
    said = {office: row.state.property("text") for office, row in view.send.rows.items()}
    assert len(set(said.values())) == len(said)
    assert [office for office, text in said.items() if text == "Has everything"] == ["has"]


def test_offices_with_which_there_was_nothing_are_folded_away(qtbot: QtBot) -> None:
    view = ExchangeView()
    qtbot.addWidget(view)
    waiting = (Phrase("News in 1 document"),)
    view.show_content(ExchangeContent("PWON", (Partner("a", "Sample A", waiting=waiting), Partner("b", "Sample B"))))
    shown(view, (1224, 824))
    assert view.send.rows["a"].isVisible()
    assert not view.send.rows["b"].isVisible()
    view.send.others.click()
    assert view.send.rows["b"].isVisible()
    view.show_content(ExchangeContent("PWON", (Partner("a", "Sample A", waiting=waiting),)))
    assert not view.send.others.isVisible()


def test_a_drafted_mail_is_asked_about_where_its_office_stands(qtbot: QtBot) -> None:
    view = ExchangeView()
    qtbot.addWidget(view)
    day, waiting = datetime(2026, 10, 12, 9, 0, tzinfo=UTC), (Phrase("News in 1 document"),)
    partners = (Partner("a", "Sample A", waiting=waiting, drafted=day), Partner("b", "Sample B", waiting=waiting))
    view.show_content(ExchangeContent("PWON", partners))
    shown(view, (1224, 824))
    assert not view.send.rows["b"].went.isVisible()
    with qtbot.waitSignal(view.send.went) as went:
        view.send.rows["a"].went.click()
    assert went.args == ["a"]


def test_a_saved_file_is_not_told_as_sent_until_somebody_says_so(qtbot: QtBot) -> None:
    view = ExchangeView()
    qtbot.addWidget(view)
    day = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)
    partners = (Partner("a", "Sample A", sent=day, on_its_way=True, saved=True), Partner("b", "Sample B", sent=day))
    view.show_content(ExchangeContent("PWON", partners))
    shown(view, (1224, 824))
    saved, sent = (" ".join(one.text() for one in view.send.rows[name].findChildren(Label)) for name in "ab")
    assert "Saved 12 Oct 2026, not yet sent" in saved
    assert "Sent 12 Oct 2026" in sent
    assert view.send.rows["a"].state.property("text") == "Saved"
    assert not view.send.rows["b"].went.isVisible()
    with qtbot.waitSignal(view.send.went) as went:
        view.send.rows["a"].went.click()
    assert went.args == ["a"]


def test_one_thing_is_told_as_one(qtbot: QtBot) -> None:
    view = ExchangeView()
    qtbot.addWidget(view)
    day = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)
    view.show_content(ExchangeContent("PWON", past=tuple(Past("sent", day, "", items=one) for one in (0, 1, 2))))
    model = view.past.table.model()
    texts = [str(model.index(row, 3).data()) for row in range(model.rowCount())]
    assert texts[1:] == ["1 message or file", "2 messages and files"]
    assert "0" not in texts[0]


def test_who_asks_to_take_part_is_led_to_where_it_is_approved_and_the_card_learns_of_it(qtbot: QtBot) -> None:
    view = ExchangeView()
    qtbot.addWidget(view)
    asking = Letter(0, "first.wopx", "WASA Multan", new=False, receipt=True, decides=True)
    view.show_letters([asking])
    assert "waits for your approval" in words_in(view.cards[0])
    note = Sentence("WASA Multan is not approved yet.")
    view.show_outcomes([Outcome(0, notes=(note,), until_approved=(note,), asked=True, office="m")])
    receipt = view.cards[0].receipt
    assert receipt is not None
    with qtbot.waitSignal(view.approving) as approving:
        receipt.approve.click()
    assert approving.args == [0]
    assert receipt.approve in receipt.buttons
    view.show_standings({0: "approved"})
    said = words_in(view.cards[0])
    assert "Approved office" in said
    assert "not approved yet" not in said.lower()
    receipt = view.cards[0].receipt
    assert receipt is not None
    assert receipt.approve not in receipt.buttons


def test_what_comes_in_lies_above_the_older_files_and_has_the_keyboard(qtbot: QtBot) -> None:
    view = ExchangeView()
    qtbot.addWidget(view)
    shown(view, (1224, 600))
    view.show_letters(letters()[:2])
    view.show_outcomes([outcome()])
    older = view.cards[0].receipt
    assert older is not None
    QApplication.processEvents()
    assert older.rows[0].isVisible()
    view.start("Reading what came in …")
    view.show_letters([Letter(7, "late.wopx", "WASA Multan")])
    view.finish()
    assert list(view.cards) == [7, 0, 1]
    assert view.focusWidget() is view.cards[7].take
    QApplication.processEvents()
    assert view.cards[7].y() < view.cards[0].y() < view.cards[1].y()
    assert view.verticalScrollBar().value() == 0
    assert not older.rows[0].isVisible()
    older.unfold.click()
    assert older.rows[0].isVisible()


def words_in(widget: QWidget) -> str:
    """All that stands there to be read."""
    return " | ".join(str(one.property("text") or "") for one in widget.findChildren(QWidget) if not one.isHidden())


def test_an_office_that_was_heard_of_is_not_told_as_never_sent_to(qtbot: QtBot) -> None:
    day = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)
    view = ExchangeView()
    qtbot.addWidget(view)
    view.show_content(ExchangeContent("PWON", (Partner("f", "Sample A"), Partner("h", "Sample B", heard=day))))
    said = {
        office: any("Never sent" in one.text() for one in row.findChildren(Label))
        for office, row in view.send.rows.items()
    }
    assert said == {"f": True, "h": False}
