"""The list of documents, fixed, so that pictures stay the same."""

from datetime import date

from tests.ui.gallery_content import said
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.reports.content import Filed, Reports
from wopdesk.ui.screens.reports.view import ReportsView
from wopdesk.ui.theme.tokens import Tone

MONTHS = (("October 2026", "اکتوبر 2026"), ("September 2026", "ستمبر 2026"), ("August 2026", "اگست 2026"))


def reports(*, register: bool = True) -> Reports:
    """Documents of several kinds in every state."""
    report, note = said("Monthly report", "ماہانہ رپورٹ"), said("Advice note", "مشورہ نامہ")
    subject = {"kind": note, "name": said("Night pressure (sample)", "رات کا دباؤ (نمونہ)")}
    october, september, august = (
        Phrase("{kind}, {month}", {"kind": report, "month": said(*month)}) for month in MONTHS
    )
    return Reports(
        (
            _filed("1", "monthly_report", october, None, ("draft", Phrase("Draft"), "quiet")),
            _filed("2", "monthly_report", september, date(2026, 10, 21), ("submitted", Phrase("In review"), "info")),
            _filed(
                "3",
                "advice_note",
                Phrase("{kind}: {name}", subject),
                date(2026, 10, 12),
                ("submitted", Phrase("Submitted"), "info"),
            ),
            _filed("4", "monthly_report", august, date(2026, 9, 3), ("returned", Phrase("Returned"), "warn")),
            _filed(
                "5",
                "work_plan",
                said("Work plan", "ورک پلان"),
                date(2026, 3, 1),
                ("accepted", Phrase("Accepted"), "good"),
            ),
        ),
        (("advice_note", note), ("monthly_report", report), ("work_plan", said("Work plan", "ورک پلان"))),
        register=register,
    )


def _filed(record: str, kind: str, title: Phrase | str, day: date | None, state: tuple[str, Phrase, Tone]) -> Filed:
    office = "WASA Lahore" if kind == "advice_note" else "WASA Faisalabad"
    stage, words, tone = state
    return Filed(record, kind, title, "WOP-PK-001", office, 1 if day else 0, day, words, tone, stage)


def make(state: str) -> ReportsView:
    """The view of a state: `many` or `none`."""
    view = ReportsView()
    view.show_content(reports() if state == "many" else Reports((), (), register=False))
    return view
