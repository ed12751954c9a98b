"""The screen of differences with fixed contents, to be looked at and compared."""

from dataclasses import replace
from datetime import UTC, datetime

from wopdesk.ui.form.question import Question
from wopdesk.ui.screens.differences.content import Difference, DifferencesContent, Differing, Side, Who
from wopdesk.ui.screens.differences.view import DifferencesView
from wopdesk.ui.theme.appearance import worn

_HERE = datetime(2026, 11, 3, 9, 12, tzinfo=UTC)
_THERE = datetime(2026, 11, 3, 16, 40, tzinfo=UTC)


def said(english: str, urdu: str) -> str:
    """Data in the language of the screen."""
    return urdu if worn().language == "ur" else english


def _first() -> Who:
    return Who(said("Sample Engineer", "نمونہ انجینئر"), "here", "", _HERE)


def _second() -> Who:
    return Who(said("Sample Supervisor", "نمونہ نگران"), "own", "", _THERE)


def figure() -> Difference:
    """A figure that two persons read differently."""
    label = said("Hours of supply per day", "روزانہ فراہمی کے گھنٹے")
    asked = Question("progress/figures[a]/value", "decimal", label)
    sides = (
        Side("12.5", (_first(),), replace(asked, value="12.5")),
        Side("14", (_second(),), replace(asked, value="14")),
    )
    part = said("Pilot progress data", "پائلٹ کی پیش رفت")
    return Difference("r1", asked.path, label, part, 1, sides, other=replace(asked, required=True))


def text() -> Difference:
    """A long answer beside one that was taken away."""
    label = said("What was done", "کیا کیا گیا")
    asked = Question("work/activities[b]/description", "text", label, appearance="multiline")
    long = said(
        "Sample: 120 domestic meters were installed in Zone 3, and its two bulk meters were read each week.",
        "نمونہ: زون 3 میں 120 گھریلو میٹر لگائے گئے، اور زون کے دو بلک میٹر ہر ہفتے پڑھے گئے۔",
    )
    sides = (Side(long, (_first(),), replace(asked, value=long)), Side("", (_second(),)))
    return Difference(
        "r1", asked.path, label, said("Work done", "کیا گیا کام"), 2, sides, other=replace(asked, required=True)
    )


def row() -> Difference:
    """A row that one removed while the other wrote in it."""
    finding = said("Finding", "مشاہدہ")
    evidence = said("How was it seen?", "کیسے معلوم ہوا؟")
    lines = (
        Question("a", "text", finding, value=said("Large leak at the ring main", "رنگ مین پر بڑا رساؤ")),
        Question("b", "text", evidence, value=said("Night flow, step test", "رات کا بہاؤ، اسٹیپ ٹیسٹ")),
    )
    sides = (Side("keep", (_second(),), lines=lines), Side("remove", (_first(),)))
    name = said("Findings", "مشاہدات")
    return Difference("r1", "@row/findings/found/c", name, name, 1, sides, is_row=True)


def content() -> DifferencesContent:
    """A report with one of each, and a record of another office."""
    title = said("Monthly report", "ماہانہ رپورٹ")
    office = said("WASA Faisalabad", "واسا فیصل آباد")
    plan = said("Work plan", "ورک پلان")
    other = replace(figure(), record="r2")
    return DifferencesContent(
        (
            Differing("r1", title, "2026-10", office, may_settle=True, differences=(figure(), text(), row())),
            Differing("r2", plan, "", "PWON", may_settle=False, differences=(other,)),
        )
    )


def make(name: str) -> DifferencesView:
    """The screen in one of its states."""
    view = DifferencesView()
    view.show_content(DifferencesContent(elsewhere=2) if name == "none" else content())
    if name == "typing":
        view.parts["r1", "progress/figures[a]/value"].another.click()
    return view
