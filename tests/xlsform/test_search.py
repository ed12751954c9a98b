"""`search()`: choices come from a file beside the form, as ODK Collect finds them there."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from tests.xlsform.written import form, survey
from wopdesk.cli.forms import forms
from wopdesk.xlsform import FormError, Sheet, load_xform
from wopdesk.xlsform.beside import lists_beside
from wopdesk.xlsform.bounds import MOST_LINES
from wopdesk.xlsform.loading import compiled_text

WELLS = [
    {
        "key": "w1",
        "name": "Deep well",
        "village": "Chak 7",
        "name_ur": "گہرا کنواں",
        "district": "Kasur",
        "photo": "a.png",
    },
    {"key": "w2", "name": "Old well", "village": "Bala", "name_ur": "پرانا کنواں", "district": "Kasur", "photo": ""},
    {"key": "w3", "name": "New DEEP well", "village": "Kot", "name_ur": "", "district": "Okara", "photo": ""},
    {"key": "w3", "name": "New deep well again", "village": "Kot", "name_ur": "", "district": "Okara", "photo": ""},
]
HEADS = "| choices |\n| | list_name | name | label::English (en) | label::Urdu (ur) | image |\n"
CHOICES = HEADS + "| | wells | key | name | name_ur | photo |\n"


def source(looks: str, choices: str = CHOICES) -> str:
    lines = ("text | q | Q | س |", f"select_one wells | w | Which well? | کون سا؟ | {looks}")
    return survey("type | name | label::English (en) | label::Urdu (ur) | appearance", *lines) + "\n" + choices


def sheet(looks: str, answer: str = "", choices: str = CHOICES) -> Sheet:
    return form(source(looks, choices)).sheet({"q": answer}, datasets={"wells": WELLS})


def offered(looks: str, answer: str = "") -> list[str]:
    return [choice.value for choice in sheet(looks, answer).field("w").choices]


def test_all_rows_are_offered_once_each_with_value_label_and_picture_of_their_columns() -> None:
    field = sheet("minimal search('wells')").field("w")
    assert field.appearance == "minimal"
    assert [(one.value, one.label("en"), one.label("ur")) for one in field.choices] == [
        ("w1", "Deep well", "گہرا کنواں"),
        ("w2", "Old well", "پرانا کنواں"),
        ("w3", "New DEEP well", "w3"),
    ]
    assert [one.media["image"]() if one.media else "" for one in field.choices] == ["a.png", "", ""]


@pytest.mark.parametrize(
    ("looks", "answer", "found"),
    [
        ("search('wells', 'contains', 'name', ${q})", "deep", ["w1", "w3"]),
        ("search('wells', 'contains', 'name', ${q})", "", ["w1", "w2", "w3"]),
        ("search('wells', 'contains', 'name,village', ${q})", "bala", ["w2"]),
        ("search('wells', 'contains', 'name village', ${q})", "KOT", ["w3"]),
        ("search('wells', 'startswith', 'name', ${q})", "deep", ["w1"]),
        ("search('wells', 'startsWith', 'name', ${q})", "new d", ["w3"]),
        ("search('wells', 'endswith', 'name', ${q})", "again", ["w3"]),
        ("search('wells', 'endswith', 'village', ${q})", "7", ["w1"]),
        ("search('wells', 'matches', 'name', ${q})", "old WELL", ["w2"]),
        ("search('wells', 'matches', 'name', ${q})", "old", []),
        ("search('wells', 'matches', 'name', ${q})", "%d%well", ["w1", "w2", "w3"]),
        ("search('wells', 'matches', 'key', ${q})", "w_", ["w1", "w2", "w3"]),
        ("search('wells', 'contains', 'name', ${q}, 'district', 'Okara')", "deep", ["w3"]),
        ("search('wells', 'contains', 'name', '', 'district', ${q})", "Kasur", ["w1", "w2"]),
        ("search('wells', 'contains', '', '', 'district', ${q})", "kasur", []),
        ("search('wells.csv', 'contains', 'NAME', concat('d', ${q}))", "eep", ["w1", "w3"]),
        ("search('wells', 'contains', 'depth', ${q})", "1", []),
    ],
)
def test_what_is_looked_for_is_found_as_collect_finds_it(looks: str, answer: str, found: list[str]) -> None:
    assert offered(looks, answer) == found


LIKE = form(source("search('wells', 'matches', 'name', ${q})"))


@given(text=st.text("aAb\n%_ß", max_size=9), pattern=st.text("aAb\n%_ß%_", min_size=1, max_size=9))
@example("a" * 5000, "%".join("a" * 40) + "%b")
def test_a_pattern_is_read_as_sqlite_reads_it(text: str, pattern: str) -> None:
    wells = [{"key": "w1", "name": text}]
    found = [one.value for one in LIKE.sheet({"q": pattern}, datasets={"wells": wells}).field("w").choices]
    with closing(sqlite3.connect(":memory:")) as collect:
        ((alike,),) = collect.execute("SELECT ? LIKE ?", (text, pattern)).fetchall()
    assert found == (["w1"] if alike else [])


def test_further_columns_of_a_label_stand_behind_it_with_their_names() -> None:
    choices = HEADS + "| | wells | key | name, village,district | name_ur | |\n"
    labels = [one.label("en") for one in sheet("search('wells')", choices=choices).field("w").choices]
    assert labels[0] == "Deep well (village: Chak 7) (district: Kasur)"


def test_choices_that_are_numbers_stay_where_they_are() -> None:
    rows = ("0 | None | کوئی نہیں", "key | name | name_ur", "99 | Other | اور")
    choices = HEADS + "".join(f"| | wells | {row} | |\n" for row in rows)
    found = sheet("search('wells')", choices=choices).field("w").choices
    assert [one.value for one in found] == ["0", "w1", "w2", "w3", "99"]
    assert (found[0].label("en"), found[-1].label("ur")) == ("None", "اور")


def test_rows_come_in_the_order_of_the_column_sortby() -> None:
    wells = [{**row, "sortby": place} for row, place in zip(WELLS, ("10", "9", "", ""), strict=True)]
    filled = form(source("search('wells')")).sheet(datasets={"wells": wells})
    assert [one.value for one in filled.field("w").choices] == ["w2", "w1", "w3"]


def test_choices_follow_the_answers_that_are_looked_for() -> None:
    filled = sheet("search('wells', 'contains', 'name', ${q})", "deep")
    filled.set("w", "w1")
    assert filled.problems() == ()
    assert "w" in filled.set("q", "old")
    assert [unmet.lack for unmet in filled.problems()] == ["choice"]


def test_a_label_is_heard_whatever_is_looked_for_now() -> None:
    text = source("search('wells', 'contains', 'name', ${q})").replace(
        "| choices |", "| | calculate | said | | | |\n| choices |"
    )
    text = text.replace("| appearance |", "| appearance | calculation |").replace(
        "calculate | said | | | |", "calculate | said | | | | jr:choice-name(${w}, '${w}') |"
    )
    filled = form(text).sheet({"q": "deep", "w": "w3"}, datasets={"wells": WELLS})
    assert filled.computed()["said"] == "New DEEP well"


def test_a_list_that_nobody_brought_says_nothing_against_a_choice() -> None:
    shape = form(source("search('wells')"))
    assert shape.lists == {"wells"}
    assert shape.sheet({"w": "w7"}).problems() == ()


def test_an_xform_finds_the_same_as_its_xlsform() -> None:
    shape = load_xform(compiled_text(source("search('wells', 'contains', 'name', ${q})")))
    filled = shape.sheet({"q": "old"}, datasets={"wells": WELLS})
    assert [one.label("ur") for one in filled.field("w").choices] == ["پرانا کنواں"]


def kept(folder: Path, looks: str, columns: str = "key,name,name_ur,photo") -> Path:
    (folder / "form.md").write_text(source(looks), encoding="utf-8")
    (folder / "wells.csv").write_text(f'\ufeff{columns}\nw1,Deep well,گہرا,a.png\nw2,"Old, dry",,\n', encoding="utf-8")
    return folder / "form.md"


def test_a_file_beside_the_form_is_its_list(tmp_path: Path) -> None:
    kept(tmp_path, "search('wells')")
    shape = form(source("search('wells')"))
    filled = shape.sheet(datasets=lists_beside(shape, tmp_path))
    assert [one.label("en") for one in filled.field("w").choices] == ["Deep well", "Old, dry"]


def test_more_lines_than_a_list_has_are_refused_whatever_ends_them(tmp_path: Path) -> None:
    for end in ("\n", "\r", "\r\n"):
        (tmp_path / "wells.csv").write_bytes(("key,name" + end * (MOST_LINES + 1)).encode())
        with pytest.raises(FormError, match="lines; at most"):
            lists_beside(form(source("search('wells')")), tmp_path)


def test_a_file_without_rows_has_its_columns_all_the_same(tmp_path: Path) -> None:
    target = kept(tmp_path, "search('wells')")
    (tmp_path / "wells.csv").write_text("key,name,name_ur,photo\n", encoding="utf-8")
    assert CliRunner().invoke(forms, ["lint", str(target)]).exit_code == 0


def test_a_form_is_tried_with_the_files_beside_it(tmp_path: Path) -> None:
    target = kept(tmp_path, "search('wells', 'contains', 'name', ${q})")
    told = CliRunner().invoke(forms, ["fill", str(target), "q=deep", "--json"])
    assert told.exit_code == 0
    [well] = [field for field in json.loads(told.output)["fields"] if field["path"] == "w"]
    assert well["choices"] == [{"value": "w1", "label": "Deep well"}]


@pytest.mark.parametrize(
    ("looks", "columns", "says"),
    [
        ("search('pumps')", "key,name,name_ur,photo", "form: w: the file pumps.csv does not lie beside the form"),
        ("search('wells')", "id,name,name_ur,photo", "form: w: the file wells.csv has no column key"),
        ("search('wells')", "key,name,urdu,photo", "form: w: the file wells.csv has no column name_ur"),
        ("search('wells')", "key,name,name_ur,photo", "in order"),
    ],
)
def test_a_file_or_column_that_is_missing_is_told(tmp_path: Path, looks: str, columns: str, says: str) -> None:
    told = CliRunner().invoke(forms, ["lint", str(kept(tmp_path, looks, columns))])
    assert says in " ".join(told.output.split())
    assert bool(told.exit_code) == (says != "in order")
