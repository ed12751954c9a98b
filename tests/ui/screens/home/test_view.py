from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.screens.home import contents
from tests.ui.screens.pictures import LOOKS, Look, picture
from wopdesk.ui.screens.home.content import Home
from wopdesk.ui.screens.home.view import HomeView


def view_of(content: Home) -> HomeView:
    view = HomeView()
    view.show_content(content)
    return view


OFFICES = {
    "mentee": contents.mentee,
    "coordinator": contents.coordinator,
    "fresh": contents.fresh,
    "calm": contents.calm,
}


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_looks_as_it_was_agreed(qtbot: QtBot, office: str, look: Look, tmp_path: Path) -> None:
    picture(qtbot, lambda: view_of(OFFICES[office]()), f"home-{office}", look, tmp_path)
