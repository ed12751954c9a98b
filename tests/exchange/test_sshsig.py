"""Signatures are ssh-keygen's own, and nothing else is read."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wopdesk.exchange import keys, sshsig
from wopdesk.exchange.keys import SigningKey, allowed_signers
from wopdesk.exchange.sshsig import BadSignature, verify
from wopdesk.records.ids import Key

KEY = keys.from_seed(bytes(range(32)))
NAMESPACE = "bundle@wopdesk"


def ssh_keygen(*arguments: str | Path, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["ssh-keygen", *map(str, arguments)], input=data, capture_output=True, check=False)


@pytest.mark.parametrize("data", [b"", b"one line\n", bytes(100_000)])
@pytest.mark.parametrize("namespace", ["segment@wopdesk", "authority@wopdesk", "bundle@wopdesk"])
def test_our_signature_equals_ssh_keygens(tmp_path: Path, data: bytes, namespace: str) -> None:
    private, signed = tmp_path / "key", tmp_path / "file"
    private.write_bytes(KEY.openssh())
    private.chmod(0o600)
    signed.write_bytes(data)
    assert ssh_keygen("-Y", "sign", "-f", private, "-n", namespace, signed).returncode == 0
    assert (tmp_path / "file.sig").read_bytes() == KEY.sign(data, namespace)


def test_ssh_keygen_accepts_it_only_for_its_namespace_and_principal(tmp_path: Path) -> None:
    signers, signature = tmp_path / "signers", tmp_path / "sig"
    signers.write_text(allowed_signers([("wasa-sample", KEY.public)], ["bundle@wopdesk", "segment@wopdesk"]))
    signature.write_bytes(KEY.sign(b"content", NAMESPACE))

    def accepts(principal: str, namespace: str, data: bytes) -> bool:
        check = ("-Y", "verify", "-f", signers, "-I", principal, "-n", namespace, "-s", signature)
        return ssh_keygen(*check, data=data).returncode == 0

    assert accepts("wasa-sample", NAMESPACE, b"content")
    assert not accepts("wasa-other", NAMESPACE, b"content")
    assert not accepts("wasa-sample", "segment@wopdesk", b"content")
    assert not accepts("wasa-sample", NAMESPACE, b"contents")


def test_a_namespace_that_is_not_allowed_is_refused_by_ssh_keygen(tmp_path: Path) -> None:
    signers, signature = tmp_path / "signers", tmp_path / "sig"
    signers.write_text(allowed_signers([("wasa-sample", KEY.public)], ["bundle@wopdesk"]))
    signature.write_bytes(KEY.sign(b"content", "authority@wopdesk"))
    check = ("-Y", "verify", "-f", signers, "-I", "wasa-sample", "-n", "authority@wopdesk", "-s", signature)
    assert ssh_keygen(*check, data=b"content").returncode != 0


@pytest.mark.parametrize("principal", ["", "two words", "any*", "a,b", "!not", 'quo"te', "#remark", "line\nbreak"])
def test_a_principal_that_would_mean_more_is_not_written(principal: str) -> None:
    with pytest.raises(ValueError, match="allowed-signers"):
        allowed_signers([(principal, KEY.public)], [NAMESPACE])


@given(st.binary(max_size=300), st.binary(min_size=32, max_size=32))
def test_what_a_key_signed_is_told_from_anything_else(data: bytes, seed: bytes) -> None:
    key = keys.from_seed(seed)
    signature = key.sign(data, NAMESPACE)
    assert verify(data, signature, NAMESPACE) == key.public
    with pytest.raises(BadSignature):
        verify(data + b"\0", signature, NAMESPACE)
    with pytest.raises(BadSignature):
        verify(data, signature, "segment@wopdesk")


def test_every_changed_bit_of_a_signature_is_refused() -> None:
    signature = KEY.sign(b"content", NAMESPACE)
    for place in range(len(signature)):
        for bit in range(8):
            changed = bytearray(signature)
            changed[place] ^= 1 << bit
            with pytest.raises(BadSignature):
                verify(b"content", bytes(changed), NAMESPACE)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: text + b"\n",
        lambda text: text.rstrip(b"\n"),
        lambda text: b"\n" + text,
        lambda text: text.replace(b"\n", b" \n", 1),
        lambda text: text[:100] + b"\n" + text[100:],
        lambda text: text[:40],
        lambda text: text[:0],
        lambda text: text + text,
    ],
)
def test_another_writing_of_the_same_signature_is_refused(change: object) -> None:
    assert callable(change)
    with pytest.raises(BadSignature):
        verify(b"content", change(KEY.sign(b"content", NAMESPACE)), NAMESPACE)


@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_a_bad_signature(noise: bytes) -> None:
    with pytest.raises(BadSignature):
        verify(b"content", noise, NAMESPACE)


def test_another_key_type_and_another_hash_are_refused(tmp_path: Path) -> None:
    for arguments, hashing in ((("-t", "ecdsa"), ()), (("-t", "ed25519"), ("-O", "hashalg=sha256"))):
        private, signed = tmp_path / f"key-{arguments[1]}", tmp_path / f"file-{arguments[1]}"
        signed.write_bytes(b"content")
        ssh_keygen("-q", "-N", "", *arguments, "-f", private)
        ssh_keygen("-Y", "sign", "-f", private, "-n", NAMESPACE, *hashing, signed)
        with pytest.raises(BadSignature):
            verify(b"content", signed.with_suffix(".sig").read_bytes(), NAMESPACE)


def test_a_key_never_shows_its_secret_half() -> None:
    assert KEY.private.private_bytes_raw().hex() not in repr(KEY)
    assert "private" not in repr(SigningKey(KEY.private))


def test_the_public_key_is_the_one_openssh_prints(tmp_path: Path) -> None:
    private = tmp_path / "key"
    private.write_bytes(KEY.openssh())
    private.chmod(0o600)
    printed = ssh_keygen("-y", "-f", private).stdout.decode().split()
    assert keys.openssh_public(Key(KEY.public)).split() == printed[:2]
    assert sshsig.public_base64(KEY.public) == printed[1]
