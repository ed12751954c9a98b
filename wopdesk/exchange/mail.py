"""Mail files: drafts that a mail program opens ready to send, and the parts of those that came."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import SMTP

from wopdesk.exchange.refusal import too_large
from wopdesk.records.digest import digest

PART_LIMIT = 5000
"""How many lines may look like the start of a part."""
EFFORT_LIMIT = 16_000_000
"""Of reading a mail, in lines times the multiparts that it announces, each of which is looked for at every line."""
_LINE_EFFORT = 8
"""What a line costs besides."""
_HEAD = 64 * 1024
_FIELD = re.compile(rb"([!-9;-~]{1,76}):")
_KNOWN = {b"mime-version", b"content-type", b"received", b"from", b"to", b"date", b"subject", b"message-id"}
_TYPES = {".pdf": ("application", "pdf"), ".wopx": ("application", "zip")}


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a mail."""

    name: str
    data: bytes


def draft(to: Sequence[str], subject: str, text: str, attachments: Sequence[Attachment]) -> bytes:
    """An `.eml` that opens as an unsent message (X-Unsent), the same bytes each time."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if to:
        message["To"] = ", ".join(to)
    message["Subject"] = " ".join(subject.split())
    message.set_content(text)
    for file in attachments:
        main, sub = _TYPES.get(file.name[file.name.rfind(".") :], ("application", "octet-stream"))
        message.add_attachment(file.data, maintype=main, subtype=sub, filename=file.name)
    if attachments:
        message.set_boundary("=_" + digest("mail", *(file.data for file in attachments))[:32])
    return message.as_bytes()


def looks_like_mail(head: bytes) -> bool:
    """Whether a file begins like a mail: header lines up to a blank one, and one that mails have among them."""
    names: set[bytes] = set()
    for line in head[:_HEAD].split(b"\n"):
        if line in {b"", b"\r"}:
            return bool(names & _KNOWN)
        if line[:1] in {b" ", b"\t"}:
            continue
        field = _FIELD.match(line)
        if field is None and not line.startswith(b"From "):
            return False
        names.add(field[1].lower() if field else b"")
    return len(head) >= _HEAD and bool(names & _KNOWN)


def parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The leaves of a mail with the names they came under, through forwarded mails and nested multiparts.

    Raises:
        Refused: it would take so long to read that it was made to do harm.
    """
    effort = data.count(b"\n") * (data.lower().count(b"boundary=") + _LINE_EFFORT)
    if data.count(b"\n--") > PART_LIMIT or effort > EFFORT_LIMIT:
        raise too_large("the mail has more parts or lines than mails have")
    try:
        walked = list(message_from_bytes(data).walk())
    except RecursionError:
        raise too_large("the mail holds mails more deeply than mails do") from None
    for number, part in enumerate(walked, start=1):
        if not part.is_multipart():
            yield _name(part, number), _content(part)
        elif _is_packed_mail(part):
            yield _name(part, number), _unpacked(part)


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _is_packed_mail(part: Message) -> bool:
    """A forwarded mail in base64, which no standard allows and some gateways write."""
    return part.get_content_maintype() == "message" and str(part.get("Content-Transfer-Encoding")).lower() == "base64"


def _unpacked(part: Message) -> bytes:
    inner = part.get_payload(0)
    lines = _content(inner) if isinstance(inner, Message) else b""
    try:
        return base64.b64decode(lines)
    except binascii.Error:
        return b""


def _name(part: Message, number: int) -> str:
    name = part.get_filename() or ""
    return "".join(filter(str.isprintable, name)) or f"part {number}"
