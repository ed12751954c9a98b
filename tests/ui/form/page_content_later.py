"""Parts 3 to 6 of a monthly report as values: words of forms/monthly_report/form.md, answers invented."""

from __future__ import annotations

from tests.ui.form.page_content import about, figure, progress, work
from tests.ui.form.wide_content import wide
from tests.ui.gallery_content import said
from wopdesk.ui.form.parts import Card, Cards, Page
from wopdesk.ui.form.question import Question


def pages() -> dict[str, Page]:
    """All parts by their names."""
    made = (about(), progress(), work(), advice(), findings(), obstacles(), requests(), wide())
    return {page.path: page for page in made}


def advice() -> Page:
    """Part 3: what became of each advice."""
    cards = tuple(_advised(number, fact) for number, fact in enumerate(_ADVICE))
    label = said("Open advice", "زیرِ التوا مشورے")
    return Page(
        "advice",
        said("3. Action taken on the mentor's advice", "3۔ رہنما کے مشوروں پر کارروائی"),
        parts=(Cards("advice/actions", label, cards, fixed=True),),
    )


def _advised(number: int, fact: tuple[str, str, str, str, str]) -> Card:
    english, urdu, given, state, action = fact
    at, title = f"advice/actions[{number}]", said(english, urdu)
    states = (
        ("done", said("Acted on", "عمل ہو گیا")),
        ("not_yet", said("Not yet", "ابھی نہیں")),
        ("cannot", said("Cannot be followed", "عمل ممکن نہیں")),
    )
    hint = said("Given, and due if a date was set: ", "دیا گیا، اور آخری تاریخ اگر طے ہوئی: ") + figure(given)
    remark = Question(
        f"{at}/action",
        "text",
        said("What was done, or why not", "کیا کیا گیا، یا کیوں نہیں"),
        value=said(action, "دو گشتی ٹیمیں مقرر کی گئیں۔") if action else "",
        required=state in {"done", "cannot"},
        problem=said("Say what was done, or why it cannot be done.", _WHY) if state == "cannot" else "",
        appearance="multiline",
    )
    asked = Question(f"{at}/state", "select_one", title, hint, state, required=True, choices=states)
    return Card(f"{number}", title, (asked, remark) if state else (asked,), fixed=True)


def findings() -> Page:
    """Part 4, with what may be said to be empty."""
    nothing = Question("findings/nothing", "acknowledge", said("No findings this month", "اس ماہ کوئی مشاہدہ نہیں"))
    asked = said("Finding", "مشاہدہ")
    finding = Card(
        "f1",
        said("Finding 1", "مشاہدہ 1"),
        (
            Question(
                "findings/found[f1]/finding",
                "text",
                asked,
                value=said("Pressure falls below 5 m at night in Sample Colony.", _PRESSURE),
                required=True,
                appearance="multiline",
            ),
            Question(
                "findings/found[f1]/evidence",
                "text",
                said("Evidence", "ثبوت"),
                said(
                    "What shows it: a measurement, a record, a photo.",
                    "جس سے معلوم ہوا: پیمائش، ریکارڈ، تصویر۔",
                ),
                said("Logger readings of 14 October", "14 اکتوبر کی لاگر ریڈنگ"),
            ),
        ),
    )
    return Page(
        "findings",
        said("4. Findings", "4۔ مشاہدات"),
        parts=(nothing, Cards("findings/found", said("Findings", "مشاہدات"), (finding,))),
    )


def obstacles() -> Page:
    """Part 5."""
    owners = (
        ("mentee", said("Mentee", "زیرِ رہنمائی ادارہ")),
        ("mentor", said("Mentor", "رہنما ادارہ")),
        ("facilitator", said("Facilitator (PWON)", "سہولت کار (پی ڈبلیو او این)")),
        ("government", said("Local government or authority", "مقامی حکومت یا اتھارٹی")),
        ("supplier", said("Supplier or contractor", "سپلائر یا ٹھیکیدار")),
        ("other", said("Other", "دیگر")),
    )
    at = "obstacles/faced[o1]"
    faced = (
        Question(
            f"{at}/obstacle",
            "text",
            said("Obstacle", "رکاوٹ"),
            value=said("Valves are on order since August.", "والو اگست سے آرڈر پر ہیں۔"),
            required=True,
            appearance="multiline",
        ),
        Question(
            f"{at}/owner",
            "select_one",
            said("Who can remove it?", "اسے کون دور کر سکتا ہے؟"),
            value="supplier",
            required=True,
            choices=owners,
            appearance="minimal",
        ),
        Question(f"{at}/since", "date", said("Since", "کب سے"), value="2026-08-12"),
    )
    card = Card("o1", said("Obstacle 1", "رکاوٹ 1"), faced)
    label = said("Obstacles", "رکاوٹیں")
    return Page("obstacles", said("5. Obstacles", "5۔ رکاوٹیں"), parts=(Cards("obstacles/faced", label, (card,)),))


def requests() -> Page:
    """Part 6, said to be empty."""
    nothing = Question(
        "requests/nothing", "acknowledge", said("No request this month", "اس ماہ کوئی درخواست نہیں"), value="OK"
    )
    return Page("requests", said("6. Requests for advice", "6۔ مشورے کی درخواستیں"), parts=(nothing,))


_WHY = "لکھیں کہ کیا کیا گیا، یا کیوں نہیں ہو سکتا۔"
_PRESSURE = "نمونہ کالونی میں رات کو پریشر 5 میٹر سے کم ہو جاتا ہے۔"
_ADVICE = (
    (
        "Patrol the eight areas at night, twice a week, with one listening stick per team.",
        "آٹھ علاقوں میں ہفتے میں دو بار رات کا گشت کریں، ہر ٹیم کے پاس ایک لسننگ اسٹک ہو۔",
        "2026-09-12 → 2026-10-31",
        "done",
        "Two patrols of four were formed; 31 leaks found.",
    ),
    ("Buy bulk meters of class C.", "کلاس C کے بڑے میٹر خریدیں۔", "2026-09-12", "cannot", ""),
    ("Bill all public standposts.", "تمام عوامی نلکوں کا بل بنائیں۔", "2026-10-02 → 2026-12-31", "", ""),
)
