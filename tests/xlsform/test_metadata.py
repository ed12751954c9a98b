"""What fills itself: metadata, what was saved last; and what is read and kept for others: audit, entities."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from tests.xlsform.written import form, survey
from wopdesk.xlsform.definition import Entity

NOW = datetime(2026, 10, 31, 9, 12, tzinfo=timezone(timedelta(hours=5)))
PERSON = {"username": "sample", "deviceid": "desk:1", "email": "a@example.org", "phonenumber": "042 111"}
METADATA = survey(
    "type | name | label",
    *(f"{kind} | {kind} |" for kind in ("start", "end", "today", *PERSON)),
    "audit | audit |",
    "text | q | Q",
)


def test_metadata_fills_itself_when_a_sheet_is_begun() -> None:
    sheet = form(METADATA).sheet(today=NOW, properties=PERSON)
    assert sheet.answers() == {"start": "2026-10-31T09:12:00.000+05:00", "today": "2026-10-31", **PERSON}
    assert [question.path for question in form(METADATA).questions] == ["q"]


def test_metadata_of_a_sheet_that_was_begun_stays() -> None:
    sheet = form(METADATA).sheet({"start": "2026-10-01T08:00:00.000+05:00"}, NOW, properties=PERSON)
    assert sheet.answers() == {"start": "2026-10-01T08:00:00.000+05:00"}


def test_the_end_is_noted_when_filling_ends() -> None:
    sheet = form(METADATA).sheet(today=NOW)
    assert sheet.finish(NOW + timedelta(minutes=48)) == {"end"}
    assert sheet.answers()["end"] == "2026-10-31T10:00:00.000+05:00"


def test_what_was_saved_last_is_proposed() -> None:
    shape = form(
        survey(
            "type | name | label | default | calculation",
            "text | scheme | Scheme | ${last-saved#scheme} |",
            "integer | reading | Reading | |",
            "calculate | used | | | ${reading} - ${last-saved#reading}",
        )
    )
    assert shape.lists == frozenset()
    assert shape.recalls
    assert not form(METADATA).recalls
    assert shape.sheet(fresh=True).answers() == {}
    sheet = shape.sheet(fresh=True, last_saved={"scheme": "Ravi", "reading": "100"})
    assert sheet.answers() == {"scheme": "Ravi"}
    sheet.set("reading", "130")
    assert sheet.computed() == {"used": "30"}


def test_a_form_knows_its_version_and_its_person() -> None:
    settings = "\n| settings |\n| | form_title | form_id | version |\n| | F | f | 7 |\n"
    lines = ("type | name | calculation", "calculate | v | version()", "calculate | who | property('username')")
    sheet = form(survey(*lines) + settings).sheet(properties=PERSON)
    assert sheet.computed() == {"v": "7", "who": "sample"}


def test_entities_are_read_and_kept() -> None:
    shape = form(
        survey("type | name | label | save_to", "text | name | Name | full_name", "integer | age | Age | age")
        + "\n| entities |\n| | list_name | label | create_if |\n| | people | ${name} | ${name} != '' |\n"
    )
    assert shape.entities == (Entity("people", creates=True, saves={"full_name": "name", "age": "age"}),)
    assert form(METADATA).entities == ()
