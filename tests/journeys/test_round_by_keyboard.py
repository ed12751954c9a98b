"""No screen holds the keyboard: Tab goes round each and back, in both directions of writing, and shows where it is."""

from __future__ import annotations

import pytest

from tests.journeys import eyes
from tests.journeys.conftest import Sit
from tests.journeys.keyboard import Typist
from wopdesk.ui.i18n import Language
from wopdesk.ui.shell.places import PLACES


@pytest.mark.parametrize(("desk", "language"), [("coordinator", "en"), ("mentee", "ur")])
def test_tab_goes_round_every_place_and_back(sit: Sit, desk: str, language: Language) -> None:
    with sit(desk) as person:
        typist = Typist(person.session, person.qtbot)
        typist.sees("What to do next")
        person.session.wardrobe.choose_language(language)
        for number in range(1, len(PLACES) + 1):
            typist.press(f"Alt+{number}")
            theme = eyes.name(person.session.window.head.theme)
            typist.goes_to(theme)
            typist.press("Tab")
            typist.goes_to(theme)
            typist.press("Shift+Tab")
            typist.goes_to(theme, "Shift+Tab")
