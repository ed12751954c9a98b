import pytest

from wopdesk.desk.likeness import look_alike


@pytest.mark.parametrize(
    "written",
    [
        "PWON",
        "pwon",
        "P W O N",
        "\N{CYRILLIC CAPITAL LETTER ER}WON",
        "PW\N{GREEK CAPITAL LETTER OMICRON}N",
        "PW0N",
        "PWON.",
        "\N{FULLWIDTH LATIN CAPITAL LETTER P}WON",
        "PWO\N{COMBINING DOT BELOW}N",
        "PW\N{ZERO WIDTH JOINER}ON",
    ],
)
def test_what_reads_like_a_name(written: str) -> None:
    assert look_alike("PWON", written)


def test_letters_of_arabic_that_look_like_those_of_urdu() -> None:
    assert look_alike("\u06a9رمچ\u06cc", "\u0643رمچ\u064a")


@pytest.mark.parametrize("other", ["PWO", "WASA Lahore", "", "…"])
def test_what_reads_otherwise(other: str) -> None:
    assert not look_alike("PWON", other)
    assert not look_alike("…", "")
