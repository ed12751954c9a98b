"""Figures of a partnership's targets, month by month."""

from __future__ import annotations

from collections.abc import Iterable

from wopdesk.programme.filed import Filed, of_kind


def figures(filed: Iterable[Filed]) -> dict[str, dict[str, str]]:
    """Target id → month → the figure reported, as typed, months in order. Only submitted reports count."""
    reports = [report for report in of_kind(filed, "monthly_report") if report.is_in]
    found: dict[str, dict[str, str]] = {}
    for report in sorted(reports, key=lambda one: (one.get("about/period"), one.record)):
        for row in report.repeat("progress/figures"):
            if row.get("value"):
                target = row.get("indicator") or row.id
                found.setdefault(target, {})[report.get("about/period")] = row.get("value")
    return found
