"""What a bundle brings, in the words of the office, before it is taken: documents, photos, reviews, approvals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from wopdesk.desk import counting, listing
from wopdesk.desk.desk import Desk
from wopdesk.exchange.bundle import Bundle
from wopdesk.programme.published import FORM, TITLE
from wopdesk.records.batch import BlobRef, Operation, Value, read_batch
from wopdesk.records.fields import KIND, VERSION, is_answer, review_field
from wopdesk.records.founding import KEY, read_founding
from wopdesk.records.ids import Founding, Key, RecordId
from wopdesk.records.review import read_review
from wopdesk.records.segment import Segment, read_segment
from wopdesk.records.statement import Admit, Cut, Join, Member, Office
from wopdesk.records.text import Unreadable
from wopdesk.records.version import read_version
from wopdesk.store import outgoing, reading
from wopdesk.store.sqlite import Connection


@dataclass(frozen=True)
class Submission:
    """A version of a document in a bundle; whether it counts is judged when it is taken.

    Attributes:
        record: its record's id.
        title: its kind, in the language asked for; empty for a kind that is not known here.
        mark: what tells it from others of its kind, such as its month.
        owner: the name of the office whose work it is.
        number: the version's; 0 where the version itself comes in another part.
        new: whether this version is not here yet.
    """

    record: RecordId
    title: str
    mark: str
    owner: str
    number: int
    new: bool


@dataclass(frozen=True)
class Preview:
    """What a bundle would change here.

    Attributes:
        submissions: documents in it, new ones first.
        drafts: titles of documents of which it brings new answers that were not submitted.
        photos: new photos and other files.
        reviews: how many new reviews there are, by verdict.
        offices: names of offices that PWON newly approves.
        members: offices that newly take part in a partnership, each counted once.
        roles: offices that take part in another role from now on.
        computers: further computers that offices newly admit, or that wish to be admitted.
        cuts: offices and computers that newly count no more.
        pieces: pieces of files too large for one bundle.
        new: whether anything in it is not here yet.
        word: whether it tells later than any file before what the sending computer has received.
    """

    submissions: tuple[Submission, ...] = ()
    drafts: tuple[str, ...] = ()
    photos: int = 0
    reviews: Mapping[str, int] = field(default_factory=dict, hash=False)
    offices: tuple[str, ...] = ()
    members: int = 0
    roles: int = 0
    computers: int = 0
    cuts: int = 0
    pieces: int = 0
    new: bool = False
    word: bool = False


def preview(desk: Desk, bundle: Bundle, language: str = "en") -> Preview:
    """What a verified bundle would bring; nothing is taken."""
    with desk.store.reading() as connection:
        here = _Here(desk, connection, bundle)
        fresh, known = here.operations()
        titles = _Titles(desk, connection, (*fresh, *known), language)
        said = here.new_statements()
        versions = [op for op in (*fresh, *known) if op.field == VERSION and isinstance(op.value, BlobRef)]
        authors = here.authors()
        submissions = [_submission(bundle, titles, op, (authors, here.lacks)) for op in versions]
        files = [op for op in (*fresh, *known) if isinstance(op.value, BlobRef) and titles.is_form(op.rec)]
    named = {op.value.sha256 for op in (*versions, *files) if isinstance(op.value, BlobRef)}
    drafts = _drafts(fresh, {one.record for one in submissions if one.new})
    brings = Preview(
        submissions=tuple(sorted(submissions, key=lambda one: not one.new)),
        drafts=tuple(titles.title(record) for record in drafts),
        photos=len(here.lacks - named),
        reviews=_reviews(fresh),
        pieces=len(bundle.pieces),
        new=bool(fresh or said or here.lacks or here.new_segments or bundle.pieces),
        word=here.is_later,
    )
    return _with_statements(desk, brings, said)


def _with_statements(desk: Desk, brings: Preview, said: Sequence[object]) -> Preview:
    """The same, with what statements say that does not count here yet."""
    added, recast = _members(desk, said)
    in_force = [order.cut for order in desk.standing.cuts]
    return replace(
        brings,
        offices=tuple(one.name for one in said if isinstance(one, Office) and not _is_known(desk, one)),
        members=added,
        roles=recast,
        computers=sum(isinstance(one, (Admit, Join)) for one in said),
        cuts=sum(isinstance(one, Cut) and one not in in_force for one in said),
    )


def _is_known(desk: Desk, one: Office) -> bool:
    """Whether that counts already: whoever lost its keys says it again with new ones."""
    voice = desk.standing.voices.get(one.key)
    named = desk.standing.names.get(one.office) == (one.code, one.name)
    return named and voice is not None and voice.office == one.office


def _members(desk: Desk, said: Sequence[object]) -> tuple[int, int]:
    """How many offices newly take part in a partnership, and how many others do so in another role."""
    stated = [one for one in said if isinstance(one, Member) and _of_a_partnership(desk, one)]
    known = desk.standing.members
    added = {one.office for one in stated if (one.space, one.office) not in known}
    recast = {one.office for one in stated if known.get((one.space, one.office)) != one.role}
    return len(added), len(recast - added)


def _of_a_partnership(desk: Desk, member: Member) -> bool:
    """Whether it takes part in more than the programme, to which everybody belongs whom PWON approves."""
    return desk.identity.programme is None or member.space != desk.identity.programme.id


class _Here:
    """What of a bundle is held already."""

    def __init__(self, desk: Desk, connection: Connection, bundle: Bundle) -> None:
        self._read = [(signed, tuple(_operations(read_segment(signed.data)))) for signed in bundle.segments]
        graph = outgoing.read_graph(connection, desk.standing.closed)
        self._held = set(graph.after)
        self.new_segments = {one.id for one in bundle.segments if one.id not in self._held}
        self.lacks = set(bundle.blobs) - outgoing.blobs_here(connection, bundle.blobs)
        self._brought = counting.readable(bundle)
        self._now = counting.standing_with(desk, connection, self._brought)
        self._statements = {one.signed.id for one in outgoing.read_held_statements(connection)}
        sender = bundle.envelope.sender.key
        heard = [peer.at for peer in outgoing.callers(connection, bundle.envelope.sender.office) if peer.key == sender]
        self.is_later = sender not in desk.identity.keys and all(at < bundle.envelope.at for at in heard)

    def operations(self) -> tuple[list[Operation], list[Operation]]:
        """Operations of segments that are new here, and of those that are not."""
        found: tuple[list[Operation], list[Operation]] = [], []
        for signed, ops in self._read:
            found[signed.id in self._held].extend(ops)
        return found

    def authors(self) -> dict[Value, Key]:
        """Who wrote each version."""
        return {op.value: signed.signer for signed, ops in self._read for op in ops if op.field == VERSION}

    def new_statements(self) -> list[object]:
        """What statements say that are not held and count; what they say that do not count may be anything."""
        fresh = (one.signed for one in self._brought if one.signed.id not in self._statements)
        return [one.body for one in fresh if counting.counts(one, self._now)]


class _Titles:
    """Names of the records of a bundle."""

    def __init__(self, desk: Desk, connection: Connection, ops: Iterable[Operation], language: str) -> None:
        self._desk, self._kinds, self._language = desk, desk.shelf.kinds, language
        self._names = listing.office_names(desk)
        self._foundings = {op.rec: found for op in ops if op.field == KIND and (found := read_founding(op.value))}
        self._connection = connection

    def founding(self, record: RecordId) -> Founding | None:
        """How the record was founded, by the bundle or by what is here."""
        if record not in self._foundings:
            known = reading.record(self._connection, record)
            return known.founding if known else None
        return self._foundings[record]

    def parts(self, record: RecordId) -> tuple[str, str]:
        """Its kind and its mark; empty texts where they are not known."""
        founding = self.founding(record)
        if founding is None:
            return "", ""
        if founding.kind == FORM:
            return TITLE.in_language(self._language), self._kind(founding.text)
        return self._kind(founding.kind), founding.text if founding.by == KEY else ""

    def office(self, record: RecordId, author: Key) -> str:
        """The name of the office whose work a version by this author is; empty where the record is not known."""
        founding = self.founding(record)
        if founding is None:
            return ""
        kind = self._kinds.get(founding.kind)
        several = kind is not None and kind.rules.owner != "author"
        office = (self._desk.office_of(author) if several else "") or founding.owner
        return self._names.get(office, office[:8])

    def is_form(self, record: RecordId) -> bool:
        """Whether it is a form that PWON publishes, not a document."""
        founding = self.founding(record)
        return founding is not None and founding.kind == FORM

    def _kind(self, name: str) -> str:
        kind = self._kinds.get(name)
        return kind.title.in_language(self._language) if kind else name

    def title(self, record: RecordId) -> str:
        """Its kind and mark in one line."""
        return " ".join(self.parts(record)).strip()


def _operations(segment: Segment) -> Iterable[Operation]:
    return chain.from_iterable(map(_ops, segment.lines))


def _ops(line: bytes) -> Sequence[Operation]:
    try:
        return read_batch(line).ops
    except Unreadable:
        return ()


def _submission(
    bundle: Bundle, titles: _Titles, op: Operation, known: tuple[Mapping[Value, Key], set[str]]
) -> Submission:
    assert isinstance(op.value, BlobRef)  # noqa: S101  # the caller chose these
    (authors, lacks), digest = known, op.value.sha256
    office = titles.office(op.rec, authors[op.value])
    return Submission(op.rec, *titles.parts(op.rec), office, _number(bundle, digest), new=digest in lacks)


def _number(bundle: Bundle, digest: str) -> int:
    try:
        return read_version(bundle.blobs[digest]).number
    except (KeyError, Unreadable):
        return 0


def _drafts(fresh: Sequence[Operation], submitted: set[RecordId]) -> list[RecordId]:
    """Records in which answers are new, in the order in which they come; submitted ones are told of already."""
    answered = dict.fromkeys(op.rec for op in fresh if is_answer(op.field) or op.field.startswith("@row/"))
    return [record for record in answered if record not in submitted]


def _reviews(fresh: Sequence[Operation]) -> dict[str, int]:
    verdicts: Counter[str] = Counter()
    for op in fresh:
        if review_field(op.field) and isinstance(op.value, str):
            try:
                verdicts[read_review(op.value).verdict] += 1
            except Unreadable:
                continue
    return dict(verdicts)
