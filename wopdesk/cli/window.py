"""Opening the window: on the data file that was named, with the files that it is to receive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from wopdesk.cli.settings import Settings, desk_options
from wopdesk.display import has_display

_NOTHING_SHOWN = 2
_INSTEAD = "'wopdesk --help' lists what can be done here."


@click.command("open")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@desk_options
@click.pass_obj
def open_files(settings: Settings, files: tuple[Path, ...]) -> None:
    """Open the window and receive files in it. The word 'open' may be left out."""
    click.get_current_context().exit(open_window(settings, files))


def open_window(settings: Settings, files: Sequence[Path] = ()) -> int:
    """Open the window, where this installation and this computer have one; the exit code when it is closed.

    Args:
        settings: the data file, the day and the person.
        files: bundles, or PDFs and mails that carry them.
    """
    if settings.desktop is None:
        click.echo(f"The window is not part of this installation; {_INSTEAD}", err=True)
        return _NOTHING_SHOWN
    if not has_display():
        click.echo(f"There is no display to show the window on; {_INSTEAD}", err=True)
        return _NOTHING_SHOWN
    return settings.desktop(settings, files)
