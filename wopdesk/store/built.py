"""For which kinds, and by which version, the views of a file were built."""

from __future__ import annotations

from dataclasses import replace

from wopdesk.records.digest import digest
from wopdesk.records.kinds import Rules
from wopdesk.records.text import canonical
from wopdesk.store import schema

BUILT_FOR = "views.built_for"
"""Setting that says for which kinds, and by which version, the views were built."""
_VERSION = f"{schema.VIEWS} "


def fingerprint(rules: Rules) -> str:
    """Changes whenever the views of the same batches might; it begins with the version of the views."""
    kinds = [
        [kind.kind, kind.home, kind.drafted, kind.owner, kind.decides]
        + [" ".join(sorted(names)) for names in (kind.founders, kind.writers, kind.reviewers, kind.forms)]
        for _, kind in sorted(rules.items())
    ]
    return f"{_VERSION}{digest('views', canonical(kinds))}"


def is_known(built_for: str) -> bool:
    """Whether the views are shaped as this release asks them, whatever the kinds they were built for."""
    return built_for.startswith(_VERSION)


def only_more_forms(before: Rules, after: Rules) -> bool:
    """Whether the kinds are the same, and all that counted counts still: then only more counts now."""
    return before.keys() == after.keys() and all(
        after[name] == replace(kind, forms=after[name].forms) and kind.forms <= after[name].forms
        for name, kind in before.items()
    )
