"""ZIP files as others write them, and bundles that were rewritten by somebody: material for the readers' tests."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from wopdesk.exchange.archive import Member, read_archive, write_archive


def other_zip(files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP from Python's own writer, with whatever names."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as written:
        for name, data in files.items():
            written.writestr(zipfile.ZipInfo(name), data, compression)
    return target.getvalue()


def with_member(file: bytes, name: str, data: bytes | None) -> bytes:
    """The bundle with one member put in, replaced or (None) taken out, in a ZIP that our writer could have written."""
    members = read_archive(file)
    members.pop(name, None)
    if data is not None:
        members[name] = Member(name, data)
    return write_archive(members.values())


def packed_again(file: bytes, level: int) -> bytes:
    """The bundle with the same files, deflated by other means."""
    members = []
    for member in read_archive(file).values():
        packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        stream = packer.compress(member.data) + packer.flush()
        members.append(Member(member.name, member.data, stream if member.stream is not None else None))
    return write_archive(members)
