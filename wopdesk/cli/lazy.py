"""A group of commands whose modules are imported only when one of them runs, and help that needs none of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from wopdesk.cli.telling import guarded


@dataclass(frozen=True)
class Entry:
    """Where a command is, and its line in the list of commands.

    Attributes:
        module: the module of `wopdesk.cli` that has it.
        name: its name there.
        help: what it does, in one line.
    """

    module: str
    name: str
    help: str


Sections = Mapping[str, Mapping[str, Entry]]
"""Commands by name, under the titles that help shows."""


class LazyGroup(click.Group):
    """The commands of all topics; faults of any of them become words and exit codes here."""

    def __init__(
        self,
        callback: Callable[..., Any] | None = None,
        *,
        sections: Sections,
        for_files: str,
        **settings: Any,  # noqa: ANN401 - handed on to click
    ) -> None:
        """`for_files` names the command that is meant where files stand in the place of a command."""
        super().__init__(callback=callback, **settings)
        self.sections = sections
        self._for_files = for_files
        self._entries = {name: entry for section in sections.values() for name, entry in section.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of help."""
        del ctx
        return list(self._entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        del ctx
        entry = self._entries.get(cmd_name)
        if entry is None:
            return None
        command = getattr(import_module(f"wopdesk.cli.{entry.module}"), entry.name)
        if not isinstance(command, click.Command):
            raise TypeError(entry)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command and its arguments; a file that is opened by a double click comes without a command."""
        if args[0] not in self._entries and Path(args[0]).is_file():
            args = [self._for_files, *args]
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands by section, without importing them."""
        del ctx
        for title, section in self.sections.items():
            with formatter.section(title):
                formatter.write_dl([(name, entry.help) for name, entry in section.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a command; what goes wrong in it is told in words."""
        with guarded(ctx):
            return super().invoke(ctx)
