"""Why an operation is held, as far as it can be told without its neighbours in the field."""

from __future__ import annotations

from wopdesk.records.batch import Batch, Operation
from wopdesk.records.fields import BEHALF, KIND
from wopdesk.records.founding import founds, read_founding
from wopdesk.records.ids import Space
from wopdesk.records.kinds import Rules
from wopdesk.records.permission import Author, Held, judge
from wopdesk.store.known import Seen

VISIBLE, SUPERSEDED = 0, 1
"""States of an operation that counts; the held ones follow."""
_HELD = list(Held)
_STATES = {held: 2 + number for number, held in enumerate(_HELD)}


def state_of(held: Held) -> int:
    """How a held operation's reason is kept."""
    return _STATES[held]


def held_reason(state: int) -> Held | None:
    """The reason that a state stands for, or None when the operation counts."""
    return _HELD[state - 2] if state > SUPERSEDED else None


class Judge:
    """Judges operations of one transaction; equal cases are judged once."""

    def __init__(self, rules: Rules) -> None:
        """Under these kinds."""
        self._rules = rules
        self._judged: dict[tuple[object, ...], Held | None] = {}

    def held(
        self, op: Operation, batch: Batch, verdict: Author | Held, seen: Seen, at: tuple[int, Space]
    ) -> Held | None:
        """Why `op` is held, or None. `verdict` is its batch's; `at` is where it stands, by number and as value."""
        space_n, space = at
        if op.field == KIND:
            founding = read_founding(op.value)
            return None if founding and founds(founding, op.rec, space) else Held.BAD_KIND
        if isinstance(verdict, Held):
            return verdict
        if seen.founding is None or space_n not in seen.spaces:
            return Held.NOT_FOUNDED
        form = batch.forms.get(seen.founding.kind)
        behalf = verdict.role == "facilitator" and any(one.field == BEHALF and one.rec == op.rec for one in batch.ops)
        case = (op.field, seen.n, space_n, verdict.office, verdict.role, form, behalf)
        if case not in self._judged:
            self._judged[case] = judge(op.field, verdict, seen.founding, form, behalf=behalf, rules=self._rules)
        return self._judged[case]
