"""Commands for those who edit forms."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.offices import run
from wopdesk.places import forms_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of one kind."""
    shutil.copytree(forms_folder() / "utility", tmp_path / "utility")
    return tmp_path


def test_our_own_forms_are_in_order() -> None:
    result = run("forms", "lint")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.count(": in order.") == len(list(forms_folder().glob("*/form.md")))


def test_every_fault_is_named_by_its_line(folder: Path) -> None:
    source = folder / "utility" / "form.md"
    lines = source.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if "| end_group |" in line)
    lines.insert(at, "| | calculate | wrong | | | | | | ${nobody} + |")
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    before = (folder / "utility" / "form.xml").read_bytes()
    for command in (("lint", str(source)), ("lint", "--folder", str(folder)), ("build", "--folder", str(folder))):
        result = run("forms", *command)
        assert result.exit_code == 1
        assert f"survey {at + 1}, " in " ".join(result.stderr.split())
    assert (folder / "utility" / "form.xml").read_bytes() == before


def test_build_writes_what_is_missing(folder: Path) -> None:
    compiled = folder / "utility" / "form.xml"
    before = compiled.read_bytes()
    compiled.write_bytes(b"old")
    assert run("forms", "lint", "utility", "--folder", folder).exit_code == 1
    assert "utility: compiled." in run("forms", "build", "--folder", folder).stdout
    assert compiled.read_bytes() == before
    assert "was up to date" in run("forms", "build", "utility", "--folder", folder).stdout


def test_an_unknown_kind_is_refused(folder: Path) -> None:
    assert run("forms", "build", "memoir", "--folder", folder).exit_code == 1
    assert run("forms", "lint", "--folder", folder / "utility").exit_code == 1


def test_what_kind_toml_says_of_questions_that_are_gone_is_named(tmp_path: Path) -> None:
    place = Path(shutil.copytree(forms_folder() / "monthly_report", tmp_path / "monthly_report"))
    source = (place / "form.md").read_text(encoding="utf-8")
    (place / "form.md").write_text(source.replace("| period |", "| month |").replace("${period}", "${month}"))
    assert run("forms", "build", "--folder", tmp_path).exit_code == 0
    result = run("forms", "lint", "--folder", tmp_path)
    assert result.exit_code == 1
    said = " ".join(result.stderr.split())
    assert "kind.toml, one_per: the form has no question about/period" in said
    assert "kind.toml, previous: the form has no question about/period" in said


def test_lists_that_nobody_brings_are_named(tmp_path: Path) -> None:
    place = Path(shutil.copytree(forms_folder() / "monthly_report", tmp_path / "monthly_report"))
    kind = place / "kind.toml"
    kind.write_text(kind.read_text(encoding="utf-8").replace("month                =", "months               ="))
    said = " ".join(run("forms", "lint", "--folder", tmp_path).stderr.split())
    assert "the form reads a list month, and nothing says where it comes from" in said
    assert "the form reads no list months" in said


def test_what_runs_here_and_not_in_collect_is_said_and_no_fault(folder: Path) -> None:
    source = folder / "utility" / "form.md"
    text = source.read_text(encoding="utf-8")
    at = text.splitlines().index(next(line for line in text.splitlines() if "| end_group |" in line))
    lines = text.splitlines()
    lines.insert(at, "| | calculate | rounded | | | | | | | ceiling(2.5) |")
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run("forms", "build", "--folder", folder).exit_code == 0
    for target in (("utility", "--folder", folder), (source,)):
        result = run("forms", "lint", *target)
        assert result.exit_code == 0
        said = " ".join(result.stdout.split())
        assert f"survey {at + 1}, calculation: ODK Collect does not know ceiling() (it runs here)" in said
