"""To whom a record goes, in a sentence or two, also where that is nobody; and what of it does not go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wopdesk.ui.circles.content import Awaited
from wopdesk.ui.circles.otherwise import named_otherwise
from wopdesk.ui.i18n import listed, tr


def staying(photos: int) -> str:
    """That so many photos do not go with it; "" for none."""
    if photos == 1:
        return tr("1 photo stays in your office with its caption, place and date: the persons shown do not agree.")
    if photos > 1:
        return tr(
            "{count} photos stay in your office with their captions, places and dates: the persons shown do not agree.",
            count=photos,
        )
    return ""


def whereto(recipients: Sequence[str], awaited: Awaited | None = None) -> str:
    """The sentences, for these names; those that are awaited have it once they are added."""
    if not recipients and awaited is None:
        return tr("It goes to nobody by itself yet: hand on its PDF like any paper.")
    goes = [tr("It goes to {names}.", names=listed(recipients))] if recipients else []
    return " ".join([*goes, *(_awaited(awaited) if awaited else ())])


def _awaited(awaited: Awaited) -> Iterator[str]:
    yield from named_otherwise(awaited)
    ready = [name for name, _ in awaited.ready]
    if ready:
        yield tr("Once it is submitted you add {names} with one press, so that it goes there.", names=listed(ready))
    if awaited.waiting:
        yield tr("First to be approved under Offices: {names}.", names=listed(awaited.waiting))
    if awaited.unknown:
        yield tr("Not known here, and to be invited under Offices: {names}.", names=listed(awaited.unknown))
