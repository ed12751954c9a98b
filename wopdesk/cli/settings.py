"""What every command is told besides its own arguments: which data file, which day, who works, how to print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from wopdesk.places import default_data_file

Desktop = Callable[["Settings", Sequence[Path]], int]
"""Opens the window and receives files in it; gives the exit code when it is closed."""
_Command = TypeVar("_Command", bound=Callable[..., Any] | click.Command)


@dataclass(frozen=True)
class Settings:
    """The options that may stand before a command or behind it; the last one said counts.

    Attributes:
        data: the data file, where one was named.
        today: the day to go by, where another than the computer's was named.
        person: who is working, where somebody was named.
        as_json: whether a script reads the answer.
        desktop: opens the window, where this installation has one.
    """

    data: Path | None = None
    today: date | None = None
    person: str = ""
    as_json: bool = False
    desktop: Desktop | None = None

    @property
    def data_file(self) -> Path:
        """The data file to work on."""
        return self.data or default_data_file()


def _keep(ctx: click.Context, param: click.Parameter, value: object) -> None:
    if value:
        said = value.date() if isinstance(value, datetime) else value
        ctx.obj = replace(ctx.obj, **{str(param.name): said})


_DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    expose_value=False,
    callback=_keep,
    help="The data file to work on, instead of this person's own.",
)
_TODAY = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    expose_value=False,
    callback=_keep,
    help="Go by this day: 2026-10-31.",
)
_PERSON = click.option("--as", "person", expose_value=False, callback=_keep, help="Who is working, by name.")
_JSON = click.option("--json", "as_json", is_flag=True, expose_value=False, callback=_keep, help="Print JSON.")


def desk_options(command: _Command) -> _Command:
    """Give a command the options of `Settings`; it finds them by `click.pass_obj`."""
    for option in (_JSON, _PERSON, _TODAY, _DATA):
        command = option(command)
    return command
