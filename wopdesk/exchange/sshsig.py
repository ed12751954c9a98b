"""SSHSIG, the signature format of `ssh-keygen -Y sign`, for Ed25519 keys and SHA-512 alone (OpenSSH PROTOCOL.sshsig).

For one key, namespace and file there is exactly one text: it equals ssh-keygen's byte for byte, and no other is read.
"""

from __future__ import annotations

import base64
import binascii
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from wopdesk.records.ids import Key

_MAGIC = b"SSHSIG"
_KEY_TYPE = b"ssh-ed25519"
_HASH = b"sha512"
_BEGIN, _END = b"-----BEGIN SSH SIGNATURE-----\n", b"-----END SSH SIGNATURE-----\n"
_LINE = 70
_KEY_AT = len(_MAGIC) + 4 + 4 + 4 + len(_KEY_TYPE) + 4
_KEY_SIZE, _RAW_SIZE = 32, 64


class BadSignature(ValueError):
    """A signature that does not hold. The message is a clause, such as "it was made for another purpose"."""


def public_key(private: Ed25519PrivateKey) -> Key:
    """The raw public key as lower-case hex."""
    return Key(private.public_key().public_bytes_raw().hex())


def public_base64(key: Key) -> str:
    """The middle word of a line in a `.pub` or allowed-signers file."""
    return base64.b64encode(_public_blob(key)).decode()


def sign(private: Ed25519PrivateKey, data: bytes, namespace: str) -> bytes:
    """The `.sig` file for `data`, as `ssh-keygen -Y sign -n NAMESPACE` writes it."""
    return _armoured(public_key(private), namespace, private.sign(_signed_part(data, namespace)))


def verify(data: bytes, signature: bytes, namespace: str) -> Key:
    """The key that signed `data` for this namespace.

    Raises:
        BadSignature: not the one text that ssh-keygen would write, another namespace, or another file.
    """
    key, raw = _parse(signature, namespace)
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(raw, _signed_part(data, namespace))
    except (InvalidSignature, ValueError):
        raise BadSignature("it was made for other content or by another key") from None
    return key


def _parse(signature: bytes, namespace: str) -> tuple[Key, bytes]:
    body = signature.removeprefix(_BEGIN).removesuffix(_END).replace(b"\n", b"")
    try:
        blob = base64.b64decode(body, validate=True)
    except binascii.Error:
        raise BadSignature("it is not an SSH signature") from None
    key = Key(blob[_KEY_AT : _KEY_AT + _KEY_SIZE].hex())
    raw = blob[-_RAW_SIZE:]
    if _armoured(key, namespace, raw) != signature:
        raise BadSignature("it is not an Ed25519 signature for this purpose, written as OpenSSH writes it")
    return key, raw


def _armoured(key: Key, namespace: str, raw: bytes) -> bytes:
    inner = _string(_KEY_TYPE) + _string(raw)
    parts = (_public_blob(key), namespace.encode(), b"", _HASH, inner)
    text = base64.b64encode(_MAGIC + (1).to_bytes(4, "big") + b"".join(map(_string, parts)))
    lines = [text[start : start + _LINE] + b"\n" for start in range(0, len(text), _LINE)]
    return _BEGIN + b"".join(lines) + _END


def _signed_part(data: bytes, namespace: str) -> bytes:
    parts = (namespace.encode(), b"", _HASH, hashlib.sha512(data).digest())
    return _MAGIC + b"".join(map(_string, parts))


def _public_blob(key: Key) -> bytes:
    return _string(_KEY_TYPE) + _string(bytes.fromhex(key))


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data
