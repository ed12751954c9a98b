"""The one table of colours, distances, corners and sizes of type. Knows no Qt.

Everything that is painted takes its colour from here by what it is for. `READABLE` lists which colour may stand on
which; the tests hold every pair against WCAG 2.2 (1.4.3, 1.4.11).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["info", "good", "warn", "bad", "quiet"]
"""What a colour means; the same words as on paper."""


@dataclass(frozen=True)
class Colours:
    """The colours of one theme, by use.

    Attributes:
        canvas: Behind everything.
        surface: Of cards, fields and tables.
        raised: Of a table's head and every second row.
        sunken: Of what cannot be changed, and of tracks.
        border: Around cards and between rows.
        border_strong: Around buttons and open circles.
        control: Around fields.
        text: Of words.
        text_soft: Of words that matter less.
        text_faint: Of hints.
        accent: Of what to do next and where one is.
        accent_hover: The same below the pointer.
        accent_soft: Behind accented words.
        accent_text: Accented words.
        on_accent: Words on the accent.
        good: What went well; `_soft` stands behind it, likewise for the next two.
        warn: What wants care.
        bad: What is wrong.
        nav: Behind the navigation; `nav_text`, `nav_faint` and `on_nav` stand on it, `nav_chosen` is where one is.
        focus: The ring around what has the keyboard.
        focus_on_nav: The same on the navigation.
        grid: Lines of a chart.
    """

    canvas: str
    surface: str
    raised: str
    sunken: str
    border: str
    border_strong: str
    control: str
    text: str
    text_soft: str
    text_faint: str
    accent: str
    accent_hover: str
    accent_soft: str
    accent_text: str
    on_accent: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    nav: str
    nav_text: str
    nav_faint: str
    nav_chosen: str
    nav_line: str
    on_nav: str
    focus: str
    focus_on_nav: str
    grid: str


LIGHT = Colours(
    canvas="#F4F6F8",
    surface="#FFFFFF",
    raised="#F8FAFB",
    sunken="#EEF2F5",
    border="#DFE5EA",
    border_strong="#C6D0D8",
    control="#7F8D9B",
    text="#13212B",
    text_soft="#475866",
    text_faint="#5B6B78",
    accent="#0B6E87",
    accent_hover="#095C71",
    accent_soft="#E0F1F5",
    accent_text="#0A5F75",
    on_accent="#FFFFFF",
    good="#15733F",
    good_soft="#E3F4EA",
    warn="#875600",
    warn_soft="#FCF1DC",
    bad="#B3261E",
    bad_soft="#FCE9E7",
    nav="#0E2A35",
    nav_text="#C5D6DD",
    nav_faint="#8FA9B4",
    nav_chosen="#1A4150",
    nav_line="#1E3C48",
    on_nav="#FFFFFF",
    focus="#0B6E87",
    focus_on_nav="#6FD0E6",
    grid="#E6EBEF",
)
DARK = Colours(
    canvas="#0F171C",
    surface="#172127",
    raised="#1B272E",
    sunken="#111A1F",
    border="#2A3840",
    border_strong="#3B4C56",
    control="#6F828E",
    text="#E8EEF1",
    text_soft="#AEBDC6",
    text_faint="#8FA1AC",
    accent="#4FB7D0",
    accent_hover="#6BC6DC",
    accent_soft="#163540",
    accent_text="#7FD0E4",
    on_accent="#06212A",
    good="#5CC98C",
    good_soft="#15332A",
    warn="#E7B25A",
    warn_soft="#33290F",
    bad="#F2897F",
    bad_soft="#3B1F1E",
    nav="#0A1115",
    nav_text="#B4C4CC",
    nav_faint="#80949E",
    nav_chosen="#16323D",
    nav_line="#1A262C",
    on_nav="#FFFFFF",
    focus="#4FB7D0",
    focus_on_nav="#6FD0E6",
    grid="#25323A",
)
THEMES = {"light": LIGHT, "dark": DARK}

TONES: dict[Tone, tuple[str, str]] = {
    "info": ("accent_text", "accent_soft"),
    "good": ("good", "good_soft"),
    "warn": ("warn", "warn_soft"),
    "bad": ("bad", "bad_soft"),
    "quiet": ("text_soft", "sunken"),
}
"""Front and back of each tone, as names of colours."""

TEXT, GRAPHIC = 4.5, 3.0
"""Least contrast of words, and of what one must see to work: rings, borders of fields, lines of charts."""

READABLE: tuple[tuple[str, str, float], ...] = (
    *((front, back, TEXT) for front, back in TONES.values()),
    *((front, back, TEXT) for front in ("text", "text_soft") for back in ("canvas", "surface", "raised", "sunken")),
    *(("text_faint", back, TEXT) for back in ("canvas", "surface", "raised", "sunken")),
    *((front, "surface", TEXT) for front in ("accent_text", "good", "warn", "bad")),
    *(("text", back, TEXT) for back in ("accent_soft", "bad_soft", "warn_soft")),
    ("on_accent", "accent", TEXT),
    ("on_accent", "accent_hover", TEXT),
    ("surface", "text", TEXT),
    ("nav_text", "nav", TEXT),
    ("nav_faint", "nav", TEXT),
    ("on_nav", "nav", TEXT),
    ("on_nav", "nav_chosen", TEXT),
    *((front, back, GRAPHIC) for front in ("control", "focus", "accent") for back in ("surface", "canvas")),
    ("focus_on_nav", "nav", GRAPHIC),
    ("focus_on_nav", "nav_chosen", GRAPHIC),
    ("bad", "bad_soft", GRAPHIC),
    ("warn", "surface", GRAPHIC),
)
"""Which colour stands on which, and the contrast it needs."""


@dataclass(frozen=True)
class Space:
    """Distances in pixels, all on a grid of four."""

    tiny: int = 4
    small: int = 8
    middle: int = 12
    large: int = 16
    wide: int = 20
    huge: int = 24


@dataclass(frozen=True)
class Radius:
    """Corners in pixels: of segments, fields, buttons, cards."""

    inner: int = 6
    field: int = 7
    button: int = 8
    card: int = 12


@dataclass(frozen=True)
class Layout:
    """The window's parts in pixels: the navigation, wide and as a rail, the head, and from where there is room."""

    navigation: int = 216
    navigation_narrow: int = 80
    head: int = 76
    wide: int = 1400

    def navigation_in(self, width: int) -> int:
        """How wide the navigation is in a window."""
        return self.navigation if width >= self.wide else self.navigation_narrow


@dataclass(frozen=True)
class TypeScale:
    """Sizes of type in pixels. Arabic letters need one more below a heading's size to be read as well."""

    tiny: int = 11
    small: int = 12
    body: int = 13
    section: int = 16
    title: int = 21
    figure: int = 32


SPACE, RADIUS = Space(), Radius()
LAYOUT = Layout()
TYPE = {"en": TypeScale(), "ur": TypeScale(tiny=12, small=13, body=14)}
