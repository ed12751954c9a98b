"""Says that an office is named in a partnership in another role than its usual one. Knows no desk."""

from __future__ import annotations

from collections.abc import Iterator

from wopdesk.ui.circles.content import Awaited
from wopdesk.ui.i18n import tr
from wopdesk.ui.saying import said


def named_otherwise(awaited: Awaited) -> Iterator[str]:
    """A sentence for each, that it be looked at before somebody is added in a wrong role."""
    for name, usual, here in awaited.otherwise:
        yield tr(
            "Check the roles: {office} is approved as {usual}, and named here as {role}.",
            office=name,
            usual=said(usual),
            role=said(here),
        )
