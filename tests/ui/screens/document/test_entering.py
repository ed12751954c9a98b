"""Blocks of cells from Excel, laid on a table: what lies where, and what a person is told of the rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer

from tests.desk.offices import Network
from tests.ui.screens.document.fixed import LISTS, PLAN, begun, form
from tests.ui.screens.document.opened import table_of
from tests.ui.screens.document.shown import Seat, filling, pager
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.repeat import RepeatEditor
from wopdesk.ui.screens.document.entered import said_of
from wopdesk.ui.screens.document.entering import MOST_LINES, Block, Entering, Left
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.summary import review
from wopdesk.ui.shell.where import Where
from wopdesk.xlsform import compiled_text, load_xform

Sit = Callable[[str], Seat]
WORK, FIGURES = "work/activities", "progress/figures"
FIRST, SECOND = PLAN[0]["title"], PLAN[1]["title"]


def pasted(filling: Filling, repeat: str, column: int, cells: list[list[str]]) -> Left:
    entering = filling.begin_paste(repeat, 0, column, cells)
    assert entering is not None
    entering.go_on()
    filling.end_paste(entering)
    return entering.left


def answers(filling: Filling, repeat: str) -> list[dict[str, str]]:
    rows = table_of(filling, repeat).rows
    return [{cell.path.rpartition("/")[2]: cell.value for cell in row.cells if cell and cell.value} for row in rows]


def place_of(filling: Filling, name: str) -> int:
    """The number of the column that asks something."""
    return [column.path.rpartition("/")[2] for column in table_of(filling, WORK).columns].index(name)


def with_rows(count: int = 1) -> Filling:
    filling = begun()
    for _ in range(count):
        filling.add_row(WORK)
    return filling


def test_a_cell_over_what_cannot_be_changed_is_left_out_in_its_place_and_counted() -> None:
    filling = with_rows()
    assert [column.readonly for column in table_of(filling, WORK).columns][:3] == [False, True, True]
    cells = [[FIRST, "99", "", "40", "Sample words"], [SECOND, "98", "", "", "Sample leak"]]
    left = pasted(filling, WORK, 0, cells)
    assert answers(filling, WORK) == [
        {"activity": "act0", "planned": "60", "done": "40", "description": "Sample words"},
        {"activity": "act1", "planned": "25", "description": "Sample leak"},
    ]
    assert (left.fixed, list(left.names), left.cells) == (2, ["Plan"], 2)


def test_what_stands_there_already_is_not_missed() -> None:
    filling = with_rows()
    left = pasted(filling, WORK, 0, [[FIRST, "60", "", "40", "Sample words"]])
    assert (left.cells, said_of(left)) == (0, "")


def test_a_list_without_the_columns_that_cannot_be_changed_fills_those_that_can() -> None:
    filling = with_rows()
    left = pasted(filling, WORK, 0, [[FIRST, "40", "Sample words"], ["Unheard of", "50 %", "Sample leak"]])
    assert [(one["done"], one["description"]) for one in answers(filling, WORK)] == [
        ("40", "Sample words"),
        ("50", "Sample leak"),
    ]
    assert left.cells == 0


def test_an_unknown_choice_stands_as_it_was_written_and_its_column_is_named() -> None:
    filling = with_rows()
    left = pasted(filling, WORK, 0, [["Sample unheard-of work", "", "", "40", "Sample words"]])
    cell = table_of(filling, WORK).rows[0].cells[0]
    assert cell is not None
    assert cell.value == "Sample unheard-of work"
    assert "Sample unheard-of work" in cell.problem
    assert left.unknown == [("Sample unheard-of work", "Activity")]
    assert all(word in said_of(left) for word in ("Sample unheard-of work", "Activity"))


def test_without_a_work_plan_an_activity_that_is_none_is_told_at_the_cell_the_page_and_the_review() -> None:
    usual, (made, _) = begun(), form()
    sheet = made.sheet({"about/nil_return": "no"}, datasets={**LISTS, "work_plan_activities": []})
    filling = Filling(made, sheet, usual.background, "en")
    pasted(filling, WORK, 0, [["Sample unheard-of work", "", "", "40", "Sample words"]])
    cell = table_of(filling, WORK).rows[0].cells[0]
    assert cell is not None
    assert cell.value == "Sample unheard-of work"
    assert cell.problem
    (page,) = [one for one in filling.stages() if one.path == "work"]
    assert (page.state, page.problems) == ("problem", 1)
    assert cell.path in {one.path for one in review(filling).problems}
    filling.remove_rows(WORK, sheet.rows()[WORK][:1])
    assert cell.path not in {one.path for one in review(filling).problems}


def test_cells_beyond_the_table_are_counted() -> None:
    left = pasted(begun(), FIGURES, 3, [["4", "Sample", "5"], ["5"], ["6"]])
    assert (left.beyond, left.cells) == (2, 2)


def test_a_cell_is_taken_where_it_is_asked_and_counted_where_it_is_not() -> None:
    filling = with_rows()
    pasted(filling, WORK, 0, [[FIRST, "60", "", "20", "Sample words"]])
    assert table_of(filling, WORK).asked[4]  # it is less than was said before, so the reason is asked
    cells = [[FIRST, "60", "", "10", "Sample reason", "Sample words"], [SECOND, "25", "", "20", "Sample reason", ""]]
    left = pasted(filling, WORK, 0, cells)
    assert [one.get("done_reason") for one in answers(filling, WORK)] == ["Sample reason", None]
    assert (left.unasked, left.cells) == (1, 1)


def test_a_column_that_is_not_seen_takes_nothing() -> None:
    filling = with_rows()
    left = pasted(filling, WORK, 0, [[FIRST, "60", "", "20", "Sample words", "Sample of another column"]])
    assert answers(filling, WORK)[0]["description"] == "Sample words"
    assert "done_reason" not in answers(filling, WORK)[0]
    assert (left.beyond, left.cells) == (1, 1)


def test_no_more_lines_are_taken_than_a_table_should_have() -> None:
    filling = with_rows()
    left = pasted(filling, WORK, 0, [["", "", "", "", "Sample"]] * (MOST_LINES + 2))
    assert len(filling.standing.rows[WORK]) == MOST_LINES
    assert (left.more, left.cells) == (2, 2)


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (Left(fixed=1, names={"Plan": None}), ("1 cell was not taken", "Plan")),
        (Left(fixed=2, names={"Plan": None}, unasked=1, beyond=3), ("6 cells were not taken", "Plan", "nothing")),
        (Left(unknown=[("Sample", "Activity"), ("Other", "Activity")]), ("2 cells", "“Sample”", "Activity")),
    ],
)
def test_what_was_not_taken_is_said_with_its_reason(left: Left, words: tuple[str, ...]) -> None:
    assert [word for word in words if word not in said_of(left)] == []
    assert said_of(left).count(". ") == 0


FORM = """# Sample

| settings |
| | form_title | form_id | version | default_language |
| | Sample | sample | 1 | English (en) |

| survey |
| | type | name | label::English (en) | relevant | calculation | readonly | appearance |
| | begin_repeat | r | Rows | | | | table |
| | text | more | Say more | ${why} != '' | | | |
| | text | why | Why not? | ${done} = 'no' | | | |
| | select_one yn | done | Done | | | | |
| | select_multiple yn | some | Any | | | | |
| | select_one yn | fixed | Fixed | | 'yes' | yes | |
| | end_repeat | | | | | | |

| choices |
| | list_name | name | label::English (en) |
| | yn | yes | Yes |
| | yn | no | No |
"""


def entered(columns: list[Question], line: list[str]) -> tuple[Left, dict[str, str]]:
    """What became of one line of cells in a form of its own."""
    sheet = load_xform(compiled_text(FORM)).sheet()
    entering = Entering(sheet, "r", Block(0, tuple(columns), [line]), adds=True)
    entering.go_on()
    return entering.left, {path.rpartition("/")[2]: text for path, text in sheet.kept().items()}


def test_a_cell_is_taken_that_only_a_column_further_right_asks_for() -> None:
    columns = [Question(f"r/{name}", "text") for name in ("more", "why")] + [Question("r/done", "select_one")]
    left, texts = entered(columns, ["Sample words", "Sample rain", "No"])
    assert (left.cells, texts) == (0, {"more": "Sample words", "why": "Sample rain", "done": "no"})
    left, texts = entered(columns, ["Sample words", "Sample rain", "Yes"])
    assert (left.unasked, left.cells, texts) == (2, 2, {"done": "yes"})


def test_two_choices_are_known_only_where_several_can_be_chosen() -> None:
    columns = [Question("r/done", "select_one", "Done"), Question("r/some", "select_multiple", "Any")]
    left, _ = entered(columns, ["yes no", "yes no"])
    assert left.unknown == [("yes no", "Done")]


def test_a_fixed_choice_that_is_pasted_back_in_words_is_not_missed() -> None:
    columns = [Question("r/done", "select_one"), Question("r/fixed", "select_one", readonly=True)]
    assert [entered(columns, ["Yes", text])[0].fixed for text in ("Yes", "yes", "", "No")] == [0, 0, 0, 1]


def begin(net: Network, sit: Sit) -> tuple[Seat, Filling]:
    seat = sit("a")
    answers = (("about/period", "2026-10"),)
    screen = seat.open(Where("document", kind="monthly_report", space=net.home.id, answers=answers))
    pager(screen).turn(2)
    screen.view.row_wanted.emit(WORK)
    return seat, filling(screen)


def test_many_rows_come_in_while_the_window_goes_on_and_go_in_one_step(net: Network, sit: Sit) -> None:
    seat, now = begin(net, sit)
    (screen,) = seat.screens
    before, turns, column = now.standing, list[int](), place_of(now, "done")
    screen.view.pasted.emit(WORK, 0, column, [["40", f"Sample words {number}"] for number in range(500)])
    QTimer.singleShot(0, screen, lambda: turns.append(len(now.standing.rows[WORK])))
    assert screen.view.foot.kept_words.isVisible()
    seat.wait(lambda: len(now.standing.rows[WORK]) == 500)
    assert turns == [1]
    screen.undo()
    assert now.standing == before


def test_many_rows_go_and_come_back_while_the_window_goes_on(net: Network, sit: Sit) -> None:
    seat, now = begin(net, sit)
    (screen,), column, turns = seat.screens, place_of(now, "done"), list[int]()
    shown = next(one for one in screen.view.findChildren(RepeatEditor) if one.model.table.path == WORK)
    screen.view.pasted.emit(WORK, 0, column, [["40", f"Sample words {number}"] for number in range(500)])
    seat.wait(lambda: shown.model.rowCount() == 500)
    pasted = now.standing
    screen.undo()
    QTimer.singleShot(0, screen, lambda: turns.append(shown.model.rowCount()))
    seat.wait(lambda: shown.model.rowCount() == 1)
    pager(screen).redo()
    QTimer.singleShot(0, screen, lambda: turns.append(shown.model.rowCount()))
    assert now.standing == pasted
    seat.wait(lambda: shown.model.rowCount() == 500)
    assert turns == [500, 1]
    assert now.standing == pasted


def test_what_is_done_while_many_rows_go_waits_for_them(net: Network, sit: Sit) -> None:
    seat, now = begin(net, sit)
    (screen,), column, before = seat.screens, place_of(now, "done"), now.standing
    screen.view.pasted.emit(WORK, 0, column, [["40", f"Sample words {number}"] for number in range(300)])
    screen.undo()
    screen.view.answered.emit("work/other", "Sample")
    assert now.standing.rows == before.rows
    assert now.standing.texts == {**before.texts, "work/other": "Sample"}
    screen.undo()
    assert now.standing == before


def test_what_is_done_while_rows_come_in_waits_for_them_and_leaving_saves_them(net: Network, sit: Sit) -> None:
    seat, now = begin(net, sit)
    (screen,), column = seat.screens, place_of(now, "done")
    screen.view.pasted.emit(WORK, 0, column, [["40", f"Sample words {number}"] for number in range(300)])
    screen.view.answered.emit("work/other", "Sample")
    assert len(now.standing.rows[WORK]) == 300
    screen.view.pasted.emit(WORK, 0, column, [["50", f"Sample words {number}"] for number in range(300)])
    screen.leave()
    assert {now.standing.texts[f"{WORK}[{row}]/done"] for row in now.standing.rows[WORK]} == {"50"}
    assert not screen.keeper.dirty
