"""What the welcome has done away from the window. Knows no Qt.

Each function imports the desk when it runs, since that takes longer than the first page may take to appear.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from wopdesk.ui.phrase import Phrase
from wopdesk.ui.screens.welcome.presenter import ON_PAPER, Backup, Letter, Ready, Typed, office, person
from wopdesk.ui.screens.welcome.recovery import STOLEN, way_of

if TYPE_CHECKING:
    from wopdesk.desk.beginning import Begun, Founding

TOLD = (
    ("PWON, WASA Faisalabad and WASA Lahore", Phrase("Three offices have a desk: PWON, a mentee and a mentor.")),
    (
        "PWON opened partnership",
        Phrase("PWON opened a partnership; the mentor wrote its work plan, and all three agreed."),
    ),
    ("April's report", Phrase("The report of April asked the mentor for advice.")),
    ("WASA Multan and WASA Rawalpindi", Phrase("A second partnership begins, of WASA Multan and WASA Rawalpindi.")),
    ("May and June", Phrase("May and June are reported: the hours of supply rise.")),
    ("July and August", Phrase("July and August are reported, with photos and what was done about the advice.")),
    ("WASA Gujranwala asked", Phrase("A third partnership is asked for, by WASA Gujranwala.")),
    ("WASA Lahore answered", Phrase("The mentor answered what was asked with an advice note.")),
    ("A corrected version", Phrase("A corrected report asks one more thing, which waits for its answer.")),
    ("October's report is submitted", Phrase("October's report is submitted; its PDF carries its data.")),
    ("WASA Multan's report", Phrase("A report of WASA Multan arrived late; PWON has to review it.")),
    ("PWON received the PDF", Phrase("PWON returned October's report with a reason and two remarks.")),
    ("PWON's two computers", Phrase("Two computers of PWON answered one question differently.")),
    ("WASA Faisalabad has begun", Phrase("The mentee has begun to correct its report; nothing of that is sent yet.")),
    ("WSSP Peshawar", Phrase("WSSP Peshawar waits for PWON's approval.")),
    ("It is 12 November 2026", Phrase("It is 12 November 2026, and each desk has something to do.")),
)
"""What the sample tells, by how its sentences begin, in words that are translated."""


def look(file: Path) -> tuple[Path, Letter]:
    """A file, and who wrote it.

    Raises:
        DeskFault: it is none of WOPDesk's.
    """
    from wopdesk.desk import beginning  # noqa: PLC0415  # see above

    first = beginning.letter(file)
    return file, Letter(first.sender, first.bundle.envelope.at[:10], first.invitation)


def look_at_backup(file: Path) -> tuple[Path, Backup]:
    """A backup, and what it holds.

    Raises:
        StoreFault: it is none, or damaged.
    """
    from wopdesk.desk import upkeep  # noqa: PLC0415  # see above

    held = upkeep.contents(file)
    return file, Backup(held.office, held.saves, held.last[:10])


def look_at_kit(file: Path) -> Path:
    """A file, if it is a recovery kit.

    Raises:
        Refused, OSError: it is none, damaged, from a newer version, or cannot be read.
    """
    from wopdesk.desk import recovering  # noqa: PLC0415  # see above

    recovering.root_of(file)
    return file


def look_at_left(file: Path) -> tuple[Path, Letter | Backup]:
    """A file from which PWON may begin again, and what it holds.

    Raises:
        DeskFault, StoreFault, OSError: it is neither a backup nor one of WOPDesk's, or cannot be read.
    """
    from wopdesk.desk import upkeep  # noqa: PLC0415  # see above

    return look_at_backup(file) if upkeep.is_backup(file) else look(file)


def check_place(place: Path) -> Path:
    """The place, if a data file may lie there.

    Raises:
        StoreFault: it may not.
    """
    from wopdesk.desk import beginning  # noqa: PLC0415  # see above

    beginning.check_place(place)
    return place


def make(said: Typed) -> Ready | Founding:
    """Set up a desk as it was asked for; PWON's is set up aside, until its recovery kit was tried.

    Raises:
        DeskFault, StoreFault, Refused, OSError: it cannot be; nothing is left behind.
    """
    from wopdesk.desk import beginning  # noqa: PLC0415  # see above
    from wopdesk.desk.welcome import NewOffice  # noqa: PLC0415  # see above

    new = NewOffice(said.role, office(said), person(said))
    if said.way == "found":
        return beginning.found(said.place, new)
    if said.way == "further" and said.introduction is not None:
        return _ready(beginning.joined(said.place, said.introduction, (said.role, new.person)), said.way)
    if said.way == "invitation" and said.invitation is not None:
        return _ready(beginning.invited(said.place, new, said.invitation, said.code), said.way)
    return _ready(beginning.alone(said.place, new), said.way)


def recover(said: Typed, kit: Path, left: Path) -> Ready:
    """Begin at PWON again with its recovery kit, from what is left of it.

    Raises:
        DeskFault, StoreFault, Refused, OSError: it cannot be; nothing is left behind.
    """
    from wopdesk.desk import beginning  # noqa: PLC0415  # see above
    from wopdesk.desk.clock import system_clock  # noqa: PLC0415  # see above

    who, stolen = (person(said), system_clock), said.loss == STOLEN
    begun = beginning.recovered(said.place, left, (kit, said.passphrase), who, stolen=stolen)
    return _ready(begun, way_of(look_at_left(left)[1], said.loss))


def save(file: Path, data: bytes) -> Path:
    """Save a half of the recovery kit for this user alone, on the disk when this returns; its file.

    Raises:
        OSError: the disk does not take it.
    """
    with os.fdopen(os.open(file, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as opened:
        file.chmod(0o600)  # a file that lay there keeps its own rights otherwise
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())
    return file


def try_kit(founding: Founding, file: Path, said: Typed) -> Ready:
    """Try the recovery kit, and put PWON's desk in its place.

    Raises:
        DeskFault, Refused, OSError: the kit does not open; it can be saved again.
    """
    from wopdesk.desk import beginning  # noqa: PLC0415  # see above

    on_paper = said.on_paper == ON_PAPER
    beginning.try_kit(founding, file, said.last if on_paper else None)
    return _ready(beginning.finish(founding, on_paper=on_paper), "found")


def give_up(founding: Founding) -> None:
    """Let go of a network whose recovery kit was never tried."""
    from wopdesk.desk import beginning  # noqa: PLC0415  # see above

    beginning.abandon(founding.path)


def _ready(begun: Begun, way: str) -> Ready:
    return Ready(begun.path, begun.office, begun.code, way)


def tell_sample(folder: Path, say: Callable[[Phrase], None]) -> None:
    """Make the sample, saying each step when it is done.

    Raises:
        StoreFault, OSError: the folder does not take it.
    """
    from wopdesk.desk import beginning  # noqa: PLC0415  # see above

    for sentence in beginning.tell_sample(folder):
        say(next((phrase for start, phrase in TOLD if sentence.startswith(start)), Phrase(sentence)))


def sample_file(folder: Path, role: str) -> Path:
    """The data file of one of the sample's offices."""
    from wopdesk.desk import beginning  # noqa: PLC0415  # see above

    return beginning.sample_files(folder)[role]


def bring_back(said: Typed) -> Path:
    """Begin with a backup; the data file.

    Raises:
        StoreFault, Refused, OSError: it cannot be brought back.
    """
    from wopdesk.desk import beginning  # noqa: PLC0415  # see above

    if said.backup is not None:
        beginning.brought_back(said.place, said.backup, said.keys)
    return said.place
