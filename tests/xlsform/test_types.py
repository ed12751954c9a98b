"""Every type of question loads, says its type, takes good answers and tells of bad ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.xlsform.written import TODAY, form, survey
from wopdesk.xlsform import Form, Sheet, load

CHOICES = """
| choices |
| | list_name | name | label | media::image |
| | pump | a | Centrifugal | a.png |
| | pump | b | Piston | |
"""
TYPES = (
    ("text", "text", "پانی", None),
    ("integer", "integer", "-12", "1.5"),
    ("decimal", "decimal", "2.5", "2,5"),
    ("date", "date", "2028-02-29", "2027-02-29"),
    ("time", "time", "14:30:00.000+05:00", "24:00"),
    ("dateTime", "datetime", "2026-10-31T14:30:00.000+05:00", "2026-10-31"),
    ("select_one pump", "select_one", "a", "c"),
    ("select_multiple pump", "select_multiple", "a b", "a c"),
    ("rank pump", "rank", "b a", "b x"),
    ("select_one_from_file pumps.csv", "select_one", "p1", "p9"),
    ("select_multiple_from_file pumps.csv", "select_multiple", "p1", "p9"),
    ("range", "range", "7", "11"),
    ("acknowledge", "acknowledge", "OK", None),
    ("image", "image", "photo.jpg", None),
    ("file", "file", "plan.pdf", None),
    ("audio", "audio", "note.mp3", None),
    ("video", "video", "leak.mp4", None),
    ("barcode", "barcode", "0123", None),
    ("geopoint", "geopoint", "31.5 74.3 217 4.5", "31.5"),
    ("geotrace", "geotrace", "31.5 74.3;31.6 74.3", "31.5 74.3"),
    ("geoshape", "geoshape", "0 0;0 1;1 1;0 0", "0 0;0 1;1 1"),
)


def asked(kind: str) -> Form:
    parameters = "start=1 end=10 step=3" if kind == "range" else ""
    return form(survey("type | name | label | parameters", f"{kind} | q | Q | {parameters}") + CHOICES)


def opened(kind: str) -> Sheet:
    return asked(kind).sheet(today=TODAY, datasets={"pumps": [{"name": "p1", "label": "Pump 1"}]})


@pytest.mark.parametrize(("kind", "type_", "good", "bad"), TYPES)
def test_a_type_is_filled(kind: str, type_: str, good: str, bad: str | None) -> None:
    shape, sheet = asked(kind), opened(kind)
    assert [question.type for question in shape.questions] == [sheet.field("q").type] == [type_]
    sheet.set("q", good)
    assert (sheet.answers(), sheet.problems()) == ({"q": good}, ())
    if bad is not None:
        sheet.set("q", bad)
        assert [unmet.path for unmet in sheet.problems()] == ["q"]
        assert sheet.field("q").value == bad
    sheet.set("q", "")
    assert (sheet.answers(), sheet.problems()) == ({}, ())


def test_a_note_is_no_question_and_what_is_hidden_is_not_asked() -> None:
    shape = form(
        survey("type | name | label | calculation", "note | n | Read | ", "hidden | h | |", "calculate | c | | 1")
    )
    assert [(question.path, question.type) for question in shape.questions] == [("n", "note")]
    sheet = shape.sheet()
    assert (sheet.field("n").readonly, sheet.field("h").type, sheet.field("c").type) == (True, "hidden", "calculate")


def test_a_place_typed_with_a_comma_is_written_as_odk_writes_it() -> None:
    sheet = opened("geopoint")
    sheet.set("q", " 31.5497,  74.3436 ")
    assert sheet.answers() == {"q": "31.5497 74.3436"}
    assert opened("geotrace").set("q", "31.5 74.3; 31.6 74.3;") == {"q"}


def test_a_range_knows_its_scale_also_downwards() -> None:
    sheet = form(survey("type | name | label | parameters", "range | q | Q | start=10 end=1 step=1")).sheet()
    assert dict(sheet.field("q").parameters) == {"start": "10", "end": "1", "step": "1"}
    sheet.set("q", "11")
    assert [unmet.lack for unmet in sheet.problems()] == ["constraint"]
    sheet.set("q", "1")
    assert sheet.problems() == ()


def test_another_choice_is_asked_for_in_words() -> None:
    sheet = form(survey("type | name | label", "select_one pump or_other | q | Q") + CHOICES).sheet()
    assert [choice.value for choice in sheet.field("q").choices] == ["a", "b", "other"]
    assert not sheet.field("q_other").relevant
    assert sheet.set("q", "other") == {"q", "q_other"}
    assert sheet.field("q_other").relevant


def test_choices_may_be_shuffled_by_a_seed() -> None:
    rows = "".join(f"| | many | c{number} | C{number} |\n" for number in range(12))
    listed = f"\n| choices |\n| | list_name | name | label |\n{rows}"
    shape = form(
        survey("type | name | label | parameters", "select_one many | q | Q | randomize=true seed=42") + listed
    )
    orders = {tuple(choice.value for choice in shape.sheet().field("q").choices) for _ in range(3)}
    assert len(orders) == 1
    assert orders != {tuple(f"c{number}" for number in range(12))}
    assert sorted(orders.pop()) == sorted(f"c{number}" for number in range(12))


def test_media_and_guidance_stand_beside_the_words() -> None:
    line = "select_one pump | q | Q | q.png | q.mp3 | Short | Long"
    shape = form(survey("type | name | label | media::image | media::audio | hint | guidance_hint", line) + CHOICES)
    field = shape.sheet().field("q")
    assert {sort: said() for sort, said in field.media.items()} == {"image": "q.png", "audio": "q.mp3"}
    assert (field.label(), field.hint(), field.guidance()) == ("Q", "Short", "Long")
    assert [{sort: said() for sort, said in choice.media.items()} for choice in field.choices] == [
        {"image": "a.png"},
        {},
    ]


EXTERNAL = survey(
    "type | name | label | choice_filter",
    "text | district | District |",
    "select_one_external village | home | Home | district=${district}",
)


def test_external_choices_are_carried_filtered_and_spoken() -> None:
    listed = """
| external_choices |
| | list_name | name | label::English (en) | label::Urdu (ur) | district |
| | village | v1 | One | ایک | lahore |
| | village | v2 | Two | دو | multan |
"""
    shape = form(EXTERNAL.replace("| label |", "| label::English (en) |") + listed)
    assert shape.lists == frozenset()
    sheet = shape.sheet()
    assert sheet.field("home").type == "select_one"
    assert sheet.set("district", "multan") == {"district", "home"}
    assert [(choice.value, choice.label("en")) for choice in sheet.field("home").choices] == [("v2", "Two")]
    sheet.set("home", "v1")
    assert [unmet.lack for unmet in sheet.problems()] == ["choice"]


def test_external_choices_that_are_not_carried_are_brought(tmp_path: Path) -> None:
    file = tmp_path / "form.xml"
    file.write_bytes(
        b'<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model><instance>'
        b'<data id="x"><home/></data></instance></model></h:head><h:body><input ref="/data/home" '
        b"""query="instance('village')/root/item[name != '']"><label>Home</label></input></h:body></h:html>"""
    )
    shape = load(file)
    assert shape.lists == {"village"}
    sheet = shape.sheet(datasets={"village": [{"name": "v", "label": "V"}]})
    assert [choice.label() for choice in sheet.field("home").choices] == ["V"]


def test_one_may_be_chosen_among_the_rows_of_a_repeat() -> None:
    sheet = form(
        survey(
            "type | name | label | calculation",
            "begin_repeat | staff | Staff |",
            "text | who | Who? |",
            "end_repeat | | |",
            "select_one ${who} | head | Head |",
            "calculate | said | | jr:choice-name(${head}, '${head}')",
        )
    ).sheet(rows={"staff": ["a", "b"]})
    assert sheet.set("staff[a]/who", "Sample Khan") >= {"head"}
    sheet.set("head", "Sample Khan")
    assert (sheet.problems(), sheet.shown()["head"], sheet.computed()) == (
        (),
        {"": "Sample Khan"},
        {"said": "Sample Khan"},
    )
    assert sheet.set("staff[a]/who", "Sample Bibi") >= {"head"}
    assert [choice.value for choice in sheet.field("head").choices] == ["Sample Bibi"]
    assert [unmet.lack for unmet in sheet.problems()] == ["choice"]


def test_the_label_of_a_choice_that_is_not_offered_any_more_is_not_said() -> None:
    sheet = form(
        survey(
            "type | name | label | choice_filter | calculation",
            "integer | most | Most | |",
            "begin_repeat | r | R | |",
            "select_one pump | q | Q | string-length(name) <= ${most} |",
            "calculate | said | | | jr:choice-name(${q}, '${q}')",
            "end_repeat | | | |",
        )
        + CHOICES
    ).sheet({"most": "1", "r[x]/q": "a"})
    assert sheet.computed() == {"r[x]/said": "Centrifugal"}
    assert sheet.set("most", "0") == {"most", "r[x]/q", "r[x]/said"}
    assert sheet.computed() == {}
