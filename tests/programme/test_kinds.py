import re
from pathlib import Path

import pytest

from wopdesk.places import forms_folder
from wopdesk.programme.datasets import PROVIDERS
from wopdesk.programme.kinds import KindError, form_id, load_kind, load_kinds
from wopdesk.records.digest import digest

KINDS = ("advice_note", "monthly_report", "partnership", "utility", "work_plan")
MONTHLY = (forms_folder() / "monthly_report" / "kind.toml").read_text(encoding="utf-8")


def _folder(tmp_path: Path, source: str, name: str = "monthly_report") -> Path:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "kind.toml").write_bytes(source.encode())
    (folder / "form.xml").write_bytes(b"<h:html/>\n")
    return folder


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_ours_can_be_read_and_names_lists_that_exist(tmp_path: Path, name: str) -> None:
    source = (forms_folder() / name / "kind.toml").read_text(encoding="utf-8")
    kind = load_kind(_folder(tmp_path, source, name))
    assert kind.kind == name
    assert kind.title.ur
    assert set(kind.datasets.values()) <= set(PROVIDERS)


def test_C322_01_monthly_report_goes_to_mentor_and_facilitator(tmp_path: Path) -> None:
    kind = load_kind(_folder(tmp_path, MONTHLY))
    assert kind.receives == ("mentor", "facilitator")
    assert kind.rules.founders == {"mentee"}
    assert kind.rules.reviewers == {"mentor", "facilitator"}
    assert kind.rules.decides == "facilitator"


def test_C322_03_one_report_per_month_drafted_in_the_team(tmp_path: Path) -> None:
    kind = load_kind(_folder(tmp_path, MONTHLY))
    assert kind.one_per == ("about/period",)
    assert (kind.rules.home, kind.rules.drafted) == ("partnership", "team")
    assert kind.due is not None
    assert (kind.due.every, kind.due.from_, kind.due.until) == ("month", "pilot/start", "pilot/end")


def test_C322_03_open_advice_fills_rows_by_item(tmp_path: Path) -> None:
    rows = load_kind(_folder(tmp_path, MONTHLY)).rows
    assert rows["advice/actions"].dataset == "open_advice"
    assert rows["advice/actions"].set == {"advice": "id"}


def test_a_kind_without_one_per_may_have_any_number_and_an_empty_one_means_one_per_space(tmp_path: Path) -> None:
    many = MONTHLY.replace('one_per   = ["about/period"]\n', "")
    assert load_kind(_folder(tmp_path, many)).one_per is None
    (tmp_path / "b").mkdir()
    one = MONTHLY.replace('["about/period"]', "[]", 1)
    assert load_kind(_folder(tmp_path / "b", one)).one_per == ()


def test_form_id_is_the_same_with_other_line_ends() -> None:
    assert form_id(b"<a>\r\n</a>", b"x\r\n") == form_id(b"<a>\n</a>", b"x\n") == digest("form", b"<a>\n</a>", b"x\n")


def test_former_forms_still_count(tmp_path: Path) -> None:
    former = "f" * 64
    kind = load_kind(_folder(tmp_path, re.sub(r"former +=.*", f'former = ["{former}"]', MONTHLY)))
    assert kind.rules.forms == {kind.form, former}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"facilitator"\nreceives', '"chairman"\nreceives', "unknown roles"),
        ('home      = "partnership"', 'home = "office"', "home"),
        ('from = "open_advice"', 'from = "open_advise"', "not named"),
        ('layout    = "monthly_report"\n', "", "missing"),
        ('layout    = "monthly_report"', 'layout = "monthly_report"\nlayuot = "x"', "unknown"),
        ('kind      = "monthly_report"', 'kind = "monthly"', "folder"),
        ("title     = { en", "title     = { fr", "languages"),
        ("signs     = [", "signs = [5, ", "a text was expected"),
        ('receives  = ["mentor", "facilitator"]', 'receives = "mentor"', "a list was expected"),
        ("[due]", "[previously]\n[due]\nfrom_=[", "nvalid|unknown"),
        ('set = { indicator = "id" }', 'set = "id"', "set is no table"),
        ('match  = { "work/activities" = "activity" }', "match = [3]", "match is no table"),
        ('rule  = "monthly"', "rule = 7", "a text was expected"),
        ('kind      = "monthly_report"', "kind = " + "[" * 5000, "nested"),
    ],
)
def test_a_wrong_kind_is_refused_with_its_file_and_fault(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in MONTHLY
    with pytest.raises(KindError, match=says):
        load_kind(_folder(tmp_path, MONTHLY.replace(old, new)))


def test_a_kind_without_compiled_form_is_refused(tmp_path: Path) -> None:
    folder = _folder(tmp_path, MONTHLY)
    (folder / "form.xml").unlink()
    with pytest.raises(KindError, match=r"form\.xml"):
        load_kinds(tmp_path)


def test_folders_without_kind_are_passed_over(tmp_path: Path) -> None:
    _folder(tmp_path, MONTHLY)
    (tmp_path / "media").mkdir()
    (tmp_path / "indicators.csv").touch()
    assert list(load_kinds(tmp_path)) == ["monthly_report"]
