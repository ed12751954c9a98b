"""The fonts of the screen: Inter, and Noto Naskh Arabic UI for what Inter lacks. Bundled: every PC shows the same."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from wopdesk.places import resources_folder
from wopdesk.ui.theme.tokens import TypeScale

FAMILIES = ["Inter", "Noto Naskh Arabic UI"]
"""In this order: figures and Latin letters come from Inter in every language."""
_FILES = (
    "inter/Inter-Regular.ttf",
    "inter/Inter-Medium.ttf",
    "inter/Inter-SemiBold.ttf",
    "inter/Inter-Bold.ttf",
    "noto-naskh-arabic-ui/NotoNaskhArabicUI-Regular.ttf",
    "noto-naskh-arabic-ui/NotoNaskhArabicUI-Bold.ttf",
)


class FontsMissing(Exception):
    """A bundled font cannot be read: the installation is damaged."""


def load_fonts() -> None:
    """Make the bundled fonts known to Qt, once; needs an application.

    Raises:
        FontsMissing: If one is not there.
    """
    known = set(QFontDatabase.families())
    if known.issuperset(FAMILIES):
        return
    for file in _FILES:
        if QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / file)) < 0:
            raise FontsMissing(f"WOPDesk's font {file} cannot be read. Your data is safe. Install WOPDesk again.")


def body_font(sizes: TypeScale) -> QFont:
    """The font of running text."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(sizes.body)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def sized(font: QFont, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The same font in another size (pixels) and weight."""
    other = QFont(font)
    other.setPixelSize(size)
    other.setWeight(weight)
    return other


def words_width(font: QFont, text: str) -> float:
    """How wide a line of type is, in pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)
