"""A record as this desk sees it: what is being drafted, its versions, what reviewers said, and which state follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.programme.filed import ACCEPTED, DRAFT, RETURNED, SUBMITTED, Filed
from wopdesk.programme.kinds import Kind
from wopdesk.records import cells as record_cells
from wopdesk.records.batch import BlobRef
from wopdesk.records.cells import Cells, Difference, Visible
from wopdesk.records.fields import VERSION, review_field
from wopdesk.records.ids import Founding, RecordId, Space
from wopdesk.records.merge import order_of
from wopdesk.records.permission import Held
from wopdesk.records.review import ACCEPT, RETURN, Review, read_review
from wopdesk.records.text import Unreadable
from wopdesk.records.version import Version, read_version
from wopdesk.store import reading
from wopdesk.store.reading import Entered, RecordRow
from wopdesk.store.sqlite import Connection


@dataclass(frozen=True)
class Said:
    """One office's review of one version, with when and by whom."""

    office: str
    review: Review
    at: str
    by: str


@dataclass(frozen=True)
class Submitted:
    """One version of a record.

    Attributes:
        version: what it says.
        digest: its id.
        at, by: when and by whom, as the batch claims.
        op: the operation that names it.
        current: whether no counting version replaced it.
        confirmed: whether its office is approved; an unconfirmed one is shown so marked.
        reviews: what offices said of it.
    """

    version: Version
    digest: str
    at: str
    by: str
    op: str
    current: bool
    confirmed: bool
    reviews: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Document:
    """A record with everything that screens and papers show of it.

    Attributes:
        id: the record's id.
        founding: home, owner, kind and key.
        kind: what kind.toml says.
        home: the space to which it belongs.
        draft_space: where its answers are written at this desk.
        cells: visible operations there.
        versions: oldest first.
        newest: the version that registers show; None when there is none, or all were returned.
        state: `draft`, `submitted`, `returned` or `accepted`.
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

    @property
    def has_draft(self) -> bool:
        """Whether answers stand here, not only versions."""
        return any(not name.startswith("@") for name in self.cells)

    @property
    def latest(self) -> Submitted | None:
        """The newest version, returned or not."""
        return self.newest or (self.versions[-1] if self.versions else None)

    @property
    def answers(self) -> dict[str, str]:
        """Answers by path: the draft's, or the newest version's where only versions arrived."""
        if self.has_draft or self.latest is None:
            return record_cells.answers(self.cells)
        return dict(self.latest.version.answers)

    @property
    def rows(self) -> dict[str, list[str]]:
        """Row ids in order by repeat, from where `answers` come."""
        if self.has_draft or self.latest is None:
            return record_cells.rows(self.cells)
        return {repeat: list(ids) for repeat, ids in self.latest.version.rows.items()}

    @property
    def differences(self) -> list[Difference]:
        """What a person must settle."""
        return record_cells.differences(self.cells)

    @property
    def filed(self) -> Filed:
        """As the programme's rules see it: the newest version, else the draft."""
        latest = self.latest
        said = latest.version if latest else None
        return Filed(
            record=self.id,
            kind=self.kind.kind,
            space=self.home.id,
            owner=self.founding.owner,
            number=said.number if said else 0,
            digest=latest.digest if latest else "",
            submitted=datetime.fromisoformat(latest.at).date() if latest else None,
            state=self.state,
            answers=said.answers if said else self.answers,
            rows=said.rows if said else {repeat: tuple(ids) for repeat, ids in self.rows.items()},
            computed=said.computed if said else {},
        )


def find_document(desk: Desk, wanted: str) -> Document:
    """A record by its id or the beginning of it.

    Raises:
        DeskFault: there is none, or several begin so.
    """
    with desk.store.reading() as connection:
        row = reading.record(connection, wanted) if wanted else None
        if row is None or row.founding.kind not in desk.shelf.kinds:
            raise DeskFault(
                f"No single record begins with '{wanted}'.", "wopdesk list shows all records with their ids."
            )
        return read_document(desk, connection, row)


def find_founded(desk: Desk, founding: Founding, home: Space) -> Document:
    """The record of this founding; one without answers and versions where nobody has started it yet."""
    with desk.store.reading() as connection:
        row = reading.record(connection, founding.record)
        if row is not None:
            return read_document(desk, connection, row)
    kind = desk.shelf.kinds[founding.kind]
    draft_space = _draft_space(desk, kind, home)
    return Document(founding.record, founding, kind, home, draft_space, {}, (), None, DRAFT)


def _draft_space(desk: Desk, kind: Kind, home: Space) -> Space:
    return desk.identity.team if kind.rules.drafted == "team" else home


def documents(desk: Desk, kind: str | None = None, home: Space | None = None) -> list[Document]:
    """Records of known kinds in spaces known here, in the order in which they were met."""
    with desk.store.reading() as connection:
        rows = reading.records(connection, kind, home.id if home else None)
        known = [
            row
            for row in rows
            if row.founding.kind in desk.shelf.kinds and row.founding.home in desk.store.names.space_n
        ]
        return [read_document(desk, connection, row) for row in known]


def read_document(desk: Desk, connection: Connection, row: RecordRow) -> Document:
    """All that is known here of one record."""
    kind = desk.shelf.kinds[row.founding.kind]
    home = desk.space(row.founding.home)
    draft_space = _draft_space(desk, kind, home)
    history = reading.history(connection, row.id)
    versions = _versions(desk, connection, home, history)
    newest = _newest(desk, kind, home, versions)
    return Document(
        id=row.id,
        founding=row.founding,
        kind=kind,
        home=home,
        draft_space=draft_space,
        cells=_cells(history, draft_space),
        versions=versions,
        newest=newest,
        state=_state(desk, kind, home, (versions, newest)),
    )


def _cells(history: Sequence[Entered], space: Space) -> dict[str, list[Visible]]:
    found: dict[str, list[Visible]] = {}
    for one in history:
        if one.visible and one.space == space:
            found.setdefault(one.field, []).append(Visible(one.op, one.value, one.at, one.by, one.author))
    return {name: sorted(visible, key=lambda each: order_of(each.op)) for name, visible in found.items()}


def _versions(desk: Desk, connection: Connection, home: Space, history: Sequence[Entered]) -> tuple[Submitted, ...]:
    reviews = _reviews(history, home)
    found = []
    for one in history:
        waits = one.held is Held.UNKNOWN_KEY
        if one.field != VERSION or one.space != home or (one.held and not waits) or not isinstance(one.value, BlobRef):
            continue
        version = _read(connection, one.value)
        if version is not None and version.record == one.record:
            said = tuple(reviews.get(one.value.sha256, ()))
            confirmed = one.author in desk.standing.voices
            found.append(
                Submitted(version, one.value.sha256, one.at, one.by, one.op, one.visible or waits, confirmed, said)
            )
    replaced = {digest for one in found for digest in one.version.after}
    believed = any(one.confirmed for one in found)
    settled = [
        replace(one, current=False) if not one.confirmed and (believed or one.digest in replaced) else one
        for one in found
    ]
    return tuple(sorted(settled, key=lambda each: (each.version.number, order_of(each.op))))


def _read(connection: Connection, blob: BlobRef) -> Version | None:
    data = reading.blob(connection, blob.sha256)
    try:
        return read_version(data) if data is not None else None
    except Unreadable:
        return None


def _reviews(history: Sequence[Entered], home: Space) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for one in sorted(history, key=lambda each: order_of(each.op)):  # of two verdicts every desk takes the same
        place = review_field(one.field)
        if place is None or not one.visible or one.space != home or not isinstance(one.value, str):
            continue
        try:
            found.setdefault(place.digest, []).append(Said(place.office, read_review(one.value), one.at, one.by))
        except Unreadable:
            continue
    return found


def verdict(desk: Desk, kind: Kind, home: Space, version: Submitted) -> str:
    """What the office that decides said of a version: `accept`, `return`, or empty while it said neither."""
    decides = kind.rules.decides
    said = [one.review.verdict for one in version.reviews if desk.standing.role(home, one.office) == decides]
    return next((one for one in said if one in {ACCEPT, RETURN}), "")


def _newest(desk: Desk, kind: Kind, home: Space, versions: Sequence[Submitted]) -> Submitted | None:
    """The version that shows: of the current ones the accepted, else the one of the smallest operation.

    Where all current ones were returned, it is the newest one before them that was not.
    """
    by_digest = {one.digest: one for one in versions}
    waiting = [one for one in versions if one.current]
    while waiting:
        standing = [one for one in waiting if verdict(desk, kind, home, one) != RETURN]
        accepted = [one for one in standing if verdict(desk, kind, home, one) == ACCEPT]
        if standing:
            return min(accepted or standing, key=lambda one: order_of(one.op))
        before = {digest for one in waiting for digest in one.version.after}
        waiting = [by_digest[digest] for digest in sorted(before) if digest in by_digest]
    return None


def _state(desk: Desk, kind: Kind, home: Space, filed: tuple[Sequence[Submitted], Submitted | None]) -> str:
    versions, newest = filed
    current = [verdict(desk, kind, home, one) for one in versions if one.current]
    if not versions:
        return DRAFT
    if (
        newest is not None
        and verdict(desk, kind, home, newest) == ACCEPT
        and not (current and all(one == RETURN for one in current))
    ):
        return ACCEPTED
    return RETURNED if current and all(one == RETURN for one in current) else SUBMITTED


def title_of(document: Document, language: str = "en") -> str:
    """A record's name in lists: its kind and what tells it from others."""
    kind = document.kind.title.in_language(language)
    said = document.answers
    mark = document.founding.text if document.founding.by == "key" else ""
    return " ".join(part for part in (kind, mark or said.get("about/title") or said.get("about/name", "")) if part)


def previous_of(document: Document) -> Mapping[str, str]:
    """The figures that stood beside the fields when it was submitted."""
    return document.latest.version.previous if document.latest else {}
