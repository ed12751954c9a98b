from dataclasses import asdict, fields

import pytest

from wopdesk.ui.theme import tokens


def luminance(code: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", tokens.THEMES)
@pytest.mark.parametrize(("front", "back", "least"), tokens.READABLE)
def test_what_stands_on_something_can_be_read(theme: str, front: str, back: str, least: float) -> None:
    colours = asdict(tokens.THEMES[theme])
    found = contrast(colours[front], colours[back])
    assert found >= least, f"{front} {colours[front]} on {back} {colours[back]}: {found:.2f}"


def test_every_colour_of_words_is_held_against_something() -> None:
    judged = {name for front, back, _ in tokens.READABLE for name in (front, back)}
    decoration = {"border", "border_strong", "nav_line", "grid"}
    assert {field.name for field in fields(tokens.Colours)} == judged | decoration


def test_distances_lie_on_a_grid_of_four() -> None:
    assert all(value % 4 == 0 for value in asdict(tokens.SPACE).values())
