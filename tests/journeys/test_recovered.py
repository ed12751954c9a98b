"""PWON's computer is stolen: its recovery kit, an old invitation and a mentee's file let PWON speak again elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

from tests.journeys import eyes
from tests.journeys.conftest import Sit
from tests.journeys.person import Person
from wopdesk.desk import authority, beginning, inbox, outbox, partners
from wopdesk.desk.desk import opened
from wopdesk.desk.welcome import NewOffice
from wopdesk.exchange.codes import short_code
from wopdesk.records.ids import Key

_ON_SCREEN = re.compile(r"Passphrase: ((?:\w{4}-){5}\w{4})")


def test_pwon_speaks_again_at_another_computer(sit: Sit, desks: Path, tmp_path: Path) -> None:
    with sit("pwon") as coordinator:
        kit, passphrase = found(coordinator, tmp_path / "stick")
        invitation = invite(coordinator, tmp_path / "invitation")
    letter = approved(desks / "pwon.wopdesk", desks / "multan.wopdesk", invitation, tmp_path)
    with sit("anew") as coordinator:
        recover(coordinator, kit, passphrase, invitation)
        coordinator.sees("Open the recovery kit once more: PWON's computer was lost or stolen")
        take_in(coordinator, letter)
    answer = answered(desks / "anew.wopdesk", desks / "multan.wopdesk", tmp_path)
    with sit("anew") as coordinator:
        take_in(coordinator, answer)
        fresh = invite(coordinator, tmp_path / "fresh")
    with opened(desks / "anew.wopdesk") as pwon:
        assert {one.name for one in partners.offices(pwon) if one.confirmed} == {"PWON", "WASA Multan"}
        code = short_code(Key(pwon.identity.root))
    new = NewOffice("mentor", "WASA Lahore", "Sample Engineer")
    assert beginning.invited(desks / "lahore.wopdesk", new, fresh, code).invited


def begin(coordinator: Person) -> None:
    coordinator.sees("Who are you?")
    coordinator.type_in("Your name", "Sample Coordinator")


def found(coordinator: Person, stick: Path) -> tuple[Path, str]:
    """Found the programme; the kit's file, and its passphrase as it stands on the screen."""
    begin(coordinator)
    coordinator.click("Continue")
    coordinator.click("PWON")
    coordinator.click("Continue")
    coordinator.click("Set up the desk")
    kit = coordinator.click_and_save_in("Save the file …", stick, "Saved: ")
    said = (_ON_SCREEN.fullmatch(eyes.name(thing)) for thing in eyes.shown(coordinator.front))
    (passphrase,) = (one[1] for one in said if one)
    coordinator.click("I have it on paper")
    coordinator.type_in("The last four characters", passphrase[-4:])
    coordinator.click("Try it and go on")
    coordinator.sees("PWON has its desk")
    coordinator.click("Open my desk")
    return kit, passphrase


def invite(coordinator: Person, folder: Path) -> Path:
    coordinator.click("Offices")
    return coordinator.click_and_save_in("Save an invitation …", folder, "Saved as ")


def approved(pwon: Path, place: Path, invitation: Path, folder: Path) -> Path:
    """A mentee opens the invitation and is approved; what it sends when PWON asks it for what it holds."""
    with opened(pwon) as desk:
        code = short_code(Key(desk.identity.root))
        beginning.invited(place, NewOffice("mentee", "WASA Multan", "Sample Engineer"), invitation, code)
        with opened(place) as mentee:
            own = mentee.identity.key
            inbox.receive(desk, outbox.export(mentee, desk.office, folder / "one"))
            authority.approve(desk, own, short_code(own), "mentee")
            inbox.receive(mentee, outbox.export(desk, mentee.office, folder / "two"))
            (letter,) = outbox.export(mentee, desk.office, folder / "three")
    return letter


def answered(pwon: Path, place: Path, folder: Path) -> Path:
    """PWON writes to the mentee, who knows it again; what the mentee answers."""
    with opened(pwon) as desk, opened(place) as mentee:
        received = inbox.receive(mentee, outbox.export(desk, mentee.office, folder / "four"))
        assert [(one.sender, one.confirmed, one.refused) for one in received] == [("PWON", True, None)]
        (answer,) = outbox.export(mentee, desk.office, folder / "five")
    return answer


def recover(coordinator: Person, kit: Path, passphrase: str, invitation: Path) -> None:
    """Open the kit at a computer that has no data file yet."""
    begin(coordinator)
    coordinator.click("Open PWON's recovery kit")
    coordinator.click_and_choose("Drop the recovery kit's file here", kit)
    coordinator.type_in("Passphrase, as it stands on the paper", passphrase.lower())
    coordinator.click_and_choose("Drop a backup of PWON's here", invitation)
    coordinator.sees("Invitation of PWON")
    coordinator.click("Lost or stolen")
    coordinator.click("Bring PWON back")
    coordinator.sees("PWON has its desk")
    coordinator.click("Open my desk")


def take_in(coordinator: Person, file: Path) -> None:
    coordinator.sees("What to do next")
    coordinator.drop(file)
    coordinator.click("Take in: ")
    coordinator.sees("Taken in.")
