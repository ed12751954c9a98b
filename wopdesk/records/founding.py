"""The `@kind` operation: it reveals what a record's id is made from, and so what kind of record it is."""

from __future__ import annotations

from wopdesk.records.batch import Value
from wopdesk.records.ids import TEAM, Founding, OfficeId, Space, SpaceId, is_hex, is_office
from wopdesk.records.text import Unreadable, canonical, read_canonical_list

KEY, NONCE = "key", "nonce"


def write_founding(founding: Founding) -> str:
    """The value of `@kind`: a JSON list of the five hashed parts."""
    parts = [founding.home, founding.owner, founding.kind, founding.by, founding.text]
    return canonical(parts).decode()


def read_founding(value: Value) -> Founding | None:
    """The parts that a `@kind` value reveals, or None where it is no such value."""
    if not isinstance(value, str):
        return None
    try:
        parts = read_canonical_list(value.encode())
    except Unreadable:
        return None
    if len(parts) != 5 or not all(isinstance(part, str) for part in parts):  # noqa: PLR2004 - the five parts
        return None
    home, owner, kind, by, text = parts
    if not is_hex(home) or not is_office(owner) or not kind or by not in (KEY, NONCE):
        return None
    return Founding(SpaceId(home), OfficeId(owner), kind, by, text)


def founds(founding: Founding, record: str, space: Space) -> bool:
    """Whether this founding makes `record` one of `space`.

    It must hash to the record's id, and the space must be its home or a team space in which it is drafted. Whoever
    wrote it, it reveals the kind; nobody can claim another kind for the same id.
    """
    return founding.record == record and (founding.home == space.id or space.type == TEAM)
