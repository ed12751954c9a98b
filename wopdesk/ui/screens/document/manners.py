"""How everything of one record is asked: what stands around it, told to each of its questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

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
    previous: Mapping[str, str] = {}
    if around.earlier is not None:
        present = replace(around.present, answers=answers, rows={repeat: tuple(ids) for repeat, ids in rows.items()})
        previous = previous_values(around.kind, present, [around.earlier[0]])
    return replace(
        said,
        fixed=around.fixed,
        previous=previous,
        compared=around.kind.previous.fields if around.earlier and around.kind.previous else (),
        previously=short_month(around.earlier[1].in_language(said.language)) if around.earlier else "",
        now=short_month(around.mark.in_language(said.language)) if around.kind.due else "",
        remarks=around.remarks,
        differing=around.differing,
        remarkable=around.reviewable,
    )
