"""An empty form as a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.offices import run
from tests.reports.paper import read
from wopdesk.places import forms_folder


@pytest.mark.parametrize(("language", "word"), [("en", "Page 1 of"), ("ur", "1.1")])
def test_a_kind_is_printed_blank(tmp_path: Path, language: str, word: str) -> None:
    out = tmp_path / "blank.pdf"
    result = run("blank", "advice_note", "--out", out, "--language", language)
    assert result.exit_code == 0, result.stderr
    assert word in read(out.read_bytes()).text


def test_so_is_any_form(tmp_path: Path) -> None:
    out = tmp_path / "blank.pdf"
    assert run("blank", forms_folder() / "utility" / "form.md", "--out", out).exit_code == 0
    assert "Utility" in read(out.read_bytes()).text


def test_what_is_no_form_is_refused(tmp_path: Path) -> None:
    (tmp_path / "form.md").write_text("| survey |\n| | type | name | label |\n| | txt | a | A |\n")
    assert run("blank", tmp_path / "form.md", "--out", tmp_path / "x.pdf").exit_code == 1
    assert run("blank", "memoir", "--out", tmp_path / "x.pdf").exit_code == 1
    assert not (tmp_path / "x.pdf").exists()
