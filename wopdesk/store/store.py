"""The data file: one writer, everything in one transaction, views that follow from what is kept."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import sqlalchemy as sa

from wopdesk.records.batch import Batch, write_batch
from wopdesk.records.ids import Key, OfficeId, SegmentId, Space
from wopdesk.records.kinds import Rules
from wopdesk.records.permission import Held
from wopdesk.records.standing import Standing, standing
from wopdesk.store import arrivals, schema
from wopdesk.store.arrivals import Arrival, NewRows, SignedSegment, place_of, read_statements
from wopdesk.store.built import BUILT_FOR, fingerprint, is_known, only_more_forms
from wopdesk.store.bulk import uncollected
from wopdesk.store.changes import Changed, Changes
from wopdesk.store.complaints import told
from wopdesk.store.identity import Identity, read_identity, read_setting, write_identity, write_setting
from wopdesk.store.memory import Cell, Memory
from wopdesk.store.projection import Entry, Projection
from wopdesk.store.rebuilding import enter_all
from wopdesk.store.recompute import Recompute
from wopdesk.store.signing import Chain, sign_unsigned
from wopdesk.store.sqlite import Writer, refuse_used
from wopdesk.store.steps import TOLD_EACH, UNWATCHED, Steps, Watch, unwatched
from wopdesk.store.touched import cells_held, cells_of_batch, cells_of_place, ids_of
from wopdesk.store.verdicts import UNSIGNED, Names, Places


class Store:
    """One open data file."""

    def __init__(self, path: Path, rules: Rules, engine: sa.Engine) -> None:
        """Use `opening.open_store` or `create_store`."""
        self.path = path
        self.rules = rules
        self.engine = engine
        self.identity: Identity | None = None
        self.names = Names()
        self.standing: Standing = standing((), "")
        self.changes = Changes()
        self._memory: Memory | None = None
        self._built_for, self._goes_by, self._behind = "", fingerprint(rules), False
        self._writer = Writer(engine)
        with self.reading() as connection:
            self._remember(connection)

    @contextlib.contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees one state of the file."""
        with told(self.path), self.engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction: all of it is kept, durably, or none. Threads take turns."""
        with told(self.path), self._writer.transaction(self._remember) as connection:
            yield connection
            pending = self.changes.pending()
        self.changes.note(pending)

    def look(self) -> bool:
        """Take notice of what another program wrote into the file.

        Returns:
            Whether it went by other kinds: there may be more to `learn`.
        """
        with told(self.path):
            return self._writer.look(self._remember) and self._behind

    def close(self) -> None:
        """Let go of the file."""
        self._writer.close()
        self.engine.dispose()

    def refuse_others(self) -> None:
        """Let go of the file for a moment, to see whether anybody else has it open.

        Raises:
            StoreFault: it is open somewhere else.
        """
        self.close()
        refuse_used(self.path)

    def _remember(self, connection: sa.Connection) -> None:
        """Read what is kept in memory: identity, names, and the statements' meaning."""
        self.changes.doubt_all()
        self.identity = read_identity(connection)
        self.names = Names.read(connection)
        self._built_for = read_setting(connection, BUILT_FOR)
        self._behind |= self._built_for != self._goes_by
        self._settle_standing(connection)
        self._memory = None

    def _settle_standing(self, connection: sa.Connection) -> None:
        own = self.identity
        held = read_statements(connection)
        self.standing = standing(held, own.root, own.team, own.keys) if own else standing(held, "")

    def _places(self, connection: sa.Connection) -> Places:
        return Places(connection, self.names, self.standing, self.own_office)

    def _recall(self, connection: sa.Connection) -> Memory:
        """What the writer remembers; asked once in each transaction."""
        if self._memory is None:
            self._memory = Memory(connection, self._places(connection).everywhere(), self.names)
        self._memory.make_room(connection)
        if self._built_for != self._goes_by:  # another program learnt more: what is judged by less now is judged again
            write_setting(connection, BUILT_FOR, self._goes_by)
            self._built_for = self._goes_by
        return self._memory

    @property
    def own_office(self) -> OfficeId | None:
        """The office at whose desk this file lies."""
        return self.identity.office if self.identity else None

    def become(self, identity: Identity) -> Changed:
        """Take on an identity, or a new key or root; everything is judged anew where that matters."""
        with self.writing() as connection:
            memory = self._recall(connection)
            write_identity(connection, identity)
            self.identity = identity
            self._settle_standing(connection)
            memory.verdicts = self._places(connection).everywhere()
            self.changes.expect(everything=True)
            return Changed(records=self._settle(connection, memory, NewRows()))

    def save(self, space: Space, batch: Batch) -> Changed:
        """Keep a batch that a person at this installation wrote.

        Raises:
            Unreadable: it breaks a limit of the format.
            StoreFault: the disk or the file does not allow it; nothing was written.
        """
        line = write_batch(batch)
        with self.writing() as connection:
            return self._enter(connection, space, line, batch)

    def enter(self, connection: sa.Connection, space: Space, line: bytes) -> Changed:
        """`save` inside the caller's transaction."""
        return self._enter(connection, space, line, None)

    def _enter(self, connection: sa.Connection, space: Space, line: bytes, batch: Batch | None) -> Changed:
        if self.identity is None:
            message = "a file without identity cannot be written to"
            raise RuntimeError(message)
        memory = self._recall(connection)
        at = place_of(connection, self.names, space, self.identity.key)
        written = arrivals.write_own_batch(connection, memory, at, line)
        if written is None:
            return Changed()
        place = (*at, UNSIGNED)
        if place not in memory.verdicts.by_place:
            memory.verdicts.by_place[place] = self._places(connection).unsigned(at)
            memory.note_said(connection, [place])
        projection = Projection(connection, self.rules, memory)
        projection.add(Entry(*written, at[0], space, line, memory.verdicts.by_place[place]), batch)
        projection.finish()
        Recompute(connection, self.rules, memory).cells(projection.dirty)
        return self._expected(connection, projection, set())

    def _expected(self, connection: sa.Connection, projection: Projection, cells: set[Cell]) -> Changed:
        """The records that a step touched; once it is committed, nobody relies on what was read of them before."""
        records = frozenset(projection.touched) | ids_of(connection, {cell[1] for cell in projection.dirty | cells})
        self.changes.expect(records)
        return Changed(records)

    def take(self, arrival: Arrival, watch: Watch = unwatched) -> Changed:
        """Merge what others sent, in one transaction. Taking the same twice changes nothing.

        Args:
            arrival: what was verified.
            watch: told how much is done, of how much; what it raises undoes all.
        """
        with self.writing() as connection:
            return self.take_within(connection, arrival, watch)

    def take_within(self, connection: sa.Connection, arrival: Arrival, watch: Watch = unwatched) -> Changed:
        """`take` inside the caller's transaction."""
        new, steps = NewRows(), Steps(watch, sum(len(one.segment.lines) for one in arrival.segments))
        with uncollected():
            memory = self._recall(connection)
            new.statements = arrivals.write_statements(connection, arrival.statements)
            if new.statements:
                self._settle_standing(connection)
            new.blobs = arrivals.write_blobs(connection, arrival.blobs)
            arrivals.write_segments(connection, memory, arrival.segments, new, steps.kept)
            self._judge(connection, memory, new)
            some = new.segments or new.statements
            records = self._settle(connection, memory, new, steps) if some else frozenset()
            self.changes.expect(everything=bool(new.statements), files=bool(new.blobs))
        return Changed(records, tuple(new.segments), tuple(new.statements), tuple(new.blobs))

    def _judge(self, connection: sa.Connection, memory: Memory, new: NewRows) -> None:
        """Judge the places of an arrival; all, where what is new may have changed the verdict on what was here."""
        places = self._places(connection)
        if new.statements or new.signed or self.standing.cuts:
            memory.verdicts = places.everywhere()
        else:
            for place, name in new.places.items():
                memory.verdicts.by_place[place] = places.segment(name, place[:2])

    def _settle(
        self, connection: sa.Connection, memory: Memory, new: NewRows, steps: Steps = UNWATCHED
    ) -> frozenset[str]:
        """Bring the views to what is kept and judged now; the records that were touched."""
        known = set(memory.said)
        changed = [place for place in memory.changed_places() if place in known]
        projection = Projection(connection, self.rules, memory, steps.written)
        for start in range(0, len(new.batches), TOLD_EACH):
            steps.entered(start)
            projection.add_some([self._entry(memory, row) for row in new.batches[start : start + TOLD_EACH]])
        projection.finish()
        cells = {cell for place in changed for cell in cells_of_place(connection, place)}
        cells |= {cell for number in new.signed for cell in cells_of_batch(connection, number)}
        memory.note_said(connection, None)
        Recompute(connection, self.rules, memory).cells(projection.dirty | cells)
        return self._expected(connection, projection, cells).records

    def _entry(self, memory: Memory, row: tuple[int, bytes, int, int, int | None, bytes]) -> Entry:
        """A row of a new batch, judged."""
        n, name, space_n, author_n, segment, line = row
        verdict = memory.verdicts.by_place[space_n, author_n, segment or UNSIGNED]
        return Entry(n, name, space_n, self.names.spaces[space_n], line, verdict)

    def sign(
        self, space: Space, signer: Callable[[bytes], bytes], heads: Sequence[SegmentId], author: Key | None = None
    ) -> list[SignedSegment]:
        """Put own unsigned batches of a space into segments, chained behind `heads`, and keep them.

        Args:
            space: where.
            signer: the author's signature over a segment's bytes.
            heads: the author's own complete heads there.
            author: the key under which the batches were written; the present one unless a former one is named.
        """
        if self.identity is None:
            return []
        author = author or self.identity.key
        with self.writing() as connection:
            memory = self._recall(connection)
            signed = sign_unsigned(connection, memory, Chain(space, author, heads), signer)
            if signed:
                memory.verdicts = self._places(connection).everywhere()
                memory.note_said(connection, None)
            return signed

    @property
    def has_known_views(self) -> bool:
        """Whether its views can be asked; those of another release may lack what is asked for."""
        return is_known(self._built_for)

    def learn(self, rules: Rules) -> None:
        """Go by these kinds from now on: a new release, or a form that PWON published.

        Raises:
            StoreFault: the disk does not allow it; everything goes by the kinds from before.
        """
        goes_by = fingerprint(rules)
        with self.reading() as connection:
            built_for = read_setting(connection, BUILT_FOR)
        if built_for != goes_by:
            known = built_for == fingerprint(self.rules) and only_more_forms(self.rules, rules)
            (self._let_count if known else self._rebuild)(rules)
        self.rules, self._built_for, self._goes_by, self._behind = rules, goes_by, goes_by, False

    def _let_count(self, rules: Rules) -> None:
        """Judge anew what was written under forms that were not known."""
        with uncollected(), self.writing() as connection:
            memory = self._recall(connection)
            Recompute(connection, rules, memory).cells(cells_held(connection, Held.UNKNOWN_FORM))
            write_setting(connection, BUILT_FOR, fingerprint(rules))
            self.changes.expect(everything=True)

    def rebuild(self) -> None:
        """Drop the views and compute them again from what is kept."""
        self._rebuild(self.rules)

    def _rebuild(self, rules: Rules) -> None:
        with uncollected(), self.writing() as connection:
            self.changes.expect(everything=True)
            schema.views.drop_all(connection)
            schema.views.create_all(connection)
            write_setting(connection, BUILT_FOR, fingerprint(rules))
            memory = self._memory = Memory(connection, self._places(connection).everywhere(), self.names)
            enter_all(connection, rules, memory)
            memory.note_said(connection, None)
