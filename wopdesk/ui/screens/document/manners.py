"""How everything of one record is asked: what stands around it, told to each of its questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from wopdesk.programme.months import is_month
from wopdesk.programme.previous import previous_values
from wopdesk.ui.screens.document.asking import Manner, short_month
from wopdesk.ui.screens.document.background import Background, Reviewed


def manner_of(
    said: Manner, around: Background, answers: Mapping[str, str], rows: Mapping[str, Sequence[str]]
) -> Manner:
    """How a record is asked with what surrounds it.

    Args:
        said: the language, and whose problems are shown.
        around: what surrounds it.
        answers: that it holds now.
        rows: that it holds now.
    """
    language, before = said.language, around.earlier
    manner = replace(
        said,
        fixed=around.fixed,
        month=next(filter(is_month, around.fixed.values()), ""),
        now=short_month(around.mark.in_language(language)) if around.kind.due else "",
        remarks=_remarks(said, around),
        was=around.replaced.changed if around.replaced else {},
        differing=around.differing,
        remarkable=around.judges,
        names={english: name.in_language(language) for english, name in around.indicators.items()},
    )
    if before is None:
        return manner
    present = replace(around.present, answers=answers, rows={repeat: tuple(ids) for repeat, ids in rows.items()})
    return replace(
        manner,
        previous=previous_values(around.kind, present, [before[0]]),
        compared=around.kind.previous.fields if around.kind.previous else (),
        previously=short_month(before[1].in_language(language)),
    )


def _remarks(said: Manner, around: Background) -> dict[str, list[tuple[str, str]]]:
    """What was said at fields, by path: who, and what; of the version before first."""
    found: dict[str, list[tuple[str, str]]] = {}
    before = around.replaced
    if before is not None:
        _enter(
            found, before.reviews, lambda who: said.tr("{office}, version {number}", office=who, number=before.number)
        )
    _enter(found, around.reviews, lambda who: who)
    return found


def _enter(found: dict[str, list[tuple[str, str]]], reviews: Sequence[Reviewed], named: Callable[[str], str]) -> None:
    for one in reviews:
        for path, text in one.remarks.items():
            found.setdefault(path, []).append((named(one.office), text))
