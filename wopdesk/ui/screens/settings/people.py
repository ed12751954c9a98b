"""Who works here: the names to pick from, and who is working now."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.settings.content import Content, Person
from wopdesk.ui.screens.settings.panel import Panel
from wopdesk.ui.screens.settings.person_row import LONGEST, PersonRow
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.page import emptied
from wopdesk.ui.widgets.words import Words


class PeoplePanel(Panel):
    """The list; `asked` tells "person" or "remove" and a name, or "correct", a name and how it is to be written."""

    def __init__(self) -> None:
        super().__init__()
        card = Card("Who works here")
        card.body.addWidget(Words("The name stands beside what is saved, and on papers.", "quiet", wrap=True))
        card.body.addSpacing(SPACE.small)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE.small)
        card.body.addLayout(self._rows)
        self.column.addWidget(card)
        self.column.addWidget(self._another())
        self.shown: tuple[Person, ...] = ()
        self.rows: dict[str, PersonRow] = {}

    def _another(self) -> Card:
        card = Card("Somebody else")
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST)
        self.add = Button("Add and let work", "primary", "plus")
        self.add.setEnabled(False)
        self.name.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.name.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        card.body.addWidget(Words("Name and position", "label"))
        card.body.addLayout(row)
        card.body.addWidget(Words("With a comma between them: Sample Engineer, Deputy Director", "hint", wrap=True))
        return card

    def _add(self) -> None:
        if self.name.text().strip():
            self.asked.emit("person", self.name.text())
            self.name.clear()

    @override
    def show_content(self, content: Content) -> None:
        self.name.setAccessibleName(tr("Name and position"))
        if content.people == self.shown:
            return
        self.shown = content.people
        emptied(self._rows)
        self.rows = {person.name: self._row(person) for person in content.people}
        for number, row in enumerate(self.rows.values()):
            if number:
                self._rows.addWidget(hairline())
            self._rows.addWidget(row)

    def _row(self, person: Person) -> PersonRow:
        row = PersonRow(person)
        row.works.connect(lambda: self.asked.emit("person", person.name))
        row.corrected.connect(lambda name: self.asked.emit("correct", (person.name, name)))
        row.removed.connect(lambda: self.asked.emit("remove", person.name))
        return row
