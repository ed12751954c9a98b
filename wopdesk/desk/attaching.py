"""A file on its way into a record: a photo is made small, and what its camera noted answers the questions beside it.

Where a place on the map is asked, a photo is read for its place alone, and is not kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wopdesk.desk import paths, photos, questions
from wopdesk.desk.answering import FILES
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.desk.photos import Photo
from wopdesk.records.digest import sha256
from wopdesk.sentence import Sentence
from wopdesk.store import reading
from wopdesk.xlsform import Form

_POINT = "geopoint"


@dataclass(frozen=True)
class Prepared:
    """A file as an answer.

    Attributes:
        answer: the SHA-256 of what is kept, or the place that a photo says.
        blobs: what is kept, by SHA-256.
        beside: answers to `taken`, `place` and the place on the map beside a photo, by path, where they are asked and
            nothing stands there.
    """

    answer: str
    blobs: Mapping[str, bytes]
    beside: Mapping[str, str]

    @classmethod
    def of(cls, data: bytes, beside: Mapping[str, str]) -> Prepared:
        """A file that is kept."""
        blob = sha256(data)
        return cls(blob, {blob: data}, beside)


def prepare(form: Form, path: str, file: tuple[bytes, str], known: Mapping[str, str]) -> Prepared:
    """Make a file ready to be the answer of a question.

    Args:
        form: the record's.
        path: the question's, rows named by ids.
        file: its bytes and its name.
        known: answers by path; they are not overwritten.

    Raises:
        DeskFault: the question takes no file, the file is no picture, or says no place where one is asked.
    """
    kind_of_file = questions.type_of(form, path)
    if kind_of_file == _POINT:
        return Prepared(_place_in(*file), {}, {})
    if kind_of_file not in FILES:
        raise DeskFault(
            Sentence("{path} does not take a file.", path=paths.template(path)),
            "Choose a question for a photo or file.",
        )
    if kind_of_file != "image":
        return Prepared.of(file[0], {})
    photo = photos.prepare(*file)
    return Prepared.of(photo.jpeg, _beside(photo, path, form, known))


def _place_in(data: bytes, name: str) -> str:
    """The place of a photo as a place on the map.

    Raises:
        DeskFault: it is no picture, or its camera noted no place.
    """
    place = photos.prepare(data, name).place
    if not place:
        raise DeskFault(
            Sentence("{name} does not say where it was taken.", name=name or Sentence("The photo")),
            "Choose the photo as the camera saved it, with its place switched on: WhatsApp takes the place away.",
        )
    return _on_the_map(place)


def _on_the_map(place: str) -> str:
    """A place as XForm text; height and accuracy are not known."""
    return f"{place.replace(',', '')} 0 0"


def _beside(photo: Photo, path: str, form: Form, known: Mapping[str, str]) -> dict[str, str]:
    group = path.rpartition("/")[0]
    around = paths.template(path).rpartition("/")[0]
    types = {name: one.type for one in form.questions for at, _, name in [one.path.rpartition("/")] if at == around}
    point = next((name for name, kind in types.items() if kind == _POINT), "place")
    noted = {"taken": photo.taken.isoformat() if photo.taken else "", "place": photo.place}
    if photo.place and types.get(point) == _POINT:
        noted[point] = _on_the_map(photo.place)
    beside = {f"{group}/{name}" if group else name: text for name, text in noted.items() if text and name in types}
    return {one: text for one, text in beside.items() if not known.get(one)}


def attached(desk: Desk, blob: str) -> bytes:
    """A picture that a record here names, as a JPEG to be shown; empty while its bytes have not arrived."""
    with desk.store.reading() as connection:
        data = reading.blob(connection, blob)
    return photos.shown(data) if data else b""
