"""What the window's head says above a record."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.screens.document.fixed import begun
from wopdesk.programme.wording import Wording
from wopdesk.ui.screens.document.heading import heading

TITLE = "Sample supply: continuous · metered"
PLAIN = replace(begun().background, due=None)


def test_the_title_is_not_said_again_below() -> None:
    around = replace(PLAIN, mark=Wording(TITLE), partnership=f"WOP-PK-001 · {TITLE}")
    found = heading(around, "en")
    assert found.title == f"Monthly report · {TITLE}"
    assert found.subtitle == "3.2.2 · WOP-PK-001"


def test_the_office_that_is_the_title_is_not_said_again_below() -> None:
    around = replace(PLAIN, mark=Wording("Sample WASA"), author="Sample WASA", own=False)
    assert heading(around, "en").subtitle == "3.2.2 · WOP-PK-001"


def test_below_stands_which_partnership_and_whose_record_it_is() -> None:
    around = replace(PLAIN, partnership="WOP-PK-001 · Sample supply", own=False)
    assert heading(around, "en").subtitle == "3.2.2 · WOP-PK-001 · Sample supply · Sample mentee"


def test_a_partnership_whose_name_ends_as_the_title_does_is_named_whole() -> None:
    around = replace(PLAIN, mark=Wording("Lahore"), partnership="WOP-PK-001 · Less leakage in Lahore")
    assert heading(around, "en").subtitle == "3.2.2 · WOP-PK-001 · Less leakage in Lahore"


def test_a_partnership_that_is_named_as_the_title_is_not_said_again_below() -> None:
    assert (
        heading(replace(PLAIN, mark=Wording(TITLE), partnership=TITLE), "en").subtitle == "Step 3.2.2 of the guidelines"
    )
