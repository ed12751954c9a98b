"""What this office may start: which documents, in which partnership, and what must be said from the beginning."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import date

from wopdesk.desk import agenda, documents, filing, filling, partners
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.programme.kinds import Kind
from wopdesk.programme.months import month_of
from wopdesk.programme.partnership import read_partnership
from wopdesk.programme.wording import Wording
from wopdesk.records.ids import PARTNERSHIP, PROGRAMME, Space, SpaceId
from wopdesk.records.kinds import MENTEE, MENTOR
from wopdesk.xlsform import Field

KIND = "partnership"


@dataclass(frozen=True)
class Asked:
    """An answer that makes a record what it is, so it must be given before it begins.

    Attributes:
        path: of its question.
        label: the question.
        choices: as (value, label), without those whose document exists.
    """

    path: str
    label: Wording
    choices: tuple[tuple[str, Wording], ...]


@dataclass(frozen=True)
class Startable:
    """A document that this office may start in a circle.

    Attributes:
        kind, title: what it is.
        space: where it will belong.
        circle: its partnership's code or title, empty for those of the programme.
        asked: what must be said from the beginning.
    """

    kind: str
    title: Wording
    space: SpaceId
    circle: str
    asked: tuple[Asked, ...]


def startable(desk: Desk) -> list[Startable]:
    """Every document that may be started now: those of partnerships first, by kind."""
    found = [one for space in partners.partnership_spaces(desk) for one in _in_space(desk, space, PARTNERSHIP)]
    programme = desk.identity.programme
    return found + (_in_space(desk, programme, PROGRAMME) if programme else [])


def start_partnership(desk: Desk, title: str) -> Document:
    """Open a partnership with PWON alone; others join when PWON says so. A utility has its own role in it at once.

    Raises:
        DeskFault: this office may not start one.
    """
    home = Space(PARTNERSHIP, desk.office, secrets.token_hex(16))
    own = {f"about/{role}": str(desk.office) for role in (MENTEE, MENTOR) if role == desk.identity.role}
    return filing.start(desk, KIND, home, {"about/title": title, **own})


def _in_space(desk: Desk, space: Space, home: str) -> list[Startable]:
    role, here = agenda.role_in(desk, space), documents.documents(desk, home=space)
    known = read_partnership(one.filed for one in here)
    name = (known.code or known.title or space.id[:8]) if home == PARTNERSHIP else ""
    return [
        Startable(kind.kind, kind.title, space.id, name, asked)
        for kind in desk.shelf.kinds.values()
        if kind.rules.home == home and role in kind.rules.founders and kind.kind != KIND
        if (asked := _asked(desk, kind, space, here)) is not None
    ]


def _asked(desk: Desk, kind: Kind, space: Space, here: list[Document]) -> tuple[Asked, ...] | None:
    """What must be said first; None where nothing more can be started."""
    begun = {one.founding.text for one in here if one.kind.kind == kind.kind and one.is_begun}
    if kind.one_per is None:
        return ()
    if not kind.one_per:
        return None if begun else ()
    sheet = filling.empty_sheet(desk, kind, space)
    asked = tuple(_question(sheet.field(path)) for path in kind.one_per)
    if len(asked) > 1:
        return asked
    free = tuple(one for one in asked[0].choices if one[0] not in begun and not _is_ahead(kind, one[0], desk.today))
    return (replace(asked[0], choices=free),) if free or not asked[0].choices else None


def _question(field: Field) -> Asked:
    choices = tuple((one.value, Wording(one.label("en"), one.label("ur"))) for one in field.choices)
    return Asked(field.path, Wording(field.label("en"), field.label("ur")), choices)


def _is_ahead(kind: Kind, value: str, today: date) -> bool:
    """A month that has not begun is not reported on."""
    return kind.due is not None and kind.due.every == "month" and value > month_of(today)
