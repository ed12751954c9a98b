"""The desk: one open data file with its forms, its key and a clock. Use cases are functions that take it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from wopdesk.desk.clock import Clock, system_clock, utc_text
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.published import Library, library
from wopdesk.desk.remembered import Remembered
from wopdesk.desk.shelf import Shelf, open_shelf
from wopdesk.exchange import keyfolder
from wopdesk.exchange.keys import SigningKey
from wopdesk.places import forms_folder
from wopdesk.records.batch import Batch, Operation
from wopdesk.records.ids import Key, OfficeId, Space
from wopdesk.records.kinds import FACILITATOR
from wopdesk.records.standing import Standing
from wopdesk.store.identity import Identity
from wopdesk.store.opening import open_store
from wopdesk.store.store import Store


@dataclass
class Desk:
    """What every use case needs.

    Attributes:
        store: the data file.
        shelf: kinds, forms and the programme.
        person: who is working, as chosen from the team's list; a claim.
        clock: gives the present moment.
        remembered: what was read and did not change since.
    """

    store: Store
    shelf: Shelf
    person: str
    clock: Clock = system_clock
    remembered: Remembered = field(default_factory=Remembered, repr=False, compare=False)
    _keys: dict[str, SigningKey] = field(default_factory=dict, repr=False)

    @property
    def identity(self) -> Identity:
        """Whose desk it is.

        Raises:
            DeskFault: the file has no office yet.
        """
        if self.store.identity is None:
            raise DeskFault("This data file belongs to no office yet.", "Set it up first.")
        return self.store.identity

    @property
    def office(self) -> OfficeId:
        """The office at whose desk this is."""
        return self.identity.office

    @property
    def standing(self) -> Standing:
        """What the statements held here mean."""
        return self.store.standing

    @property
    def is_facilitator(self) -> bool:
        """Whether this is PWON's desk."""
        return self.identity.role == FACILITATOR

    @property
    def today(self) -> date:
        """The day on the desk's calendar."""
        return self.clock().date()

    @property
    def now(self) -> str:
        """The present moment as batches and bundles carry it."""
        return utc_text(self.clock())

    def key(self, public: Key | None = None) -> SigningKey:
        """A key of this installation: the present one, or an authority's or former one by its public half.

        Raises:
            Refused: its file is missing or damaged.
        """
        wanted = public or self.identity.key
        if wanted not in self._keys:
            self._keys[wanted] = keyfolder.load(keyfolder.folder_of(self.store.path), wanted)
        return self._keys[wanted]

    def holds(self, public: Key) -> bool:
        """Whether a key is here; a backup comes back without those that lay beside its data file."""
        return public in self._keys or public in keyfolder.kept(keyfolder.folder_of(self.store.path))

    def batch(self, kinds: set[str], ops: tuple[Operation, ...]) -> Batch:
        """A batch by the person who is working, now, under the present forms of these kinds."""
        forms = {kind: self.shelf.kinds[kind].form for kind in sorted(kinds)}
        return Batch(self.now, self.person, forms, ops)

    def space(self, space_id: str) -> Space:
        """A space that this file knows.

        Raises:
            DeskFault: it does not.
        """
        n = self.store.names.space_n.get(space_id)
        if n is None:
            raise DeskFault("That partnership is not known here.", "Receive a bundle of the partner that opened it.")
        return self.store.names.spaces[n]

    def office_of(self, key: str) -> str:
        """The office for which a key speaks, or hopes to; empty where no statement knows it."""
        if key in self.identity.keys:
            return self.office
        voice = self.standing.voices.get(key) or self.standing.hopeful.get(key)
        return voice.office if voice else ""

    def learn(self) -> Library:
        """Go by the forms that PWON published, as far as they have arrived; what was published.

        Raises:
            StoreFault: the disk does not allow it; the desk goes by the forms from before.
        """
        found = library(self.store, self.shelf)
        self.store.learn(found.shelf.rules)
        if (found.shelf.kinds, found.shelf.published) != (self.shelf.kinds, self.shelf.published):
            self.shelf, self.remembered = found.shelf, Remembered()
        return found

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()


def open_desk(path: Path, person: str = "", clock: Clock = system_clock) -> Desk:
    """Open a data file with the forms of this program.

    Raises:
        StoreFault: the file cannot be opened.
    """
    return desk_at(path, open_shelf(forms_folder()), person, clock)


def desk_at(path: Path, shelf: Shelf, person: str = "", clock: Clock = system_clock) -> Desk:
    """Open a data file with the forms of a shelf and those that PWON published.

    Raises:
        StoreFault: the file cannot be opened.
    """
    store = open_store(path, shelf.rules, learned=lambda opened: library(opened, shelf).shelf.rules)
    return Desk(store, library(store, shelf).shelf, person, clock)


@contextmanager
def opened(path: Path, person: str = "", clock: Clock = system_clock) -> Iterator[Desk]:
    """`open_desk`, closed again at the end."""
    desk = open_desk(path, person, clock)
    try:
        yield desk
    finally:
        desk.close()
