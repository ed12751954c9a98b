"""What a screen or a paper is told of one cell: frozen, in every language of the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from wopdesk.xlsform.wording import Wording

Lack = Literal["missing", "type", "choice", "constraint"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a question."""

    value: str
    label: Wording
    media: Mapping[str, Wording] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Field:
    """A cell as it is now.

    Attributes:
        path: Where it is.
        type: `text`, `integer`, `decimal`, `date`, `time`, `datetime`, `select_one`, `select_multiple`, `rank`,
            `image`, `audio`, `video`, `file`, `acknowledge`, `note`, `range`, `geopoint`, `geotrace`, `geoshape`,
            `barcode`; `hidden` for what is not asked, `calculate` for what is computed unseen; `group` and `repeat`.
        value: The answer, "" for none.
        relevant: Whether it is asked.
        required: Whether it must be answered.
        readonly: Whether a person may not change it.
        label: What is asked; call it with a language.
        hint: What helps to answer.
        choices: What may be chosen now.
        problem: Why the answer is not good, `None` if it is.
        appearance: As the form says.
        parameters: `start`, `end`, `step` of a range, `rows` of a text.
        guidance: What helps those who want to know more.
        media: Names of files that stand beside the label, by sort: `image`, `audio`, `video`, `big-image`.
    """

    path: str
    type: str
    value: str = ""
    relevant: bool = True
    required: bool = False
    readonly: bool = False
    label: Wording = field(default_factory=Wording)
    hint: Wording = field(default_factory=Wording)
    choices: tuple[Choice, ...] = ()
    problem: Wording | None = None
    appearance: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    guidance: Wording = field(default_factory=Wording)
    media: Mapping[str, Wording] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unmet:
    """An answer that is missing or not good.

    Attributes:
        path: Where.
        lack: What it lacks.
        message: What to tell the person; call it with a language.
    """

    path: str
    lack: Lack
    message: Wording


def _said(english: str, urdu: str) -> Wording:
    return Wording({"en": english, "ur": urdu}, "en")


OUT_OF_RANGE = _said("This number is outside the scale.", "یہ عدد پیمانے سے باہر ہے۔")
MISSING = _said("An answer is needed here.", "یہاں جواب ضروری ہے۔")
NOT_OFFERED = _said(
    "This choice is not offered any more; choose again.", "یہ انتخاب اب دستیاب نہیں، دوبارہ منتخب کریں۔"
)
NOT_MET = _said("This answer is not accepted.", "یہ جواب قابل قبول نہیں۔")
WRONG_TYPE: Mapping[str, Wording] = {
    "int": _said("Write a whole number.", "پورا عدد لکھیں۔"),
    "integer": _said("Write a whole number.", "پورا عدد لکھیں۔"),
    "long": _said("Write a whole number.", "پورا عدد لکھیں۔"),
    "decimal": _said("Write a number, such as 12.5.", "عدد لکھیں، مثلاً 12.5"),
    "double": _said("Write a number, such as 12.5.", "عدد لکھیں، مثلاً 12.5"),
    "date": _said("Choose a date.", "تاریخ منتخب کریں۔"),
    "dateTime": _said("Choose a date and a time.", "تاریخ اور وقت منتخب کریں۔"),
    "geopoint": _said(
        "Write latitude and longitude, such as 31.55 74.34.", "عرض بلد اور طول بلد لکھیں، مثلاً 31.55 74.34"
    ),
    "geotrace": _said(
        "Write two places or more with semicolons between them.", "دو یا زیادہ مقام لکھیں، درمیان میں ; لگائیں۔"
    ),
    "geoshape": _said(
        "Write three places or more with semicolons between them, the first once more at the end.",
        "تین یا زیادہ مقام لکھیں، درمیان میں ; لگائیں، آخر میں پہلا مقام دوبارہ لکھیں۔",
    ),
    "time": _said("Write a time, such as 14:30.", "وقت لکھیں، مثلاً 14:30"),
}
