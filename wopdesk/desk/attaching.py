"""A file on its way into a record: a photo is made small, and what its camera noted answers the questions beside it."""

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


@dataclass(frozen=True)
class Prepared:
    """A file as it is kept.

    Attributes:
        data: its bytes.
        blob: their SHA-256.
        beside: answers to `taken` and `place` beside the photo, by path, where they are asked and open.
    """

    data: bytes
    blob: str
    beside: Mapping[str, str]


def prepare(form: Form, path: str, file: tuple[bytes, str], known: Mapping[str, str]) -> Prepared:
    """Make a file ready to be the answer of a question.

    Args:
        form: the record's.
        path: the question's, rows named by ids.
        file: its bytes and its name.
        known: answers by path; they are not overwritten.

    Raises:
        DeskFault: the question takes no file, or the file is no picture.
    """
    kind_of_file = questions.type_of(form, path)
    if kind_of_file not in FILES:
        raise DeskFault(
            Sentence("{path} does not take a file.", path=paths.template(path)),
            "Choose a question for a photo or file.",
        )
    if kind_of_file != "image":
        return Prepared(file[0], sha256(file[0]), {})
    photo = photos.prepare(*file)
    return Prepared(photo.jpeg, sha256(photo.jpeg), _beside(photo, path, form, known))


def _beside(photo: Photo, path: str, form: Form, known: Mapping[str, str]) -> dict[str, str]:
    group = path.rpartition("/")[0]
    asked = {question.path for question in form.questions}
    noted = {"taken": photo.taken.isoformat() if photo.taken else "", "place": photo.place}
    answers = {f"{group}/{name}": text for name, text in noted.items() if text}
    return {one: text for one, text in answers.items() if paths.template(one) in asked and not known.get(one)}


def attached(desk: Desk, blob: str) -> bytes:
    """A picture that a record here names, as a JPEG to be shown; empty while its bytes have not arrived."""
    with desk.store.reading() as connection:
        data = reading.blob(connection, blob)
    return photos.shown(data) if data else b""
