"""What may be started, fixed, so that pictures stay the same."""

from tests.ui.gallery_content import said
from wopdesk.ui.starting.content import Choice, Offer


def offers() -> tuple[Offer, ...]:
    """What a mentee with two partnerships may start."""
    months = Choice(
        "about/period", said("Month", "مہینہ"), (("2026-09", "September 2026"), ("2026-10", "October 2026"))
    )
    return (
        Offer("monthly_report", said("Monthly report", "ماہانہ رپورٹ"), "s1", "WOP-PK-001", (months,)),
        Offer("work_plan", said("Work plan", "ورک پلان"), "s2", "WOP-PK-002"),
        Offer("utility", said("Utility", "واٹر یوٹیلیٹی"), "pr", ""),
    )
