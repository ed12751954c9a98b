"""The monthly report on paper: the six parts of guidelines 3.2.2, in their order, with what was reported before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wopdesk.programme.filed import FiledRow
from wopdesk.programme.months import first_day, last_day, month_name, written
from wopdesk.records.version import Version
from wopdesk.reports import blocks, progress
from wopdesk.reports.blocks import Block, Cell, Column, Document
from wopdesk.reports.context import PROGRAMME, Context, code, seal, warning, watermark
from wopdesk.reports.phrasing import day, label

_PARTS = (
    ("progress", "Progress data of the pilot"),
    ("work", "Activities of the month"),
    ("advice", "Action taken on the mentor's advice"),
    ("findings", "Findings"),
    ("obstacles", "Obstacles"),
    ("requests", "Requests for advice"),
)
_STATES = {"done": blocks.GOOD, "not_yet": blocks.WARN, "cannot": blocks.BAD}
_ABSENT = {
    "no": "This photo stays with the team: the persons on it did not agree to its being shared.",
    "": "This photo has not arrived yet.",
}


def document(version: Version, context: Context) -> Document:
    """The report as blocks.

    Args:
        version: what was submitted, or what a draft says now.
        context: the offices, the lists of the form, earlier figures and the photos.
    """
    month = month_name(version.answers.get("about/period", "")).en
    return Document(
        kind="Monthly report",
        reference=context.reference,
        title=f"Monthly report, {month}",
        organisation=context.author.name,
        programme=PROGRAMME,
        status=_status(version, context),
        code=code(version, context),
        seal=seal(version, context),
        watermark=watermark(context),
        warning=warning(context),
        keywords=(context.partnership, "monthly report"),
        language=context.language,
        day=context.submitted,
        blocks=[*_head(version, context, month), *_body(version, context), _signatures(version, context)],
    )


def _status(version: Version, context: Context) -> str:
    if context.submitted is None:
        return "Draft, not submitted"
    return f"Version {version.number}, submitted {written(context.submitted).en}"


def _head(version: Version, context: Context, month: str) -> list[Block]:
    found: list[Block] = [
        blocks.Title("Monthly report", month, context.subject),
        blocks.Facts(_facts(version, context)),
    ]
    if not context.author.confirmed:
        text = (
            f"PWON has not approved {context.author.name} as a member office yet. The report counts from the approval."
        )
        found.append(blocks.Callout("Unconfirmed office", text, blocks.BAD))
    return found


def _facts(version: Version, context: Context) -> tuple[tuple[str, str], ...]:
    period = version.answers.get("about/period", "")
    return (
        ("Partnership", context.partnership),
        ("Mentee", context.mentee.name),
        ("Mentor", context.mentor.name),
        ("Month of the pilot", _place(period, context)),
        ("Period", _days(period)),
        ("Prepared by", version.answers.get("about/prepared_by", "")),
        ("Due", written(context.due).en if context.due else ""),
        ("Submitted", _submitted(context.submitted, context.due)),
    )


def _place(period: str, context: Context) -> str:
    months = [item.get("period") for item in context.lists.get("month", ())]
    return f"{months.index(period) + 1} of {len(months)}" if period in months else ""


def _days(period: str) -> str:
    try:
        last = last_day(period)
    except ValueError:
        return period
    return f"{first_day(period).day} to {written(last).en}"


def _submitted(submitted: date | None, due: date | None) -> str:
    if submitted is None:
        return "Not yet"
    late = (submitted - due).days if due else 0
    return written(submitted).en + (f", {late} day{'s' * (late > 1)} late" if late > 0 else "")


def _body(version: Version, context: Context) -> list[Block]:
    """The six parts; in a month in which nothing was done only obstacles and requests are reported (C322-03)."""
    nil = version.answers.get("about/nil_return") == "yes"
    contents = {
        "progress": progress.figures(version, context),
        "work": [*progress.activities(version, context), *_photos(version, context)],
        "advice": _advice(version, context),
        "findings": _findings(version),
        "obstacles": _obstacles(version),
        "requests": _requests(version),
    }
    body: list[Block] = [] if nil else [*progress.tiles(version, context)]
    if nil:
        reason = version.answers.get("about/nil_reason", "")
        body.append(blocks.Callout("Nothing was done this month", reason, blocks.WARN))
    for number, (part, title) in enumerate(_PARTS, 1):
        if contents[part] or not nil:
            body.append(blocks.Heading(title, str(number)))
            body += contents[part] or [blocks.Paragraph(_nothing(version, part))]
    return body


def _nothing(version: Version, part: str) -> str:
    """What stands in a part without contents; open advice that does not exist needs no answer."""
    if part == "advice":
        return "No advice was open this month."
    return "Nothing to report this month." if version.answers.get(f"{part}/nothing") else "Not filled in."


def _advice(version: Version, context: Context) -> list[Block]:
    rows: list[tuple[Cell, ...]] = []
    for row in progress.rows_of(version, "advice/actions"):
        item = context.item("open_advice", row.get("advice") or row.id)
        dates = {word: row.get(f"advice_{word}") or item.get(word, "") for word in ("given", "due")}
        said = " · ".join(f"{word} {day(text)}" for word, text in dates.items() if text)
        state = label(version, f"advice/actions[{row.id}]/state", context.language)
        chip = blocks.Chip(state, _STATES.get(row.get("state"), blocks.QUIET)) if state else ""
        text = item.get("text") or row.get("advice_text") or item.get("title", "")
        rows.append((blocks.Detailed(text, said), chip, row.get("action")))
    return _table((Column("Advice", 3.2), Column("State", 1.3), Column("Action", 3.1)), rows)


def _findings(version: Version) -> list[Block]:
    rows = [(str(at), row.get("finding"), row.get("evidence")) for at, row in _numbered(version, "findings/found")]
    if not any(evidence for _, _, evidence in rows):
        return _table((Column("No.", 0.5), Column("Finding", 7)), [(at, finding) for at, finding, _ in rows])
    return _table((Column("No.", 0.5), Column("Finding", 4), Column("Evidence", 3)), rows)


def _obstacles(version: Version) -> list[Block]:
    rows = [
        (str(at), row.get("obstacle"), label(version, f"obstacles/faced[{row.id}]/owner"), day(row.get("since")))
        for at, row in _numbered(version, "obstacles/faced")
    ]
    columns = (Column("No.", 0.5), Column("Obstacle", 4.2), Column("Who can remove it", 1.6), Column("Since", 1.2))
    return _table(columns, rows)


def _requests(version: Version) -> list[Block]:
    rows = [
        (str(at), row.get("question"), day(row.get("needed_by"))) for at, row in _numbered(version, "requests/asked")
    ]
    return _table((Column("No.", 0.5), Column("Question to the mentor", 5.4), Column("Answer needed by", 1.6)), rows)


def _photos(version: Version, context: Context) -> list[Block]:
    photos = tuple(_photo(row, context) for row in progress.rows_of(version, "work/photos"))
    return [blocks.Heading("Photos", level=2), blocks.Photos(photos)] if photos else []


def _photo(row: FiledRow, context: Context) -> blocks.Photo:
    """With consent "no" a photo is not drawn even where its bytes are at hand (a team's own paper gets passed on)."""
    where = " · ".join(filter(None, (row.get("caption"), row.get("place"), day(row.get("taken")))))
    if row.get("consent") == "no":
        return blocks.Photo(where, absent=_ABSENT["no"])
    return blocks.Photo(where, context.photos.get(row.get("photo")), _ABSENT[""])


def _signatures(version: Version, context: Context) -> Block:
    """Author, team leader, director (X-09); copies as guidelines 2.7 say."""
    office, author = context.mentee.name or context.author.name, version.answers.get("about/prepared_by", "")
    signers = (
        blocks.Signer("Prepared by", author, office),
        blocks.Signer("Team leader", "", office),
        blocks.Signer("Managing Director", "", office),
    )
    copies = ", ".join(filter(None, (context.mentor.name, context.facilitator.name)))
    return blocks.Signatures(signers, f"Copies: {copies}")


def _numbered(version: Version, repeat: str) -> list[tuple[int, FiledRow]]:
    return list(enumerate(progress.rows_of(version, repeat), 1))


def _table(columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]]) -> list[Block]:
    return [blocks.Table(columns, tuple(rows))] if rows else []
