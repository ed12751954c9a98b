"""A form that PWON publishes: a record of the programme, one per kind, whose versions name the form's files.

Its answers are files: `form` (form.xml), `kind` (kind.toml) and `source` (form.md, from which the form is edited on).
So it travels, waits and is relayed as any other record, also through a program that does not know what it is.
"""

from __future__ import annotations

from wopdesk.programme.kinds import Kind
from wopdesk.programme.wording import Wording
from wopdesk.records.digest import digest
from wopdesk.records.founding import KEY
from wopdesk.records.ids import PROGRAMME, Founding, OfficeId, SpaceId
from wopdesk.records.kinds import FACILITATOR, KindRules

FORM = "form"
"""What its kind is called; there is no folder of this name, since nobody fills it in."""
TITLE = Wording("Form", "فارم")
"""What it is called in lists of what arrives."""
FORM_ID = digest("form", "published forms", "1")
"""What batches that publish a form name as the form of this kind: another one would be held by this program."""
SOURCE, XFORM, SETTINGS = "source", "form", "kind"
"""Answers of its versions: the digests of form.md, form.xml and kind.toml."""
RULES = KindRules(
    kind=FORM,
    home=PROGRAMME,
    drafted="home",
    owner="author",
    founders=frozenset({FACILITATOR}),
    writers=frozenset(),
    reviewers=frozenset(),
    decides="",
    forms=frozenset({FORM_ID}),
)
"""PWON alone writes it."""


def founding(programme: SpaceId, office: OfficeId, kind: str) -> Founding:
    """The record of a kind's form."""
    return Founding(programme, office, FORM, KEY, kind)


def differing_rules(published: Kind, shipped: Kind) -> list[str]:
    """What a published kind says otherwise than the program, of what only a new program may change.

    Who may write, review and decide, and what makes a record the one it is: two offices that disagree about that would
    see different records.
    """
    ours, theirs = vars(shipped.rules), vars(published.rules)
    named = [name for name in ours if name != "forms" and ours[name] != theirs[name]]
    return named + (["one_per"] if shipped.one_per != published.one_per else [])
