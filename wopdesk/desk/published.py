"""The forms that PWON published, as they have arrived: which one is in use here, and why another one is not.

The newest one that can be used prevails over the one that came with the program, unless that one names it as former.
All of them count: what was written under any of them is read under the one in use.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wopdesk.desk import fitness
from wopdesk.desk.shelf import Files, Shelf
from wopdesk.places import program_name
from wopdesk.programme.kinds import Kind, KindError, form_id
from wopdesk.programme.published import FORM, SETTINGS, SOURCE, XFORM
from wopdesk.records.batch import BlobRef
from wopdesk.records.fields import VERSION
from wopdesk.records.ids import is_hex
from wopdesk.records.text import Unreadable
from wopdesk.records.version import Version, read_version
from wopdesk.sentence import Sentence, kept, recalled
from wopdesk.store import reading
from wopdesk.store.changes import Changed
from wopdesk.store.identity import read_setting, write_setting
from wopdesk.store.reading import Entered
from wopdesk.store.sqlite import Connection
from wopdesk.store.store import Store

_JUDGED = "forms.judged"
"""Setting that holds what this version of the program found of each published form, so that none is tried twice."""


@dataclass(frozen=True)
class Published:
    """One form that PWON published.

    Attributes:
        kind: whose form it is.
        number: of the version.
        digest: of the version.
        at, by: when and by whom, as the batch claims it.
        record: its record's id.
        names: digests of its files.
        files: its files; None while one of them has not arrived.
        faults: why it cannot be used here, in words.
    """

    kind: str
    number: int
    digest: str
    at: str
    by: str
    record: str
    names: tuple[str, ...]
    files: Files | None
    faults: tuple[str, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether it can be used here."""
        return self.files is not None and not self.faults

    @property
    def form(self) -> str:
        """The id of the form; empty while it has not arrived completely."""
        return form_id(self.files.xform, self.files.settings) if self.files is not None else ""

    def brought_by(self, changed: Changed) -> bool:
        """Whether it, or a file of it, came with these changes."""
        return not {self.record, self.digest, *self.names}.isdisjoint({*changed.records, *changed.blobs})


@dataclass(frozen=True)
class Library:
    """The shelf with what was published.

    Attributes:
        shelf: what is in use.
        published: every form that counts, by kind, the newest first.
    """

    shelf: Shelf
    published: Mapping[str, tuple[Published, ...]]


def library(store: Store, shelf: Shelf) -> Library:
    """What the file of a desk makes of the forms that came with the program; what was found of each is kept."""
    judged, known = _found(store, shelf)
    now = {one.digest: [kept(fault) for fault in one.faults] for one in judged if one.files is not None}
    if now != known:
        with store.writing() as connection:
            write_setting(connection, _JUDGED, json.dumps({"by": program_name(), "found": now}))
    return _library(shelf, _by_kind(judged))


def arrived(store: Store, shelf: Shelf) -> Mapping[str, tuple[Published, ...]]:
    """Every form that was published and counts, by kind, the newest first; nothing is written or gone by."""
    return _by_kind(_found(store, shelf)[0])


def _found(store: Store, shelf: Shelf) -> tuple[list[Published], Mapping[str, Sequence[str]]]:
    """What was published, judged, and what was found of it before."""
    with store.reading() as connection:
        found, known = _arrived(connection), _judged(connection)
    return [replace(one, faults=_faults(shelf, one, known)) for one in found], known


def _by_kind(judged: Sequence[Published]) -> dict[str, tuple[Published, ...]]:
    ordered = sorted(judged, key=lambda one: (-one.number, one.digest))
    return {kind: tuple(one for one in ordered if one.kind == kind) for kind in {one.kind for one in ordered}}


def _arrived(connection: Connection) -> list[Published]:
    """Every form that was published by an operation which counts."""
    found = {}
    for row in reading.records(connection, FORM):
        for one in reading.history(connection, row.id):
            if one.field == VERSION and one.held is None and one.space.id == row.founding.home:
                version = _version(connection, one)
                if version is not None and version.record == row.id:
                    published = _published(connection, row.founding.text, one, version)
                    found[published.digest] = published
    return list(found.values())


def _version(connection: Connection, one: Entered) -> Version | None:
    data = reading.blob(connection, one.value.sha256) if isinstance(one.value, BlobRef) else None
    try:
        return read_version(data) if data is not None else None
    except Unreadable:
        return None


def _published(connection: Connection, kind: str, one: Entered, version: Version) -> Published:
    named = [version.answers.get(name, "") for name in (SOURCE, XFORM, SETTINGS)]
    data = [reading.blob(connection, name) if is_hex(name) else None for name in named]
    source, xform, settings = data[0] if named[0] else b"", data[1], data[2]
    whole = source is not None and xform is not None and settings is not None
    files = Files(source or b"", xform or b"", settings or b"") if whole else None
    digest = one.value.sha256 if isinstance(one.value, BlobRef) else ""
    return Published(kind, version.number, digest, one.at, one.by, one.record, tuple(filter(None, named)), files)


def _judged(connection: Connection) -> dict[str, list[str]]:
    """What this version of the program found before."""
    said = json.loads(read_setting(connection, _JUDGED) or "{}")
    found: dict[str, list[str]] = said["found"] if said.get("by") == program_name() else {}
    return found


def _faults(shelf: Shelf, one: Published, known: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    if one.files is None:
        return (Sentence("it has not arrived completely; it is asked for when you send next"),)
    if one.digest not in known:
        return fitness.faults(shelf, one.kind, one.files)
    return tuple(recalled(fault) for fault in known[one.digest])


def _library(shelf: Shelf, published: Mapping[str, tuple[Published, ...]]) -> Library:
    kinds, files = dict(shelf.shipped), dict[str, Files]()
    for name in shelf.shipped.keys() & published.keys():
        shipped = shelf.shipped[name]
        known = [kind for one in published[name] if (kind := _described(one)) is not None]
        forms = shipped.rules.forms.union(*(kind.rules.forms for kind in known))
        newest = next((one for one in published[name] if one.usable), None)
        kind = _described(newest) if newest is not None else None
        if kind is None or newest is None or newest.files is None or kind.form in shipped.rules.forms:
            kind = shipped
        else:
            files[name] = newest.files
        kinds[name] = replace(kind, folder=shipped.folder, rules=replace(shipped.rules, forms=forms))
    return Library(shelf.with_published(kinds, files), published)


def _described(one: Published) -> Kind | None:
    """What its kind.toml says; None where that is not here or says nothing."""
    try:
        return fitness.described(one.files, one.kind) if one.files is not None else None
    except KindError:
        return None
