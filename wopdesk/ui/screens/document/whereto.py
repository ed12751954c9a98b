"""To whom a record goes, in one sentence; also where that is nobody."""

from __future__ import annotations

from collections.abc import Sequence

from wopdesk.ui.i18n import tr


def whereto(recipients: Sequence[str]) -> str:
    """The sentence, for these names."""
    if recipients:
        return tr("It goes to {names}.", names=", ".join(recipients))
    return tr("It goes to nobody by itself yet: hand on its PDF like any paper.")
