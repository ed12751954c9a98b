"""Opening a sheet: rows and answers are laid into a new instance, defaults where it is begun, then all is computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from wopdesk.xlsform.answers import canonical
from wopdesk.xlsform.definition import Definition
from wopdesk.xlsform.environment import Environment
from wopdesk.xlsform.graph import Graph
from wopdesk.xlsform.sheet.cells import Cell, grow, steps
from wopdesk.xlsform.sheet.sheet import Sheet
from wopdesk.xlsform.sheet.speaker import Speaker
from wopdesk.xlsform.sheet.state import State

_LONGEST_PATH = 10_000
Answers = Mapping[str, str]
Rows = Mapping[str, Sequence[str]]


def open_sheet(
    definition: Definition, graph: Graph, environment: Environment, answers: Answers, rows: Rows, *, fresh: bool
) -> Sheet:
    """A sheet with rows and answers.

    Args:
        definition: The form.
        graph: Its dependencies.
        environment: The day and the lists; it is given the instance.
        answers: Text by path. Answers without a place are kept aside; values of computed elements are computed anew.
        rows: Row ids in order, by the path of their repeat. Rows that only an answer names come after these.
        fresh: Whether it is begun now: then defaults apply where there is no answer.
    """
    instance = deepcopy(definition.instance)
    environment.root = instance
    root = grow(definition, instance[0], (), None)
    state = State(definition, graph, environment, root)
    speaker = Speaker(definition, graph, environment, state.cells)  # expressions may ask for labels from the first on
    opening = _Opening(state, answers, fresh=fresh)
    opening.lay_rows(rows)
    unplaced = opening.lay_answers()
    state.everything()
    for event in ("odk-instance-first-load", "odk-instance-load") if fresh else ("odk-instance-load",):
        wave = state.wave()
        state.fire(event, definition.events, root, wave, frozenset(answers))
        wave.run()
    return Sheet(definition, state, speaker, unplaced)


class _Opening:
    def __init__(self, state: State, answers: Answers, *, fresh: bool) -> None:
        self._state = state
        self._answers = answers
        self._fresh = fresh
        self._answered = {
            path[: at + 1] for path in _placeable(answers) for at, letter in enumerate(path) if letter == "]"
        }
        if not fresh:
            self._clear(state.root)

    def lay_rows(self, rows: Rows) -> None:
        """Make all rows, outer ones first."""
        named: dict[str, dict[str, None]] = {path: dict.fromkeys(ids) for path, ids in rows.items()}
        for row in sorted(self._answered):
            path, _, identifier = row[:-1].rpartition("[")
            named.setdefault(path, {})[identifier] = None
        for path in sorted(named, key=lambda path: path.count("[")):
            for identifier in named[path]:
                self._lay_row(path, identifier)

    def lay_answers(self) -> dict[str, str]:
        """Give every answer to its cell; what has none is returned."""
        unplaced: dict[str, str] = {}
        for path, text in self._answers.items():
            try:
                cell = self._state.cell(path)
            except KeyError:
                unplaced[path] = text
                continue
            if not cell.is_leaf:
                unplaced[path] = text
            elif not cell.bind.is_computed:
                cell.value = canonical(text, cell.bind.type)
                cell.element.text = cell.value or None
        return unplaced

    def _lay_row(self, path: str, identifier: str) -> None:
        try:
            steps(path)
            parent, names = self._state.place_of_rows(path)
        except KeyError:
            return
        wave = self._state.wave()
        row = self._state.add_row(parent, names, identifier, wave)
        if not self._fresh or row.path in self._answered:
            self._clear(row)

    def _clear(self, top: Cell) -> None:
        """Take the form's defaults back: this was answered before, and an empty answer is one."""
        for cell in top.walk():
            if cell.is_leaf:
                cell.value = ""
                cell.element.text = None


def _placeable(answers: Answers) -> Iterator[str]:
    """The paths that a form may know; what is longer than any has no place."""
    return (path for path in answers if len(path) <= _LONGEST_PATH)
