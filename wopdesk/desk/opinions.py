"""What a reviewer writes of a version and has not said yet: kept at once, on this computer alone, until it is said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import find_document
from wopdesk.store.identity import read_setting, write_setting


@dataclass(frozen=True)
class Opinion:
    """What was good, what next or what is to be corrected, and remarks by path."""

    good: str = ""
    next_step: str = ""
    remarks: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __bool__(self) -> bool:
        return any(text.strip() for text in (self.good, self.next_step, *self.remarks.values()))


def keep(desk: Desk, record: str, opinion: Opinion) -> None:
    """Keep what is written of the newest version now; on disk when this returns.

    Raises:
        DeskFault: no such record.
    """
    with desk.store.writing() as connection:
        write_setting(connection, _name(desk, record), json.dumps(asdict(opinion)) if opinion else "")


def kept(desk: Desk, record: str) -> Opinion:
    """What was written of the newest version and not said; empty where nothing was.

    Raises:
        DeskFault: no such record.
    """
    with desk.store.reading() as connection:
        text = read_setting(connection, _name(desk, record))
    return Opinion(**json.loads(text)) if text else Opinion()


def _name(desk: Desk, record: str) -> str:
    latest = find_document(desk, record).latest
    return f"opinion/{latest.digest}" if latest else "opinion"
