"""Answers as they come on a command line: `PATH=VALUE`, or a JSON file of texts by path."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from wopdesk.desk.faults import DeskFault
from wopdesk.records.text import Unreadable, read_json


def gathered(file: Path | None, pairs: Iterable[str]) -> dict[str, str]:
    """Answers by path; those on the command line come after those of the file and prevail.

    Raises:
        click.UsageError: an argument is no `PATH=VALUE`.
        DeskFault: the file is no JSON object of texts.
        OSError: the file cannot be read.
    """
    return (_read(file) if file else {}) | dict(map(split_pair, pairs))


def split_pair(argument: str) -> tuple[str, str]:
    """Path and value of `PATH=VALUE`; the value may hold further equals signs, and an empty one takes an answer away.

    Raises:
        click.UsageError: it is not of this form.
    """
    path, equals, value = argument.partition("=")
    if not equals or not path:
        raise click.UsageError(f"{argument!r} is no answer; write it as PATH=VALUE.")
    return path, value


def _read(file: Path) -> dict[str, str]:
    try:
        said = read_json(file.read_bytes())
    except Unreadable as error:
        raise DeskFault(f"{file} is no JSON that can be read: {error}.", "Mend the file, then try again.") from None
    if not isinstance(said, dict) or not all(isinstance(text, str) for text in said.values()):
        raise DeskFault(
            f"{file} is no list of answers.",
            'Write it as {"group/question": "text", …}; numbers and dates are texts as well: "3.5", "2026-10-31".',
        )
    return said
