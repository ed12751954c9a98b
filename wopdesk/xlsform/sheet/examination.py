"""Whether the answer of a cell is good, and what to say if it is not."""

from __future__ import annotations

from dataclasses import dataclass

from wopdesk.xlsform.answers import fits
from wopdesk.xlsform.definition import Definition
from wopdesk.xlsform.environment import Environment
from wopdesk.xlsform.sheet.cells import Cell
from wopdesk.xlsform.sheet.fields import MISSING, NOT_MET, NOT_OFFERED, OUT_OF_RANGE, WRONG_TYPE, Unmet
from wopdesk.xlsform.sheet.speaker import Speaker, chosen
from wopdesk.xlsform.values import number
from wopdesk.xlsform.wording import Template, Wording

_CHOSEN = frozenset({"select_one", "select_multiple", "rank"})


@dataclass(frozen=True, slots=True)
class Examination:
    """Looks at the cells of one sheet."""

    definition: Definition
    environment: Environment
    speaker: Speaker

    def required(self, cell: Cell) -> bool:
        """Whether a cell must be answered."""
        rule = cell.bind.required
        return cell.relevant and rule is not None and rule.truth(cell.element, self.environment)

    def readonly(self, cell: Cell) -> bool:
        """Whether a person may not change a cell."""
        rule = cell.bind.readonly
        return cell.bind.is_computed or (rule is not None and rule.truth(cell.element, self.environment))

    def unmet(self, cell: Cell) -> Unmet | None:
        """What a cell lacks; `None` if it is good or not asked."""
        if not cell.relevant or not cell.is_leaf:
            return None
        if cell.value == "":
            return self._missing(cell)
        if not fits(cell.value, cell.bind.type):
            return Unmet(cell.path, "type", WRONG_TYPE[cell.bind.type])
        return self._outside(cell) or self._unfit(cell)

    def _outside(self, cell: Cell) -> Unmet | None:
        """What an answer lacks that is none of those the question offers."""
        if not self._offered(cell):
            return Unmet(cell.path, "choice", NOT_OFFERED)
        return None if self._on_scale(cell) else Unmet(cell.path, "constraint", OUT_OF_RANGE)

    def _unfit(self, cell: Cell) -> Unmet | None:
        """What an answer lacks that the form's own rule does not accept."""
        rule = cell.bind.constraint
        if rule is not None and not rule.truth(cell.element, self.environment):
            return Unmet(cell.path, "constraint", self._said(cell, cell.bind.constraint_message, NOT_MET))
        return None

    def _missing(self, cell: Cell) -> Unmet | None:
        if cell.bind.is_computed or not self.required(cell):
            return None
        return Unmet(cell.path, "missing", self._said(cell, cell.bind.required_message, MISSING))

    def _offered(self, cell: Cell) -> bool:
        """Whether everything chosen is still offered; a list that nobody brought says nothing against a choice."""
        control = self.definition.controls.get(cell.names)
        if control is None or control.type not in _CHOSEN:
            return True
        offered = {choice.value for choice in self.speaker.choices(cell)}
        if not offered and self._list_is_missing(cell):
            return True
        return set(chosen(control, cell.value)) <= offered

    def _on_scale(self, cell: Cell) -> bool:
        """Whether the number of a range lies between its ends."""
        control = self.definition.controls.get(cell.names)
        if control is None or control.type != "range":
            return True
        ends = [number(control.parameters.get(end, "")) for end in ("start", "end")]
        return not (number(cell.value) < min(ends) or number(cell.value) > max(ends))

    def _list_is_missing(self, cell: Cell) -> bool:
        listed = self.definition.controls[cell.names].choices
        return listed is not None and any(name in self.environment.absent for name in listed.brought)

    def _said(self, cell: Cell, template: Template, otherwise: Wording) -> Wording:
        return self.speaker.wording(template, cell) or otherwise
