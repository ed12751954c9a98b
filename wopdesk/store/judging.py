"""Why an operation is held, as far as it can be told without its neighbours in the field."""

from __future__ import annotations

from wopdesk.records.batch import Batch, Operation
from wopdesk.records.fields import BEHALF, KIND
from wopdesk.records.founding import founds, read_founding
from wopdesk.records.ids import Founding, Space
from wopdesk.records.kinds import FACILITATOR, Rules
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
        self._cases: dict[tuple[object, ...], dict[str, Held | None]] = {}
        self._last: tuple[object, object, object] = (None, None, None)
        self._fields: dict[str, Held | None] = {}

    def held(
        self, op: Operation, batch: Batch, verdict: Author | Held, seen: Seen, at: tuple[int, Space]
    ) -> Held | None:
        """Why `op` is held, or None. `verdict` is its batch's; `at` is where it stands, by number and as value."""
        if op.field == KIND:
            if op.value == seen.said and at[0] in seen.spaces:
                return None
            founding = read_founding(op.value)
            return None if founding and founds(founding, op.rec, at[1]) else Held.BAD_KIND
        if isinstance(verdict, Held):
            return verdict
        if seen.founding is None or at[0] not in seen.spaces:
            return Held.NOT_FOUNDED
        if not (batch is self._last[0] and verdict is self._last[1] and seen is self._last[2]):
            self._last = batch, verdict, seen
            self._fields = self._case(op, batch, verdict, seen.founding)
        if op.field not in self._fields:
            form, behalf = batch.forms.get(seen.founding.kind), _on_behalf(op, batch, verdict)
            self._fields[op.field] = judge(op.field, verdict, seen.founding, form, behalf=behalf, rules=self._rules)
        return self._fields[op.field]

    def cases(
        self, op: Operation, batch: Batch, verdict: Author | Held, seen: Seen, space_n: int
    ) -> dict[str, Held | None]:
        """What was judged so far of operations in the place of this one, by field; `held` judges all others."""
        if isinstance(verdict, Held) or seen.founding is None or space_n not in seen.spaces:
            return {}
        return self._case(op, batch, verdict, seen.founding)

    def _case(self, op: Operation, batch: Batch, verdict: Author, founding: Founding) -> dict[str, Held | None]:
        """What was judged so far, by field, where all but the field is equal."""
        form, behalf = batch.forms.get(founding.kind), _on_behalf(op, batch, verdict)
        case = (verdict.space.id, verdict.office, verdict.role, founding.owner, founding.kind, form, behalf)
        return self._cases.setdefault(case, {})


def _on_behalf(op: Operation, batch: Batch, verdict: Author) -> bool:
    return verdict.role == FACILITATOR and any(one.field == BEHALF and one.rec == op.rec for one in batch.ops)
