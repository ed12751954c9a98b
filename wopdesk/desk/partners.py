"""Spaces and offices around a desk: which partnerships there are, who belongs to them, what is shared with whom."""

from __future__ import annotations

from dataclasses import dataclass

from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.records.ids import PARTNERSHIP, OfficeId, Space
from wopdesk.records.kinds import FACILITATOR, SUPPORTING
from wopdesk.sentence import Sentence
from wopdesk.store import outgoing, reading

_NO_UTILITY = frozenset({FACILITATOR, SUPPORTING})
"""Roles of offices that are in the programme that are never mentee or mentor."""


@dataclass(frozen=True)
class OfficeSeen:
    """An office that this desk knows of.

    Attributes:
        id: its id.
        code: label, such as `wasa-faisalabad`; empty for one that is not approved.
        name: as stated by PWON, or as it calls itself while unconfirmed.
        confirmed: whether PWON approved it.
        keys: keys that speak, or ask to speak, for it.
    """

    id: OfficeId
    code: str
    name: str
    confirmed: bool
    keys: tuple[str, ...]


def offices(desk: Desk) -> list[OfficeSeen]:
    """Every office known: approved ones, then those that have only written, then this one."""
    standing = desk.standing
    with desk.store.reading() as connection:
        heard = outgoing.callers(connection)
    found: dict[str, OfficeSeen] = {}
    for office, (code, name) in standing.names.items():
        keys = tuple(sorted(key for key, voice in standing.voices.items() if voice.office == office))
        found[office] = OfficeSeen(OfficeId(office), code, name, confirmed=True, keys=keys)
    for peer in heard:
        if peer.office not in found:
            found[peer.office] = OfficeSeen(OfficeId(peer.office), "", peer.name, confirmed=False, keys=(peer.key,))
    own = desk.identity
    found.setdefault(own.office, OfficeSeen(own.office, own.code, own.name, confirmed=False, keys=(own.key,)))
    return sorted(found.values(), key=lambda one: (not one.confirmed, one.name, one.id))


def utilities(desk: Desk) -> list[OfficeSeen]:
    """The offices that can learn or advise: all but PWON's and those of supporting partners."""
    return [one for one in offices(desk) if usual_role(desk, one.id) not in _NO_UTILITY]


def supporters(desk: Desk) -> list[OfficeSeen]:
    """The offices that PWON approved as supporting partners, and this one where it is one."""
    return [one for one in offices(desk) if usual_role(desk, one.id) == SUPPORTING]


def usual_role(desk: Desk, office: str) -> str:
    """What an office is in the programme, empty where PWON did not say so; of this one also while nobody said so."""
    programme = desk.identity.programme
    stated = desk.standing.role(programme, office) if programme else None
    return stated or (desk.identity.role if office == desk.office else "")


def office_name(desk: Desk, office: str) -> str:
    """The name of an office, or the beginning of its id where nothing is known."""
    return next((one.name for one in offices(desk) if one.id == office), office[:8])


def find_office(desk: Desk, wanted: str) -> OfficeSeen:
    """An office by its code, name or the beginning of its id.

    Raises:
        DeskFault: none or several.
    """
    known = offices(desk)
    named = [one for one in known if wanted and wanted.lower() in {one.code.lower(), one.name.lower(), one.id}]
    exact = [one for one in named if one.confirmed] or named
    found = exact or [one for one in known if wanted and one.id.startswith(wanted.lower())]
    if len(found) != 1:
        listed = ", ".join(one.code or one.name for one in known)
        raise DeskFault(
            Sentence("No single office is called '{wanted}'.", wanted=wanted),
            Sentence("Known are: {listed}.", listed=listed),
        )
    return found[0]


def waits(desk: Desk, key: str, office: str) -> bool:
    """Whether an installation waits for PWON's approval, or to be admitted where it says it is one of this office."""
    admitted = office == desk.office and key in desk.standing.hopeful
    return key not in desk.standing.voices and key not in desk.identity.keys and not admitted


def partnership_spaces(desk: Desk) -> list[Space]:
    """Partnerships that this office belongs to, in the order in which they became known."""
    return [
        space
        for space in desk.store.names.spaces.values()
        if space.type == PARTNERSHIP and takes_part(desk, space, desk.office)
    ]


def takes_part(desk: Desk, space: Space, office: str) -> bool:
    """Whether an office belongs to a space. The founder of a partnership does while it is unconfirmed, too.

    Another office that was cut there does no more; this one goes on sending to PWON what it wrote, where it is held.
    """
    left = office != desk.office and any(order.cut.member == (space.id, office) for order in desk.standing.cuts)
    return desk.standing.role(space, office) is not None and not left


def shared_spaces(desk: Desk, office: str) -> list[Space]:
    """Spaces of which both this office and that one are members; with the own office: all of its own."""
    spaces = desk.store.names.spaces.values()
    return [space for space in spaces if takes_part(desk, space, desk.office) and takes_part(desk, space, office)]


def find_partnership(desk: Desk, wanted: str | None) -> Space:
    """A partnership by its code, or the beginning of its space's or record's id; the only one when nothing is asked.

    Raises:
        DeskFault: none or several.
    """
    spaces = partnership_spaces(desk)
    if wanted is not None:
        spaces = [
            space for space in spaces if wanted.lower() in _labels(desk, space) or space.id.startswith(wanted.lower())
        ]
    if len(spaces) != 1:
        what = "There is no such partnership here." if not spaces else "There are several partnerships."
        raise DeskFault(what, "Name it by its code (new: --partnership CODE); wopdesk list partnership shows them.")
    return spaces[0]


def _labels(desk: Desk, space: Space) -> set[str]:
    with desk.store.reading() as connection:
        rows = reading.records(connection, "partnership", space.id)
        values = [reading.values(connection, row.id, space.id) for row in rows]
    codes = {str(one.get("about/code") or "").lower() for one in values}
    return (codes - {""}) | {row.id for row in rows}
