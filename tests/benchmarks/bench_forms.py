"""Loading a large form and answering one question of it."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figure import Figure, seconds
from tests.benchmarks.large_form import large_form
from wopdesk import xlsform


def figures() -> Iterator[Figure]:
    """Milliseconds."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "form.md").write_text(large_form(), encoding="utf-8")
        xlsform.build(Path(folder))
        file = Path(folder) / "form.xml"
        ready = seconds(lambda: xlsform.load(file).sheet())
        form = xlsform.load(file)
    yield Figure("1000-question form from its XForm, ready to fill", ready * 1000, 200, 100, "ms")
    sheet = form.sheet()
    for _ in range(100):
        sheet.add_row("wells")
    rows = sheet.rows()["wells"]
    for row in rows:
        sheet.set(f"wells[{row}]/hours", "2")
    yield Figure("one answer, a chain of ten calculations", _answering(sheet, "g0/q0") * 1000, 2, 1, "ms")
    yield Figure("one answer, a total and 100 shares", _answering(sheet, f"wells[{rows[50]}]/flow") * 1000, 2, 1, "ms")


def _answering(sheet: xlsform.Sheet, path: str) -> float:
    numbers = count(1)
    return seconds(lambda: sheet.set(path, str(next(numbers))), times=50)
