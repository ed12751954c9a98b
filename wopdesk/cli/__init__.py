"""The desk without a screen: each command is a use case of `wopdesk.desk`, with words and exit codes around it.

What is imported here is imported at every start, so it is little; a command's own module comes when it is called.
Must not know Qt, and decides nothing that a screen would have to decide again.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

from wopdesk.cli.root import root
from wopdesk.cli.settings import Desktop, Settings

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None, desktop: Desktop | None = None) -> None:
    """Run one command and end the process: 0 done, 1 refused, 2 not understood, 3 a fault of the program itself.

    Args:
        arguments: those of the process, when none are given.
        desktop: opens the window, where this installation has one.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without Urdu letters shows question marks
    root.main(arguments, prog_name="wopdesk", obj=Settings(desktop=desktop))
