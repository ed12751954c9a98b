"""Reads every partnership from the desk. Knows no Qt."""

from __future__ import annotations

from wopdesk.desk.circle import circles
from wopdesk.desk.desk import Desk
from wopdesk.ui.circles.reader import reader
from wopdesk.ui.circles.standings import standing
from wopdesk.ui.screens.partnerships.content import Partnerships


def content(desk: Desk, language: str) -> Partnerships:
    """Every partnership of this office, by code, with titles in a language."""
    said = reader(desk, language)
    return Partnerships(tuple(standing(desk, said, one) for one in circles(desk)), coordinator=desk.is_facilitator)
