"""Start WOPDesk: the window where nothing else is asked, else the command line, with the window at hand.

Owns the way in and nothing else; it must stay quick, since everything imported here delays the first window.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wopdesk.display import has_display
from wopdesk.places import default_data_file

if TYPE_CHECKING:
    from wopdesk.cli.settings import Settings

__all__ = ["main"]


def main() -> None:
    """Run what the command line of this process asks for; nothing asked is its window."""
    if len(sys.argv) == 1 and has_display():
        gc.disable()  # nothing is rubbish yet; the window sees to it later
        from wopdesk.ui.shell.application import Start, open_window  # noqa: PLC0415 - no command waits for Qt

        sys.exit(open_window(Start(default_data_file(), named=False)))
    from wopdesk import cli  # noqa: PLC0415 - the window waits for no command line

    cli.main(desktop=_desktop)


def _desktop(settings: Settings, files: Sequence[Path]) -> int:
    from wopdesk.ui.shell.application import Start, open_window  # noqa: PLC0415 - no command waits for Qt

    return open_window(
        Start(settings.data_file, tuple(files), settings.today, settings.person, named=settings.data is not None)
    )


if __name__ == "__main__":
    main()
