"""Whatever happens to a bundle on its way, it is refused in words, and nothing of it is taken."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.zips import packed_again, with_member
from wopdesk.exchange import archive, bag
from wopdesk.exchange.archive import Member, read_archive, write_archive
from wopdesk.exchange.bag import Fixity
from wopdesk.exchange.bundle import Bundle, write
from wopdesk.exchange.keys import SigningKey
from wopdesk.exchange.opening import read
from wopdesk.exchange.payload import CHUNK, pieces_of
from wopdesk.exchange.refusal import Refused
from wopdesk.exchange.signed import SEGMENT, STATEMENT, Signed, sign
from wopdesk.records.digest import sha256
from wopdesk.records.text import canonical


def refused(data: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        read(data)
    return caught.value


def signed_anew(file: bytes, key: SigningKey, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The bundle after a sender who cheats changed its payload and sealed it again, manifests, signature and all."""
    files = {name: member.data for name, member in read_archive(file).items()}
    change(files)
    payload = {name: data for name, data in files.items() if name.startswith("data/")}
    envelope = files["bundle.json"]
    fixities = {name: Fixity(sha256(data), len(data)) for name, data in payload.items()}
    tags = bag.tag_files(read(file).envelope, fixities, archive.deflated_digest([]))
    tags["bundle.json"] = envelope
    tags |= {bag.SIGNATURE: key.sign(tags[bag.TAG_MANIFEST], bag.NAMESPACE)}
    extra = {name: data for name, data in files.items() if name not in tags}
    return write_archive([Member(name, data) for name, data in (tags | extra).items()])


def flipped(file: bytes, place: int, bit: int) -> bytes:
    return file[:place] + bytes([file[place] ^ (1 << bit)]) + file[place + 1 :]


def test_every_byte_counts(file: bytes) -> None:
    for place in range(len(file)):
        refused(flipped(file, place, place % 8))


@pytest.mark.long
def test_every_bit_counts(file: bytes) -> None:
    for place in range(len(file)):
        for bit in range(8):
            refused(flipped(file, place, bit))


def test_another_deflate_of_the_same_files_is_refused(file: bytes) -> None:
    again = packed_again(file, 9)
    assert again != file
    assert {name: m.data for name, m in read_archive(again).items()} == {
        name: m.data for name, m in read_archive(file).items()
    }
    refused(again)


def test_a_bundle_cut_short_is_refused(file: bytes) -> None:
    for step in range(200):
        refused(file[: len(file) * step // 200])


def test_each_file_taken_out_is_missed(file: bytes) -> None:
    for name in read_archive(file):
        refused(with_member(file, name, None))


def test_each_file_emptied_is_noticed(file: bytes) -> None:
    for name in read_archive(file):
        refused(with_member(file, name, b""))


@pytest.mark.parametrize(
    "name", ["data/blobs/" + "a" * 64, "data/other", "readme.txt", "fetch.txt", "data/segments/x.ndjson", "zzz"]
)
def test_a_file_put_in_is_noticed(file: bytes, name: str) -> None:
    refused(with_member(file, name, b"surplus"))


def test_a_bundle_sealed_by_a_stranger_is_refused(file: bytes, stranger: SigningKey) -> None:
    manifest = read_archive(file)[bag.TAG_MANIFEST].data
    other = with_member(file, bag.SIGNATURE, stranger.sign(manifest, bag.NAMESPACE))
    assert "another key" in refused(other).happened


def test_a_signature_for_another_purpose_is_refused(file: bytes, key: SigningKey) -> None:
    manifest = read_archive(file)[bag.TAG_MANIFEST].data
    refused(with_member(file, bag.SIGNATURE, key.sign(manifest, SEGMENT)))


def test_the_cheating_sender_of_these_tests_can_seal(file: bytes, key: SigningKey) -> None:
    assert read(signed_anew(file, key, lambda _files: None)) == read(file)


CHEATS: dict[str, Callable[[dict[str, bytes]], object]] = {
    "unknown folder": lambda files: files.update({"data/other": b"x"}),
    "unlisted tag file": lambda files: files.update({"readme.txt": b"x"}),
    "blob under a wrong name": lambda files: files.update({"data/blobs/" + "a" * 64: b"x"}),
    "blob under no name": lambda files: files.update({"data/blobs/photo": b"x"}),
    "pieces that give another blob": lambda files: files.update(
        {"data/blobs/" + name: data for name, data in pieces_of("a" * 64, bytes(CHUNK + 1)).items()}
    ),
    "piece of a wrong size": lambda files: files.update({"data/blobs/" + "a" * 64 + ".1-2": b"x"}),
    "segment without signature": lambda files: files.pop(next(n for n in files if n.endswith(".ndjson.sig"))),
    "signature without segment": lambda files: files.pop(next(n for n in files if n.endswith(".ndjson"))),
    "signature alone": lambda files: files.update({"data/blobs/x.sig": b"x"}),
    "segment among statements": lambda files: files.update(
        {n.replace("segments", "statements"): files.pop(n) for n in [*files] if "segments" in n}
    ),
}


@pytest.mark.parametrize("cheat", CHEATS.values(), ids=CHEATS.keys())
def test_a_sender_who_cheats_is_refused(
    file: bytes, key: SigningKey, cheat: Callable[[dict[str, bytes]], None]
) -> None:
    refused(signed_anew(file, key, cheat))


def with_signed(bundle: Bundle, key: SigningKey, **changes: tuple[Signed, ...]) -> bytes:
    return write(dataclasses.replace(bundle, **changes), key)  # type: ignore[arg-type]


def test_a_segment_in_another_s_name_is_refused(bundle: Bundle, key: SigningKey, stranger: SigningKey) -> None:
    stolen = sign(bundle.segments[0].data, stranger, SEGMENT)
    assert "author" in refused(with_signed(bundle, key, segments=(stolen,))).happened


def test_a_statement_that_another_key_signed_again_is_refused(
    bundle: Bundle, key: SigningKey, stranger: SigningKey
) -> None:
    words = bundle.statements[0]
    assert words.signer == stranger.public
    again = sign(words.data, key, STATEMENT)
    assert "than it says" in refused(with_signed(bundle, key, statements=(again,))).happened


def test_a_signature_of_another_file_is_refused(bundle: Bundle, key: SigningKey) -> None:
    for namespace, kind in ((SEGMENT, "segments"), (STATEMENT, "statements")):
        original = getattr(bundle, kind)[0]
        moved = Signed(original.data, key.sign(b"another file", namespace), key.public)
        assert "signature inside" in refused(with_signed(bundle, key, **{kind: (moved,)})).happened


@pytest.mark.parametrize("data", [b"", b"no header\n", b'{"v":1}\nline\n', b"x" * (1024 * 1024 + 1)])
def test_a_segment_that_is_none_is_refused(bundle: Bundle, key: SigningKey, data: bytes) -> None:
    refused(with_signed(bundle, key, segments=(sign(data, key, SEGMENT),)))


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b'{"v": 1}', b'{"b":1,"a":2}', b"\xff", canonical({"v": 1, "long": "x" * 1024 * 1024}), b"{" * 5000],
)
def test_a_statement_that_is_not_canonical_is_refused(bundle: Bundle, key: SigningKey, data: bytes) -> None:
    refused(with_signed(bundle, key, statements=(sign(data, key, STATEMENT),)))


def test_a_statement_of_a_type_to_come_is_relayed(bundle: Bundle, key: SigningKey) -> None:
    later = sign(canonical({"v": 2, "type": "unheard of"}), key, STATEMENT)
    assert read(with_signed(bundle, key, statements=(later,))).statements == (later,)


def test_a_bundle_of_a_later_version_says_so(file: bytes) -> None:
    later = read_archive(file)["bundle.json"].data.replace(b'"v":1', b'"v":2')
    assert "newer version" in refused(with_member(file, "bundle.json", later)).happened


def test_a_refusal_says_what_happened_what_is_safe_and_what_to_do(file: bytes) -> None:
    refusal = refused(file[:-1])
    for sentence in (refusal.happened, refusal.safe, refusal.next):
        assert sentence.endswith(".")
        assert sentence[0].isupper()


@given(st.data())
def test_any_damage_is_refused(file: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(file)))
    end = data.draw(st.integers(start, min(len(file), start + 200)))
    changed = file[:start] + data.draw(st.binary(max_size=100)) + file[end:]
    if changed != file:
        refused(changed)


@given(st.data())
def test_any_tag_file_is_refused(file: bytes, data: st.DataObject) -> None:
    tags = [name for name in read_archive(file) if not name.startswith("data/")]
    name = data.draw(st.sampled_from(tags))
    content = data.draw(st.binary(max_size=100) | st.text(max_size=100).map(str.encode))
    refused(with_member(file, name, content))
