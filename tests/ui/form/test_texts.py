import pytest
from hypothesis import given
from hypothesis import strategies as st

from wopdesk.ui.form.days import month_passed, read_day
from wopdesk.ui.form.figures import read_number, write_number
from wopdesk.ui.form.rows import read_cells

NUMBER = st.from_regex(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?", fullmatch=True)


@given(NUMBER)
def test_a_number_is_the_same_after_writing_and_reading(value: str) -> None:
    assert read_number(write_number(value)) == value


@given(NUMBER)
def test_figures_of_urdu_are_the_same_numbers(value: str) -> None:
    assert read_number(value.translate(str.maketrans("0123456789.", "۰۱۲۳۴۵۶۷۸۹\u066b"))) == value


@given(st.text())
def test_what_is_no_number_or_day_is_never_lost(text: str) -> None:
    if not any(letter.isdigit() for letter in text):
        assert read_number(text) == text.strip()
        assert read_day(text) == text.strip()


@pytest.mark.parametrize(
    ("typed", "value"),
    [("742,000", "742000"), ("1 000.50", "1000.50"), (".5", ".5"), ("−3", "-3"), ("12x", "12x"), ("1.2.3", "1.2.3")],
)
def test_numbers_are_read_as_people_write_them(typed: str, value: str) -> None:
    assert read_number(typed) == value


def test_decimals_are_kept_as_typed() -> None:
    assert write_number("1234567.500") == "1,234,567.500"


@pytest.mark.parametrize(
    "typed",
    ["18/11/2026", "18-11-26", "18.11.2026", "18 Nov 2026", "18 november 2026", "18 نومبر 2026", "2026-11-18"],
)
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert read_day(typed) == "2026-11-18"


@pytest.mark.parametrize("typed", ["31/2/2026", "tomorrow", "18 xyz 2026", "2026"])
def test_what_is_no_day_stays_as_typed(typed: str) -> None:
    assert read_day(typed) == typed


def test_cells_of_excel_are_lines_and_tabs() -> None:
    assert read_cells("a\tb\r\nc\t\r\n") == [["a", "b"], ["c", ""]]


def test_a_quote_that_never_ends_does_not_keep_what_follows_out() -> None:
    lines = 'a"\t"b\n' + "c\td\n" * 40_000
    assert read_cells(lines) == [['a"', '"b'], *[["c", "d"]] * 40_000]


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("31/9/2026", "2026-09-30"),
        ("30-2-26", "2026-02-28"),
        ("30 Feb 2028", "2028-02-29"),
        ("2026-11-31", "2026-11-30"),
        ("32/9/2026", None),
        ("31/13/2026", None),
        ("31 Sample 2026", None),
        ("soon", None),
    ],
)
def test_a_day_that_its_month_has_not(typed: str, last: str | None) -> None:
    assert read_day(typed) == typed
    found = month_passed(typed)
    assert (None if found is None else found.toString("yyyy-MM-dd")) == last
