"""Language and theme; the window applies them."""

from __future__ import annotations

from wopdesk.ui.i18n import NAMES, tr
from wopdesk.ui.overriding import override
from wopdesk.ui.screens.settings.content import Content
from wopdesk.ui.screens.settings.panel import Panel, fact
from wopdesk.ui.theme.appearance import worn
from wopdesk.ui.theme.tokens import SPACE
from wopdesk.ui.widgets.card import Card, hairline
from wopdesk.ui.widgets.segments import Segments
from wopdesk.ui.widgets.words import Words


class LookPanel(Panel):
    """The choices; `asked` tells "language" or "theme" and which."""

    def __init__(self) -> None:
        super().__init__()
        self.theme_now = "system"
        card = Card("Language and look")
        card.body.setSpacing(SPACE.middle)
        self.languages, self.themes = Segments(list(NAMES.items())), Segments()
        self.languages.changed.connect(lambda value: self._ask("language", value))
        self.themes.changed.connect(lambda value: self._ask("theme", value))
        card.body.addLayout(fact("Language", self.languages))
        card.body.addWidget(hairline())
        card.body.addLayout(fact("Theme", self.themes))
        card.body.addWidget(Words("Documents keep the language in which they are written.", "hint", wrap=True))
        self.column.addWidget(card)
        self._show()

    def _ask(self, what: str, value: str) -> None:
        """One of them is always taken: taking back takes the present one again."""
        if value:
            self.asked.emit(what, value)
        else:
            self._show()

    def show_theme(self, theme: str) -> None:
        """Show which theme was chosen: `system`, `light` or `dark`."""
        self.theme_now = theme
        self._show()

    def _show(self) -> None:
        self.languages.name(tr("Language"))
        self.languages.set_value(worn().language)
        choices = (("system", tr("As the computer")), ("light", tr("Light")), ("dark", tr("Dark")))
        if [button.text() for button in self.themes.buttons] != [name for _, name in choices]:
            self.themes.set_choices(choices)
        self.themes.name(tr("Theme"))
        self.themes.set_value(self.theme_now)

    @override
    def show_content(self, content: Content) -> None:
        self._show()
