"""Adding an office to a partnership: which one, in which role. Knows no desk."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from wopdesk.ui.i18n import tr
from wopdesk.ui.saying import said
from wopdesk.ui.screens.partnership.content import Invitable
from wopdesk.ui.widgets.button import Button
from wopdesk.ui.widgets.combo import Combo
from wopdesk.ui.widgets.dialog import ask, buttons, dressed
from wopdesk.ui.widgets.words import Words


class MemberDialog(QDialog):
    """`office` and `role` hold what was chosen once the dialog was accepted."""

    def __init__(self, who: Invitable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hint = Words("It receives everything that is in this partnership.", "hint", wrap=True)
        column = dressed(self, Words("Add an office", "section"), hint)
        self.office, self.role = Combo(), Combo()
        self.office.offer(who.offices, who.offices[0][0] if who.offices else "")
        self._who = who
        self._offer_roles(self.office.value)
        self.office.taken.connect(self._offer_roles)
        ask(column, tr("Office"), self.office)
        ask(column, tr("Role"), self.role)
        self.add = buttons(self, column, Button("Add", "primary"))
        self.add.clicked.connect(self.accept)
        for combo in (self.office, self.role):
            combo.taken.connect(lambda _: self.add.setEnabled(bool(self.office.value and self.role.value)))

    def _offer_roles(self, office: str) -> None:
        """Offer the roles that an office can have, with the one that is meant."""
        roles = [(role, said(name)) for role, name in self._who.roles_of(office)]
        self.role.offer(roles, self._who.role_of(office))
