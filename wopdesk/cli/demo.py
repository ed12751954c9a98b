"""The demonstration: a sample partnership between three offices, told as it happens."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import click

from wopdesk.cli.output import say, say_table
from wopdesk.desk import sample

_MADE = (
    ("the coordinator's register", "*.xlsx"),
    ("the mentee's monthly report", "*.pdf"),
    ("the bundles that travelled", "bundles/*.wopx"),
    ("the three offices' data files", "*.wopdesk"),
    ("those of the offices around them", "others/*.wopdesk"),
)


@click.command("demo")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path("demo"))
def demo(folder: Path) -> None:
    """Play a sample of three partnerships, and leave in DIR what the offices made."""
    free = _free(folder)
    if free != folder:
        say(f"{folder} is kept as it is; this demonstration goes to {free}.")
    for sentence in sample.tell(free):
        say(sentence)
    say()
    say(f"What they made lies in {free}:")
    say_table((), [row for row in (_row(free, *made) for made in _MADE) if row], indent="  ")
    say("Look into it on the day on which it ends:")
    say(f"  wopdesk --data {free / 'coordinator.wopdesk'} --today {sample.LAST_DAY} agenda")


def _free(folder: Path) -> Path:
    """The folder, or the first one numbered after it that holds nothing: what somebody tried out there is not lost."""
    candidates = (folder if number == 1 else folder.with_name(f"{folder.name}-{number}") for number in count(1))
    return next(one for one in candidates if not one.exists() or not any(one.iterdir()))


def _row(folder: Path, what: str, pattern: str) -> tuple[str, str] | None:
    found = sorted(folder.glob(pattern))
    if not found:
        return None
    return what, str(found[0].relative_to(folder) if len(found) == 1 else f"{pattern} ({len(found)})")
