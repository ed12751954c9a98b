"""States of the wizard to be looked at, made without any desk: `make(state)`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.ui.screens.document.fixed import HOURS, RATIO, begun
from wopdesk.ui.i18n import spoken, tr
from wopdesk.ui.screens.document.background import Reviewed
from wopdesk.ui.screens.document.content import Made
from wopdesk.ui.screens.document.filling import Filling
from wopdesk.ui.screens.document.judge_panel import JudgePanel
from wopdesk.ui.screens.document.pager import Pager
from wopdesk.ui.screens.document.send import SendPage
from wopdesk.ui.screens.document.view import DocumentView

ABOUT, PROGRESS, WORK, ADVICE, FINDINGS, OBSTACLES, REQUESTS, REVIEW = range(8)
FULL = {
    "about/prepared_by": "Sample Engineer, Distribution",
    f"progress/figures[{HOURS}]/value": "9.5",
    f"progress/figures[{RATIO}]/value": "55",
    "progress/produced": "121000",
    "progress/billed": "92000",
    f"advice/actions[{'c' * 16}]/state": "not_yet",
    "findings/nothing": "OK",
    "obstacles/nothing": "OK",
    "requests/nothing": "OK",
}
RETURNED = (
    Reviewed(
        "Sample PWON",
        "return",
        "The figures are clear. Two things are to be mended.",
        {f"progress/figures[{HOURS}]/value": "Is this the whole month?", "progress/billed": "For the pilot area only?"},
        "2026-11-05T08:00:00Z",
    ),
)


def make(state: str) -> QWidget:
    """The wizard in a state."""
    return STATES[state]()


def _shown(filling: Filling, number: int) -> DocumentView:
    view = DocumentView()
    view.show_background(filling.background, spoken())
    pager = Pager(view, filling, view)
    pager.turn(number, focus=False)
    view.foot.show_kept("14:32" if filling.editing else "")
    return view


def _filled(**around: object) -> Filling:
    filling = begun(spoken(), tr, **around)
    for path, text in FULL.items():
        filling.answer(path, text)
    activities = [["act0", "40", "Sample: valves set in zone 3"], ["act1", "15", "Sample: 240 connections looked at"]]
    filling.paste("work/activities", 0, 0, activities)
    filling.leave()
    return filling


def _problem() -> DocumentView:
    filling = begun(spoken(), tr)
    filling.answer("about/prepared_by", "Sample Engineer, Distribution")
    filling.answer(f"progress/figures[{HOURS}]/value", "95")
    filling.answer("progress/produced", "121000")
    filling.answer("progress/billed", "142000")
    filling.check(PROGRESS)
    return _shown(filling, PROGRESS)


def _returned() -> DocumentView:
    return _shown(_filled(state="returned", number=1, reviews=RETURNED), PROGRESS)


def _unready() -> DocumentView:
    filling = begun(spoken(), tr)
    filling.answer("about/prepared_by", "Sample Engineer, Distribution")
    return _shown(filling, REVIEW)


def _asked() -> DocumentView:
    view = _shown(_filled(), REVIEW)
    view.confirm.ask(1, ("Sample PWON", "Sample mentor"))
    view.foot.hide()
    return view


def _judged() -> DocumentView:
    view, _ = _judging()
    return view


def _accepting() -> DocumentView:
    """What is asked before a verdict, below more remarks than there is room for."""
    view, panel = _judging()
    for path in ("progress/produced", "progress/words"):
        panel.remark(path, "Sample")
        panel.remarks[path].setPlainText("Sample: measured where?")
    panel.show_version(1, "Sample mentee")
    panel.accept.click()
    return view


def _judging() -> tuple[DocumentView, JudgePanel]:
    sent = {"state": "submitted", "number": 1, "own": False, "reviewable": True, "decides": True}
    filling = _filled(**sent, correcting=True)
    filling.editing = False
    view = _shown(filling, PROGRESS)
    panel = JudgePanel(decides=True)
    panel.good.setPlainText("Sample: clear figures, on time.")
    panel.remark("progress/billed", filling.name_of("progress/billed"))
    panel.remarks["progress/billed"].setPlainText("Sample: for the pilot area only?")
    view.put_beside(panel)
    return view, panel


def _sent() -> SendPage:
    page = SendPage()
    message = "WOP-PK-001 – Monthly report October 2026\n\nSample hours of supply: 9.5 h/day (target 12)"
    made = Made(1, "6912 a4fa 6445 821b", "WOP-PK-001-MR-2026-10.pdf", message, ("Sample PWON",), offices=("pwon",))
    page.show_made(made)
    page.report("pdf", tr("Saved: {file}", file="/sample/WOP-PK-001-MR-2026-10.pdf"), file=True)
    return page


STATES: dict[str, Callable[[], QWidget]] = {
    "about": lambda: _shown(begun(spoken(), tr), ABOUT),
    "problem": _problem,
    "work": lambda: _shown(_filled(), WORK),
    "advice": lambda: _shown(_filled(), ADVICE),
    "returned": _returned,
    "unready": _unready,
    "asked": _asked,
    "judged": _judged,
    "accepting": _accepting,
    "sent": _sent,
}
