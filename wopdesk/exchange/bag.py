"""The bag around a bundle's payload (BagIt, RFC 8493): every tag file follows from the content, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from wopdesk.exchange.envelope import Envelope
from wopdesk.records.digest import sha256

ENVELOPE = "bundle.json"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = "tagmanifest-sha256.txt.sig"
NAMESPACE = "bundle@wopdesk"
"""SSHSIG namespace of the sender's signature, which stands over the tag manifest."""
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class Fixity(NamedTuple):
    """What the manifest and the Oxum know of a payload file."""

    sha256: str
    size: int


def tag_files(envelope: Envelope, payload: Mapping[str, Fixity], deflated: str) -> dict[str, bytes]:
    """All tag files but the signature.

    Args:
        envelope: becomes bundle.json.
        payload: per name that starts with `data/`, whether it lies in the ZIP or on the pages of a PDF.
        deflated: `archive.deflated_digest` of the members in the ZIP, so that the signature covers them as they lie.
    """
    files = {
        "bag-info.txt": _bag_info(envelope, payload, deflated),
        "bagit.txt": _DECLARATION,
        ENVELOPE: envelope.data,
        MANIFEST: _manifest({name: fixity.sha256 for name, fixity in payload.items()}),
    }
    files[TAG_MANIFEST] = _manifest({name: sha256(data) for name, data in files.items()})
    return files


def _bag_info(envelope: Envelope, payload: Mapping[str, Fixity], deflated: str) -> bytes:
    octets = sum(fixity.size for fixity in payload.values())
    lines = (
        ("Bag-Software-Agent", envelope.app),
        ("Bagging-Date", envelope.at[:10]),
        ("External-Identifier", envelope.id),
        ("Payload-Oxum", f"{octets}.{len(payload)}"),
        ("Deflated-SHA256", deflated),
    )
    return "".join(f"{label}: {value}\n" for label, value in lines).encode()


def _manifest(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()
