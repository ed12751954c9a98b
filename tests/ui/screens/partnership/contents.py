"""One partnership as it may stand in November, and one that was just opened: fixed, so that pictures stay the same."""

from datetime import date
from pathlib import Path

from tests.ui.gallery_content import said
from wopdesk.places import forms_folder
from wopdesk.programme.steps import load_steps
from wopdesk.ui.circles.roles import role_name
from wopdesk.ui.i18n import spoken
from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.partnership.content import (
    Happening,
    Invitable,
    KeyFigure,
    Member,
    Paper,
    Partnership,
    Piece,
    Stage,
    State,
    Trend,
)
from wopdesk.ui.screens.partnership.view import PartnershipView
from wopdesk.ui.shell.where import Where
from wopdesk.ui.theme.tokens import Tone

STEPS = load_steps(Path(forms_folder()) / "programme.toml")
DAYS = ((2025, 11, 10), (2025, 12, 8), None, (2026, 1, 15), (2026, 2, 9), (2026, 2, 27), (2026, 3, 1))
MONTHS = (
    ("Mar", "مارچ"),
    ("Apr", "اپریل"),
    ("May", "مئی"),
    ("Jun", "جون"),
    ("Jul", "جولائی"),
    ("Aug", "اگست"),
    ("Sep", "ستمبر"),
    ("Oct", "اکتوبر"),
)


def running() -> Partnership:
    """In the eighth month of its pilot; October's report is due."""
    october = _title("October 2026", "اکتوبر 2026")
    return Partnership(
        space="s",
        record="p",
        code="WOP-PK-001",
        title=Phrase("{mentee} with mentor {mentor}", {"mentee": "WASA Faisalabad", "mentor": "WASA Lahore"}),
        status=Phrase("On schedule"),
        tone="good",
        stages=_stages(8, date(2026, 11, 10)),
        now=8,
        phase=Phrase(
            "{phase}: {done} of {total} steps done",
            {"phase": said("Implementation", "عمل درآمد"), "done": 0, "total": 3},
        ),
        papers=(
            Paper(
                october,
                0,
                "WASA Faisalabad",
                date(2026, 11, 10),
                Phrase("Due"),
                "warn",
                Where("document", kind="monthly_report"),
            ),
            _paper(_title("September 2026", "ستمبر 2026"), 2, date(2026, 10, 21), Phrase("In review"), "info"),
            _paper(_title("August 2026", "اگست 2026"), 1, date(2026, 9, 3), Phrase("Accepted"), "good"),
            _paper(_title("July 2026", "جولائی 2026"), 1, date(2026, 8, 3), Phrase("Returned"), "warn"),
            _paper(said("Work plan", "ورک پلان"), 1, date(2026, 3, 1), Phrase("Accepted"), "good"),
        ),
        advice=_advice(),
        trends=(_hours(), _collection()),
        figures=(
            KeyFigure(Phrase("Reports on time"), Phrase("{done} of {total}", {"done": 6, "total": 7}), "good"),
            KeyFigure(Phrase("Advice acted on"), Phrase("{done} of {total}", {"done": 1, "total": 3}), "info"),
            KeyFigure(
                Phrase("Work done ({planned} % planned)", {"planned": 90}), Phrase("{done} %", {"done": 78}), "warn"
            ),
        ),
        history=_history(),
        members=_members(),
    )


def opened() -> Partnership:
    """Just opened at PWON's desk: nothing is there yet, and offices may be added."""
    return Partnership(
        space="s",
        record="p",
        code="",
        title=said("Sample: less water lost in Multan", "نمونہ: ملتان میں پانی کا کم ضیاع"),
        status=Phrase("In preparation"),
        tone="quiet",
        stages=_stages(0, None),
        now=0,
        phase=Phrase(
            "{phase}: {done} of {total} steps done", {"phase": said("Preparation", "تیاری"), "done": 0, "total": 7}
        ),
        papers=(_paper(said("Partnership", "شراکت"), 0, None, Phrase("Draft"), "quiet"),),
        figures=(
            KeyFigure(Phrase("Reports on time"), Phrase("–")),
            KeyFigure(Phrase("Advice acted on"), Phrase("–")),
            KeyFigure(Phrase("Work done"), Phrase("–")),
        ),
        members=_members()[2:],
        invitable=Invitable(
            (("m", "WASA Multan"), ("l", "WASA Lahore")), (("mentee", said("Mentee", "زیرِ رہنمائی ادارہ")),)
        ),
    )


def _stages(now: int, due: date | None) -> tuple[Stage, ...]:
    reason = said("Still to come: Monthly report", "ابھی باقی: ماہانہ رپورٹ")
    if not now:
        reason = said("Still to come: Letter of request", "ابھی باقی: درخواست کا خط")
    states: list[State] = ["done" if number < now and number not in {2, 7} else "ahead" for number in range(len(STEPS))]
    states[1] = "passed" if now > 1 else states[1]
    states[now] = "current"
    days = [date(*day) if day and number < now else None for number, day in enumerate(DAYS)] + [None] * 7
    days[1] = None
    days[now] = due
    return tuple(
        Stage(step.code, step.short.in_language(spoken()), step.title.in_language(spoken()), day, state, reason)
        for step, day, state in zip(STEPS, days, states, strict=True)
    )


def _paper(title: Phrase | str, version: int, day: date | None, state: Phrase, tone: Tone) -> Paper:
    return Paper(title, version, "WASA Faisalabad", day, state, tone, Where("document", record="r"))


def _title(english: str, urdu: str) -> Phrase:
    return Phrase("{kind}, {month}", {"kind": said("Monthly report", "ماہانہ رپورٹ"), "month": said(english, urdu)})


def _advice() -> tuple[Piece, ...]:
    question = said("How should night pressure be set? (sample)", "رات کا دباؤ کیسے مقرر کیا جائے؟ (نمونہ)")
    asked = Phrase(
        "{office} asked in the report of {month}",
        {"office": "WASA Faisalabad", "month": said("September 2026", "ستمبر 2026")},
    )
    given = Phrase(
        "{office}, {day}, on: {question}", {"office": "WASA Lahore", "day": date(2026, 10, 12), "question": question}
    )
    alone = Phrase("{office}, {day}", {"office": "WASA Lahore", "day": date(2026, 7, 6)})
    where = Where("document", record="a")
    return (
        Piece(
            said("Which valves should be replaced first? (sample)", "پہلے کون سے والو بدلے جائیں؟ (نمونہ)"),
            asked,
            Phrase("Asked {days} days ago", {"days": 17}),
            "info",
            where,
        ),
        Piece(
            said("Hold 8 m at night for two weeks. (sample)", "دو ہفتے رات کو 8 میٹر دباؤ رکھیں۔ (نمونہ)"),
            given,
            Phrase("Agreed {days} days ago", {"days": 36}),
            "warn",
            where,
        ),
        Piece(
            said("Read bulk meters on one day. (sample)", "بڑے میٹر ایک ہی دن پڑھیں۔ (نمونہ)"),
            alone,
            Phrase("Acted on"),
            "good",
            where,
        ),
    )


def _hours() -> Trend:
    months = tuple(said(*month) for month in MONTHS)
    values = (3.5, 4.0, 5.0, None, 8.0, 9.0, 10.5)
    return Trend(
        "h", said("Hours of supply", "فراہمی کے گھنٹے"), "h/day", months[:7], values, 12.0, Phrase("Improving"), "info"
    )


def _collection() -> Trend:
    months = tuple(said(*month) for month in MONTHS)
    return Trend(
        "c",
        said("Collection ratio", "وصولی کا تناسب"),
        "%",
        months[:2],
        (48.2, 57.0),
        56.9,
        Phrase("Target reached"),
        "good",
    )


def _history() -> tuple[Happening, ...]:
    engineer = Phrase("{person}, {office},", {"person": "Sample Engineer", "office": "WASA Faisalabad"})
    coordinator = Phrase("{person}, {office},", {"person": "Sample Coordinator", "office": "PWON"})
    where = Where("document", record="r")
    september, august = _title("September 2026", "ستمبر 2026"), _title("August 2026", "اگست 2026")
    made = [
        Happening(
            date(2026, 10, 21),
            "send",
            Phrase("{who} submitted {title}, version {number}", {"who": engineer, "title": september, "number": 2}),
            "",
            where,
        ),
        Happening(
            date(2026, 10, 12),
            "undo-2",
            Phrase("{who} returned {title}", {"who": coordinator, "title": september}),
            said("Sample: the hours of zone 3 are missing.", "نمونہ: زون 3 کے گھنٹے موجود نہیں۔"),
            where,
        ),
        Happening(
            date(2026, 10, 5),
            "send",
            Phrase("{who} submitted {title}, version {number}", {"who": engineer, "title": september, "number": 1}),
            "",
            where,
        ),
    ]
    accepted = Happening(
        date(2026, 9, 9),
        "circle-check",
        Phrase("{who} accepted {title}", {"who": coordinator, "title": august}),
        "",
        where,
    )
    return (*made, *[accepted] * 3)


def _members() -> tuple[Member, ...]:
    return (
        Member("WASA Faisalabad", role_name("mentee")),
        Member("WASA Lahore", role_name("mentor")),
        Member("PWON", role_name("facilitator")),
    )


MADE = {"running": running, "opened": opened}


def make(state: str) -> PartnershipView:
    """The view of a state."""
    view = PartnershipView()
    view.show_content(MADE[state]())
    return view
