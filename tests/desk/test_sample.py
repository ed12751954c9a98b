"""The sample: on its last day each office has something to do, and all of it is as real as any office's."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from wopdesk.desk import agenda, authority, calls, people, portfolio, sample, settling, typing, unsent, upkeep
from wopdesk.desk.clock import at_noon
from wopdesk.desk.desk import Desk, open_desk
from wopdesk.desk.documents import Document, documents, find_document
from wopdesk.desk.history import held
from wopdesk.desk.sample.pictures import picture
from wopdesk.desk.sample.telling import LAST_DAY
from wopdesk.exchange.codes import short_code
from wopdesk.programme.agenda import ACT, ANSWER, DUE, FILE, OVERDUE, REVIEW, WAITING
from wopdesk.records.kinds import MENTEE
from wopdesk.records.review import COMMENT
from wopdesk.ui.screens.welcome.making import TOLD
from wopdesk.ui.screens.welcome.working import SENTENCES

MAIN, LATE, NEW = "WOP-PK-001", "WOP-PK-002", "WOP-PK-003"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("sample") / "told"
    return folder, list(sample.tell(folder))


@pytest.fixture(scope="module")
def desks(told: tuple[Path, list[str]]) -> Iterator[dict[str, Desk]]:
    folder, _ = told
    names = {file.stem: file for file in [*folder.glob("*.wopdesk"), *folder.glob("others/*.wopdesk")]}
    opened = {name: open_desk(file, clock=at_noon(LAST_DAY)) for name, file in names.items()}
    yield opened
    for desk in opened.values():
        desk.close()


def report(desk: Desk, period: str, code: str = MAIN) -> Document:
    space = next(one.space for one in portfolio.partnerships(desk) if one.code == code)
    (found,) = (one for one in documents(desk, "monthly_report", space) if one.founding.text == period)
    return found


def mine(desk: Desk) -> list[tuple[str, str, str, str]]:
    return [(one.partnership, one.task, one.period, one.state) for one in agenda.todo(desk).mine]


def test_the_window_shows_how_far_it_is_told(told: tuple[Path, list[str]]) -> None:
    """It says each sentence in its own language, which it knows by its beginning."""
    assert len(told[1]) == len(TOLD) == SENTENCES
    assert all(one.startswith(start) for one, (start, _) in zip(told[1], TOLD, strict=True))


def test_the_mentee_has_a_report_to_correct_advice_to_act_on_and_the_next_report(desks: dict[str, Desk]) -> None:
    assert mine(desks["mentee"]) == [
        (MAIN, ACT, "", OVERDUE),
        (MAIN, FILE, "2026-10", OVERDUE),
        (MAIN, ACT, "", DUE),
        (MAIN, FILE, "2026-11", DUE),
    ]
    october = report(desks["mentee"], "2026-10")
    assert october.latest is not None
    (said,) = october.latest.reviews
    assert (october.state, len(said.review.remarks)) == ("returned", 2)
    assert "arrears" in said.review.reason


def test_the_mentee_has_begun_to_correct_it(desks: dict[str, Desk]) -> None:
    october = report(desks["mentee"], "2026-10")
    assert october.answers["progress/billed"] == "131700"


def test_what_went_in_the_story_is_told_as_sent(desks: dict[str, Desk]) -> None:
    partners = [one for desk in desks.values() for one in unsent.waiting_to_go(desk)]
    assert not [one for one in partners if one.saved]
    assert any(one.on_its_way for one in partners)


def test_nobody_is_told_that_something_was_recovered_before_anybody_typed(desks: dict[str, Desk]) -> None:
    assert [typing.unsaved(desk) for desk in desks.values()] == [[] for _ in desks]


def test_the_mentees_word_to_the_mentor_has_not_gone_yet(desks: dict[str, Desk]) -> None:
    def said(desk: Desk) -> list[str]:
        notes = [one.latest for one in documents(desk, "advice_note") if one.latest]
        return [one.review.verdict for note in notes for one in note.reviews]

    assert said(desks["mentee"]) == [COMMENT]
    assert said(desks["mentor"]) == said(desks["coordinator"]) == []


def test_the_mentor_has_a_request_to_answer_and_a_report_to_comment_on(desks: dict[str, Desk]) -> None:
    mentor = desks["mentor"]
    assert mine(mentor) == [(MAIN, ANSWER, "", DUE)]
    (asked,) = (one.request for one in agenda.ledger(mentor, report(mentor, "2026-09").home) if not one.advice)
    assert asked is not None
    assert asked.needed_by == date(2026, 11, 20)
    october = report(mentor, "2026-10").latest
    assert october is not None
    assert mentor.office not in {one.office for one in october.reviews}


def test_the_coordinator_has_a_report_to_review_a_difference_and_an_office_to_approve(desks: dict[str, Desk]) -> None:
    coordinator = desks["coordinator"]
    assert mine(coordinator) == [(LATE, REVIEW, "2026-09", WAITING)]
    (difference,) = settling.all_differences(coordinator)
    assert difference.difference.field == "about/expected"
    assert {one.by for one in difference.difference.choices} == {"Sample Coordinator", "Sample Programme Officer"}
    assert [one.name for one in authority.requests(coordinator)] == ["WSSP Peshawar"]


def test_only_pwon_has_something_to_settle(desks: dict[str, Desk]) -> None:
    assert {name for name, desk in desks.items() if settling.all_differences(desk)} == {"coordinator", "coordinator-2"}


def test_the_coordinator_sees_three_partnerships_in_different_steps(desks: dict[str, Desk]) -> None:
    seen = portfolio.partnerships(desks["coordinator"])
    assert [(one.code, one.step, one.status) for one in seen] == [
        (MAIN, "3.2.2", "late"),
        (LATE, "3.2.2", "late"),
        (NEW, "3.1.2", "on schedule"),
    ]
    assert [one.overdue for one in seen] == [2, 1, 0]


def test_the_work_plan_waits_for_nobody(desks: dict[str, Desk]) -> None:
    for name in ("mentee", "mentor", "coordinator"):
        assert {one.state for one in documents(desks[name], "work_plan")} == {"accepted"}


def test_the_figures_get_better_month_by_month(desks: dict[str, Desk]) -> None:
    reports = [report(desks["coordinator"], f"2026-{month:02}").filed for month in range(4, 11)]
    hours, nrw, collection, pressure = (
        [float(list(one.repeat("progress/figures"))[row].get("value")) for one in reports] for row in range(4)
    )
    assert hours == sorted(hours)
    assert nrw == sorted(nrw, reverse=True)
    assert collection == sorted(collection)
    assert pressure == sorted(pressure)


def test_a_figure_of_lost_water_agrees_with_the_volumes_beside_it(desks: dict[str, Desk]) -> None:
    """But for October's, which is why it came back; the mentee's draft has it right."""
    for month in range(4, 11):
        filed = report(desks["coordinator"], f"2026-{month:02}").filed
        said = list(filed.repeat("progress/figures"))[1].get("value")
        assert (float(filed.get("progress/nrw")) == float(said)) is (month != 10)
    answers = report(desks["mentee"], "2026-10").answers
    produced, billed = (float(answers[f"progress/{name}"]) for name in ("produced", "billed"))
    assert round((produced - billed) / produced * 100, 1) == 33.4


def test_the_offices_agree(desks: dict[str, Desk]) -> None:
    """On every version that travelled, and on what became of it."""

    def known(name: str) -> dict[str, tuple[str, tuple[str, ...]]]:
        space = report(desks[name], "2026-10").home
        found = documents(desks[name], home=space)
        return {one.id: (one.state, tuple(version.digest for version in one.versions)) for one in found}

    assert len(known("mentee")) == 12
    assert known("mentee") == known("mentor") == known("coordinator")


def test_every_desk_is_whole_and_nothing_is_held(desks: dict[str, Desk]) -> None:
    assert len(desks) == 8
    for desk in desks.values():
        assert not upkeep.check(desk)
        assert not held(desk)


def test_persons_are_samples(desks: dict[str, Desk]) -> None:
    for desk in desks.values():
        assert people.working(desk).startswith("Sample ")
        for document in documents(desk):
            assert all(version.by.startswith("Sample ") for version in document.versions)


def test_what_travelled_lies_there(told: tuple[Path, list[str]]) -> None:
    folder, _ = told
    assert {file.name for file in folder.iterdir() if file.suffix in {".pdf", ".xlsx", ".wopdesk"}} == {
        "coordinator.wopdesk",
        "mentee.wopdesk",
        "mentor.wopdesk",
        "monthly-report-2026-10.pdf",
        "register.xlsx",
    }
    assert len(list(folder.glob("bundles/*.wopx"))) > 40


def test_whoever_plays_pwon_learns_the_code_that_it_would_hear(told: tuple[Path, list[str]]) -> None:
    with closing(open_desk(told[0] / "coordinator.wopdesk", clock=at_noon(LAST_DAY))) as desk:
        (asking,) = [one for one in authority.requests(desk) if not one.own]
        with closing(open_desk(told[0] / "others" / "peshawar.wopdesk", clock=at_noon(LAST_DAY))) as peshawar:
            assert calls.pretended(desk, asking.key) == short_code(peshawar.identity.key)
        assert calls.pretended(desk, desk.identity.key) == ""


def test_it_can_be_gone_on_with(told: tuple[Path, list[str]], tmp_path: Path) -> None:
    """A desk of the sample is opened anew, and its backup is restored, as any other one."""
    with closing(open_desk(told[0] / "mentee.wopdesk", clock=at_noon(LAST_DAY))) as desk:
        assert desk.identity.role == MENTEE
        backup = upkeep.back_up(desk, tmp_path)
        october = report(desk, "2026-10").id
    contents, _ = upkeep.restore(backup, tmp_path / "again.wopdesk")
    assert contents.office == "WASA Faisalabad"
    with closing(open_desk(tmp_path / "again.wopdesk")) as desk:
        assert find_document(desk, october).state == "returned"


@pytest.mark.parametrize("subject", ["valve", "gauge", "meter", "clamp", "board"])
@pytest.mark.parametrize("size", [(1280, 960), (900, 1200)])
def test_a_drawn_photo_bears_its_mark(subject: str, size: tuple[int, int]) -> None:
    """The band below has light letters on a dark ground."""
    with Image.open(io.BytesIO(picture(subject, size))) as image:
        assert image.size == size
        band = image.convert("L").crop((0, int(size[1] * 0.9), *size)).tobytes()
        assert min(band) < 60
        assert max(band) > 220
        assert len(image.resize((64, 64)).getcolors(64 * 64) or ()) > 20
