"""What the foot of the wizard says of how far a document is."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.screens.document.fixed import HOURS, begun
from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.screens.document.foot import Foot
from wopdesk.ui.screens.document.progress import Progress


def _told(foot: Foot, found: Progress) -> str:
    foot.show_progress(found)
    assert foot.needed.text() == foot.bar.accessibleName()
    return foot.needed.text()


@pytest.mark.parametrize(
    ("missing", "said"),
    [(5, "5 still to answer"), (1, "1 still to answer"), (0, "Everything needed is answered")],
)
def test_the_foot_says_what_is_still_needed(qtbot: QtBot, missing: int, said: str) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    assert _told(foot, Progress(7 - missing, 7, 0)) == said
    assert (foot.bar.value(), foot.bar.maximum()) == (7 - missing, 7)


def test_what_needs_no_answer_leaves_nothing_to_answer(qtbot: QtBot) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    assert _told(foot, Progress(0, 0, 0)) == "Everything needed is answered"
    assert foot.bar.value() == foot.bar.maximum()


def test_an_answer_never_makes_more_to_answer_than_it_asks_for(qtbot: QtBot) -> None:
    foot, filling = Foot(), begun(spoken(), tr)
    qtbot.addWidget(foot)
    before = filling.progress()
    filling.answer(f"progress/figures[{HOURS}]/value", "9.5")
    after = filling.progress()
    assert after.total - after.answered < before.total - before.answered
    assert _told(foot, after) == f"{after.total - after.answered} still to answer"
