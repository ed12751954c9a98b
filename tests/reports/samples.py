"""A monthly report to be printed: everything in it is invented, nobody in it exists."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date

from PIL import Image, ImageDraw

from wopdesk.programme.months import months_between
from wopdesk.records.digest import sha256
from wopdesk.records.version import Version
from wopdesk.reports.context import Context, Party

URDU = "زون 3 میں رات کے وقت step test مکمل کیے گئے اور پانی کا رساؤ (DMA-4) بند کر دیا گیا۔"
HOSTILE = "<b>bold</b> & <para> =cmd|' /C calc'!A0 %s {0} \\n </font>"
LONG = "The crew walked the line from the pumping station to the last valve and wrote down each meter. " * 53
PERIOD = "2026-10"
MONTHS = [{"period": month, "label": month} for month in months_between(date(2026, 5, 15), date(2026, 12, 31))]


def key(letter: str) -> str:
    """A row id made of one letter."""
    return letter * 16


def photo(shade: int, size: tuple[int, int] = (640, 400)) -> bytes:
    """A JPEG of a tank before hills."""
    image = Image.new("RGB", size, (150, 190, 225))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, size[1] // 2, *size), fill=(shade, 110, 80))
    draw.rectangle((size[0] // 3, size[1] // 4, size[0] // 2, size[1] * 3 // 5), fill=(190, 195, 200))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=80)
    return file.getvalue()


def with_size(edge: int) -> bytes:
    """A small JPEG that claims to be very large."""
    data = photo(50)
    head = data.index(b"\xff\xc0")
    return data[: head + 5] + edge.to_bytes(2, "big") * 2 + data[head + 9 :]


PHOTOS = {sha256(data): data for data in (photo(90), photo(120, (400, 640)), photo(60))}
TARGETS = (
    ("t", "Non-revenue water", "%", "38.6", "30", "lower"),
    ("u", "Collection ratio", "%", "71", "90", "higher"),
    ("v", "Continuity of supply", "h/day", "9.5", "12", "higher"),
    ("w", "Water produced in Zone 3", "m³/month", "1250000", "", ""),
)
ACTIVITIES = (
    ("a", "Baseline water balance and data validation", "100", "100"),
    ("b", "Step tests in eight district metered areas", "70", "60"),
    ("c", "Installation of 12 bulk meters", "60", "20"),
    ("d", "Training of leak detection crews, 4 modules", "50", "50"),
)
ADVICE = (
    ("x", "Close the boundary valves of DMA 4 for one night and read the inflow every quarter of an hour.", "done"),
    ("y", "Keep a spare acoustic logger at the pumping station.", "not_yet"),
    ("z", "Move the billing cut-off to the fifth of the month.", "cannot"),
)


def lists() -> dict[str, list[dict[str, str]]]:
    """The lists that the form was given."""
    targets = ("id", "name", "unit", "baseline", "target", "better")
    activities = ("id", "title", "planned", "done")
    return {
        "month": MONTHS,
        "targets": [dict(zip(targets, (key(one[0]), *one[1:]), strict=True)) for one in TARGETS],
        "work_plan_activities": [dict(zip(activities, (key(one[0]), *one[1:]), strict=True)) for one in ACTIVITIES],
        "open_advice": [
            {"id": key(letter), "title": text, "text": text, "given": "2026-09-12", "due": "2026-10-30"}
            for letter, text, _ in ADVICE
        ],
    }


def context(**changes: object) -> Context:
    """Where the report stands."""
    values: dict[str, object] = {
        "reference": "WOP-PK-014/MR/2026-10",
        "state": "submitted",
        "author": Party("WASA Faisalabad"),
        "mentee": Party("WASA Faisalabad"),
        "mentor": Party("WASA Lahore"),
        "partnership": "WOP-PK-014",
        "subject": "Less water lost in Zone 3: WASA Faisalabad with WASA Lahore",
        "submitted": date(2026, 11, 6),
        "due": date(2026, 11, 7),
        "pilot": (date(2026, 5, 1), date(2026, 12, 31)),
        "lists": lists(),
        "history": {
            key("t"): {"2026-05": "38.6", "2026-06": "37.9", "2026-07": "36.4", "2026-09": "33.1"},
            key("u"): {"2026-05": "71", "2026-06": "74", "2026-07": "76", "2026-08": "79", "2026-09": "83"},
        },
        "photos": PHOTOS,
    }
    return Context(**{**values, **changes})  # type: ignore[arg-type]  # a test's shorthand


def _rows(repeat: str, rows: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {
        f"{repeat}[{key(row)}]/{name}": text for row, values in rows.items() for name, text in values.items() if text
    }


def version(**changes: str) -> Version:
    """A report of October 2026; a change replaces an answer given as `findings__items__f__finding="…"`."""
    digests = list(PHOTOS)
    repeats: dict[str, dict[str, dict[str, str]]] = {
        "progress/figures": {
            letter: {"indicator": key(letter), "value": value, "remark": remark}
            for letter, value, remark in (
                ("t", "32.4", "Read at night in all eight areas."),
                ("u", "84", ""),
                ("v", "12.5", ""),
                ("w", "1268400.5", ""),
            )
        },
        "work/activities": {
            "k": {
                "activity": key("b"),
                "done": "75",
                "description": "Six of eight areas are done; two wait for valves.",
            },
            "l": {"activity": key("c"), "done": "25", "description": URDU},
            "m": {"activity": key("d"), "done": "50", "description": "Module 2, leak correlator."},
        },
        "work/photos": {
            "p": {
                "photo": digests[0],
                "caption": "Step test, night of 14 October",
                "consent": "yes",
                "taken": "2026-10-14",
            },
            "q": {"photo": digests[1], "caption": "Meter replacement", "consent": "no_faces", "place": "Zone 3"},
            "r": {"photo": digests[2], "caption": "Crew at work", "consent": "no", "place": "Zone 4"},
            "s": {"photo": "0" * 64, "caption": "Repair on the 300 mm main", "consent": "yes"},
        },
        "advice/actions": {
            letter: {"advice": key(letter), "state": state, "action": action}
            for (letter, _, state), action in zip(
                ADVICE, ("Closed from 1 to 4 h; inflow fell to 12 m³/h.", "", "The board decides in May."), strict=True
            )
        },
        "findings/found": {
            "f": {"finding": "Half of the night flow comes from three streets.", "evidence": "Logger data"}
        },
        "obstacles/faced": {
            "o": {
                "obstacle": "Two of four loggers are out of service.",
                "owner": "supplier",
                "since": "2026-10-02",
            }
        },
        "requests/asked": {"n": {"question": "Which pressure should we keep at night?", "needed_by": "2026-11-20"}},
    }
    answers = {"about/period": PERIOD, "about/prepared_by": "Sample Engineer", "about/nil_return": "no"}
    for repeat, rows in repeats.items():
        answers |= _rows(repeat, rows)
    for name, text in changes.items():
        *group, row, field = name.split("__")
        answers["/".join(group) + (f"[{key(row)}]/{field}" if len(group) > 1 else f"{row}/{field}".lstrip("/"))] = text
    return Version(
        number=2,
        record="e" * 64,
        form="f" * 64,
        after=("d" * 64,),
        answers=answers,
        rows={repeat: tuple(map(key, rows)) for repeat, rows in repeats.items()},
        computed={},
        shown={
            f"obstacles/faced[{key('o')}]/owner": {"en": "Supplier or contractor"},
            f"advice/actions[{key('y')}]/state": {"en": "Not yet", "ur": "ابھی نہیں"},
        },
        previous={f"progress/figures[{key('t')}]/value": "33.1", f"progress/figures[{key('u')}]/value": "83"},
    )
