"""A bundle comes back as it was sent, and stock tools accept it without us."""

from __future__ import annotations

import dataclasses
import io
import subprocess
import zipfile
from pathlib import Path

import bagit  # type: ignore[import-untyped]  # it ships no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wopdesk.exchange import keys
from wopdesk.exchange.bundle import Bundle, write, write_parts
from wopdesk.exchange.envelope import Envelope, Sender
from wopdesk.exchange.keys import SigningKey, allowed_signers
from wopdesk.exchange.opening import read
from wopdesk.exchange.payload import CHUNK, assemble, fits, pieces_of
from wopdesk.exchange.refusal import Refused
from wopdesk.exchange.signed import Signed, sign_segment
from wopdesk.records.digest import sha256
from wopdesk.records.ids import OfficeId, Space
from wopdesk.records.segment import Segment


def noise(seed: int, size: int) -> bytes:
    """Bytes that do not deflate."""
    out = bytearray()
    while len(out) < size:
        out += bytes.fromhex(sha256(b"%d %d" % (seed, len(out))))
    return bytes(out[:size])


@pytest.fixture
def unpacked(tmp_path: Path, file: bytes) -> Path:
    with zipfile.ZipFile(io.BytesIO(file)) as opened:
        opened.extractall(tmp_path)
    return tmp_path / "bundle"


def test_what_is_sent_is_received(file: bytes, bundle: Bundle) -> None:
    assert read(file) == bundle


def test_the_same_content_gives_the_same_bytes(file: bytes, bundle: Bundle, key: SigningKey) -> None:
    assert write(bundle, key) == file


def test_sha256sum_accepts_both_manifests(unpacked: Path) -> None:
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(["sha256sum", "--check", "--strict", "--quiet", manifest], cwd=unpacked, check=True)


def test_ssh_keygen_accepts_every_signature(unpacked: Path, key: SigningKey, stranger: SigningKey) -> None:
    signers = unpacked.parent / "signers"
    offices = [("wasa-sample", key.public), ("pwon", stranger.public)]
    signers.write_text(allowed_signers(offices, ["segment@wopdesk", "authority@wopdesk", "bundle@wopdesk"]))
    signatures = {
        unpacked / "tagmanifest-sha256.txt.sig": ("wasa-sample", "bundle@wopdesk"),
        next((unpacked / "data/segments").glob("*.sig")): ("wasa-sample", "segment@wopdesk"),
        next((unpacked / "data/statements").glob("*.sig")): ("pwon", "authority@wopdesk"),
    }
    for signature, (principal, namespace) in signatures.items():
        command: list[str | Path] = [
            "ssh-keygen",
            "-Y",
            "verify",
            "-f",
            signers,
            "-I",
            principal,
            "-n",
            namespace,
            "-s",
            signature,
        ]
        subprocess.run(command, input=signature.with_suffix("").read_bytes(), capture_output=True, check=True)
    assert len(list(unpacked.rglob("*.sig"))) == len(signatures)


def test_a_bagit_validator_accepts_it(unpacked: Path) -> None:
    bag = bagit.Bag(str(unpacked))
    assert bag.validate()
    assert bag.info["External-Identifier"] == "0123456789abcdef0123456789abcdef"
    assert bag.info["Bagging-Date"] == "2026-10-31"
    assert bag.info["Bag-Software-Agent"] == "WOPDesk 0.1.0"


def test_unzip_accepts_it(tmp_path: Path, file: bytes) -> None:
    path = tmp_path / "a.wopx"
    path.write_bytes(file)
    subprocess.run(["unzip", "-t", path], capture_output=True, check=True)


def test_photos_on_the_pages_are_left_out_and_taken_from_there(bundle: Bundle, key: SigningKey) -> None:
    photo = next(iter(bundle.blobs))
    file = write(bundle, key, leave_out={photo, "not in this bundle"})
    assert bundle.blobs[photo] not in file
    assert read(file, {photo: bundle.blobs[photo], "another": b"photo"}) == bundle
    with pytest.raises(Refused, match="photos"):
        read(file)
    with pytest.raises(Refused):
        read(file, {photo: b"another photo"})


def test_a_bundle_of_another_key_than_its_sender_is_not_written(bundle: Bundle, stranger: SigningKey) -> None:
    with pytest.raises(ValueError, match="sender"):
        write(bundle, stranger)


def test_an_envelope_that_nobody_could_read_is_not_written(bundle: Bundle, key: SigningKey) -> None:
    wrong = dataclasses.replace(bundle.envelope, at="yesterday")
    with pytest.raises(ValueError, match="its id or its time"):
        write(dataclasses.replace(bundle, envelope=wrong), key)


def test_a_blob_that_went_bad_is_not_written(bundle: Bundle, key: SigningKey) -> None:
    for name in ("a" * 64, "photo.jpg"):
        with pytest.raises(ValueError, match="blob"):
            write(dataclasses.replace(bundle, blobs={name: b"x"}), key)


def test_an_invitation_is_for_anybody(envelope: Envelope, key: SigningKey, statement: Signed) -> None:
    invitation = Bundle(dataclasses.replace(envelope, to=()), statements=(statement,))
    assert read(write(invitation, key)).envelope.to == ()


def test_entries_that_cannot_be_judged_are_no_reason_to_refuse(bundle: Bundle, key: SigningKey) -> None:
    space = Space("team", "1" * 32, key.public)
    odd = sign_segment(Segment(space, key.public, (), (b"\xff\xfe not even text".ljust(64), b"{".ljust(64))), key)
    received = read(write(dataclasses.replace(bundle, segments=(odd,)), key))
    assert received.segments == (odd,)


def test_a_file_of_lines_too_short_to_be_entries_is_refused_at_once(bundle: Bundle, key: SigningKey) -> None:
    nothing = Segment(Space("team", "1" * 32, key.public), key.public, (), (b"null",) * 200_000)
    data = write(dataclasses.replace(bundle, segments=(sign_segment(nothing, key),)), key)
    with pytest.raises(Refused, match="too short"):
        read(data)


def test_another_author_s_segment_is_relayed(bundle: Bundle, key: SigningKey, stranger: SigningKey) -> None:
    space = Space("team", "1" * 32, key.public)
    theirs = sign_segment(Segment(space, stranger.public, (), (b"line".ljust(64),)), stranger)
    received = read(write(dataclasses.replace(bundle, segments=(theirs,)), key))
    assert received.segments[0].signer == stranger.public


def test_a_segment_is_signed_by_its_author_only(key: SigningKey, stranger: SigningKey) -> None:
    with pytest.raises(ValueError, match="author"):
        sign_segment(Segment(Space("team", "1" * 32, key.public), key.public, (), (b"line",)), stranger)


@given(
    seed=st.binary(min_size=32, max_size=32),
    lines=st.lists(st.binary(min_size=64, max_size=120).filter(lambda line: b"\n" not in line), min_size=1, max_size=5),
    blobs=st.lists(st.binary(max_size=500), max_size=4),
    name=st.text(min_size=1, max_size=30).filter(str.isprintable),
)
@settings(max_examples=50)
def test_any_content_comes_back(seed: bytes, lines: list[bytes], blobs: list[bytes], name: str) -> None:
    key = keys.from_seed(seed)
    segments = [Segment(Space("team", "1" * 32, nonce * 32), key.public, (), tuple(lines)) for nonce in "ab"]
    signed = sorted((sign_segment(segment, key) for segment in segments), key=lambda signed: signed.id)
    sender = Sender(OfficeId("1" * 32), key.public, name)
    envelope = Envelope("f" * 32, sender, (), "2026-10-31T09:12:44Z", "WOPDesk 1")
    bundle = Bundle(envelope, tuple(signed), (), {sha256(blob): blob for blob in blobs})
    assert read(write(bundle, key)) == bundle


def test_parts_are_bundles_in_their_own_right(bundle: Bundle, key: SigningKey) -> None:
    blobs = {sha256(data): data for data in (noise(n, 40_000) for n in range(5))}
    large = dataclasses.replace(bundle, blobs=blobs)
    files = write_parts(large, key, limit=100_000)
    parts = [read(file) for file in files]
    assert all(len(file) <= 100_000 for file in files)
    assert [part.envelope.part for part in parts] == ["1/3", "2/3", "3/3"]
    assert len({part.envelope.id for part in parts}) == 3
    assert {blob for part in parts for blob in part.blobs} == set(blobs)
    assert [len(part.segments) for part in parts] == [1, 0, 0]
    assert all(part.envelope.have == bundle.envelope.have for part in parts)


def test_what_fits_is_one_part_and_equals_the_whole(bundle: Bundle, key: SigningKey, file: bytes) -> None:
    assert write_parts(bundle, key) == (file,)


def test_segments_stay_in_order_over_parts(bundle: Bundle, key: SigningKey) -> None:
    space = Space("team", "1" * 32, key.public)
    chain: list[Signed] = []
    for n in range(4):
        after = tuple(segment.id for segment in chain[-1:])
        chain.append(sign_segment(Segment(space, key.public, after, (noise(n, 20_000).hex().encode(),)), key))  # type: ignore[arg-type]
    files = write_parts(dataclasses.replace(bundle, segments=tuple(chain), blobs={}), key, limit=40_000)
    assert [segment for file in files for segment in read(file).segments] == chain
    assert len(files) == 4


def test_a_large_blob_travels_in_pieces_and_is_whole_again(bundle: Bundle, key: SigningKey) -> None:
    scan = noise(1, 2 * CHUNK + 1000)
    large = dataclasses.replace(bundle, blobs={sha256(scan): scan})
    assert read(write(large, key)) == large
    files = write_parts(large, key)
    assert all(len(file) < 7_000_000 for file in files)
    parts = [read(file) for file in files]
    assert not any(part.blobs for part in parts)
    pieces = {name: data for part in reversed(parts) for name, data in part.pieces.items()}
    assert assemble(pieces) == ({sha256(scan): scan}, {}, ())
    assert assemble(parts[0].pieces).waiting == parts[0].pieces
    relayed = dataclasses.replace(bundle, blobs={}, pieces=parts[0].pieces)
    assert read(write(relayed, key)).pieces == parts[0].pieces


def test_pieces_that_do_not_give_their_blob_are_named() -> None:
    pieces = pieces_of("a" * 64, bytes(CHUNK + 1))
    assert set(assemble(pieces).wrong) == set(pieces)


@pytest.mark.parametrize(
    ("name", "size", "right"),
    [
        ("a" * 64, 0, True),
        ("a" * 64, CHUNK, True),
        ("a" * 64, CHUNK + 1, False),
        ("a" * 64 + ".1-2", CHUNK, True),
        ("a" * 64 + ".1-2", 5, False),
        ("a" * 64 + ".2-2", 5, True),
        ("a" * 64 + ".2-2", 0, False),
        ("a" * 64 + ".3-2", 5, False),
        ("a" * 64 + ".1-1", 5, False),
        ("a" * 64 + ".01-2", CHUNK, False),
        ("photo", 5, False),
    ],
)
def test_a_piece_has_one_name_and_one_size(name: str, size: int, right: bool) -> None:  # noqa: FBT001 - a table's column
    assert fits(name, size) is right
