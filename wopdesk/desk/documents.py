"""A record as this desk sees it: what is being drafted, its versions, what reviewers said, and which state follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.versions import Said, Submitted, read_versions, verdict
from wopdesk.programme.filed import DRAFT, Filed
from wopdesk.programme.kinds import Kind
from wopdesk.programme.moved import moved_answers, moved_rows, new_field
from wopdesk.records import cells as record_cells
from wopdesk.records.cells import Cells, Difference, Visible
from wopdesk.records.fields import KIND
from wopdesk.records.founding import KEY
from wopdesk.records.ids import Founding, RecordId, Space
from wopdesk.records.merge import order_of
from wopdesk.records.version import Version
from wopdesk.sentence import Sentence
from wopdesk.store import reading
from wopdesk.store.reading import Entered, RecordRow
from wopdesk.store.sqlite import Connection

__all__ = [
    "Document",
    "Said",
    "Submitted",
    "documents",
    "find_document",
    "find_founded",
    "mark_of",
    "previous_of",
    "title_of",
    "verdict",
]


@dataclass(frozen=True)
class Document:
    """A record with everything that screens and papers show of it.

    Attributes:
        id: the record's id.
        founding: home, owner, kind and key.
        kind: what kind.toml says.
        home: the space to which it belongs.
        draft_space: where its answers are written at this desk.
        cells: visible operations there, by the fields of the form in use; an older one may have written them elsewhere.
        versions: oldest first.
        newest: the version that registers show; None when there is none, or all were returned.
        state: `draft`, `submitted`, `returned`, `accepted`, or `awaited`: submitted, its content has not arrived yet.
        absent: digests of versions that were submitted and whose content has not arrived yet.
    """

    id: RecordId
    founding: Founding
    kind: Kind
    home: Space
    draft_space: Space
    cells: Cells = field(hash=False)
    versions: tuple[Submitted, ...]
    newest: Submitted | None
    state: str
    absent: tuple[str, ...] = ()

    @property
    def has_draft(self) -> bool:
        """Whether answers stand here, not only versions."""
        return any(not name.startswith("@") for name in self.cells)

    @property
    def latest(self) -> Submitted | None:
        """The newest version, returned or not."""
        return self.newest or (self.versions[-1] if self.versions else None)

    @property
    def author(self) -> str:
        """The office whose work it is; empty while nobody submitted what several offices may write."""
        if self.kind.rules.owner == "author":
            return self.founding.owner
        return self.latest.office if self.latest else ""

    @property
    def answers(self) -> dict[str, str]:
        """Answers by path: the draft's, the newest version's where only versions arrived, or those of the key."""
        if self.has_draft or self.latest is None:
            return record_cells.answers(self.cells) or (self.key_answers if self.absent else {})
        return self._sent(self.latest.version)

    def _sent(self, version: Version) -> dict[str, str]:
        """The answers of a version, where the form in use asks for them."""
        return moved_answers(self.kind.moved, version.answers, version.answers.keys())

    @property
    def key_answers(self) -> dict[str, str]:
        """Answers that make the record what it is; its founding tells them before anything else arrives."""
        return dict(zip(self.kind.one_per or (), self.founding.text.split("/"), strict=False))

    @property
    def rows(self) -> dict[str, list[str]]:
        """Row ids in order by repeat, from where `answers` come."""
        if self.has_draft or self.latest is None:
            return record_cells.rows(self.cells)
        return moved_rows(self.kind.moved, self.latest.version.rows)

    @property
    def differences(self) -> list[Difference]:
        """What a person must settle."""
        return record_cells.differences(self.cells)

    @cached_property
    def is_begun(self) -> bool:
        """Whether anybody said anything in it: whoever only opened it has begun nothing."""
        if self.versions or self.absent:
            return True
        founding = {_batch(one) for one in self.cells.get(KIND, ())}
        return any(_batch(one) not in founding for visible in self.cells.values() for one in visible)

    @cached_property
    def filed(self) -> Filed:
        """As the programme's rules see it: the newest version, else the draft."""
        latest = self.latest
        said = latest.version if latest else None
        rows = moved_rows(self.kind.moved, said.rows) if said else self.rows
        return Filed(
            record=self.id,
            kind=self.kind.kind,
            space=self.home.id,
            owner=self.author,
            number=said.number if said else 0,
            digest=latest.digest if latest else "",
            submitted=datetime.fromisoformat(latest.at).date() if latest else None,
            state=self.state,
            answers=self._sent(said) if said else self.answers,
            rows={repeat: tuple(ids) for repeat, ids in rows.items()},
            computed=said.computed if said else {},
            first=datetime.fromisoformat(self.versions[0].at).date() if self.versions else None,
        )


def find_document(desk: Desk, wanted: str) -> Document:
    """A record by its id or the beginning of it.

    Raises:
        DeskFault: there is none, or several begin so.
    """
    with _looking(desk) as (connection, number):
        row = reading.record(connection, wanted) if wanted else None
        if row is None or row.founding.kind not in desk.shelf.kinds:
            raise DeskFault(
                Sentence("No single record begins with '{wanted}'.", wanted=wanted),
                "wopdesk list shows all records with their ids.",
            )
        return _document(desk, connection, row, number)


def find_founded(desk: Desk, founding: Founding, home: Space) -> Document:
    """The record of this founding; one without answers and versions where nobody has started it yet."""
    with _looking(desk) as (connection, number):
        row = reading.record(connection, founding.record)
        if row is not None:
            return _document(desk, connection, row, number)
    kind = desk.shelf.kinds[founding.kind]
    draft_space = _draft_space(desk, kind, home)
    return Document(founding.record, founding, kind, home, draft_space, {}, (), None, DRAFT)


@contextmanager
def _looking(desk: Desk) -> Iterator[tuple[Connection, int]]:
    """A connection, and the number of the last change that it surely sees."""
    if desk.store.look():
        desk.learn()
    number = desk.store.changes.last
    with desk.store.reading() as connection:
        yield connection, number


def _draft_space(desk: Desk, kind: Kind, home: Space) -> Space:
    return desk.identity.team if kind.rules.drafted == "team" else home


def documents(desk: Desk, kind: str | None = None, home: Space | None = None) -> list[Document]:
    """Records of known kinds in spaces known here, in the order in which they were met."""
    with _looking(desk) as (connection, number):
        rows = desk.remembered.rows(desk.store)
        if rows is None:
            rows = reading.records(connection)
            desk.remembered.keep_rows(number, rows)
        return [
            _document(desk, connection, row, number)
            for row in rows
            if (kind is None or row.founding.kind == kind)
            and (home is None or row.founding.home == home.id)
            and row.founding.kind in desk.shelf.kinds
            and row.founding.home in desk.store.names.space_n
        ]


def _document(desk: Desk, connection: Connection, row: RecordRow, number: int) -> Document:
    """One record, as it was read before or as it is read now."""
    found = desk.remembered.document(desk.store, row.id)
    if found is None:
        found = _read_document(desk, connection, row)
        desk.remembered.keep_document(number, found)
    return found


def _read_document(desk: Desk, connection: Connection, row: RecordRow) -> Document:
    """All that is known here of one record."""
    kind = desk.shelf.kinds[row.founding.kind]
    home = desk.space(row.founding.home)
    draft_space = _draft_space(desk, kind, home)
    history = reading.history(connection, row.id)
    versions = read_versions(desk, connection, (kind, home), history)
    return Document(
        id=row.id,
        founding=row.founding,
        kind=kind,
        home=home,
        draft_space=draft_space,
        cells=_cells(history, draft_space, kind.moved),
        versions=versions.here,
        newest=versions.newest,
        state=versions.state,
        absent=versions.absent,
    )


def _cells(history: Sequence[Entered], space: Space, moved: Mapping[str, str]) -> Cells:
    """What is visible in a space, wherever the form asked it under which it was written."""
    here, found = [one for one in history if one.space == space], dict[str, list[Visible]]()
    left = _left_behind(here, moved) if moved else set()
    for one in here:
        if one.visible and one.op not in left:
            field = new_field(moved, one.field)
            found.setdefault(field, []).append(Visible(one.op, one.value, one.at, one.by, one.author))
    inside = {name: sorted(visible, key=lambda each: order_of(each.op)) for name, visible in found.items()}
    founding = {_batch(one) for one in here if one.field == KIND}
    return record_cells.typed(inside, founding)


def _left_behind(here: Sequence[Entered], moved: Mapping[str, str]) -> set[str]:
    """Nulls that say only that the same save wrote the answer where it is asked now: nobody took anything away."""
    written = {(_batch(one), new_field(moved, one.field)) for one in here if one.value is not None and one.held is None}
    nulls = [one for one in here if one.value is None]
    return {one.op for one in nulls if (_batch(one), new_field(moved, one.field)) in written}


def _batch(one: Entered | Visible) -> str:
    return one.op.partition(":")[0]


def title_of(document: Document, language: str = "en") -> str:
    """A record's name in lists: its kind and what tells it from others."""
    return " ".join(part for part in (document.kind.title.in_language(language), mark_of(document)) if part)


def mark_of(document: Document) -> str:
    """What tells a record from others of its kind: its key, such as a month, or the title that somebody gave it."""
    if document.founding.by == KEY and document.founding.text:
        return document.founding.text
    said = document.answers
    return said.get("about/title") or said.get("about/name", "")


def previous_of(document: Document) -> Mapping[str, str]:
    """The figures that stood beside the fields when it was submitted."""
    return document.latest.version.previous if document.latest else {}
