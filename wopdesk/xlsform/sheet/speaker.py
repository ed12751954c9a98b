"""What a cell says to a person: its label and hint with answers woven in, its choices, its messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wopdesk.xlsform import xml
from wopdesk.xlsform.choosing import ChoiceList
from wopdesk.xlsform.definition import Control, Definition
from wopdesk.xlsform.environment import Environment
from wopdesk.xlsform.expressions.expression import Expression
from wopdesk.xlsform.expressions.site import located
from wopdesk.xlsform.graph import Graph
from wopdesk.xlsform.sheet.cells import Cell
from wopdesk.xlsform.sheet.fields import Choice
from wopdesk.xlsform.sheet.searching import Searching
from wopdesk.xlsform.wording import Template, Wording
from wopdesk.xlsform.xml import Element


class Speaker:
    """Texts of the cells of one sheet."""

    def __init__(
        self, definition: Definition, graph: Graph, environment: Environment, cells: Mapping[Element, Cell]
    ) -> None:
        """Speak for a sheet whose expressions are evaluated in an environment."""
        self._definition = definition
        self._whole = graph.whole
        self._environment = environment
        self._cells = cells
        self._language = definition.languages[0]
        self._speaking = self._language
        self._searching = Searching(environment, definition.languages)
        self._offered: dict[Element, Choice] = {}
        self._whole_lists: dict[ChoiceList, tuple[Choice, ...]] = {}
        environment.choice_label = self._choice_label
        environment.translation = self._translation

    def wording(self, template: Template, cell: Cell) -> Wording:
        """A text at a cell."""
        return template.wording(lambda expression, language: self._woven(expression, language, cell))

    def media(self, control: Control, cell: Cell) -> dict[str, Wording]:
        """Names of the files beside the label of a cell."""
        return {sort: self.wording(template, cell) for sort, template in control.media.items()}

    def choices(self, cell: Cell) -> tuple[Choice, ...]:
        """The choices a cell offers now."""
        control = self._definition.controls.get(cell.names)
        listed = control.choices if control is not None else None
        return self._offers(listed, cell) if listed is not None else ()

    def _offers(self, listed: ChoiceList, cell: Cell) -> tuple[Choice, ...]:
        """What a list offers at a cell."""
        if listed.search is not None:
            return self._searching.choices(listed.search, lambda label: self.wording(label, cell), cell.element)
        if listed.items is None:
            return tuple(Choice(value, self.wording(label, cell)) for value, label in listed.fixed)
        if listed.reads:
            return tuple(self._chosen_from(listed, listed.items, cell))
        if listed not in self._whole_lists:
            self._whole_lists[listed] = tuple(self._chosen_from(listed, listed.items, cell))
        return self._whole_lists[listed]

    def shown(self, cell: Cell) -> Wording:
        """The labels of what is chosen at a cell, in their order."""
        labels = {choice.value: choice.label for choice in self.choices(cell)}
        control = self._definition.controls.get(cell.names)
        found = [labels[value] for value in chosen(control, cell.value) if value in labels]
        said = {language: ", ".join(label(language) for label in found) for language in self._definition.languages}
        return Wording(said, self._language)

    def _chosen_from(self, listed: ChoiceList, items: Expression, cell: Cell) -> Iterator[Choice]:
        for item in items.elements(cell.element, self._environment):
            if isinstance(item, str):
                continue
            choice = self._offered.get(item)
            if choice is None:
                label, media = self._item_label(listed, item), self._item_media(listed, item)
                choice = Choice(xml.text_at(item, listed.value), label, media)
                if item not in self._cells:  # a row of the form itself may have another name tomorrow
                    self._offered[item] = choice
            yield choice

    def _item_media(self, listed: ChoiceList, item: Element) -> Mapping[str, Wording]:
        """Names of files of an item whose label has an itext id."""
        known = self._definition.media.get(xml.text_at(item, listed.label), {}) if listed.translated else {}
        return {sort: template.fixed or Wording() for sort, template in known.items()}

    def _item_label(self, listed: ChoiceList, item: Element) -> Wording:
        """The label of an item: by its itext id, or from its columns; `label_ur` is `label` in Urdu."""
        if listed.translated:
            template = self._definition.translations.get(xml.text_at(item, listed.label))
            return template.fixed or Wording() if template is not None else Wording()
        said = {language: xml.text_at(item, f"{listed.label}_{language}") for language in self._definition.languages}
        plain = xml.text_at(item, listed.label) or xml.text_at(item, listed.value)
        return Wording({**said, self._language: said[self._language] or plain}, self._language)

    def _woven(self, expression: Expression, language: str, cell: Cell) -> str:
        before, self._speaking = self._speaking, language
        try:
            return expression.text(cell.element, self._environment)
        finally:
            self._speaking = before

    def _choice_label(self, value: str, question: str, node: Element) -> str:
        """The label of a value at a question, seen from a node: the question in the same rows."""
        cell = self._cells.get(node)
        names = located(question, cell.names) if cell is not None else ()
        control = self._definition.controls.get(names)
        if cell is None or control is None:
            return ""
        near, listed = _nearest(cell, names), self._whole.get((cell.names, names), control.choices)
        offered = self._offers(listed, near) if near is not None and listed is not None else ()
        labels = {choice.value: choice.label for choice in offered}
        return ", ".join(labels[word](self._speaking) for word in chosen(control, value) if word in labels)

    def _translation(self, identifier: str) -> str:
        template = self._definition.translations.get(identifier)
        return template.fixed(self._speaking) if template is not None and template.fixed is not None else ""


def chosen(control: Control | None, value: str) -> list[str]:
    """The values chosen at a question: several are words; a single one may have blanks, where rows are chosen from."""
    single = control is not None and control.type == "select_one"
    return ([value] if value else []) if single else value.split()


def _nearest(cell: Cell, names: tuple[str, ...]) -> Cell | None:
    """The cell of a question in the innermost rows that both share."""
    shared = 0
    for mine, wanted in zip(cell.names, names, strict=False):
        if mine != wanted:
            break
        shared += 1
    return next(iter(cell.ancestor(shared).below(names)), None)
