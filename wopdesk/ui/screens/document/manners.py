"""How everything of one record is asked: what stands around it, told to each of its questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wopdesk.programme.months import is_month
from wopdesk.programme.previous import previous_values
from wopdesk.ui.screens.document.asking import Manner, short_month
from wopdesk.ui.screens.document.background import Background


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
        remarks=around.remarks,
        differing=around.differing,
        remarkable=around.reviewable,
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
