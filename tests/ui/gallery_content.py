"""What the gallery shows, in the language spoken. Names and figures are invented; texts of the desk go through `tr`."""

from wopdesk.drawing.line import Series
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.rows import RepeatRow, RepeatTable
from wopdesk.ui.i18n import from_left, spoken
from wopdesk.ui.widgets.cells import Cell, Chip, Column, Share, Text
from wopdesk.ui.widgets.navigation import Place
from wopdesk.ui.widgets.stages import Stage
from wopdesk.ui.widgets.stepper import State, Step

PLACES = (
    Place("home", "Home", "layout-dashboard"),
    Place("partnerships", "Partnerships", "handshake"),
    Place("reports", "Monthly reports", "file-text"),
    Place("plan", "Work plan", "calendar-range"),
    Place("indicators", "Indicators", "chart-line"),
    Place("documents", "Documents", "package"),
    Place("post", "Send and receive", "git-merge"),
)
COLUMNS = (
    Column("Activity"),
    Column("Progress", width=140),
    Column("Due", "end", 104),
    Column("Status", width=116),
)

_STEPS = (
    ("Pre-\u200bconditions", "پیشگی شرائط", "3 Mar", "3 مارچ"),
    ("Initial meeting", "ابتدائی اجلاس", "28 Mar", "28 مارچ"),
    ("Mentor workshop", "مینٹور ورکشاپ", "20 Apr", "20 اپریل"),
    ("Letter of Intent", "لیٹر آف انٹینٹ", "9 May", "9 مئی"),
    ("Diagnostic visit", "تشخیصی دورہ", "18 Nov", "18 نومبر"),
    ("Work plan", "ورک پلان", "15 Dec", "15 دسمبر"),
    ("MoA signing", "معاہدے پر دستخط", "Jan", "جنوری"),
    ("Study visit", "مطالعاتی دورہ", "Feb", "فروری"),
    ("Pilot and reports", "پائلٹ اور رپورٹیں", "Feb", "فروری"),
    ("Monitoring visit", "نگرانی کا دورہ", "May", "مئی"),
    ("Evaluation", "جائزہ", "Sep", "ستمبر"),
    ("Dissemi\u00adnation", "ترویج", "Oct", "اکتوبر"),
    ("Recommen\u00addation", "سفارش", "Nov", "نومبر"),
    ("Continuation", "تسلسل", "Nov", "نومبر"),
)
_MONTHS = {
    "en": ("Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"),
    "ur": (
        "نومبر",
        "دسمبر",
        "جنوری",
        "فروری",
        "مارچ",
        "اپریل",
        "مئی",
        "جون",
        "جولائی",
        "اگست",
        "ستمبر",
        "اکتوبر",
    ),
}


def said(english: str, urdu: str) -> str:
    """Data of the gallery in the language spoken."""
    return urdu if spoken() == "ur" else english


def steps(current: int = 4) -> list[Step]:
    """Fourteen steps, the fifth going on."""
    return [
        Step(said(name, urdu), said(when, urdu_when), _state(number, current))
        for number, (name, urdu, when, urdu_when) in enumerate(_STEPS)
    ]


def _state(number: int, current: int) -> State:
    if number == current:
        return "current"
    return "done" if number < current else "ahead"


def stages() -> list[Stage]:
    """The parts of a monthly report."""
    return [
        Stage(said("This report", "یہ رپورٹ"), "done"),
        Stage(said("Pilot progress data", "پیش رفت کے اعداد"), "open"),
        Stage(said("Activities", "سرگرمیاں"), "problem", 2),
        Stage(said("Action on advice", "مشوروں پر کارروائی")),
        Stage(said("Findings", "مشاہدات"), "done"),
        Stage(said("Obstacles", "رکاوٹیں")),
        Stage(said("Requests for advice", "مشورے کی درخواستیں")),
        Stage(said("Review and send", "جائزہ اور ترسیل")),
    ]


def series() -> Series:
    """Twelve months with a gap."""
    values = (34.6, 35.1, 34.9, 34.0, 34.3, 33.5, None, 33.4, 32.6, 32.0, 31.9, 31.4)
    return Series(_MONTHS[spoken()], values, target=28, unit="%", target_label=said("Target", "ہدف"))


def rows() -> list[list[Cell]]:
    """Rows of a table with a bar and a pill each."""
    return [
        [
            Text(said("Baseline water balance", "بنیادی آبی توازن")),
            Share(100, 100, "good"),
            Text(said("30 Jun", "30 جون"), 6.30),
            Chip(said("Complete", "مکمل"), "good"),
        ],
        [
            Text(said("Step tests in eight areas", "آٹھ علاقوں میں مرحلہ وار جانچ")),
            Share(75, 70),
            Text(said("15 Dec", "15 دسمبر"), 12.15),
            Chip(said("Ahead", "وقت سے آگے"), "info"),
        ],
        [
            Text(said("Replacement of 260 meters", "260 میٹروں کی تبدیلی")),
            Share(62, 80, "warn"),
            Text(said("30 Nov", "30 نومبر"), 11.30),
            Chip(said("At risk", "خطرے میں"), "warn"),
        ],
        [
            Text(said("Installation of bulk meters", "بڑے میٹروں کی تنصیب")),
            Share(25, 60, "bad"),
            Text(said("31 Oct", "31 اکتوبر"), 10.31),
            Chip(said("Late", "تاخیر"), "bad"),
        ],
    ]


def questions() -> list[Question]:
    """One question of each type in use, some with problems."""
    cubic = said("m³ / month", "م³ / ماہ")
    consent = (("yes", said("Yes", "ہاں")), ("no", said("No", "نہیں")))
    owners = (
        ("mentee", said("Mentee", "زیرِ رہنمائی ادارہ")),
        ("government", said("Local government or authority", "مقامی حکومت یا اتھارٹی")),
        ("supplier", said("Supplier or contractor", "سپلائر یا ٹھیکیدار")),
    )
    topics = (
        ("nrw", said("Non-revenue water", "غیر محصولاتی پانی")),
        ("energy", said("Energy", "توانائی")),
        ("billing", said("Billing", "بلنگ")),
        ("quality", said("Water quality", "پانی کا معیار")),
        ("staff", said("Staff and training", "عملہ اور تربیت")),
        ("gis", said("Maps", "نقشے")),
    )
    return [
        Question(
            "about/date",
            "date",
            said("Date of visit", "دورے کی تاریخ"),
            said("The day the team was on site.", "جس دن ٹیم موقع پر موجود تھی۔"),
            "2026-11-18",
            required=True,
        ),
        Question(
            "about/owner",
            "select_one",
            said("Who can remove it?", "اسے کون دور کر سکتا ہے؟"),
            value="government",
            required=True,
            choices=owners,
        ),
        Question(
            "progress/produced",
            "decimal",
            said("Water produced", "پیدا کردہ پانی"),
            said("Total of all sources below.", "نیچے کے تمام ذرائع کا مجموعہ۔"),
            "612400",
            readonly=True,
            unit=cubic,
        ),
        Question(
            "progress/billed",
            "decimal",
            said("Water billed", "بل شدہ پانی"),
            value="742000",
            required=True,
            unit=cubic,
            previous=said("September: 588,100", "ستمبر: ") + (from_left("588,100") if spoken() == "ur" else ""),
            problem=said(
                "Billed is more than produced (612,400 m³). Check the unit, or give the reason.",
                "بل شدہ مقدار پیدا شدہ (612,400 م³) سے زیادہ ہے۔ اکائی دیکھیں یا وجہ بتائیں۔",
            ),
        ),
        Question(
            "about/nil",
            "select_one",
            said("Was nothing done this month?", "کیا اس ماہ کوئی کام نہیں ہوا؟"),
            value="no",
            required=True,
            choices=consent,
        ),
        Question("about/hours", "integer", said("Hours of supply", "فراہمی کے گھنٹے"), value="", unit="h/day"),
        Question(
            "about/by",
            "text",
            said("Prepared by", "تیار کنندہ"),
            said("Name and position.", "نام اور عہدہ۔"),
            "Sample Engineer",
            required=True,
            remark=said("PWON: please add the position.", "پی ڈبلیو او این: عہدہ بھی لکھیں۔"),
        ),
        Question("about/topic", "select_multiple", said("Topics", "موضوعات"), value="nrw billing", choices=topics),
        Question(
            "findings/text",
            "text",
            said("Progress in words", "پیش رفت، الفاظ میں"),
            value=said(
                "Night-flow tests were completed in six of eight areas; two wait for valves.",
                "آٹھ میں سے چھ علاقوں میں رات کے بہاؤ کی جانچ مکمل ہوئی؛ دو والو کے منتظر ہیں۔",
            ),
            appearance="multiline",
        ),
        Question("work/photo", "image", said("Photo", "تصویر"), required=True),
        Question(
            "findings/nothing",
            "acknowledge",
            said("No findings this month", "اس ماہ کوئی مشاہدہ نہیں"),
            value="OK",
        ),
        Question(
            "progress/note",
            "note",
            said("Non-revenue water: 31.4 %", "غیر محصولاتی پانی: 31.4 ٪"),
        ),
    ]


def repeat() -> RepeatTable:
    """The figures of a month."""
    columns = (
        Question("figure", "text", said("Indicator", "اشاریہ"), readonly=True),
        Question("before", "decimal", said("September", "ستمبر"), readonly=True),
        Question("value", "decimal", said("October", "اکتوبر"), required=True),
        Question("how", "select_one", said("How found", "ذریعۂ علم")),
    )
    how = (("m", said("Measured", "پیمائش شدہ")), ("e", said("Estimated", "تخمینہ")))
    facts = (
        (said("Non-revenue water, %", "غیر محصولاتی پانی، ٪"), "31.9", "31.4", "m", ""),
        (
            said("Collection efficiency, %", "وصولی کی کارکردگی، ٪"),
            "83",
            "840",
            "m",
            said("Above 100 %", "100 ٪ سے زیادہ"),
        ),
        (said("Hours of supply, h/day", "فراہمی، گھنٹے / دن"), "12", "12.5", "e", ""),
    )
    made = [
        RepeatRow(
            f"row{number}",
            (
                Question(f"f[{number}]/figure", "text", value=name, readonly=True),
                Question(f"f[{number}]/before", "decimal", value=before, readonly=True),
                Question(f"f[{number}]/value", "decimal", value=value, required=True, problem=problem),
                Question(f"f[{number}]/how", "select_one", value=way, choices=how),
            ),
        )
        for number, (name, before, value, way, problem) in enumerate(facts)
    ]
    return RepeatTable("f", said("Figures of the month", "ماہ کے اعداد"), columns, tuple(made))
