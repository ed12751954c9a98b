from pathlib import Path

import pytest

from wopdesk.places import forms_folder
from wopdesk.programme.steps import Step, load_programme, load_steps

FILE = forms_folder() / "programme.toml"
PROGRAMME = load_programme(FILE)


def _step(code: str) -> Step:
    return next(step for step in PROGRAMME.steps if step.code == code)


def test_there_are_fourteen_steps_in_three_phases() -> None:
    codes = [step.code for step in load_steps(FILE)]
    preparation = [f"3.1.{number}" for number in range(1, 8)]
    assert codes == [*preparation, "3.2.1", "3.2.2", "3.2.3", "3.3.1", "3.3.2", "3.3.3", "3.3.4"]
    assert [phase.code for phase in PROGRAMME.phases] == ["preparation", "implementation", "expansion"]
    assert all(step.title.ur and step.short.ur and step.opens.ur for step in PROGRAMME.steps)


def test_short_names_fit_a_timeline() -> None:
    for step in PROGRAMME.steps:
        parts = step.short.en.replace("\u00ad", "- ").replace("\u200b", " ").split()
        assert max(map(len, parts)) <= 10, step.short.en


def test_documents_are_numbered_without_a_gap() -> None:
    assert list(PROGRAMME.documents) == [f"D{number:02}" for number in range(1, 25)]
    assert all(document.title.ur for document in PROGRAMME.documents.values())


def test_B01_six_principles() -> None:
    codes = ["solidarity", "capacity", "non_profit", "benefit", "flexibility", "commitment"]
    assert [principle.code for principle in PROGRAMME.principles] == codes


def test_B03_methods_with_three_kinds_of_visit() -> None:
    codes = [method.code for method in PROGRAMME.methods]
    assert [code for code in codes if code.startswith("visit_")] == ["visit_diagnostic", "visit_study", "visit_monitor"]
    assert len(codes) == 8


def test_B05_and_C311_07_numbers() -> None:
    assert PROGRAMME.pilot_months == (6, 8)
    assert (PROGRAMME.main_team, PROGRAMME.large_team) == ((4, 10), 15)


def test_C311_01_three_understandings() -> None:
    assert len(PROGRAMME.understandings) == 3


def test_C312_01_and_02_initial_meeting() -> None:
    step = _step("3.1.2")
    assert step.attendees == ("national_coordinator", "mentor_director", "mentee_director")
    assert len(step.agenda) == 6
    assert step.also == ("Initiation meeting",)
    assert [len(part.items) for part in step.contents] == [4, 4]


@pytest.mark.parametrize("code", ["D09", "D13"])
def test_C314_01_C317_01_three_sign(code: str) -> None:
    assert PROGRAMME.documents[code].signers == ("mentee_director", "mentor_director", "chairman")


def test_C322_02_six_parts_of_the_monthly_report() -> None:
    (contents,) = _step("3.2.2").contents
    assert contents.document == "D15"
    assert [item.en.split()[0] for item in contents.items] == [
        "Progress",
        "Activities",
        "Action",
        "Findings",
        "Obstacles",
        "Request",
    ]


def test_X10_days_of_the_due_rules() -> None:
    days = {name: (rule.days, rule.working) for name, rule in PROGRAMME.due.items()}
    assert days == {
        "monthly": (7, False),
        "visit_report": (14, False),
        "minutes": (7, False),
        "final_report": (30, False),
        "advice_answer": (10, True),
    }


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('needs     = ["3.1.1"]', 'needs = ["3.1.0"]', r"does not define: 3\.1\.0"),
        ('due        = "monthly"', 'due = "weekly"', "does not define: weekly"),
        ('actors    = ["mentee", "mentor"]\ndocuments', 'actors = ["mente"]\ndocuments', "does not define: mente"),
        ('title     = { en = "Pre-conditions"', 'title = { fr = "x"', "languages"),
        ('name      = "preconditions"\n', "", "name"),
    ],
)
def test_a_slip_in_the_file_is_found_when_it_is_read(tmp_path: Path, old: str, new: str, says: str) -> None:
    source = FILE.read_text(encoding="utf-8")
    assert old in source
    wrong = tmp_path / "programme.toml"
    wrong.write_text(source.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=says):
        load_programme(wrong)
