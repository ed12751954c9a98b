"""A photo whose persons do not agree, for those who were not given it: that it stays, and no lines for its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wopdesk.programme.consent import withheld
from wopdesk.ui.form.parts import Card, Part
from wopdesk.ui.form.question import Question
from wopdesk.ui.screens.document.asking import Manner


def as_others_see(card: Card, manner: Manner) -> Card:
    """The card of a photo; where it is read and the photo was withheld, as it can be understood without it."""
    asked = [part for part in card.parts if isinstance(part, Question)]
    kept = withheld({one.path: one.value for one in asked}) if manner.readonly else frozenset[str]()
    gone = {one.path for one in asked if one.path in kept and one.type == "image" and not one.value}
    return replace(card, parts=tuple(_left(card, (gone, kept), manner))) if gone else card


def _left(card: Card, paths: tuple[set[str], frozenset[str]], manner: Manner) -> Iterator[Part]:
    gone, kept = paths
    for part in card.parts:
        if isinstance(part, Question) and part.path in gone:
            yield replace(part, absent=manner.tr("Withheld: no consent"))
        elif part.path not in kept:
            yield part
