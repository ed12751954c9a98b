"""How far a pilot is: its days, the share of each activity that should be done by now, and the share reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from wopdesk.programme.filed import Filed, newest, of_kind, read_date
from wopdesk.programme.partnership import read_partnership

_SHARE = re.compile(r"0{0,9}(?:[0-9]{1,2}|100)")
"""What the form takes; a report of somebody else's making may say anything."""
_WHOLE = 100


def pilot(filed: Sequence[Filed]) -> tuple[date | None, date | None]:
    """First and last day of the pilot as far as they are known: the partnership's, else those of its work plan."""
    partnership, plan = read_partnership(filed), newest(filed, "work_plan")
    if partnership.pilot_start is None and plan is not None:
        return read_date(plan.get("about/from")), read_date(plan.get("about/until"))
    return partnership.pilot_start, partnership.pilot_end


def reported(filed: list[Filed]) -> dict[str, int]:
    """The share done in %, by activity id, as the newest report that mentions the activity has it."""
    reports = sorted(of_kind(filed, "monthly_report"), key=lambda report: report.get("about/period"))
    rows = (row for report in reports for row in report.repeat("work/activities"))
    return {row.get("activity"): int(row.get("done")) for row in rows if _SHARE.fullmatch(row.get("done"))}


def planned_share(start: date | None, end: date | None, day: date) -> int:
    """The share in % that should be done at the end of a day if work goes evenly from start to end, both included."""
    if start is None or end is None or end < start:
        return 0
    share = ((day - start).days + 1) * _WHOLE // ((end - start).days + 1)
    return min(_WHOLE, max(0, share))


def state(done: int, planned: int) -> str:
    """What the shares of an activity that are done and planned make of it."""
    if done >= _WHOLE:
        return "done"
    if done < planned:
        return "late"
    return "under_way" if done else "not_begun"
