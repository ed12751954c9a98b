"""Monthly reports that are hard to lay out: empty, crowded, long, in Urdu. Everything in them is invented."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from tests.reports import samples
from wopdesk.records.digest import sha256
from wopdesk.records.version import Version
from wopdesk.reports.context import Context, Opinion, Party

Case = tuple[Version, Context]
Rows = Mapping[str, Mapping[str, str]]
WORDY = {"finding", "question", "obstacle", "description", "action", "evidence", "remark"}
SHAPES = ((640, 400), (400, 640), (800, 800), (1600, 500), (300, 900), (640, 480), (480, 640), (1200, 675), (640, 427))
_UNITS = ("%", "h/day", "m³/month", "kWh/m³")


def with_rows(version: Version, repeats: Mapping[str, Rows]) -> Version:
    """The version with other rows in some repeats."""
    kept = {
        path: text for path, text in version.answers.items() if not any(path.startswith(f"{one}[") for one in repeats)
    }
    new = {
        f"{repeat}[{row}]/{name}": text
        for repeat, rows in repeats.items()
        for row, values in rows.items()
        for name, text in values.items()
    }
    return replace(
        version, answers={**kept, **new}, rows={**version.rows, **{one: tuple(rows) for one, rows in repeats.items()}}
    )


def saying(text: str) -> Version:
    """The sample with all that people write freely said in one way."""
    version = samples.version()
    answers = {path: text if path.rpartition("/")[2] in WORDY else said for path, said in version.answers.items()}
    return replace(version, answers=answers)


def figures(count: int) -> Case:
    """So many targets, each with five months before."""
    ids = [f"{number:016x}" for number in range(count)]
    rows = {one: {"indicator": one, "value": str(50 + place)} for place, one in enumerate(ids)}
    targets = [
        {
            "id": one,
            "name": f"Indicator {place} of the pilot area",
            "unit": _UNITS[place % 4],
            "baseline": "40",
            "target": "60",
            "better": "higher",
            "due": "2026-12-31",
        }
        for place, one in enumerate(ids)
    ]
    history = {one: {f"2026-{month:02}": str(40 + month) for month in range(5, 10)} for one in ids}
    version = with_rows(samples.version(), {"progress/figures": rows, "work/photos": {}})
    return version, samples.context(lists={**samples.lists(), "targets": targets}, history=history)


def photos() -> Case:
    """Nine photos of nine shapes."""
    jpegs = {sha256(jpeg): jpeg for jpeg in (samples.photo(40 + 20 * at, size) for at, size in enumerate(SHAPES))}
    rows = {
        f"{at:016x}": {"photo": digest, "caption": f"Photo of the work in hand, number {at}", "consent": "yes"}
        for at, digest in enumerate(jpegs)
    }
    return with_rows(samples.version(), {"work/photos": rows}), samples.context(photos=jpegs)


def nothing() -> Case:
    """Every part is empty, and said to be."""
    parts = ("work", "findings", "obstacles", "requests")
    answers = {**samples.version().answers, **{f"{part}/nothing": "OK" for part in parts}}
    return replace(samples.version(), answers=answers, rows={}), samples.context(lists={}, history={})


def nil_return() -> Case:
    """A month in which nothing was done."""
    version = samples.version()
    answers = {**version.answers, "about/nil_return": "yes", "about/nil_reason": "The zone was flooded. " * 8}
    kept = {name: version.rows[name] for name in ("obstacles/faced", "requests/asked")}
    return replace(version, answers=answers, rows=kept), samples.context()


def returned() -> Case:
    """Returned with remarks, from an office not yet approved, and changed since."""
    said = Opinion(
        "return", "PWON", date(2026, 11, 9), "Look again.", (("5. Obstacles, Since", "Please give the day."),)
    )
    author = Party("WASA Faisalabad", confirmed=False)
    return samples.version(), samples.context(state="returned", opinions=(said,), author=author, changed=True)


CASES: Mapping[str, Callable[[], Case]] = {
    "sample": lambda: (samples.version(), samples.context()),
    "one figure": lambda: figures(1),
    "twelve figures": lambda: figures(12),
    "photos": photos,
    "nothing": nothing,
    "nil return": nil_return,
    "returned": returned,
    "long": lambda: (saying(samples.LONG[:1500]), samples.context(subject="Less water lost in Zone 3 " * 9)),
    "urdu": lambda: (saying(samples.URDU), samples.context(subject=samples.URDU)),
    "draft": lambda: (samples.version(), samples.context(state="draft", submitted=None, today=date(2026, 11, 3))),
}
