"""Measures the ratios the design asks for, and prints a table. Never a test: a busy machine is nobody's fault.

Every module `bench_*.py` beside this one has a function `figures()` that yields its rows.
    python -m tests.benchmarks [PART OF A MODULE'S NAME] [--large]
"""

import importlib
import sys
from pathlib import Path


def main(part: str = "") -> None:
    """Run each benchmark whose name holds `part`, and print its rows as they come."""
    print(f"{'what':60} {'here':>10} {'at least':>10} {'aim':>10}")
    for file in sorted(Path(__file__).parent.glob("bench_*.py")):
        if part not in file.stem:
            continue
        for row in importlib.import_module(f"tests.benchmarks.{file.stem}").figures():
            print(
                f"{row.what:60} {row.measured:8.2f} {row.unit:3}{row.least:8g} {row.unit:3}{row.aim:8g} {row.unit:3}"
                f"{row.verdict}"
            )


if __name__ == "__main__":
    main(*(part for part in sys.argv[1:] if not part.startswith("--")))
