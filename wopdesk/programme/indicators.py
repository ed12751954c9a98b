"""The list of performance indicators that targets are set for, from forms/indicators.csv.

Codes are ours; the IBNET number is a label only, because its pages use some numbers twice.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from wopdesk.programme.wording import Wording

HIGHER, LOWER = "higher", "lower"


@dataclass(frozen=True)
class Indicator:
    """One indicator.

    Attributes:
        code: ours, such as `NRW_PCT`.
        name: what people call it.
        unit: as printed.
        better: `higher`, `lower`, or empty where neither is better as such.
        ibnet: the IBNET number, a label.
        formula: in words.
    """

    code: str
    name: Wording
    unit: str
    better: str
    ibnet: str
    formula: str


def load_indicators(file: Path) -> tuple[Indicator, ...]:
    """The indicators in the file's order, which is IBNET's."""
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(_indicator(row) for row in csv.DictReader(lines))


def _indicator(row: dict[str, str]) -> Indicator:
    name = Wording(row["label"], row["label_ur"])
    return Indicator(row["name"], name, row["unit"], row["better"], row["ibnet"], row["formula"])
