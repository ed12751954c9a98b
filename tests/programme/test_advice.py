from dataclasses import replace
from datetime import date

import pytest

from tests.programme.documents import NOTE, advice_note, draft, report, row
from wopdesk.programme.advice import ledger
from wopdesk.programme.filed import RETURNED, Filed
from wopdesk.records.ids import row_of_item

ADVICE = row_of_item(NOTE, row("x"))
ASKED = report("2026-04", {f"requests/asked[{row('q')}]/question": "Which logger?"}, requests__asked=("q",))
REQUEST = row_of_item(ASKED.record, row("q"))
ANSWER = advice_note({"x": {"text": "The acoustic one", "kind": "solution", "request": REQUEST}})


def _acted(period: str, state: str) -> Filed:
    start = f"advice/actions[{ADVICE}]"
    filed = report(period, {f"{start}/advice": ADVICE, f"{start}/state": state, f"{start}/action": "Bought"})
    return replace(filed, rows={"advice/actions": (ADVICE,)})


def test_a_request_waits_for_its_answer() -> None:
    (entry,) = ledger([ASKED])
    assert (entry.stage, entry.since) == ("asked", date(2026, 5, 5))
    assert entry.age(date(2026, 5, 12)) == 7


def test_an_answer_stands_in_the_line_of_its_request() -> None:
    (entry,) = ledger([ANSWER, ASKED])
    assert entry.request is not None
    assert entry.request.question == "Which logger?"
    assert entry.advice is not None
    assert entry.advice.kind == "solution"
    assert (entry.stage, entry.since) == ("given", date(2026, 5, 12))


def test_advice_that_nobody_asked_for_has_a_line_of_its_own() -> None:
    (entry,) = ledger([advice_note({"x": {"text": "Test at night"}})])
    assert entry.request is None
    assert entry.stage == "given"


@pytest.mark.parametrize(("state", "stage"), [("not_yet", "agreed"), ("done", "acted_on"), ("cannot", "declined")])
def test_EC3_the_mentee_agrees_by_reporting_on_advice(state: str, stage: str) -> None:
    (entry,) = ledger([ASKED, ANSWER, _acted("2026-05", state)])
    assert (entry.stage, entry.since) == (stage, date(2026, 6, 5))


def test_the_newest_month_decides_whatever_the_order_of_arrival() -> None:
    (entry,) = ledger([_acted("2026-07", "done"), ANSWER, ASKED, _acted("2026-06", "not_yet")])
    assert entry.stage == "acted_on"
    assert [action.period for action in entry.actions] == ["2026-06", "2026-07"]


def test_agreed_advice_ages_from_the_first_report_that_mentions_it() -> None:
    (entry,) = ledger([ANSWER, ASKED, _acted("2026-05", "not_yet"), _acted("2026-06", "not_yet")])
    assert entry.age(date(2026, 7, 5)) == 30


def test_a_returned_report_does_not_act_and_its_question_stays_with_the_mentor() -> None:
    returned = replace(_acted("2026-05", "done"), state=RETURNED)
    assert [entry.stage for entry in ledger([ASKED, ANSWER, returned])] == ["given"]
    (entry,) = ledger([replace(ASKED, state=RETURNED)])
    assert (entry.stage, entry.request and entry.request.question) == ("asked", "Which logger?")
    (answered,) = ledger([replace(ASKED, state=RETURNED), ANSWER])
    assert (answered.stage, answered.request and answered.request.id) == ("given", REQUEST)


def test_a_draft_does_not_ask_yet_and_a_correction_may_ask_no_more() -> None:
    assert ledger([draft(ASKED)]) == []
    assert ledger([replace(ASKED, number=2, rows={"requests/asked": ()})]) == []


def test_two_answers_to_one_request_are_two_lines() -> None:
    item = {"text": "One", "request": REQUEST}
    entries = ledger([ASKED, advice_note({"x": item, "y": {**item, "text": "Two"}})])
    assert len(entries) == 2
    assert all(entry.request is not None and entry.request.id == REQUEST for entry in entries)
