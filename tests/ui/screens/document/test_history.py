"""Which step is the next one where a person is."""

from wopdesk.ui.screens.document.history import History, Step
from wopdesk.ui.screens.document.standing import Change


def step(at: str, **texts: tuple[str, str]) -> Step:
    return Step(at, Change(texts, {}))


def test_the_last_step_at_a_field_is_the_next_one_there_either_way() -> None:
    here, elsewhere = step("here", here=("", "1")), step("elsewhere", elsewhere=("", "2"))
    history = History([here, elsewhere])
    history.come_to("here")
    assert history.undo() == here
    assert history.undo() == elsewhere
    history.come_to("here")
    assert history.redo() == here


def test_it_waits_for_a_later_one_that_changed_the_same() -> None:
    here, after = step("here", here=("", "1")), step("elsewhere", elsewhere=("", "2"), here=("1", "3"))
    history = History([here, after])
    history.come_to("here")
    assert history.undo() == after


def test_rows_are_taken_back_in_their_order() -> None:
    added, after = Step("rows", Change({}, {"rows": ((), ("a",))})), step("elsewhere", elsewhere=("", "2"))
    history = History([added, after])
    history.come_to("rows")
    assert history.undo() == after
