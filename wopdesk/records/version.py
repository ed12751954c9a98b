"""Versions: what a record said when it was submitted, immutable, named by its digest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wopdesk.records.digest import sha256
from wopdesk.records.ids import is_hex
from wopdesk.records.text import Unreadable, canonical, is_first, read_canonical

Texts = Mapping[str, str]
HIGHEST = 999_999
"""Of a version's number; one that follows it has the same."""
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")


@dataclass(frozen=True)
class Version:
    """One submitted state of a record.

    Attributes:
        number: 1 + the largest number of those it replaces.
        record: the record's id.
        form: id of the form under which it was filled.
        after: digests of the versions that it replaces.
        answers: relevant answers, by path.
        rows: row ids in order, by repeat.
        computed: calculated values, by path.
        shown: labels of chosen items, by path and language, for readers who lack the list.
        previous: the figures that stood beside the fields, by path.
    """

    number: int
    record: str
    form: str
    after: tuple[str, ...]
    answers: Texts = field(hash=False)
    rows: Mapping[str, tuple[str, ...]] = field(hash=False)
    computed: Texts = field(hash=False)
    shown: Mapping[str, Texts] = field(hash=False)
    previous: Texts = field(hash=False)

    @property
    def blob(self) -> bytes:
        """The canonical bytes; their SHA-256 is the version's digest."""
        members = dict(vars(self))
        members |= {"v": 1, "number": str(self.number), "after": list(self.after)}
        return canonical({**members, "rows": {repeat: list(ids) for repeat, ids in self.rows.items()}})

    @property
    def digest(self) -> str:
        """SHA-256 of the blob."""
        return sha256(self.blob)


def short_code(digest: str) -> str:
    """The part of a digest that paper shows, in groups of four: 64 bits, enough to tell copies apart, not to prove."""
    return " ".join(digest[start : start + 4] for start in range(0, 16, 4))


def read_version(data: bytes) -> Version:
    """The version in a blob.

    Raises:
        Unreadable: not a version that this program knows.
    """
    value = read_canonical(data)
    if not is_first(value.pop("v", None)):
        raise Unreadable("the version was written by a newer version of WOPDesk")
    number = value.get("number")
    if not isinstance(number, str) or not _NUMBER.fullmatch(number):
        raise Unreadable("the version has no number")
    if value.keys() != {"number", "record", "form", "after", "answers", "rows", "computed", "shown", "previous"}:
        raise Unreadable("the version lacks a member or has one too many")
    if not is_hex(value["record"]) or not is_hex(value["form"]) or not _texts(value["after"], list):
        raise Unreadable("the version does not say of which record, form and predecessors it is")
    if not all(_texts(value[name], dict) for name in ("answers", "computed", "previous")):
        raise Unreadable("the version's answers are not texts")
    if not _nested(value["rows"], list) or not _nested(value["shown"], dict):
        raise Unreadable("the version's rows or labels have the wrong shape")
    rows = {repeat: tuple(ids) for repeat, ids in value["rows"].items()}
    return Version(**{**value, "number": int(number), "after": tuple(value["after"]), "rows": rows})


def _texts(value: Any, shape: type) -> bool:  # noqa: ANN401 - a shape check
    items = value.values() if isinstance(value, dict) else value
    return isinstance(value, shape) and all(isinstance(item, str) for item in items)


def _nested(value: Any, shape: type) -> bool:  # noqa: ANN401 - a shape check
    return isinstance(value, dict) and all(_texts(item, shape) for item in value.values())
