"""Records in lists: what each is called, whose it is, to which partnership it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wopdesk.desk import authorship, documents, partners
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.desk.faults import DeskFault
from wopdesk.programme.partnership import Partnership, read_partnership
from wopdesk.records.ids import PARTNERSHIP
from wopdesk.sentence import Sentence


@dataclass(frozen=True)
class Listed:
    """One line of a list.

    Attributes:
        document: the record.
        title: its name.
        office: the office whose work it is.
        owner: its name.
        partnership: its partnership's code; its title while it has none, else the beginning of the space's id; empty
            for records of the programme.
    """

    document: Document
    title: str
    office: str
    owner: str
    partnership: str


def listing(desk: Desk, kind: str | None = None) -> list[Listed]:
    """Every record, or those of one kind, in the order in which they were met.

    Raises:
        DeskFault: there is no such kind.
    """
    if kind is not None and kind not in desk.shelf.kinds:
        known = ", ".join(sorted(desk.shelf.kinds))
        raise DeskFault(
            Sentence("There is no kind of document called '{kind}'.", kind=kind),
            Sentence("There are: {listed}.", listed=known),
        )
    names, about = office_names(desk), _partnerships(desk)
    return [_listed(one, names, about) for one in documents.documents(desk, kind)]


def listed(desk: Desk, document: Document) -> Listed:
    """One record as lists show it."""
    return _listed(document, office_names(desk), _partnerships(desk))


def _listed(document: Document, names: Mapping[str, str], known: Mapping[str, Partnership]) -> Listed:
    home, about = document.home, known.get(document.home.id, Partnership())
    office = authorship.author(document, about)
    code = _name(about) or home.id[:8] if home.type == PARTNERSHIP else ""
    return Listed(document, documents.title_of(document), office, names.get(office, office[:8]), code)


def office_names(desk: Desk) -> dict[str, str]:
    """Names of all offices known here, by id."""
    return {one.id: one.name for one in partners.offices(desk)}


def partnership_codes(desk: Desk) -> dict[str, str]:
    """Codes of partnerships by the id of their space, where they have one."""
    return {space: one.code for space, one in _partnerships(desk).items() if one.code}


def partnership_names(desk: Desk) -> dict[str, str]:
    """Codes of partnerships by the id of their space; the title of one that has none, where it has a title."""
    return {space: name for space, one in _partnerships(desk).items() if (name := _name(one))}


def _name(partnership: Partnership) -> str:
    return partnership.code or partnership.title


def _partnerships(desk: Desk) -> dict[str, Partnership]:
    filed = [one.filed for one in documents.documents(desk, "partnership")]
    return {
        space: read_partnership(one for one in filed if one.space == space) for space in {one.space for one in filed}
    }
