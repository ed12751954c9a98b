"""Which answers of an earlier record stand beside the fields of this one ([previous] in kind.toml)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wopdesk.programme.filed import Filed
from wopdesk.programme.kinds import Kind, PreviousRule


def previous_values(kind: Kind, record: Filed, filed: Iterable[Filed]) -> dict[str, str]:
    """The earlier answers, by the path in `record` beside which they stand (C322-03).

    The earlier record is the newest submitted one before this one in the order of the rule's `by`, so that a month
    without a report is stepped over. Rows are the same when their id is, or when the rule's `match` field is.

    Args:
        kind: the record's kind.
        record: the record being filled; only its rows and its place in the order are looked at.
        filed: the documents of the partnership.
    """
    rule = kind.previous
    before = earlier(rule, record, filed) if rule else None
    if rule is None or before is None:
        return {}
    found: dict[str, str] = {}
    for field in rule.fields:
        repeat = _repeat_of(field, record, before)
        found.update(_in_rows(rule, record, before, (repeat, field)) if repeat else _plain(before, field))
    return found


def earlier(rule: PreviousRule, record: Filed, filed: Iterable[Filed]) -> Filed | None:
    """The record whose answers stand beside those of this one; None when there is none."""
    place = record.get(rule.by)
    candidates = (
        one
        for one in filed
        if one.is_in and one.kind == record.kind and one.record != record.record and "" < one.get(rule.by) < place
    )
    return max(candidates, key=lambda one: (one.get(rule.by), one.record), default=None)


def _repeat_of(field: str, record: Filed, earlier: Filed) -> str:
    repeats = (repeat for repeat in {*record.rows, *earlier.rows} if field.startswith(f"{repeat}/"))
    return max(repeats, key=len, default="")


def _plain(earlier: Filed, field: str) -> Mapping[str, str]:
    text = earlier.get(field)
    return {field: text} if text else {}


def _in_rows(rule: PreviousRule, record: Filed, earlier: Filed, place: tuple[str, str]) -> Mapping[str, str]:
    repeat, field = place
    by, name = rule.match.get(repeat, ""), field.removeprefix(f"{repeat}/")
    before = {row.get(by) if by else row.id: row.get(name) for row in earlier.repeat(repeat)}
    keys = {row.id: row.get(by) if by else row.id for row in record.repeat(repeat)}
    return {f"{repeat}[{row}]/{name}": before[key] for row, key in keys.items() if before.get(key)}
