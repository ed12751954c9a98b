"""Telling what went wrong: three sentences for a fault, one place to look for a bug, an exit code for scripts."""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from wopdesk.cli.output import wrapped
from wopdesk.desk.faults import FAULTS, tell
from wopdesk.places import program_name

REFUSED, BUG = 1, 3
"""Exit codes; 0 is done, and 2 is click's for what it does not understand."""


@contextmanager
def guarded(ctx: click.Context) -> Iterator[None]:
    """Faults of the families that a person can meet end in sentences, anything else in a traceback kept in a file."""
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except FAULTS as fault:
        refuse(fault)
        ctx.exit(REFUSED)
    except Exception as error:  # noqa: BLE001 - the one hook for bugs
        where = keep_traceback(error)
        say_aloud(
            "WOPDesk made a mistake of its own and stopped.",
            "What was saved before is safe.",
            f"Please send this file to those who look after WOPDesk: {where}",
        )
        ctx.exit(BUG)


def refuse(fault: BaseException, about: str = "") -> None:
    """Say on stderr what happened, what is safe and what to do next.

    Args:
        fault: one of `FAULTS`.
        about: the file of several that it is about.
    """
    told = tell(fault)
    named = told.what.startswith(about)
    say_aloud(told.what if named else f"{about}: {told.what}", told.safe, told.next)


def say_aloud(*sentences: str) -> None:
    """Each sentence on stderr, from the beginning of a line; what does not fit on it goes on indented."""
    for sentence in sentences:
        click.echo(wrapped(sentence, hang="  "), err=True)


def keep_traceback(error: Exception) -> Path:
    """Write what developers need of a bug into a file of its own; nothing of the records stands in it."""
    lines = [f"{program_name()}, Python {sys.version}, {sys.platform}\n", *traceback.format_exception(error)]
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="wopdesk-fault-", suffix=".txt", delete=False
    ) as file:
        file.writelines(lines)
    return Path(file.name)
