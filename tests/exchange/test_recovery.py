"""PWON's recovery kit as a file: whose it is, and what is said of one that cannot be opened."""

from __future__ import annotations

import base64
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wopdesk.exchange import keys, recovery
from wopdesk.exchange.refusal import Refused

KIT = recovery.make_kit(keys.from_seed(bytes(32)))
NEWER = b"b3BlbnNzaC1rZXktdjI"
"""`openssh-key-v2`, where each file begins with `openssh-key-v1`."""


def test_a_kit_says_whose_it_is_without_its_passphrase() -> None:
    assert recovery.root_of(KIT.file) == KIT.root


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"", "no recovery kit"),
        (b"%PDF-1.7", "no recovery kit"),
        (keys.from_seed(bytes(32)).openssh(), "no recovery kit"),
        (KIT.file + bytes(recovery.LARGEST), "no recovery kit"),
        (KIT.file[:-40], "damaged"),
        (KIT.file[:100] + KIT.file[150:], "damaged"),
        (KIT.file.replace(NEWER[:-1] + b"E", NEWER), "newer version"),
    ],
    ids=["empty", "paper", "unlocked", "huge", "cut", "bitten", "newer"],
)
def test_a_file_that_cannot_be_opened_is_told_as_what_it_is(file: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        recovery.open_kit(file, KIT.passphrase)


def test_another_passphrase_is_told_as_that() -> None:
    with pytest.raises(Refused, match="passphrase is another one"):
        recovery.open_kit(KIT.file, "0000 0000")


def within() -> bytes:
    """What stands in the file between its first line and its last."""
    return base64.b64decode(b"".join(KIT.file.splitlines()[1:-1]))


def around(blob: bytes) -> bytes:
    """A file in which this stands."""
    begin, *_, end = KIT.file.splitlines(keepends=True)
    return begin + base64.encodebytes(blob) + end


@pytest.mark.parametrize("rounds", [0, 2**31])
def test_a_kit_that_says_it_takes_years_to_open_is_damaged(rounds: int) -> None:
    salted = within().index(b"bcrypt") + len(b"bcrypt") + 4 + 4 + 16
    with pytest.raises(Refused, match="damaged"):
        recovery.root_of(around(within()[:salted] + rounds.to_bytes(4, "big") + within()[salted + 4 :]))


def test_a_kit_behind_which_something_follows_is_damaged() -> None:
    assert recovery.root_of(around(within())) == KIT.root
    with pytest.raises(Refused, match="damaged"):
        recovery.root_of(around(within() + bytes(4)))


def test_a_key_of_another_sort_is_a_newer_kit() -> None:
    other = within().replace(b"ssh-ed25519", b"ssh-ed44800", 1)
    with pytest.raises(Refused, match="newer version"):
        recovery.root_of(around(other))


@given(at=st.integers(0, len(KIT.file) - 1), byte=st.integers(0, 255), size=st.integers(0, len(KIT.file)))
def test_any_bytes_are_a_kit_or_refused(at: int, byte: int, size: int) -> None:
    file = (KIT.file[:at] + bytes([byte]) + KIT.file[at + 1 :])[:size]
    with contextlib.suppress(Refused):
        assert len(recovery.root_of(file)) == len(KIT.root)
