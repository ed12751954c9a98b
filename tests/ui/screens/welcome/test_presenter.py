"""What the welcome shows and where it goes next."""

from pathlib import Path

import pytest

from wopdesk.desk.faults import Told
from wopdesk.ui.screens.welcome import presenter, recovery
from wopdesk.ui.screens.welcome.presenter import Backup, Content, Letter, Typed

PLACE = Path("office.wopdesk")
FULL = Typed(PLACE, "Sample  Engineer ", "Deputy Director", "mentee", "WASA Multan", way="alone")


def test_three_steps_lead_to_the_making() -> None:
    content, seen = Content("who", FULL), []
    while content.step != "working":
        seen.append(content.step)
        content = presenter.forward(content)
    assert tuple(seen) == presenter.STEPS


def test_the_way_back_keeps_what_was_typed() -> None:
    content = presenter.back(presenter.back(Content("how", FULL)))
    assert (content.step, content.typed) == ("who", FULL)
    assert presenter.back(Content("restore", FULL)).step == "who"


@pytest.mark.parametrize(
    ("step", "said", "field"),
    [
        ("who", Typed(PLACE, name="  "), "name"),
        ("office", Typed(PLACE, office="WASA Multan"), "role"),
        ("office", Typed(PLACE, role="mentor"), "office"),
        ("how", Typed(PLACE, way="invitation"), "invitation"),
        ("how", Typed(PLACE, way="invitation", invitation=Path("i.wopx"), code=" "), "code"),
        ("how", Typed(PLACE, way="further"), "introduction"),
    ],
)
def test_what_is_missing_is_said_at_its_field(step: presenter.Step, said: Typed, field: str) -> None:
    content = presenter.forward(Content(step, said))
    assert content.step == step
    assert list(content.problems) == [field]
    assert not presenter.typed(content, field, "something").problems


def test_the_name_stands_with_the_position() -> None:
    assert presenter.person(FULL) == "Sample Engineer, Deputy Director"
    assert presenter.person(Typed(PLACE, name="Sample Engineer")) == "Sample Engineer"


@pytest.mark.parametrize(
    ("office", "city", "said"),
    [
        ("WASA Faisalabad", "faisalabad", "WASA Faisalabad"),
        ("Water  Board", " Karachi", "Water Board, Karachi"),
        ("WASA Multan", "", "WASA Multan"),
    ],
)
def test_the_office_is_named_with_its_city_once(office: str, city: str, said: str) -> None:
    assert presenter.office(Typed(PLACE, office=office, city=city)) == said


def test_pwon_has_a_name_and_other_ways() -> None:
    content = presenter.typed(Content("office", Typed(PLACE)), "role", "facilitator")
    assert content.typed.office == "PWON"
    assert content.typed.way == content.ways[0] == "found"
    content = presenter.typed(content, "role", "mentor")
    assert content.typed.office == ""
    assert content.typed.way == content.ways[0] == "invitation"


def test_another_file_than_the_chosen_one_says_nothing() -> None:
    content = Content("how", Typed(PLACE, way="invitation", invitation=Path("new.wopx")))
    letter = Letter("PWON", "2026-11-03", invitation=True)
    assert presenter.looked(content, Path("old.wopx"), letter) == content
    assert presenter.looked(content, Path("new.wopx"), letter).letter == letter


@pytest.mark.parametrize(("way", "invitation"), [("invitation", False), ("further", True)])
def test_a_file_for_another_way_is_named_so(way: str, *, invitation: bool) -> None:
    file = Path("file.wopx")
    content = Content("how", Typed(PLACE, way=way, invitation=file, introduction=file))
    looked = presenter.looked(content, file, Letter("PWON", "2026-11-03", invitation=invitation))
    assert looked.problems
    assert presenter.forward(looked) == looked


def test_what_pwon_begins_again_with_is_asked_all_at_once() -> None:
    asked = recovery.forward(recovery.opened(Content("who", Typed(PLACE))))
    assert (asked.step, asked.typed.role) == ("recover", "facilitator")
    assert set(asked.problems) == {"kit", "passphrase", "left", "loss", "name"}
    given = {"kit": Path("k"), "passphrase": "7K3M", "left": Path("i.wopx"), "loss": "lost", "name": "Sample Engineer"}
    for name, value in given.items():
        asked = presenter.typed(asked, name, value)
    assert not asked.problems
    assert recovery.forward(asked).step == "working"
    left = recovery.closed(asked)
    assert (left.step, left.typed.role, left.typed.office, left.typed.name) == ("who", "", "", "Sample Engineer")


def test_pwon_comes_to_its_kit_in_the_third_step_too() -> None:
    of_pwon = presenter.typed(Content("how", FULL), "role", "facilitator")
    assert "recover" in of_pwon.ways
    assert presenter.forward(presenter.typed(of_pwon, "way", "recover")).step == "recover"


@pytest.mark.parametrize("name", ["kit", "left"])
def test_a_file_that_is_no_use_to_begin_again_is_named_and_let_go(name: str) -> None:
    file, told = Path("bill.pdf"), Told("What.", "Safe.", "Next.")
    chosen = presenter.typed(recovery.opened(Content("who", FULL)), name, file)
    refused = recovery.unreadable(chosen, name, file, told)
    assert (getattr(refused.typed, name), refused.fault) == (None, told)
    assert refused.problems[name].values == {"file": "bill.pdf"}
    assert recovery.unreadable(chosen, name, Path("older.pdf"), told) == chosen


def test_what_pwon_begins_from_is_told_of_the_file_that_is_chosen_alone() -> None:
    chosen = presenter.typed(recovery.opened(Content("who", FULL)), "left", Path("p.backup"))
    backup, letter = Backup("PWON", 214, "2026-11-02"), Letter("PWON", "2026-05-04", invitation=True)
    assert recovery.found(chosen, Path("older.backup"), backup) == chosen
    seen = recovery.found(chosen, Path("p.backup"), backup)
    assert (seen.backup, presenter.typed(seen, "left", Path("i.wopx")).backup) == (backup, None)
    assert recovery.found(chosen, Path("p.backup"), letter).letter == letter
    assert recovery.way_of(letter, "stolen") != recovery.way_of(letter, "broken")


def test_a_fault_comes_back_to_the_page_that_was_left() -> None:
    told = Told("What.", "Safe.", "Next.")
    content = presenter.failed(Content("working", FULL), told, "how")
    assert (content.step, content.fault, content.typed) == ("how", told, FULL)
    assert presenter.forward(content).fault is None
