"""What tests file: a partnership and its work plan of two targets, apart from the sample, which may change."""

from __future__ import annotations

import json
from pathlib import Path

_DATA: dict[str, dict[str, str]] = json.loads((Path(__file__).parent / "data" / "partnership.json").read_text("utf-8"))
PARTNERSHIP = _DATA["partnership"]
"""Answers of WASA Faisalabad's partnership with WASA Lahore, from March to October 2026."""
WORK_PLAN = _DATA["work_plan"]
"""Answers of its work plan: hours of supply and collection ratio, three activities."""
REPORT = {
    "about/prepared_by": "Sample Engineer",
    "about/nil_return": "no",
    "progress/figures[1]/value": "3.5",
    "progress/figures[2]/value": "48.2",
    "work/activities[1]/activity": "Flow and pressure logging",
    "work/activities[1]/done": "30",
    "work/activities[1]/description": "Flow and pressure logging: work of the month. (sample)",
    "findings/nothing": "OK",
    "obstacles/nothing": "OK",
    "requests/nothing": "OK",
}
"""Answers of its first month's report, but for the month."""
