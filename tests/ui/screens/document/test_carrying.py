"""What was done before a record was read again, since it changed elsewhere, can still be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desk.offices import Network
from tests.ui.screens.document.shown import Seat, filling
from wopdesk.desk import documents, filing
from wopdesk.desk.documents import Document
from wopdesk.ui.screens.document.carrying import carry
from wopdesk.ui.screens.document.history import History, Step
from wopdesk.ui.screens.document.screen import DocumentScreen
from wopdesk.ui.screens.document.standing import Change, Standing, change_between
from wopdesk.ui.shell.where import Where

Sit = Callable[[str], Seat]
FOUND = "findings/found"
IDS = "abcdef"
EDITS = st.lists(st.tuples(st.sampled_from(("add", "drop", "row", "top")), st.integers(0, 5), st.integers(0, 8)))


def begin(net: Network, sit: Sit) -> tuple[Seat, DocumentScreen]:
    seat = sit("a")
    answers = (("about/period", "2026-10"),)
    return seat, seat.open(Where("document", kind="monthly_report", space=net.home.id, answers=answers))


def elsewhere(seat: Seat, screen: DocumentScreen, path: str, text: str) -> None:
    name = filling(screen).background.record
    seat.office.do(lambda desk: filing.answer(desk, name, {path: text}))
    seat.wait(lambda: filling(screen).standing.texts.get(path) == text)


def test_steps_are_taken_back_past_what_came_from_elsewhere(net: Network, sit: Sit, qtbot: QtBot) -> None:
    seat, screen = begin(net, sit)
    screen.view.answered.emit("work/other", "Sample")
    screen.view.answered.emit("progress/produced", "1200")
    screen.view.answered.emit("progress/produced", "1234")
    elsewhere(seat, screen, "progress/description", "From elsewhere")
    assert not seat.notices
    assert not screen.view.banners.isVisible()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(screen, Qt.Key.Key_Z, control)
    assert filling(screen).standing.texts.get("progress/produced") is None
    assert filling(screen).standing.texts["work/other"] == "Sample"
    qtbot.keyClick(screen, Qt.Key.Key_Z, control)
    assert "work/other" not in filling(screen).standing.texts
    assert filling(screen).standing.texts["progress/description"] == "From elsewhere"
    assert not filling(screen).can_undo
    qtbot.keyClick(screen, Qt.Key.Key_Y, control)
    assert filling(screen).standing.texts["work/other"] == "Sample"


def test_what_changed_elsewhere_is_not_undone_here_and_that_is_told(net: Network, sit: Sit) -> None:
    seat, screen = begin(net, sit)
    screen.view.answered.emit("progress/produced", "1200")
    screen.view.answered.emit("work/other", "Sample")
    screen.keeper.save()
    elsewhere(seat, screen, "progress/produced", "5000")
    assert len(seat.notices) == 1
    screen.undo()
    assert "work/other" not in filling(screen).standing.texts
    screen.undo()
    assert filling(screen).standing.texts["progress/produced"] == "5000"


def test_what_is_typed_is_saved_after_the_record_was_read_again(net: Network, sit: Sit) -> None:
    seat, screen = begin(net, sit)
    screen.view.answered.emit("work/other", "Sample")
    elsewhere(seat, screen, "progress/description", "From elsewhere")
    assert screen.keeper.dirty


def test_rows_from_elsewhere_stay_where_a_row_of_ones_own_is_taken_back() -> None:
    before = Standing({"r[a]/x": "1", "r[b]/x": "2"}, {"r": ("a", "b")})
    now = Standing({"r[b]/x": "2", "r[c]/x": "3"}, {"r": ("c", "b")})
    history = History([Step("r[b]", Change({"r[b]/x": ("", "2")}, {"r": (("a",), ("a", "b"))}))])
    carried = carry(history, before, now)
    (step,) = carried.history.steps[0]
    assert carried.whole
    assert step.change.reversed.onto(now) == Standing({"r[c]/x": "3"}, {"r": ("c",)})


def test_a_row_taken_away_comes_back_at_its_place_among_those_from_elsewhere() -> None:
    before = Standing({}, {"r": ("a", "c")})
    now = Standing({}, {"r": ("a", "c", "d")})
    history = History([Step("r", Change({"r[b]/x": ("2", "")}, {"r": (("a", "b", "c"), ("a", "c"))}))])
    (step,) = carry(history, before, now).history.steps[0]
    assert step.change.reversed.onto(now) == Standing({"r[b]/x": "2"}, {"r": ("a", "b", "c", "d")})


def edited(standing: Standing, edit: tuple[str, int, int]) -> Standing:
    """One row added or taken away, or one answer given."""
    act, number, text = edit
    texts, rows = dict(standing.texts), list(standing.rows.get("r", ()))
    row = IDS[number]
    match act:
        case "add" if row not in rows:
            rows.insert(text % (len(rows) + 1), row)
            texts[f"r[{row}]/x"] = str(text)
        case "drop" if row in rows:
            rows.remove(row)
            texts = {path: said for path, said in texts.items() if not path.startswith(f"r[{row}]")}
        case "row" if row in rows:
            texts[f"r[{row}]/{'xy'[text % 2]}"] = str(text)
        case "top":
            texts["pq"[number % 2]] = str(text)
    return Standing({path: said for path, said in texts.items() if said}, {"r": tuple(rows)} if rows else {})


def history_of(edits: list[tuple[str, int, int]], undone: int) -> tuple[History, list[Standing]]:
    """What was done one after the other, the last of it taken back; and what stood after each."""
    stood, history = [Standing({}, {})], History()
    for edit in edits:
        now = edited(stood[-1], edit)
        change = change_between(stood[-1], now)
        if change:
            history.add(Step("r", change))
            stood.append(now)
    for _ in range(undone):
        history.undo()
    return history, stood


def onward(history: History, now: Standing) -> Iterator[Standing]:
    """All that a person could come to by taking back and doing again."""
    done, undone = history.steps
    for changes in ([one.change.reversed for one in reversed(done)], [one.change for one in reversed(undone)]):
        standing = now
        for change in changes:
            standing = change.onto(standing)
            yield standing


def rows_of(standing: Standing) -> set[str]:
    return set(standing.rows.get("r", ()))


@settings(max_examples=400, deadline=None)
@given(EDITS, st.integers(0, 4), st.integers(0, 8), EDITS)
def test_no_step_takes_back_what_came_from_elsewhere(
    mine: list[tuple[str, int, int]], undone: int, saved: int, theirs: list[tuple[str, int, int]]
) -> None:
    history, stood = history_of(mine, undone)
    before, own = stood[len(history.steps[0])], stood[min(saved, len(stood) - 1)]
    now, own_now = before, own
    for edit in theirs:
        hidden = edit[0] != "top" and IDS[edit[1]] in rows_of(own) - rows_of(before)
        now, own_now = now if hidden else edited(now, edit), edited(own_now, edit)
    seen, there = change_between(before, now), change_between(own, own_now)
    stay = {row for row in rows_of(now) if any(path.startswith(f"r[{row}]") for path in seen.texts)}
    stay |= rows_of(now) - rows_of(before)
    for standing in onward(carry(history, before, now, (own, own_now)).history, now):
        rows = rows_of(standing)
        assert {path: standing.texts.get(path, "") for path in seen.texts} == {
            path: after for path, (_, after) in seen.texts.items()
        }
        assert not rows & ((rows_of(before) - rows_of(now)) | (rows_of(own) - rows_of(own_now) - rows_of(before)))
        assert stay <= rows
        assert {path[2] for path in standing.texts if path.startswith("r[")} <= rows
        for path, (_, after) in there.texts.items():
            if path.startswith("r[") and path[2] in (rows & rows_of(own)) - rows_of(before) - rows_of(now):
                assert standing.texts.get(path, "") == after


@given(EDITS, st.integers(0, 4))
def test_where_nothing_came_every_step_stays_as_it_was(mine: list[tuple[str, int, int]], undone: int) -> None:
    history, stood = history_of(mine, undone)
    now = stood[len(history.steps[0])]
    carried = carry(history, now, now, (stood[0], stood[0]))
    assert carried.whole
    assert carried.history.steps == history.steps


def new_finding(screen: DocumentScreen) -> tuple[str, str]:
    """A row with a text in it, saved; the row, and the path of the text."""
    screen.view.row_wanted.emit(FOUND)
    row = filling(screen).standing.rows[FOUND][-1]
    path = f"{FOUND}[{row}]/finding"
    screen.view.answered.emit(path, "Sample of my own")
    screen.keeper.save()
    return row, path


def saved_of(seat: Seat, screen: DocumentScreen) -> Document:
    """The record once it was saved."""
    screen.keeper.save()
    heard: list[Document] = []
    name = filling(screen).background.record
    seat.office.ask(lambda desk: documents.find_document(desk, name), heard.append)
    seat.wait(lambda: bool(heard))
    return heard[0]


def test_a_row_in_which_somebody_else_wrote_is_not_taken_away_by_undo(net: Network, sit: Sit) -> None:
    seat, screen = begin(net, sit)
    row, path = new_finding(screen)
    elsewhere(seat, screen, path, "Sample of a colleague")
    assert "changed elsewhere" in seat.notices[-1].text
    screen.undo()
    saved = saved_of(seat, screen)
    assert saved.answers[path] == "Sample of a colleague"
    assert saved.rows[FOUND] == [row]


def test_a_row_taken_away_here_comes_back_with_what_somebody_else_wrote_meanwhile(net: Network, sit: Sit) -> None:
    seat, screen = begin(net, sit)
    row, path = new_finding(screen)
    screen.view.rows_dropped.emit(FOUND, [row])
    before, name = filling(screen), filling(screen).background.record
    screen.keeper.flush()
    seat.office.do(lambda desk: filing.answer(desk, name, {path: "Sample of a colleague"}))
    seat.wait(lambda: filling(screen) is not before)
    assert "changed elsewhere" in seat.notices[-1].text
    screen.undo()
    assert filling(screen).standing.texts[path] == "Sample of a colleague"
    screen.undo()
    assert saved_of(seat, screen).answers[path] == "Sample of a colleague"
