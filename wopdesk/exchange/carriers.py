"""Bundles wherever they come in: as files, in ZIP files, mails, PDFs and folders, found by content, never by name."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wopdesk.exchange import age, archive, mail, msg, pdf
from wopdesk.exchange.bundle import Bundle
from wopdesk.exchange.keys import SigningKey
from wopdesk.exchange.opening import read
from wopdesk.exchange.refusal import Refused, too_large
from wopdesk.sentence import Sentence, reported

SIZE_LIMIT = 64 * 1024 * 1024
"""Of a carrier: 32 MB written in base64, and what a mail has besides."""
_DEPTH, _PARTS, _BYTES = 6, 2000, 4 * SIZE_LIMIT
_ENTRIES = 10_000
_FILES = 10_000
_HEAD = 64 * 1024
_ZIP = b"PK"
_CENTRAL = b"PK\x01\x02"
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    LookupError,
    EOFError,
    OSError,
)
"""What Python's reader is known to raise at hostile bytes."""


@dataclass(frozen=True)
class Found:
    """A bundle as it was found, not yet read.

    Attributes:
        where: the names on the way to it, outermost first.
        data: the `.wopx` file.
        photos: what lies on the pages of the PDF that it came in, by SHA-256.
    """

    where: tuple[str, ...]
    data: bytes
    photos: Mapping[str, bytes] = field(default_factory=dict)

    def read(self) -> Bundle:
        """The bundle, verified whole.

        Raises:
            Refused: and nothing else.
        """
        return read(self.data, self.photos)


@dataclass(frozen=True)
class Trouble:
    """A place in which there may have been a bundle, and why it was of no use."""

    where: tuple[str, ...]
    refused: Refused


@dataclass(frozen=True)
class Search:
    """What one file gave. Both are empty for a file that is nothing to us, such as a photo."""

    found: tuple[Found, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def search(data: bytes, name: str = "", keys: Sequence[SigningKey] = ()) -> Search:
    """The bundles in the bytes of one file.

    Args:
        data: any bytes at all.
        name: how to speak of it.
        keys: this installation's, to open what is encrypted to it.
    """
    looking = _Looking(keys)
    looking.into(data, (name,))
    return Search(tuple(looking.found.values()), tuple(looking.troubles))


def search_files(paths: Iterable[Path], keys: Sequence[SigningKey] = ()) -> Iterator[tuple[Path, Search]]:
    """The bundles in files and folders, file by file; a bad one does not hold up the others."""
    for file in files_in(paths):
        yield file, search_file(file, keys)


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files that are meant by files and folders."""
    return [file for path in paths for file in _files(path)]


def _files(path: Path) -> Iterable[Path]:
    if not path.is_dir():
        return (path,)
    found = sorted(file for file in path.rglob("*") if file.is_file() and not file.is_symlink())
    return found[:_FILES]


def search_file(path: Path, keys: Sequence[SigningKey] = ()) -> Search:
    """The bundles in one file; none in one that is nothing to us."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if not _may_carry(head):
                return Search()
            data = head + file.read(SIZE_LIMIT - len(head) + 1)
    except OSError as error:
        happened = Sentence("The file cannot be read ({reason}).", reason=reported(error))
        return Search((), (Trouble((path.name,), Refused(happened, next="Copy it to this computer and try again.")),))
    return search(data, path.name, keys)


def _may_carry(head: bytes) -> bool:
    marked = head.startswith((_ZIP, age.START, msg.START)) or pdf.START in head[:1024]
    return marked or mail.looks_like_mail(head)


class _Looking:
    """One search through one file, and how much of it is still allowed."""

    def __init__(self, keys: Sequence[SigningKey]) -> None:
        self.found: dict[bytes, Found] = {}
        self.troubles: list[Trouble] = []
        self._keys = keys
        self._parts = _PARTS
        self._bytes = _BYTES

    @property
    def _spent(self) -> bool:
        return self._parts < 0 or self._bytes < 0

    def into(self, data: bytes, where: tuple[str, ...]) -> None:
        """Look at one part; what is wrong with it is noted and stops nothing but itself."""
        try:
            self._spend(data, where)
            self._look(data, where)
        except Refused as refused:
            self._note(where, refused)

    def _note(self, where: tuple[str, ...], refused: Refused) -> None:
        self._parts -= 1
        self.troubles.append(Trouble(where, refused))

    def _spend(self, data: bytes, where: tuple[str, ...]) -> None:
        self._parts -= 1
        self._bytes -= len(data)
        if len(data) > SIZE_LIMIT or len(where) > _DEPTH or self._spent:
            raise too_large("it is larger, or packed more often, than what carries a bundle")

    def _look(self, data: bytes, where: tuple[str, ...]) -> None:
        if archive.looks_like_ours(data):
            self.found.setdefault(data, Found(where, data))
        elif data.startswith(age.START):
            self.into(age.decrypt(data, self._keys), (*where, "unlocked"))
        elif data.startswith(_ZIP):
            self._into_zip(data, where)
        elif pdf.START in data[:1024]:
            self._into_pdf(data, where)
        elif mail.looks_like_mail(data):
            self._each(mail.parts(data), where)
        elif data.startswith(msg.START):
            self._each(msg.parts(data), where)

    def _each(self, parts: Iterable[tuple[str, bytes]], where: tuple[str, ...]) -> None:
        for name, part in parts:
            if self._spent:
                return
            self.into(part, (*where, name))

    def _into_zip(self, data: bytes, where: tuple[str, ...]) -> None:
        with _opened_zip(data) as opened:
            for info in opened.infolist():
                if self._spent:
                    return
                if not info.filename.endswith("/") and info.compress_type in _METHODS:
                    self._into_member(opened, info, (*where, "".join(filter(str.isprintable, info.filename))))

    def _into_member(self, opened: zipfile.ZipFile, info: zipfile.ZipInfo, where: tuple[str, ...]) -> None:
        try:
            data = _zip_member(opened, info)
        except Refused as refused:
            self._note(where, refused)
        else:
            self.into(data, where)

    def _into_pdf(self, data: bytes, where: tuple[str, ...]) -> None:
        carried = pdf.carried(data)
        if not carried.bundles and (len(where) == 1 or pdf.names_us(data)):
            raise pdf.carries_nothing(data)
        for bundle in carried.bundles:
            self.found.setdefault(bundle, Found(where, bundle, carried.photos))


def _opened_zip(data: bytes) -> zipfile.ZipFile:
    if data.count(_CENTRAL) > _ENTRIES:
        raise too_large("the ZIP file holds too many files")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        raise Refused("The ZIP file is damaged.") from None


def _zip_member(opened: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        with opened.open(info) as member:
            return member.read(SIZE_LIMIT + 1)
    except _BROKEN:
        raise Refused("The file inside the ZIP file is damaged, or locked by a password.") from None
