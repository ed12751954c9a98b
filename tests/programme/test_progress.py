from datetime import date

import pytest

from tests.programme.documents import PLAN, report, row
from wopdesk.programme import progress
from wopdesk.records.ids import row_of_item

ACTIVITY = row_of_item(PLAN, row("a"))


def test_planned_share_stays_between_0_and_100() -> None:
    first, last = date(2026, 4, 1), date(2026, 4, 10)
    shares = [progress.planned_share(first, last, date(2026, month, 5)) for month in (3, 4, 5)]
    assert shares == [0, 50, 100]
    assert progress.planned_share(last, first, last) == progress.planned_share(None, last, last) == 0


@pytest.mark.parametrize("typed", ["9" * 5_000, "0" * 5_000, "101", "-3", "half"])
def test_a_share_that_no_form_lets_anybody_type_counts_for_nothing(typed: str) -> None:
    start = f"work/activities[{row('w')}]"
    odd = report("2026-04", {f"{start}/activity": ACTIVITY, f"{start}/done": typed}, work__activities=("w",))
    assert progress.reported([odd]) == {}
