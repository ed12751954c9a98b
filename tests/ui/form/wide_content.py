"""Content of a page whose table is wider than any laptop: the activities of a work plan. All of it is invented."""

from dataclasses import replace

from tests.ui.gallery_content import said
from wopdesk.ui.form.parts import Page
from wopdesk.ui.form.question import Question
from wopdesk.ui.form.rows import RepeatRow, RepeatTable

_LATE = "It ends before it begins (1 Mar 2026)."
_FACTS = (
    ("Step tests at night", "رات کے مرحلہ وار ٹیسٹ", "mentee", "2026-01-05", "2026-03-31", "Log of each zone"),
    ("Training in leak detection", "لیکیج کی تلاش کی تربیت", "mentor", "2026-02-02", "2026-02-13", "Twelve trained"),
    ("Replacing stopped customer meters", "بند میٹروں کی تبدیلی", "mentee", "2026-03-01", "2026-02-20", "Meter list"),
    ("Register of complaints", "شکایات کا رجسٹر", "mentee", "2026-04-01", "2026-06-30", ""),
)


def wide() -> Page:
    """Activities with what each of them asks."""
    return Page("plan", said("Activities", "سرگرمیاں"), parts=(planned(),))


def planned() -> RepeatTable:
    """Nine columns, of which the first names the row."""
    path = "plan/activities"
    rows = tuple(RepeatRow(f"k{number}", _cells(f"{path}[k{number}]", fact)) for number, fact in enumerate(_FACTS))
    return RepeatTable(path, said("Activities of the plan", "پلان کی سرگرمیاں"), _columns(), rows)


def _columns() -> tuple[Question, ...]:
    return (
        Question("title", "text", said("Activity", "سرگرمی"), required=True),
        Question("party", "select_one", said("Responsible", "ذمہ دار"), required=True),
        Question("work", "text", said("Description of the work", "کام کی تفصیل"), appearance="multiline"),
        Question("begin", "date", said("Begins", "آغاز"), required=True),
        Question("end", "date", said("Ends", "اختتام"), required=True),
        Question("result", "text", said("Deliverable", "حاصل"), required=True),
        Question("weight", "integer", said("Weight", "وزن")),
        Question("advice", "text", said("Recommendation it follows", "متعلقہ سفارش")),
        Question("others", "text", said("Others who take part", "دیگر شرکاء")),
    )


def _cells(at: str, fact: tuple[str, ...]) -> tuple[Question, ...]:
    english, urdu, party, begins, ends, result = fact
    parties = (("mentee", said("Mentee", "زیرِ رہنمائی ادارہ")), ("mentor", said("Mentor", "رہنما ادارہ")))
    values = (said(english, urdu), party, "", begins, ends, said(result, ""), "1", "", "")
    cells = tuple(
        replace(column, path=f"{at}/{column.path}", value=value)
        for column, value in zip(_columns(), values, strict=True)
    )
    late = replace(cells[4], problem=_LATE if ends < begins else "")
    return (cells[0], replace(cells[1], choices=parties), *cells[2:4], late, *cells[5:])
