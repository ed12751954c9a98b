"""Attaching a file to a question: photos are made small, and what the camera noted becomes answers beside them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from wopdesk.desk import filing, filling, paths, photos
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import find_document

_IMAGE = "image"
_TAKEN, _PLACE = "taken", "place"
"""Questions beside a photo that the camera can answer."""


def attach_file(desk: Desk, record: str, path: str, file: Path) -> str:
    """Make a file the answer of a question; the SHA-256 under which it is kept.

    Raises:
        DeskFault: no such record or question, another office's record, or a picture that cannot be read.
        OSError: the file cannot be read.
    """
    data = file.read_bytes()
    document = find_document(desk, record)
    asked = {question.path: question.type for question in desk.shelf.form(document.kind.kind).questions}
    if asked.get(paths.template(path)) != _IMAGE:
        return filing.attach(desk, record, path, data)
    photo = photos.prepare(data, file.name)
    rows = filling.known_rows(desk, document)
    place = paths.named(path, rows)
    name = filing.attach(desk, record, place, photo.jpeg)
    noted = {_TAKEN: photo.taken.isoformat() if photo.taken else "", _PLACE: photo.place}
    beside = _beside(place, noted, find_document(desk, record).answers)
    known = {where: text for where, text in beside.items() if paths.template(where) in asked}
    if known:
        filing.answer(desk, record, known)
    return name


def _beside(path: str, noted: Mapping[str, str], answers: Mapping[str, str]) -> dict[str, str]:
    """What the camera noted, by path, where nobody answered it already."""
    group = path.rpartition("/")[0]
    found = {f"{group}/{name}" if group else name: text for name, text in noted.items() if text}
    return {where: text for where, text in found.items() if where not in answers}
