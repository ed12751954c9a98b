"""A second reader of bundles, from docs/format.md alone: the standard library and `ssh-keygen`, nothing of ours."""

import base64
import functools
import hashlib
import io
import json
import re
import struct
import subprocess
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

MIB = 1 << 20
PAYLOAD = re.compile(
    r"data/(?:segments/[0-9a-f]{64}\.ndjson(?:\.sig)?|statements/[0-9a-f]{64}\.json(?:\.sig)?"
    r"|blobs/[0-9a-f]{64}(?:\.[1-9][0-9]*-[1-9][0-9]*)?)"
)
TAGGED = ("bag-info.txt", "bagit.txt", "bundle.json", "manifest-sha256.txt")
STATEMENTS = {
    "authority": {"key"},
    "office": {"office", "code", "name", "key"},
    "join": {"office"},
    "admit": {"key", "spaces"},
    "member": {"space", "office", "role"},
    "cut": {"key", "spaces", "keep"},
    "close": {"author", "space", "segment"},
}


class Refused(Exception):
    """These bytes are not what the document allows."""


def need(condition: object, why: str) -> None:
    """Refuse unless it holds."""
    if not condition:
        raise Refused(why)


# Text and hashes


def sha256(data: bytes) -> str:
    """The digest of a file."""
    return hashlib.sha256(data).hexdigest()


def h(tag: str, *parts: str | bytes) -> str:
    """`H(tag, part …)`."""
    whole = hashlib.sha256()
    for part in ("wopdesk/1", tag, *parts):
        data = part.encode() if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


def row_of_item(record: str, row: str) -> str:
    """The row that stands for an item of another record."""
    return base64.b32encode(bytes.fromhex(h("row", record, row))).decode().lower()[:16]


def short_code(key: str) -> str:
    """What is read on the telephone."""
    bits = int(h("short code", key)[:15], 16)
    letters = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> shift & 31] for shift in range(55, -1, -5))
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    need(len(found) == len(pairs), "a member stands twice")
    need(all(name == "v" for name, value in pairs if isinstance(value, int)), "a number that is not v")
    return found


def _no(text: str) -> object:
    raise Refused(f"{text} is not allowed")


def read_json(data: bytes) -> object:
    """Strict JSON."""
    try:
        found: object = json.loads(data.decode(), object_pairs_hook=_once, parse_float=_no, parse_constant=_no)
        canonical(found).encode()
    except (ValueError, RecursionError) as wrong:
        raise Refused("no strict JSON") from wrong
    return found


def canonical(value: object) -> str:
    """RFC 8785, for what the format knows."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: str(name).encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{canonical(name)}:{canonical(value[name])}" for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def members(value: object, names: Iterable[str]) -> dict[str, object]:
    """An object with exactly these members, of version 1 where it has one."""
    if not isinstance(value, dict) or set(value) != set(names) or value.get("v", 1) != 1:
        raise Refused(f"not an object with {sorted(names)}")
    return value


def listed(value: object) -> list[object]:
    """A list."""
    if not isinstance(value, list):
        raise Refused("not a list")
    return value


def text(value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise Refused("not a text")
    return value


def texts(value: object) -> tuple[str, ...]:
    """A list of texts."""
    return tuple(map(text, listed(value)))


def ids(value: object) -> tuple[str, ...]:
    """A sorted list of ids."""
    found = texts(value)
    need(list(found) == sorted(set(found)), "ids are not sorted")
    return found


# The archive and the bag


class Entry(NamedTuple):
    """One member of the ZIP."""

    name: str
    method: int
    stream: bytes
    data: bytes


def archive(file: bytes) -> list[Entry]:
    """The members of a ZIP in which every byte that is not a stream follows from them."""
    need(len(file) <= 32 * MIB, "over 32 MiB")
    try:
        found = zipfile.ZipFile(io.BytesIO(file)).infolist()
    except (zipfile.BadZipFile, ValueError) as wrong:
        raise Refused("no ZIP") from wrong
    need(len(found) <= 20_000, "over 20,000 entries")
    need(sum(info.file_size for info in found) <= 128 * MIB, "over 128 MiB inflated")
    entries = [_entry(file, info) for info in found]
    names = [entry.name for entry in entries]
    need(names == sorted(set(names)), "not in order of name")
    need(zipped(entries) == file, "header bytes that do not follow from the content")
    return entries


def _entry(file: bytes, info: zipfile.ZipInfo) -> Entry:
    start = info.header_offset + 30 + len(info.filename.encode())
    stream = file[start : start + info.compress_size]
    need(info.file_size <= 8 * MIB and info.compress_type in (0, 8), f"{info.filename}: too large or packed otherwise")
    if not info.compress_type:
        return Entry(info.filename, 0, stream, stream)
    inflater = zlib.decompressobj(-15)
    try:
        data = inflater.decompress(stream, info.file_size + 1)
    except zlib.error as wrong:
        raise Refused(f"{info.filename}: no deflate stream") from wrong
    need(inflater.eof and not inflater.unused_data, f"{info.filename}: more or less than one stream")
    need(len(data) <= 100 * len(stream), f"{info.filename}: inflates more than a hundredfold")
    return Entry(info.filename, 8, stream, data)


def zipped(entries: Iterable[Entry]) -> bytes:
    """The only ZIP of these members."""
    entries, body, directory = list(entries), b"", b""
    for name, method, stream, data in entries:
        told = name.encode()
        about = (20, 0, method, 0, 0x21, zlib.crc32(data), len(stream), len(data), len(told), 0)
        end = (0, 0, 0, 0o100644 << 16, len(body))
        directory += struct.pack("<4sH5H3I2H", b"PK\1\2", 3 << 8 | 20, *about) + struct.pack("<3H2I", *end) + told
        body += struct.pack("<4s5H3I2H", b"PK\3\4", *about) + told + stream
    totals = (0, 0, len(entries), len(entries), len(directory), len(body), 0)
    return body + directory + struct.pack("<4s4H2IH", b"PK\5\6", *totals)


def bag(file: bytes, elsewhere: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a bag whose tag files all follow from its content; `elsewhere` are photos of the PDF around it."""
    entries = archive(file)
    need(all(entry.name.startswith("bundle/") for entry in entries), "a file beside the bag")
    files = {entry.name.removeprefix("bundle/"): entry.data for entry in entries}
    packed = [(entry.name.removeprefix("bundle/"), entry.stream) for entry in entries if entry.method]
    need(all(name.startswith("data/") for name, _ in packed), "a tag file is deflated")
    for line in files.get("manifest-sha256.txt", b"").decode().splitlines():
        digest, _, name = line.partition("  ")
        if digest in elsewhere:
            files.setdefault(name, elsewhere[digest])
    payload = sorted(name for name in files if name.startswith("data/"))
    need(all(map(PAYLOAD.fullmatch, payload)), "a payload file of another name")
    need(set(files) - set(payload) == {*TAGGED, "tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig"}, "tag files")
    deflated = h("deflated", *(part for name, stream in packed for part in (name, stream)))
    for name, expected in _tags(files, payload, deflated).items():
        need(files[name].decode() == expected, f"{name} is not what follows from the content")
    return files


def _tags(files: Mapping[str, bytes], payload: list[str], deflated: str) -> dict[str, str]:
    envelope = members(read_json(files["bundle.json"]), ENVELOPE)
    size = sum(len(files[name]) for name in payload)
    info = {
        "Bag-Software-Agent": envelope["app"],
        "Bagging-Date": text(envelope["at"])[:10],
        "External-Identifier": envelope["id"],
        "Payload-Oxum": f"{size}.{len(payload)}",
        "Deflated-SHA256": deflated,
    }
    return {
        "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": "".join(f"{label}: {value}\n" for label, value in info.items()),
        "bundle.json": canonical(envelope),
        "manifest-sha256.txt": "".join(f"{sha256(files[name])}  {name}\n" for name in payload),
        "tagmanifest-sha256.txt": "".join(f"{sha256(files[name])}  {name}\n" for name in TAGGED),
    }


def attached(pdf: bytes) -> tuple[bytes, dict[str, bytes]]:
    """The bundle that a PDF carries, and the photos of its pages by their SHA-256."""
    bundle, photos = b"", {}
    for found in re.finditer(rb"<<([^\n]*)/Length (\d+) >>\s*stream\r?\n", pdf):
        stream = pdf[found.end() : found.end() + int(found[2])]
        if b"/EmbeddedFile" in found[1]:
            bundle = zlib.decompress(stream) if b"/FlateDecode" in found[1] else stream
        elif b"/DCTDecode" in found[1] and b"/FlateDecode" not in found[1]:
            photos[sha256(stream)] = stream
    return bundle, photos


# Signatures


@functools.cache
def signer(data: bytes, signature: bytes, namespace: str) -> str:
    """The key that the signature names, after `ssh-keygen` verified it."""
    named = base64.b64decode(b"".join(signature.split(b"\n")[1:-2]))[10:65]
    public = named[4:]
    need(public[:15] == b"\0\0\0\x0bssh-ed25519", "no Ed25519 signature")
    with tempfile.TemporaryDirectory() as folder:
        allowed, beside = Path(folder) / "allowed", Path(folder) / "sig"
        allowed.write_bytes(b"it ssh-ed25519 " + base64.b64encode(public) + b"\n")
        beside.write_bytes(signature)
        command = ["ssh-keygen", "-Y", "verify", "-f", str(allowed), "-I", "it", "-n", namespace, "-s", str(beside)]
        asked = subprocess.run(command, input=data, capture_output=True, check=False)
    need(asked.returncode == 0, f"ssh-keygen: {asked.stderr.decode()}")
    return public[19:].hex()


# What travels

ENVELOPE = ("v", "id", "from", "to", "at", "have", "want", "part", "app")


class Op(NamedTuple):
    """One operation where it stands; a file as its value is a tuple of its SHA-256."""

    id: tuple[str, int]
    record: str
    field: str
    value: str | tuple[str] | None
    parents: frozenset[tuple[str, int]]


class Batch(NamedTuple):
    """One line."""

    id: str
    forms: Mapping[str, str]
    ops: tuple[Op, ...]


class Segment(NamedTuple):
    """One author's file in one space."""

    id: str
    author: str
    space: tuple[str, ...]
    after: tuple[str, ...]
    batches: tuple[Batch, ...]

    @property
    def space_id(self) -> str:
        """The space's id."""
        return h("space", *self.space)


class Statement(NamedTuple):
    """One statement and its signer; members that its type lacks are empty."""

    id: str
    signer: str
    type: str
    replaces: tuple[str, ...]
    told: Mapping[str, object]

    def text(self, name: str) -> str:
        """A member that is a text."""
        return text(self.told.get(name, ""))

    def texts(self, name: str) -> tuple[str, ...]:
        """A member that is a list of texts."""
        return texts(self.told.get(name, []))


@dataclass(frozen=True)
class Bundle:
    """What a file held, all of it verified."""

    id: str
    sender: str
    to: tuple[str, ...]
    segments: tuple[Segment, ...]
    statements: tuple[Statement, ...]
    blobs: Mapping[str, bytes]


def read(file: bytes) -> Bundle:
    """The bundle in a `.wopx` file or in the PDF that carries it."""
    inner, photos = attached(file) if file.startswith(b"%PDF") else (file, {})
    files = bag(inner, photos)
    sender, to = _envelope(read_json(files["bundle.json"]))
    by = signer(files["tagmanifest-sha256.txt"], files["tagmanifest-sha256.txt.sig"], "bundle@wopdesk")
    need(by == sender, "signed by somebody else")
    segments = tuple(_segment(*signed) for signed in _signed(files, "data/segments/", ".ndjson", "segment@wopdesk"))
    signed = _signed(files, "data/statements/", ".json", "authority@wopdesk")
    statements = tuple(one for one in (_statement(*each) for each in signed) if one)
    blobs = {name[11:]: data for name, data in files.items() if name.startswith("data/blobs/")}
    need(all(sha256(data) == name for name, data in blobs.items() if len(name) == 64), "a blob of another name")
    return Bundle(
        text(members(read_json(files["bundle.json"]), ENVELOPE)["id"]), sender, to, segments, statements, blobs
    )


def _envelope(value: object) -> tuple[str, tuple[str, ...]]:
    told = members(value, ENVELOPE)
    need(re.fullmatch(r"[0-9a-f]{32}", text(told["id"])), "no bundle's id")
    need(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text(told["at"])), "no UTC time to the second")
    need(re.fullmatch(r"[1-9]\d*/[1-9]\d*", text(told["part"])), "no part")
    for want in members(told["want"], ("segments", "blobs")).values():
        ids(want)
    for have in members(told["have"], dict(told["have"]) if isinstance(told["have"], dict) else ()).values():
        authors = members(have, ("statements", "authors"))["authors"]
        for key in members(authors, dict(authors) if isinstance(authors, dict) else ()).values():
            for some in members(key, ("heads", "also")).values():
                ids(some)
    return text(members(told["from"], ("office", "key", "name"))["key"]), ids(told["to"])


def _signed(files: Mapping[str, bytes], folder: str, end: str, namespace: str) -> Iterator[tuple[str, str, bytes]]:
    """Id, signer and bytes of each signed file in a folder."""
    for name in (name for name in files if name.startswith(folder) and name.endswith(end)):
        one = name.removeprefix(folder).removesuffix(end)
        need(sha256(files[name]) == one, f"{name} is not what its name says")
        need(f"{name}.sig" in files, f"{name} is not signed")
        yield one, signer(files[name], files[f"{name}.sig"], namespace), files[name]


def _segment(one: str, by: str, data: bytes) -> Segment:
    header, *lines = data.split(b"\n")
    told = members(read_json(header), ("after", "author", "space", "v"))
    need(canonical(told).encode() == header and lines and lines.pop() == b"" and len(data) <= MIB, "no segment")
    need(told["author"] == by, "a segment that its author did not sign")
    space = texts(told["space"])
    need(len(space) == 3 and space[0] in ("programme", "partnership", "team"), "no space")
    return Segment(one, by, space, ids(told["after"]), tuple(_batches(h("space", *space), by, lines)))


def _batches(space: str, author: str, lines: list[bytes]) -> Iterator[Batch]:
    """The lines that can be read; another one is held, and never refuses its bundle."""
    for line in lines:
        try:
            yield _batch(h("batch", space, author, line), line)
        except Refused:
            continue


def _batch(one: str, line: bytes) -> Batch:
    told = members(read_json(line), ("v", "at", "by", "forms", "ops"))
    forms = told["forms"]
    need(isinstance(forms, dict) and len(line) <= MIB // 2, "no batch")
    ops = tuple(_op((one, number), listed(op)) for number, op in enumerate(listed(told["ops"])))
    need(len({(op.record, op.field) for op in ops}) == len(ops), "a field twice in a batch")
    return Batch(
        one, {text(kind): text(form) for kind, form in dict(forms).items()} if isinstance(forms, dict) else {}, ops
    )


def _op(one: tuple[str, int], told: list[object]) -> Op:
    need(len(told) == 4, "no operation")
    parents = [text(parent).partition(":") for parent in listed(told[3])]
    need(len(parents) <= 1000, "over 1000 parents")
    value = (text(members(told[2], ("blob",))["blob"]),) if isinstance(told[2], dict) else told[2]
    if not isinstance(value, tuple | None):
        need(len(text(value).encode()) <= 65_536, "over 64 KiB")
        value = text(value)
    return Op(one, text(told[0]), text(told[1]), value, frozenset((batch, int(n)) for batch, _, n in parents))


def _statement(one: str, by: str, data: bytes) -> Statement | None:
    """A statement; None for a type that is not known here."""
    told = read_json(data)
    need(canonical(told).encode() == data and isinstance(told, dict), "not canonical")
    known = STATEMENTS.get(text(told["type"])) if isinstance(told, dict) else None
    if known is None or not isinstance(told, dict):
        return None
    if "member" in told:
        known = known - {"key"} | {"member"}
    members(told, {"v", "type", "by", "replaces", *known})
    need(told["by"] == by, "a statement that another key signed")
    return Statement(one, by, text(told["type"]), ids(told["replaces"]), told)
