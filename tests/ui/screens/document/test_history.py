"""Which step is the next one: time alone says it."""

from wopdesk.ui.screens.document.history import History, Step
from wopdesk.ui.screens.document.standing import Change


def step(at: str, **texts: tuple[str, str]) -> Step:
    return Step(at, Change(texts, {}))


def test_steps_go_back_and_forth_in_the_order_of_time() -> None:
    history = History()
    first, second, third = step("here", here=("", "1")), step("there", there=("", "2")), step("here", here=("1", "3"))
    for one in (first, second, third):
        history.add(one)
    assert [history.undo() for _ in range(4)] == [third, second, first, None]
    assert [history.redo() for _ in range(4)] == [first, second, third, None]
