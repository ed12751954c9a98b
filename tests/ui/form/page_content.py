"""The first two parts of a monthly report as values: words of forms/monthly_report/form.md, answers invented."""

from __future__ import annotations

from tests.ui.gallery_content import said
from wopdesk.ui.form.parts import Card, Cards, Page
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.rows import RepeatRow, RepeatTable
from wopdesk.ui.i18n import from_left, spoken


def figure(text: str) -> str:
    """A figure within words of either language."""
    return from_left(text) if spoken() == "ur" else text


def about() -> Page:
    """The page before the six parts."""
    months = tuple((f"2026-{number:02}", said(*names)) for number, names in _MONTHS.items())
    return Page(
        "about",
        said("This report", "یہ رپورٹ"),
        parts=(
            Question(
                "about/period",
                "select_one",
                said("Month", "مہینہ"),
                said("The calendar month reported on.", "وہ مہینہ جس کی رپورٹ ہے۔"),
                "2026-10",
                required=True,
                choices=months,
                appearance="minimal",
            ),
            Question(
                "about/nil_return",
                "select_one",
                said("Was nothing done this month?", "کیا اس ماہ کوئی کام نہیں ہوا؟"),
                said(
                    "With Yes only the reason, obstacles and requests are asked.",
                    "ہاں کی صورت میں صرف وجہ، رکاوٹیں اور درخواستیں پوچھی جائیں گی۔",
                ),
                "no",
                required=True,
                choices=(("yes", said("Yes", "ہاں")), ("no", said("No", "نہیں"))),
            ),
            Question(
                "about/prepared_by",
                "text",
                said("Prepared by", "تیار کنندہ"),
                said("Name and position.", "نام اور عہدہ۔"),
                "Sample Engineer",
                required=True,
                remark=said("Please add the position.", "عہدہ بھی لکھیں۔"),
                reviewer=said("PWON, Sample Reviewer", "پی ڈبلیو او این، Sample Reviewer"),
            ),
        ),
    )


def progress() -> Page:
    """Part 1: figures with what was before, the baseline and the target."""
    return Page(
        "progress",
        said("1. Pilot progress data", "1۔ پائلٹ کی پیش رفت کے اعداد"),
        said(
            "Leave blank what is not known; write 0 only for none.",
            "جو معلوم نہ ہو خالی چھوڑیں؛ 0 صرف تب لکھیں جب کچھ نہ ہو۔",
        ),
        (figures(), *_water()),
    )


def figures() -> RepeatTable:
    """The figures of the month."""
    columns = (
        Question("value", "decimal", said("October 2026", "اکتوبر 2026")),
        Question("previous", "decimal", said("September", "ستمبر"), readonly=True),
        Question("baseline", "decimal", said("Baseline", "بنیادی سطح"), readonly=True),
        Question("target", "decimal", said("Target", "ہدف"), readonly=True),
        Question("remark", "text", said("Remark", "وضاحت")),
    )
    rows = tuple(_figure(number, fact) for number, fact in enumerate(_FIGURES))
    return RepeatTable(
        "progress/figures",
        said("Figures of the month", "ماہ کے اعداد"),
        columns,
        rows,
        fixed=True,
        heading=said("Indicator", "اشاریہ"),
    )


def _figure(number: int, fact: tuple[str, str, str, str, str, str, str]) -> RepeatRow:
    english, urdu, value, previous, baseline, target, remark = fact
    at = f"progress/figures[{number}]"
    problem = said(
        "More than 100 %: check the figure, or say why under Remark.",
        "100 فیصد سے زیادہ: عدد دیکھیں، یا وضاحت میں وجہ لکھیں۔",
    )
    wrong = value == "840"
    return RepeatRow(
        f"{number}",
        (
            Question(f"{at}/value", "decimal", value=value, problem=problem if wrong else ""),
            Question(f"{at}/previous", "decimal", value=previous, readonly=True),
            Question(f"{at}/baseline", "decimal", value=baseline, readonly=True),
            Question(f"{at}/target", "decimal", value=target, readonly=True),
            Question(f"{at}/remark", "text", value=said(remark, "بلنگ کا نظام بند تھا") if remark else "")
            if remark or wrong
            else None,
        ),
        said(english, urdu),
    )


def _water() -> tuple[Question, ...]:
    produced = Question(
        "progress/produced",
        "decimal",
        said(
            "Water produced in the pilot area (m³ in the month)", "پائلٹ علاقے میں پانی کی پیداوار (مکعب میٹر ماہانہ)"
        ),
        said(
            "Where it is measured. 1 MGD over 30 days is 136,383 m³.",
            "جہاں پیمائش ہوتی ہو۔ 1 ایم جی ڈی 30 دن میں 136,383 مکعب میٹر ہے۔",
        ),
        "612400",
        previous=said("September: ", "ستمبر: ") + figure("588,100"),
    )
    billed = Question(
        "progress/billed",
        "decimal",
        said("Water billed in the pilot area (m³ in the month)", "پائلٹ علاقے میں بل شدہ پانی (مکعب میٹر ماہانہ)"),
        said("Metered or not, paid or not.", "میٹر ہو یا نہ ہو، ادائیگی ہوئی ہو یا نہیں۔"),
        "420100",
        previous=said("September: ", "ستمبر: ") + figure("401,000"),
        plan=said("By the plan: ", "پلان کے مطابق: ") + figure("415,000"),
        target=said("Target: ", "ہدف: ") + figure("440,000"),
    )
    note = Question(
        "progress/nrw_note", "note", said("Non-revenue water: 31.4 %", f"غیر محصولاتی پانی: {figure('31.4 %')}")
    )
    return produced, billed, note


def work() -> Page:
    """Part 2: activities as a table, photos as tiles."""
    other = Question(
        "work/other",
        "text",
        said("Other work, not in the work plan", "ورک پلان کے علاوہ کام"),
        value=said("Two valves of the pump house were replaced.", "پمپ ہاؤس کے دو والو تبدیل کیے گئے۔"),
        appearance="multiline",
    )
    title = said("2. Activities of the month", "2۔ ماہ کی سرگرمیاں")
    return Page("work", title, parts=(activities(), other, photos()))


def activities() -> RepeatTable:
    """What was done of the work plan."""
    columns = (
        Question("activity", "select_one", said("Activity", "سرگرمی"), required=True),
        Question("done", "integer", said("Done so far (%)", "اب تک مکمل (٪)"), required=True),
        Question("description", "text", said("What was done", "کیا کیا گیا"), required=True, appearance="multiline"),
    )
    choices = tuple((f"a{number}", said(*names)) for number, names in enumerate(_ACTIVITIES))
    facts = (
        ("a0", "75", said("Night-flow tests in six of eight areas; two wait for valves.", _NIGHT)),
        ("a1", "62", said("161 meters replaced.", "161 میٹر تبدیل ہوئے۔")),
        ("a2", "", ""),
    )
    rows = tuple(
        RepeatRow(
            f"k{number}",
            (
                Question(f"{at}/activity", "select_one", value=activity, choices=choices, required=True),
                Question(f"{at}/done", "integer", value=done, required=True),
                Question(f"{at}/description", "text", value=text, required=True, appearance="multiline"),
            ),
        )
        for number, (activity, done, text) in enumerate(facts)
        for at in (f"work/activities[k{number}]",)
    )
    return RepeatTable("work/activities", said("Activities of the work plan", "ورک پلان کی سرگرمیاں"), columns, rows)


def photos() -> Cards:
    """Photos of the month."""
    consent = (
        ("yes", said("Yes", "ہاں")),
        ("no", said("No", "نہیں")),
        ("no_faces", said("Nobody can be recognised", "کوئی پہچانا نہیں جاتا")),
    )
    facts = (
        (said("Step test at night", "رات کی جانچ"), "yes", "2026-10-14", said("Sample Colony", "نمونہ کالونی"), "b1"),
        (said("New bulk meter", "نیا بڑا میٹر"), "no_faces", "2026-10-21", "", "b2"),
        ("", "", "", "", ""),
    )
    cards = tuple(
        Card(f"p{number}", caption or said("Photo 3", "تصویر 3"), _photo(f"work/photos[p{number}]", fact, consent))
        for number, fact in enumerate(facts)
        for caption in fact[:1]
    )
    return Cards("work/photos", said("Photos", "تصاویر"), cards, photos=True)


def _photo(at: str, fact: tuple[str, str, str, str, str], consent: tuple[tuple[str, str], ...]) -> tuple[Question, ...]:
    caption, agreed, taken, place, blob = fact
    never = said(
        "A photo without consent never leaves your office.", "رضامندی کے بغیر تصویر آپ کے دفتر سے باہر نہیں جاتی۔"
    )
    agree = said("Do the persons shown agree?", "کیا تصویر میں موجود افراد رضامند ہیں؟")
    return (
        Question(f"{at}/photo", "image", said("Photo", "تصویر"), value=blob, required=True),
        Question(f"{at}/caption", "text", said("Caption", "عنوان"), value=caption, required=True),
        Question(f"{at}/consent", "select_one", agree, never, agreed, required=True, choices=consent),
        Question(f"{at}/taken", "date", said("Taken on", "تاریخ"), value=taken),
        Question(f"{at}/place", "text", said("Place", "مقام"), value=place),
    )


_MONTHS = {8: ("August 2026", "اگست 2026"), 9: ("September 2026", "ستمبر 2026"), 10: ("October 2026", "اکتوبر 2026")}
_FIGURES = (
    ("Non-revenue water (%)", "غیر محصولاتی پانی (%)", "31.4", "31.9", "38", "28", ""),
    ("Collection efficiency (%)", "وصولی کی کارکردگی (%)", "840", "83", "71", "95", ""),
    ("Hours of supply (h/day)", "فراہمی کے گھنٹے (h/day)", "12.5", "12", "8", "18", ""),
    (
        "Water sold to metered customers (m³)",
        "میٹر والے صارفین کو پانی (m³)",
        "420100",
        "401000",
        "366250",
        "440000",
        "",
    ),
    (
        "Complaints settled in two days (%)",
        "دو دن میں حل شدہ شکایات (%)",
        "",
        "64",
        "40",
        "90",
        "The register is closed",
    ),
    ("Energy per m³ (kWh/m³)", "فی مکعب میٹر توانائی (kWh/m³)", "0.62", "0.65", "0.81", "0.55", ""),
)
_ACTIVITIES = (
    ("Step tests in eight areas", "آٹھ علاقوں میں مرحلہ وار جانچ"),
    ("Replacement of 260 meters", "260 میٹروں کی تبدیلی"),
    ("Installation of bulk meters", "بڑے میٹروں کی تنصیب"),
)
_NIGHT = "آٹھ میں سے چھ علاقوں میں رات کے بہاؤ کی جانچ؛ دو والو کے منتظر ہیں۔"
