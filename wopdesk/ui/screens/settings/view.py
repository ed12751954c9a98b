"""The settings: the list of sections, and the one that is open. Knows no desk."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.settings.about import AboutPanel
from wopdesk.ui.screens.settings.backups import BackupsPanel
from wopdesk.ui.screens.settings.content import Content
from wopdesk.ui.screens.settings.datafile import DataFilePanel
from wopdesk.ui.screens.settings.forms import FormsPanel
from wopdesk.ui.screens.settings.keyboard import KeyboardPanel
from wopdesk.ui.screens.settings.leaving import LeavingPanel
from wopdesk.ui.screens.settings.look import LookPanel
from wopdesk.ui.screens.settings.office import OfficePanel
from wopdesk.ui.screens.settings.panel import Panel
from wopdesk.ui.screens.settings.people import PeoplePanel
from wopdesk.ui.screens.settings.sections import Section, Sections
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.page import Page

SECTIONS = (
    Section("people", "People", "users"),
    Section("look", "Language and look", "languages"),
    Section("office", "This office", "house"),
    Section("forms", "Forms", "file-text"),
    Section("backups", "Backups", "save"),
    Section("file", "Data file", "shield-check"),
    Section("keyboard", "Keyboard", "list-checks"),
    Section("about", "About", "info"),
    Section("leaving", "Return this laptop", "undo-2"),
)
_WIDEST = 840


class SettingsView(QWidget):
    """The settings. `asked` as the panels tell it; `opened` tells the section that is open now."""

    asked = Signal(str, object)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.people, self.look, self.office = PeoplePanel(), LookPanel(), OfficePanel()
        self.forms = FormsPanel()
        self.backups, self.file, self.leaving = BackupsPanel(), DataFilePanel(), LeavingPanel()
        self.panels: dict[str, Panel] = {
            "people": self.people,
            "look": self.look,
            "office": self.office,
            "forms": self.forms,
            "backups": self.backups,
            "file": self.file,
            "keyboard": KeyboardPanel(),
            "about": AboutPanel(),
            "leaving": self.leaving,
        }
        self.section = "people"
        self.sections = Sections(SECTIONS)
        self.sections.opened.connect(self.open)
        self._arrange()
        self.open("people")

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(SPACE.huge)  # margins of a layout stay where they are from right to left; what lies in it turns
        side = QVBoxLayout()
        side.setContentsMargins(0, SPACE.wide, 0, SPACE.wide)
        side.addWidget(self.sections)
        side.addStretch()
        row.addLayout(side)
        self._page = Page("Settings", self)
        for panel in self.panels.values():
            panel.setMaximumWidth(_WIDEST)
            panel.asked.connect(self.asked)
            self._page.column.addWidget(panel)
        self._page.column.addStretch()
        self._turn()
        row.addWidget(self._page, 1)

    def _turn(self) -> None:
        """Leave less room beside the sections than at the other edge."""
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (SPACE.huge, SPACE.large) if turned else (SPACE.large, SPACE.huge)
        self._page.column.setContentsMargins(left, SPACE.wide, right, SPACE.wide)

    def open(self, key: str) -> None:
        """Open a section."""
        self.section = key
        self.sections.open(key)
        for name, panel in self.panels.items():
            panel.setVisible(name == key)
        self.opened.emit(key)

    def show_content(self, content: Content) -> None:
        """Show how things stand now."""
        self._page.setAccessibleName(tr("Settings"))
        self.sections.buttons["forms"].setVisible(content.office.role == "facilitator")
        for panel in self.panels.values():
            panel.show_content(content)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn()
        super().changeEvent(event)
