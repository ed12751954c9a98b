"""One record on a terminal: each page of its form with path, question and answer, then versions and what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from wopdesk.cli.output import say, say_table
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Said, Submitted
from wopdesk.desk.listing import Listed, office_names
from wopdesk.desk.paths import numbered
from wopdesk.records.ids import ROW, is_hex, is_office
from wopdesk.xlsform import Choice, Field, Group, Question, Sheet, Unmet

Line = tuple[str, str, str]
"""Path with rows by their number, as `set` takes it; label; answer."""
_OFFERED = 12
"""Choices that are named at an answer that is none of them."""
_UNSEEN = frozenset({"note", "hidden", "calculate"})
_FILES = frozenset({"image", "file", "audio", "video"})


def say_record(desk: Desk, listed: Listed, sheet: Sheet) -> None:
    """Print a record."""
    document = listed.document
    say(f"{listed.title}, {document.state}")
    say(f"{listed.owner}{', ' + listed.partnership if listed.partnership else ''}")
    say(f"Record {document.id}")
    for page in desk.shelf.form(document.kind.kind).pages:
        lines = list(lines_of(page, sheet, document.kind.rows))
        if lines:
            say()
            say(page.label("en") or page.path)
            say_table((), lines, indent="  ")
    _say_versions(desk, document.versions)
    problems = sheet.problems()
    if problems:
        say()
        say("To be answered before it can be submitted")
        say_problems(sheet, problems)
    if document.differences:
        say()
        say(f"Differences: {len(document.differences)}. 'wopdesk differences {document.id[:8]}' shows them.")


def lines_of(page: Group, sheet: Sheet, brought: Collection[str] = ()) -> Iterator[Line]:
    """A line for every question of a page that is asked now, in the form's order, rows one after another.

    A table without rows has a line, too, unless its rows are brought by a list.
    """
    return _group(page, "", "", sheet, brought)


def _group(group: Group, before: str, shown: str, sheet: Sheet, brought: Collection[str]) -> Iterator[Line]:
    """The lines of a group.

    Args:
        group: the group or repeat, one row of it.
        before: the path of the row around it, with row ids; a group outside of rows has none.
        shown: the same with row numbers.
        sheet: the answers.
        brought: repeats whose rows are made from a list.
    """
    template = _without_rows(before)
    for part in group.parts:
        inside = part.path.removeprefix(f"{template}/") if template else part.path
        place, named = _under(before, inside), _under(shown, inside)
        if isinstance(part, Question):
            yield from _question(place, named, sheet)
        elif part.repeats:
            around = place.rpartition("/")[0]
            if not sheet.rows().get(place) and part.path not in brought and sheet.field(around).relevant:
                yield named, part.label("en"), "(no rows)"
            for number, row in enumerate(sheet.rows().get(place, ()), start=1):
                yield from _group(part, f"{place}[{row}]", f"{named}[{number}]", sheet, brought)
        else:
            yield from _group(part, before, shown, sheet, brought)


def _under(before: str, inside: str) -> str:
    return f"{before}/{inside}" if before else inside


def _without_rows(path: str) -> str:
    return "".join(piece.partition("]")[2] if number else piece for number, piece in enumerate(path.split("[")))


def _question(place: str, named: str, sheet: Sheet) -> Iterator[Line]:
    field = sheet.field(place)
    if field.relevant and field.type not in _UNSEEN:
        yield named, field.label("en"), _answer(field, sheet.shown().get(place, {}).get("en", ""))


def _answer(field: Field, chosen: str) -> str:
    if field.type in _FILES and is_hex(field.value):
        return f"file {field.value[:8]}"
    said = chosen or field.value or ("(needed)" if field.required else "–")
    return f"{said} (!)" if field.problem and field.value else said


def _say_versions(desk: Desk, versions: tuple[Submitted, ...]) -> None:
    if not versions:
        return
    names = office_names(desk)
    say()
    say("Versions")
    for one in versions:
        marks = ("" if one.confirmed else ", unconfirmed") + ("" if one.current else ", replaced")
        say(f"  {one.version.number}  {one.at[:10]}  {one.by or '–'}  {one.digest[:12]}{marks}")
        for said in one.reviews:
            _say_review(said, names, one.version.rows)


def _say_review(said: Said, names: Mapping[str, str], rows: Mapping[str, Sequence[str]]) -> None:
    office = names.get(said.office, said.office[:8])
    reason = f": {said.review.reason}" if said.review.reason else ""
    say(f"     {said.at[:10]}  {office}, {said.by or '–'}  {said.review.verdict}{reason}")
    remarks = [(numbered(path, rows), text) for path, text in said.review.remarks.items()]
    say_table((), remarks, indent="       ")


def say_problems(sheet: Sheet, problems: Sequence[Unmet]) -> None:
    """Print what is missing or not good, each with its path as `set` takes it and what could be answered instead."""
    rows = sheet.rows()
    say_table((), [(numbered(one.path, rows), _advice(sheet.field(one.path), one)) for one in problems], indent="  ")


def _advice(field: Field, one: Unmet) -> str:
    if one.lack == "choice":
        offered = ", ".join(_named(choice) for choice in field.choices[:_OFFERED])
        more = len(field.choices) - _OFFERED
        rest = f", and {more} more" if more > 0 else ""
        return f"This choice is not offered. Choose from: {offered}{rest}." if offered else one.message("en")
    if one.lack == "type" and field.type == "date":
        return "Write a date as 2026-10-31."
    return one.message("en")


def _named(choice: Choice) -> str:
    """A choice as it can be typed; one whose value is an id goes by its label."""
    label = choice.label("en")
    made = is_office(choice.value) or ROW.fullmatch(choice.value)
    return label if made or label == choice.value else f"{choice.value} ({label})"
