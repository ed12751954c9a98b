"""A sheet: what desks and screens hold while a form is being filled or read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from wopdesk.xlsform.answers import canonical, in_order
from wopdesk.xlsform.definition import FINISHED, Definition
from wopdesk.xlsform.sheet.cells import Cell, fresh_row_id
from wopdesk.xlsform.sheet.examination import Examination
from wopdesk.xlsform.sheet.fields import Field, Unmet
from wopdesk.xlsform.sheet.speaker import Speaker
from wopdesk.xlsform.sheet.state import State
from wopdesk.xlsform.wording import Wording

_CHOSEN = frozenset({"select_one", "select_multiple", "rank"})
_SEVERAL = frozenset({"select_multiple"})
_NAME = ("meta", "instanceName")


class Sheet:
    """A form's answers and everything that follows from them.

    Attributes:
        unplaced: Answers that came with the sheet but have no place in this form.
    """

    def __init__(self, definition: Definition, state: State, speaker: Speaker, unplaced: dict[str, str]) -> None:
        """Hold a state that is computed already; `Form.sheet` makes sheets."""
        self.unplaced = unplaced
        self._definition = definition
        self._state = state
        self._speaker = speaker
        self._examination = Examination(definition, state.environment, self._speaker)
        self._around = frozenset(names[:depth] for names in definition.repeats for depth in range(len(names)))

    @property
    def title(self) -> str:
        """The name of what is filled: the form's `instance_name`, else its title."""
        found = self._state.root.below(_NAME)
        return (found[0].value if found else "") or self._definition.title

    def set(self, path: str, text: str) -> frozenset[str]:
        """Answer a question; "" takes the answer back.

        Returns:
            Paths of everything whose field may read differently now.

        Raises:
            KeyError: There is no such path.
            ValueError: The value there is computed, or the path is a group.
        """
        cell = self._state.cell(path)
        if cell.bind.is_computed or not cell.is_leaf:
            raise ValueError(f"{path} cannot be answered")
        wave = self._state.wave()
        self._state.store(cell, self._canonical(cell, text), wave)
        if wave.changed:
            wave.run()
            self._state.fire_changed(cell, wave)
        return wave.seen_differently()

    def add_row(self, path: str, row: str = "", place: int | None = None) -> frozenset[str]:
        """Add a row to a repeat, last if no place is given; see `rows` for its id if none is given.

        Returns:
            Paths of everything whose field may read differently now, the new row's among them.

        Raises:
            KeyError: There is no such repeat.
            ValueError: It has a row of that id already.
        """
        parent, names = self._state.place_of_rows(path)
        row = row or fresh_row_id()
        if any(cell.row == row for cell in parent.children[names[-1]]):
            raise ValueError(f"{path} has a row {row} already")
        wave = self._state.wave()
        self._state.add_row(parent, names, row, wave, place)
        wave.run()
        return wave.seen_differently() | {path}

    def remove_row(self, path: str) -> frozenset[str]:
        """Remove a row: `work/activities[k3f9…]`.

        Returns:
            Paths of everything whose field may read differently now; those of the row itself are gone.

        Raises:
            KeyError: There is no such row.
        """
        cell = self._state.cell(path)
        if not cell.row:
            raise KeyError(path)
        wave = self._state.wave()
        self._state.remove_row(cell, wave)
        wave.run()
        return wave.seen_differently() | {path.rpartition("[")[0]}

    def finish(self, now: datetime) -> frozenset[str]:
        """Note the moment at which filling ended, where the form asks for it (`end`).

        Returns:
            Paths of everything whose field may read differently now.
        """
        wave = self._state.wave()
        self._state.environment.now = now
        self._state.fire(FINISHED, self._definition.events, self._state.root, wave)
        wave.run()
        return wave.seen_differently()

    def offers(self, path: str) -> bool:
        """Whether a repeat is asked now, if it has rows or not.

        Raises:
            KeyError: There is no such repeat.
        """
        return self._state.offers(*self._state.place_of_rows(path))

    def field(self, path: str) -> Field:
        """A question, group, repeat row or computed value as it is now.

        Raises:
            KeyError: There is no such path.
        """
        cell = self._state.cell(path)
        control = self._definition.controls.get(cell.names)
        unmet = self._examination.unmet(cell)
        plain = "calculate" if cell.bind.calculate is not None else "hidden" if cell.is_leaf else "group"
        return Field(
            path=cell.path,
            type=control.type if control else plain,
            value=cell.value,
            relevant=cell.relevant,
            required=self._examination.required(cell),
            readonly=self._examination.readonly(cell),
            label=self._speaker.wording(control.label, cell) if control else Wording(),
            hint=self._speaker.wording(control.hint, cell) if control else Wording(),
            choices=self._speaker.choices(cell),
            problem=unmet.message if unmet else None,
            appearance=control.appearance if control else "",
            parameters=control.parameters if control else {},
            guidance=self._speaker.wording(control.guidance, cell) if control else Wording(),
            media=self._speaker.media(control, cell) if control else {},
        )

    def unmet(self, path: str) -> Unmet | None:
        """What a question lacks, as `problems` tells; None if it is good or not asked.

        Raises:
            KeyError: There is no such path.
        """
        return self._examination.unmet(self._state.cell(path))

    def problems(self) -> tuple[Unmet, ...]:
        """Every missing answer and unmet constraint, in the order of the form."""
        found = (self._examination.unmet(cell) for cell in self._state.root.walk())
        return tuple(unmet for unmet in found if unmet is not None)

    def answers(self) -> dict[str, str]:
        """What was answered and is relevant, by path."""
        return {cell.path: cell.value for cell in self._filled() if not cell.bind.is_computed}

    def computed(self) -> dict[str, str]:
        """What was computed and is relevant, by path."""
        return {cell.path: cell.value for cell in self._filled() if cell.bind.is_computed}

    def rows(self) -> dict[str, list[str]]:
        """The ids of the relevant rows in order, by the path of their repeat; repeats without rows are left out."""
        found: dict[str, list[str]] = {}
        for cell in self._rows():
            if cell.relevant:
                found.setdefault(cell.path.rpartition("[")[0], []).append(cell.row)
        return found

    def kept(self) -> dict[str, str]:
        """What was answered, by path, also where it is not asked now: all that would be lost with this sheet."""
        leaves = (cell for cell in self._state.root.walk() if cell.is_leaf and not cell.bind.is_computed)
        return {cell.path: cell.value for cell in leaves if cell.value != ""}

    def kept_rows(self) -> dict[str, list[str]]:
        """The ids of all rows in order, as `rows`, also where they are not asked now."""
        found: dict[str, list[str]] = {}
        for cell in self._rows():
            found.setdefault(cell.path.rpartition("[")[0], []).append(cell.row)
        return found

    def shown(self) -> dict[str, dict[str, str]]:
        """The labels of what was chosen, by path and language."""
        found: dict[str, dict[str, str]] = {}
        for cell in self._filled():
            control = self._definition.controls.get(cell.names)
            if control is not None and control.type in _CHOSEN:
                said = self._speaker.shown(cell).said
                found[cell.path] = {language: text for language, text in said.items() if text}
        return {path: said for path, said in found.items() if said}

    def _rows(self) -> Iterator[Cell]:
        return (cell for cell in self._state.root.walk(self._around) if cell.row)

    def _filled(self) -> Iterator[Cell]:
        return (cell for cell in self._state.root.walk() if cell.relevant and cell.is_leaf and cell.value != "")

    def _canonical(self, cell: Cell, text: str) -> str:
        control = self._definition.controls.get(cell.names)
        if control is not None and control.type in _SEVERAL:
            return in_order(text, [choice.value for choice in self._speaker.choices(cell)])
        return canonical(text, cell.bind.type)
