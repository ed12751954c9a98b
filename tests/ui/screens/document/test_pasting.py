"""Cells as people copy them, read as answers."""

from __future__ import annotations

import pytest

from wopdesk.ui.screens.document.pasting import read_cell, read_date, reads_well
from wopdesk.xlsform import Choice, Field, Wording

CHOICES = (
    Choice("yes", Wording({"en": "Yes", "ur": "ہاں"}, "en")),
    Choice("no_faces", Wording({"en": "Nobody can be recognised"}, "en")),
)
MEASURED = (
    Choice("NRW_PCT", Wording({"en": "Non-revenue water (%)", "ur": "غیر محصولاتی پانی (%)"}, "en")),
    Choice("NRW", Wording({"en": "Non-revenue water"}, "en")),
    Choice("HOURS", Wording({"en": "Continuity of supply (h/day)"}, "en")),
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-11-03", "2026-11-03"),
        ("2026-11-03 00:00:00", "2026-11-03"),
        ("3/11/2026", "2026-11-03"),
        ("03.11.26", "2026-11-03"),
        ("3 Nov 2026", "2026-11-03"),
        ("3-November-26", "2026-11-03"),
        ("۳ نومبر ۲۰۲۶", "2026-11-03"),
        ("31/02/2026", "31/02/2026"),
        ("3 No 2026", "3 No 2026"),
        ("soon", "soon"),
    ],
)
def test_dates_are_read_day_first(written: str, read: str) -> None:
    assert read_date(written) == read


@pytest.mark.parametrize(
    ("kind", "written", "read"),
    [
        ("integer", " 1,240 ", "1240"),
        ("decimal", "45 %", "45"),
        ("decimal", "۴۵", "45"),
        ("decimal", "about 4", "about 4"),
        ("decimal", "", ""),
        ("date", "3/11/2026", "2026-11-03"),
        ("text", " Sample words ", "Sample words"),
        ("acknowledge", "x", "OK"),
        ("acknowledge", "No", ""),
        ("select_one", "yes", "yes"),
        ("select_one", "ہاں", "yes"),
        ("select_one", "NOBODY can be recognised", "no_faces"),
        ("select_one", "perhaps", "perhaps"),
        ("select_multiple", "Yes, nobody can be recognised", "yes no_faces"),
        ("select_multiple", "yes no_faces", "yes no_faces"),
    ],
)
def test_a_cell_is_read_as_its_question_is_asked(kind: str, written: str, read: str) -> None:
    assert read_cell(written, Field("a", kind, choices=CHOICES)) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Non-revenue water (%)", "NRW_PCT"),
        ("non-revenue water", "NRW"),
        ("غیر محصولاتی پانی", "NRW_PCT"),
        ("Continuity of supply", "HOURS"),
        ("Continuity of supply (days)", "Continuity of supply (days)"),
    ],
)
def test_a_choice_is_meant_without_its_unit_where_none_is_called_so(written: str, read: str) -> None:
    assert read_cell(written, Field("a", "select_one", choices=MEASURED)) == read
    labels = [label for choice in MEASURED for label in choice.label.said.values()]
    assert reads_well(written, "select_one", labels) == (read != written)
