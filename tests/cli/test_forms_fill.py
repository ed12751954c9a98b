"""A form is tried without any desk: the state of every field is printed."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.offices import run, write_json

FORM = """
| settings |
| | form_title | form_id |
| | Sample form | sample |
| survey |
| | type | name | label | required | relevant | calculation | constraint |
| | begin_group | about | About |
| | integer | age | Age | yes | | | . < 150 |
| | text | school | School | | ${age} < 18 |
| | calculate | months | | | | ${age} * 12 |
| | end_group |
| | begin_repeat | visits | Visits |
| | date | day | Day |
| | end_repeat |
| | select_one yes_no | done | Done? |
| choices |
| | list_name | name | label |
| | yes_no | yes | Yes |
| | yes_no | no | No |
"""


def written(folder: Path) -> Path:
    file = folder / "form.md"
    file.write_text(FORM)
    return file


def test_every_field_has_its_state(tmp_path: Path) -> None:
    answers = write_json(tmp_path / "a.json", {"about/age": "200", "visits[one]/day": "2026-10-31", "gone/away": "x"})
    result = run("forms", "fill", written(tmp_path), "--answers", answers, "--json", "done=yes")
    assert result.exit_code == 0, result.stderr
    said = json.loads(result.stdout)
    fields = {one["path"]: one for one in said["fields"]}
    assert list(fields) == [
        "about",
        "about/age",
        "about/school",
        "about/months",
        "visits[one]",
        "visits[one]/day",
        "done",
        "meta",
        "meta/instanceID",
    ]
    assert fields["about/age"]["problem"]
    assert fields["about/age"]["required"]
    assert not fields["about/school"]["relevant"]
    assert fields["about/months"]["value"] == "2400"
    assert fields["done"]["choices"][1] == {"value": "no", "label": "No"}
    assert said["unplaced"] == {"gone/away": "x"}


def test_people_read_a_table(tmp_path: Path) -> None:
    result = run("forms", "fill", written(tmp_path), "gone=x")
    assert "about/age" in result.stdout
    assert "needed" in result.stdout
    assert "Without a place in this form: gone = x" in result.stdout


def test_a_faulty_form_is_refused(tmp_path: Path) -> None:
    (tmp_path / "form.md").write_text(FORM.replace("${age} < 18", "${age} <"))
    result = run("forms", "fill", tmp_path / "form.md")
    assert result.exit_code == 1
    assert "survey 9, relevant:" in " ".join(result.stderr.split())
