"""The ZIP: one writing for one content, and a reader that believes no header."""

from __future__ import annotations

import io
import struct
import subprocess
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wopdesk.exchange import archive
from wopdesk.exchange.archive import Member, deflated_digest, packed, read_archive, write_archive
from wopdesk.exchange.refusal import Refused
from wopdesk.records.digest import digest

NAMES = st.from_regex(r"[a-z0-9]{1,8}(/[a-z0-9._-]{1,8})?", fullmatch=True).filter(
    lambda name: ".." not in name and name.split("/")[-1][0].isalnum()
)
FILES = st.dictionaries(NAMES, st.binary(max_size=200) | st.text("ab", max_size=2000).map(str.encode), min_size=1)


@given(FILES)
def test_what_is_written_is_read(files: dict[str, bytes]) -> None:
    members = [packed(name, data, 6) for name, data in files.items()]
    assert {name: member.data for name, member in read_archive(write_archive(members)).items()} == files


@given(FILES)
def test_other_programs_read_it_too(files: dict[str, bytes]) -> None:
    written = write_archive([packed(name, data, 6) for name, data in files.items()])
    with zipfile.ZipFile(io.BytesIO(written)) as opened:
        assert opened.testzip() is None
        assert {info.filename: opened.read(info) for info in opened.infolist()} == {
            f"bundle/{name}": data for name, data in files.items()
        }


def test_unzip_tests_it(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(write_archive([packed("a/b.txt", b"text " * 100, 6), Member("z", b"\0")]))
    shown = subprocess.run(["unzip", "-t", path], capture_output=True, check=True, text=True)
    assert "No errors detected" in shown.stdout


def test_the_order_of_writing_does_not_matter() -> None:
    members = [packed(name, name.encode() * 50, 6) for name in "cab"]
    assert write_archive(members) == write_archive(members[::-1])


def test_the_cost_of_members_is_the_size_of_the_file() -> None:
    members = [packed(name, name.encode() * 50, 6) for name in ("a", "bb", "c/d")]
    assert sum(member.cost for member in members) + 22 == len(write_archive(members))


def test_what_does_not_shrink_or_shrinks_suspiciously_is_stored() -> None:
    assert packed("a", bytes(100_000), 6).stream is None
    assert packed("a", bytes(range(256)), 6).stream is None
    assert packed("a", b"text with words " * 20, 6).stream is not None


def test_the_digest_of_the_streams_covers_names_and_streams_in_name_order() -> None:
    members = [Member("b", b"x", b"2"), Member("a", b"y", b"1"), Member("c", b"z")]
    assert deflated_digest(members) == digest("deflated", "a", b"1", "b", b"2")


@pytest.mark.parametrize(
    "name",
    ["../up", "a/../../up", "a//b", "/root", "a/", "C:/x", "a\\b", "A", "na me", "\N{LATIN SMALL LETTER E WITH ACUTE}"],
)
def test_a_name_that_leads_outside_or_is_not_ours_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="name"):
        read_archive(write_archive([Member(name, b"x")]))


def test_a_name_outside_the_folder_is_refused() -> None:
    with pytest.raises(Refused, match="name"):
        read_archive(write_archive([Member("a", b"x")]).replace(b"bundle/a", b"sundle/a"))


def test_a_name_that_stands_twice_is_refused() -> None:
    one = Member("a", b"x")
    two = Member("a", b"x")
    with pytest.raises(Refused, match="twice"):
        read_archive(write_archive([one, two]))


def test_members_out_of_order_are_refused() -> None:
    parts = [Member("b", b"x"), Member("a", b"x")]
    local = b"".join(member.local() + member.body for member in parts)
    offsets = [0, len(local) // 2]
    central = b"".join(member.central(at) for member, at in zip(parts, offsets, strict=True))
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(central), len(local), 0)
    with pytest.raises(Refused, match="not in its place"):
        read_archive(local + central + end)


@pytest.mark.parametrize("size", [0, 1, 199, 201, 100_000, 2**32 - 1])
@pytest.mark.parametrize("member", [Member("a", b"t" * 200), packed("a", b"text with words." * 13, 6)])
def test_a_lying_size_is_refused(member: Member, size: int) -> None:
    file = bytearray(write_archive([member]))
    for place in (22, file.index(b"PK\x01\x02") + 24):
        file[place : place + 4] = struct.pack("<L", size)
    with pytest.raises(Refused):
        read_archive(bytes(file))


def bomb(size: int, declared: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    stream = packer.compress(bytes(size)) + packer.flush()
    file = bytearray(write_archive([Member("a", b"", stream)]))
    for place in (22, file.index(b"PK\x01\x02") + 24):
        file[place : place + 4] = struct.pack("<L", declared)
    return bytes(file)


@pytest.mark.parametrize("declared", [1000, 1_000_000, 8 * 1024 * 1024, 64 * 1024 * 1024])
def test_a_bomb_is_refused_before_it_grows(declared: int) -> None:
    file = bomb(64 * 1024 * 1024, declared)
    tracemalloc.start()
    try:
        with pytest.raises(Refused):
            read_archive(file)
        assert tracemalloc.get_traced_memory()[1] < 20 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_many_members_that_together_grow_too_large_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_archive([packed(name, b"text with words " * 40, 6) for name in "abcdef"])
    monkeypatch.setattr(archive, "TOTAL_LIMIT", 3000)
    with pytest.raises(Refused, match="too many files"):
        read_archive(file)


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_archive([Member(name, b"") for name in "abcdef"])
    monkeypatch.setattr(archive, "COUNT_LIMIT", 5)
    with pytest.raises(Refused, match="too many files"):
        read_archive(file)


def test_a_file_over_32_mb_is_refused_and_never_written() -> None:
    with pytest.raises(Refused, match="32 MB"):
        read_archive(bytes(archive.FILE_LIMIT + 1))
    with pytest.raises(ValueError, match="too large"):
        write_archive([Member(f"a{n}", bytes(8 * 1024 * 1024)) for n in range(4)])


@pytest.mark.parametrize(
    "change",
    [
        lambda file: b"\0" + file,
        lambda file: file + b"\0",
        lambda file: file[:-2] + b"\2\0hi",
        lambda file: file.replace(b"PK\x01\x02", b"gap PK\x01\x02"),
        lambda file: file + file,
        lambda file: file[:0] + b"PK\x05\x06" + bytes(18),
    ],
)
def test_gaps_comments_and_additions_are_refused(change: object) -> None:
    assert callable(change)
    with pytest.raises(Refused):
        read_archive(change(write_archive([Member("a", b"x" * 30)])))


@given(st.binary(max_size=300) | st.binary(max_size=100).map(lambda noise: b"PK\x03\x04" + noise))
def test_any_bytes_at_all_are_refused(noise: bytes) -> None:
    with pytest.raises(Refused):
        read_archive(noise)


def test_python_and_other_writers_are_not_ours() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as written:
        written.writestr("bundle/a", b"x")
    with pytest.raises(Refused):
        read_archive(target.getvalue())


def test_what_would_grow_more_than_a_hundredfold_is_refused() -> None:
    data = bytes(200_000)
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    stream = packer.compress(data) + packer.flush()
    with pytest.raises(Refused, match="hundredfold"):
        read_archive(write_archive([Member("a", data, stream)]))
