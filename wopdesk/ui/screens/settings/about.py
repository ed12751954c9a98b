"""About: the version, and whose work is in it under which licence."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from wopdesk.ui.overriding import override
from wopdesk.ui.screens.settings.content import Content
from wopdesk.ui.screens.settings.panel import Panel
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.picture import Picture
from wopdesk.ui.widgets.pill import Pill
from wopdesk.ui.widgets.words import Words, label

AUTHORS = "Their authors"
"""Where a credit names several programs."""
CREDITS = (
    ("Qt for Python", "The Qt Company", "LGPL 3"),
    ("Inter", "The Inter Project Authors", "OFL 1.1"),
    ("Noto Naskh Arabic UI", "Google LLC", "OFL 1.1"),
    ("Lucide", "Lucide Icons and Contributors", "ISC"),
    ("SQLAlchemy, Alembic", "SQLAlchemy authors and contributors", "MIT"),
    ("cryptography", "The cryptography developers", "Apache 2.0"),
    ("pyrage", "William Woodruff", "MIT"),
    ("lxml, openpyxl, reportlab", AUTHORS, "BSD, MIT"),
    ("pikepdf", "James R. Barlow", "MPL 2.0"),
    ("pyxform", "ODK, Inc.", "BSD 2"),
)


class AboutPanel(Panel):
    """The version and the credits."""

    def __init__(self) -> None:
        super().__init__()
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(SPACE.large)
        row.addWidget(Picture("droplets", "accent_text", 36))
        self._version = Words("", "title")
        row.addWidget(self._version, 1)
        row.addWidget(Pill("Apache 2.0"))
        card.body.addLayout(row)
        text = "Partnerships between water utilities, without internet. The source is open to everybody."
        card.body.addWidget(Words(text, "quiet", wrap=True))
        self.column.addWidget(card)
        self.column.addWidget(_credits())

    @override
    def show_content(self, content: Content) -> None:
        self._version.say("WOPDesk {version}", version=content.version)


def _credits() -> Card:
    card = Card("With thanks to")
    card.body.addSpacing(SPACE.tiny)
    for number, (name, authors, licence) in enumerate(CREDITS):
        if number:
            card.body.addWidget(hairline())
        row = QHBoxLayout()
        row.setSpacing(SPACE.middle)
        row.addWidget(label(name, "label"), 3)
        row.addWidget(Words(AUTHORS, "quiet") if authors == AUTHORS else label(authors, "quiet"), 4)
        row.addWidget(label(licence, "hint"), 1)
        card.body.addLayout(row)
    return card
