"""An installation's signing key and the OpenSSH text that it is kept in. Knows no folder and no office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import bcrypt  # noqa: F401 - cryptography needs it for passphrases and would only say so at the first one
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_ssh_private_key,
)

from wopdesk.exchange import sshsig
from wopdesk.exchange.refusal import Refused
from wopdesk.records.ids import Key

_BCRYPT_ROUNDS = 32
_SAFE = "Your records are unchanged."


@dataclass(frozen=True)
class SigningKey:
    """An Ed25519 key that can sign. Its secret half never shows in a message."""

    private: Ed25519PrivateKey = field(repr=False)

    @cached_property
    def public(self) -> Key:
        """The raw public key, 64 lower-case hex digits: the author of what this key signs."""
        return sshsig.public_key(self.private)

    def sign(self, data: bytes, namespace: str) -> bytes:
        """The `.sig` file for `data` in one of the format's namespaces."""
        return sshsig.sign(self.private, data, namespace)

    def openssh(self, passphrase: str = "") -> bytes:
        """The private key file as `ssh-keygen` reads it; encrypted by bcrypt where a passphrase is given."""
        return self.private.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, _encryption(passphrase))


def generate() -> SigningKey:
    """A new key from the operating system's randomness."""
    return SigningKey(Ed25519PrivateKey.generate())


def from_seed(seed: bytes) -> SigningKey:
    """The key of 32 secret bytes; for samples and tests that must come out the same each time."""
    return SigningKey(Ed25519PrivateKey.from_private_bytes(seed))


def read_openssh(data: bytes, passphrase: str = "") -> SigningKey:
    """The key in a private key file.

    Raises:
        Refused: not an Ed25519 key file, or the passphrase is wrong or missing.
    """
    try:
        private = load_ssh_private_key(data, passphrase.encode() or None)
    except TypeError:
        raise _refused(
            "The key is not locked by a passphrase." if passphrase else "The key is locked by a passphrase."
        ) from None
    except (ValueError, UnsupportedAlgorithm):
        raise _refused("The key file is damaged, or the passphrase is wrong.") from None
    if not isinstance(private, Ed25519PrivateKey):
        raise _refused("The file holds a key of another type than Ed25519.")
    return SigningKey(private)


def openssh_public(key: Key) -> str:
    """The line that OpenSSH and age know a public key by."""
    return f"ssh-ed25519 {sshsig.public_base64(key)}"


def allowed_signers(offices: Iterable[tuple[str, Key]], namespaces: Iterable[str]) -> str:
    """The file that `ssh-keygen -Y verify -f` needs: one line per key.

    Args:
        offices: (principal, key); the principal is the office's code or id, without blanks, commas or wildcards.
        namespaces: what these keys may sign.
    """
    option = f'namespaces="{",".join(namespaces)}"'
    return "".join(f"{_principal(name)} {option} {openssh_public(key)}\n" for name, key in offices)


def _principal(name: str) -> str:
    if not name or any(character in ' \t\r\n,*?!"#\\' for character in name):
        raise ValueError(f"{name!r} cannot stand in an allowed-signers file")
    return name


def _encryption(passphrase: str) -> KeySerializationEncryption:
    if not passphrase:
        return NoEncryption()
    return PrivateFormat.OpenSSH.encryption_builder().kdf_rounds(_BCRYPT_ROUNDS).build(passphrase.encode())


def _refused(happened: str) -> Refused:
    return Refused(happened, next="Try the passphrase again, or bring back the key from a backup.", safe=_SAFE)
