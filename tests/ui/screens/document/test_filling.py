"""A record being filled, in memory: what its pages show, what keys do to it, what is kept of it."""

from __future__ import annotations

import pytest

from tests.desk.offices import Network
from tests.ui.screens.document.opened import PAGES, report, table_of
from wopdesk.desk import filing, reviewing, starting, submitting, typing
from wopdesk.desk.documents import documents
from wopdesk.ui.form.parts import Cards
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.rows import RepeatTable
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.opening import open_filling

FIGURES, ACTIVITIES = "progress/figures", "work/activities"


def question(filling: Filling, path: str) -> Question:
    number = filling.page_of(path)
    assert number is not None
    return next(part for part in filling.page(number).parts if isinstance(part, Question) and part.path == path)


def paths(filling: Filling) -> tuple[str, ...]:
    return tuple(group.path for group in filling.pages)


def keep(net: Network, filling: Filling) -> None:
    """As the screen keeps what was typed."""
    typed, standing = filling.unsaved(), filling.standing
    typing.keep_typing(net.a, filling.background.record, typed.texts, typed.rows)
    filling.kept(standing)


def test_the_pages_are_the_parts_of_the_report(net: Network) -> None:
    filling = report(net)
    assert paths(filling) == PAGES
    assert filling.page(1).title == "1. Pilot progress data"
    filling.answer("about/nil_return", "yes")
    assert paths(filling) == ("about", "obstacles", "requests")
    assert question(filling, "about/nil_reason").required
    assert filling.page_of("work/other") is None


def test_figures_stand_in_a_table_beside_baseline_target_and_the_month_before(net: Network) -> None:
    table = table_of(report(net), FIGURES)
    assert [column.label for column in table.columns] == [
        "Baseline",
        "Target",
        "Sep 2026",
        "Oct 2026",
        "Remark",
    ]
    assert table.heading == "Figure"
    assert [row.title for row in table.rows] == ["Hours of supply (h/day)", "Collection ratio (%)"]
    first = table.rows[0].cells
    assert [cell.value if cell else None for cell in first] == ["3.5", "12", "4", "", ""]
    assert [cell.readonly for cell in first if cell] == [True, True, True, False, False]
    assert table.fixed


def test_it_speaks_urdu(net: Network) -> None:
    filling = report(net, language="ur")
    assert filling.page(1).title.startswith("1۔")
    assert table_of(filling, FIGURES).columns[2].label == "ستمبر 2026"
    assert question(filling, "progress/produced").unit == "مکعب میٹر ماہانہ"


def test_a_unit_stands_at_the_end_of_the_label(net: Network) -> None:
    produced = question(report(net), "progress/produced")
    assert (produced.label, produced.unit) == ("Water produced in the pilot area", "m³ in the month")


def test_what_makes_it_the_record_it_is_cannot_change(net: Network) -> None:
    filling = report(net)
    assert question(filling, "about/period").readonly
    assert not filling.answer("about/period", "2026-09")
    assert question(filling, "about/period").value == "2026-10"


def test_a_problem_is_told_when_the_person_goes_on(net: Network) -> None:
    filling = report(net)
    row = filling.add_row("requests/asked")
    path = f"requests/asked[{row}]/question"
    filling.answer(path, "How")
    assert not filling.problems(shown=True)
    filling.answer("requests/asked", "nowhere")
    filling.answer("about/prepared_by", "Sample Engineer")
    (listed,) = filling.problems(shown=True)
    assert listed.message == "Write a whole question, so that the mentor can answer it."
    assert (listed.path, listed.row, listed.title) == (path, "How", "6. Requests for advice")
    assert filling.progress().to_fix == 1
    filling.answer(path, "How are valves of this age mended?")
    assert filling.progress().to_fix == 0


def test_what_is_missing_is_told_when_the_page_is_checked(net: Network) -> None:
    filling = report(net)
    assert question(filling, "about/prepared_by").problem == ""
    filling.check(0)
    assert question(filling, "about/prepared_by").problem == "An answer is needed here."
    assert [(stage.state, stage.problems) for stage in filling.stages()][:2] == [("problem", 1), ("open", 0)]
    filling.answer("about/prepared_by", "Sample Engineer")
    assert filling.stages()[0].state == "done"
    filling.check()
    assert {problem.title for problem in filling.problems(shown=True)} == {
        "1. Pilot progress data",
        "2. Activities of the month",
        "4. Findings",
        "5. Obstacles",
        "6. Requests for advice",
    }
    remark = table_of(filling, FIGURES).rows[0].cells[-1]
    assert remark is not None
    assert remark.problem.startswith("Say why")


def test_a_page_is_done_when_it_was_looked_at_and_not_because_all_pages_were_checked(net: Network) -> None:
    filling = open_filling(net.p, starting.start_partnership(net.p, "Less water lost").id, "en")
    filling.check(0)
    filling.check()
    assert [stage.state for stage in filling.stages()] == ["problem", "open", "open"]
    filling.check(1)
    assert [stage.state for stage in filling.stages()] == ["problem", "done", "open"]


def test_only_what_is_asked_counts(net: Network) -> None:
    filling = report(net)
    before = filling.progress()
    filling.answer("requests/nothing", "OK")
    assert filling.progress().answered == before.answered + 1
    filling.answer("about/nil_return", "yes")
    assert filling.progress().total < before.total
    assert not [one for one in filling.problems() if one.path.startswith("progress")]


def test_nothing_this_month_hides_the_rows_of_the_part(net: Network) -> None:
    filling = report(net)
    number = filling.page_of("findings/found")
    assert number is not None
    assert any(isinstance(part, Cards) for part in filling.page(number).parts)
    filling.answer("findings/nothing", "OK")
    assert not any(isinstance(part, Cards) for part in filling.page(number).parts)


def test_rows_of_a_table_are_pasted_from_a_sheet(net: Network) -> None:
    filling = report(net)
    choices = filling_choices(filling)
    cells = [[choices[0], "20 %", "Sample trench"], [choices[1], "۴۵", "Sample pipe"]]
    done = filling.paste(ACTIVITIES, 0, 0, cells)
    table = table_of(filling, ACTIVITIES)
    said = [{cell.path.rpartition("/")[2]: cell.value for cell in row.cells if cell} for row in table.rows]
    assert done.at == ACTIVITIES
    assert [(one["done"], one["description"]) for one in said] == [("20", "Sample trench"), ("45", "Sample pipe")]
    assert all(one["activity"] for one in said)
    assert table.columns[1].label == "Plan"
    filling.undo()
    assert table_of(filling, ACTIVITIES).rows == ()


def filling_choices(filling: Filling) -> list[str]:
    """Labels of the work plan's activities."""
    filling.add_row(ACTIVITIES)
    cell = table_of(filling, ACTIVITIES).rows[0].cells[0]
    filling.undo()
    assert cell is not None
    return [label for _, label in cell.choices]


def test_cells_pasted_on_a_fixed_table_add_no_rows_and_change_nothing_beside(net: Network) -> None:
    filling = report(net)
    filling.paste(FIGURES, 0, 2, [["99", "5"], ["99", "50"], ["99", "7"]])
    rows = table_of(filling, FIGURES).rows
    assert [[cell.value if cell else "" for cell in row.cells[2:4]] for row in rows] == [["4", "5"], ["49", "50"]]


def test_photos_are_cards_that_begin_with_an_image(net: Network) -> None:
    filling = report(net)
    row = filling.add_row("work/photos")
    number = filling.page_of("work/photos")
    assert number is not None
    photos = next(part for part in filling.page(number).parts if isinstance(part, Cards))
    assert photos.photos
    assert [card.id for card in photos.cards] == [row]
    filling.attach(f"work/photos[{row}]/photo", "a" * 64, {f"work/photos[{row}]/taken": "2026-10-12"})
    assert filling.standing.texts[f"work/photos[{row}]/taken"] == "2026-10-12"
    filling.undo()
    assert not [path for path in filling.standing.texts if path.startswith("work/photos")]


def test_keystrokes_in_one_field_are_one_step(net: Network) -> None:
    filling = report(net)
    start = filling.standing
    for text in ("S", "Sa", "Sam"):
        filling.answer("about/prepared_by", text)
    filling.answer("progress/produced", "1")
    filling.leave()
    filling.answer("progress/produced", "12")
    assert [filling.undo().at for _ in range(3)] == ["progress/produced", "progress/produced", "about/prepared_by"]
    assert filling.standing == start
    assert not filling.undo()
    assert not filling.can_undo
    assert filling.redo().at == "about/prepared_by"
    assert filling.standing.texts["about/prepared_by"] == "Sam"
    filling.answer("about/prepared_by", "Another")
    assert not filling.can_redo


def test_a_removed_row_comes_back_to_its_place_with_all_that_stood_in_it(net: Network) -> None:
    filling = report(net)
    rows = [filling.add_row("findings/found") for _ in range(3)]
    for number, row in enumerate(rows):
        filling.answer(f"findings/found[{row}]/finding", f"Sample finding {number}")
    before = filling.standing
    filling.remove_rows("findings/found", [rows[1]])
    assert filling.standing.rows["findings/found"] == (rows[0], rows[2])
    filling.undo()
    assert filling.standing == before


def test_rows_of_a_list_are_neither_added_nor_removed(net: Network) -> None:
    filling = report(net)
    row = table_of(filling, FIGURES).rows[0].id
    assert filling.add_row(FIGURES) == ""
    assert not filling.remove_rows(FIGURES, [row])


def test_what_is_typed_comes_back_after_the_end(net: Network) -> None:
    filling = report(net)
    row = filling.add_row("findings/found")
    filling.answer(f"findings/found[{row}]/finding", "Sample finding")
    filling.answer("about/prepared_by", "Sample Engineer")
    keep(net, filling)
    assert filling.unsaved() == typing.Typed({}, {})
    again = open_filling(net.a, filling.background.record, "en")
    assert again.recovered is not None
    assert again.standing == filling.standing
    assert again.unsaved() == typing.Typed({}, {})
    again.undo()
    assert again.standing == filling.standing
    again.do_without()
    assert "about/prepared_by" not in again.standing.texts
    assert again.standing.rows.get("findings/found", ()) == ()
    again.undo()
    assert again.standing == filling.standing
    again.answer("about/prepared_by", "Sample Person")
    assert again.recovered is None


def test_what_was_typed_and_taken_back_is_kept_as_taken_back(net: Network) -> None:
    filling = report(net)
    start = filling.standing
    filling.answer("about/prepared_by", "Sample")
    row = filling.add_row("findings/found")
    filling.answer(f"findings/found[{row}]/finding", "Sample finding")
    keep(net, filling)
    while filling.can_undo:
        filling.undo()
    keep(net, filling)
    again = open_filling(net.a, filling.background.record, "en")
    assert again.standing == start


def test_what_is_saved_is_the_records_answers(net: Network) -> None:
    filling = report(net)
    filling.answer("about/prepared_by", "Sample Engineer")
    row = filling.add_row("findings/found")
    filling.answer(f"findings/found[{row}]/finding", "Sample finding")
    keep(net, filling)
    saved = typing.save_typed(net.a, filling.background.record)
    assert saved.answers["about/prepared_by"] == "Sample Engineer"
    again = open_filling(net.a, saved.id, "en")
    assert again.recovered is None
    assert again.standing == filling.standing


def sent(net: Network) -> str:
    """A report that was submitted and has arrived at PWON's and the mentor's."""
    document = net.report(net.a, "2026-10")
    submitting.submit(net.a, document.id)
    net.send(net.a, net.p)
    net.send(net.a, net.b)
    return document.id


def test_a_version_that_was_sent_is_read_until_it_is_to_be_corrected(net: Network) -> None:
    filling = open_filling(net.a, sent(net), "en")
    assert not filling.editing
    assert question(filling, "about/prepared_by").readonly
    assert not filling.answer("about/prepared_by", "Another")
    filling.correct()
    assert filling.answer("about/prepared_by", "Another")


def test_what_is_being_corrected_opens_to_be_corrected(net: Network) -> None:
    record = sent(net)
    filing.answer(net.a, record, {"about/prepared_by": "Another"})
    filling = open_filling(net.a, record, "en")
    assert (filling.editing, filling.background.correcting, filling.background.state) == (True, True, "submitted")


def test_remarks_stand_at_their_fields_when_a_report_comes_back(net: Network) -> None:
    record = sent(net)
    remarks = {
        "about/prepared_by": "Write your position, too.",
        "progress/figures[1]/value": "Is this the whole month?",
    }
    reviewing.review(net.p, record, "return", "Two things to mend.", remarks)
    net.send(net.p, net.a)
    filling = open_filling(net.a, record, "en")
    assert filling.editing
    assert (filling.background.state, filling.background.reviews[0].reason) == ("returned", "Two things to mend.")
    remarked = question(filling, "about/prepared_by")
    assert (remarked.reviewer, remarked.remark) == ("PWON", "Write your position, too.")
    cell = table_of(filling, FIGURES).rows[0].cells[2]
    assert cell is not None
    assert cell.remark == "Is this the whole month?"


def test_a_reviewer_reads_what_was_sent(net: Network) -> None:
    record = sent(net)
    filling = open_filling(net.p, record, "en")
    around = filling.background
    assert (filling.editing, around.reviewable, around.own, around.author) == (False, True, False, "WASA Faisalabad")
    assert question(filling, "about/prepared_by").value == "Sample Engineer"
    assert isinstance(filling.page(1).parts[0], RepeatTable)
    filling.correct()
    assert not filling.editing


@pytest.mark.parametrize("kind", ["partnership", "work_plan"])
def test_every_kind_can_be_opened(net: Network, kind: str) -> None:
    (document,) = documents(net.p, kind)
    filling = open_filling(net.p, document.id, "ur")
    for number in range(len(filling.pages)):
        assert filling.page(number).title
    assert not filling.problems()
