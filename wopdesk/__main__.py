"""Start WOPDesk: hand the command line to whoever serves it, and the window to the command line.

Owns the way in and nothing else; it must stay quick, since everything imported here delays the first answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wopdesk import cli
from wopdesk.cli.settings import Settings
from wopdesk.ui.shell.start import Start

__all__ = ["main"]


def main() -> None:
    """Run the command line of this process; without a command, its window."""
    cli.main(desktop=_desktop)


def _desktop(settings: Settings, files: Sequence[Path]) -> int:
    from wopdesk.ui.shell.application import open_window  # noqa: PLC0415 - no command waits for Qt

    return open_window(Start(settings.data_file, tuple(files), settings.today, settings.person))


if __name__ == "__main__":
    main()
