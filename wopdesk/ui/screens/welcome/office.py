"""The second page: which office."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wopdesk.ui.overriding import override
from wopdesk.ui.saying import said
from wopdesk.ui.screens.welcome import presenter
from wopdesk.ui.screens.welcome.choice import Choices, Option
from wopdesk.ui.screens.welcome.entry import Entry
from wopdesk.ui.screens.welcome.leaf import Leaf
from wopdesk.ui.screens.welcome.presenter import Content
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card
from wopdesk.ui.widgets.words import Words, label

_ROLES = (
    Option("mentee", "droplets", "Mentee utility", "We learn from another utility and report each month."),
    Option("mentor", "handshake", "Mentor utility", "We share our experience and advise a mentee."),
    Option("supporting", "package", "Supporting partner", "We help a partnership by agreement with PWON."),
    Option(
        "facilitator",
        "users",
        "PWON",
        "Pakistan Water Operators Network: we coordinate the programme and invite the utilities.",
    ),
)


class OfficeLeaf(Leaf):
    """Profile, name and city."""

    def __init__(self) -> None:
        super().__init__()
        self.roles = Choices("What your office is", _ROLES)
        self.roles.taken.connect(lambda role: self.typed.emit("role", role))
        self.column.addWidget(self.roles)
        self._problem = label("", "problem")
        self.column.addWidget(self._problem)
        self._card = self._named()
        self.column.addWidget(self._card)
        self._known = Words("PWON needs no further name.", "quiet")
        self.column.addWidget(self._known)

    def _named(self) -> QWidget:
        card = Card()
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout()
        row.setSpacing(SPACE.large)
        hint = "As on its letterhead, for example: WASA Faisalabad."
        self.office = Entry("Name of the organisation", hint, required=True)
        self.city = Entry("City")
        for entry, field, share in ((self.office, "office", 3), (self.city, "city", 2)):
            entry.typed.connect(lambda text, field=field: self.typed.emit(field, text))
            row.addWidget(entry, share)
        card.body.addLayout(row)
        self._shown = Words("", "hint", wrap=True)
        card.body.addWidget(self._shown)
        return card

    @override
    def show_content(self, content: Content) -> None:
        now = content.typed
        self.roles.take(now.role)
        role = content.problems.get("role")
        self._problem.setText(said(role) if role else "")
        self._problem.setVisible(role is not None)
        self._card.setVisible(now.role != "facilitator")
        self._known.setVisible(now.role == "facilitator")
        self.office.show_text(now.office, content.problems.get("office"))
        self.city.show_text(now.city, None)
        name = presenter.office(now)
        self._shown.setVisible(bool(name) and name != now.office.strip())
        self._shown.say("Partners will read: {name}", name=name)

    @override
    def take_keyboard(self) -> None:
        self._role().setFocus()

    def _role(self) -> QWidget:
        """The role that was chosen, or the first one."""
        roles = list(self.roles.buttons.values())
        return next((button for button in roles if button.isChecked()), roles[0])

    @override
    def fields(self) -> Mapping[str, QWidget]:
        return {"role": self._role(), "office": self.office.line, "city": self.city.line}
