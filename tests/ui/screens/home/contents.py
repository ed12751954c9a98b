"""The first screen as offices may find it: fixed, so that pictures stay the same."""

from datetime import date

from tests.ui.gallery_content import said
from wopdesk.ui.circles.content import Standing
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.home.content import Home, Line
from wopdesk.ui.screens.home.tasks import urgency
from wopdesk.ui.screens.home.view import HomeView
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.tokens import Tone

TODAY = date(2026, 11, 7)
REPORT = Where("document", kind="monthly_report", space="s", answers=(("about/period", "2026-10"),))


def mentee() -> Home:
    """A mentee with a report due in three days, one returned, and advice to act on."""
    october = _month("October 2026", "اکتوبر 2026")
    due, tone = urgency(date(2026, 11, 10), TODAY)
    later, _ = urgency(date(2026, 11, 30), TODAY)
    reason = said("Sample: please add the hours of zone 3.", "نمونہ: زون 3 کے گھنٹے شامل کریں۔")
    advice = said("Hold 8 m at night for two weeks.", "دو ہفتے رات کو 8 میٹر دباؤ رکھیں۔")
    agreed = Phrase("Agreed advice of {office}", {"office": "WASA Lahore"})
    returned = Phrase("{office}: “{reason}”", {"office": "PWON", "reason": reason})
    return Home(
        office="WASA Faisalabad",
        today=TODAY,
        kept=(
            Line(
                "save",
                Phrase("What you typed in “{title}” was kept", {"title": october}),
                Phrase("Nothing is lost. Go on where you stopped."),
                Phrase("Continue"),
                "info",
                Where("document", record="o"),
            ),
        ),
        mine=(
            Line(
                "undo-2",
                Phrase("Correct: {title}", {"title": _month("September 2026", "ستمبر 2026")}),
                returned,
                Phrase("Returned"),
                "warn",
                Where("document", record="s"),
            ),
            Line("file-text", Phrase("Write: {title}", {"title": october}), "WOP-PK-001", due, tone, REPORT),
            Line(
                "list-checks",
                Phrase("Act on: {advice}", {"advice": advice}),
                Phrase(
                    "{advice} · in the report of {month}",
                    {"advice": agreed, "month": said("October 2026", "اکتوبر 2026")},
                ),
                later,
                "info",
                REPORT,
            ),
        ),
        unsent=(
            Line(
                "send",
                Phrase("{count} things wait to be sent to {office}", {"count": 2, "office": "PWON"}),
                "",
                Phrase("Send"),
                "info",
                Where("exchange"),
            ),
        ),
        others=(
            Line(
                "eye",
                Phrase("{office} reviews: {title}", {"office": "PWON", "title": said("Work plan", "ورک پلان")}),
                "WOP-PK-001",
                Phrase("Submitted {day}", {"day": date(2026, 11, 2)}),
                "quiet",
                Where("document", record="w"),
            ),
            Line(
                "message-square",
                Phrase("{office} answers: {question}", {"office": "WASA Lahore", "question": _question()}),
                "WOP-PK-001",
                Phrase("Needed by {day}", {"day": date(2026, 11, 20)}),
                "quiet",
                Where("document", record="s"),
            ),
        ),
        arrived=(
            Line(
                "undo-2",
                Phrase(
                    "{office} returned: {title}", {"office": "PWON", "title": _month("September 2026", "ستمبر 2026")}
                ),
                Phrase("{day}: “{reason}”", {"day": date(2026, 11, 5), "reason": reason}),
                None,
                "warn",
                Where("document", record="s"),
            ),
            Line(
                "file-text",
                Phrase("{office} sent: {title}", {"office": "WASA Lahore", "title": said("Advice note", "مشورہ نامہ")}),
                Phrase("{day}", {"day": date(2026, 10, 12)}),
                where=Where("document", record="a"),
            ),
            Line(
                "circle-check",
                Phrase("{office} accepted: {title}", {"office": "PWON", "title": _month("August 2026", "اگست 2026")}),
                Phrase("{day}", {"day": date(2026, 9, 9)}),
                None,
                "good",
                Where("document", record="b"),
            ),
        ),
        partnerships=(_standing("WOP-PK-001", "WASA Lahore", 87, Phrase("Returned"), "warn"),),
    )


def coordinator() -> Home:
    """PWON with reports to review, an office that waits, and partnerships in every state."""
    title = _month("October 2026", "اکتوبر 2026")
    return Home(
        office="PWON",
        today=TODAY,
        mine=(
            Line(
                "eye",
                Phrase("Review: {title}", {"title": title}),
                Phrase("{office} · {code}", {"office": "WASA Faisalabad", "code": "WOP-PK-001"}),
                Phrase("Submitted {day}", {"day": date(2026, 11, 4)}),
                "info",
                Where("document", record="o"),
            ),
            Line(
                "git-merge",
                Phrase("Answers differ in {count} places", {"count": 2}),
                Phrase("Choose which one holds"),
                Phrase("Differences"),
                "warn",
                Where("differences"),
            ),
            Line(
                "shield-check",
                Phrase("{office} waits for approval", {"office": "WASA Multan"}),
                Phrase("Telephone them and compare the check code"),
                Phrase("Approve"),
                "warn",
                Where("offices"),
            ),
        ),
        others=(
            Line(
                "file-text",
                Phrase(
                    "{office} writes: {title}",
                    {"office": "WSSC Peshawar", "title": _month("September 2026", "ستمبر 2026")},
                ),
                "WOP-PK-003",
                Phrase("{days} days overdue", {"days": 28}),
                "bad",
                Where("partnership", space="s"),
            ),
            Line(
                "list-checks",
                Phrase("{office} acts on {count} pieces of advice", {"office": "WASA Faisalabad", "count": 3}),
                "WOP-PK-001",
                None,
                "quiet",
                Where("partnership", space="s"),
            ),
        ),
        arrived=(
            Line(
                "file-text",
                Phrase("{office} sent: {title}", {"office": "WASA Faisalabad", "title": title}),
                Phrase("{day}", {"day": date(2026, 11, 4)}),
                where=Where("document", record="o"),
            ),
            Line(
                "file-text",
                Phrase("{office} sent: {title}", {"office": "WASA Lahore", "title": said("Advice note", "مشورہ نامہ")}),
                Phrase("{day}", {"day": date(2026, 10, 12)}),
                where=Where("document", record="a"),
            ),
        ),
        partnerships=(
            _standing("WOP-PK-001", "WASA Faisalabad – WASA Lahore", 87, Phrase("In review"), "info"),
            _standing("WOP-PK-002", "WASA Multan – WASA Lahore", 100, Phrase("On schedule"), "good"),
            _standing("WOP-PK-003", "WSSC Peshawar – WASA Rawalpindi", 50, Phrase("1 overdue"), "bad"),
            _standing("WOP-PK-004", "QWASA – WASA Faisalabad", None, Phrase("In preparation"), "quiet"),
        ),
    )


def fresh() -> Home:
    """A mentee's first day; the invitation is open."""
    return Home(
        office="WASA Multan",
        today=TODAY,
        first=(
            Line(
                "circle-check",
                Phrase("Open PWON's invitation"),
                Phrase("Drop the file here, or find it under Send and receive."),
                Phrase("Done"),
                "good",
                Where("exchange"),
            ),
            Line(
                "shield-check",
                Phrase("Send to PWON, and read your check code on the telephone"),
                Phrase("PWON then knows that it is you. You can work meanwhile."),
                None,
                "info",
                Where("exchange"),
            ),
            Line(
                "handshake",
                Phrase("Start your partnership"),
                Phrase("If PWON has not opened one for you yet."),
                None,
                "info",
                Where("partnerships", kind="new"),
            ),
        ),
    )


def calm() -> Home:
    """Nothing to do."""
    return Home(
        "WASA Lahore",
        TODAY,
        partnerships=(_standing("WOP-PK-001", "WASA Faisalabad", 100, Phrase("On schedule"), "good"),),
    )


def _standing(code: str, partner: str, on_time: int | None, status: Phrase, tone: Tone) -> Standing:
    step = said("3.2.2 Work plan implementation", "3.2.2 ورک پلان پر عمل درآمد")
    title = said("Sample title", "نمونہ عنوان")
    return Standing("s", code, title, "", "", partner, step, "", "", on_time, 1, status, tone)


def _month(english: str, urdu: str) -> Phrase:
    return Phrase("{kind}, {month}", {"kind": said("Monthly report", "ماہانہ رپورٹ"), "month": said(english, urdu)})


def _question() -> str:
    return said("How should night pressure be set? (sample)", "رات کا دباؤ کیسے مقرر کیا جائے؟ (نمونہ)")


OFFICES = {"mentee": mentee, "coordinator": coordinator, "fresh": fresh, "calm": calm}


def make(state: str) -> HomeView:
    """The view of a state."""
    view = HomeView()
    view.show_content(OFFICES[state]())
    return view
