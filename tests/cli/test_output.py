"""Tables fit the terminal, and text from outside cannot steer it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wopdesk.cli.output import clean, table, wrapped

CELLS = st.lists(st.tuples(st.text(), st.text(), st.text()), min_size=1, max_size=5)


@given(rows=CELLS)
def test_a_table_is_never_wider_than_asked(rows: list[tuple[str, str, str]]) -> None:
    assert all(len(line) <= 60 for line in table(("One", "Two", "Three"), rows, 60))


@given(rows=CELLS)
def test_a_table_loses_no_letter(rows: list[tuple[str, str, str]]) -> None:
    printed = "".join("".join(table((), rows, 60)).split())
    assert sorted(printed) == sorted("".join(clean(cell) for row in rows for cell in row).replace(" ", ""))


def test_columns_stand_below_each_other() -> None:
    assert table(("Id", "Title"), [("7eaf", "Work plan"), ("1", "A")]) == ["Id    Title", "7eaf  Work plan", "1     A"]


@pytest.mark.parametrize("text", ["\x1b[2J", "\x9b31m", "a\rb", "\u202egnp.exe", "a\nb", "\x00", "\ud800"])
def test_control_characters_become_blanks(text: str) -> None:
    assert clean(text).isprintable()


def test_urdu_keeps_its_joiners() -> None:
    assert clean("واسا\N{ZERO WIDTH NON-JOINER}لاہور") == "واسا\N{ZERO WIDTH NON-JOINER}لاہور"


def test_a_long_path_is_not_broken() -> None:
    path = "/" + "folder-with-a-name/" * 8
    assert path in wrapped(f"Written: {path}").splitlines()
